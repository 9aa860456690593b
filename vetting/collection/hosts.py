"""What the workers of one run share about the hosts they ask: the pace, and each host's robots.txt.

- A host's robots.txt is asked for once in a run, by whichever step comes first; all the others wait for that answer and
  go by it, so it decides the same for every candidate (law 2). A day later it is asked for again (RFC 9309, 2.4).
- One that could not be read is asked for again after a minute: a host that recovers is not shut out for the whole run.
- The exchange is held as it was, so that every step writes it into its own WARC.

It leaves the asking to `web`.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from vetting.collection.answers import Fault
from vetting.collection.pace import Pace
from vetting.collection.robots import NO_RULES, RobotRules

KEPT_FOR = 24 * 3600.0
"""Seconds that a robots.txt counts (RFC 9309, 2.4)."""
KEPT_UNREAD_FOR = 60.0
MAX_HOSTS = 256
"""Hosts whose robots.txt is held in memory; the one asked first is forgotten first."""


class Records(Protocol):
    """Where exchanges are written: a WARC, or a tape."""

    def request(self, head: bytes, *, url: str, date: datetime) -> str:
        """Write a request; returns its id."""
        ...

    def response(
        self,
        head: bytes,
        body: bytes,
        *,
        url: str,
        date: datetime,
        peer: str | None,
        request_id: str,
        truncated: str | None = None,
        role: str | None = None,
    ) -> str:
        """Write an answer to the request of that id; returns its id."""
        ...


@dataclass(frozen=True, slots=True)
class _Response:
    head: bytes
    body: bytes
    url: str
    date: datetime
    peer: str | None
    request_id: str
    truncated: str | None
    role: str | None


class Tape:
    """Exchanges held until they are written into a WARC, any number of times."""

    def __init__(self) -> None:
        self._taken: list[tuple[bytes, str, datetime] | _Response] = []

    def request(self, head: bytes, *, url: str, date: datetime) -> str:
        """As `Records.request`; the id holds on this tape only."""
        self._taken.append((head, url, date))
        return str(len(self._taken) - 1)

    def response(
        self,
        head: bytes,
        body: bytes,
        *,
        url: str,
        date: datetime,
        peer: str | None,
        request_id: str,
        truncated: str | None = None,
        role: str | None = None,
    ) -> str:
        """As `Records.response`."""
        self._taken.append(_Response(head, body, url, date, peer, request_id, truncated, role))
        return str(len(self._taken) - 1)

    def play(self, records: Records) -> None:
        """Write all of it, with the time and address that each exchange had."""
        ids: dict[str, str] = {}
        for number, taken in enumerate(self._taken):
            if isinstance(taken, _Response):
                records.response(
                    taken.head,
                    taken.body,
                    url=taken.url,
                    date=taken.date,
                    peer=taken.peer,
                    request_id=ids[taken.request_id],
                    truncated=taken.truncated,
                    role=taken.role,
                )
            else:
                head, url, date = taken
                ids[str(number)] = records.request(head, url=url, date=date)


@dataclass(frozen=True, slots=True)
class Consulted:
    """A host's robots.txt as it was answered: its rules, or the fault for which nothing of the host may be asked."""

    tape: Tape
    attempts: int
    rules: RobotRules = NO_RULES
    fault: Fault | None = None


@dataclass(slots=True)
class _Entry:
    lock: threading.Lock = field(default_factory=threading.Lock)
    consulted: Consulted | None = None
    until: float = 0.0


class Hosts:
    """Shared by all workers of a run; safe to be called from several threads. Without a pace, hosts are asked without pauses."""

    def __init__(self, pace: Pace | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.pace = pace
        self._clock = clock
        self._lock = threading.Lock()
        self._entries: dict[str, _Entry] = {}

    def consult(self, origin: str, ask: Callable[[], Consulted]) -> Consulted:
        """The robots.txt of a scheme, host and port; `ask` asks for it when it is not known, one caller at a time."""
        with self._lock:
            entry = self._entries.setdefault(origin, _Entry())
            while len(self._entries) > MAX_HOSTS:
                del self._entries[next(iter(self._entries))]
        with entry.lock:
            if entry.consulted is None or self._clock() >= entry.until:
                entry.consulted = ask()
                kept_for = KEPT_FOR if entry.consulted.fault is None else KEPT_UNREAD_FOR
                entry.until = self._clock() + kept_for
            return entry.consulted
