"""Facts of the five orders that a pack must not lose, checked against the orders as printed."""

from datetime import date
from pathlib import Path

import pytest

from schemas.control import Control
from schemas.policy import Applied, AppliesTo, BasisKind, Modality, PolicyPack
from vetting.policy.check import asked_for
from vetting.policy.load import load_conduct, load_pack, load_packs
from vetting.policy.packs import pack_problems

HIRING = {
    Control.SEARCH_BY_NON_DECISION_MAKER,
    Control.FILTER_PROTECTED_CLASSES,
    Control.SENSITIVE_POSITION,
    Control.LAWFUL_METHODS,
    Control.UNIFORM_PLAN,
    Control.MANDATORY_INTERNET_CONTENT,
}
"""What Bridgeport IV. D. asks for and an order without a hiring-search clause does not."""


def every_pack(config: Path) -> list[PolicyPack]:
    return list(load_packs(config))


def chosen(pack: PolicyPack) -> set[Control]:
    return {entry.control for entry in pack.agency_choice}


def asks(pack: PolicyPack, control: Control) -> list[str]:
    return [clause.citation for clause in pack.clauses if control in clause.controls]


@pytest.mark.parametrize(
    ("agency", "number", "effective", "clauses"),
    [
        ("bridgeport", "General Order 5.14", date(2019, 9, 10), 66),
        ("new-haven", "General Order 4.16", date(2016, 6, 16), 44),
        ("new-canaan", "General Order 13-01-116", date(2013, 11, 1), 41),
        ("colchester", "General Order # 9", date(2020, 6, 15), 51),
        ("west-hartford", "Chapter 3, Section 3.16", date(2021, 2, 1), 47),
    ],
)
def test_order_and_number_of_clauses(config: Path, agency: str, number: str, effective: date, clauses: int) -> None:
    pack = load_pack(agency, config)
    assert (pack.order.number, pack.order.effective, len(pack.clauses)) == (number, effective, clauses)


def test_no_pack_has_a_problem(config: Path) -> None:
    packs, codes = every_pack(config), load_conduct(config)
    for pack in packs:
        assert pack_problems(pack, codes, others=[other for other in packs if other is not pack]) == []


def test_bridgeport_iv_d_2_is_two_sentences_with_two_verbs(config: Path) -> None:
    pack = load_pack("bridgeport", config)
    first, second = (clause for clause in pack.clauses if clause.number == "IV. D. 2")
    assert (first.part, first.modality) == ("sentence 1", Modality.SHOULD)
    assert first.controls == (Control.SEARCH_BY_NON_DECISION_MAKER,)
    assert (second.part, second.modality) == ("sentence 2", Modality.SHALL)
    assert Control.FILTER_PROTECTED_CLASSES in second.controls
    assert second.modality.binding
    assert not first.modality.binding


def test_bridgeport_hiring_clauses_drive_their_controls_by_the_order_itself(config: Path) -> None:
    pack = load_pack("bridgeport", config)
    verbs = {clause.number: clause.modality for clause in pack.clauses if clause.number.startswith("IV. D.")}
    assert verbs["IV. D. 1"] is Modality.OBLIGATION
    assert verbs["IV. D. 3"] is Modality.SHOULD
    assert verbs["IV. D. 4"] is Modality.SHALL_NOT
    assert verbs["IV. D. 5"] is Modality.SHALL
    assert verbs["IV. D. 6"] is Modality.MUST
    for control in HIRING | {Control.VALIDATE_BEFORE_USE}:
        (citation,) = asks(pack, control)
        clause = pack.clause(citation)
        assert clause is not None
        assert clause.number.startswith("IV. D.")
        assert clause.applied is Applied.BY_ORDER
    assert not chosen(pack) & HIRING


def test_bridgeport_rescinded_and_reissued_dates(config: Path) -> None:
    assert load_pack("bridgeport", config).order.issued == date(2019, 5, 21)


def test_new_haven_asks_for_obligation_lawful_methods_and_uniformity_only(config: Path) -> None:
    pack = load_pack("new-haven", config)
    assert asks(pack, Control.MANDATORY_INTERNET_CONTENT) == ["4.16.04 POTENTIAL USES, bullet 5"]
    assert asks(pack, Control.LAWFUL_METHODS) == ["4.16.04 POTENTIAL USES, bullet 6"]
    assert asks(pack, Control.UNIFORM_PLAN) == ["4.16.04 POTENTIAL USES, bullet 7"]
    assert {
        Control.SEARCH_BY_NON_DECISION_MAKER,
        Control.FILTER_PROTECTED_CLASSES,
        Control.SENSITIVE_POSITION,
        Control.VALIDATE_BEFORE_USE,
    } <= chosen(pack)


def test_new_canaan_asks_candidates_to_declare(config: Path) -> None:
    pack = load_pack("new-canaan", config)
    assert asks(pack, Control.MANDATORY_DECLARATION) == ["VII A"]
    clause = pack.clause("VII A")
    assert clause is not None
    assert clause.modality is Modality.REQUIRED
    assert chosen(pack) >= HIRING


def test_new_canaan_prints_viii_twice_and_both_are_cited_with_heading(config: Path) -> None:
    pack = load_pack("new-canaan", config)
    twice = [clause for clause in pack.clauses if clause.number == "VIII"]
    assert [clause.citation for clause in twice] == ["VIII DISTRIBUTION", "VIII EFFECTIVE DATE"]


@pytest.mark.parametrize("agency", ["colchester", "west-hartford"])
def test_order_without_hiring_search_clause_says_so(config: Path, agency: str) -> None:
    pack = load_pack(agency, config)
    assert "hiring_search" in {entry.subject for entry in pack.silent_on}
    assert chosen(pack) >= HIRING
    for control in HIRING:
        assert asks(pack, control) == []
        assert "agency choice" in asked_for(pack, control)


def test_colchester_investigative_clause_is_applied_by_configuration(config: Path) -> None:
    pack = load_pack("colchester", config)
    investigative = [clause for clause in pack.clauses if clause.number.startswith("II. a. iv.")]
    assert len(investigative) == 11
    for clause in investigative:
        assert clause.applied is Applied.BY_CONFIGURATION or clause.context is not None
    first = pack.clause("II. a. iv. 1")
    assert first is not None
    assert first.modality is Modality.WILL_NOT
    assert Control.JOB_RELATED_ONLY in first.controls
    assert "II. a. iv. 1 [will not] by configuration" in asked_for(pack, Control.JOB_RELATED_ONLY)


def test_colchester_anonymity_rule_is_for_incumbents_only(config: Path) -> None:
    (support,) = (entry for entry in load_pack("colchester", config).conduct if entry.code == "anonymity")
    assert support.applies_to is AppliesTo.INCUMBENT


def test_west_hartford_has_no_number_of_another_order(config: Path) -> None:
    pack = load_pack("west-hartford", config)
    assert all(clause.number.startswith(("I", "II", "III")) or not clause.number for clause in pack.clauses)
    assert not any(clause.number.startswith("IV") for clause in pack.clauses)
    assert "IV. " not in pack.model_dump_json()


def test_brandishing_is_broader_in_bridgeport_than_in_west_hartford(config: Path) -> None:
    def weapon(agency: str) -> AppliesTo:
        (support,) = (entry for entry in load_pack(agency, config).conduct if entry.code == "weapon")
        return support.applies_to

    assert weapon("bridgeport") is AppliesTo.ANY_CANDIDATE
    assert weapon("west-hartford") is AppliesTo.LATERAL_OFFICER


def test_new_canaan_bias_clause_names_race_and_ethnicity_only(config: Path) -> None:
    (support,) = (entry for entry in load_pack("new-canaan", config).conduct if entry.code == "bias")
    assert support.clauses == ("IV C",)
    assert "race and ethnicity only" in support.note


def test_encryption_rests_on_cjis_and_on_no_order(config: Path) -> None:
    for pack in every_pack(config):
        assert "encryption" in {entry.subject for entry in pack.silent_on}
        for control in (Control.EVIDENCE_ENCRYPTED, Control.SEALED_TO_READERS):
            assert asks(pack, control) == []
            (basis,) = (entry for entry in pack.external if entry.control is control)
            assert basis.kind is BasisKind.BASELINE
            assert basis.basis.startswith("CJIS Security Policy SC-")


def test_law_stands_beside_the_orders_in_every_pack(config: Path) -> None:
    for pack in every_pack(config):
        law = {entry.control: entry.basis for entry in pack.external if entry.kind is BasisKind.LAW}
        assert law[Control.NO_AUTHENTICATORS] == "C.G.S. 31-40x"
        assert law[Control.RETENTION_AND_DISPOSAL].startswith("29 CFR 1602.31")


def test_no_pack_turns_views_into_conduct(config: Path) -> None:
    codes = {code.id for code in load_conduct(config).codes}
    assert not codes & {"politics", "political", "religion", "views", "union", "association", "lifestyle"}
    assert "bias" in codes


def test_paraphrases_are_short_and_no_quotations(config: Path) -> None:
    for pack in every_pack(config):
        for clause in pack.clauses:
            assert '"' not in clause.paraphrase
            assert clause.paraphrase.endswith(".")
            assert len(clause.paraphrase) < 300
