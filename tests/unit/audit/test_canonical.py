"""The bytes of an event are fixed for ever: these literals must never be edited."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

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


TOKENS = st.from_regex(r"[A-Za-z0-9._:+=/-]{0,160}", fullmatch=True)
SCALARS = TOKENS | st.integers(-(2**60), 2**60) | st.booleans() | st.none()
DETAILS = st.dictionaries(
    TOKENS,
    SCALARS
    | st.lists(SCALARS, max_size=4).map(tuple)
    | st.dictionaries(TOKENS, SCALARS, max_size=4)
    | st.lists(st.dictionaries(TOKENS, SCALARS, max_size=3), max_size=3).map(tuple),
    max_size=6,
)


@given(details=DETAILS, seq=st.integers(0, 2**60))
def test_bytes_are_those_of_rfc_8785_whatever_an_event_holds(details: dict[str, Any], seq: int) -> None:
    event = EVENT.model_copy(update={"details": details, "seq": seq})
    fields = event.model_dump(mode="json") | {"time": "2026-03-02T09:00:00.120000Z"}
    try:
        wanted = rfc8785.dumps(fields)
    except rfc8785.CanonicalizationError:
        with pytest.raises(InputError):
            canonical(event)
    else:
        assert canonical(event) == wanted
