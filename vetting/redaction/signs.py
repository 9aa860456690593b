"""Cheap signs: which of the costlier searches a text can need at all.

A pattern is tried only where every literal that it cannot do without is in the text (`literals`), so nobody has to keep a second list in
step. All of them are looked for in the one pass that finds the terms (`scanner`).

Rules kept here: a sign may be there without a match, never a match without its signs; a pattern without any literal is always tried.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from math import exp
from typing import Final, Generic, TypeVar

from vetting.redaction.literals import DIGITS, chance, frequency, read
from vetting.redaction.normalise import View

_REACH: Final = 160
"""Nothing that a pattern looks at is farther than this from its signs, though some could be endless."""
_PAYS: Final = 15.0
"""A further requirement is asked when it spares this many trials of a search for each time that it is met."""
_NEARLY_ALWAYS: Final = 0.95
"""Nothing is gained by asking for what so many texts hold."""
_LENGTH: Final = 100
"""Characters of a text, about."""
_Searched = TypeVar("_Searched")


class Signs(Generic[_Searched]):
    """Picks, for a text, those of some searches whose literals it holds.

    `literals` are to be looked for by the caller, in `" " + bare(scan) + " "`; `bits[i]` says what finding the i-th of them tells,
    `characters[code]` what a character of `View.odd` tells.
    """

    def __init__(
        self,
        searches: Iterable[tuple[_Searched, re.Pattern[str]]],
        named: Mapping[str, Iterable[frozenset[str]]],
    ) -> None:
        """`searches` are picked by what their patterns require, `named` ones, by their name, where all that they require is met."""
        literals: dict[str, int] = {}
        chars: dict[str, int] = {}
        masks: list[int] = []
        self._asked: list[tuple[int, ...]] = []
        bit = 1
        searches = list(searches)
        facts = [read(regex) for _, regex in searches]
        every = [([need for need in fact.literals if not need <= DIGITS], fact.characters) for fact in facts]
        every += [(list(needs), ()) for needs in named.values()]
        sharers = Counter(literal for needs, _ in every for literal in frozenset().union(*needs))
        for number, (required_here, held) in enumerate(every):
            needs = _sifting(required_here, sharers)
            if not needs and number >= len(facts):
                needs = sorted(required_here, key=frequency)[:1]
            masks.append(0)
            self._asked.append(tuple(range(bit.bit_length() - 1, bit.bit_length() - 1 + len(needs))))
            for table, need in (*((literals, need) for need in needs), *((chars, need) for need in held)):
                for literal in need:
                    table[literal] = table.get(literal, 0) | bit
                masks[-1] |= bit
                bit <<= 1
        self._searches = [searched for searched, _ in searches]
        self._names = tuple(named)
        self._masks = tuple(masks)
        self._always = tuple(number for number, mask in enumerate(masks) if not mask)
        self._by_rarest: dict[int, list[int]] = {}
        for number, mask in enumerate(masks):
            self._by_rarest.setdefault(mask & -mask, []).append(number)
        self._rarest = sum(self._by_rarest)
        self._far = tuple(min(_REACH, fact.reach) for fact in facts)
        self.literals = tuple(sorted(literals))
        self.bits = tuple(literals[literal] for literal in self.literals)
        self._told = tuple(tuple(n for n in range(bits.bit_length()) if bits >> n & 1) for bits in self.bits)
        self.characters = tuple(chars.get(chr(code), 0) for code in range(256))

    def present(self, mask: int) -> tuple[tuple[_Searched, ...], frozenset[str]]:
        """The searches that could match where literals with these bits were found, in the order given at the start."""
        numbers = list(self._always)
        rest = mask & self._rarest
        while rest:
            bit = rest & -rest
            rest ^= bit
            numbers += [number for number in self._by_rarest[bit] if self._masks[number] & mask == self._masks[number]]
        numbers.sort()
        count = len(self._searches)
        return (
            tuple(self._searches[number] for number in numbers if number < count),
            frozenset(self._names[number - count] for number in numbers if number >= count),
        )

    def reach(self, view: View, found: Iterable[tuple[int, int]]) -> dict[_Searched, list[tuple[int, int]]]:
        """For a long text: each search with the ranges to look in, which begin and end at spaces; all of it where it has no literal.

        A search is tried where all its literals are near one another. `found`: the places of literals, in order, with their numbers.
        """
        folded = view.folded
        places: dict[int, list[int]] = {}
        for place, index in found:
            for bit in self._told[index]:
                places.setdefault(bit, []).append(place)
        return {
            searched: _ranges(folded, _near([places.get(bit, []) for bit in asked], reach), reach)
            if asked
            else [(0, len(folded))]
            for asked, reach, searched in zip(self._asked, self._far, self._searches, strict=False)
        }


def _near(places: list[list[int]], reach: int) -> list[int]:
    """Those of the first places that have one of each other list near them; all are in order."""
    near = places[0]
    for others in places[1:]:
        near = [
            place
            for place in near
            if (at := bisect_left(others, place - reach)) < len(others) and others[at] <= place + reach
        ]
    return near


def _sifting(needs: Iterable[frozenset[str]], sharers: Mapping[str, int]) -> list[frozenset[str]]:
    """The rarest requirements, as many as pay; a literal that other searches ask for too costs the less.

    `sharers`: how many searches ask for each literal.
    """
    out: list[frozenset[str]] = []
    left = 1.0
    for often, _, need in sorted((frequency(need), sorted(need), need) for need in needs):
        met = 1 - exp(-often * _LENGTH)
        cost = sum(chance(literal) / sharers[literal] for literal in need) * _LENGTH
        if met < _NEARLY_ALWAYS and (not out or left * (1 - met) * _PAYS > cost):
            out.append(need)
            left *= met
    return out


def _ranges(folded: str, places: list[int], reach: int) -> list[tuple[int, int]]:
    """Ranges around places that are in order; those that touch become one."""
    out: list[tuple[int, int]] = []
    for place in places:
        if out and place + reach <= out[-1][1]:
            continue
        low = folded.rfind(" ", 0, max(0, place - reach)) + 1
        high = folded.find(" ", place + reach)
        high = len(folded) if high < 0 else high
        if out and low <= out[-1][1]:
            low = out.pop()[0]
        out.append((low, high))
    return out
