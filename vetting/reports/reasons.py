"""What a verdict rests on: one sentence for each fact, with the ids it is about."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """What a reason does to the verdict, the heaviest first."""

    BREACH = "breach"
    """A rule was broken: not uniform."""
    OPEN = "open"
    """Something is still to be done: unfinished."""
    DEVIATION = "deviation"
    """A departure that somebody else approved."""
    NOTE = "note"
    """Worth knowing; changes nothing."""


@dataclass(frozen=True)
class Reason:
    """A fact of the log and its weight."""

    weight: Weight
    rule: str
    """Stable code of the rule that found it."""
    case: str
    """Empty when it is about the round."""
    sentence: str
    seq: int | None = None
    """The event that shows it, where one does."""


def breach(rule: str, sentence: str, *, case: str = "", seq: int | None = None) -> Reason:
    """A rule was broken."""
    return Reason(Weight.BREACH, rule, case, sentence, seq)


def still_open(rule: str, sentence: str, *, case: str = "") -> Reason:
    """Something is still to be done."""
    return Reason(Weight.OPEN, rule, case, sentence)
