"""Files that are two types at once: refused, or taken as exactly one type, by the rule that `sniff` states."""

import gzip
import io
import struct
import zipfile
import zlib

import pytest

from tests.unit.collection.imports import samples
from tests.unit.collection.imports.test_imports import GOOD, SIGNED_OUT
from vetting.collection import import_capture
from vetting.errors import VettingError

pytestmark = pytest.mark.attacks("authentic_capture")
WACZ, WARC = samples.wacz(), samples.gzipped(samples.request(), samples.response())
HTML, PNG, JPEG, PDF, MHTML = samples.HTML, samples.png(), samples.jpeg(), samples.PDF, samples.mhtml()
SCRIPT = b"<script>CANARY()</script><html><body>CANARY</body></html>"


def png_with(kind: bytes, body: bytes) -> bytes:
    """A PNG with one more chunk before its end."""
    chunk = struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return PNG[:-12] + chunk + PNG[-12:]


def jpeg_with(body: bytes) -> bytes:
    """A JPEG with a comment."""
    return JPEG[:2] + b"\xff\xfe" + struct.pack(">H", len(body) + 2) + body + JPEG[2:]


def stored(name: str, data: bytes) -> bytes:
    """A zip that holds data as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def named_gzip(name: bytes) -> bytes:
    """A gzip file whose own file name says something."""
    body = WARC
    plain = gzip.decompress(body)
    raw = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = raw.compress(plain) + raw.flush()
    return b"\x1f\x8b\x08\x08" + bytes(6) + name + b"\0" + packed + struct.pack("<II", zlib.crc32(plain), len(plain))


def with_zip_comment(data: bytes, comment: bytes) -> bytes:
    """A zip whose comment says something."""
    return data[:-2] + struct.pack("<H", len(comment)) + comment


TWO_TYPES = {
    "pdf + zip": PDF + WACZ,
    "zip + pdf in its comment": with_zip_comment(WACZ, PDF),
    "jpeg + zip": JPEG + WACZ,
    "jpeg + zip inside a comment": jpeg_with(stored("x", b"x" * 20)),
    "png + zip": PNG + WACZ,
    "png + zip in a chunk": png_with(b"zxXx", stored("x", HTML)),
    "png + pdf": png_with(b"zxXx", PDF),
    "jpeg + pdf": jpeg_with(PDF),
    "html + zip": HTML + WACZ,
    "self-extracting page": samples.SINGLE_FILE + b"<!--" + WACZ,
    "html + pdf": b"<html><!-- " + PDF + b" --></html>",
    "pdf behind a page": HTML + PDF,
    "mhtml that begins as a comment": b"<!--X: a\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--><html><p>x</p></html>",
    "mhtml + html before its first part": MHTML.replace(b"\r\n\r\n\r\n--", b"\r\n\r\n" + HTML + b"\r\n--", 1),
    "mhtml + html behind its last part": MHTML + HTML,
    "mhtml + zip": MHTML + WACZ,
    "mhtml + pdf": MHTML.replace(b"Subject: Synthetic", b"Subject: %PDF-1.7"),
    "mhtml in a zip that is not packed": stored("page.mhtml", MHTML) + b"\r\n",
    "warc.gz + zip": WARC + WACZ,
    "warc.gz + trailing junk": WARC + b"junk",
    "warc.gz + trailing zeros": WARC + bytes(512),
    "warc.gz + trailing page": WARC + HTML,
    "warc.gz + pdf in its name": named_gzip(b"%PDF-1.7"),
    "warc + trailing page": samples.response() + HTML,
    "warc + zip": samples.response() + WACZ,
    "program + zip": b"MZ\x90\x00" + bytes(60) + WACZ,
    "gif + zip": b"GIF89a" + bytes(60) + WACZ,
    "zip + zip": WACZ + samples.wacz({"pages/pages.jsonl": b"{}"}),
    "zip + junk behind it": WACZ + b"junk",
    "zip + page behind it": WACZ + HTML,
    "gif + script": b"GIF89a/*" + bytes(20) + b"*/=1;CANARY()",
    "gif + page": b"GIF89a" + SCRIPT,
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>CANARY()</script></svg>",
    "jpeg + page behind it": JPEG + SCRIPT,
    "jpeg + jpeg": JPEG + JPEG,
    "jpeg + page between its end and a second end": JPEG + SCRIPT + b"\xff\xd9",
    "png + page behind it": PNG + SCRIPT,
    "pdf + page behind it": PDF + SCRIPT,
    "pdf with something before it": b"\n\n" + PDF,
    "mbox + html": b"From x\n<html>: 1\n<html><p>x</p></html>",
    "mbox + pdf": samples.message(more="X: %PDF-1.7\n").encode(),
    "mbox + zip": samples.message().encode() + WACZ,
}
ONE_TYPE = {
    "page's words in a png chunk": (png_with(b"tEXt", b"Comment\0" + SCRIPT), "image/png"),
    "page's words in a jpeg comment": (jpeg_with(SCRIPT), "image/jpeg"),
    "words like those of a warc in a page": (HTML.replace(b"<p>", b"<p>WARC/1.1\r\n"), "text/html"),
    "words like those of mail in a page": (HTML.replace(b"<p>", b"<p>Content-Type: multipart/related; "), "text/html"),
    "words like those of a png in a page": (HTML.replace(b"<p>", b"<p>\x89PNG\r\n\x1a\n"), "text/html"),
    "white space behind a pdf": (PDF + b"\r\n\0", "application/pdf"),
    "white space behind a saved page": (MHTML + b"\r\n\r\n", "multipart/related"),
    "plain words before the first part": (
        MHTML.replace(b"\r\n\r\n\r\n--", b"\r\n\r\nThis is a message of several parts.\r\n--", 1),
        "multipart/related",
    ),
    "a comment in a zip": (with_zip_comment(WACZ, b"a comment"), "application/wacz"),
}


def texts(data: bytes) -> str:
    capture = import_capture(data, None, SIGNED_OUT)
    return capture.media_type + "".join(post.model_dump_json() for post in capture.posts)


@pytest.mark.parametrize("name", sorted(TWO_TYPES))
def test_file_that_is_two_types_is_refused(name: str) -> None:
    with pytest.raises(VettingError) as refusal:
        import_capture(TWO_TYPES[name], None, SIGNED_OUT)
    assert refusal.value.code in (
        "capture_type_ambiguous",
        "capture_type_unknown",
        "capture_damaged",
        "capture_is_mailbox",
    )


@pytest.mark.parametrize("name", sorted(ONE_TYPE))
def test_file_that_only_holds_anothers_words_is_taken_as_one_type(name: str) -> None:
    data, kind = ONE_TYPE[name]
    shown = texts(data)
    assert shown.startswith(kind)
    assert "CANARY" not in shown


@pytest.mark.parametrize("first", sorted(GOOD))
@pytest.mark.parametrize("second", sorted(GOOD))
def test_no_two_files_one_behind_the_other_pass_as_two(first: str, second: str) -> None:
    """Two WARCs or two PDFs one behind the other are one; words behind a page are part of the page. All else is refused."""
    data = GOOD[first][0] + GOOD[second][0]
    warcs = {"warc", "warc.gz"}
    if (first in {*warcs, "pdf"} and first == second) or (
        first == "html" and second in ("html", "png", "jpeg", "mhtml", *warcs)
    ):
        assert import_capture(data, None, SIGNED_OUT).media_type == GOOD[first][1]
        return
    with pytest.raises(VettingError) as refusal:
        import_capture(data, None, SIGNED_OUT)
    assert refusal.value.code in ("capture_type_ambiguous", "capture_damaged")
