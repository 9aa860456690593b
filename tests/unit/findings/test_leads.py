"""Undeclared accounts that turn up: asked about, never collected, and nothing but not having been disclosed."""

import pytest

from schemas.case import Account, Case, Step
from schemas.event import Result
from schemas.finding import Basis
from schemas.lead import LeadAnswer, LeadContent
from tests.security.doors import collected, log, refused, sql_refused
from tests.world import ROUND, World
from vetting.cases import expand
from vetting.collection.worklist import worklist
from vetting.findings.leads import list_leads, read_lead, record_interview, record_lead
from vetting.findings.record import record_finding

LEAD = LeadContent(where="@synthetic@undeclared.invalid", how="Named in a post of a declared account.")
NOTE = "Said that the account is an old one of theirs."


@pytest.fixture
def case(world: World) -> str:
    world.open_round(agency="new-canaan")
    return collected(world)


def test_a_lead_is_numbered_and_its_content_lies_in_the_vault(world: World, case: str) -> None:
    actor = world.actors["inv-1"]
    lead = record_lead(world.office, actor, case, LEAD)
    assert lead == f"{case}.lead-1"
    assert read_lead(world.office, world.actors["rev-1"], lead) == (LEAD, [])
    interview = record_interview(world.office, actor, lead, LeadAnswer.UNCLEAR, NOTE)
    again = record_interview(world.office, actor, lead, LeadAnswer.OWNS, NOTE)
    assert (interview, again) == (f"{lead}.interview-1", f"{lead}.interview-2")
    ((row, latest),) = list_leads(world.office, actor, case)
    assert (row.id, latest and latest.answer) == (lead, LeadAnswer.OWNS)
    assert [note for _, note in read_lead(world.office, actor, lead)[1]] == [NOTE, NOTE]
    assert [e.action for e in log(world) if e.action.startswith("lead.")] == [
        "lead.recorded",
        "lead.opened",
        "lead.interviewed",
        "lead.interviewed",
        "lead.opened",
    ]
    for word in (LEAD.where, LEAD.how, NOTE, "undeclared"):
        assert word not in str(log(world))
    for statement in ("UPDATE lead SET object = id", "UPDATE lead_interview SET answer = 'owns'"):
        assert "append-only" in sql_refused(world, statement)
    for statement in ("DELETE FROM lead_interview", "DELETE FROM lead"):
        assert "never deleted" in sql_refused(world, statement)


def test_an_interview_says_more_than_a_word(world: World, case: str) -> None:
    lead = record_lead(world.office, world.actors["inv-1"], case, LEAD)
    with refused("note_missing"):
        record_interview(world.office, world.actors["inv-1"], lead, LeadAnswer.DENIES, " no ")
    with refused("unknown_id"):
        record_interview(world.office, world.actors["inv-1"], f"{case}.lead-9", LeadAnswer.DENIES, NOTE)


def test_before_the_declaration_nothing_is_undeclared(world: World, case: str) -> None:
    with refused("declaration_missing"):
        record_lead(world.office, world.actors["inv-1"], "R1.002", LEAD)


@pytest.mark.parametrize(
    "where",
    [
        "http://127.0.0.1:9/@synthetic1x1",
        "127.0.0.1:9/@Synthetic1x1/",
        "https://127.0.0.1:9/@synthetic1x1",
        " HTTP://127.0.0.1:9/@synthetic1x1 ",
    ],
)
def test_a_declared_account_is_no_lead(world: World, case: str, where: str) -> None:
    with refused("lead_declared") as caught:
        record_lead(world.office, world.actors["inv-1"], case, LEAD.model_copy(update={"where": where}))
    assert "synthetic1x1" not in caught.value.diagnostics().casefold()


@pytest.mark.attacks("plan_only")
def test_a_lead_is_never_collected(world: World, case: str) -> None:
    """It makes no account and no step, for a program or for a person."""
    with world.office.store.reading() as tx:
        before = (tx.count(Account), tx.count(Step))
    record_lead(world.office, world.actors["inv-1"], case, LEAD)
    with world.office.store.transaction() as tx:
        assert expand(tx, tx.get(Case, case)) == []
        assert (tx.count(Account), tx.count(Step)) == before
    assert worklist(world.office, world.actors["inv-1"], ROUND) == []


@pytest.mark.attacks("right_person", "plan_only")
def test_a_lead_supports_nothing_but_nondisclosure_and_nothing_before_the_interview(world: World, case: str) -> None:
    actor = world.actors["inv-1"]
    lead = record_lead(world.office, actor, case, LEAD)
    empty = {"basis": (Basis.DECLARATION,), "citations": (), "quotation": ""}
    with refused("interview_missing"):
        record_finding(world.office, actor, case, world.content(case, code="nondisclosure", lead=lead, **empty))
    with refused("no_evidence"):
        record_finding(world.office, actor, case, world.content(case, code="nondisclosure", **empty))
    record_interview(world.office, actor, lead, LeadAnswer.OWNS, NOTE)
    for other in ("reckless", "criminal"):
        with refused("lead_only_nondisclosure", "conduct_not_supported"):
            record_finding(world.office, actor, case, world.content(case, code=other, lead=lead))
    second = collected(world, 2)
    with refused("lead_of_other_case"):
        record_finding(world.office, actor, second, world.content(second, code="nondisclosure", lead=lead, **empty))
    assert record_finding(world.office, actor, case, world.content(case, code="nondisclosure", lead=lead, **empty))


@pytest.mark.attacks("evidence_access", "search_by_non_decision_maker")
def test_whoever_decides_or_audits_sees_no_lead(world: World, case: str) -> None:
    lead = record_lead(world.office, world.actors["inv-1"], case, LEAD)
    for person in ("board-1", "aud-1", "admin-1"):
        actor = world.actors[person]
        for attempt in (
            lambda a=actor: read_lead(world.office, a, lead),
            lambda a=actor: list_leads(world.office, a, case),
            lambda a=actor: record_lead(world.office, a, case, LEAD),
            lambda a=actor: record_interview(world.office, a, lead, LeadAnswer.OWNS, NOTE),
        ):
            with refused("not_permitted", "decision_maker_looks"):
                attempt()
    assert len([e for e in log(world, result=Result.REFUSED) if e.action.startswith("lead.")]) == 9
    with refused("not_permitted"):
        record_lead(world.office, world.actors["rev-1"], case, LEAD)
