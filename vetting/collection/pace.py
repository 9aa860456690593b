"""Whose turn it is to ask a host: at most so many requests a minute to each, whichever worker asks.

- A turn is taken by whoever asks first after the host's quiet time; everybody else is told how long to wait and asks again.
- A host that asks for quiet (429, Retry-After) gets it from all workers.
- A host stands nowhere by its name: only a keyed digest of it reaches a file or another service (law 11).

`LocalPace` is for the threads of one process, `FilePace` for all processes of one machine. Several machines share a
pace through `flows/pace.py`.
"""

import contextlib
import fcntl
import hashlib
import hmac
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

MAX_QUIET = 600.0
"""Seconds that any quiet time may last; a later end can only come of a clock that was set back."""


_WIDTH = 32
_STALE = 24 * 3600.0


class Pace(Protocol):
    """Turns at a host. Safe to be called from several threads."""

    def turn(self, host: str, pause: float) -> float:
        """Take the turn and return 0, or return the seconds after which to ask again; `pause` is the quiet after a turn."""
        ...

    def hold(self, host: str, seconds: float) -> None:
        """Give nobody a turn at the host for so many seconds from now; never shortens a quiet time."""
        ...


class LocalPace:
    """A pace for the threads of this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._free: dict[str, float] = {}

    def turn(self, host: str, pause: float) -> float:
        """As `Pace.turn`."""
        with self._lock:
            now = self._clock()
            wait = self._free.get(host, now) - now
            if wait > 0:
                return wait
            self._free[host] = now + pause
            return 0.0

    def hold(self, host: str, seconds: float) -> None:
        """As `Pace.hold`."""
        with self._lock:
            until = self._clock() + min(seconds, MAX_QUIET)
            self._free[host] = max(self._free.get(host, until), until)


class FilePace:
    """A pace for all processes of this machine: one small file for each host, named by a keyed digest, locked while it changes."""

    def __init__(self, folder: Path, key: bytes, clock: Callable[[], float] = time.time) -> None:
        self._folder, self._key, self._clock = folder, key, clock
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._forget()

    def turn(self, host: str, pause: float) -> float:
        """As `Pace.turn`."""
        return self._change(host, lambda now, free: (free - now, free) if free > now else (0.0, now + pause))

    def hold(self, host: str, seconds: float) -> None:
        """As `Pace.hold`."""
        self._change(host, lambda now, free: (0.0, max(free, now + min(seconds, MAX_QUIET))))

    def _change(self, host: str, decide: Callable[[float, float], tuple[float, float]]) -> float:
        opened = os.open(self._folder / slot_name(host, self._key), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX)  # let go of when the file is closed, also by a process that dies
            now = self._clock()
            free = _number(os.pread(opened, _WIDTH, 0))
            wait, until = decide(now, free if free - now <= MAX_QUIET else now)
            if until != free:
                os.pwrite(opened, f"{until:<{_WIDTH}.6f}".encode(), 0)  # always as long, so nothing of the last stays
            return wait
        finally:
            os.close(opened)

    def _forget(self) -> None:
        """Remove what no quiet time can depend on any more: not even a digest of a host stays without a reason."""
        for file in self._folder.glob("host-*"):
            with contextlib.suppress(OSError):
                if self._clock() - file.stat().st_mtime > _STALE:
                    file.unlink()


def slot_name(host: str, key: bytes) -> str:
    """The name under which a host stands outside the vault: without the key nobody can tell which host it is."""
    return "host-" + hmac.new(key, host.lower().encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]


def _number(data: bytes) -> float:
    try:
        return float(data or b"0")
    except ValueError:  # written by nobody of ours
        return 0.0
