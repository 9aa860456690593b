"""Every reader of a line or text that the other side writes: addresses, Retry-After, robots.txt, charsets, dates, markup.

A reader gives a value of its type or the project's own refusal, in time in proportion to the text.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from tests.growth import stays_linear
from vetting.collection.addresses import AllowedHosts
from vetting.collection.answers import MAX_RETRY_AFTER, retry_after
from vetting.collection.bodies import BadEncoding, TooLarge, charset, decoded, media_type, text_of, well_formed
from vetting.collection.imports import mail_text, saved, whose
from vetting.collection.imports.exports.items import moment as exported_moment
from vetting.collection.imports.exports.items import words
from vetting.collection.imports.sniff import stated_type, true_type
from vetting.collection.methods.json_feed import read as read_json_feed
from vetting.collection.methods.values import epoch, moment
from vetting.collection.robots import RobotRules, product_token, read_robots
from vetting.collection.text import Page, Plain, page, plain
from vetting.collection.web import Fault
from vetting.errors import VettingError

pytestmark = [
    pytest.mark.attacks("plan_only"),
    pytest.mark.filterwarnings("error"),
]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
OWN = AllowedHosts.of_account("declared.example").plus("https://service.example/api")


def _checked(text: str) -> bool:
    """An address that is let through is on one of the two hosts, whatever else is in it."""
    found = OWN.check(text)
    host = (found.host or "").lower().rstrip(".")
    return host in ("declared.example", "www.declared.example", "service.example") and found.auth is None


def _delay(value: float | None) -> bool:
    return value is None or (math.isfinite(value) and 0 <= value <= MAX_RETRY_AFTER)


def _robots(text: str) -> bool:
    rules = read_robots(text.encode("utf-8", "replace"), "vetting")
    waits = rules.crawl_delay is None or (math.isfinite(rules.crawl_delay) and rules.crawl_delay >= 0)
    return isinstance(rules, RobotRules) and isinstance(rules.permits("/" + text), bool) and waits


def _aware(value: datetime | None) -> bool:
    return value is None or value.utcoffset() is not None


def _writable(text: str) -> bool:
    return text.encode() is not None


@dataclass(frozen=True)
class Family:
    """One reader of text: what its value must fulfil, the words of its format, and what it may raise instead."""

    holds: Callable[[str], Any]
    words: tuple[str, ...]
    growing: tuple[str, ...] = ()
    refusals: tuple[type[Exception], ...] = ()
    head: str = ""
    size: int = 8000
    """Characters of the smaller of two texts whose times are compared."""


FAMILIES: dict[str, Family] = {
    "address that is asked": Family(
        _checked,
        ("https://", "http://", "declared.example", "service.example", "@", ":", "/", "\\", "[::1]", "%2e", "127.1", "0x7f", "2130706433",
         "\u3002", "\uff0f", "xn--", ".", "..", "#", "?", "%00", "\t", "\n", "：", "@declared.example", "169.254.169.254",
         "ｄeclared.example"),
        ("a.", "%41", "@", "/", ":", "a"),
        (VettingError,),
        "https://declared.example",
    ),
    "address of a service": Family(
        lambda text: OWN.plus(text).others[-1].port is not None,
        ("https://", "ftp://", "[", "]", "a.example", ":443", ":99999", ":-1", "@", "fe80::1%25eth0", "\u0130", "xn--a"),
        ("a.", "1.", "["),
        (VettingError,),
        "https://",
    ),
    "declared host": Family(
        lambda text: len(AllowedHosts.of_account(text).names) <= 2,
        ("a.example", ":80", "[::1]", "/", "@", "?", "#", "..", "-", "_", "\u00df", "１", "%"),
        ("a.", "-", "1"),
        (VettingError,),
    ),
    "address of a capture": Family(
        lambda text: whose.read_address(text) is None or whose.read_address(text) is not None,
        ("https://", "HTTP://", "www.", "a.example", "@", ":", "%2e%2e", "%2f", "/..", "\\", "[", "]", "\u0130", "xn--", "?a=1&", "#",
         "&" * 9, "ﬀ"),
        ("/a", "%2f", "&a=1", ".", "a"),
        (),
        "https://a.example/",
    ),
    "Retry-After": Family(
        lambda text: _delay(retry_after(text, NOW)),
        ("120", "-1", "1e9", "Sun, 01 Jan 2026", " 00:00:00", " GMT", " +9999", " -2400", "99999999999999999999", "Jan", ":",
         ",", "١٢", "²"),
        ("1", "Sun, ", "0:", " ", "("),
    ),
    "robots.txt": Family(
        _robots,
        ("User-agent: *\n", "User-agent: vetting\n", "Disallow: /", "Allow: ", "*", "$", "%2A", "%", "%zz", "\r", "#", ":", "Crawl-delay: ",
         "nan", "inf", "1e999", "-1", "\ufeff", "é", "\x00", "?", "\ud800"),
        ("*a", "Disallow: /\n", "User-agent: a\n", "%41", "*", "#", "\r", ":"),
        head="User-agent: *\nDisallow: /",
    ),
    "product token": Family(
        lambda text: product_token(text) == product_token(text).lower(),
        ("vetting/1", " ", "Ä", "-"),
        ("a", "-", " "),
    ),
    "content type": Family(
        lambda text: (charset(text) or "").isascii() and media_type(text) == media_type(text).lower(),
        ("text/html", ";", "charset=", '"', "utf-8", "zip", "rot13", "idna", "punycode", "unicode_escape", "undefined", " ", "utf-7"),
        ("charset", "charset=", ";", " ", '"'),
    ),
    "time of an interface": Family(
        lambda text: _aware(moment(text)) and _aware(epoch(text)) and _aware(exported_moment(text)),
        ("2025-06-01", "T", "12:00", "Z", "+14:00", "-23:59", "0001-01-01", "9999-12-31T23:59:59", "24:00", " UTC", "1e400", "W01",
         "١", "-0"),
        ("1", "-", "0:", "T"),
    ),
    "text of a post": Family(
        lambda text: isinstance(plain(text), Plain) and _writable(plain(text).text + words(text) + well_formed(text)),
        ("<p>", "</p>", "<br>", "<a href='//", "<img src=", "&amp;", "&#x110000;", "&#0;", "<!--", "-->", "<![CDATA[", "<svg>",
         "<template>", "\ud800", "\x00", "\u2028", "<a href='http://[", "class='mention'"),
        ("<p>a</p>", "&amp;", "<br>", "<!---->", "<", "a ", "<li>", "\r\n"),
    ),
    "text of a page": Family(
        lambda text: isinstance(page(text), Page) and _writable(page(text).title + page(text).main.text + page(text).comments),
        ("<html>", "<title>", "<article>", "<p>words ", "</p>", "<div class='comments'>", "<table>", "<tr>", "<td>", "<script>",
         "\x00", "<head>"),
        ("<p>words of a page</p>", "<tr><td>words</td></tr>", "<li>words", "words ", "<input>words", "<table>words</table>"),
        size=36_000,
    ),
    "saved page": Family(
        lambda text: isinstance(saved.readable(text), str),
        ("data:", ";base64,", "image/png", "<template ", "shadowmode=", "A" * 40, "(", ")"),
        ("data:", "data:;base64,A", "<template shadowmode", "<template ", "base64,"),
        (VettingError,),
    ),
    "text of a message": Family(
        lambda text: isinstance(mail_text.own_words(text)[0], str),
        ("> ", "\n", "begin 644 a\n", "end\n", "=ybegin ", "=yend ", "-----Original Message-----\n", "`\n", "M" + "A" * 60 + "\n", "\x85"),
        ("> a\n", "begin 644 x\n", "=ybegin\n", "-", "\n", "begin 644 x\nend\n"),
    ),
    "JSON feed": Family(
        lambda text: isinstance(read_json_feed(text.encode("utf-8", "replace")), Fault | dict),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', '{"id": 1}', "]}", "{", "}", "[", "]", ",", '"items"', ":", "null",
         "1e999", '"\\ud800"'),
        ("[", '{"a":', "1,", " "),
    ),
    "stated type": Family(
        lambda text: stated_type(text) is not None,
        (".png", "image/png", ";", " ", "PNG", "mhtml", "tar.gz", "İ"),
        (".", ";", "a"),
        (VettingError,),
    ),
    "true type": Family(
        lambda text: true_type(text.encode("latin-1", "replace")) is not None,
        ("<html>", "<!--", "-->", "From a\nA: b\n", "a: b\r\n", "Content-Type: multipart/related", "%PDF-", "PK\x05\x06", "<?xml ?>",
         "\xef\xbb\xbf", "\xff\xfe"),
        ("<!---->", "<!-- ", "a: b\n", " ", "<?xml ", "From x\n", "a:\n b\n"),
        (VettingError,),
    ),
}  # fmt: skip


def outcome(family: Family, text: str) -> None:
    """Read; a refusal is as good as a value."""
    try:
        holds = family.holds(text)
    except family.refusals:
        return
    assert holds


@pytest.mark.parametrize("name", FAMILIES)
@fuzz(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_text_gives_a_value_or_a_refusal(name: str, data: st.DataObject) -> None:
    family = FAMILIES[name]
    word = st.one_of(st.sampled_from(family.words), st.text(st.characters(exclude_categories=[]), max_size=6))
    outcome(family, data.draw(st.sampled_from(["", family.head])) + "".join(data.draw(st.lists(word, max_size=12))))


GROWING = [(name, word) for name, family in FAMILIES.items() for word in family.growing]


@pytest.mark.parametrize(("name", "word"), GROWING, ids=[f"{n}: {w[:12]!r}" for n, w in GROWING])
def test_time_grows_with_the_length_of_the_text(name: str, word: str) -> None:
    family = FAMILIES[name]
    size = max(family.size // len(word), 50)
    assert stays_linear(lambda times: outcome(family, family.head + word * times), small=size, times=8, slack=4.0)


@fuzz(max_examples=300, deadline=None)
@given(
    body=st.binary(max_size=80), kind=st.sampled_from(["gzip", "deflate", "x-gzip", "br", "identity", "", "gzip, gzip"])
)
def test_any_bytes_in_any_encoding_are_undone_or_refused(body: bytes, kind: str) -> None:
    for each in (body, b"\x1f\x8b\x08\0" + body, b"x\x9c" + body):
        try:
            assert len(decoded(each, kind, 1000)) <= 1000
        except (BadEncoding, TooLarge):
            continue


@fuzz(max_examples=300, deadline=None)
@given(
    body=st.one_of(
        st.binary(max_size=60),
        st.sampled_from([b"<meta charset=", b"\xff\xfe", b"<?xml encoding='"]).flatmap(
            lambda head: st.binary(max_size=20).map(lambda rest: head + rest)
        ),
    ),
    kind=st.text(max_size=30).map(lambda text: "text/html; charset=" + text),
)
@example(b"\x00", "text/html; charset=undefined")
@example(b"\xff", "text/html; charset=idna")
@example(b"\\N{x}", "text/html; charset=unicode_escape")
@example(b"-\xff-", "text/html; charset=punycode")
def test_any_bytes_of_any_charset_are_text(body: bytes, kind: str) -> None:
    assert isinstance(text_of(body, kind), str)
