"""How a case stands, and when it moves on by itself."""

import pytest

from schemas.case import CaseState
from schemas.round import DeviationKind, DeviationReason
from tests.world import ROUND, World
from vetting.cases import settle
from vetting.cases.status import case_history, case_lines, case_status
from vetting.errors import PolicyError
from vetting.rounds.deviations import decide_deviation, request_deviation


def test_case_status_names_everything_that_is_missing(opened: World) -> None:
    case = opened.declare(1)
    status = case_status(opened.office.store, opened.actors["inv-1"], case)
    assert status.missing == ("profile of R1.001.A1", "posts of R1.001.A1")
    assert {u.code for u in status.unmet} == {"steps_missing", "draft_missing"}
    assert status.evidence == 0


def test_case_status_follows_a_case_to_its_release(opened: World) -> None:
    case = opened.declare(1)
    opened.collect(case)
    finding = opened.find(case, corroborated=False)
    held = case_status(opened.office.store, opened.actors["rev-1"], case).findings[0]
    assert (held.finding.id, held.current, held.blocked) == (finding, True, "not_corroborated")
    released = opened.release(case)
    status = case_status(opened.office.store, opened.actors["rev-1"], case)
    assert [row.id for row in status.releases] == [released.id]
    assert [v.passed for v in status.validations] == [True]
    assert [r.reviewer for r in status.reviews] == ["rev-1"]
    assert status.drafts[-1].held_back == (finding,)


def test_history_is_the_cases_own_events(opened: World) -> None:
    opened.collect(opened.declare(1))
    opened.declare(2)
    rows = case_history(opened.office.store, opened.actors["aud-1"], "R1.001")
    assert {e.case for e in rows} == {"R1.001"}
    assert "evidence.kept" in {e.action for e in rows}


@pytest.mark.parametrize("look", [case_status, case_history])
def test_a_decision_maker_does_not_see_how_a_case_stands(opened: World, look: object) -> None:
    assert callable(look)
    with pytest.raises(PolicyError):
        look(opened.office.store, opened.actors["board-1"], "R1.001")
    with pytest.raises(PolicyError):
        case_lines(opened.office.store, opened.actors["board-1"], ROUND)


def test_a_case_settles_only_when_its_last_step_is_done(opened: World) -> None:
    case = opened.declare(1)
    with opened.office.store.transaction() as tx:
        assert not settle(tx, case)
        assert not settle(tx, "R1.002")  # has not declared
    opened.collect(case)
    with opened.office.store.transaction() as tx:
        assert not settle(tx, case)  # is collected already
    assert opened.case(case).state is CaseState.COLLECTED


def test_an_omitted_last_step_moves_the_case_on(opened: World) -> None:
    case = opened.declare(1)
    for key in ("profile", "posts"):
        asked = request_deviation(
            opened.office,
            opened.actors["inv-1"],
            ROUND,
            DeviationKind.OMIT_STEP,
            DeviationReason.PLATFORM_UNAVAILABLE,
            "The platform is closed for good.",
            case_id=case,
            step_key=key,
            account=f"{case}.A1",
        )
        assert opened.case(case).state is CaseState.DECLARED
        decide_deviation(opened.office, opened.actors["rev-1"], asked, approve=True)
    assert opened.case(case).state is CaseState.COLLECTED
