"""Plan x accounts, the same for everybody."""

from schemas.capture import StepOutcome
from schemas.case import Case, Step
from tests.world import World, capture_of, rules
from vetting.cases import current_accounts, current_steps, expand, missing_steps, plan_in_force
from vetting.cases.steps import wanted
from vetting.clock import now
from vetting.collection.keep import keep


def test_expansion_is_plan_times_accounts_and_repeats_nothing(opened: World) -> None:
    case = opened.declare(1, 3)
    for _ in range(2):
        with opened.office.store.transaction() as tx:
            rows = expand(tx, tx.get(Case, case))
    expected = [(k, f"{case}.A{n}") for k in ("profile", "posts") for n in (1, 2, 3)]
    assert sorted((s.key, s.account) for s in rows) == sorted(expected)
    assert len(opened.steps(case)) == 6
    assert len({s.id for s in opened.steps(case)}) == 6


def test_steps_of_a_candidate_are_done_once_whatever_is_declared(world: World) -> None:
    world.open_round(plan="declared-and-name-search")
    plan = rules(plan="declared-and-name-search").plan
    none, two = world.declare(1, 0), world.declare(2, 2)
    with world.office.store.transaction() as tx:
        pending = expand(tx, tx.get(Case, none))
        expand(tx, tx.get(Case, two))
        assert [s.key for s in pending] == ["name-search"]
        assert [s.reason for s in tx.all(Step, order=("ordinal",), case=none)] == ["none_declared", "none_declared", ""]
        assert [s.account for s in tx.all(Step, case=two, key="name-search")] == [""]
        assert wanted(plan, current_accounts(tx, two))[-1] == (3, "name-search", "")


def test_missing_steps_are_named_until_they_have_an_outcome(opened: World) -> None:
    case = opened.declare(1)
    with opened.office.store.transaction() as tx:
        first, second = expand(tx, tx.get(Case, case))
        assert missing_steps(tx, tx.get(Case, case)) == [f"profile of {case}.A1", f"posts of {case}.A1"]
    keep(opened.office, opened.actors["inv-1"], first.id, capture_of(None, ()), started_at=now())
    with opened.office.store.reading() as tx:
        assert missing_steps(tx, tx.get(Case, case)) == [f"posts of {case}.A1"]
        assert [s.outcome for s in current_steps(tx, tx.get(Case, case))] == [StepOutcome.NO_CONTENT, None]
    assert second.outcome is None


def test_dropped_account_needs_no_new_steps_and_keeps_its_old_ones(opened: World) -> None:
    case = opened.declare(1, 2)
    opened.collect(case)
    opened.declare(1, 1, supersedes=1)
    with opened.office.store.reading() as tx:
        row = tx.get(Case, case)
        assert missing_steps(tx, row) == []
        assert {s.account for s in current_steps(tx, row)} == {f"{case}.A1"}
    assert len(opened.steps(case)) == 4


def test_accounts_are_in_the_order_of_their_numbers(opened: World) -> None:
    case = opened.declare(1, 12)
    with opened.office.store.reading() as tx:
        assert [a.id for a in current_accounts(tx, case)] == [f"{case}.A{n}" for n in range(1, 13)]
        assert plan_in_force(tx, "R1") == (1, rules().plan)
