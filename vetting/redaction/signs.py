"""Cheap signs: which of the costlier searches a text can need at all.

A pattern is tried only where every literal that it cannot do without is in the text. Those literals are read off the
pattern itself, so nobody has to keep a second list in step, and all of them are looked for in one Aho-Corasick pass.

Rules kept here: a sign may be there without a match, never a match without its signs; a pattern without any literal is always tried.
"""

import importlib
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

_parser: Any = importlib.import_module("re._parser")
_constants: Any = importlib.import_module("re._constants")
_MOST: Final = 96
"""Literals of one requirement; a requirement that would need more is left out."""
_REACH: Final = 160
"""A match is never farther than this from its sign: patterns are shorter."""
_REMEMBERED: Final = 4096
_Searched = TypeVar("_Searched")


def required(regex: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    """What any match holds, in lower case: of each set, at least one literal. Empty when nothing is certain."""
    exact, needs = _sequence(_parser.parse(regex.pattern, regex.flags))
    return tuple(_shortest(frozenset(word.lower() for word in need)) for need in _flush(exact, needs))


def _shortest(need: frozenset[str]) -> frozenset[str]:
    """A literal that holds another one of the set adds nothing."""
    return frozenset(w for w in need if not any(o != w and o in w for o in need))


_Info = tuple[frozenset[str] | None, list[frozenset[str]]]
"""All strings that a piece can match (None: too many to list), and what it needs besides."""


def _flush(exact: frozenset[str] | None, needs: list[frozenset[str]]) -> list[frozenset[str]]:
    return [*needs, exact] if exact and "" not in exact else needs


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Info:
    exact: frozenset[str] | None = frozenset({""})
    needs: list[frozenset[str]] = []
    whole = True
    for operation, value in items:
        own, more = _piece(operation, value)
        needs = needs + more
        if own is None:
            needs, exact, whole = _flush(exact, needs), frozenset({""}), False
        elif exact is not None and len(exact) * len(own) <= _MOST:
            exact = frozenset(a + b for a in exact for b in own)
        else:
            needs, exact, whole = _flush(exact, needs), own, False
    return (exact, needs) if whole else (None, _flush(exact, needs))


def _piece(operation: Any, value: Any) -> _Info:
    c = _constants
    if operation in {c.LITERAL, c.IN}:
        return _members([(operation, value)] if operation is c.LITERAL else value), []
    if operation in {c.AT, c.ASSERT, c.ASSERT_NOT}:
        return frozenset({""}), []
    if operation is c.SUBPATTERN:
        return _sequence(value[-1])
    if operation is c.BRANCH:
        return _branches([_sequence(branch) for branch in value[1]])
    if operation in {c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT}:
        return _repeated(*value)
    return None, []


def _members(items: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    out: set[str] = set()
    for operation, value in items:
        if operation is _constants.LITERAL:
            out.add(chr(value))
        elif operation is _constants.RANGE and value[1] - value[0] < _MOST:
            out.update(chr(code) for code in range(value[0], value[1] + 1))
        else:
            return None
    return frozenset(out) if len(out) <= _MOST else None


def _branches(parts: list[_Info]) -> _Info:
    exacts = [exact for exact, _ in parts]
    if all(e is not None for e in exacts) and not any(needs for _, needs in parts):
        union = frozenset().union(*(e for e in exacts if e is not None))
        if len(union) <= _MOST:
            return union, []
    choices = [_flush(exact, needs) for exact, needs in parts]
    if all(choices):
        return None, [frozenset().union(*(max(needs, key=_worth) for needs in choices))]
    return None, []


def _repeated(low: int, high: int, content: Any) -> _Info:
    exact, needs = _sequence(content)
    if low == 0:
        return (exact | {""}, []) if exact is not None and high == 1 and not needs else (None, [])
    if (low, high) == (1, 1):
        return exact, needs
    return None, _flush(exact, needs)


def _worth(need: frozenset[str]) -> tuple[int, int]:
    """How much a requirement sifts: long literals first, then few."""
    return min(map(len, need)), -len(need)


class Signs(Generic[_Searched]):
    """Picks, for a text, those of some searches whose literals it holds."""

    def __init__(self, searches: Iterable[tuple[_Searched, re.Pattern[str]]]) -> None:
        literals: dict[str, int] = {}
        first: dict[str, list[int]] = {}
        self._searches: list[tuple[int, _Searched]] = []
        bit = 0
        for searched, regex in searches:
            mask = 0
            needs = sorted(required(regex), key=_worth, reverse=True)
            sifting = [n for n in needs if not any(len(w) < 2 and w.isascii() and not w.isdigit() for w in n)][:2]
            for place, need in enumerate(sifting):
                for literal in sorted(need):
                    literals[literal] = literals.get(literal, 0) | 1 << bit
                    if not place:
                        first.setdefault(literal, []).append(len(self._searches))
                mask |= 1 << bit
                bit += 1
            self._searches.append((mask, searched))
        self._bits = tuple(literals.values())
        self._first = tuple(tuple(first.get(literal, ())) for literal in literals)
        self._automaton = AhoCorasick(list(literals), matchkind=MatchKind.Standard, store_patterns=False)
        self._known: dict[int, tuple[_Searched, ...]] = {}

    def present(self, folded: str) -> tuple[_Searched, ...]:
        """The searches that could match, in the order given at the start."""
        bits, mask = self._bits, 0
        for index, _, _ in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            mask |= bits[index]
        chosen = self._known.get(mask)
        if chosen is None:
            chosen = tuple(searched for need, searched in self._searches if need & mask == need)
            if len(self._known) < _REMEMBERED:
                self._known[mask] = chosen
        return chosen

    def reach(self, folded: str) -> dict[_Searched, list[tuple[int, int]]]:
        """For a long text: the searches that could match, each with the ranges around its signs, which begin and end at spaces."""
        places: dict[int, list[int]] = {}
        mask = 0
        for index, start, _ in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            mask |= self._bits[index]
            for number in self._first[index]:
                places.setdefault(number, []).append(start)
        return {
            searched: _ranges(folded, places[number]) if number in places else [(0, len(folded))]
            for number, (need, searched) in enumerate(self._searches)
            if need & mask == need
        }


def _ranges(folded: str, places: list[int]) -> list[tuple[int, int]]:
    """Ranges around places that are in order; those that touch become one."""
    out: list[tuple[int, int]] = []
    for place in places:
        if out and place + _REACH <= out[-1][1]:
            continue
        low = folded.rfind(" ", 0, max(0, place - _REACH)) + 1
        high = folded.find(" ", place + _REACH)
        high = len(folded) if high < 0 else high
        if out and low <= out[-1][1]:
            low = out.pop()[0]
        out.append((low, high))
    return out
