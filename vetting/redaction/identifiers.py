"""E-mail and web addresses, phone, card, account and social-security numbers, network addresses, handles.

Presidio's generic recognizers do the judging; this module decides where they look. They see only short windows around a cheap sign
(an @, a dot between letters, a run of digits), so an adversarial text cannot make their patterns backtrack over
megabytes, and nothing of Presidio is loaded for a text without such a sign. What is plainly an address is taken without asking.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from vetting.redaction.generic import judge
from vetting.redaction.normalise import View, chunks

WEB_ADDRESS: Final = re.compile(
    r"(?<![\w])(?:https?|ftp|hxxps?)://?[^\s<>\"]+|(?<![\w@.])www\d?\.[^\s<>\"]+", re.IGNORECASE
)
HANDLE: Final = re.compile(r"(?<![\w@.])@ ?[A-Za-z0-9_](?:[\w.-]{0,60}\w)?(?:@[\w-]{1,60}(?:\.[\w-]{1,60}){1,6})?")
_PATH_HANDLE: Final = re.compile(r"(?<![\w/])(?:r|u)/[\w-]{2,40}")
_MAIL: Final = re.compile(r"[^\s<>()\[\],;:\"@]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,6}")
_DOTTED: Final = re.compile(
    r"(?<![\w@])[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[a-z]{2,18}(?:/[^\s<>\"]{0,400})?", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"(?<![\w.])[+(]?\d(?:[ ().\-/]{0,2}\d){6,24}(?!\w)")
_PLAIN: Final = (
    (
        "PHONE_NUMBER",
        "identifier.phone",
        re.compile(r"(?<![\w.+-])(?:\+?1[ .-]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])\d{3}[ .-]\d{4}(?![\w-])"),
    ),
    (
        "IP_ADDRESS",
        "identifier.ip",
        re.compile(r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.])"),
    ),
    (
        "URL",
        "identifier.url",
        re.compile(
            r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|edu|gov|co\.uk|us|io|tv|ly)(?![\w-])(?:/[^\s<>\"]{0,400})?",
            re.IGNORECASE,
        ),
    ),
)
"""What needs nobody's judgement; each with the sign that calls for it (see `_judged`)."""
_IBAN: Final = re.compile(r"(?<!\w)[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{2,4}){3,8}(?!\w)")
_NETWORK: Final = re.compile(
    r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])|(?<![\w:])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?![\w:])"
)
_SHAPE: Final = bytes(
    ord(chr(b)) if chr(b) in ".@" else ord(" ") if b > 127 or chr(b).isspace() or chr(b) in '<>()[],;:"' else ord("a")
    for b in range(256)
)
"""A table that leaves of ASCII text only where words, dots and at-signs are."""
_UNCALLED: Final = bytes(b for b in range(256) if chr(b) not in "@.:/0123456789")
_DIGIT: Final = b"0123456789"
_FREQUENT: Final = b".0123456789"
_LEAST_DIGITS: Final = 7
"""Nothing identifies without a sign of an address or this many digits."""
_WEB: Final = (":/", "www")
_TRAILING: Final = ".,!?;:'\")]}…"


def find(view: View) -> Iterator[tuple[int, int, str, float, str]]:
    """Ranges of the view that identify, as (start, end, entity, score, rule)."""
    calling = view.odd.translate(None, _UNCALLED)
    if calling:
        dotted, posted, digits = _shape(view.cased, calling)
        if dotted or digits >= _LEAST_DIGITS or calling.translate(None, _FREQUENT) or "www" in view.folded:
            yield from _called(view, digits, dotted=dotted, posted=posted)


def _called(view: View, digits: int, *, dotted: bool, posted: bool) -> Iterator[tuple[int, int, str, float, str]]:
    text = view.cased
    taken: list[tuple[int, int]] = []
    for match in _within(WEB_ADDRESS, text, chunks(text, _WEB, view.folded)):
        end = match.start() + len(match[0].rstrip(_TRAILING))
        taken.append((match.start(), end))
        yield match.start(), end, "URL", 0.95, "identifier.url"
    if "@" in text:
        if posted:
            for match in _within(_MAIL, text, chunks(text, ("@",))):
                if not _inside(match.start(), taken) and not match[0].startswith("@"):
                    taken.append(match.span())
                    yield match.start(), match.end(), "EMAIL_ADDRESS", 0.9, "identifier.email"
        for match in _handles(text):
            if not _inside(match.start(), taken):
                yield match.start(), match.end(), "HANDLE", 0.9, "identifier.handle"
    if "u/" in text:
        for match in _PATH_HANDLE.finditer(text):
            if match[0][0] == "u":
                yield match.start(), match.end(), "HANDLE", 0.85, "identifier.handle"
    if dotted or digits >= _LEAST_DIGITS or ":" in text:
        yield from _judged(text, taken, digits, dotted=dotted)


def _handles(text: str) -> Iterator[re.Match[str]]:
    at = text.find("@")
    while at >= 0:
        match = HANDLE.match(text, at)
        if match:
            yield match
        at = text.find("@", match.end() if match else at + 1)


def _within(regex: re.Pattern[str], text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches of a pattern without white space, looked for in pieces that end at white space."""
    for low, high in ranges:
        yield from regex.finditer(text, low, high)


def _judged(
    text: str, taken: list[tuple[int, int]], digits: int, *, dotted: bool
) -> Iterator[tuple[int, int, str, float, str]]:
    many = digits >= _LEAST_DIGITS
    joined = [piece for piece in chunks(text, (".",)) if not _covered(piece, taken)] if dotted else []
    for (entity, rule, regex), ranges in zip(
        _PLAIN, ([(0, len(text))] if many else (), joined if digits > 3 else (), joined), strict=True
    ):
        for match in _within(regex, text, ranges):
            if not _inside(match.start(), taken):
                end = match.start() + len(match[0].rstrip(_TRAILING))
                taken.append((match.start(), end))
                yield match.start(), end, entity, 0.85, rule
    windows: list[tuple[int, int, tuple[str, ...]]] = []
    windows += [(*m.span(), ("URL",)) for m in _within(_DOTTED, text, joined) if _worth(m[0])]
    if (dotted and digits > 3) or "::" in text or text.count(":") > 6:
        windows += [(*m.span(), ("IP_ADDRESS",)) for m in _NETWORK.finditer(text) if len(m[0]) > 4]
    if many:
        windows += [(*m.span(), ("CREDIT_CARD", "US_SSN", "PHONE_NUMBER", "US_ITIN")) for m in _DIGITS.finditer(text)]
        windows += [(*m.span(), ("IBAN_CODE",)) for m in _IBAN.finditer(text) if sum(c.isdigit() for c in m[0]) > 7]
    for start, end, entities in windows:
        if _inside(start, taken):
            continue
        yield from (
            (start + s, start + e, entity, score, f"presidio.{entity.lower()}")
            for s, e, entity, score in judge(text[start:end], entities)
        )


def _shape(text: str, calling: bytes) -> tuple[bool, bool, int]:
    """Whether a dot stands inside a word, whether an at-sign does, and the number of digits; `calling`: the signs and digits of the text."""
    if not text.isascii():
        return "." in text, "@" in text, sum(map(text.count, "0123456789"))
    digits = len(calling) - len(calling.translate(None, _DIGIT))
    if b"." not in calling and b"@" not in calling:
        return False, False, digits
    shape = text.encode("ascii").translate(_SHAPE)
    return b"a.a" in shape, b"a@a" in shape or b".@a" in shape, digits


def _worth(token: str) -> bool:
    """Whether a dotted token could be an address: "example.com", not "ok.then" (a sentence without a space) or "3.5"."""
    host = token.partition("/")[0]
    last = host.rpartition(".")[2]
    return ("/" in token or last.islower()) and any(c.isalpha() for c in host.partition(".")[0]) and len(host) < 254


def _covered(piece: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in taken[-50:])


def _inside(position: int, taken: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in taken[-50:])
