"""The one clock: aware, UTC, and replaceable in tests."""

from collections.abc import Callable
from datetime import UTC, datetime

_source: Callable[[], datetime] = lambda: datetime.now(UTC)  # noqa: E731


def now() -> datetime:
    """The present instant in UTC (CJIS AU-8 asks for hundredths of a second; this has microseconds)."""
    return _source()


def set_source(source: Callable[[], datetime] | None) -> None:
    """Replace the clock (tests only); `None` restores it."""
    global _source  # noqa: PLW0603
    _source = source or (lambda: datetime.now(UTC))
