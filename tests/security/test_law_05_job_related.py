"""Law 5: only what matters to the job. Codes an order does not support, bases that are none, quotations that are not there."""

from typing import Any

import pytest
from pydantic import ValidationError

from schemas.case import Case
from schemas.event import Result
from schemas.finding import Basis, Citation, FindingContent
from schemas.post import Authorship
from schemas.round import CandidateKind
from tests.security.doors import collected, log, refused, sql, sql_refused
from tests.world import TEXTS, World, capture_of, rules
from vetting.cases import expand, settle
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.findings.record import record_finding, supersede_finding
from vetting.redaction.editing import read_draft
from vetting.rounds.opening import ruleset

AGENCIES = ("bridgeport", "colchester", "new-canaan", "new-haven", "west-hartford")
NEVER = ("religion", "political-view", "union-member", "faith", "lawful-group", "lifestyle", "anonymity")


def outcome(world: World, case: str, code: str) -> str:
    """`recorded`, or the refusal's code."""
    from vetting.errors import VettingError

    try:
        record_finding(world.office, world.actors["inv-1"], case, world.content(case, code=code))
    except VettingError as refusal:
        return refusal.code
    return "recorded"


@pytest.mark.attacks("job_related_only")
@pytest.mark.parametrize("kind", list(CandidateKind))
@pytest.mark.parametrize("agency", AGENCIES)
def test_every_code_is_held_to_the_agencys_own_order(world: World, agency: str, kind: CandidateKind) -> None:
    world.open_round(1, agency=agency, kind=kind)
    case = world.declare(1, kind=kind)
    world.collect(case)
    pack, conduct = rules(agency).pack, rules(agency).conduct
    any_candidate = {s.code for s in pack.conduct if s.applies_to.value == "any_candidate"}
    lateral = {s.code for s in pack.conduct if s.applies_to.value == "lateral_officer"}
    supported = any_candidate | (lateral if kind is CandidateKind.LATERAL else set())
    results = {code.id: outcome(world, case, code.id) for code in conduct.codes}
    assert {c for c, result in results.items() if result == "recorded"} == supported
    assert {result for c, result in results.items() if c not in supported} <= {"conduct_not_supported"}
    for code in NEVER:
        assert outcome(world, case, code) == "conduct_not_supported"


@pytest.mark.attacks("job_related_only")
def test_code_for_officers_is_not_held_against_a_newcomer(world: World) -> None:
    for agency in AGENCIES:
        lateral_only = {s.code for s in rules(agency).pack.conduct if s.applies_to.value == "lateral_officer"} - {
            s.code for s in rules(agency).pack.conduct if s.applies_to.value == "any_candidate"
        }
        if lateral_only:
            break
    world.open_round(1, agency=agency)
    case = collected(world)
    assert outcome(world, case, min(lateral_only)) == "conduct_not_supported"


@pytest.mark.attacks("job_related_only")
def test_pack_edited_after_opening_supports_nothing_new(opened: World, monkeypatch: pytest.MonkeyPatch) -> None:
    case = collected(opened)
    with opened.office.store.reading() as tx:
        assert ruleset(tx, "R1").pack == rules().pack
    supported = {s.code for s in rules().pack.conduct}
    unsupported = next(c.id for c in rules().conduct.codes if c.id not in supported)
    monkeypatch.setattr("vetting.policy.load.load_pack", lambda *_: rules("west-hartford").pack)
    assert outcome(opened, case, unsupported) == "conduct_not_supported"


BASES = (Basis.PROTECTED_CHARACTERISTIC, Basis.VIEW, Basis.LAWFUL_ASSOCIATION)


@pytest.mark.attacks("protected_speech_gate")
@pytest.mark.parametrize(
    "basis", [(b,) for b in BASES] + [BASES[:2], BASES[1:], BASES, (Basis.VIEW, Basis.VIEW)], ids="+".join
)
def test_view_faith_or_group_alone_is_no_basis(opened: World, basis: tuple[Basis, ...]) -> None:
    case = collected(opened)
    with refused("basis_protected"):
        record_finding(opened.office, opened.actors["inv-1"], case, opened.content(case, basis=basis))
    assert log(opened, "finding.recorded")[-1].result is Result.REFUSED
    assert sql(opened, "SELECT count(*) FROM finding") == [(0,)]


@pytest.mark.attacks("protected_speech_gate")
def test_sound_finding_is_not_turned_into_an_unlawful_one_by_a_correction(opened: World) -> None:
    case = collected(opened)
    finding = opened.find(case)
    with refused("basis_protected"):
        supersede_finding(opened.office, opened.actors["inv-1"], finding, opened.content(case, basis=(Basis.VIEW,)))
    with refused("conduct_not_supported"):
        supersede_finding(opened.office, opened.actors["inv-1"], finding, opened.content(case, code="religion"))


@pytest.mark.attacks("protected_speech_gate")
def test_finding_needs_a_basis_at_all() -> None:
    with pytest.raises(ValidationError):
        FindingContent(code="bias", basis=(), citations=(), narrative="A synthetic narrative.")


@pytest.mark.attacks("job_related_only")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"citations": ()}, "no_evidence"),
        ({"citations": (), "code": "nondisclosure"}, "no_evidence|conduct_not_supported"),
        ({"quotation": "words that nobody wrote"}, "quotation_differs"),
        ({"quotation": TEXTS[1][1:]}, "quotation_differs"),
        ({"quotation": TEXTS[0]}, "quotation_differs"),
        ({"quotation": TEXTS[1] + " "}, "quotation_differs"),
        ({"place": (2, 0, 10_000)}, "citation_outside"),
        ({"place": (99, 0, 5)}, "citation_outside"),
        ({"place": (2, 9, 9)}, "citation_outside"),
        ({"place": (2, 9, 3)}, "citation_outside"),
        ({"evidence": "R1.002.E1"}, "evidence_of_other_case"),
        ({"evidence": "R1.001.E99"}, "evidence_of_other_case"),
    ],
    ids=str,
)
def test_quotation_must_stand_in_the_evidence_it_cites(opened: World, changes: dict[str, Any], code: str) -> None:
    case, other = collected(opened, 1), collected(opened, 2)
    assert other == "R1.002"
    changes = dict(changes)
    if "place" in changes:
        item, start, end = changes.pop("place")
        changes["citations"] = (Citation(evidence=f"{case}.E1", item=item, start=start, end=end),)
    if "evidence" in changes:
        changes["citations"] = (Citation(evidence=changes.pop("evidence"), item=2, start=0, end=len(TEXTS[1])),)
    with refused(*code.split("|")):
        record_finding(opened.office, opened.actors["inv-1"], case, opened.content(case, **changes))
    assert sql(opened, "SELECT count(*) FROM finding") == [(0,)]


@pytest.mark.attacks("job_related_only")
def test_finding_is_not_written_from_a_part_of_the_picture(opened: World) -> None:
    case = opened.declare(1, 2)
    with opened.office.store.transaction() as tx:
        first, *_ = expand(tx, tx.get(Case, case))
    keep(opened.office, opened.actors["inv-1"], first.id, capture_of(None), started_at=now())
    with refused("collection_unfinished"):
        record_finding(opened.office, opened.actors["inv-1"], case, opened.content(case))


@pytest.mark.attacks("job_related_only")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE finding SET code = 'bias'",
        "UPDATE finding SET withdrawn = 1",
        "DELETE FROM finding",
        "INSERT OR REPLACE INTO finding SELECT * FROM finding",
    ],
)
def test_database_keeps_findings_as_they_were_written(opened: World, statement: str) -> None:
    opened.find(collected(opened))
    sql_refused(opened, statement)


@pytest.mark.attacks("hosted_content_flag")
@pytest.mark.parametrize(
    ("authorship", "sentence"),
    [
        (Authorship.HOSTED, "Posted by somebody else on a page of the candidate."),
        (Authorship.SHARED, "Words of somebody else, shared by the candidate."),
        (Authorship.OWN, ""),
    ],
)
def test_words_of_others_are_never_told_as_the_candidates(opened: World, authorship: Authorship, sentence: str) -> None:
    """Nobody can leave the sentence out: the template writes it, from what the collector saw, not from what is typed."""
    case = opened.declare(1)
    with opened.office.store.transaction() as tx:
        pending = expand(tx, tx.get(Case, case))
    plain = capture_of(None)
    capture = plain.model_copy(
        update={"posts": tuple(p.model_copy(update={"authorship": authorship}) for p in plain.posts)}
    )
    for step in pending:
        keep(opened.office, opened.actors["inv-1"], step.id, capture, started_at=now())
    with opened.office.store.transaction() as tx:
        settle(tx, case)
    opened.find(case, context="It was taken down a day later.")
    draft = opened.draft(case)
    _, content = read_draft(opened.office, opened.actors["rev-1"], draft)
    assert content.body.findings[0].context == f"{sentence} It was taken down a day later.".strip()
