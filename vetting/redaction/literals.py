"""What a pattern cannot do without: literals of which any text that it matches holds one, read off the pattern itself.

Rules kept here: what is given is certain, never likely; a pattern of which nothing is certain gives nothing. Literals have the form of a
padded `View.scan`, with a space where the pattern asks that a word begins or ends. Which of them are worth looking for is left to `signs`.
"""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import exp, prod
from typing import Any, Final, NamedTuple

from vetting.redaction.normalise import scanned

_parser: Any = importlib.import_module("re._parser")
_constants: Any = importlib.import_module("re._constants")
_LITERAL: Final[Any] = _constants.LITERAL
_FEW: Final = 0.005
"""A pattern is taken apart into its ways when more texts than this have what it requires."""
LENGTH: Final = 100
"""Characters of a text, about."""
_MOST: Final = 96
"""Literals of one requirement; a requirement that would need more is left out."""
_LETTERS: Final = {
    letter: count / 1000
    for letter, count in zip(
        "etaoinshrdlcumwfgypbvkjxqz",
        (102, 75, 65, 62, 57, 57, 53, 50, 50, 33, 33, 23, 23, 20, 19, 18, 16, 16, 15, 12, 8, 6, 1, 1, 1, 1),
        strict=True,
    )
}
"""Which part of the characters of English are this letter. Only ever used to choose between signs."""
_OTHER: Final = 2 / 1000
_BEYOND: Final = 0.001 / 1000


class _Shares(dict[str, float]):
    """Which part of the characters are this one, whatever it is."""

    def __missing__(self, char: str) -> float:
        self[char] = share = _OTHER if char.isascii() else _BEYOND
        return share


_SHARES: Final = _Shares(_LETTERS)
_WORDS: Final = {
    word: share / 1000
    for share, words in {
        50: "the", 30: "to a i and", 20: "of is in you s t", 15: "that it m", 10: "for on my was this", 7: "with be me have are not so but",
        5: "just at like all your we they he do what if get out up no re day", 3: "can one when had from his she her about an him who by or as "
        "go time been got us our will there now know good has how people really more day love going want they think over today",
        1: "see back still make need then too even right work well thing never always only much other because their them where why way "
        "after before off here new last first look say said take come tell life man old year years week night best great better bad sure "
        "every same two very feel something someone school home game girl boy child kid under made many maybe please thanks",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Which part of the words of English are this one."""
_BLANK: Final = 0.18
"""Which part of the characters are a space."""
_BEGINS, _ENDS, _EITHER = "\x01", "\x02", "\x03"
"""In a literal: here a word begins, ends, or one of the two."""
_MARKS: Final = frozenset({_BEGINS, _ENDS, _EITHER})
_EMPTY: Final = frozenset({"", *_MARKS, *(a + b for a in _MARKS for b in _MARKS)})
"""Literals that tell nothing."""
_UNMARKED: Final = dict.fromkeys(map(ord, (_BEGINS, _ENDS, _EITHER)))
_OUTER: Final = {
    _constants.AT_BEGINNING: _BEGINS,
    _constants.AT_BEGINNING_STRING: _BEGINS,
    _constants.AT_END: _ENDS,
    _constants.AT_END_STRING: _ENDS,
}
"""What it tells that a text begins or ends."""
_SEEN: Final = {code: scanned(chr(code).lower()) for code in range(128)} | _UNMARKED
"""What the characters of ASCII are in a scan."""
_NOTHING: Final = frozenset({""})
DIGITS: Final = frozenset("0123456789")
_Info = tuple[frozenset[str] | None, list[frozenset[str]]]
"""All strings that a piece can match (None: too many to list), and what it needs besides."""


class Way(NamedTuple):
    """What is certain of every text that a pattern matches in one way."""

    literals: tuple[frozenset[str], ...]
    """Of each set, at least one literal stands in the match or beside it, in the form of a padded `View.scan`."""
    characters: tuple[frozenset[str], ...]
    """Of each set, at least one character, other than a letter, does."""


class Needs(NamedTuple):
    """What is certain of every text that a pattern matches."""

    literals: tuple[frozenset[str], ...]
    """As in each `Way`, whichever it is."""
    ways: tuple[Way, ...]
    """The ways to match: more than one for a choice of patterns of which all together require too little."""


def read(regex: re.Pattern[str] | str) -> Needs:
    """What a pattern cannot do without; one that is not compiled yet need not be for this."""
    infos: list[_Info] = []
    choice: tuple[int, list[_Info]] | None = None
    for operation, value in _by_words(_flat(_parsed(regex).data)):
        if operation is _constants.BRANCH:
            branches = [_sequence(branch.data) for branch in value[1]]
            info = _branches(branches)
            if choice is None and info[0] is None:
                choice = len(infos), branches
        else:
            info = _piece(operation, value)
        infos.append(info)
    whole = _way(_joined(infos))
    if choice is None or _tells(whole):
        return Needs(whole.literals, (whole,))
    at, branches = choice
    ways = [_way(_joined([*infos[:at], branch, *infos[at + 1 :]])) for branch in branches]
    return Needs(whole.literals, tuple(dict.fromkeys(ways)))


def reach(regex: re.Pattern[str] | str) -> int:
    """How far from one of its literals anything that a pattern looks at can be: very far for one without a limit."""
    items = _parsed(regex)
    return int(items.getwidth()[1] + _beside(items.data) + 2)


def _parsed(regex: re.Pattern[str] | str) -> Any:
    return _parser.parse(regex) if isinstance(regex, str) else _parser.parse(regex.pattern, regex.flags)


def _flat(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The pieces of a pattern, with those of its groups in their place."""
    for operation, value in items:
        if operation is _constants.SUBPATTERN:
            yield from _flat(value[-1].data)
        else:
            yield operation, value


def required(regex: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    """The literals that a pattern cannot do without."""
    return read(regex).literals


def _way(info: _Info) -> Way:
    needs = _flush(*info)
    return Way(
        tuple(signs for need in needs if "" not in (signs := _signs(need))),
        tuple(dict.fromkeys(held for need in needs if (held := _held(need)))),
    )


@lru_cache(maxsize=4096)
def _signs(need: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_sign, need))


def _tells(way: Way) -> bool:
    """Whether few texts have what is required."""
    met = 1.0
    for need in way.literals:
        met *= often(need)
    return met < _FEW


@lru_cache(maxsize=4096)
def _held(need: frozenset[str]) -> frozenset[str]:
    """One character of each literal: its digits, or what it consists of; empty when a literal has only letters and spaces."""
    if all(not DIGITS.isdisjoint(literal) for literal in need):
        return DIGITS
    if any(literal.isalnum() for literal in need):
        return frozenset()
    plain = [literal.translate(_UNMARKED) for literal in need]
    return (
        frozenset(plain)
        if all(len(c) == 1 and c.isascii() and not (c.isalnum() or c == " ") for c in plain)
        else frozenset()
    )


def _sign(literal: str) -> str:
    """A literal with its marks of word ends made into spaces where they tell something."""
    if literal.isalnum() and literal.isascii():
        return literal.lower()
    seen = literal.translate(_SEEN) if literal.isascii() else scanned(literal.lower().translate(_UNMARKED))
    before = " " if literal[:1] in {_BEGINS, _EITHER} and seen[:1].isalnum() else ""
    after = " " if literal[-1:] in {_ENDS, _EITHER} and seen[-1:].isalnum() else ""
    return f"{before}{seen}{after}"


@lru_cache(maxsize=4096)
def often(need: frozenset[str]) -> float:
    """In about which part of the texts a literal of a set is met."""
    return 1 - exp(-frequency(need) * LENGTH)


def frequency(need: Iterable[str]) -> float:
    """About how often a literal of a set is met at a place in English."""
    return sum(map(chance, need))


@lru_cache(maxsize=65_536)
def chance(literal: str) -> float:
    """The same for one literal."""
    chance = 1.0
    parts = literal.split(" ")
    for number, part in enumerate(parts):
        if part and 0 < number < len(parts) - 1:
            share = _WORDS.get(part) or 2.0 ** -(len(part) + 6)
        else:
            share = prod(map(_SHARES.__getitem__, part))
            if part in _WORDS:
                share = max(share, _WORDS[part] * (1.0 if len(parts) > 1 else _BLANK))
        chance *= share
    return chance * (_BLANK if len(parts) > 1 else 1.0)


def _flush(exact: frozenset[str] | None, needs: list[frozenset[str]]) -> list[frozenset[str]]:
    return [*needs, exact] if exact and _EMPTY.isdisjoint(exact) else needs


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Info:
    return _joined(_piece(operation, value) for operation, value in _by_words(items))


def _joined(pieces: Iterable[_Info]) -> _Info:
    """What holds for pieces that stand one after another."""
    exact: frozenset[str] = _NOTHING
    needs: list[frozenset[str]] = []
    whole = True
    for own, more in pieces:
        if more:
            needs = needs + more
        if own is None:
            needs, exact, whole = _flush(exact, needs), _NOTHING, False
        elif len(exact) * len(own) <= _MOST:
            exact = frozenset(a + b for a in exact for b in own)
        else:
            ended = all(after and _is_apart(after[0], _ENDS) for after in own)
            begun = all(before and _is_apart(before[-1], _BEGINS) for before in exact)
            needs = _flush(frozenset(before + _ENDS for before in exact) if ended else exact, needs)
            exact, whole = frozenset(_BEGINS + after for after in own) if begun else own, False
    return (exact, needs) if whole else (None, _flush(exact, needs))


def _is_apart(char: str, edge: str) -> bool:
    """Whether a word ends or begins beside a character of a literal: it is no part of a word, or the mark that says so."""
    return char == edge or not (char.isalnum() or char in _MARKS)


def _by_words(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The pieces of a pattern, with characters that stand one after another as one string."""
    word = ""
    for operation, value in items:
        if operation is _LITERAL:
            word += chr(value)
            continue
        if word:
            yield _LITERAL, word
            word = ""
        yield operation, value
    if word:
        yield _LITERAL, word


def _piece(operation: Any, value: Any) -> _Info:
    c = _constants
    if operation in {c.LITERAL, c.IN}:
        return frozenset({value}) if operation is c.LITERAL else _members(value), []
    if operation is c.SUBPATTERN:
        return _sequence(value[-1].data)
    if operation is c.BRANCH:
        return _branches([_sequence(branch.data) for branch in value[1]])
    if operation in {c.AT, c.ASSERT, c.ASSERT_NOT}:
        return _beside_match(operation, value)
    if operation in {c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT}:
        return _repeated(*value)
    return None, []


def _beside_match(operation: Any, value: Any) -> _Info:
    """What takes no room: it may tell that a word begins or ends here, or what stands before or after."""
    c = _constants
    if operation is c.ASSERT:
        direction, items = value[0], value[1].data
        edge = (_BEGINS if direction < 0 else _ENDS) if _all_apart(items, direction) else ""
        return frozenset({edge}), _flush(*_sequence(items))
    if operation is c.ASSERT_NOT:
        return frozenset({_edge(value[0], value[1].data)}), []
    if value in _OUTER:
        return frozenset({_OUTER[value]}), []
    return frozenset({_EITHER if value is c.AT_BOUNDARY else ""}), []


def _all_apart(items: Sequence[tuple[Any, Any]], direction: int) -> bool:
    """Whether whatever matches ends (direction below 0) or begins with what is no part of a word."""
    for operation, value in items if direction > 0 else reversed(items):
        if operation not in {_constants.MAX_REPEAT, _constants.MIN_REPEAT}:
            return _one_apart(operation, value, direction)
        if not _all_apart(value[-1].data, direction):
            return False
        if value[0] > 0:
            return True
    return False


def _one_apart(operation: Any, value: Any, direction: int) -> bool:
    """The same for one piece that is not repeated."""
    c = _constants
    if operation in {c.LITERAL, c.IN}:
        members = value if operation is c.IN else [(operation, value)]
        return all(what is c.LITERAL and not chr(char).isalnum() for what, char in members)
    if operation is c.BRANCH:
        return all(_all_apart(branch.data, direction) for branch in value[1])
    if operation is c.SUBPATTERN:
        return _all_apart(value[-1].data, direction)
    if operation is c.AT:
        return _OUTER.get(value) == (_BEGINS if direction < 0 else _ENDS)
    return operation is c.ASSERT_NOT and value[0] == direction and bool(_edge(direction, value[1].data))


def _edge(direction: int, items: Sequence[tuple[Any, Any]]) -> str:
    """What it tells that something does not stand before or after: that a word begins or ends, where it is any letter."""
    word = (_constants.CATEGORY, _constants.CATEGORY_WORD)
    black = (_constants.CATEGORY, _constants.CATEGORY_NOT_SPACE)
    if (
        len(items) == 1
        and items[0][0] is _constants.IN
        and (word in items[0][1] or black in items[0][1])
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
    choices = [_rarest_first(needs if union is not None else _flush(exact, needs)) for exact, needs in parts]
    most = max(map(len, choices)) if all(choices) else 0
    made = [frozenset().union(*(needs[min(rank, len(needs) - 1)] for needs in choices)) for rank in range(most)]
    if all(any(_held(need) == DIGITS for need in needs) for needs in choices):
        made.append(DIGITS)
    return union, made


def _rarest_first(needs: list[frozenset[str]]) -> list[frozenset[str]]:
    return sorted(needs, key=_plain_frequency) if len(needs) > 1 else needs


def _plain_frequency(need: frozenset[str]) -> float:
    return frequency(_signs(need))


def _repeated(low: int, high: int, content: Any) -> _Info:
    exact, needs = _sequence(content.data)
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
        if operation is _LITERAL:
            continue
        if operation in {c.ASSERT, c.ASSERT_NOT}:
            total += value[1].getwidth()[1]
        elif operation is c.BRANCH:
            total += sum(_beside(branch.data) for branch in value[1])
        elif operation is c.SUBPATTERN or operation in {c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT}:
            total += _beside(value[-1].data)
    return total
