"""The redactor: one pass over a text for all terms, then context, patterns, names and identifiers only where there is a sign of them.

    (1) normalise, with a map back to the original
    (2) one Aho-Corasick pass over the normalised text; a rule decides each match by its context
    (3) the same over the readings of hidden spellings, where there are any
    (4) patterns, identifiers, names, pronouns, what is known of the case
    (5) resolve overlaps, widen to whole symbols and tags, ask whose class it is
    (6) write the board's text

Rules kept here: same input and same lexicon give the same output; a class that is off is never reported; a value is never logged. Which
words count is left to configuration, what the board sees to `marks`, the certainty of a person to the reviewer.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from schemas.redaction import Mark, Redacted, Span
from vetting.redaction import disguise, identifiers, names, patterns, pronouns
from vetting.redaction.lexicon import KEEP, Lexicon, load
from vetting.redaction.marks import CaseContext, apply
from vetting.redaction.normalise import View, normalise
from vetting.redaction.site import Site
from vetting.redaction.stance import disparaged

VERSION: Final = "1"
_JOINERS: Final = frozenset("\u200d\ufe0f\u20e3")
_LONGEST_SYMBOL: Final = 32
_LONGEST_KEPT: Final = 80
_ENDLESS: Final = 1 << 62
_STRONG: Final = frozenset({"URL", "EMAIL_ADDRESS"})


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    entity: str
    score: float
    rule: str
    mark: Mark


class Redactor:
    """Finds and removes what a decision maker must not learn. Cheap to call, safe to share between threads."""

    version: Final = VERSION

    def __init__(self, lexicon: Lexicon, *, keep_pronouns: bool = False) -> None:
        self._lexicon = lexicon
        self._enabled = lexicon.classes.enabled()
        self._keep_pronouns = keep_pronouns

    @property
    def lexicon_sha256(self) -> str:
        """Digest of everything that decides what is found, except this program's version."""
        return self._lexicon.sha256

    @property
    def entities(self) -> frozenset[str]:
        """The protected classes that are on."""
        return self._enabled

    @property
    def certain_score(self) -> float:
        """Spans below this are redacted and flagged for a person."""
        return self._lexicon.classes.certain_score

    @property
    def recognizers_file(self) -> Path | None:
        """The agency's own recognizers, if it has any."""
        return self._lexicon.recognizers

    def redact(self, text: str, context: CaseContext | None = None) -> Redacted:
        """The text as the board would see it, with its spans."""
        spans = self.spans(text, context)
        return Redacted(
            text=apply(text, spans, context),
            spans=spans,
            uncertain=any(s.score < self.certain_score for s in spans),
            lexicon_sha256=self.lexicon_sha256,
            version=self.version,
        )

    def spans(self, text: str, context: CaseContext | None = None) -> tuple[Span, ...]:
        """All spans of a text: sorted, not overlapping, in code points of the original."""
        if not text or text.isspace():
            return ()
        view = normalise(text)
        found = list(self._terms(view))
        for reading in disguise.readings(view, self._lexicon.vocabulary):
            found += self._hidden(reading)
        found += self._patterns(view)
        found += self._identities(view, context)
        if self._lexicon.recognizers is not None:
            from vetting.redaction.presidio import own  # noqa: PLC0415 - only for an agency that has its own

            found += [
                self._place(view, s, e, n, p, r, Mark.REMOVED)
                for s, e, n, p, r in own(self._lexicon.recognizers, view.cased)
            ]
        return tuple(
            Span(start=f.start, end=f.end, entity=f.entity, score=f.score, rule=f.rule, mark=f.mark)
            for f in _resolve(text, [_whole_symbol(text, f) for f in found])
        )

    def _place(self, view: View, start: int, end: int, entity: str, score: float, rule: str, mark: Mark) -> _Found:
        low, high = view.span(start, end)
        return _Found(low, high, entity, score, rule, mark)

    def _terms(self, view: View) -> Iterator[_Found]:
        kept: list[tuple[int, int]] = []
        hits: list[tuple[int, int, int]] = []
        folded = view.folded
        for index, start, end in self._hits(view):
            if self._lexicon.entries[index][0].entity == KEEP:
                kept.append((start, end))
            else:
                hits.append((index, start, end))
        kept.sort()
        for index, start, end in hits:
            if kept and _is_kept(kept, start, end):
                continue
            if any(c in ".!?;:" for c in folded[start:end]) and " " in folded[start:end]:
                continue
            site = Site(view, start, end, self._lexicon.words)
            for rule in self._lexicon.entries[index]:
                if rule.applies(site):
                    mark = rule.mark
                    if rule.group and mark is not Mark.SLUR and disparaged(view, start, end, self._lexicon.words):
                        mark = Mark.GROUP
                    yield self._place(view, start, end, rule.entity, rule.score, rule.name, mark)
                    break

    def _hits(self, view: View) -> Iterator[tuple[int, int, int]]:
        """Matches at word boundaries, as (entry, start, end) in the view.

        Terms begin with a space in the automaton unless they begin with a symbol.
        """
        scan = view.scan
        size = len(scan)
        padded = " " + scan
        for index, low, high in self._lexicon.automaton.find_matches_as_indexes(padded, overlapping=True):
            start, end = (low if padded[low] == " " else low - 1), high - 1
            if end < size and scan[end].isalnum() and scan[end - 1].isalnum():
                continue
            yield index, start, end

    def _hidden(self, reading: View) -> Iterator[_Found]:
        lexicon = self._lexicon
        for index, start, end in self._hits(reading):
            rule = lexicon.entries[index][0]
            if rule.entity == KEEP or not reading.touches(start, end):
                continue
            low, _ = reading.base_range(start, end)
            handle = reading.base is not None and reading.base.folded[low : low + 1] == "@"
            site = Site(reading, start, end, lexicon.words)
            for rule in lexicon.entries[index]:
                if rule.tag and not (handle and rule.mark is Mark.PERSON) and rule.applies(site):
                    yield self._place(
                        reading, start, end, rule.entity, min(rule.score, 0.85), f"{rule.name}~hidden", rule.mark
                    )
                    break

    def _patterns(self, view: View) -> Iterator[_Found]:
        for pattern, start, end in patterns.find(view, self._lexicon.words):
            if pattern.entity in self._enabled:
                yield self._place(view, start, end, pattern.entity, pattern.score, pattern.name, pattern.mark)
        if "PC_SEX" in self._enabled and not self._keep_pronouns:
            for start, end in pronouns.find(view.folded):
                yield self._place(view, start, end, "PC_SEX", 0.95, "pronoun.third_person", Mark.PRONOUN)

    def _identities(self, view: View, context: CaseContext | None) -> Iterator[_Found]:
        for start, end, entity, score, rule in identifiers.find(view):
            yield self._place(
                view, start, end, entity, score, rule, Mark.PSEUDONYM if entity == "HANDLE" else Mark.REMOVED
            )
        for start, end, score, rule in names.find(view, self._lexicon):
            yield self._place(view, start, end, "PERSON", score, rule, Mark.PSEUDONYM)
        if context is not None:
            for known, entity, mark in (
                (context.names, "PERSON", Mark.PSEUDONYM),
                (context.handles, "HANDLE", Mark.PSEUDONYM),
                (context.places, "LOCATION", Mark.REMOVED),
            ):
                for start, end in names.find_known(view, known):
                    yield self._place(view, start, end, entity, 1.0, f"case.{entity.lower()}", mark)


def _is_kept(kept: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a range lies inside a longer phrase that is never about people."""
    at = bisect_right(kept, (start, _ENDLESS)) - 1
    while at >= 0 and kept[at][0] > start - _LONGEST_KEPT:
        low, high = kept[at]
        if end <= high and (high - low) > (end - start):
            return True
        at -= 1
    return False


def _whole_symbol(text: str, found: _Found) -> _Found:
    """Widen a span over the rest of an emoji sequence, so that no half of it stays."""
    start, end = found.start, found.end
    if start and "\U0001f3fb" <= text[start] <= "\U0001f3ff" and ord(text[start - 1]) > 0x2000:
        start -= 1
    limit = min(len(text), end + _LONGEST_SYMBOL)
    while end < limit and (
        text[end] in _JOINERS
        or text[end - 1] == "\u200d"
        or "\U0001f3fb" <= text[end] <= "\U0001f3ff"
        or "\U000e0020" <= text[end] <= "\U000e007f"
    ):
        if text[end - 1] == "\u200d" and text[end].isspace():
            break
        end += 1
    return (
        found
        if (start, end) == (found.start, found.end)
        else _Found(start, end, found.entity, found.score, found.rule, found.mark)
    )


def _priority(found: _Found) -> tuple[int, int, float, int, str]:
    return (
        0 if found.rule.startswith("case.") or found.entity in _STRONG else 1,
        -(found.end - found.start),
        -found.score,
        found.start,
        found.rule,
    )


def _resolve(text: str, found: list[_Found]) -> list[_Found]:
    """Spans that do not overlap: what is known of the case and addresses first, then longer, then surer.

    What a lesser span holds beyond a greater one is kept as a span of its own, so that nothing found is left in the text.
    """
    out: list[_Found] = []
    row: list[_Found] = []
    reach = -1
    for item in sorted(found, key=lambda f: f.start):
        if row and item.start >= reach:
            out += _settle(text, row)
            row = []
        row.append(item)
        reach = max(reach, item.end) if len(row) > 1 else item.end
    return out + _settle(text, row)


def _settle(text: str, found: list[_Found]) -> list[_Found]:
    """`_resolve` for spans that hang together."""
    if len(found) < 2:
        return found
    found.sort(key=_priority)
    edges: list[tuple[int, int]] = []
    taken: list[_Found] = []
    for item in found:
        at = max(0, bisect_left(edges, (item.start, item.start)) - 1)
        start = item.start
        gaps: list[tuple[int, int]] = []
        while at < len(edges) and edges[at][0] < item.end:
            low, high = edges[at]
            if high > start:
                if low > start:
                    gaps.append((start, low))
                start = high
            at += 1
        if start < item.end:
            gaps.append((start, item.end))
        for low, high in gaps:
            whole = (low, high) == (item.start, item.end)
            piece = text[low:high]
            start_at = low + len(piece) - len(piece.lstrip())
            end_at = high - (len(piece) - len(piece.rstrip()))
            if not whole and not any(c.isalnum() or ord(c) > 0x2000 for c in text[start_at:end_at]):
                continue
            insort(edges, (low, high) if whole else (start_at, end_at))
            taken.append(item if whole else _Found(start_at, end_at, item.entity, item.score, item.rule, item.mark))
    return sorted(taken, key=lambda f: f.start)


@lru_cache(maxsize=4)
def redactor(config_dir: Path, *, keep_pronouns: bool = False) -> Redactor:
    """The redactor of a configuration folder, made once in a process.

    Raises:
        InputError: the lexicon is malformed.

    """
    return Redactor(load(config_dir / "protected-classes"), keep_pronouns=keep_pronouns)
