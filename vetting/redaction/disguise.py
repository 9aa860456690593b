"""Spellings that hide a word: leet, letters set apart, repeated letters, letters replaced by a star, slips of the pen, joined tags.

Each suspicious piece of a text yields a few readings. A reading is a view of its own; what is found there counts only if it takes in a
repaired piece, so an ordinary text can gain nothing from this module. A reading that holds no word of the lexicon is not tried. All
patterns are free of nested repetition: linear time.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice, pairwise, product
from typing import Final

from vetting.redaction import misspelt, suspicion
from vetting.redaction.normalise import View, repaired
from vetting.redaction.site import bag

_LEET: Final = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s", "!": "i",
    "|": "li", "+": "t", "€": "e", "£": "l", "¢": "c", "(": "c", "#": "aeiou", "%": "aeiou", "®": "r", "©": "c", "💲": "s",
    "⭕": "o", "❌": "x",
}  # fmt: skip
_LETTER: Final = re.compile(r"[a-z]")
_LEETS: Final = re.compile("[" + re.escape("".join(_LEET)) + "]")
_WORD: Final = re.compile(r"[\w@$!|+€£¢(*#%®©💲⭕❌]+")
APART: Final = re.compile(
    r"(?<![^\W_])(?<!')[a-z0-9@$!®💲](?:[ .\-_*~/,|][a-z0-9@$!®💲](?![^\W_]|')){2,}|"
    r"(?<![^\W_])(?<!')[a-z0-9@$!](?:[ .\-_*~/|]{2,3}[a-z0-9@$!](?![^\W_]|')){2,}"
)
DOTTED: Final = re.compile(r"(?<![\w./@:])[a-z]{1,12}(?:[.\-_*~][a-z]{1,12}){1,8}(?![\w/@])")
_SIGNS: Final = re.compile(r"[ .\-_*~/,|]")
_FIRST_APART: Final = re.compile(r"^.[ .\-_*~/,|]+")
_LAST_APART: Final = re.compile(r"[ .\-_*~/,|]+.$")
_REPEAT: Final = re.compile(r"([a-z])\1{2,}")
_STARS: Final = re.compile(r"\*+")
_TAG: Final = re.compile(r"[#@][\w]{2,80}")
_CAMEL: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_]+")
_TOKEN: Final = re.compile(r"[^ ]+")
_MANY: Final = 12
_MANY_WORDS: Final = 400
_MAX_READINGS: Final = 6
_MAX_TRIED: Final = 64
_MAX_WORD: Final = 40
_MAX_LEET: Final = 6
_LONG: Final = 7
_NUMBERED: Final = bag("m4 m4s p4 p4s a4 d4 b4")
"""A road, a rifle, a sheet of paper, a die, "before": letters and digits that mean what they say."""
_HEAD: Final = 4
"""Letters that tell that no word of the lexicon begins so."""


class Disguises:
    """What is known of hidden spellings for one lexicon."""

    def __init__(self, terms: Collection[str], vocabulary: frozenset[str]) -> None:
        self.vocabulary = vocabulary
        self._corrections = misspelt.corrections(terms, vocabulary)
        self._fragments = _fragments(terms, vocabulary)
        self._halves: dict[str, frozenset[str]] = {}
        self.signs = frozenset(self._corrections) | frozenset(self._fragments)
        """Words that alone make a text suspicious."""

    @cached_property
    def _by_shape(self) -> dict[tuple[str, str], list[str]]:
        out: dict[tuple[str, str], list[str]] = defaultdict(list)
        for word in sorted(self.vocabulary):
            if len(word) > 2 and word.isascii() and word.isalpha():
                out[word[0], word[-1]].append(word)
        return out

    def readings(self, view: View, words: Sequence[str], signs: frozenset[str], told: frozenset[str]) -> Iterator[View]:
        """Views with the suspicious pieces repaired; none for an ordinary text.

        `words`: those of the view; `signs`: those of them that are in `self.signs`, perhaps with others;
        `told`: which of `suspicion.NEEDS` are met, perhaps with others.
        """
        pieces = self._pieces(view, words, signs, told)
        if not pieces:
            return
        depth = min(_MAX_READINGS, max(len(options) for _, _, options in pieces))
        for index in range(depth):
            yield repaired(view, [(s, e, options[min(index, len(options) - 1)]) for s, e, options in pieces])

    def _pieces(self, view: View, words: Sequence[str], signs: frozenset[str], told: frozenset[str]) -> "list[_Piece]":
        """Suspicious pieces of a view, in order and apart, with their readings."""
        found: list[_Piece] = []
        suspects = suspicion.of(view, told)
        if suspects.tags:
            found += self._tags(view)
        if suspects.apart:
            found += self._apart(view.folded)
        for start, end in suspects.dotted:
            found += self._dotted(view.folded, start, end)
        for start, end in suspects.mixed:
            found += self._words(view.folded, start, end)
        if slips := self.signs.intersection(signs):
            found += self._slips(view.scan, words, slips)
        if len(found) < 2:
            return found
        found.sort(key=lambda p: (p[0], -p[1]))
        out: list[_Piece] = []
        last = 0
        for piece in found:
            if piece[0] >= last:
                out.append(piece)
                last = piece[1]
        return out

    def _tags(self, view: View) -> "Iterator[_Piece]":
        for match in _TAG.finditer(view.folded):
            words = split_tag(view.cased[match.start() + 1 : match.end()], self.vocabulary)
            if words and not self.vocabulary.isdisjoint(words.lower().split()):
                yield match.start(), match.end(), list(dict.fromkeys((words, words.lower())))

    def _apart(self, folded: str) -> "Iterator[_Piece]":
        for match in APART.finditer(folded):
            start, end = match.span()
            joined = _SIGNS.sub("", match[0])
            readings = self._leet(joined) or [joined]
            if readings[0] not in self.vocabulary and len(joined) > 3:  # "a m u s l i m", "g a y i know"
                if joined[1:] in self.vocabulary:
                    start += len(match[0]) - len(_FIRST_APART.sub("", match[0]))
                    readings = [joined[1:]]
                elif joined[:-1] in self.vocabulary:
                    end, readings = match.start() + len(_LAST_APART.sub("", match[0])), [joined[:-1]]
                elif words := _split(joined, self.vocabulary):
                    readings = [" ".join(words)]
            if any(self._knows(reading) for reading in readings):
                yield start, end, readings

    def _dotted(self, folded: str, low: int, high: int) -> "Iterator[_Piece]":
        for match in DOTTED.finditer(folded, low, high):
            readings = (self._starred(match[0]) if "*" in match[0] else []) or [_SIGNS.sub("", match[0])]
            if known := [r for r in readings if r in self.vocabulary]:
                yield match.start(), match.end(), known

    def _words(self, folded: str, low: int, high: int) -> "Iterator[_Piece]":
        for match in _WORD.finditer(folded, low, high):
            word = match[0]
            if (_REPEAT.search(word) if word.isalpha() else _LETTER.search(word)) and (
                options := self._word_options(word)
            ):
                yield match.start(), match.end(), options

    def _word_options(self, word: str) -> list[str]:
        core = word.rstrip("!")
        if core in _NUMBERED:
            return []
        if len(core) > _MAX_WORD or core[:1] == "#" or (core[:1] == "@" and not any(c in "@$!|+*" for c in core[1:])):
            return []
        if "*" in core:
            return self._starred(core)
        options = self._leet(core) or ([core] if _REPEAT.search(core) else [])
        out: list[str] = []
        for option in options:
            if _REPEAT.search(option):
                out += (_REPEAT.sub(r"\1", option), _REPEAT.sub(r"\1\1", option))
            else:
                out.append(option)
        tail = word[len(core) :]
        return [o + tail for o in dict.fromkeys(out) if self._knows(o)][:_MAX_READINGS]

    def _knows(self, reading: str) -> bool:
        """Whether a reading holds a word of the lexicon."""
        return reading in self.vocabulary or (
            not reading.isalnum() and not self.vocabulary.isdisjoint(re.split(r"[\W_]+", reading))
        )

    def _starred(self, word: str) -> list[str]:
        """Words of the lexicon that a word with stars can stand for: each run of stars is as many letters, or any number of them."""
        core = word.strip("*")
        if len(core) < 2 or not core[0].isalpha() or not core[-1].isalpha() or word != core:
            return []
        plain = _leet_plain(core)
        exact = re.compile(plain.replace("*", "[a-z]"))
        loose = re.compile(_STARS.sub("[a-z]{1,8}", plain))
        words = self._by_shape.get((plain[0], plain[-1]), ())
        known = [w for w in words if exact.fullmatch(w)]
        if not known and len(_STARS.findall(core)) == 1:
            known = [w for w in words if loose.fullmatch(w)]
        return known[:_MAX_READINGS]

    def _leet(self, word: str) -> list[str]:
        """Readings of a word with digits and signs for letters, known words first; none when it has none or no letter at all."""
        signs = len(_LEETS.findall(word))
        if not signs or len(word) > _MAX_WORD or not _LETTER.search(word):
            return []
        if signs > _MAX_LEET:
            return [_leet_plain(word)]
        choices = [_LEET.get(c, c) for c in word]
        made = ["".join(p) for p in islice(product(*choices), _MAX_TRIED)]
        made += [m[:-1] + "s" for m in made if m.endswith("z") and len(m) > 3]
        return sorted(made, key=lambda m: m not in self.vocabulary)[:_MAX_READINGS]

    def _slips(self, scan: str, words: Sequence[str], signs: Collection[str]) -> "Iterator[_Piece]":
        if len(words) > _MANY_WORDS:
            pairs = {before + after for before, after in pairwise(words)}
            signs = [s for s in signs if s in self._corrections or not self._fragments[s].isdisjoint(pairs)]
        else:
            signs = [
                s
                for s in signs
                if s in self._corrections or (not self._other_halves(s).isdisjoint(words) and self._beside(words, s))
            ]
            if not signs:
                return
        padded = f" {scan} "
        for sign, at in _places(padded, signs):
            end = at + len(sign)
            if sign in self._corrections:
                yield at, end, [self._corrections[sign]]
            elif piece := self._joined(padded, at + 1, end + 1, self._fragments[sign]):
                yield piece

    def _other_halves(self, fragment: str) -> frozenset[str]:
        """What makes a term with a fragment before or after it."""
        halves = self._halves.get(fragment)
        if halves is None:
            wholes, size = self._fragments[fragment], len(fragment)
            halves = frozenset(
                (
                    *(w[size:] for w in wholes if w.startswith(fragment)),
                    *(w[:-size] for w in wholes if w.endswith(fragment)),
                )
            )
            self._halves[fragment] = halves
        return halves

    def _beside(self, words: Sequence[str], fragment: str) -> bool:
        """Whether a fragment and the word before or after it make a term, anywhere among the words."""
        wholes = self._fragments[fragment]
        at = -1
        for _ in range(words.count(fragment)):
            at = words.index(fragment, at + 1)
            if fragment + (*words[at + 1 : at + 2], "")[0] in wholes or (at and words[at - 1] + fragment in wholes):
                return True
        return False

    def _joined(self, padded: str, start: int, end: int, wholes: frozenset[str]) -> "_Piece | None":
        """The piece at `start:end` of a padded scan together with the word before or after it, if they make one of `wholes`."""
        word = padded[start:end]
        after = padded[end + 1 : end + 1 + _MAX_WORD].partition(" ")[0]
        if after and word + after in wholes:
            return start - 1, end + len(after), [word + after]
        before = padded[max(0, start - 1 - _MAX_WORD) : start - 1].rpartition(" ")[2]
        if before and before + word in wholes:
            return start - 2 - len(before), end - 1, [before + word]
        return None


def _places(padded: str, signs: Collection[str]) -> Iterator[tuple[str, int]]:
    """Each sign with the places where it stands as a word (of the space before it)."""
    if len(signs) > _MANY:
        yield from ((m[0], m.start() - 1) for m in _TOKEN.finditer(padded) if m[0] in signs)
        return
    for sign in sorted(signs):
        at = padded.find(f" {sign} ")
        while at >= 0:
            yield sign, at
            at = padded.find(f" {sign} ", at + 1)


_Piece = tuple[int, int, list[str]]
"""A range of a view, and what may stand there in truth."""


def _leet_plain(word: str) -> str:
    return "".join(_LEET.get(c, c)[0] for c in word)


def _fragments(terms: Iterable[str], vocabulary: frozenset[str]) -> dict[str, frozenset[str]]:
    """The longer half of long terms cut in two, with the terms; halves that are words of their own are left out."""
    out: dict[str, set[str]] = defaultdict(set)
    ordinary = vocabulary | _SHORT | _HALVES
    for term in terms:
        if len(term) < _LONG or not (term.isascii() and term.isalpha()):
            continue
        for at in range(2, len(term) - 1):
            head, tail = term[:at], term[at:]
            if head not in ordinary or tail not in ordinary:
                out[tail if len(tail) > len(head) else head].add(term)
    return {fragment: frozenset(wholes) for fragment, wholes in out.items()}


def split_tag(tag: str, vocabulary: frozenset[str]) -> str:
    """A hashtag or handle as separate words: by capitals and digits, else by words of the lexicon; empty when it is one word."""
    if tag.islower() and tag.isalpha() and tag.isascii():
        return " ".join(_split(tag, vocabulary))
    parts = _CAMEL.findall(tag.replace("_", " "))
    if len(parts) > 1 and any(len(p) > 2 for p in parts):
        words: list[str] = []
        for part in parts:
            words += _split(part.lower(), vocabulary) or [part]
        return " ".join(words)
    return " ".join(_split(tag.lower(), vocabulary))


def _split(word: str, vocabulary: frozenset[str]) -> list[str]:
    """The fewest words of the vocabulary that make up `word`, the last as short as can be; none if there is no such split."""
    if len(word) > _MAX_WORD or len(word) < 5 or word in vocabulary:
        return []
    size, heads = len(word), _heads(vocabulary)
    best: dict[int, list[str]] = {0: []}
    for start in range(size):
        head = best.get(start)
        if head is None:
            continue
        most = start + 18 if word[start : start + _HEAD] in heads else start + _HEAD - 1
        for end in range(start + 1, min(size, most) + 1):
            piece = word[start:end]
            if piece in _SHORT or (end - start > 3 and piece in vocabulary):
                current = best.get(end)
                if current is None or len(head) < len(current):
                    best[end] = [*head, piece]
    found = best.get(size)
    return found if found and len(found) > 1 else []


@lru_cache(maxsize=4)
def _heads(vocabulary: frozenset[str]) -> frozenset[str]:
    """How the longer words begin that a joined tag can be made of."""
    return frozenset(word[:_HEAD] for word in (*vocabulary, *_SHORT))


_SHORT: Final = bag(
    "i a am im is we my of in me to us the and for bi no go up on at be so do or it life lives love mom dad day not vote "
    "matter power strong proud pride team with all are you real big only out stop save free new live club girls nation "
    "gay jew man men boy son kid old bar kids boys wife moms dads army navy god ptsd hiv usa"
)
# Halves of terms that are ordinary words: two of them in a row are two words.
_HALVES: Final = bag("")
