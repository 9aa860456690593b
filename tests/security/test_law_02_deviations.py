"""Law 2, departures: a step left out or repeated needs a reason, somebody else's approval, and a place in the log."""

import pytest

from schemas.capture import StepOutcome
from schemas.case import Case, CaseState
from schemas.event import Result
from schemas.person import Role
from schemas.round import DeviationKind, DeviationReason, RoundCandidate, RoundFile, RoundPerson
from tests.security.doors import at_once, codes_of, collected, give, log, refused, sql, sql_refused, state
from tests.world import ROUND, World, capture_of, rules
from vetting.cases import expand
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.rounds.deviations import decide_deviation, request_deviation
from vetting.rounds.opening import open_round
from vetting.sealing.release import release

NOTE = "The synthetic platform was down for a month."


def ask(
    world: World,
    case: str | None,
    kind: DeviationKind = DeviationKind.OMIT_STEP,
    person: str = "inv-1",
    step: str = "posts",
) -> str:
    named = kind is not DeviationKind.OTHER
    return request_deviation(
        world.office,
        world.actors[person],
        ROUND,
        kind,
        DeviationReason.PLATFORM_UNAVAILABLE,
        NOTE,
        case_id=case,
        step_key=step if named else None,
        account=f"{case}.A1" if named else None,
    )


def finish(world: World, case: str) -> None:
    with world.office.store.transaction() as tx:
        pending = [s.id for s in expand(tx, tx.get(Case, case))]
    for step in pending:
        keep(world.office, world.actors["inv-1"], step, capture_of(None), started_at=now())


@pytest.mark.attacks("deviation_approved", "uniform_plan")
def test_step_is_omitted_only_by_somebody_elses_approval(opened: World) -> None:
    case = opened.declare(1)
    deviation = ask(opened, case)
    assert opened.steps(case)[1].outcome is None
    with refused("not_permitted"):
        decide_deviation(opened.office, opened.actors["inv-1"], deviation, approve=True)
    for person in ("board-1", "aud-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            decide_deviation(opened.office, opened.actors[person], deviation, approve=True)
    assert opened.steps(case)[1].outcome is None
    decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=True)
    step = opened.steps(case)[1]
    assert (step.outcome, step.reason, step.deviation) == (StepOutcome.NOT_APPLICABLE, "deviation", deviation)


@pytest.mark.attacks("deviation_approved", "four_eyes")
def test_own_deviation_is_not_approved_even_by_a_reviewer(opened: World) -> None:
    case = opened.declare(1)
    both = give(opened, "both-1", Role.INVESTIGATOR)
    give(opened, "both-1", Role.REVIEWER)
    deviation = ask(opened, case, person="both-1")
    with refused("four_eyes"):
        decide_deviation(opened.office, both, deviation, approve=True)
    with refused("four_eyes"):
        decide_deviation(opened.office, both, deviation, approve=False)
    assert opened.steps(case)[1].outcome is None


@pytest.mark.attacks("deviation_approved")
def test_refused_deviation_omits_nothing_and_stays_refused(opened: World) -> None:
    case = opened.declare(1)
    deviation = ask(opened, case)
    decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=False)
    with refused("decided_already"):
        decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=True)
    assert opened.steps(case)[1].outcome is None


@pytest.mark.attacks("deviation_approved")
def test_two_reviewers_deciding_at_once_decide_once(opened: World) -> None:
    case = opened.declare(1)
    give(opened, "rev-2", Role.REVIEWER)
    deviation = ask(opened, case)
    results = at_once(
        lambda: decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=True),
        lambda: decide_deviation(opened.office, opened.actors["rev-2"], deviation, approve=False),
    )
    assert codes_of(results) == ["decided_already"]
    approved = sql(opened, "SELECT approved FROM deviation")[0][0]
    assert (opened.steps(case)[1].outcome is StepOutcome.NOT_APPLICABLE) is bool(approved)


@pytest.mark.attacks("deviation_approved", "uniform_plan")
@pytest.mark.parametrize("of_case", [True, False])
def test_undecided_deviation_blocks_the_release(opened: World, of_case: bool) -> None:
    case = collected(opened)
    opened.approve(case)
    if of_case:
        ask(opened, case, DeviationKind.REPEAT_STEP)
    else:
        ask(opened, None, DeviationKind.OTHER)
    with refused("requirements_unmet") as caught:
        release(opened.office, opened.actors["rev-1"], case)
    assert "deviation_undecided" in caught.value.message


@pytest.mark.attacks("deviation_approved", "uniform_plan")
def test_approved_repeat_makes_the_old_draft_worthless(opened: World) -> None:
    case = collected(opened)
    opened.approve(case)
    deviation = ask(opened, case, DeviationKind.REPEAT_STEP)
    decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=True)
    assert state(opened, case) is CaseState.DECLARED
    attempts = [(s.key, s.attempt, s.outcome) for s in opened.steps(case) if s.key == "posts"]
    assert attempts == [("posts", 1, StepOutcome.CAPTURED), ("posts", 2, None)]
    with refused("out_of_order", "requirements_unmet"):
        release(opened.office, opened.actors["rev-1"], case)


@pytest.mark.attacks("deviation_approved")
def test_deviation_of_another_round_does_not_reach_over(opened: World) -> None:
    opened.declare(1)
    opened.add_person("rev-2")
    opened.add_person("inv-2")
    opened.give_credentials("inv-2")
    people = (RoundPerson(person="inv-2", role=Role.INVESTIGATOR), RoundPerson(person="rev-2", role=Role.REVIEWER))
    file = RoundFile(
        round="R2",
        agency="bridgeport",
        position="Police officer",
        sworn=True,
        plan="declared-accounts",
        candidates=(RoundCandidate(number=1),),
        people=people,
    )
    open_round(opened.office, opened.actors["admin-1"], file, rules())
    foreign = {"kind": DeviationKind.OMIT_STEP, "reason": DeviationReason.OTHER, "note": NOTE}
    for person in ("inv-2", "inv-1"):
        with refused("other_round", "not_permitted"):
            request_deviation(
                opened.office,
                opened.actors[person],
                "R2",
                **foreign,
                case_id="R1.001",
                step_key="posts",
                account="R1.001.A1",
            )
    deviation = ask(opened, "R1.001")
    with refused("not_permitted"):
        decide_deviation(opened.office, opened.actors["rev-2"], deviation, approve=True)


@pytest.mark.attacks("deviation_approved")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"note": "short"}, "note_missing"),
        ({"note": "          "}, "note_missing"),
        ({"step_key": None}, "step_unnamed"),
        ({"case_id": None}, "step_unnamed"),
        ({"step_key": "no-such"}, "no_such_step"),
        ({"account": "R1.001.A9"}, "no_such_step"),
        ({"account": None}, "no_such_step"),
        ({"kind": DeviationKind.REPEAT_STEP}, "step_pending"),
        ({"kind": DeviationKind.OTHER}, "step_named"),
        ({"case_id": "R1.002"}, "declaration_missing"),
        ({"case_id": "R1.009"}, "unknown_id"),
    ],
)
def test_deviation_without_sound_reason_and_place_is_refused(
    opened: World, changes: dict[str, object], code: str
) -> None:
    opened.declare(1)
    arguments: dict[str, object] = {
        "kind": DeviationKind.OMIT_STEP,
        "reason": DeviationReason.SAFETY,
        "note": NOTE,
        "case_id": "R1.001",
        "step_key": "posts",
        "account": "R1.001.A1",
        **changes,
    }
    with refused(code):
        request_deviation(opened.office, opened.actors["inv-1"], ROUND, **arguments)  # type: ignore[arg-type]
    assert log(opened, "deviation.requested")[-1].result is Result.REFUSED


@pytest.mark.attacks("deviation_approved")
def test_step_that_has_its_outcome_is_not_omitted_afterwards(opened: World) -> None:
    case = opened.declare(1)
    deviation = ask(opened, case)
    finish(opened, case)
    with refused("step_done"):
        decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=True)
    with refused("step_done"):
        ask(opened, case)


@pytest.mark.attacks("deviation_approved")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE deviation SET decided_by = requested_by, decided_at = '2026-01-01', approved = 1",
        "UPDATE deviation SET approved = 1",
        "UPDATE deviation SET decided_by = 'rev-1'",
        "UPDATE deviation SET requested_by = 'rev-1'",
        "UPDATE deviation SET kind = 'other'",
        "DELETE FROM deviation",
        "INSERT OR REPLACE INTO deviation SELECT * FROM deviation",
    ],
)
def test_database_keeps_who_asked_and_who_decided(opened: World, statement: str) -> None:
    ask(opened, opened.declare(1))
    sql_refused(opened, statement)


@pytest.mark.attacks("deviation_approved")
def test_decided_deviation_is_not_turned_round_in_the_database(opened: World) -> None:
    deviation = ask(opened, opened.declare(1))
    decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=False)
    sql_refused(opened, "UPDATE deviation SET approved = 1")
    sql_refused(opened, "UPDATE deviation SET decided_by = NULL, decided_at = NULL, approved = NULL")


@pytest.mark.attacks("deviation_approved")
def test_auditor_sees_asking_deciding_and_effect(opened: World) -> None:
    case = opened.declare(1)
    deviation = ask(opened, case)
    decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=True)
    tail = [(e.action, e.actor, e.subject) for e in log(opened)[-3:]]
    assert tail == [
        ("deviation.requested", "inv-1", deviation),
        ("step.recorded", "rev-1", f"{case}.S2"),
        ("deviation.approved", "rev-1", deviation),
    ]
    assert log(opened)[-2].details["deviation"] == deviation
