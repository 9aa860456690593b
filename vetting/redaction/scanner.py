"""The one pass over a text: every term of the lexicon and every sign of a costlier search, in one Aho-Corasick automaton.

Rules kept here: terms count only where a word begins and ends; what is looked for beside the terms is only a sign and never a
finding. What is found is judged by `engine`.
"""

from collections.abc import Sequence
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
        self._bits = (*(0 for _ in terms), *signs.bits)
        self._characters = signs.characters
        self._automaton = automaton(terms, signs.literals)

    def scan(self, view: View) -> tuple[list[Hit], int]:
        """The terms at word boundaries, and what the signs tell."""
        padded = f" {view.scan} "
        count, bits = self._count, self._bits
        mask = 0
        for code in set(view.odd):
            mask |= self._characters[code]
        hits: list[Hit] = []
        for index, low, high in self._automaton.find_matches_as_indexes(padded, overlapping=True):
            if index >= count:
                mask |= bits[index]
            elif not (padded[high].isalnum() and padded[high - 1].isalnum()):
                hits.append((index, low if padded[low] == " " else low - 1, high - 1))
        if not padded.isascii() and (plain := bare(padded)) != padded:
            for index, _, _ in self._automaton.find_matches_as_indexes(plain, overlapping=True):
                mask |= bits[index]
        return hits, mask

    def terms(self, view: View) -> list[Hit]:
        """The terms at word boundaries."""
        padded = f" {view.scan} "
        return [
            (index, low if padded[low] == " " else low - 1, high - 1)
            for index, low, high in self._automaton.find_matches_as_indexes(padded, overlapping=True)
            if index < self._count and not (padded[high].isalnum() and padded[high - 1].isalnum())
        ]

    def places(self, view: View) -> list[tuple[int, int]]:
        """The place of every sign in the view, with its number, in order: for long texts."""
        padded = f" {view.scan} "
        plain = bare(padded)
        found = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        if plain != padded:
            found += self._automaton.find_matches_as_indexes(padded, overlapping=True)
        return sorted((low, index - self._count) for index, low, _ in found if index >= self._count)
