"""Names of people, without a model: titles, kin words, phrases that introduce a name, and given names written with a capital.

The names of the case itself (given by the caller) are always found, in any spelling the normaliser undoes. What this module cannot
see (rare given names alone, without capital or cue) is left to the reviewer; an NER model can be added through `presidio`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from vetting.redaction import namesakes
from vetting.redaction.lexicon import Lexicon
from vetting.redaction.normalise import View, normalise
from vetting.redaction.site import bag

_CAP: Final = r"[A-Z][a-z]+(?:[A-Z][a-z]+)?(?:['-](?!s(?![a-z]))[A-Z]?[a-z]+)?"
_PARTICLES: Final = r"(?: (?:da|das|de|del|della|der|den|di|do|dos|du|la|las|le|van|vander|von|bin|ibn|al|el))"
_MORE: Final = re.compile(rf"(?:{_PARTICLES}{{1,2}} {_CAP}|(?P<third> {_CAP}))(?![\w@])")
"""What a name goes on with: "de la Cruz" after a given name, a second surname after a first."""
_TITLE: Final = re.compile(
    rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Prof|Officer|Detective|Det|Sgt|Sergeant|Lt|Lieutenant|Capt|Captain|"
    rf"Chief|Judge|Sheriff|Trooper|Agent|Rev|Fr|Sister|Brother|Pastor|Father|Rabbi|Imam|Coach|Senator|"
    rf"President|Uncle|Aunt|Auntie)\.? ({_CAP}(?: {_CAP})?)"
)
_CUE: Final = re.compile(
    rf"(?<!\w)(?:happy birthday|Happy birthday|Happy Birthday|Ask|ask|told|tell|Tell|niece|nephew|"
    rf"grandson|granddaughter|named|called|name is|name's|my name|wife|husband|son|daughter|brother|sister|friend|"
    rf"girlfriend|boyfriend|partner|fianc[eé]e?|cousin|neighbor|boss|roommate|coworker|ex|mom|dad|mother|"
    rf"father|uncle|aunt),? ({_CAP}(?: {_CAP})?)(?!\w)"
)
TOLD: Final = (_TITLE, _CUE)
"""Patterns that need no given name."""
_PAIR: Final = re.compile(rf"(?<![\w@#/.])({_CAP})((?: [A-Z]\.?)? {_CAP})?(?![\w@])")
_NEXT: Final = re.compile(r" ([a-z]+)")
_SAYING: Final = frozenset({"said", "says", "told", "asked", "texted", "called", "thinks", "wants"})
_BEING: Final = frozenset({"is", "was", "has", "had", "got", "came", "went", "will", "did", "took", "loves", "knows"})
_RARELY_OTHER: Final = frozenset({"christian", "jordan"})
_NOT_NAMES: Final = bag(
    "the i a an this that in on at and but my we he she they it you if so is was street st avenue road university "
    "college school county city park monday tuesday wednesday thursday friday saturday sunday january february "
    "march july september october november december house day christmas easter new north south east west facebook "
    "twitter instagram youtube google airlines bank store beach lake hospital police department show just said when "
    "what why how who please thanks thank happy love also then yes no not lol omg rt via with for from to of as "
    "because now there"
)
_NOT_TITLED: Final = _NOT_NAMES - bag("lake park day street beach love march")
_TOWNS_BEGIN: Final = bag("san santa fort mount saint los las port lake")
_OFFICES: Final = bag(
    "president speaker mayor chairman secretary ambassador prime right wrong big nice perfect wonderful fix usa universe world"
)


def find(view: View, lexicon: Lexicon) -> Iterator[tuple[int, int, float, str]]:
    """Ranges of the view that name a person, with score and rule."""
    cased = view.cased
    if not any(c.isupper() for c in cased[:20000]) and cased == view.folded:
        return
    for regex, score, rule in ((_TITLE, 0.85, "name.title"), (_CUE, 0.8, "name.cue")):
        for match in regex.finditer(cased):
            words = match[1].split()
            first = words[0].lower()
            if (
                first not in (_NOT_TITLED if rule == "name.title" else _NOT_NAMES)
                and (rule == "name.title" or first not in lexicon.vocabulary or first in lexicon.given_names)
                and not _of_thing(cased, match, first, rule)
            ):
                yield match.start(1), _without_verb(match.start(1), words), score, rule
    at = 0
    while pair := _PAIR.search(cased, at):
        match, at = pair, pair.end()
        first, rest = match[1].lower(), (match[2] or "").strip()
        if rest and not (
            first in lexicon.public_figures or first in lexicon.ambiguous_names or first in lexicon.given_names
        ):
            at = match.end(1) + 1  # "Call Marta": the second word may begin a name
            continue
        last = rest.split()[-1].lower() if rest else ""
        surname = bool(last) and last not in _NOT_NAMES and not namesakes.verb(last)
        if namesakes.said_of_thing(cased, match.start(1), match.end(1)) or (
            first in lexicon.public_figures and namesakes.crossing(cased, match.end(1))
        ):
            continue
        if first in lexicon.public_figures and not rest:
            yield match.start(1), match.end(1), 0.6, "name.public_figure"
        elif first in lexicon.ambiguous_names:
            following = _NEXT.match(cased, match.end(1))
            told = following is not None and following[1] in (_SAYING | _BEING if first in _RARELY_OTHER else _SAYING)
            if surname and last not in lexicon.vocabulary:
                yield match.start(), match.end(), 0.6, "name.pair"
            elif told and not rest:
                yield match.start(1), match.end(1), 0.6, "name.subject"
        elif first in lexicon.given_names:
            known = lexicon.vocabulary if last not in lexicon.given_names else frozenset()
            end = _whole_name(cased, match.end() if surname else match.end(1), third=surname, not_third=known)
            at = max(at, end)
            yield match.start(), end, 0.75 if surname or end > match.end(1) else 0.65, "name.given"


def _whole_name(cased: str, end: int, *, third: bool, not_third: frozenset[str]) -> int:
    """Where a name ends that is known up to `end`: behind the parts of its surname, or behind a third word where there can be one."""
    more = _MORE.match(cased, end)
    if more is None:
        return end
    word = (more["third"] or "").strip().lower()
    if word and (not third or word in _NOT_NAMES or word in not_third or namesakes.verb(word)):
        return end
    return more.end()


def _of_thing(cased: str, match: re.Match[str], first: str, rule: str) -> bool:
    """Whether what a title or a cue introduces is an office, an animal, a brand or a character: "Mr. President", "a site called ..."."""
    if rule == "name.title":
        return first in _OFFICES or namesakes.known(cased, match.start(1), first)
    if first in _TOWNS_BEGIN:
        return True
    return namesakes.called_so(cased, match.start(1)) or namesakes.said_of_thing(
        cased, match.start(1), match.start(1) + len(first)
    )


def _without_verb(start: int, words: list[str]) -> int:
    """The end of a name of one or two words; the second is left out where it goes on with the sentence."""
    if len(words) > 1 and namesakes.verb(words[1]):
        return start + len(words[0])
    return start + len(" ".join(words))


def find_known(view: View, known: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Ranges of the view where a name or handle of the case stands, as whole words, in any case and spacing."""
    for name in known:
        words = normalise(name).scan.split()
        if sum(map(len, words)) + len(words) < 3:
            continue
        # a full stop and a space in a text are two spaces in its scan: "Q. U. Quill"
        told = re.compile(r"(?<![^\W_])" + " {1,3}".join(map(re.escape, words)) + r"(?![^\W_])")
        for match in told.finditer(view.scan):
            yield match.span()
