"""The candidate's identifiers in a text, in any spelling: case, accents, spacing, order, initials, leet.

What is looked for is made from the declaration (`needles`), squeezed to letters and digits, and found in the
text squeezed alike; where it may begin, end and be broken decides whether a find counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from urllib.parse import unquote, urlsplit

from schemas.leak import Identifiers, LeakKind
from vetting.validation.leaklexicon import Lexicon
from vetting.validation.leaktext import (
    WORD,
    Squeezed,
    View,
    leet_needle,
    readings,
    squeeze,
    squeeze_leet,
    words,
)

_MIN_LEET = 5
_FREE = 10
"""Squeezed identifiers at least this long count anywhere, inside longer words too."""
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


@dataclass(frozen=True)
class Needle:
    """Something to look for. `ordinary`: it is a common word too; `initial`: its first parts are initials."""

    kind: LeakKind
    parts: tuple[str, ...]
    ordinary: bool = False
    initial: bool = False

    @property
    def text(self) -> str:
        """All parts without anything between."""
        return "".join(self.parts)


def find_identifiers(view: View, identifiers: Identifiers, lexicon: Lexicon) -> Iterator[tuple[LeakKind, int, int]]:
    """Kinds and places (in the view) of every identifier."""
    plain, leet = squeeze(view), squeeze_leet(view)
    wanted = needles(identifiers, lexicon)
    single = {n.text: n.kind for n in wanted if not n.ordinary and len(n.parts) == 1 and len(n.text) >= 3}
    for match in WORD.finditer(view.text):
        for reading in readings(match[0]) & single.keys():
            yield single[reading], match.start(), match.end()
    for needle in wanted:
        for start, end in _occurrences(plain.text, needle.text):
            if _counts(plain, start, end, needle, lexicon):
                yield needle.kind, plain.at[start], plain.to[end - 1]
        folded = leet_needle(needle.text)
        if len(folded) >= _MIN_LEET and not needle.ordinary and not needle.initial and not folded.isdigit():
            for start, end in _occurrences(leet.text, folded):
                place = view.text[leet.at[start] : leet.to[end - 1]]
                whole = leet.opens(start) and leet.closes(end) and len(leet.gaps(start, end)) < len(needle.parts)
                if whole and not _all_ordinary(place, lexicon):
                    yield needle.kind, leet.at[start], leet.to[end - 1]
    for born in identifiers.birth_dates:
        yield from _dates(view, born)


def needles(identifiers: Identifiers, lexicon: Lexicon) -> frozenset[Needle]:
    """Everything to look for."""
    found: set[Needle] = set()
    for name in identifiers.names:
        found |= _name(words(name), lexicon)
    for handle in identifiers.handles:
        found |= _handle(handle, lexicon)
    for url in identifiers.urls:
        found |= _url(url, lexicon)
    for host in identifiers.hosts:
        found |= _host(host, lexicon)
    for email in identifiers.emails:
        local, _, host = email.partition("@")
        found |= {_plain(LeakKind.EMAIL, words(email))} | _user(LeakKind.EMAIL, local, lexicon) | _host(host, lexicon)
    for place in identifiers.places:
        pieces = [place, *place.split(","), *re.findall(r"\d{5,}", place)]
        for parts in map(words, pieces):
            if len("".join(parts)) >= 4:
                ordinary = len(parts) == 1 and parts[0] in lexicon.lists.ordinary_words
                found.add(Needle(LeakKind.PLACE, tuple(parts), ordinary=ordinary))
    return frozenset(needle for needle in found if len(needle.text) >= 2)


def _name(parts: list[str], lexicon: Lexicon) -> set[Needle]:
    found: set[Needle] = set()
    own = [part for part in parts if part not in lexicon.lists.name_particles]
    for part in own:
        if len(part) >= 2:
            ordinary = part in lexicon.lists.ordinary_words or len(part) == 2
            found.add(Needle(LeakKind.NAME, (part,), ordinary=ordinary))
    if len(own) < 2:
        return found
    first, last = own[0], own[-1]
    initials = [part[0] for part in own[:-1]]
    for order in (parts, [*parts[1:], parts[0]], [parts[-1], *parts[:-1]], [first, last], [last, first]):
        found.add(_plain(LeakKind.NAME, order))
    found.add(Needle(LeakKind.NAME, (initials[0], last), initial=True))
    found.add(Needle(LeakKind.NAME, (*initials, last), initial=True))
    found.add(Needle(LeakKind.NAME, (first, last[0]), initial=True))
    if len(first) >= 4 and first not in lexicon.lists.ordinary_words:
        found.add(Needle(LeakKind.NAME, (first + last[0],)))
    return found


def _handle(handle: str, lexicon: Lexicon) -> set[Needle]:
    user, _, host = handle.strip().lstrip("@").partition("@")
    found = _user(LeakKind.HANDLE, user, lexicon)
    return found | ({_plain(LeakKind.HANDLE, words(handle))} | _host(host, lexicon) if host else set())


def _user(kind: LeakKind, user: str, lexicon: Lexicon) -> set[Needle]:
    parts = words(user)
    text = "".join(parts)
    if len(text) < 3 or text in lexicon.lists.ordinary_words or text in lexicon.lists.address_words:
        return set()
    return {Needle(kind, tuple(parts))}


def _url(url: str, lexicon: Lexicon) -> set[Needle]:
    parts = urlsplit(url if "//" in url else f"//{url}")
    pieces = [*parts.path.split("/"), *(value.partition("=")[2] for value in parts.query.split("&"))]
    found = _host(parts.hostname or "", lexicon)
    for piece in map(unquote, pieces):
        text = "".join(words(piece))
        known = lexicon.lists.platform_labels | lexicon.lists.address_words
        if len(text) >= 4 and not text.isdigit() and text not in known:
            found |= _user(LeakKind.URL, piece, lexicon)
    return found


def _host(host: str, lexicon: Lexicon) -> set[Needle]:
    labels = words(host.rsplit(":", 1)[0].removeprefix("www."))
    if len(labels) < 2:
        return set()
    found = {_plain(LeakKind.HOST, labels), Needle(LeakKind.HOST, tuple(" dot ".join(labels).split()))}
    known = lexicon.lists.platform_labels | lexicon.lists.address_words | lexicon.lists.ordinary_words
    for label in host.rsplit(":", 1)[0].split(".")[:-1]:
        text = "".join(words(label))
        if len(text) >= 5 and text not in known and not text.isdigit():
            found.add(_plain(LeakKind.HOST, words(label)))
    return found


def _plain(kind: LeakKind, parts: list[str]) -> Needle:
    return Needle(kind, tuple(parts))


def _occurrences(text: str, needle: str) -> Iterator[tuple[int, int]]:
    start = text.find(needle) if needle else -1
    while start >= 0:
        yield start, start + len(needle)
        start = text.find(needle, start + 1)


def _counts(text: Squeezed, start: int, end: int, needle: Needle, lexicon: Lexicon) -> bool:
    if len(needle.text) < _FREE and not (text.opens(start) and text.closes(end)):
        return False
    place = text.view.text[text.at[start] : text.to[end - 1]]
    if any(len(gap) > 4 for gap in re.findall(r"[^A-Za-z0-9]+", place)):
        return False
    gaps = set(text.gaps(start, end))
    seams = set(accumulate(map(len, needle.parts))) - {len(needle.text)}
    if needle.initial:
        return _is_initialled(text, start, gaps, seams, needle)
    if needle.ordinary:
        return not gaps and _is_written_as_name(text.view, text.at[start], text.to[end - 1])
    if gaps <= seams or len(gaps) >= len(needle.text) - 1:
        # A handle made of common words is not meant when those words stand apart ("the truth").
        return not (gaps and needle.kind is not LeakKind.NAME and _all_ordinary(place, lexicon))
    return len(needle.text) >= 8 and "\n" not in place and not _all_ordinary(place, lexicon)


def _is_initialled(text: Squeezed, start: int, gaps: set[int], seams: set[int], needle: Needle) -> bool:
    # "J. Doe" and "jdoe", but not "a young": with a gap, both letters are capitals.
    if not gaps:
        return len(needle.parts[-1]) > 1 and len(needle.text) >= 4
    view = text.view.text
    return gaps <= seams and view[text.at[start]].isupper() and view[text.at[start + max(seams)]].isupper()


def _is_written_as_name(view: View, start: int, end: int) -> bool:
    # A capital that neither a sentence's beginning nor a line of capitals explains.
    word = view.text[start:end]
    before = view.text[:start].rstrip(" ")
    if not word[0].isupper() or (len(word) > 1 and not word[1:].islower()):
        return False
    return bool(before) and before[-1] not in ".!?:;\n\"'“”‘’([{*#•-–—"


def _all_ordinary(place: str, lexicon: Lexicon) -> bool:
    # Common words with nothing but spaces between them: a sentence, not a handle.
    return all(word in lexicon.lists.ordinary_words for word in place.lower().split())


def _dates(view: View, born: date) -> Iterator[tuple[LeakKind, int, int]]:
    year, short = str(born.year), f"{born.year % 100:02d}"
    day, month = f"0?{born.day}", f"0?{born.month}"
    named = f"(?:{_MONTHS[born.month - 1]}|{_MONTHS[born.month - 1][:3]}t?)"
    any_year = f"(?:{year}|'?{short})"
    gap = r"[\s./,_-]{1,3}"
    forms = (
        rf"(?:{month}{gap}{day}|{day}{gap}{month}){gap}{any_year}",
        rf"{any_year}{gap}{month}{gap}{day}",
        rf"{named}\.?{gap}{day}(?:st|nd|rd|th)?{gap}{any_year}",
        rf"{day}(?:st|nd|rd|th)?(?:{gap}|\sof\s){named}\.?{gap}{any_year}",
        f"{year}{born.month:02d}{born.day:02d}|{short}{born.month:02d}{born.day:02d}",
        f"{born.month:02d}{born.day:02d}(?:{year}|{short})|{born.day:02d}{born.month:02d}(?:{year}|{short})",
        year,
    )
    for form in forms:
        for match in re.finditer(rf"(?<!\d)(?:{form})(?!\d)", view.lower):
            yield LeakKind.BIRTH_DATE, match.start(), match.end()
