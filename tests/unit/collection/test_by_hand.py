"""Steps that a person carries out: listed without content, opened on the record, done with a statement."""

from datetime import UTC, date, datetime

import pytest

from schemas.capture import StepOutcome
from schemas.case import CaseState
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.event import Result
from schemas.round import CandidateKind
from schemas.statement import CaptureStatement, MethodStatement
from tests.world import ROUND, World, rules
from vetting.audit.recorder import events
from vetting.collection.by_hand import import_step, record_step
from vetting.collection.worklist import open_step, worklist
from vetting.errors import InputError, PolicyError, StateError
from vetting.intake.record import record_declaration

STATEMENT = CaptureStatement(
    method=MethodStatement.SIGNED_OUT_PUBLIC_PAGE,
    captured_at=datetime(2026, 1, 5, 10, tzinfo=UTC),
    address="https://www.instagram.com/synthetic_canary/",
    tool="Synthetic browser 1.0",
)
PAGE = b"<!doctype html><html><body><p>Synthetic page of nobody, with a few words on it for the test.</p></body></html>"


@pytest.fixture
def by_hand(world: World) -> World:
    """Candidate 1 declares an account that is captured by hand; the plan also has a search by name."""
    world.open_round(plan="declared-and-name-search")
    record_declaration(
        world.office,
        world.actors["inv-1"],
        Declaration(
            round=ROUND,
            candidate=1,
            kind=CandidateKind.ENTRY,
            identity=CandidateIdentity(full_name="Synthia Canary", birth_date=date(1990, 1, 2), places=("Testville",)),
            accounts=(AccountDeclaration(platform="instagram", handle="synthetic_canary"),),
            none_declared=False,
            notice_version="2026-1",
            notice_acknowledged_on=date(2026, 1, 4),
        ),
        rules().platforms,
    )
    return world


def test_the_worklist_has_ids_and_the_plans_words_only(by_hand: World) -> None:
    tasks = worklist(by_hand.office, by_hand.actors["inv-1"], ROUND)
    assert [(t.step.key, t.step.account) for t in tasks] == [
        ("profile", "R1.001.A1"),
        ("posts", "R1.001.A1"),
        ("name-search", ""),
    ]
    assert all(len(t.instruction) > 20 for t in tasks)
    assert "anary" not in repr(tasks)


def test_a_step_opens_for_the_investigator_and_leaves_an_event(by_hand: World) -> None:
    tasks = worklist(by_hand.office, by_hand.actors["inv-1"], ROUND)
    page = open_step(by_hand.office, by_hand.actors["inv-1"], tasks[0].step.id)
    assert page.account is not None
    assert page.account.handle == "synthetic_canary"
    assert page.identity is None
    search = open_step(by_hand.office, by_hand.actors["inv-1"], tasks[2].step.id)
    assert search.identity is not None
    assert search.identity.places == ("Testville",)
    with by_hand.office.store.reading() as tx:
        last = events(tx)[-1]
    assert (last.action, last.subject, last.case) == ("declaration.opened", tasks[2].step.id, "R1.001")


@pytest.mark.parametrize("person", ["board-1", "rev-1", "aud-1", "admin-1"])
@pytest.mark.attacks("evidence_access")
def test_nobody_else_opens_a_step(by_hand: World, person: str) -> None:
    step = worklist(by_hand.office, by_hand.actors["inv-1"], ROUND)[0].step.id
    with pytest.raises(PolicyError):
        open_step(by_hand.office, by_hand.actors[person], step)
    with pytest.raises(PolicyError):
        import_step(by_hand.office, by_hand.actors[person], step, PAGE, ".html", STATEMENT)


def test_the_last_step_done_by_hand_moves_the_case_on(by_hand: World) -> None:
    actor = by_hand.actors["inv-1"]
    first, second, third = (t.step.id for t in worklist(by_hand.office, actor, ROUND))
    record_step(by_hand.office, actor, first, StepOutcome.NO_CONTENT, STATEMENT)
    record_step(by_hand.office, actor, third, StepOutcome.NOT_FOUND, STATEMENT)
    assert by_hand.case("R1.001").state is CaseState.DECLARED
    evidence = import_step(by_hand.office, actor, second, PAGE, ".html", STATEMENT)
    assert by_hand.case("R1.001").state is CaseState.COLLECTED
    assert [e.id for e in by_hand.evidence("R1.001")] == [evidence]
    assert worklist(by_hand.office, actor, ROUND) == []
    with pytest.raises(StateError) as refusal:
        import_step(by_hand.office, actor, second, PAGE, ".html", STATEMENT)
    assert refusal.value.code == "step_done"


def test_the_statement_of_a_step_is_kept_with_and_without_a_file(by_hand: World) -> None:
    actor = by_hand.actors["inv-1"]
    first, second, _ = (t.step.id for t in worklist(by_hand.office, actor, ROUND))
    record_step(by_hand.office, actor, first, StepOutcome.NOT_FOUND, STATEMENT)
    import_step(by_hand.office, actor, second, PAGE, None, STATEMENT)
    for step in (first, second):
        assert open_step(by_hand.office, actor, step).statement == STATEMENT


def test_a_refused_file_is_an_event_without_its_content(by_hand: World) -> None:
    actor = by_hand.actors["inv-1"]
    step = worklist(by_hand.office, actor, ROUND)[0].step.id
    with pytest.raises(InputError):
        import_step(by_hand.office, actor, step, b"", ".html", STATEMENT)
    with by_hand.office.store.reading() as tx:
        last = events(tx)[-1]
    assert (last.action, last.result, last.subject, last.code) == (
        "step.recorded",
        Result.REFUSED,
        step,
        "capture_empty",
    )


def test_a_mistyped_step_is_refused(by_hand: World) -> None:
    with pytest.raises(InputError) as refusal:
        import_step(by_hand.office, by_hand.actors["inv-1"], "Synthia Canary", PAGE, ".html", STATEMENT)
    assert refusal.value.code == "unknown_id"
    assert "Canary" not in refusal.value.diagnostics()
