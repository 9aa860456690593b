"""Events written in order, and checkpoints signed over nothing but the whole log."""

import pytest

from tests.security.doors import log
from tests.world import World
from vetting.audit.checkpoint import verify_checkpoint
from vetting.audit.recorder import checkpoint, events, record
from vetting.audit.tags import Action


def test_event_is_numbered_on_and_belongs_to_its_transaction(opened: World) -> None:
    before = log(opened)

    def failing() -> None:
        with opened.office.store.transaction() as tx:
            record(tx, Action.STATUS_READ, actor="inv-1")
            raise KeyError("synthetic")

    with pytest.raises(KeyError):
        failing()
    assert log(opened) == before
    with opened.office.store.transaction() as tx:
        event = record(tx, Action.STATUS_READ, actor="inv-1", round_="R1", case="R1.001", details={"count": 2})
    assert event.seq == len(before)
    assert log(opened)[-1] == event


def test_events_are_found_by_case_and_round(opened: World) -> None:
    opened.declare(1)
    opened.declare(2)
    with opened.office.store.reading() as tx:
        assert {e.case for e in events(tx, case="R1.002")} == {"R1.002"}
        assert {e.round for e in events(tx, round_="R1")} == {"R1"}
        assert len(events(tx)) > len(events(tx, round_="R1"))


def test_checkpoint_covers_the_log_and_is_made_once_for_each_size(opened: World) -> None:
    with opened.office.store.transaction() as tx:
        first = checkpoint(tx, opened.office.keys)
        again = checkpoint(tx, opened.office.keys)
        kept = tx.checkpoints()
    assert first == again == kept[-1]
    assert verify_checkpoint(first, opened.office.keys.public).size == len(log(opened))
    opened.declare(1)
    with opened.office.store.transaction() as tx:
        second = checkpoint(tx, opened.office.keys)
        assert tx.checkpoints() == [*kept, second]


@pytest.mark.parametrize("details", [{"text": "two words"}, {"two words": 1}, {"x": 1.5}, {"x": {"y": {"z": 1}}}])
def test_detail_that_is_no_token_or_count_is_the_programmers_fault(opened: World, details: dict[str, object]) -> None:
    with opened.office.store.transaction() as tx, pytest.raises(RuntimeError) as caught:
        record(tx, Action.STATUS_READ, actor="inv-1", details=details)
    assert "status.read" in str(caught.value)
