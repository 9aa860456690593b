"""From spans to the text the board sees.

Rules kept here:

- The mark of every class is the same word: it tells neither class nor length.
- Marks that touch become one, so that nothing can be counted.
- A kin word, a pronoun, a name, an attacked group and a slur get neutral words, so that the sentence keeps its sense.
- A person or handle keeps one pseudonym inside one case, and the map is the only thing of a case that changes.
"""

import re
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from schemas.redaction import Mark, Span
from vetting.redaction import pronouns
from vetting.redaction.normalise import normalise

REMOVED: Final = "[removed]"
PERSON: Final = "[person]"
GROUP: Final = "a protected group"
SLUR: Final = "a slur"
_BETWEEN: Final = re.compile(r"(?:[\s,/&+\-–—|\u200b-\u200f\u2060\ufe0f]|\band\b|\bor\b){0,12}\Z")
_RANK: Final = {Mark.SLUR: 5, Mark.GROUP: 4, Mark.PSEUDONYM: 3, Mark.PERSON: 2, Mark.REMOVED: 1, Mark.PRONOUN: 0}
_ARTICLE: Final = re.compile(r"(?:^|\W)an? $", re.IGNORECASE)
_ARTICLE_NEAR: Final = re.compile(r"(?:^|\W)an? (?:[a-z]{1,12} )?$", re.IGNORECASE)
_DETERMINER: Final = re.compile(
    r"(?:^|\W)(?:the|these|those|all|you|many|most|some|us|we|fucking|stupid|dirty|filthy|lazy|few|other|any|no|of|every) $",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class CaseContext:
    """What is known of one case: always removed, whatever the spelling. Only `pseudonyms` changes."""

    names: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    pseudonyms: MutableMapping[str, str] = field(default_factory=dict)
    """From a folded name or handle to its letter; kept with the case, in the vault."""
    _by_part: dict[str, list[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _letters: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    _indexed: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    def pseudonym(self, name: str) -> str:
        """The pseudonym of a name or handle: "person A", the same every time; a single name joins the full name it belongs to."""
        key = " ".join(normalise(name).scan.split())
        if key not in self.pseudonyms:
            self._index_new()
            parts = key.split()
            same = self._by_part.get(key, []) if len(parts) == 1 else [p for p in parts if p in self.pseudonyms]
            self.pseudonyms[key] = self.pseudonyms[min(same)] if same else _letter(len(self._letters))
        return f"person {self.pseudonyms[key]}"

    def _index_new(self) -> None:
        """Take in what came into `pseudonyms` since the last time, so that a name is not compared with all others."""
        for key in islice(self.pseudonyms, len(self._indexed), None):
            self._indexed.append(key)
            self._letters.add(self.pseudonyms[key])
            for part in set(key.split()):
                self._by_part.setdefault(part, []).append(key)


def _letter(number: int) -> str:
    made = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def apply(text: str, spans: Iterable[Span], context: CaseContext | None = None, *, keep_pronouns: bool = False) -> str:
    """The board's text for a list of spans (any order; overlapping ones count as one).

    Raises:
        ValueError: a span ends beyond the text.

    """
    case = context or CaseContext()
    chosen = sorted(
        (s for s in spans if not (keep_pronouns and s.mark is Mark.PRONOUN)), key=lambda s: (s.start, s.end)
    )
    if chosen and max(s.end for s in chosen) > len(text):
        raise ValueError("a span ends beyond the text")
    out: list[str] = []
    at = index = 0
    while index < len(chosen):
        group = [chosen[index]]
        end = group[0].end
        index += 1
        while index < len(chosen) and (
            chosen[index].start < end or _joins(group, chosen[index], text[end : chosen[index].start])
        ):
            group.append(chosen[index])
            end = max(end, chosen[index].end)
            index += 1
        out.append(text[at : group[0].start])
        out.append(_word(text, group, end, case))
        at = end
    out.append(text[at:])
    return "".join(out)


def _joins(group: list[Span], following: Span, between: str) -> bool:
    if group[-1].mark is Mark.PRONOUN or following.mark is Mark.PRONOUN:
        return False
    if Mark.PSEUDONYM in {group[-1].mark, following.mark}:
        return between.strip() == "" and group[-1].mark is not following.mark
    return len(between) <= 12 and _BETWEEN.match(between) is not None


def _word(text: str, group: list[Span], end: int, case: CaseContext) -> str:
    best = max(group, key=lambda s: _RANK[s.mark])
    before = text[max(0, group[0].start - 18) : group[0].start]
    match best.mark:
        case Mark.REMOVED:
            made = REMOVED
        case Mark.PERSON:
            made = PERSON
        case Mark.PRONOUN:
            made = pronouns.neutral(text[group[0].start : end], text[end : end + 24])
        case Mark.PSEUDONYM:
            made = case.pseudonym(text[best.start : best.end].lstrip("@").removeprefix("u/"))
        case Mark.GROUP:
            made = (
                f"member of {GROUP}"
                if _ARTICLE_NEAR.search(before)
                else f"members of {GROUP}"
                if _DETERMINER.search(before)
                else GROUP
            )
        case Mark.SLUR:
            made = "slur" if _ARTICLE.search(before) else SLUR
    return _spaced(text, group[0].start, end, made)


def _spaced(text: str, start: int, end: int, made: str) -> str:
    """Keep words apart where a symbol stood against a letter."""
    left = " " if start and text[start - 1].isalnum() else ""
    right = " " if end < len(text) and text[end].isalnum() else ""
    return f"{left}{made}{right}"
