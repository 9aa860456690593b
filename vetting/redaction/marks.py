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
from vetting.redaction.site import bag

REMOVED: Final = "[removed]"
PERSON: Final = "[person]"
GROUP: Final = "a protected group"
SLUR: Final = "a slur"
_BETWEEN: Final = re.compile(r"(?:[\s,/&+\-–—|\u200b-\u200f\u2060\ufe0f]|\band\b|\bor\b){0,12}\Z")
_RANK: Final = {Mark.SLUR: 5, Mark.GROUP: 4, Mark.PSEUDONYM: 3, Mark.PERSON: 2, Mark.REMOVED: 1, Mark.PRONOUN: 0}
_SCORN: Final = (
    r"(?:(?:fucking|fuckin|stupid|dirty|filthy|lazy|damn|goddamn|dumb|ugly|poor|illegal|bloody|nasty|violent|greedy|other|few|single|"
    r"more|typical|old|young|evil|disgusting|smelly|crazy|fat|little|big|ungrateful|angry|so-called) )"
)
_ONE: Final = re.compile(rf"(?:^|\W)(?:an?|every|each|another|this|that|any|one) {_SCORN}{{0,3}}$", re.IGNORECASE)
_SOME: Final = re.compile(
    r"(?:^|\W)(?:the|these|those|all|you|many|most|some|us|we|few|other|any|no|of|both|them|two|three|several|such|this|that|my|"
    rf"your|his|her|our|their) {_SCORN}{{0,3}}$|(?:^|\W){_SCORN}$",
    re.IGNORECASE,
)
_AN: Final = re.compile(r"(?:^|\W)an $", re.IGNORECASE)
_BEGINS: Final = re.compile(r"(?:^|[.!?\n]\s*)$")
_PLURAL: Final = re.compile(r"(?<!s)s$|(?:people|ppl|men|folk|folx|ese)$", re.IGNORECASE)
_NOUN_NEXT: Final = re.compile(r"[ -](?P<next>[a-z]+)", re.IGNORECASE)
_NOT_NOUNS: Final = bag(
    "a an and are am as at be been but by can cannot cant came come comes did do does for from get gets go goes going got had has "
    "have hate hates he her here him his hit i if in into is it its just keep keeps know knows like live lives love made make makes "
    "may me might moved must my near need needs never next not now of off on only or our out over own ran run said say says she "
    "should shot so stay stole stink stinks stop sucks take takes than that the their them then there these they think thinks this "
    "those to told too took under up us want wants was we were when where which while who whose why will with wont would yet you "
    "your always everywhere again around because destroy destroys ruin ruins invade breed smell steal commit belong control back "
    "down all also ain isn aren don doesn wouldn couldn shouldn about after before without against until since really even still"
)
_PAST: Final = re.compile(r"[a-z]{2,}ed$", re.IGNORECASE)


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
    case = context
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
        before = text[at : group[0].start]
        if "an " in before[-4:].lower() and _AN.search(before) and _takes_article(group):
            before = before[:-2] + " "  # "an" would tell that the word begins with a vowel
        if case is None and any(span.mark is Mark.PSEUDONYM for span in group):
            case = CaseContext()
        out += (before, _word(text, group, end, case))
        at = end + 1 if _plural_of_symbol(text, end) else end
    out.append(text[at:])
    return "".join(out)


def _joins(group: list[Span], following: Span, between: str) -> bool:
    if group[-1].mark is Mark.PRONOUN or following.mark is Mark.PRONOUN:
        return False
    if group[-1].mark is Mark.PSEUDONYM or following.mark is Mark.PSEUDONYM:
        return between.strip() == "" and group[-1].mark is not following.mark
    return len(between) <= 12 and _BETWEEN.match(between) is not None


def _word(text: str, group: list[Span], end: int, case: CaseContext | None) -> str:
    best = group[0] if len(group) == 1 else max(group, key=lambda s: _RANK[s.mark])
    start = group[0].start
    match best.mark:
        case Mark.REMOVED:
            made = REMOVED
        case Mark.PERSON:
            made = PERSON
        case Mark.PRONOUN:
            made = pronouns.neutral(text[group[0].start : end], text[end : end + 24])
        case Mark.PSEUDONYM:
            made = (case or CaseContext()).pseudonym(text[best.start : best.end].lstrip("@").removeprefix("u/"))
        case Mark.GROUP:
            made = _group(text[max(0, start - 40) : start], text[start:end], text[end : end + 24])
        case Mark.SLUR:
            made = _slur(text[max(0, start - 40) : start], text[start:end])
    return _spaced(text, start, end + _plural_of_symbol(text, end), made)


def _plural_of_symbol(text: str, end: int) -> bool:
    """Whether an "s" hangs on a symbol that was taken out."""
    return not text[end - 1].isalnum() and text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum()


def _takes_article(group: list[Span]) -> bool:
    return not {Mark.PRONOUN, Mark.PSEUDONYM} & {span.mark for span in group}


def _group(before: str, word: str, after: str) -> str:
    """An attacked group in the place of its word: "those members of ...", "a member of ...", "protected-group people"."""
    symbol = not any(c.isalpha() for c in word)
    plural = _PLURAL.search(word) is not None or (symbol and not _ONE.search(before))
    following = _NOUN_NEXT.match(after)
    if following and not plural and following["next"].lower() not in _NOT_NOUNS and not _PAST.search(following["next"]):
        return "protected-group"
    if not plural and (_ONE.search(before) or _SOME.search(before)):
        return f"member of {GROUP}"
    if _ONE.search(before) or _SOME.search(before):
        return f"members of {GROUP}"
    return _begun(before, word, GROUP)


def _slur(before: str, word: str) -> str:
    """A slur in the place of its word: "those slurs", "that slur", "a slur"."""
    if _PLURAL.search(word):
        return _begun(before, word, "slurs")
    return "slur" if _ONE.search(before) or _SOME.search(before) else _begun(before, word, SLUR)


def _begun(before: str, word: str, made: str) -> str:
    """With a capital where a sentence begins with one."""
    return made[0].upper() + made[1:] if word[:1].isupper() and _BEGINS.search(before) else made


def _spaced(text: str, start: int, end: int, made: str) -> str:
    """Keep words apart where a symbol stood against a letter."""
    left = " " if start and text[start - 1].isalnum() else ""
    right = " " if end < len(text) and text[end].isalnum() else ""
    return f"{left}{made}{right}"
