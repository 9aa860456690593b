"""Cheap signs: which of the costlier searches a text can need at all.

A pattern is tried only where every literal that it cannot do without, in one of its ways to match, is in the text (`literals`), so nobody
has to keep a second list in step. All of them are looked for in the one pass that finds the terms (`scanner`).

Rules kept here: a sign may be there without a match, never a match without its signs; a pattern without any literal is always tried.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from typing import Final, Generic, TypeVar

from vetting.redaction import known
from vetting.redaction.literals import DIGITS, LENGTH, chance, frequency, often, reach
from vetting.redaction.normalise import View

_REACH: Final = 160
"""Nothing that a pattern looks at is farther than this from its signs, though some could be endless."""
_PAYS: Final = 40.0
"""A further requirement is asked when it spares this many trials of a search for each time that it is met."""
_NEARLY_ALWAYS: Final = 0.95
"""Nothing is gained by asking for what so many texts hold."""
_Searched = TypeVar("_Searched")


class Signs(Generic[_Searched]):
    """Picks, for a text, those of some searches whose literals it holds.

    `literals` are to be looked for by the caller, in `" " + bare(scan) + " "`; `told[i]` says which requirements finding the i-th of them
    meets, `characters[code]` which ones a character of `View.odd` does. Requirements are numbers.
    """

    def __init__(
        self,
        searches: Iterable[tuple[_Searched, re.Pattern[str] | str]],
        named: Mapping[str, Iterable[frozenset[str]]],
    ) -> None:
        """`searches` are picked where all is met that one of the ways of their patterns requires, `named` ones, by their name, likewise."""
        searches = list(searches)
        facts = [known.ways(regex) for _, regex in searches]
        ways = [
            (number, [need for need in way.literals if not need <= DIGITS], way.characters)
            for number, fact in enumerate(facts)
            for way in fact
        ]
        ways += [(number, list(needs), ()) for number, needs in enumerate(named.values(), len(facts))]
        sharers = Counter(literal for _, needs, _ in ways for literal in frozenset().union(*needs))
        literals: dict[frozenset[str], int] = {}
        chars: dict[frozenset[str], int] = {}
        always: set[int] = set()
        self._asked: list[list[list[int]]] = [[] for _ in facts]
        self._by_rarest: dict[int, list[tuple[int, frozenset[int]]]] = {}
        for number, required_here, held in ways:
            needs = [_shortest(need) for need in _sifting(required_here, sharers)]
            if not needs and number >= len(facts):
                needs = sorted(required_here, key=frequency)[:1]
            asked = [literals.setdefault(need, len(literals) + len(chars)) for need in needs]
            every = asked + [chars.setdefault(need, len(literals) + len(chars)) for need in held]
            if every:
                self._by_rarest.setdefault(every[0], []).append((number, frozenset(every[1:])))
            else:
                always.add(number)
            if number < len(facts):
                self._asked[number].append(asked)
        self._searches = [searched for searched, _ in searches]
        self._patterns = [regex for _, regex in searches]
        self._names = tuple(named)
        self._always = frozenset(always)
        self._rarest = frozenset(self._by_rarest)
        met = _by_member(literals)
        self.literals = tuple(sorted(met))
        self.told = tuple(met[literal] for literal in self.literals)
        self.characters = {ord(char): numbers for char, numbers in _by_member(chars).items()}

    def present(self, met: AbstractSet[int]) -> tuple[tuple[_Searched, ...], frozenset[str]]:
        """The searches that could match where these requirements are met, in the order given at the start."""
        found = set(self._always)
        for need in self._rarest.intersection(met):
            for number, others in self._by_rarest[need]:
                if others <= met:
                    found.add(number)
        count = len(self._searches)
        return (
            tuple([self._searches[number] for number in sorted(found) if number < count]),
            frozenset([self._names[number - count] for number in found if number >= count]),
        )

    @cached_property
    def _far(self) -> tuple[int, ...]:
        return tuple(min(_REACH, reach(regex)) for regex in self._patterns)

    def reach(self, view: View, found: Iterable[tuple[int, int]]) -> dict[_Searched, list[tuple[int, int]]]:
        """For a long text: each search with the ranges to look in, which begin and end at spaces; all of it where it has no literal.

        A search is tried where all the literals of one of its ways are near one another. `found`: the places of literals, in order, with
        their numbers.
        """
        folded = view.folded
        places: dict[int, list[int]] = {}
        for place, index in found:
            for need in self.told[index]:
                places.setdefault(need, []).append(place)
        out: dict[_Searched, list[tuple[int, int]]] = {}
        for searched, ways, far in zip(self._searches, self._asked, self._far, strict=True):
            if all(ways):
                near = [_near([places.get(need, []) for need in asked], far) for asked in ways]
                out[searched] = _ranges(folded, near[0] if len(near) == 1 else sorted(set().union(*near)), far)
            else:
                out[searched] = [(0, len(folded))]
        return out


@lru_cache(maxsize=4096)
def _shortest(need: frozenset[str]) -> frozenset[str]:
    """A requirement without the literals that begin or end with another one: where they are, that one is."""
    sizes = sorted(set(map(len, need)))
    if len(sizes) == 1:
        return need
    held = set(need)
    for literal in need:
        for size in sizes:
            if size >= len(literal):
                break
            if literal[:size] in need or literal[-size:] in need:
                held.discard(literal)
                break
    return frozenset(held)


def _by_member(needs: Mapping[frozenset[str], int]) -> dict[str, tuple[int, ...]]:
    """For each member of the sets, the numbers of those that it is in."""
    out: dict[str, list[int]] = {}
    for need, number in needs.items():
        for member in need:
            out.setdefault(member, []).append(number)
    return {member: tuple(numbers) for member, numbers in out.items()}


def _near(places: list[list[int]], reach: int) -> list[int]:
    """Those of the first places that have one of each other list near them; all are in order."""
    near = places[0] if all(places) else []
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
    for need in sorted(needs, key=often):
        met = often(need)
        cost = sum(chance(literal) / sharers[literal] for literal in need) * LENGTH
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
