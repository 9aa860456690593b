"""Spellings that hide a word: leet, letters set apart, repeated letters, letters replaced by a star, joined tags.

Each suspicious piece of a text yields a few readings. A reading is a view of its own; what is found there counts only if it takes in a
repaired piece, so an ordinary text can gain nothing from this module. All patterns are free of nested repetition: linear time.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from vetting.redaction.normalise import View, repaired
from vetting.redaction.site import bag

_LEET: Final = {
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "6": "g",
    "7": "t",
    "8": "b",
    "9": "g",
    "@": "a",
    "$": "s",
    "!": "i",
    "|": "li",
    "+": "t",
    "€": "e",
    "£": "l",
    "¢": "c",
    "(": "c",
    "*": "aeiou",
    "#": "aeiou",
    "%": "aeiou",
    "®": "r",
    "©": "c",
    "💲": "s",
    "⭕": "o",
    "❌": "x",
}
_WORD: Final = re.compile(r"[\w@$!|+€£¢(*#%®©💲⭕❌]+")
_SUSPECT: Final = re.compile(r"[a-z][0-9@$!|+€£¢(*#%®©💲⭕❌]|[0-9@$!|+€£¢*%®©💲⭕❌][a-z]|([a-z])\1\1")
_APART: Final = re.compile(
    r"(?<![\w'])[a-z0-9@$!®💲](?:[ .\-_*~/,|][a-z0-9@$!®💲](?![\w'])){2,}|(?<![\w'])[a-z0-9@$!](?:[ .\-_*~/|]{2,3}[a-z0-9@$!](?![\w'])){2,}"
)
_DOTTED: Final = re.compile(r"(?<![\w./@:])[a-z]{1,12}(?:[.\-_*~][a-z]{1,12}){1,8}(?![\w/@])")
_SIGNS: Final = re.compile(r"[ .\-_*~/,|]")
_REPEAT: Final = re.compile(r"([a-z])\1{2,}")
_DOUBLE_END: Final = re.compile(r"(?<![a-z])[a-z]*([ynkmtrghdbci])\1(?![a-z])")
_TAG: Final = re.compile(r"[#@][\w]{2,80}")
_CAMEL: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_]+")
_MAX_READINGS: Final = 6
_MAX_WORD: Final = 40


def readings(view: View, vocabulary: frozenset[str]) -> Iterator[View]:
    """Views with the suspicious pieces repaired; none for an ordinary text."""
    pieces = _pieces(view, vocabulary)
    if not pieces:
        return
    depth = min(_MAX_READINGS, max(len(options) for _, _, options in pieces))
    for index in range(depth):
        yield repaired(view, [(s, e, options[min(index, len(options) - 1)]) for s, e, options in pieces])


_Piece = tuple[int, int, list[str]]


def _pieces(view: View, vocabulary: frozenset[str]) -> list[_Piece]:
    """Suspicious pieces of a view, in order and apart, with their readings."""
    found = [*_tags(view, vocabulary), *_apart(view.folded, vocabulary), *_words(view.folded, vocabulary)]
    found.sort(key=lambda p: (p[0], -p[1]))
    out: list[_Piece] = []
    last = 0
    for piece in found:
        if piece[0] >= last:
            out.append(piece)
            last = piece[1]
    return out


def _tags(view: View, vocabulary: frozenset[str]) -> Iterator[_Piece]:
    if "#" in view.folded or "@" in view.folded:
        for match in _TAG.finditer(view.folded):
            if words := split_tag(view.cased[match.start() + 1 : match.end()], vocabulary):
                yield match.start(), match.end(), [words]


def _apart(folded: str, vocabulary: frozenset[str]) -> Iterator[_Piece]:
    for match in _APART.finditer(folded):
        joined = _SIGNS.sub("", match[0])
        yield match.start(), match.end(), _leet(joined) or [joined]
    if any(c in folded for c in ".-_*~"):
        for match in _DOTTED.finditer(folded):
            readings = (_leet(match[0]) if "*" in match[0] else []) or [_SIGNS.sub("", match[0])]
            if known := [r for r in readings if r in vocabulary]:
                yield match.start(), match.end(), known


def _words(folded: str, vocabulary: frozenset[str]) -> Iterator[_Piece]:
    if _SUSPECT.search(folded):
        for match in _WORD.finditer(folded):
            if options := _word_options(match[0]):
                yield match.start(), match.end(), options
    for match in _DOUBLE_END.finditer(folded):
        single = match[0][:-1]
        if match[0] not in vocabulary and single in vocabulary and len(single) > 2:
            yield match.start(), match.end(), [single]


def _word_options(word: str) -> list[str]:
    core = word.rstrip("!")
    tail = word[len(core) :]
    if core[:1] in {"@", "#"} or len(core) > _MAX_WORD:
        return []
    options = _leet(core) or ([core] if _REPEAT.search(core) else [])
    out: list[str] = []
    for option in options:
        if _REPEAT.search(option):
            out += [_REPEAT.sub(r"\1", option) + tail, _REPEAT.sub(r"\1\1", option) + tail]
        else:
            out.append(option + tail)
    return out[:_MAX_READINGS]


def _leet(word: str) -> list[str]:
    """Readings of a word with digits and signs for letters; none when it has none or no letter at all."""
    if not any(c in _LEET for c in word) or not any("a" <= c <= "z" for c in word) or len(word) > _MAX_WORD:
        return []
    if sum(c in _LEET for c in word) > 6:
        return ["".join(_LEET.get(c, c)[0] for c in word)]
    choices = [_LEET.get(c, c) for c in word]
    made = ["".join(p) for _, p in zip(range(_MAX_READINGS), product(*choices), strict=False)]
    return [m[:-1] + "s" if m.endswith("z") and len(m) > 3 else m for m in made]


def split_tag(tag: str, vocabulary: frozenset[str]) -> str:
    """A hashtag or handle as separate words: by capitals and digits, else by words of the lexicon; empty when it is one word."""
    parts = _CAMEL.findall(tag.replace("_", " "))
    if len(parts) > 1 and any(len(p) > 2 for p in parts):
        words: list[str] = []
        for part in parts:
            words += _split(part.lower(), vocabulary) or [part]
        return " ".join(words)
    return " ".join(_split(tag.lower(), vocabulary))


def _split(word: str, vocabulary: frozenset[str]) -> list[str]:
    """The fewest words of the vocabulary that make up `word`; none if there is no such split into two or more."""
    if len(word) > _MAX_WORD or len(word) < 5 or word in vocabulary:
        return []
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 18), end):
            head = best[start]
            piece = word[start:end]
            if head is not None and (piece in _SHORT or (len(piece) > 3 and piece in vocabulary)):
                current = best[end]
                if current is None or len(head) + 1 < len(current):
                    best[end] = [*head, piece]
    found = best[-1]
    return found if found and len(found) > 1 else []


_SHORT: Final = bag(
    "i a am im is we my of in me to us the and for bi no go up on at be so do or it life lives love mom dad day not vote "
    "matter power strong proud pride team with all are you real big only out stop save free new live club girls nation "
    "gay jew man men boy son kid old bar kids boys wife moms dads army navy god ptsd hiv usa"
)
