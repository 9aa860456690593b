"""Checks of what stands beside a match of a pattern: whether a word of the same subject is near, or one of another.

A pattern that takes an everyday word ("discharge", "the rooms", "steward") asks one of these. They read a bounded stretch and nothing
else, so the cost of a text stays linear in its length.
"""

import re
from collections.abc import Callable

Check = Callable[[str, int, int], bool]
_REACH = 110


def near(words: str, reach: int = _REACH) -> Check:
    """One of the words (a pattern of alternatives) stands within reach, outside what was found."""
    sought = re.compile(rf"(?<!\w)(?:{words})(?!\w)")

    def check(folded: str, start: int, end: int) -> bool:
        return bool(
            sought.search(folded, max(0, start - reach), start)
            or sought.search(folded, end, min(len(folded), end + reach))
        )

    return check


def far(words: str, reach: int = _REACH) -> Check:
    """None of the words stands within reach, what was found included."""
    sought = re.compile(rf"(?<!\w)(?:{words})(?!\w)")

    def check(folded: str, start: int, end: int) -> bool:
        return not sought.search(folded, max(0, start - reach), min(len(folded), end + reach))

    return check


def both(*checks: Check) -> Check:
    """All of them hold."""

    def check(folded: str, start: int, end: int) -> bool:
        return all(one(folded, start, end) for one in checks)

    return check
