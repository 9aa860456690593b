"""Where the rules end: a small linear model that reads each word with its two neighbours on both sides and what the rules found near it.

It was trained on texts written for this project (`benchmarks.learn`; its card is docs/learned-rule.md) and only ever adds to what the rules find.
Rules kept here: weights are whole numbers, so that every machine comes to the same sum; a word that the rules have taken, or refused for what stands beside it, is left to them; what is
found is never certain, so that a person looks. It knows that words tell of a class but not of which, so the engine leaves it out as soon as
an agency has switched a class off.
"""

import json
import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from pydantic import Field, ValidationError

from schemas.base import Record
from vetting.errors import InputError

SCALE: Final = 1000
"""A weight of 1000 is one unit of log odds."""
REACH: Final = 60
"""Code points on both sides within which something found by the rules counts as near."""
HIGHEST: Final = 0.79
"""Never as sure as a rule: below `certain_score` of the shipped classes."""
EDGE: Final = "<>"
"""Stands for the words before the first and after the last."""
OFFSETS: Final = (-2, -1, 1, 2)
_KEPT: Final = 50_000
_WITHOUT: Final = (0, 0, 0, 0)
"""What a word without weights of its own adds to its neighbours."""
_TOKEN: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|[^\w\s#@\u200b-\u200f\u2060\ufe0f]")
_AFFIXES: Final = ((-3, None), (-4, None), (None, 4), (None, 5))


@dataclass(frozen=True, slots=True)
class Token:
    """A word, in small letters, or a symbol of a text."""

    start: int
    end: int
    word: str

    @property
    def telling(self) -> bool:
        """Whether it can be found: a word of three letters or more, or a symbol.

        Punctuation and letters in a box cannot. Numbers are left to the rules.
        """
        first = ord(self.word[0])
        return (len(self.word) > 2 and not self.word.isdigit()) or (first > 0x20FF and not 0x1F100 <= first < 0x1F1E6)


class Weights(Record):
    """The file of the model."""

    version: int = Field(ge=1)
    bias: int
    near: int
    listed: int
    refused: int
    threshold: float = Field(gt=0.5, lt=1)
    """Probability from which a word is found."""
    own: dict[str, int]
    """By word; ends and beginnings of words as "-ing", "tran-"."""
    context: dict[str, dict[str, int]]
    """By word: its weight for the word that stands so many places from it ("1" = the next one)."""


def tokens(text: str) -> list[Token]:
    """The words and symbols of a text, in order."""
    return [_token(match) for match in _TOKEN.finditer(text)]


def _words(text: str) -> list[str]:
    """The words of `tokens` alone."""
    if text.isascii():
        return _TOKEN.findall(text.lower())
    return [_small(word) for word in _TOKEN.findall(text)]


def _token(match: re.Match[str]) -> Token:
    return Token(match.start(), match.end(), _small(match[0]))


def _small(word: str) -> str:
    return word.lower().replace("\u2019", "'")


def parts(word: str) -> tuple[str, ...]:
    """The names of a word's own features: itself, its ends and beginnings."""
    return (
        word,
        *(f"-{word[start:end]}" if start is not None else f"{word[start:end]}-" for start, end in _AFFIXES),
    )


def around(words: Sequence[str], at: int) -> tuple[tuple[str, int], ...]:
    """The neighbours of a word, each with the offset from the neighbour to the word."""
    return tuple((words[at + o] if 0 <= at + o < len(words) else EDGE, -o) for o in OFFSETS)


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same ground in ranges that are sorted and neither overlap nor touch."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], end)
        else:
            out.append((start, end))
    return out


class Signs:
    """What the rules know of a text, as ranges of it in any order.

    `telling`: what they found to tell of a class; `listed`: terms of a list that no rule refuses, taken or not; `refused`: terms
    that the rules take for something else, and phrases that are never about people.
    """

    def __init__(
        self,
        telling: Iterable[tuple[int, int]] = (),
        listed: Iterable[tuple[int, int]] = (),
        refused: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.telling, self.listed, self.refused = merged(telling), merged(listed), merged(refused)

    def at(self, token: Token) -> Iterator[str]:
        """The names of a token's signs."""
        if meets(token, self.telling, REACH):
            yield "near"
        if meets(token, self.refused):
            yield "refused"
        elif meets(token, self.listed):
            yield "listed"


def meets(token: Token, ranges: Sequence[tuple[int, int]], reach: int = 0) -> bool:
    """Whether one of the ranges, `merged`, shares a letter with a token, or comes as near as the reach."""
    at = bisect_left(ranges, (token.end + reach,))
    return at > 0 and ranges[at - 1][1] > token.start - reach


class _Weighed(dict[str, tuple[int, ...]]):
    """What words add to the sums, kept from one text to the next; begun anew when there are too many."""

    def __init__(self, weigh: Callable[[str], tuple[int, ...]]) -> None:
        super().__init__()
        self._weigh = weigh

    def __missing__(self, word: str) -> tuple[int, ...]:
        weighed = self._weigh(word)
        if len(self) >= _KEPT:
            self.clear()
        self[word] = weighed
        return weighed


class Learned:
    """The model, ready to read. Safe to share between threads."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._signs = {"near": weights.near, "listed": weights.listed, "refused": weights.refused}
        self._context: Mapping[str, tuple[int, ...]] = {
            word: tuple(by.get(str(offset), 0) for offset in OFFSETS) for word, by in weights.context.items()
        }
        self._weighed = _Weighed(self._weigh)
        self._edge = (0, *self._context.get(EDGE, _WITHOUT))

    @cached_property
    def least(self) -> int:
        """The sum from which a word is found."""
        odds = self._weights.threshold / (1 - self._weights.threshold)
        return math.ceil(math.log(odds) * SCALE)

    def _weigh(self, word: str) -> tuple[int, ...]:
        """What a word adds to its own sum, and what to those of its neighbours, in the order of `OFFSETS`."""
        own = self._weights.own
        total = self._weights.bias + sum([own.get(part, 0) for part in parts(word)])
        return total, *self._context.get(word, _WITHOUT)

    def plain_sums(self, words: Sequence[str]) -> list[int]:
        """For each word the log odds, in thousandths, that it tells of a class, before the signs of the rules count."""
        edge = self._edge
        own, second_before, before, after, second_after = zip(
            edge, edge, *map(self._weighed.__getitem__, words), edge, edge, strict=True
        )
        return [
            a + b + c + d + e
            for a, b, c, d, e in zip(
                own[2:-2], second_before[4:], before[3:-1], after[1:-3], second_after[:-4], strict=True
            )
        ]

    def find(
        self,
        text: str,
        taken: Iterable[tuple[int, int]],
        telling: Sequence[tuple[int, int]],
        listed: Callable[[], tuple[list[tuple[int, int]], list[tuple[int, int]]]],
    ) -> Iterator[tuple[int, int, float]]:
        """Runs of telling words outside what the rules have taken or refused, as (start, end, score).

        `telling`: those of the taken ranges that tell of a class; `listed` gives the other two ranges of `Signs`, and is asked
        only where they could matter.
        """
        sums = self.plain_sums(_words(text))
        needed = self.least - (max(0, self._signs["near"]) if telling else 0)
        highest = max(sums, default=needed - 1)
        worth = max(0, self._signs["listed"])
        if highest < needed - worth:
            return
        signs = Signs(telling, *listed())
        if signs.listed:
            needed -= worth
        elif highest < needed:
            return
        barred = merged((*taken, *signs.refused))
        run: tuple[int, int, int] | None = None
        for match, plain in zip(_TOKEN.finditer(text), sums, strict=True):
            counts, total = False, plain
            if plain >= needed:
                token = _token(match)
                total += sum(self._signs[sign] for sign in signs.at(token))
                counts = total >= self.least and token.telling and not meets(token, barred)
            if run and not (counts and not meets(Token(run[1], match.start(), ""), barred)):
                yield run[0], run[1], _score(run[2])
                run = None
            if counts:
                run = (run[0], match.end(), max(run[2], total)) if run else (match.start(), match.end(), total)
        if run:
            yield run[0], run[1], _score(run[2])


def _score(total: int) -> float:
    return min(HIGHEST, round(1 / (1 + math.exp(-total / SCALE)), 2))


@lru_cache(maxsize=4)
def load(path: Path) -> Learned:
    """The model that a file holds.

    Raises:
        InputError `learned_malformed`: the file is not one that `benchmarks.learn` writes.

    """
    try:
        return Learned(Weights.model_validate(json.loads(path.read_text("utf-8"))))
    except (ValidationError, ValueError):
        raise InputError(
            "learned_malformed",
            f"{path.name} is not a file of weights.",
            remedy="Take the one of the release, or make it again with `python -m benchmarks.learn`.",
        ) from None
