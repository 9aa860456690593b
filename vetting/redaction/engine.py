"""The redactor: one pass over a text for all terms, then context, patterns, names and identifiers only where there is a sign of them.

    (1) normalise, with a map back to the original
    (2) one Aho-Corasick pass over the normalised text; a rule decides each match by its context
    (3) the same over the readings of hidden spellings, where there are any
    (4) passages in another language, patterns, identifiers, names, pronouns, what is known of the case
    (5) the learned rule, for words that no rule has taken
    (6) resolve overlaps, widen to whole symbols and tags, ask whose class it is
    (7) write the board's text

Rules kept here: same input and same lexicon give the same output; a class that is off is never reported; a value is never logged; a
search whose signs are absent is not run (`signs`); a long text is read in pieces that overlap, so memory stays bounded. Which words
count is left to configuration, what the board sees to `marks`, the certainty of a person to the reviewer.
"""

import gc
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from ahocorasick_rs import AhoCorasick

from schemas.redaction import Mark, Redacted, Span
from vetting.redaction import disguise, identifiers, language, learned, names, pronouns, suspicion
from vetting.redaction.contexts.stance import disparaged
from vetting.redaction.frames import patterns, spanish
from vetting.redaction.frames.told import Pattern
from vetting.redaction.learned import Learned
from vetting.redaction.lexicon import KEEP, Lexicon, load
from vetting.redaction.literals import required
from vetting.redaction.marks import CaseContext, apply
from vetting.redaction.ner import Model, installed
from vetting.redaction.normalise import View, bare, normalise
from vetting.redaction.overlaps import Found, resolve, whole_symbol
from vetting.redaction.scanner import Hit, Scanner, automaton
from vetting.redaction.signs import Signs
from vetting.redaction.site import Site
from vetting.settings import settings

VERSION: Final = "3"
_LONGEST_KEPT: Final = 80
_ENDLESS: Final = 1 << 62
_PIECE: Final = 65_536
"""Longer texts are read in pieces of about this many code points ..."""
_MARGIN: Final = 2_048
"""... each with this much of what stands before and after it."""
_LONG: Final = 2_000
"""Longer views are searched for patterns only around the signs of each."""
_BREAK: Final = re.compile(r"\s")
_STOP: Final = re.compile(r"[.!?;:]")
_PRONOUN: Final = "pronoun"
_TOLD: Final = {f"name {number}": regex for number, regex in enumerate(names.TOLD)}
_ISSUED: Final = "PC_NATIONAL_ORIGIN"
"""The class that a passage in another language reveals."""
_UNNAMED: Final = "PC_PROXY"
"""What the learned rule finds tells of some class; it cannot say of which."""


class Redactor:
    """Finds and removes what a decision maker must not learn. Cheap to call, safe to share between threads."""

    version: Final = VERSION

    def __init__(
        self, lexicon: Lexicon, *, keep_pronouns: bool = False, ner_model: str | None = None, learned_rule: bool = True
    ) -> None:
        self._lexicon = lexicon
        self._enabled = lexicon.classes.enabled()
        self._pronouns = "PC_SEX" in self._enabled and not keep_pronouns
        self._languages = _ISSUED in self._enabled
        everything = len(self._enabled) == len(lexicon.classes.classes)
        self._learned = learned.load(lexicon.weights) if learned_rule and everything and lexicon.weights else None
        self._model: Model | None = installed(ner_model) if ner_model else None
        self._sha256 = self._model.digest(lexicon.sha256) if self._model else lexicon.sha256
        self._disguises = disguise.Disguises(lexicon.single_terms, lexicon.vocabulary)
        self._signs: Signs[Pattern] = Signs(
            ((p, p.source) for p in (*patterns.every(), *spanish.PATTERNS) if p.entity in self._enabled),
            {name: required(regex) for name, regex in (*_TOLD.items(), (_PRONOUN, pronouns.PRONOUN))} | suspicion.NEEDS,
        )
        self._scanner = Scanner(lexicon.terms, self._signs)
        self._keep = frozenset(n for n, rules in enumerate(lexicon.entries) if rules[0].entity == KEEP)
        self._names = lexicon.given_names | lexicon.ambiguous_names | lexicon.public_figures
        self._words = self._names | self._disguises.signs | (language.SIGNS if self._languages else frozenset())

    @property
    def lexicon_sha256(self) -> str:
        """Digest of everything that decides what is found, except this program's version."""
        return self._sha256

    @property
    def entities(self) -> frozenset[str]:
        """The protected classes that are on."""
        return self._enabled

    @property
    def class_names(self) -> dict[str, str]:
        """What each class is called, by its entity."""
        return {c.entity: c.name for c in self._lexicon.classes.classes}

    @property
    def single_terms(self) -> frozenset[str]:
        """Terms of the lexicon that are one word; a benchmark hides them in every way it knows."""
        return self._lexicon.single_terms

    def bare_scan(self, scan: str) -> int:
        """How many terms the scanner alone sees in a padded `View.scan`: the floor of any engine on these terms."""
        return len(self._bare.find_matches_as_indexes(scan, overlapping=True))

    @cached_property
    def _bare(self) -> AhoCorasick:
        return automaton(self._lexicon.terms)

    @property
    def certain_score(self) -> float:
        """Spans below this are redacted and flagged for a person."""
        return self._lexicon.classes.certain_score

    @property
    def recognizers_file(self) -> Path | None:
        """The agency's own recognizers, if it has any."""
        return self._lexicon.recognizers

    def notes(self) -> tuple[str, ...]:
        """Fixed sentences for the summary about how the redaction was done; the same for every candidate of a round."""
        said: tuple[str, ...] = (
            f"Names of third parties were recognised by rules and by the language model {self._model.name} {self._model.version}."
            if self._model
            else "Names of third parties were recognised by rules; no language model was used.",
        )
        if self._learned is not None:
            said += (
                "Words that no rule takes were read by the learned rule too; what it found is marked as uncertain.",
            )
        if self._lexicon.recognizers is not None:
            said += ("The agency's own recognizers were used too.",)
        return said

    def redact(self, text: str, context: CaseContext | None = None) -> Redacted:
        """The text as the board would see it, with its spans."""
        spans = self.spans(text, context)
        certain = self.certain_score
        return Redacted(
            text=apply(text, spans, context) if spans else text,
            spans=spans,
            uncertain=any(s.score < certain for s in spans),
            lexicon_sha256=self.lexicon_sha256,
            version=self.version,
        )

    def spans(self, text: str, context: CaseContext | None = None) -> tuple[Span, ...]:
        """All spans of a text: sorted, not overlapping, in code points of the original."""
        if not text or text.isspace():
            return ()
        found = self._find(text, context) if len(text) <= 2 * _PIECE else self._find_long(text, context)
        if not text.isascii():
            found = [whole_symbol(text, f) for f in found]
        return tuple(
            Span(start=f.start, end=f.end, entity=f.entity, score=f.score, rule=f.rule, mark=f.mark)
            for f in resolve(text, found)
        )

    def _find_long(self, text: str, context: CaseContext | None) -> list[Found]:
        """What is found in a long text, read in pieces that begin and end at white space."""
        out: list[Found] = []
        low = 0
        while low < len(text):
            high = _next_break(text, low + _PIECE)
            first, last = _next_break(text, max(0, low - _MARGIN)) if low else 0, _next_break(text, high + _MARGIN)
            for f in self._find(text[first:last], context):
                if low <= f.start + first < high:
                    f.start, f.end = f.start + first, f.end + first
                    out.append(f)
            low = high
        return out

    def _find(self, text: str, context: CaseContext | None) -> list[Found]:
        view = normalise(text)
        hits, met = self._scanner.scan(view)  # (2)
        chosen, told = self._signs.present(met)
        words = bare(view.scan).split()
        signs = self._words.intersection(words)
        found = self._terms(view, hits) if hits else []
        for reading in self._disguises.readings(view, words, signs, told):  # (3)
            found += self._hidden(reading)
        if self._languages:  # (4)
            for start, end, score, rule in language.find(view, text, words, signs):
                found.append(self._place(view, start, end, _ISSUED, score, rule, Mark.REMOVED))
        if chosen:
            found += self._patterns(view, chosen)
        if self._pronouns and _PRONOUN in told:
            for start, end in pronouns.find(view.folded):
                found.append(self._place(view, start, end, "PC_SEX", 0.95, "pronoun.third_person", Mark.PRONOUN))
        for start, end, entity, score, rule in identifiers.find(view):
            mark = Mark.PSEUDONYM if entity == "HANDLE" else Mark.REMOVED
            found.append(self._place(view, start, end, entity, score, rule, mark))
        if self._may_name(view, told, signs):
            for start, end, score, rule in names.find(view, self._lexicon):
                found.append(self._place(view, start, end, "PERSON", score, rule, Mark.PSEUDONYM))
        if context is not None:
            found += self._known(view, context)
        found += self._installed(view)
        if self._learned is not None:  # (5)
            found += self._unruled(self._learned, view, text, hits, found)
        return found

    def listed(self, text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Where terms of a list stand, whether or not a rule takes them, and where phrases stand that no rule would take."""
        view = normalise(text)
        return self._listed(view, self._scanner.scan(view)[0])

    def _listed(self, view: View, hits: Iterable[Hit]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        terms: list[tuple[int, int]] = []
        refused: list[tuple[int, int]] = []
        for index, start, end in hits:
            site = Site(view, start, end, self._lexicon.words)
            kept = index in self._keep or all(rule.refuses(site) for rule in self._lexicon.entries[index])
            (refused if kept else terms).append(view.span(start, end))
        return terms, refused

    def _unruled(self, model: Learned, view: View, text: str, hits: list[Hit], found: list[Found]) -> Iterator[Found]:
        """What the learned rule finds among the words that no rule has taken or refused."""
        telling = [(f.start, f.end) for f in found if f.entity.startswith("PC_")]
        taken = [(f.start, f.end) for f in found]
        for start, end, score in model.find(text, taken, telling, lambda: self._listed(view, hits)):
            yield Found(start, end, _UNNAMED, score, "learned.word", Mark.REMOVED)

    def _installed(self, view: View) -> Iterator[Found]:
        """What the agency's own model and recognizers find, where it has them."""
        if self._model is not None:
            for s, e, entity, rule, mark in self._model.find(view.cased):
                if not entity.startswith("PC_") or entity in self._enabled:
                    yield self._place(view, s, e, entity, 0.6, rule, mark)
        if self._lexicon.recognizers is not None:
            from vetting.redaction.presidio import own  # noqa: PLC0415 - only for an agency that has its own

            for s, e, entity, score, rule in own(self._lexicon.recognizers, view.cased):
                yield self._place(view, s, e, entity, score, rule, Mark.REMOVED)

    def _place(self, view: View, start: int, end: int, entity: str, score: float, rule: str, mark: Mark) -> Found:
        low, high = view.span(start, end)
        return Found(low, high, entity, score, rule, mark)

    def _terms(self, view: View, hits: list[Hit]) -> list[Found]:
        """The terms that count where they stand."""
        out: list[Found] = []
        kept: list[tuple[int, int]] = []
        if not self._keep.isdisjoint(index for index, _, _ in hits):
            kept = sorted((start, end) for index, start, end in hits if index in self._keep)
        for index, start, end in hits:
            if kept and (index in self._keep or _is_kept(kept, start, end)):
                continue
            said = view.folded[start:end]
            if " " in said and _STOP.search(said):
                continue
            site = Site(view, start, end, self._lexicon.words)
            for rule in self._lexicon.entries[index]:
                if rule.applies(site):
                    mark = rule.mark
                    if rule.group and mark is not Mark.SLUR and disparaged(view, start, end, self._lexicon.words):
                        mark = Mark.GROUP
                    out.append(self._place(view, start, end, rule.entity, rule.score, rule.name, mark))
                    break
        return out

    def _hidden(self, reading: View) -> Iterator[Found]:
        lexicon = self._lexicon
        for index, start, end in self._scanner.repaired(reading):
            rule = lexicon.entries[index][0]
            if rule.entity == KEEP or not reading.touches(start, end):
                continue
            low, _ = reading.base_range(start, end)
            sign = reading.base.folded[low : low + 1] if reading.base is not None else ""
            site = Site(reading, start, end, lexicon.words)
            for rule in lexicon.entries[index]:
                if sign in {"#", "@"} and (not rule.tag or (sign == "@" and rule.mark is Mark.PERSON)):
                    continue
                if rule.applies(site):
                    yield self._place(
                        reading, start, end, rule.entity, min(rule.score, 0.85), f"{rule.name}~hidden", rule.mark
                    )
                    break

    def _patterns(self, view: View, chosen: tuple[Pattern, ...]) -> Iterator[Found]:
        """The matches of the patterns whose signs are there; in a long text each is tried around its signs only."""
        reach: Mapping[Pattern, Sequence[tuple[int, int]]] | None = None
        if len(view.folded) > _LONG:
            reach = self._signs.reach(view, self._scanner.places(view))
            chosen = tuple(p for p in chosen if p in reach)
        else:
            folded = view.folded
            chosen = tuple([p for p in chosen if p.regex.search(folded)])
        for pattern, start, end in patterns.find(view, self._lexicon.words, chosen, reach) if chosen else ():
            yield self._place(view, start, end, pattern.entity, pattern.score, pattern.name, pattern.mark)

    def _may_name(self, view: View, told: frozenset[str], signs: frozenset[str]) -> bool:
        """Whether `names` can find anything: a word that introduces a name, or a given name with a capital."""
        if not told.isdisjoint(_TOLD):
            return True
        return not self._names.isdisjoint(signs) and any(
            name.capitalize() in view.cased or not name.isalpha() for name in self._names.intersection(signs)
        )

    def _known(self, view: View, context: CaseContext) -> Iterator[Found]:
        """What is known of the case."""
        for known, entity, mark in (
            (context.names, "PERSON", Mark.PSEUDONYM),
            (context.handles, "HANDLE", Mark.PSEUDONYM),
            (context.places, "LOCATION", Mark.REMOVED),
        ):
            for first, end in names.find_known(view, known):
                start = first - 1 if entity == "HANDLE" and view.folded[first - 1 : first] == "@" else first
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


def _next_break(text: str, position: int) -> int:
    """The first white space at or after a position, or the end of the text."""
    if position >= len(text):
        return len(text)
    found = _BREAK.search(text, position)
    return found.start() if found else len(text)


@lru_cache(maxsize=4)
def redactor(config_dir: Path, *, keep_pronouns: bool = False) -> Redactor:
    """The redactor of a configuration folder with the installation's model, if it has one; made once in a process.

    Raises:
        InputError: the lexicon is malformed, or the model that the settings name is not installed.

    """
    model = settings().ner_model
    with _uncollected():
        return Redactor(load(config_dir / "protected-classes"), keep_pronouns=keep_pronouns, ner_model=model)


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is made meanwhile stays: to look for garbage in it would take a tenth of the time of the start."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
