"""What comes of asking a host: a good answer, or a fault with a reason code.

Faults of the world are values. No exception of the network's libraries goes further than this module, for they name
addresses (law 11).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from schemas.capture import StepOutcome

MAX_RETRY_AFTER = 120.0
"""Seconds that a server's Retry-After is honoured at most, so that a server cannot stop a round; a plan may say less or more."""
NOT_PERMITTED = "not_permitted_by_robots"
ROBOTS_UNREACHABLE = "robots_unreachable"
HOST_BUSY = "host_busy"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why no answer could be used: a reason code, and the HTTP status if there was one."""

    reason: str
    status: int | None = None
    retry: bool = False
    after: float | None = None
    body: bytes = field(default=b"", repr=False)
    """The beginning of an error's body as it came, for interfaces that state the reason there."""

    @property
    def outcome(self) -> StepOutcome:
        """The outcome of a step that ends with this fault."""
        if self.status in (401, 403) or self.reason == NOT_PERMITTED:
            return StepOutcome.NOT_PUBLIC
        if self.status in (404, 410):
            return StepOutcome.NOT_FOUND
        return StepOutcome.FAILED


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer (2xx). `body` is decoded, `wire` is as it came; nothing of it is kept until `Web.keep` says so."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    wire: bytes
    head: bytes
    date: datetime
    peer: str | None
    request_id: str
    cut: bool = False
    """The answer was longer than what was read of it."""

    @property
    def content_type(self) -> str:
        """The Content-Type header, or an empty string."""
        return self.headers.get("content-type", "")


def network_fault(problem: Exception) -> Fault:
    """A reason code for a failure of the network; the exception itself is dropped, for it names the address."""
    chain = f"{type(problem).__name__} " + " ".join(
        type(part).__name__ for part in (*problem.args, *(getattr(a, "reason", None) for a in (problem, *problem.args)))
    )
    for marks, fault in _NETWORK_FAULTS:
        if any(mark in chain for mark in marks):
            return fault
    return Fault("connection_broken", retry=True)


_NETWORK_FAULTS: tuple[tuple[tuple[str, ...], Fault], ...] = (
    (("SSLError", "CertificateError"), Fault("tls_failed")),
    (("NameLookupTimedOut",), Fault("name_timeout", retry=True)),
    (("NameResolutionError", "gaierror"), Fault("name_not_resolved", retry=True)),
    (("Timeout",), Fault("timeout", retry=True)),
    (("IncompleteRead", "InvalidChunkLength", "ChunkedEncodingError"), Fault("cut_short", retry=True)),
    (("NewConnectionError",), Fault("not_reachable", retry=True)),
    (("InvalidURL", "InvalidHeader", "LocationParseError", "UnicodeError"), Fault("bad_address")),
)
HOST_UNREACHABLE = frozenset(
    {"name_not_resolved", "name_timeout", "not_reachable", "tls_failed", "bad_address", "address_refused", HOST_BUSY}
)
"""Faults of a host as a whole: its robots.txt and its pages fail by them alike, so they are named as they are."""


def retry_after(value: str, answered: datetime, cap: float = MAX_RETRY_AFTER) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3), at least 0 and at most `cap`; `None` if it says nothing."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), cap)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max((moment - answered).total_seconds(), 0.0), cap)
