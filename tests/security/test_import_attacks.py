"""Attacks by way of files that are imported as manual captures."""

import gzip
import io
import json
import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from schemas.capture import StepOutcome
from schemas.statement import MethodStatement
from tests.unit.collection.imports import samples
from tests.unit.collection.imports.test_imports import GOOD, SIGNED_OUT
from vetting.collection import import_capture
from vetting.errors import InputError, IntegrityError, PolicyError, VettingError

CONSENTING = SIGNED_OUT.model_copy(update={"method": MethodStatement.CANDIDATE_PRESENT_CONSENTING})


def refused(data: bytes, stated: str | None = None, kind: type[VettingError] = InputError) -> str:
    with pytest.raises(kind) as refusal:
        import_capture(data, stated, SIGNED_OUT)
    return refusal.value.code


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("name", GOOD)
def test_file_of_another_type_than_stated_is_refused(name: str) -> None:
    wrong = "png" if name != "png" else "pdf"
    assert refused(GOOD[name][0], wrong) == "capture_type_mismatch"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize(
    "data",
    [
        samples.png() + samples.wacz(),
        samples.jpeg() + samples.wacz(),
        samples.HTML + samples.wacz(),
        b"\x89PNG\r\n\x1a\n" + samples.PDF,
        samples.HTML.replace(b"<p>", b"<p>%PDF-1.7"),
    ],
)
def test_file_that_reads_as_two_types_is_refused(data: bytes) -> None:
    assert refused(data) == "capture_type_ambiguous"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize(
    "data", [b"MZ\x90\x00" * 50, b"\x7fELF", b"#!/bin/sh\n", b"GIF89a", b"RIFF....WEBP", b"plain", b"{}", b"<svg/>"]
)
def test_file_of_unknown_type_is_refused(data: bytes) -> None:
    assert refused(data) == "capture_type_unknown"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("stated", ["exe", "image/svg+xml", "", "text/plain", "../../png"])
def test_type_that_is_not_accepted_is_refused(stated: str) -> None:
    assert refused(samples.png(), stated) == "capture_type_not_accepted"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("name", ["png", "jpeg", "pdf", "warc", "warc.gz", "wacz", "mhtml"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_file_that_is_cut_short_is_refused(name: str, share: float) -> None:
    data = GOOD[name][0]
    with pytest.raises((InputError, IntegrityError)):
        import_capture(data[: int(len(data) * share)], None, SIGNED_OUT)


@pytest.mark.attacks("authentic_capture")
def test_empty_file_is_refused() -> None:
    assert refused(b"") == "capture_empty"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("make", [samples.png, samples.jpeg])
@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (10_001, 10_000)])
def test_picture_bomb_is_refused_by_its_measures(make: Callable[[int, int], bytes], width: int, height: int) -> None:
    assert refused(make(width, height)) == "image_too_large"


@pytest.mark.attacks("authentic_capture")
def test_picture_with_a_wrong_checksum_or_something_after_its_end_is_refused() -> None:
    good = samples.png()
    assert refused(good[:-1] + bytes((good[-1] ^ 1,))) == "capture_damaged"
    assert refused(good + b"more") == "capture_damaged"
    assert refused(samples.png(0, 5)) == "capture_damaged"


@pytest.mark.attacks("authentic_capture")
def test_zip_bomb_is_refused_before_it_unfolds() -> None:
    bomb = samples.wacz({"pages/pages.jsonl": bytes(80_000_000)}, method=zipfile.ZIP_DEFLATED)
    tracemalloc.start()
    code = refused(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code == "capture_bomb"
    assert peak < 10_000_000


@pytest.mark.attacks("authentic_capture")
def test_zip_that_lies_about_its_sizes_is_refused() -> None:
    honest = samples.wacz({"pages/pages.jsonl": bytes(2_000_000)}, method=zipfile.ZIP_DEFLATED)
    lying = honest.replace(struct.pack("<I", 2_000_000), struct.pack("<I", 2_000))
    assert lying != honest
    with pytest.raises((InputError, IntegrityError)):
        import_capture(lying, None, SIGNED_OUT)


@pytest.mark.attacks("authentic_capture")
def test_warc_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from vetting.collection.imports import warcs

    monkeypatch.setattr(warcs, "MAX_CONTENT", 5_000_000)
    bomb = gzip.compress(bytes(100_000_000), 9)
    tracemalloc.start()
    code = refused(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code == "capture_bomb"
    assert peak < 30_000_000
    many = samples.gzipped(*[samples.response(b"x" * 1_000_000, headers="Content-Type: image/png\r\n")] * 6)
    assert refused(many) == "capture_bomb"


@pytest.mark.attacks("authentic_capture")
def test_page_bomb_inside_a_warc_is_refused() -> None:
    folded = gzip.compress(bytes(40_000_000), 9)
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
    assert refused(samples.response(folded, headers=headers)) == "capture_bomb"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize(
    "name", ["../outside", "archive/../../outside", "/etc/synthetic", "C:/synthetic", "archive\\..\\outside"]
)
def test_entry_that_points_outside_the_archive_is_refused(name: str) -> None:
    assert refused(samples.wacz({name: b"x"})) == "capture_unsafe_path"


@pytest.mark.attacks("authentic_capture")
def test_link_in_an_archive_is_refused() -> None:
    out = io.BytesIO(samples.wacz())
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo("archive/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert refused(out.getvalue()) == "capture_unsafe_path"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_entry_that_stands_twice_is_refused() -> None:
    out = io.BytesIO(samples.wacz())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("archive/data.warc.gz", samples.gzipped(samples.response()))
    assert refused(out.getvalue()) == "capture_unsafe_path"


@pytest.mark.attacks("authentic_capture")
def test_archive_whose_content_does_not_match_its_own_digests_is_refused() -> None:
    altered = samples.wacz(digests={"archive/data.warc.gz": "sha256:" + "0" * 64})
    assert refused(altered, kind=IntegrityError) == "wacz_digest_mismatch"


@pytest.mark.attacks("authentic_capture")
def test_warc_that_the_archive_does_not_list_is_refused() -> None:
    out = io.BytesIO(samples.wacz())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("archive/slipped-in.warc.gz", samples.gzipped(samples.response()))
    assert refused(out.getvalue(), kind=IntegrityError) == "wacz_digest_mismatch"


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("package", [b"", b"[]", b"{", b'{"resources":[{}]}', b'{"resources":3}', b"[" * 50_000])
def test_archive_with_a_broken_list_is_refused(package: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", samples.gzipped(samples.response()))
        archive.writestr("datapackage.json", package)
    assert refused(out.getvalue()) == "capture_damaged"


@pytest.mark.attacks("authentic_capture")
def test_archive_without_a_warc_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", json.dumps({"resources": []}))
    assert refused(out.getvalue()) == "capture_no_pages"


@pytest.mark.attacks("authentic_capture")
def test_locked_pdf_is_refused() -> None:
    assert refused(samples.PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 2 0 R")) == "capture_encrypted"


@pytest.mark.attacks("lawful_methods")
@pytest.mark.parametrize(
    "request_record",
    [
        samples.request("GET / HTTP/1.1\r\nHost: page.test\r\nAuthorization: Bearer synthetic\r\n"),
        samples.request("GET / HTTP/1.1\r\nHost: page.test\r\nproxy-authorization: Basic c3lu\r\n"),
        samples.request("POST /login HTTP/1.1\r\nHost: page.test\r\n", b"user=x&password=synthetic"),
        samples.request("POST /login HTTP/1.1\r\nHost: page.test\r\n", b'{"user": "x", "pass": "synthetic"}'),
    ],
)
@pytest.mark.parametrize("packed", ["warc", "wacz"])
def test_capture_that_carries_a_sign_in_is_refused(request_record: bytes, packed: str) -> None:
    data = samples.gzipped(request_record, samples.response())
    if packed == "wacz":
        data = samples.wacz({"archive/data.warc.gz": data})
    assert refused(data, kind=PolicyError) == "capture_has_sign_in"


@pytest.mark.attacks("lawful_methods")
def test_session_cookies_of_the_candidate_are_refused_and_those_of_a_signed_out_visitor_are_not() -> None:
    data = samples.request("GET / HTTP/1.1\r\nHost: page.test\r\nCookie: consent=yes\r\n") + samples.response()
    assert import_capture(data, None, SIGNED_OUT).outcome is StepOutcome.CAPTURED
    with pytest.raises(PolicyError) as refusal:
        import_capture(data, None, CONSENTING)
    assert (refusal.value.code, refusal.value.law) == ("capture_has_sign_in", 4)


@pytest.mark.attacks("lawful_methods")
@pytest.mark.parametrize("method", ["login", "friend_request", "alias", "borrowed_account", ""])
def test_no_other_method_can_be_stated(method: str) -> None:
    with pytest.raises(ValueError, match="method"):
        SIGNED_OUT.model_validate({**SIGNED_OUT.model_dump(), "method": method})


@pytest.mark.attacks("authentic_capture")
@fuzz(max_examples=300, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(GOOD)))
def test_altered_file_ends_in_a_capture_or_a_refusal(data: st.DataObject, name: str) -> None:
    original = bytearray(GOOD[name][0])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(original) - 1))
        original[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
        if not original:
            return
    try:
        import_capture(bytes(original), None, SIGNED_OUT)
    except VettingError as refusal:
        if "page.test" in refusal.diagnostics():
            pytest.fail("the refusal names an address of the capture")
