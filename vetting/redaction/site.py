"""The place where a term was found: the words to its left and right.

Only a bounded window is read, and only when a rule asks, so the cost of a text stays linear in its length. What the words
mean for a rule is left to `context`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final

from vetting.redaction.normalise import View

_WINDOW: Final = 90
_TOKEN: Final = re.compile(r"[\w']+|[.,!?;:()\"/]|[^\s\w]")
_NOISE: Final = frozenset("#*_~(/-")
_STOP: Final = frozenset('.!?;:"')


@cache
def bag(words: str) -> frozenset[str]:
    """A set of words from a line of text."""
    return frozenset(words.split())


@dataclass(frozen=True)
class Words:
    """The named sets of `words.yaml`."""

    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def get(self, name: str) -> frozenset[str]:
        """A set by name; empty when the configuration has none of that name."""
        return self.sets.get(name, frozenset())


class Site:
    """One match in a view, with its context read only when a rule asks."""

    def __init__(self, view: View, start: int, end: int, words: Words) -> None:
        self.view, self.start, self.end, self.words = view, start, end, words

    @cached_property
    def left(self) -> list[str]:
        """Words before the match, nearest first, up to the start of the sentence."""
        low = max(0, self.start - _WINDOW)
        found = _TOKEN.findall(self.view.folded[low : self.start])
        out: list[str] = []
        for token in reversed(found):
            if token in _STOP:
                break
            if token not in _NOISE:
                out.append(token[1:] if len(token) > 3 and token[0] == "'" else token)
        return out

    @cached_property
    def right(self) -> list[str]:
        """Words after the match, nearest first, up to the end of the sentence; a possessive `'s` is left out."""
        out: list[str] = []
        for token in _TOKEN.findall(self.view.folded[self.end : self.end + _WINDOW]):
            if token in _STOP:
                break
            if token in _NOISE or (token in {"'s", "'", ")"} and not out):
                continue
            out.append(token)
        return out

    @property
    def word(self) -> str:
        """The match, folded."""
        return self.view.folded[self.start : self.end]

    @property
    def cased(self) -> str:
        """The match with its case."""
        return self.view.cased[self.start : self.end]

    @property
    def next(self) -> str:
        """The next word, or an empty string at the end of the sentence."""
        return self.right[0] if self.right else ""

    @property
    def previous(self) -> str:
        """The previous word, or an empty string at the start of the sentence."""
        return self.left[0] if self.left else ""
