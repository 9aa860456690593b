"""Every reader of a file of foreign bytes: the project's own refusal or a result, in linear time and bounded memory.

One table of families. For each: a reader, whole samples that are altered, and the words of its format that are thrown
together. What comes out may be a capture or a refusal; never another exception, and never the file's words in a message.
"""

import hashlib
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from schemas.plan import Limits
from tests.growth import stays_linear
from tests.simulators.repository import Cid, car, cbor, varint
from tests.unit.collection.imports import samples
from tests.unit.collection.imports.exports.samples import EXPORTS
from tests.unit.collection.imports.exports.test_exports import STATEMENT, WINDOW, account
from tests.unit.collection.imports.samples import message
from tests.unit.collection.imports.test_imports import SIGNED_OUT
from tests.unit.collection.imports.test_mail import owner
from vetting.collection import import_capture
from vetting.collection.car import BadCar, BlockMismatch, Repository, TooManyBlocks
from vetting.collection.cbor import BadCbor, decode
from vetting.collection.imports import images, mhtml, pages, pdf, wacz, warcs
from vetting.collection.imports.exports import import_export
from vetting.collection.imports.mail import import_archive
from vetting.errors import VettingError

pytestmark = [pytest.mark.attacks("authentic_capture"), pytest.mark.filterwarnings("error")]
SECRET = "page.test"
"""Stands in every sample's addresses, and may stand in no refusal."""


@dataclass(frozen=True)
class Family:
    """One format: its reader, samples, the words it is made of, and what the reader may raise."""

    read: Callable[[bytes], Any]
    samples: tuple[bytes, ...]
    words: tuple[bytes, ...]
    growing: tuple[bytes, ...] = ()
    """Words that, repeated, make a file whose reading must take time in proportion."""
    refusals: tuple[type[Exception], ...] = (VettingError,)
    head: bytes = b""
    """What a repeated word stands behind, so that the reader goes on."""


def with_statement(read: Callable[..., Any]) -> Callable[[bytes], Any]:
    return lambda data: read(data, SIGNED_OUT)


def whole_repository(data: bytes) -> None:
    for entry in Repository(data).entries():
        entry.record()


def png_chunks(*chunks: tuple[bytes, bytes]) -> bytes:
    made = b"".join(struct.pack(">I", len(b)) + k + b + struct.pack(">I", zlib.crc32(k + b)) for k, b in chunks)
    return b"\x89PNG\r\n\x1a\n" + made


def block(data: bytes) -> bytes:
    """A block of a repository under its right identifier."""
    cid = b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()
    return varint(len(cid) + len(data)) + cid + data


HEAD = samples.mhtml().split(b"----synthetic--")[0]
FAMILIES: dict[str, Family] = {
    "any capture": Family(
        lambda data: import_capture(data, None, SIGNED_OUT),
        (samples.HTML, samples.SINGLE_FILE, samples.mhtml(), samples.PDF, samples.png(), samples.jpeg(), samples.wacz()),
        (b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"<html>", b"From x\n", b"WARC/1.1\r\n", b"\x1f\x8b\x08", b"\xff\xd8\xff"),
        (b"<html>", b"<!-- -->", b"a: b\r\n", b"From x\nA: b\n", b"<", b" ", b"\n"),
    ),
    "pdf": Family(
        with_statement(pdf.read),
        (samples.PDF, samples.PDF.replace(b"/Root", b"/Encrypt 2 0 R /Root")),
        (b"%PDF-1.7\n", b"%%EOF", b"/Encrypt 1 0 R", b"endobj\n", b"stream", b"\0", b"startxref\n", b"<<", b">>", b"%"),
        (b"/Encrypt 1", b"%%EOF\n", b"/Encrypt " + b"1" * 50, b"0 ", b"\0"),
        head=b"%PDF-1.7\n",
    ),
    "png": Family(
        with_statement(images.read_png),
        (samples.png(), samples.png(2**31, 1), samples.png(0, 0)),
        (b"\x89PNG\r\n\x1a\n", b"IHDR", b"IDAT", b"IEND", b"\0\0\0\x0d", b"\xff\xff\xff\xff", b"\0\0\0\0"),
        (png_chunks((b"tEXt", b"x"))[8:], png_chunks((b"IDAT", b""))[8:]),
        head=png_chunks((b"IHDR", struct.pack(">IIBBBBB", 3, 3, 8, 2, 0, 0, 0))),
    ),
    "jpeg": Family(
        with_statement(images.read_jpeg),
        (samples.jpeg(), samples.jpeg(65_535, 65_535)),
        (b"\xff\xd8", b"\xff\xd9", b"\xff\xda\x00\x02", b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00", b"\xff\xff",
         b"\xff\xfe\x00\x04ab", b"\xff\xd0", b"\xff\x00", b"\xff\x01"),
        (b"\xff\xff", b"\xff\xd0", b"\xff\xfe\x00\x04ab", b"\xff\xda\x00\x02\x00", b"\xff\x00"),
        head=b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00",
    ),
    "saved page": Family(
        with_statement(pages.read),
        (samples.HTML, samples.SINGLE_FILE),
        (b"<!-- saved from url=(0018)https://page.test/ -->", b"<p>", b"</p>", b"<template shadowmode=open>", b"&#x110000;",
         b"data:image/png;base64,AAAA", b"<![CDATA[", b"]]>", b"\0", b"\xff\xfe", b"<svg>", b"<table><tr>", b"\xed\xa0\x80"),
        (b"<p>words</p>", b"&amp;", b"data:;base64,", b"<template shadowmode", b"<li>words", b"words "),
        head=b"<html><body>",
    ),
    "mhtml": Family(
        with_statement(mhtml.read),
        (samples.mhtml(), samples.mhtml(samples.part(), samples.part(place="https://frame.test/"))),
        (b"----synthetic--\r\n", b"----synthetic----\r\n", b"Content-Type: text/html\r\n", b"\r\n\r\n", b"boundary=",
         b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\r\n", b"=?utf-8?q?", b'"',
         b"Content-Location: https://page.test/\r\n", b"; charset=\"", b"boundary*0=a", b"=\r\n", b"=4", b"\xff", b" folded\r\n",
         b"Content-Type: multipart/mixed; boundary=b\r\n", b"start=<x>", b"name*1*=%", b"; ;"),
        (b"a: b\r\n", b";", b"--", b"\r\n", b"=\r\n", b"----synthetic-\r\n"),
        head=HEAD + b"----synthetic--\r\n",
    ),
    "archive of mail": Family(
        lambda data: import_archive(data, SIGNED_OUT, owner(), WINDOW, Limits()),
        (message().encode(), (message() + message(number=2)).encode(),
         message(body="--b\nContent-Type: text/html\n\n<p>x</p>\n--b--", more="Content-Type: multipart/mixed; boundary=b\n").encode()),
        (b"From x\n", b"From: synthia@mail.test\n", b"Newsgroups: a.b\n", b"\n\n", b">", b"Content-Type: ", b"multipart/mixed",
         b"; boundary=b", b"--b\n", b"--b--\n", b"text/html", b"message/rfc822", b"Content-Transfer-Encoding: x-uuencode\n",
         b"begin 644 x\n", b"end\n", b"=?utf-8?b?", b"=?x?q?=", b"Date: Sun, 1 Jun 2025 12:00:00 +9999\n", b"Date: 1\n", b"\xff",
         b"Subject: =?unknown?q?=41?=\n", b"=ybegin\n", b"charset=utf-16", b"\r", b"\x00", b"Content-Type: text/plain; charset=x\n"),
        (b"From x\nA: b\n\n", b"a: b\n", b">\n", b"\n\n", b" folded\n", b"=?utf-8?q?a?= "),
        head=message().encode(),
    ),
    "warc": Family(
        with_statement(warcs.read),
        (samples.request() + samples.response(), samples.gzipped(samples.request(), samples.response())),
        (b"WARC/1.1\r\n", b"Content-Length: 5\r\n", b"Content-Length: 99999999999\r\n", b"\r\n\r\n", b"HTTP/1.1 200 OK\r\n",
         b"Transfer-Encoding: chunked\r\n", b"5\r\n", b"0\r\n", b"\x1f\x8b\x08", b"WARC-Type: response\r\n", b"Content-Encoding: gzip\r\n"),
        (samples.warc_record("resource", b"", "https://page.test/", "text/plain"), b"a: b\r\n", b"\r\n"),
        head=samples.response(),
    ),
    "wacz": Family(
        with_statement(wacz.read),
        (samples.wacz(), samples.wacz({"pages/pages.jsonl": b"{}"}, method=8)),
        (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"\0\0", b"\xff\xff", b"\x08\x00", b"../", b"\xff" * 4),
    ),
    "repository": Family(
        whole_repository,
        (car({"app.bsky.feed.post/1": {"text": "a"}, "app.bsky.feed.post/2": {"text": "b"}}),),
        (b"\xa2eroots\x81", b"gversion\x01", b"\xd8\x2a\x58\x25\x00", b"\x01\x71\x12\x20", b"\xff", b"\xbf", b"\x9b" + b"\xff" * 8),
        (block(b"\xf6"), block(cbor({"a": 1}))),
        (BadCar, BlockMismatch, TooManyBlocks),
        car({"app.bsky.feed.post/1": {"text": "a"}}),
    ),
    "cbor": Family(
        decode,
        (cbor({"a": [1, -1, None, True, b"b", "c", 1.5, Cid.of(b"x")]}),),
        (b"\x9f", b"\xbf", b"\xff", b"\xd8\x2a", b"\xf9", b"\xfa", b"\xfb", b"\x1b" + b"\xff" * 8, b"\x5b" + b"\x7f" * 8, b"\x81", b"\xa1"),
        (b"\x81", b"\x80", b"\x01", b"\xa1\x61a"),
        (BadCbor,),
    ),
    **{
        f"export: {name}": Family(
            lambda data, platform=platform: import_export(data, None, STATEMENT, account(platform), WINDOW, Limits()),  # type: ignore[misc]
            (data,),
            (b"PK\x03\x04", b"{", b"}", b"[", b"]", b'"', b",", b"null", b"1e999", b"\xff", b"\\ud800", b"NaN"),
        )
        for name, (platform, data) in EXPORTS.items()
    },
}  # fmt: skip


def outcome(family: Family, data: bytes) -> None:
    """Read; a refusal is as good as a result, and says nothing of the file."""
    try:
        family.read(data)
    except family.refusals as refusal:
        if isinstance(refusal, VettingError) and SECRET in refusal.diagnostics():
            pytest.fail("the refusal names an address of the file")


@pytest.mark.parametrize("name", FAMILIES)
@fuzz(max_examples=120, deadline=None)
@given(data=st.data())
def test_altered_file_ends_in_a_result_or_a_refusal(name: str, data: st.DataObject) -> None:
    family = FAMILIES[name]
    body = bytearray(data.draw(st.sampled_from(family.samples)))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(body)))
        new = data.draw(st.one_of(st.binary(max_size=6), st.sampled_from(family.words)))
        body[at : at + data.draw(st.integers(0, 12))] = new
    outcome(family, bytes(body))


@pytest.mark.parametrize("name", FAMILIES)
@fuzz(max_examples=120, deadline=None)
@given(data=st.data())
def test_words_of_a_format_thrown_together_end_in_a_result_or_a_refusal(name: str, data: st.DataObject) -> None:
    family = FAMILIES[name]
    word = st.one_of(st.sampled_from(family.words), st.binary(max_size=8))
    soup = b"".join(data.draw(st.lists(word, max_size=25)))
    behind = data.draw(st.sampled_from([b"", family.head, *family.samples]))
    outcome(
        family, behind[: data.draw(st.integers(0, len(behind)))] + soup if data.draw(st.booleans()) else behind + soup
    )


@pytest.mark.parametrize("name", FAMILIES)
@fuzz(max_examples=40, deadline=None)
@given(data=st.data())
def test_parts_of_two_files_joined_end_in_a_result_or_a_refusal(name: str, data: st.DataObject) -> None:
    every = [sample for other in FAMILIES.values() for sample in other.samples]
    one, two = (data.draw(st.sampled_from(source)) for source in (FAMILIES[name].samples, every))
    outcome(FAMILIES[name], one[: data.draw(st.integers(0, len(one)))] + two[data.draw(st.integers(0, len(two))) :])


ANY_DATA = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(2**64), 2**64 - 1), st.text(max_size=8), st.binary(max_size=8),
        st.floats(), st.just(Cid.of(b"nothing")),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(list("elpkvta")), inner, max_size=5)
    ),
    max_leaves=10,
)  # fmt: skip


@fuzz(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_values_in_a_repository_of_right_digests_end_in_a_result_or_a_refusal(data: st.DataObject) -> None:
    """Commit, tree and record hold whatever the other side likes, and every block is what its identifier says."""
    record = cbor(data.draw(ANY_DATA))
    link = st.sampled_from([Cid.of(record), Cid.of(b"nothing"), None])
    entry = st.fixed_dictionaries({"p": st.integers(-5, 2000), "k": st.binary(max_size=6), "v": link, "t": link})
    node = cbor(data.draw(st.one_of(ANY_DATA, st.fixed_dictionaries({"l": link, "e": st.lists(entry, max_size=4)}))))
    tree = data.draw(st.sampled_from([Cid.of(node), Cid.of(record), None]))
    commit = cbor(data.draw(st.one_of(ANY_DATA, st.just({"did": "did:plc:a", "data": tree}))))
    header = cbor(data.draw(st.one_of(ANY_DATA, st.just({"version": 1, "roots": [Cid.of(commit)]}))))
    outcome(FAMILIES["repository"], varint(len(header)) + header + b"".join(map(block, (record, node, commit))))


GROWING = [(name, word) for name, family in FAMILIES.items() for word in family.growing]


@pytest.mark.parametrize(("name", "word"), GROWING, ids=[f"{n}: {w[:12]!r}" for n, w in GROWING])
def test_time_grows_with_the_size_of_the_file(name: str, word: bytes) -> None:
    family = FAMILIES[name]
    size = max(6000 // len(word), 60)
    assert stays_linear(lambda times: outcome(family, family.head + word * times), small=size, times=8, slack=4.0)


BOMBS: dict[str, bytes] = {
    "png": samples.png(2**31, 2**31),
    "jpeg": samples.jpeg(65_535, 65_535),
    "warc": b"\x1f\x8b\x08" + zlib.compress(bytes(200_000_000), 9),
    "wacz": samples.wacz({"archive/a.warc": bytes(60_000_000)}, method=8),
    "cbor": b"\x9b\x00\x00\x00\x00\x7f\xff\xff\xff",
    "repository": varint(1 << 40) + b"\xa2eroots\x81",
    "archive of mail": b"From x\nA: b\nNewsgroups: a\n\n" * 20_000,
    "mhtml": samples.mhtml(*[samples.part(b"")] * 5000),
}


@pytest.mark.parametrize("name", BOMBS)
def test_file_that_promises_more_than_it_holds_takes_little_memory(name: str) -> None:
    data = BOMBS[name]
    tracemalloc.start()
    outcome(FAMILIES[name], data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000 + 30 * len(data)
