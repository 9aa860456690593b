"""The one module that moves a case: its table, its requirements, its ways back."""

from itertools import product

import pytest

from schemas.case import Case, CaseState
from schemas.person import Role
from tests.security.doors import collected, refused, sql, state
from tests.world import World
from vetting.cases import back_to, move, readers, settle, unmet
from vetting.cases.state import MOVES
from vetting.rounds.people import end_assignment

S = CaseState


@pytest.mark.parametrize(("start", "target"), [(a, b) for a, b in product(S, S) if b not in MOVES[a]])
def test_move_out_of_order_says_what_must_come_first(opened: World, start: CaseState, target: CaseState) -> None:
    sql(opened, "UPDATE case_file SET state = ? WHERE id = 'R1.001'", start.value)
    with refused("out_of_order") as caught, opened.office.store.transaction() as tx:
        move(tx, "R1.001", target)
    assert "R1.001" in caught.value.message
    if start is not S.DISPOSED:
        assert caught.value.remedy
    assert state(opened, "R1.001") is start


def test_every_state_is_in_the_table_and_disposal_is_the_end() -> None:
    assert set(MOVES) == set(S)
    assert MOVES[S.DISPOSED] == frozenset()
    assert all(S.DISPOSED in MOVES[s] for s in S if s is not S.DISPOSED)
    assert [s for s in S if S.RELEASED in MOVES[s]] == [S.APPROVED]


def test_release_names_every_unmet_requirement_at_once(opened: World) -> None:
    sql(opened, "UPDATE case_file SET state = 'approved' WHERE id = 'R1.001'")
    for person in ("board-1", "board-2"):
        end_assignment(opened.office.store, opened.actors["admin-1"], "R1", person, Role.DECISION_MAKER)
    with opened.office.store.reading() as tx:
        codes = [u.code for u in unmet(tx, tx.get(Case, "R1.001"))]
    assert codes == ["declaration_missing", "steps_missing", "draft_missing", "no_reader"]
    with refused("requirements_unmet") as caught, opened.office.store.transaction() as tx:
        move(tx, "R1.001", S.RELEASED)
    assert all(code in caught.value.message for code in codes)


def test_case_that_has_not_come_so_far_is_not_taken_back(opened: World) -> None:
    case = opened.declare(1)
    with opened.office.store.transaction() as tx:
        back_to(tx, case, S.COLLECTED)
        assert tx.get(Case, case).state is S.DECLARED
        assert settle(tx, case) is False
    opened.collect(case)
    with opened.office.store.transaction() as tx:
        assert settle(tx, case) is False
        back_to(tx, case, S.DECLARED)
        assert tx.get(Case, case).state is S.DECLARED


@pytest.mark.parametrize(("stand", "code"), [("released", "already_released"), ("disposed", "disposed")])
def test_finished_case_is_not_taken_back(opened: World, stand: str, code: str) -> None:
    sql(opened, "UPDATE case_file SET state = ? WHERE id = 'R1.001'", stand)
    with refused(code), opened.office.store.transaction() as tx:
        back_to(tx, "R1.001", S.COLLECTED)


def test_readers_are_the_deciders_in_force(opened: World) -> None:
    end_assignment(opened.office.store, opened.actors["admin-1"], "R1", "board-2", Role.DECISION_MAKER)
    with opened.office.store.reading() as tx:
        assert [a.person for a in readers(tx, "R1")] == ["board-1"]


def test_approved_case_meets_everything(opened: World) -> None:
    case = collected(opened)
    opened.approve(case)
    with opened.office.store.reading() as tx:
        assert unmet(tx, tx.get(Case, case)) == []
