"""The one pass over a text: every term of the lexicon and every sign of a costlier search, in one Aho-Corasick automaton.

Rules kept here: terms count only where a word begins and ends; what is looked for beside the terms is only a sign and never a
finding. What is found is judged by `engine`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from vetting.redaction.normalise import View, bare
from vetting.redaction.signs import Signs

Hit = tuple[int, int, int]
"""Number of a term, start and end in the view."""


def automaton(terms: Sequence[str], signs: Sequence[str] = ()) -> AhoCorasick:
    """An automaton for terms, which begin a word unless they begin with a symbol, and for signs as they stand."""
    patterns = [f" {term}" if term[0].isalnum() else term for term in terms]
    return AhoCorasick([*patterns, *signs], matchkind=MatchKind.Standard, store_patterns=False)


class Scanner:
    """Finds terms and signs. Cheap to call, safe to share between threads."""

    def __init__(self, terms: Sequence[str], signs: Signs[Any]) -> None:
        """`terms` in the form of `View.scan`."""
        self._count = len(terms)
        self._longest = max(map(len, terms), default=0) + 3
        self._told = (*(() for _ in terms), *signs.told)
        self._characters = signs.characters
        self._telling = frozenset(signs.characters)
        self._automaton = automaton(terms, signs.literals)

    def scan(self, view: View) -> tuple[list[Hit], set[int]]:
        """The terms at word boundaries, and the requirements of `signs` that are met."""
        padded = f" {view.scan} "
        count = self._count
        found = self._automaton.find_matches_as_indexes(padded, overlapping=True)
        hits = [
            (index, low if padded[low] == " " else low - 1, high - 1)
            for index, low, high in found
            if index < count and not (padded[high].isalnum() and padded[high - 1].isalnum())
        ]
        seen = {index for index, _, _ in found}
        if not padded.isascii() and (plain := bare(padded)) != padded:
            seen.update([index for index, _, _ in self._automaton.find_matches_as_indexes(plain, overlapping=True)])
        met = set(chain.from_iterable(map(self._told.__getitem__, seen)))
        if view.odd:
            for code in self._telling.intersection(view.odd):
                met.update(self._characters[code])
        return hits, met

    def repaired(self, view: View) -> list[Hit]:
        """The terms at word boundaries of a view that repairs another: all that take in a repaired piece, perhaps with others."""
        padded = f" {view.scan} "
        return [
            (index, low if padded[low] == " " else low - 1, high - 1)
            for first, last in self._around(view.repairs, len(padded))
            for index, low, high in self._within(padded, first, last)
            if index < self._count and not (padded[high].isalnum() and padded[high - 1].isalnum())
        ]

    def _around(self, repairs: Iterable[tuple[int, int, int, int]], size: int) -> list[tuple[int, int]]:
        """The ranges of a padded view in which a term can take in a repaired piece; those that touch become one."""
        out: list[tuple[int, int]] = []
        for at, length, _, _ in repairs:
            low, high = max(0, at - self._longest), min(size, at + length + self._longest)
            if out and low <= out[-1][1]:
                low = out.pop()[0]
            out.append((low, high))
        return out

    def _within(self, padded: str, first: int, last: int) -> Iterator[Hit]:
        for index, low, high in self._automaton.find_matches_as_indexes(padded[first:last], overlapping=True):
            yield index, first + low, first + high

    def places(self, view: View) -> list[tuple[int, int]]:
        """The place of every sign in the view, with its number, in order: for long texts."""
        padded = f" {view.scan} "
        plain = bare(padded)
        found = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        if plain != padded:
            found += self._automaton.find_matches_as_indexes(padded, overlapping=True)
        return sorted((low, index - self._count) for index, low, _ in found if index >= self._count)
