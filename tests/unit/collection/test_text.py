"""HTML to text, and bodies to characters."""

import gzip
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import stays_linear
from vetting.collection.bodies import BadEncoding, TooLarge, decoded, media_type, text_of
from vetting.collection.text import Plain, page, parse_html, plain, walk_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain words", "plain words"),
        ("", ""),
        ("  spaced \r\n\r\n\r\n\r\n lines ", "spaced\n\nlines"),
        ("a &amp; b &lt;c&gt; &#x1F642;", "a & b <c> 🙂"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<ul><li>first</li><li>second</li></ul>", "first\n\nsecond"),
        ("<b>no</b>space<i>s</i>", "nospaces"),
        ("before<!-- hidden -->after", "beforeafter"),
        ("a<script>alert(1)</script>b<style>p{}</style>c", "abc"),
        ('<span class="invisible">https://</span><span class="ellipsis">example.test</span>', "https://example.test"),
        ("<pre>kept\n  lines</pre>", "kept\nlines"),
        ("line\x00broken<p>by nul</p>", "line\ufffdbroken\n\nby nul"),
        ("<p>unclosed <b>tags", "unclosed tags"),
        ('<?xml version="1.0" encoding="latin-1"?><p>grüße</p>', "grüße"),
        ("\ud800<p>lone</p>", "\ufffd\n\nlone"),
        ("\ud83d\ude42 paired", "🙂 paired"),
    ],
)
def test_plain_text_keeps_lines_and_drops_markup(html: str, text: str) -> None:
    assert plain(html).text == text


TEXTS = st.text(st.characters(exclude_characters="<&"), max_size=12) | st.text("a :", max_size=4)
HREFS = st.sampled_from(
    ["", "/x", "x y", "https://site.test/a", "http://site.test/b", "http://[bad", "javascript:x", " "]
)
SPANS = st.builds("<span{}>{}</span>".format, st.sampled_from(["", ' class="invisible"', ' class="a  b"']), TEXTS)
LINKS = st.builds(
    "<a{}{}>{}</a>".format,
    st.just("") | HREFS.map(' href="{}"'.format),
    st.sampled_from(["", ' target="_blank"', ' rel="nofollow noopener"', ' class="mention"']),
    st.lists(TEXTS | SPANS, max_size=4).map("".join),
)
PARAGRAPHS = st.lists(TEXTS | st.sampled_from(["<br>", "<br/>", "<br />", " ", "  "]) | LINKS | SPANS, max_size=6)


@given(st.lists(PARAGRAPHS.map("".join), min_size=1, max_size=4), st.sampled_from(["", "https://base.test/dir/"]))
def test_usual_posts_read_without_the_parser_are_what_the_parser_makes_of_them(parts: list[str], base: str) -> None:
    html = "".join(f"<p>{part}</p>" for part in parts)
    root = parse_html(html)
    assert plain(html, base) == (Plain("") if root is None else walk_html(root, base))


def test_links_and_images_are_absolute_and_safe() -> None:
    found = plain(
        '<a href="/x">x</a><a href="javascript:alert(1)">j</a><a href="mailto:a@b.test">m</a><a href="http://[bad">b</a>'
        '<a class="mention" href="/@u">u</a><img src="i.png" alt="a  picture"><a href="/x">again</a>',
        "https://site.test/a/",
    )
    assert found.links == ("https://site.test/x",)
    assert found.images == (("https://site.test/a/i.png", "a  picture"),)


@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [
        ("", "<div>", "deep"),
        ("", "<", ""),
        ("", "&", ""),
        ("<a ", "x=1 ", ">t</a>"),
        ("", "<!--", ""),
        ("<p>", "aaaa", ""),
        ("<p>", "a<br>", ""),
        ("<p>", '<a href="b">c', ""),
        ("<p>", '<a href="b"><span>c</span></a>', "<"),
    ],
)
def test_hostile_markup_is_read_in_time_that_grows_with_its_length(before: str, unit: str, after: str) -> None:
    def read(units: int) -> None:
        html = before + unit * units + after
        assert len(plain(html).text) <= 2_000_000
        page(html)

    assert stays_linear(read, small=5_000)
    assert len(plain("<p>" + "a" * 3_000_000).text) <= 2_000_000


def test_page_prefers_the_main_text() -> None:
    body = "<p>" + "A long enough synthetic sentence for the extractor to like. " * 10 + "</p>"
    seen = page(
        f"<html><head><title> My \n page </title></head><body><nav>menu</nav><article>{body}</article></body></html>"
    )
    assert seen.title == "My page"
    assert seen.main.text.startswith("A long enough")
    assert "menu" not in seen.main.text


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("grüße".encode(), "text/html; charset=utf-8", "grüße"),
        ("grüße".encode("latin-1"), 'text/html; charset="ISO-8859-1"', "grüße"),
        ("<meta charset=iso-8859-1>grüße".encode("latin-1"), "text/html", "<meta charset=iso-8859-1>grüße"),
        ("grüße".encode(), "text/html; charset=no-such-thing", "grüße"),
        ("grüße".encode(), "text/html; charset=zip", "grüße"),
        (b"\xef\xbb\xbfwords", "text/html; charset=latin-1", "words"),
        ("words".encode("utf-16"), "", "words"),
        (b"\xff\x80broken", "", "\ufffd\ufffdbroken"),
    ],
)
def test_text_of_finds_the_encoding(body: bytes, content_type: str, text: str) -> None:
    assert text_of(body, content_type) == text


def test_content_encodings_are_undone() -> None:
    raw = zlib.compressobj(wbits=-15)
    assert decoded(b"x", "", 10) == b"x"
    assert decoded(gzip.compress(b"words", mtime=0), "GZIP", 10) == b"words"
    assert decoded(zlib.compress(b"words"), "deflate", 10) == b"words"
    assert decoded(raw.compress(b"words") + raw.flush(), "deflate", 10) == b"words"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"x", "br"),
        (b"x", "gzip, gzip"),
        (b"not gzip", "gzip"),
        (gzip.compress(b"words", mtime=0)[:-9], "gzip"),
        (b"", "gzip"),
    ],
)
def test_content_encoding_that_cannot_be_undone_is_refused(body: bytes, encoding: str) -> None:
    with pytest.raises(BadEncoding):
        decoded(body, encoding, 100)


def test_content_encoding_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge):
        decoded(gzip.compress(b"123456", mtime=0), "gzip", 5)
    assert decoded(gzip.compress(b"12345", mtime=0), "gzip", 5) == b"12345"


def test_media_type_is_bare_and_lower_case() -> None:
    assert media_type(" Text/HTML ; charset=x") == "text/html"


@given(st.text(alphabet=" \t\n\r\f\va\u00a0\u2028", max_size=40))
def test_white_space_is_tidied_as_defined(text: str) -> None:
    lines = re.sub(r"[ \t]*\n[ \t]*", "\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert plain(text).text == re.sub(r"\n{3,}", "\n\n", lines).strip()


@given(st.text(alphabet=" \t\n\fa\u00a0\u2028", max_size=40))
def test_white_space_inside_a_paragraph_is_one_space(text: str) -> None:
    assert plain(f"<p>a{text}a</p>").text == "a" + re.sub(r"[ \t\n\f]+", " ", text) + "a"
