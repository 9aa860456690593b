"""What an approved departure does, and who may read its reason."""

from schemas.capture import StepOutcome
from schemas.case import CaseState
from schemas.round import DeviationKind, DeviationReason
from tests.security.doors import collected, refused, state
from tests.world import ROUND, World
from vetting.rounds.deviations import decide_deviation, deviations_of, read_deviation, request_deviation

NOTE = "The synthetic platform was down for a month."


def ask(world: World, kind: DeviationKind, case: str | None = "R1.001", step: str | None = "posts") -> str:
    return request_deviation(
        world.office,
        world.actors["inv-1"],
        ROUND,
        kind,
        DeviationReason.TECHNICAL_FAULT,
        NOTE,
        case_id=case,
        step_key=step,
        account=f"{case}.A1" if step else None,
    )


def test_omitted_step_moves_the_case_on_when_it_was_the_last(opened: World) -> None:
    opened.declare(1)
    for step in ("profile", "posts"):
        assert state(opened, "R1.001") is CaseState.DECLARED
        decide_deviation(
            opened.office, opened.actors["rev-1"], ask(opened, DeviationKind.OMIT_STEP, step=step), approve=True
        )
    assert state(opened, "R1.001") is CaseState.COLLECTED
    assert {s.outcome for s in opened.steps("R1.001")} == {StepOutcome.NOT_APPLICABLE}


def test_repeated_step_is_a_new_attempt_beside_the_old_one(opened: World) -> None:
    case = collected(opened)
    deviation = ask(opened, DeviationKind.REPEAT_STEP)
    decide_deviation(opened.office, opened.actors["rev-1"], deviation, approve=True)
    assert [(s.id, s.attempt, s.deviation) for s in opened.steps(case) if s.key == "posts"] == [
        (f"{case}.S2", 1, None),
        (f"{case}.S3", 2, deviation),
    ]
    opened.collect(case, ("Synthetic second look.",))
    assert state(opened, case) is CaseState.COLLECTED
    assert len(opened.evidence(case)) == 3


def test_reason_is_read_by_those_who_may_and_lies_in_the_vault(opened: World) -> None:
    deviation = ask(opened, DeviationKind.OTHER, case=None, step=None)
    for person in ("inv-1", "rev-1", "aud-1"):
        row, text = read_deviation(opened.office, opened.actors[person], deviation)
        assert (row.id, text) == (deviation, NOTE)
        assert [d.id for d in deviations_of(opened.office, opened.actors[person], ROUND)] == [deviation]
    for person in ("board-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            read_deviation(opened.office, opened.actors[person], deviation)
    assert NOTE.encode() not in (opened.office.settings.home / "vetting.db").read_bytes()


def test_departure_of_another_kind_changes_no_step(opened: World) -> None:
    case = collected(opened)
    before = opened.steps(case)
    decide_deviation(opened.office, opened.actors["rev-1"], ask(opened, DeviationKind.OTHER, case, None), approve=True)
    assert opened.steps(case) == before
    with refused("unknown_id"):
        decide_deviation(opened.office, opened.actors["rev-1"], f"{ROUND}.deviation-9", approve=True)
