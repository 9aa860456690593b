"""Findings: recorded, corrected, withdrawn; never edited."""

import pytest

from schemas.case import CaseState
from schemas.finding import Basis, Citation, Finding
from schemas.lead import LeadAnswer, LeadContent
from tests.security.doors import collected, log, refused, state
from tests.world import TEXTS, World, rules
from vetting.findings.leads import record_interview, record_lead
from vetting.findings.record import read_finding, record_finding, supersede_finding, withdraw_finding

LEAD = LeadContent(where="@synthetic@undeclared.invalid", how="Named in a post of a declared account.")


@pytest.fixture
def case(opened: World) -> str:
    return collected(opened)


def test_finding_has_number_clause_and_author_and_its_words_in_the_vault(opened: World, case: str) -> None:
    content = opened.content(case)
    finding = record_finding(opened.office, opened.actors["inv-1"], case, content)
    with opened.office.store.reading() as tx:
        row = tx.get(Finding, finding)
    assert (row.id, row.number, row.version, row.author, row.withdrawn) == (f"{case}.F1", 1, 1, "inv-1", False)
    assert row.clause.startswith(rules().pack.short_name) or "General Order" in row.clause
    assert row.evidence == (f"{case}.E1",)
    assert read_finding(opened.office, opened.actors["rev-1"], finding) == content
    assert log(opened, "finding.opened")[-1].actor == "rev-1"


def test_correction_is_a_version_and_goes_back_for_a_new_draft(opened: World, case: str) -> None:
    finding = opened.find(case)
    opened.draft(case)
    assert state(opened, case) is CaseState.DRAFTED
    new = supersede_finding(
        opened.office, opened.actors["inv-1"], finding, opened.content(case, narrative="A corrected narrative.")
    )
    assert (new, state(opened, case)) == (f"{case}.F1v2", CaseState.COLLECTED)
    assert read_finding(opened.office, opened.actors["inv-1"], finding).narrative != "A corrected narrative."
    with refused("superseded"):
        withdraw_finding(opened.office, opened.actors["inv-1"], finding)


def test_withdrawn_finding_stays_on_record_and_takes_no_more_changes(opened: World, case: str) -> None:
    finding = opened.find(case)
    withdraw_finding(opened.office, opened.actors["inv-1"], finding)
    for attempt in (
        lambda: withdraw_finding(opened.office, opened.actors["inv-1"], finding),
        lambda: supersede_finding(opened.office, opened.actors["inv-1"], f"{finding}v2", opened.content(case)),
    ):
        with refused("superseded"):
            attempt()
    assert read_finding(opened.office, opened.actors["inv-1"], finding)
    assert opened.find(case) == f"{case}.F2"


def test_one_of_several_places_may_be_quoted(opened: World, case: str) -> None:
    places = tuple(Citation(evidence=f"{case}.E{n}", item=n, start=0, end=9) for n in (1, 2))
    content = opened.content(case, citations=places, quotation=TEXTS[1][:9], basis=(Basis.VIEW, Basis.STATEMENT))
    finding = record_finding(opened.office, opened.actors["inv-1"], case, content)
    with opened.office.store.reading() as tx:
        assert tx.get(Finding, finding).evidence == (f"{case}.E1", f"{case}.E2")


def test_offsets_count_code_points(opened: World) -> None:
    other = opened.declare(2)
    opened.collect(other, ("\U0001f6a6 é drove fast",))
    place = (Citation(evidence=f"{other}.E1", item=1, start=4, end=9),)
    assert record_finding(
        opened.office, opened.actors["inv-1"], other, opened.content(other, citations=place, quotation="drove")
    )


def test_nondisclosure_may_rest_on_the_declaration_alone_after_the_interview(world: World) -> None:
    world.open_round(1, agency="new-canaan")
    case = collected(world)
    lead = record_lead(world.office, world.actors["inv-1"], case, LEAD)
    content = world.content(
        case, code="nondisclosure", basis=(Basis.DECLARATION,), citations=(), quotation="", lead=lead
    )
    with refused("interview_missing"):
        record_finding(world.office, world.actors["inv-1"], case, content)
    record_interview(world.office, world.actors["inv-1"], lead, LeadAnswer.OWNS, "Said that it is theirs.")
    assert record_finding(world.office, world.actors["inv-1"], case, content)
    with refused("no_evidence"):
        record_finding(
            world.office, world.actors["inv-1"], case, content.model_copy(update={"basis": (Basis.CONDUCT,)})
        )
    with refused("quotation_differs"):
        record_finding(world.office, world.actors["inv-1"], case, content.model_copy(update={"quotation": "x"}))


def test_finding_of_a_case_that_has_not_declared_is_refused(opened: World, case: str) -> None:
    with refused("collection_unfinished"):
        record_finding(opened.office, opened.actors["inv-1"], "R1.002", opened.content(case))
    with refused("unknown_id"):
        supersede_finding(opened.office, opened.actors["inv-1"], f"{case}.F9", opened.content(case))
