"""Records in, records out."""

import pytest

from schemas.case import Case, CaseState, Step
from schemas.person import Assignment, Role
from schemas.round import Frozen, Round
from tests.world import ROUND, World, rules
from vetting.cases import expand
from vetting.errors import InputError, StateError


def test_record_comes_back_as_it_was_written(opened: World) -> None:
    with opened.office.store.reading() as tx:
        frozen = tx.get(Frozen, f"{ROUND}.v1")
        assert frozen.digests == rules().digests()
        assert frozen.documents["plan"] == rules().plan.model_dump(mode="json")
        assert frozen.created_at.utcoffset() is not None
        assert tx.get(Round, ROUND).sworn is True


def test_filters_by_equality_null_and_enum(opened: World) -> None:
    with opened.office.store.reading() as tx:
        assert tx.count(Assignment, round=ROUND, role=Role.DECISION_MAKER, ended_at=None) == 2
        assert [a.person for a in tx.all(Assignment, order=("person",), role=Role.DECISION_MAKER)] == [
            "board-1",
            "board-2",
        ]
        assert tx.find(Assignment, person="nobody") is None


def test_unknown_id_is_said_without_repeating_what_is_no_id(opened: World) -> None:
    with opened.office.store.reading() as tx:
        with pytest.raises(InputError) as caught:
            tx.get(Case, "Jordan Synthetic, 12 Elm Street")
        assert caught.value.code == "unknown_id"
        assert "Jordan" not in caught.value.diagnostics()


def test_change_is_refused_when_somebody_was_faster(opened: World) -> None:
    with opened.office.store.transaction() as tx, pytest.raises(StateError) as caught:
        tx.change(Case, "R1.001", expect={"state": CaseState.APPROVED}, state=CaseState.RELEASED)
    assert caught.value.code == "changed_meanwhile"
    with opened.office.store.reading() as tx:
        assert tx.get(Case, "R1.001").state is CaseState.OPEN


def test_order_is_as_asked(opened: World) -> None:
    case = opened.declare(1, 3)
    with opened.office.store.transaction() as tx:
        expand(tx, tx.get(Case, case))
        assert [s.ordinal for s in tx.all(Step, order=("ordinal", "id"), case=case)] == [1, 1, 1, 2, 2, 2]


def test_filter_by_several_values_finds_each_of_them_and_no_other(opened: World) -> None:
    with opened.office.store.reading() as tx:
        everybody = {a.person for a in tx.all(Assignment, round=ROUND)}
        some = frozenset({"board-1", "inv-1", "nobody"})
        assert {a.person for a in tx.all(Assignment, round=ROUND, person=some)} == some & everybody
        assert tx.all(Assignment, person=frozenset()) == []
