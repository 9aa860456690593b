"""Reading kept WARCs again: the same content digest as at capture, and no byte that can change unseen."""

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evidence import warc_capture
from tests.security.doors import refused
from vetting.clock import now
from vetting.collection.warc import Recorder, request_head, response_head
from vetting.errors import IntegrityError
from vetting.vault.warcfile import content_sha256, records

WARC = warc_capture(("one", "two")).data


def blocks(data: bytes) -> str | list[bytes]:
    """What is read, or the code of the refusal."""
    try:
        return [record.block for record in records(data)]
    except IntegrityError as refusal:
        return refusal.code


def encoded(encoding: str, wire: bytes, body: bytes) -> Recorder:
    recorder = Recorder({})
    asked = recorder.request(request_head("GET", "/", []), url="https://x.invalid/", date=now())
    recorder.count(body)
    head = response_head(11, 200, "OK", [("Content-Encoding", encoding)])
    recorder.response(head, wire, url="https://x.invalid/", date=now(), peer=None, request_id=asked)
    return recorder


def test_content_digest_is_the_one_of_the_capture() -> None:
    capture = warc_capture(("one", "two"))
    assert content_sha256(capture.data) == capture.content_sha256
    assert [r.kind for r in records(capture.data)] == ["warcinfo", "request", "response", "response", "conversion"]


def test_content_is_unfolded_as_it_was_at_capture() -> None:
    body = b"a synthetic body " * 50
    raw = zlib.compressobj(wbits=-15)
    for encoding, wire in (
        ("gzip", gzip.compress(body)),
        ("deflate", zlib.compress(body)),
        ("deflate", raw.compress(body) + raw.flush()),
        ("identity", body),
    ):
        recorder = encoded(encoding, wire, body)
        assert content_sha256(recorder.data()) == recorder.content_sha256()
    for encoding, wire in (("br", body), ("gzip", b"no gzip"), ("gzip", gzip.compress(body)[:-9])):
        with refused("capture_damaged"):
            content_sha256(encoded(encoding, wire, body).data())


def test_a_warc_without_content_has_no_digest_of_it() -> None:
    assert content_sha256(Recorder({}).data()) is None


def test_records_tell_where_they_lie_compressed_or_not() -> None:
    plain = b"".join(gzip.decompress(WARC[r.offset : r.offset + r.length]) for r in records(WARC))
    for data in (WARC, plain):
        found = list(records(data))
        assert sum(r.length for r in found) == len(data)
        assert [r.offset for r in found] == [sum(r.length for r in found[:n]) for n in range(len(found))]
    assert content_sha256(plain) == content_sha256(WARC)


def test_many_records_are_read_in_a_moment() -> None:
    """Reading must not copy the rest of the file for each record."""
    recorder = Recorder({})
    for _ in range(300):
        recorder.request(request_head("GET", "/", []), url="https://x.invalid/", date=now())
    assert sum(1 for _ in records(recorder.data())) == 301


@pytest.mark.attacks("authentic_capture")
@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_is_damage_or_changes_nothing_that_is_read(at: int, change: int) -> None:
    altered = bytearray(WARC)
    altered[at % len(WARC)] ^= change
    assert blocks(bytes(altered)) in ("capture_damaged", blocks(WARC))


@pytest.mark.attacks("authentic_capture")
@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"WARC/1.1\r\n", b"\x1f\x8b\x08", b"WARC/1.0\r\nContent-Length: 9\r\n\r\n"]),
)
def test_foreign_bytes_are_damage(data: bytes, beginning: bytes) -> None:
    assert blocks(beginning + data) == "capture_damaged" or not beginning + data


@pytest.mark.attacks("authentic_capture")
def test_a_bomb_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vetting.vault.warcfile.MAX_UNFOLDED", 1 << 20)
    with refused("capture_damaged"):
        list(records(gzip.compress(b"WARC/1.1\r\n" + b"\0" * (8 << 20))))
