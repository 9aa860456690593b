from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import schemas
from schemas.policy import AppliesTo, ConductSupport
from schemas.round import CandidateKind
from vetting.errors import PolicyError
from vetting.policy.conduct import conduct_for
from vetting.policy.load import load_conduct, load_pack, load_packs

CONFIG = Path(schemas.__file__).resolve().parent.parent / "config"
PACKS = load_packs(CONFIG)


def test_clause_is_cited_with_agency_and_order(config: Path) -> None:
    basis = conduct_for(load_pack("bridgeport", config), "bias", "entry")
    assert basis.clause == "Bridgeport General Order 5.14, IV. E. 5, bullet 1"
    assert basis.source == ""


def test_heading_is_cited_where_the_number_is_not_enough(config: Path) -> None:
    basis = conduct_for(load_pack("new-haven", config), "pending", "lateral")
    assert basis.clause == (
        "New Haven General Order 4.16, 4.16.04 DEPARTMENT-SANCTIONED PRESENCE, Department-Sanctioned Use, bullet 3"
    )


def test_clauses_for_any_candidate_and_for_officers_add_up_for_an_officer(config: Path) -> None:
    pack = load_pack("new-haven", config)
    entry, lateral = conduct_for(pack, "falsehood", "entry"), conduct_for(pack, "falsehood", "lateral")
    assert set(entry.citations) < set(lateral.citations)


def test_code_without_a_clause_names_its_source(config: Path) -> None:
    basis = conduct_for(load_pack("bridgeport", config), "unlawful", CandidateKind.ENTRY)
    assert basis.citations == ()
    assert "California POST" in basis.clause


@pytest.mark.attacks("job_related_only")
@pytest.mark.parametrize(
    ("agency", "code", "kind"),
    [
        ("bridgeport", "violence", "entry"),
        ("bridgeport", "confidence", "lateral"),
        ("bridgeport", "nondisclosure", "entry"),
        ("bridgeport", "confidential", "entry"),
        ("bridgeport", "scene", "entry"),
        ("new-haven", "reckless", "entry"),
        ("new-haven", "weapon", "lateral"),
        ("new-canaan", "weapon", "lateral"),
        ("new-canaan", "confidence", "entry"),
        ("colchester", "weapon", "entry"),
        ("colchester", "anonymity", "entry"),
        ("colchester", "anonymity", "lateral"),
        ("west-hartford", "reckless", "entry"),
        ("west-hartford", "weapon", "entry"),
        ("west-hartford", "falsehood", "lateral"),
        ("west-hartford", "ip", "entry"),
    ],
)
def test_conduct_the_order_does_not_support_is_refused(config: Path, agency: str, code: str, kind: str) -> None:
    with pytest.raises(PolicyError) as refusal:
        conduct_for(load_pack(agency, config), code, kind)
    assert (refusal.value.code, refusal.value.law) == ("conduct_not_supported", 5)


@pytest.mark.attacks("job_related_only")
@given(code=st.text(max_size=30))
def test_invented_code_is_refused_by_every_agency(code: str) -> None:
    known = {entry.id for entry in load_conduct(CONFIG).codes}
    for pack in PACKS if code not in known else ():
        for kind in CandidateKind:
            with pytest.raises(PolicyError) as refusal:
                conduct_for(pack, code, kind)
            assert refusal.value.code == "conduct_not_supported"


def test_refusal_does_not_repeat_what_was_typed(config: Path) -> None:
    with pytest.raises(PolicyError) as refusal:
        conduct_for(load_pack("bridgeport", config), "canary-7f3a", "entry")
    assert "canary-7f3a" not in refusal.value.diagnostics()


@pytest.mark.attacks("job_related_only")
def test_officer_rule_is_never_held_against_somebody_who_did_not_serve() -> None:
    for pack in PACKS:
        allowed = {s.code for s in pack.conduct if s.applies_to is AppliesTo.ANY_CANDIDATE}
        for code in {support.code for support in pack.conduct} - allowed:
            with pytest.raises(PolicyError):
                conduct_for(pack, code, CandidateKind.ENTRY)


@pytest.mark.attacks("job_related_only")
def test_support_by_a_clause_that_is_not_there_is_refused(config: Path) -> None:
    pack = load_pack("bridgeport", config)
    invented = ConductSupport(code="views", clauses=("IX. Z. 9",), applies_to=AppliesTo.ANY_CANDIDATE)
    with pytest.raises(PolicyError) as refusal:
        conduct_for(pack.model_copy(update={"conduct": (*pack.conduct, invented)}), "views", "entry")
    assert refusal.value.code == "conduct_not_supported"


def test_unknown_kind_of_candidate_is_the_programmers_fault(config: Path) -> None:
    with pytest.raises(ValueError, match="celebrity"):
        conduct_for(load_pack("bridgeport", config), "bias", "celebrity")
