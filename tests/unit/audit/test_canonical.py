"""The bytes of an event are fixed for ever: these literals must never be edited."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from schemas.event import Event, Result
from vetting.audit.canonical import canonical, leaf
from vetting.audit.merkle import leaf_hash
from vetting.errors import InputError

EVENT = Event(
    seq=7,
    time=datetime(2026, 3, 2, 10, 0, 0, 120000, tzinfo=timezone(timedelta(hours=1))),
    actor="investigator-1",
    action="evidence.kept",
    result=Result.DONE,
    round="round-1",
    case="round-1-c4",
    subject="ev-1",
    details={"sha256": "ab", "bytes": 12, "sealed": True, "parts": ({"n": 1, "of": None},)},
)


def test_canonical_form_of_an_event_never_changes() -> None:
    assert canonical(EVENT) == (
        b'{"action":"evidence.kept","actor":"investigator-1","case":"round-1-c4","code":null,'
        b'"details":{"bytes":12,"parts":[{"n":1,"of":null}],"sealed":true,"sha256":"ab"},'
        b'"result":"done","round":"round-1","seq":7,"subject":"ev-1","time":"2026-03-02T09:00:00.120000Z"}'
    )


def test_canonical_form_survives_reading_and_writing() -> None:
    assert canonical(Event.model_validate_json(canonical(EVENT))) == canonical(EVENT)


def test_time_is_written_with_microseconds_even_when_they_are_zero() -> None:
    whole = EVENT.model_copy(update={"time": datetime(2026, 3, 2, tzinfo=UTC)})
    assert b'"time":"2026-03-02T00:00:00.000000Z"' in canonical(whole)


def test_leaf_is_the_leaf_hash_of_the_canonical_bytes() -> None:
    assert leaf(EVENT) == leaf_hash(canonical(EVENT))


def test_number_beyond_what_json_readers_agree_on_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        canonical(EVENT.model_copy(update={"details": {"bytes": 2**53}}))
    assert refusal.value.code == "event_not_canonical"
