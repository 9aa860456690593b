"""Reads a robots.txt (RFC 9309): which addresses of a host a program of our name may ask for.

- Only the groups that speak to our product token count; where there is none, those that speak to `*` (2.2.1).
- The rule with the most octets decides, and of two as long the one that allows (2.2.2).
- At most the first 500 KiB are read (2.5). Reading takes time in proportion to the file, whatever stands in it: only
  rules that concern us are kept, and a pattern is never a regular expression.
- `Crawl-delay` is no part of the RFC; hosts state it all the same, so it is read. It ends no group (2.2.4).

It leaves fetching, status codes and redirects to `permission`.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

MAX_PARSED = 500 * 1024
"""Bytes of a robots.txt that are read (RFC 9309, 2.5)."""
ROBOTS_PATH = "/robots.txt"

_TOKEN = re.compile(r"[A-Za-z_-]+")
_LINES = re.compile(r"\r\n|\r|\n")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PLAIN_IN_QUERY = _UNRESERVED | frozenset(":/?@")
"""Characters that may stand in a query as they are (RFC 3986, 3.4), so that both spellings of one compare equal."""


def product_token(user_agent: str) -> str:
    """The product token of a user agent, lower case: the letters, hyphens and underscores that it begins with."""
    found = _TOKEN.match(user_agent.strip())
    return found.group().lower() if found else ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One `Allow` or `Disallow`: the parts of its pattern between asterisks, in the form that addresses are compared in."""

    allows: bool
    parts: tuple[str, ...]
    anchored: bool
    length: int

    def matches(self, target: str) -> bool:
        """Whether the pattern matches a normalised target from its start."""
        first, *rest = self.parts
        if not target.startswith(first):
            return False
        if not rest:
            return not self.anchored or len(target) == len(first)
        at = len(first)
        for part in rest[:-1]:
            found = target.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        last = rest[-1]
        if self.anchored:
            return len(target) - len(last) >= at and target.endswith(last)
        return target.find(last, at) >= 0


@dataclass(frozen=True, slots=True)
class RobotRules:
    """The rules of one host for us, the deciding one first; without any, everything is permitted."""

    rules: tuple[Rule, ...] = ()
    crawl_delay: float | None = None
    """Seconds that the host asks for between requests, as stated; whoever keeps it sets the bound."""

    def permits(self, target: str) -> bool:
        """Whether a path with its query may be asked for; robots.txt itself always may."""
        if target == ROBOTS_PATH:
            return True
        wanted = _normal(target.partition("#")[0], pattern=False)
        return next((rule.allows for rule in self.rules if rule.matches(wanted)), True)


NO_RULES = RobotRules()
"""Of a host that has no robots.txt."""


def read_robots(body: bytes, token: str) -> RobotRules:
    """The rules that a robots.txt has for the product token `token` (lower case)."""
    text = body[:MAX_PARSED].decode("utf-8", "replace").removeprefix("\ufeff")
    own, others = _Group(), _Group()
    listening: set[int] = set()
    groups = (own, others)
    naming = False
    for field, value in _records(text):
        if field == "user-agent":
            if not naming:
                listening.clear()
            naming = True
            named = _TOKEN.match(value)
            if value.split(maxsplit=1)[:1] == ["*"]:
                listening.add(1)
                others.stands = True
            elif token and named and named.group().lower() == token:
                listening.add(0)
                own.stands = True
        elif field in ("allow", "disallow"):
            naming = False
            rule = _rule(value, allows=field == "allow") if listening else None
            for index in listening if rule else ():
                groups[index].rules.append(rule)  # type: ignore[arg-type]
        elif field == "crawl-delay":
            for index in listening:
                groups[index].delay = _seconds(value)
    chosen = own if own.stands else others
    ordered = sorted(chosen.rules, key=lambda rule: (-rule.length, not rule.allows))
    return RobotRules(tuple(ordered), chosen.delay)


class _Group:
    """All groups of the file that speak to one name, combined (RFC 9309, 2.2.1)."""

    def __init__(self) -> None:
        self.stands = False
        self.rules: list[Rule] = []
        self.delay: float | None = None


def _records(text: str) -> Iterable[tuple[str, str]]:
    """Field, lower case, and value of each line that has both."""
    for line in _LINES.split(text):
        field, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield field.strip(" \t").lower(), value.strip(" \t")


def _rule(value: str, *, allows: bool) -> Rule | None:
    if not value:
        return None
    anchored = value.endswith("$")
    pattern = _normal(value[:-1] if anchored else value, pattern=True)
    parts = re.sub(r"\*+", "*", pattern).split("*")
    return Rule(allows, tuple(parts), anchored, len(pattern) + anchored)


def _seconds(value: str) -> float | None:
    try:
        seconds = float(value[:20])
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _normal(text: str, *, pattern: bool) -> str:
    """A path with its query as RFC 9309, 2.2.2, compares it: what needs no escape is unescaped, everything else escaped.

    An asterisk is a sign of its own in a pattern only; a dollar sign, taken off its end by the caller, nowhere else.
    """
    path, mark, query = text.partition("?")
    return _respelt(path, _UNRESERVED, pattern=pattern) + mark + _respelt(query, _PLAIN_IN_QUERY, pattern=pattern)


def _respelt(text: str, plain: frozenset[str], *, pattern: bool) -> str:
    def respell(found: re.Match[str]) -> str:
        character = chr(int(found.group(1), 16))
        return character if character in plain else found.group().upper()

    text = _ESCAPE.sub(respell, text)
    if not text.isascii():
        text = "".join(c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace")) for c in text)
    text = text.replace("$", "%24")
    return text if pattern else text.replace("*", "%2A")
