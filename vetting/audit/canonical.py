"""The one way to write an event as bytes: RFC 8785 JSON, the time with microseconds, every field present.

Changing a byte of this form would break every log ever written: it is fixed by tests.
"""

import json
import re

import rfc8785

from schemas.event import Event
from vetting.audit.merkle import leaf_hash
from vetting.errors import InputError

_LONG_NUMBER = re.compile(r"[0-9]{16}")


def canonical(event: Event) -> bytes:
    """The event's bytes, without a line end.

    Raises: InputError `event_not_canonical` for a number beyond 2^53 - 1, which JSON readers do not agree on.
    """
    fields = event.model_dump(mode="json")
    # Written out, not left to pydantic: a fixed width lets auditors sort the lines by time as text.
    fields["time"] = event.time.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    # An event holds ASCII tokens, whole numbers, truth values and nothing, for which sorted and compact JSON is the canonical
    # one; `rfc8785` gives the same bytes (a test compares them) in ten times the time, and is left what needs a closer look.
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    if text.isascii() and "\\" not in text and not _LONG_NUMBER.search(text):
        return text.encode("ascii")
    try:
        return rfc8785.dumps(fields)
    except rfc8785.CanonicalizationError as error:
        raise InputError(
            "event_not_canonical",
            f"Event {event.seq} holds a number that canonical JSON cannot carry.",
            law=10,
        ) from error


def leaf(event: Event) -> bytes:
    """The event's leaf hash in the log's tree (32 bytes)."""
    return leaf_hash(canonical(event))
