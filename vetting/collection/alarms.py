"""Calls something when its time has come, unless it was called off: one thread for all that wait.

A `threading.Timer` is a thread of its own for each wait. One for each request costs as much as the request, and on a busy
machine several times that, because its starter waits until it runs.
"""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Alarms:
    """Safe to be used from several threads. What is called runs on the alarms' own thread: it must be short and raise nothing."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: dict[object, tuple[float, Callable[[], None]]] = {}
        self._wakes_at = math.inf
        self._thread: threading.Thread | None = None

    @contextmanager
    def within(self, seconds: float, late: Callable[[], None]) -> Iterator[None]:
        """Call `late` once if the body takes longer than so many seconds; the body is not ended by that."""
        alarm = object()
        due = time.monotonic() + seconds
        with self._changed:
            self._waiting[alarm] = (due, late)
            if self._thread is None or not self._thread.is_alive():  # a forked process has no threads but its own
                self._wakes_at = math.inf
                self._thread = threading.Thread(target=self._run, name="alarms", daemon=True)
                self._thread.start()
            if due < self._wakes_at:
                self._wakes_at = due
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._waiting.pop(alarm, None)

    def _run(self) -> None:
        while True:
            with self._changed:
                now = time.monotonic()
                late = [alarm for alarm, (due, _) in self._waiting.items() if due <= now]
                calls = [self._waiting.pop(alarm)[1] for alarm in late]
                if not calls:
                    # not woken when one is called off: that happens with nearly all of them
                    self._wakes_at = min((due for due, _ in self._waiting.values()), default=math.inf)
                    self._changed.wait(None if self._wakes_at == math.inf else self._wakes_at - now)
            for call in calls:
                call()


ALARMS = Alarms()
"""The alarms of this process."""
