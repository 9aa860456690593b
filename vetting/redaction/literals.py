"""What a pattern cannot do without: literals of which any text that it matches holds one, read off the pattern itself.

Rules kept here: what is given is certain, never likely; a pattern of which nothing is certain gives nothing. Literals have the form of a
padded `View.scan`, with a space where the pattern asks that a word begins or ends. Which of them are worth looking for is left to `signs`.
"""

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from vetting.redaction.normalise import scanned

_parser: Any = importlib.import_module("re._parser")
_constants: Any = importlib.import_module("re._constants")
_MOST: Final = 96
"""Literals of one requirement; a requirement that would need more is left out."""
_LETTERS: Final = dict(
    zip(
        "etaoinshrdlcumwfgypbvkjxqz",
        (102, 75, 65, 62, 57, 57, 53, 50, 50, 33, 33, 23, 23, 20, 19, 18, 16, 16, 15, 12, 8, 6, 1, 1, 1, 1),
        strict=True,
    )
)
"""Of a thousand characters of English, how many are this letter. Only ever used to choose between signs."""
_WORDS: Final = {
    word: share
    for share, words in {
        50: "the", 30: "to a i and", 20: "of is in you s t", 15: "that it m", 10: "for on my was this", 7: "with be me have are not so but",
        5: "just at like all your we they he do what if get out up no re", 3: "can one when had from his she her about an him who by or as go "
        "time been got us our will there now know good has how people really more",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Of a thousand words of English, how many are this one."""
_BLANK: Final = 180
"""Of a thousand characters, how many are a space."""
_BEGINS, _ENDS, _EITHER = "\x01", "\x02", "\x03"
"""In a literal: here a word begins, ends, or one of the two."""
_UNMARKED: Final = dict.fromkeys(map(ord, (_BEGINS, _ENDS, _EITHER)))
_NOTHING: Final = frozenset({""})
DIGITS: Final = frozenset("0123456789")
_Info = tuple[frozenset[str] | None, list[frozenset[str]]]
"""All strings that a piece can match (None: too many to list), and what it needs besides."""


class Needs(NamedTuple):
    """What is certain of every text that a pattern matches."""

    literals: tuple[frozenset[str], ...]
    """Of each set, at least one literal stands in the match or beside it, in the form of a padded `View.scan`."""
    characters: tuple[frozenset[str], ...]
    """Of each set, at least one character, other than a letter, does."""
    reach: int
    """How far from one of its literals anything that the pattern looks at can be: very far for a pattern without a limit."""


def read(regex: re.Pattern[str]) -> Needs:
    """What a pattern cannot do without."""
    items = _parser.parse(regex.pattern, regex.flags)
    needs = _flush(*_sequence(items))
    signs = (frozenset(map(_sign, need)) for need in needs)
    return Needs(
        tuple(need for need in signs if "" not in need),
        tuple({held for need in needs if (held := _held(need))}),
        int(items.getwidth()[1] + _beside(items) + 2),
    )


def required(regex: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    """The literals that a pattern cannot do without."""
    return read(regex).literals


def _held(need: frozenset[str]) -> frozenset[str]:
    """One character of each literal: its digits, or what it consists of; empty when a literal has only letters and spaces."""
    if all(not DIGITS.isdisjoint(literal) for literal in need):
        return DIGITS
    plain = [literal.translate(_UNMARKED) for literal in need]
    return (
        frozenset(plain)
        if all(len(c) == 1 and c.isascii() and not (c.isalnum() or c == " ") for c in plain)
        else frozenset()
    )


def _sign(literal: str) -> str:
    """A literal with its marks of word ends made into spaces where they tell something."""
    plain = literal.lower().translate(_UNMARKED)
    before = " " if literal[:1] in {_BEGINS, _EITHER} and plain[:1].isalnum() else ""
    after = " " if literal[-1:] in {_ENDS, _EITHER} and plain[-1:].isalnum() else ""
    return f"{before}{scanned(plain)}{after}"


def frequency(need: Iterable[str]) -> float:
    """About how often a literal of a set is met at a place in English."""
    return sum(chance(word) for word in need)


@lru_cache(maxsize=65_536)
def chance(literal: str) -> float:
    """The same for one literal."""
    chance = 1.0
    parts = literal.split(" ")
    for number, part in enumerate(parts):
        share = 1.0
        for char in part:
            share *= _LETTERS.get(char, 2 if char.isascii() else 0.001) / 1000
        if part and 0 < number < len(parts) - 1:
            share = _WORDS.get(part, 1000 * 2.0 ** -(len(part) + 6)) / 1000
        elif part in _WORDS and number != len(parts) - 1:
            share = max(share, _WORDS[part] / 1000)
        chance *= share
    return chance * (_BLANK / 1000 if len(parts) > 1 else 1.0)


def _flush(exact: frozenset[str] | None, needs: list[frozenset[str]]) -> list[frozenset[str]]:
    return [*needs, exact] if exact and "" not in exact else needs


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Info:
    exact: frozenset[str] = _NOTHING
    needs: list[frozenset[str]] = []
    whole = True
    for operation, value in items:
        own, more = _piece(operation, value)
        needs = needs + more
        if own is None:
            needs, exact, whole = _flush(exact, needs), _NOTHING, False
        elif len(exact) * len(own) <= _MOST:
            exact = frozenset(a + b for a in exact for b in own)
        else:
            needs, exact, whole = _flush(exact, needs), own, False
    return (exact, needs) if whole else (None, _flush(exact, needs))


def _piece(operation: Any, value: Any) -> _Info:
    c = _constants
    if operation in {c.LITERAL, c.IN}:
        return _members([(operation, value)] if operation is c.LITERAL else value), []
    if operation in {c.AT, c.ASSERT, c.ASSERT_NOT}:
        return _beside_match(operation, value)
    if operation is c.SUBPATTERN:
        return _sequence(value[-1])
    if operation is c.BRANCH:
        return _branches([_sequence(branch) for branch in value[1]])
    if operation in {c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT}:
        return _repeated(*value)
    return None, []


def _beside_match(operation: Any, value: Any) -> _Info:
    """What takes no room: it may tell that a word begins or ends here, or what stands before or after."""
    c = _constants
    if operation is c.ASSERT:
        return _NOTHING, _flush(*_sequence(value[1]))
    if operation is c.ASSERT_NOT:
        return frozenset({_edge(*value)}), []
    return frozenset({_EITHER if value is c.AT_BOUNDARY else ""}), []


def _edge(direction: int, items: Sequence[tuple[Any, Any]]) -> str:
    """What it tells that something does not stand before or after: that a word begins or ends, where it is any letter."""
    word = (_constants.CATEGORY, _constants.CATEGORY_WORD)
    if (
        len(items) == 1
        and items[0][0] is _constants.IN
        and word in items[0][1]
        and items[0][1][0][0] is not _constants.NEGATE
    ):
        return _BEGINS if direction < 0 else _ENDS
    return ""


def _members(items: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    out: set[str] = set()
    for operation, value in items:
        if operation is _constants.LITERAL:
            out.add(chr(value))
        elif operation is _constants.RANGE and value[1] - value[0] < _MOST:
            out.update(chr(code) for code in range(value[0], value[1] + 1))
        elif operation is _constants.CATEGORY and value is _constants.CATEGORY_DIGIT:
            out.update("0123456789")
        else:
            return None
    return frozenset(out) if len(out) <= _MOST else None


def _branches(parts: list[_Info]) -> _Info:
    listed = [exact for exact, _ in parts if exact is not None]
    union: frozenset[str] | None = frozenset().union(*listed)
    if len(listed) < len(parts) or union is None or len(union) > _MOST:
        union = None
    choices = [sorted(needs if union is not None else _flush(exact, needs), key=frequency) for exact, needs in parts]
    most = max(map(len, choices)) if all(choices) else 0
    made = [frozenset().union(*(needs[min(rank, len(needs) - 1)] for needs in choices)) for rank in range(most)]
    if all(any(_held(need) == DIGITS for need in needs) for needs in choices):
        made.append(DIGITS)
    return union, made


def _repeated(low: int, high: int, content: Any) -> _Info:
    exact, needs = _sequence(content)
    if low == 0:
        return (exact | _NOTHING if exact is not None and high == 1 else None), []
    if (low, high) == (1, 1):
        return exact, needs
    return None, _flush(exact, needs)


def _beside(items: Iterable[tuple[Any, Any]]) -> int:
    """How far a pattern looks before and after its match, at most."""
    c = _constants
    total = 0
    for operation, value in items:
        if operation in {c.ASSERT, c.ASSERT_NOT}:
            total += value[1].getwidth()[1]
        elif operation is c.BRANCH:
            total += sum(map(_beside, value[1]))
        elif operation is c.SUBPATTERN or operation in {c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT}:
            total += _beside(value[-1])
    return total
