"""Texts as the leak check reads them: undisguised, with the way back to the original's offsets.

Written for the leak check alone. It shares no code with the redaction, so that a disguise one of them does
not see can be seen by the other (law 7).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

_LATIN_FOR = {
    "a": "аαɑ",
    "b": "Ьв",
    "c": "сϲ",
    "d": "ԁđ",
    "e": "еεє",
    "g": "ɡց",
    "h": "һнհħ",
    "i": "іιıɩɪї",
    "j": "јϳ",
    "k": "кκ",
    "l": "łӏǀʟ",
    "m": "мμ",
    "n": "пηոɴ",
    "o": "оοσøօ",
    "p": "рρ",
    "q": "ԛ",
    "r": "гʀ",
    "s": "ѕꜱ",
    "t": "тτŧ",
    "u": "υս",
    "v": "ѵν",
    "w": "ԝω",
    "x": "хχ",
    "y": "уүγ",
    "A": "АΑ",
    "B": "ВΒ",
    "C": "СϹ",
    "D": "Đ",
    "E": "ЕΕ",
    "G": "Ԍ",
    "H": "НΗ",
    "I": "ІΙӀ",
    "J": "Ј",
    "K": "КΚ",
    "L": "Ł",
    "M": "МΜ",
    "N": "Ν",
    "O": "ОΟØ",
    "P": "РΡ",
    "Q": "Ԛ",
    "S": "Ѕ",
    "T": "ТΤ",
    "W": "Ԝ",
    "X": "ХΧ",
    "Y": "УΥҮ",
    "Z": "Ζ",
}
_LOOKALIKES = {other: latin for latin, others in _LATIN_FOR.items() for other in others}
_LOOKALIKES |= {chr(first + i): chr(0x41 + i) for first in (0x1F150, 0x1F170) for i in range(26)}  # letters in a box
_LOOKALIKES |= {"®": "R", "©": "C", "💲": "S", "ℹ": "i", "🅿": "P"}
_INVISIBLE = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5")
_LEET = dict(zip("0134578@$!|€", "oleastbaslle", strict=True))
_LEET_I = {**_LEET, "1": "i", "!": "i", "|": "i"}
WORD = re.compile(r"[^\s,;:()\[\]{}\"“”?<>/]+")
"""Words as they are read for disguises: with figures and signs, without brackets and commas."""


@dataclass(frozen=True)
class View:
    """A reading of a text. `text[i]` comes from original code points `starts[i]` to `ends[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @cached_property
    def lower(self) -> str:
        """The reading in lower case, of the same length."""
        return "".join(low if len(low := c.lower()) == 1 else c for c in self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of `text[start:end]`."""
        return self.starts[start], self.ends[end - 1]


def undisguised(text: str) -> View:
    """The text composed alike, without accents and invisible characters, look-alike letters as Latin ones."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for offset, original in enumerate(text):
        category = unicodedata.category(original)
        if category in {"Cf", "Mn", "Me"} or original in _INVISIBLE:
            if ends:
                ends[-1] = offset + 1
            continue
        for piece in _LOOKALIKES.get(original) or unicodedata.normalize("NFKD", original):
            if unicodedata.category(piece) in {"Mn", "Me", "Cf"}:
                continue
            letters.append(" " if piece.isspace() else _LOOKALIKES.get(piece, piece))
            starts.append(offset)
            ends.append(offset + 1)
    return View("".join(letters), tuple(starts), tuple(ends))


@dataclass(frozen=True)
class Squeezed:
    """Letters and digits of a view, lower case. `at[i]` to `to[i]`: where character `i` is in the view."""

    view: View
    text: str
    at: tuple[int, ...]
    to: tuple[int, ...]

    def gaps(self, start: int, end: int) -> list[int]:
        """Positions inside `start:end` before which the view has separators."""
        return [i - start for i in range(start + 1, end) if self.at[i] > self.to[i - 1]]

    def opens(self, start: int) -> bool:
        """Whether a word begins here: after a separator, between letter and digit, or at a capital."""
        return self.at[start] == 0 or _edge(self.view.text[self.at[start] - 1], self.view.text[self.at[start]])

    def closes(self, end: int) -> bool:
        """Whether a word ends before this position."""
        last = self.to[end - 1]
        return last == len(self.view.text) or _edge(self.view.text[last - 1], self.view.text[last])


def _edge(before: str, after: str) -> bool:
    if not before.isalnum() or not after.isalnum():
        return True
    if before.isdigit() != after.isdigit():
        return True
    return before.islower() and after.isupper()


def squeeze(view: View) -> Squeezed:
    """The letters and digits of a view without anything between them."""
    places = [i for i, c in enumerate(view.lower) if c.isalnum()]
    return Squeezed(view, "".join(view.lower[i] for i in places), tuple(places), tuple(i + 1 for i in places))


def squeeze_leet(view: View) -> Squeezed:
    """As `squeeze`, with figures read as the letters they stand for, i as l, and repeated letters once."""
    kept: list[str] = []
    at: list[int] = []
    to: list[int] = []
    for i, character in enumerate(view.lower):
        letter = _LEET.get(character, character)
        if not letter.isalnum():
            continue
        letter = "l" if letter == "i" else letter
        if kept and kept[-1] == letter and to[-1] == i:
            to[-1] = i + 1
            continue
        kept.append(letter)
        at.append(i)
        to.append(i + 1)
    return Squeezed(view, "".join(kept), tuple(at), tuple(to))


def needle(text: str) -> str:
    """An identifier as `squeeze` would write it."""
    return squeeze(undisguised(text)).text


def leet_needle(text: str) -> str:
    """An identifier as `squeeze_leet` would write it."""
    return squeeze_leet(undisguised(text)).text


def words(text: str) -> list[str]:
    """The words of an identifier, undisguised and in lower case; an apostrophe is part of a word."""
    plain = undisguised(text).lower.replace("'", "").replace("’", "")
    return "".join(c if c.isalnum() else " " for c in plain).split()


def readings(word: str) -> set[str]:
    """What a disguised word may stand for: figures for letters, repeats, dots inside, several words in one.

    Empty for a word that is not disguised.
    """
    if word.isalpha() and word.islower() and not re.search(r"(.)\1\1", word):
        return set()
    bare = word.strip(".!'*_-")
    lower = bare.lower()
    found: set[str] = set()
    if any(c.isalpha() for c in bare):
        found = {"".join(table.get(c, c) for c in lower) for table in (_LEET, _LEET_I)}
    found |= {re.sub(r"[._*'-]", "", reading) for reading in found}
    found |= {re.sub(r"(.)\1+", r"\1", r) for r in found} | {re.sub(r"(.)\1\1+", r"\1\1", r) for r in found}
    if bare != lower or "_" in bare:
        found |= {part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", bare)}
    return found
