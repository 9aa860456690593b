"""Pages saved as one file of mail form: one that a real browser wrote, and the forms that the standard allows."""

import base64
import quopri
from pathlib import Path

import pytest

from schemas.post import Authorship
from tests.growth import stays_linear
from tests.unit.collection.imports import samples
from tests.unit.collection.imports.test_imports import SIGNED_OUT
from vetting.collection import import_capture
from vetting.collection.imports import mhtml, saved
from vetting.errors import InputError

REAL = Path("tests/assets/imports/chromium-156.mhtml")
"""Saved by Chromium 156 from a synthetic page with a frame, a picture, and a part that a script had built."""
WORDS = "Words of a page."


def refused(data: bytes, address: str = SIGNED_OUT.address) -> str:
    with pytest.raises(InputError) as refusal:
        import_capture(data, None, SIGNED_OUT.model_copy(update={"address": address}))
    return refusal.value.code


def texts(data: bytes) -> list[str]:
    return [post.text for post in import_capture(data, None, SIGNED_OUT).posts]


def test_page_that_a_browser_saved_is_read_whole() -> None:
    data = REAL.read_bytes()
    statement = SIGNED_OUT.model_copy(update={"address": "http://page.test/synthetic"})
    capture = import_capture(data, ".mhtml", statement)
    assert (capture.data, capture.media_type) == (data, "multipart/related")
    page, frame = capture.posts
    assert page.text.startswith("Synthetic profile")
    assert "grüße, 漢字 🙂, and a long line that a mail form has to fold" in page.text
    assert "Words that a script had built into a shadow tree." in page.text
    assert "attachShadow" not in page.text
    assert page.links == ("http://page.test/more?x=1&y=2",)
    assert [(m.url, m.alt) for m in page.media] == [("http://page.test/dot.png", "one pixel")]
    assert (page.source_id, page.authorship) == ("http://page.test/synthetic", Authorship.OWN)
    assert "Words of somebody else in a frame." in frame.text
    assert (frame.number, frame.source_id, frame.authorship, frame.reply_to) == (
        2,
        "http://frames.test/comment.html",
        Authorship.HOSTED,
        page.source_id,
    )


@pytest.mark.parametrize("ends", [b"\r\n", b"\n"])
@pytest.mark.parametrize("encoding", ["7bit", "8bit", "binary", "quoted-printable", "base64", "Base64", ""])
def test_every_encoding_of_a_part_is_read(encoding: str, ends: bytes) -> None:
    body = samples.HTML
    if encoding.lower() == "base64":
        body = base64.encodebytes(body)
    elif encoding == "quoted-printable":
        body = quopri.encodestring(body)
    data = samples.mhtml(samples.part(body, encoding=encoding)).replace(b"\r\n", ends)
    assert WORDS in texts(data)[0]


def test_page_may_stand_behind_other_parts_if_the_head_names_it() -> None:
    picture = samples.part(b"\x89PNG", "https://page.test/p.png", "image/png", "binary")
    root = samples.part(more="Content-ID: <root@page.test>\r\n")
    data = samples.mhtml(picture, root).replace(b'type="text/html"', b'type="text/html"; start="<root@page.test>"')
    assert WORDS in texts(data)[0]


def test_charset_of_a_part_is_honoured() -> None:
    page = "<!doctype html><html><body><p>Wörter einer Seite.</p></body></html>".encode("latin-1")
    assert "Wörter einer Seite." in texts(samples.mhtml(samples.part(page, kind="text/html; charset=iso-8859-1")))[0]


@pytest.mark.parametrize("stated", ["mhtml", ".mht", "multipart/related", "message/rfc822"])
def test_type_may_be_stated_in_several_ways(stated: str) -> None:
    assert import_capture(samples.mhtml(), stated, SIGNED_OUT).media_type == "multipart/related"


@pytest.mark.parametrize(
    "address",
    ["https://page.test", "http://page.test/", "https://www.page.test/#part", "HTTPS://PAGE.TEST/", "synthetic terms"],
)
def test_address_may_be_stated_in_any_spelling_of_the_same_page(address: str) -> None:
    statement = SIGNED_OUT.model_copy(update={"address": address})
    assert import_capture(samples.mhtml(), None, statement).posts


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize(
    "address",
    ["https://page.test/other", "https://other.test/", "https://page.test/?q=1", "https://page.test.evil.test/"],
)
def test_another_page_than_the_stated_one_is_refused(address: str) -> None:
    assert refused(samples.mhtml(), address) == "capture_address_mismatch"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize(
    "data",
    [
        samples.mhtml(place="https://other.test/"),  # head and page disagree
        samples.mhtml(samples.part(place="https://other.test/")),
        samples.mhtml(samples.part(place=""), place=""),  # no address at all
        samples.mhtml(samples.part(place="file:///home/x.html"), place="file:///home/x.html"),
        samples.mhtml(samples.part(more="Content-Location: https://other.test/\r\n")),  # two in one head
        samples.mhtml(samples.part(encoding="x-uuencode")),
        samples.mhtml(samples.part(b"%%%", encoding="base64")),
        samples.mhtml(samples.part() + b"\r\n----synthetic--"),  # a boundary with nothing behind it
        samples.mhtml()[:-10],
        samples.mhtml(mark=""),
        samples.mhtml(mark="x" * 71),
        samples.mhtml(b"x" * 20_000),
        samples.mhtml(b"no field at all\r\n\r\n" + samples.HTML),
    ],
)
def test_file_that_is_not_whole_or_contradicts_itself_is_refused(data: bytes) -> None:
    assert refused(data) == "capture_damaged"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize(
    "inner",
    [
        samples.part(samples.mhtml(), kind="message/rfc822"),
        samples.part(b"--b\r\n\r\nx\r\n--b--", kind="multipart/alternative; boundary=b"),
        samples.part(b"", kind="message/external-body"),
    ],
)
def test_message_inside_the_message_is_refused(inner: bytes) -> None:
    assert refused(samples.mhtml(samples.part(), inner)) == "capture_nested"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("kind", ["image/png", "text/plain", "application/x-shockwave-flash", "text/javascript"])
def test_file_without_a_page_is_refused(kind: str) -> None:
    assert refused(samples.mhtml(samples.part(kind=kind))) == "capture_no_pages"


@pytest.mark.attacks("authentic_capture")
def test_limits_of_parts_pages_and_bytes_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = samples.part(b"", "https://page.test/p", "image/png", "binary")
    assert refused(samples.mhtml(samples.part(), *[picture] * mhtml.MAX_PARTS)) == "capture_bomb"
    assert refused(samples.mhtml(*[samples.part()] * (mhtml.MAX_PAGES + 1))) == "capture_bomb"
    monkeypatch.setattr(saved, "MAX_PAGE", 50)
    assert refused(samples.mhtml()) == "capture_too_large"
    monkeypatch.setattr(mhtml, "MAX_FILE", 100)
    assert refused(samples.mhtml()) == "capture_too_large"


def test_page_without_text_is_refused() -> None:
    assert refused(samples.mhtml(samples.part(b"<html><body></body></html>"))) == "capture_no_text"


def test_script_and_style_of_a_saved_page_are_not_text() -> None:
    page = b"<html><body><script>CANARY()</script><style>.CANARY{}</style><p>Words of a page.</p></body></html>"
    script = samples.part(b"CANARY()", "https://page.test/s.js", "text/javascript")
    assert texts(samples.mhtml(samples.part(page), script)) == [WORDS]


@pytest.mark.parametrize(
    "unit",
    [b"--synthetic\r\n", b"--synthetic-\r\n", b"\r\n", b"<p>words</p>\r\n", b"a: b\r\n", b"=\r\n", b";\r\n"],
)
def test_time_grows_with_the_size_of_the_file(unit: bytes) -> None:
    def work(times: int) -> None:
        try:
            import_capture(samples.mhtml(samples.part(unit * times, encoding="quoted-printable")), None, SIGNED_OUT)
        except InputError:
            return

    assert stays_linear(work, small=400, times=8, slack=4.0)
