"""The stretch of time that a round looks at: from the look-back limit, or the candidate's eighteenth birthday, to the round's opening."""

from datetime import datetime

from schemas.base import Record, UtcTime


class Window(Record):
    """Both ends belong to it; no `not_before` means no limit into the past."""

    not_before: UtcTime | None = None
    not_after: UtcTime

    def admits(self, time: datetime | None) -> bool:
        """Whether an item of that time may be kept; one without a date may, and keeps its missing date as a flag."""
        if time is None:
            return True
        return time <= self.not_after and not self.precedes(time)

    def precedes(self, time: datetime | None) -> bool:
        """Whether a dated item is older than the window."""
        return time is not None and self.not_before is not None and time < self.not_before
