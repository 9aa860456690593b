"""What a candidate's accounts are collected by: opened and checked once for all of them, and anew when something else is in force."""

import pytest

from flows import collect
from flows.collect import Basis, begin, collect_accounts
from flows.desk import Desk, at_desk
from schemas.case import Case, DeclarationRow, Step
from schemas.round import Round
from tests.simulators.fediverse import FediverseSim, SimAccount
from tests.world import ROUND, World
from vetting.cases import plan_in_force

pytestmark = [pytest.mark.enable_socket, pytest.mark.timeout(240)]


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rounds whose frozen plan is opened from now on."""
    opened: list[str] = []

    def count(tx: object, round_id: str) -> object:
        opened.append(round_id)
        return plan_in_force(tx, round_id)  # type: ignore[arg-type]

    monkeypatch.setattr(collect, "plan_in_force", count)
    return opened


def test_plan_and_declaration_are_opened_once_for_a_candidate(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = counted(monkeypatch)
    with FediverseSim([SimAccount(f"synthetic1x{n}", count=3) for n in (1, 2, 3)]) as fediverse:
        world.open_round(1)
        case = world.declare(1, 3, host=fediverse.host)
        with at_desk(Desk(world.office, world.actors["inv-1"])):
            assert collect_accounts(begin(ROUND)) == 6
    assert opened == [ROUND]
    with world.office.store.reading() as tx:
        assert {step.outcome for step in tx.all(Step, case=case) if step.account} == {"captured"}


@pytest.mark.parametrize("change", ["plan", "state", "declaration", "candidate"])
def test_basis_is_opened_anew_when_something_else_is_in_force(
    world: World, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    world.open_round(2)
    first, second = world.declare(1, 2), world.declare(2, 1)
    opened = counted(monkeypatch)
    basis = Basis()
    with at_desk(Desk(world.office, world.actors["inv-1"])), world.office.store.reading() as tx:
        case, round_ = tx.get(Case, first), tx.get(Round, ROUND)
        assert len(basis.read(tx, case, round_)[2]) == 2
        assert basis.read(tx, case, round_) is basis.read(tx, case, round_)
        assert opened == [ROUND]
        if change == "plan":
            round_ = round_.model_copy(update={"version": 2})
        elif change == "state":
            case = case.model_copy(update={"state": "disposed"})
        elif change == "candidate":
            case = tx.get(Case, second)
        else:
            (row,) = tx.all(DeclarationRow, case=first)
            amended = row.model_copy(update={"id": "other", "object": "0" * 32})
            real = tx.all
            monkeypatch.setattr(
                tx, "all", lambda model, **w: [row, amended] if w == {"case": first} else real(model, **w)
            )
        basis.read(tx, case, round_)
    assert opened == [ROUND, ROUND]
