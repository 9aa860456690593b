"""A kept WARC as WACZ: read back by warcio and by our own importer, which checks every digest in it."""

import hashlib
import io
import json
import zipfile

import pytest
from warcio.archiveiterator import ArchiveIterator

from schemas.evidence import OpenReason
from tests.evidence import ADDRESS, keep_all, warc_capture
from tests.security.doors import STATEMENT, collected, log, refused
from tests.world import World
from vetting.clock import now
from vetting.collection.imports import wacz as importer
from vetting.collection.warc import Recorder, request_head, response_head
from vetting.vault.wacz import open_as_wacz, surt, to_wacz

CREATED = "2026-01-20T12:00:00Z"
PAGE = "https://blog.invalid/Posts?b=1"


def html_warc() -> bytes:
    recorder = Recorder({})
    asked = recorder.request(request_head("GET", "/", []), url=PAGE, date=now())
    head = response_head(11, 200, "OK", [("Content-Type", "text/html; charset=utf-8")])
    recorder.response(head, b"<html><p>Synthetic page.</p></html>", url=PAGE, date=now(), peer=None, request_id=asked)
    recorder.response(
        response_head(11, 404, "No", [("Content-Type", "text/html")]),
        b"<html>gone</html>",
        url=f"{PAGE}&c=2",
        date=now(),
        peer=None,
        request_id=asked,
    )
    return recorder.data()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_warc_inside_is_the_evidence_itself(opened: World) -> None:
    case = opened.declare(1)
    (evidence, _) = keep_all(opened, case)
    row, data = open_as_wacz(opened.office, opened.actors["inv-1"], evidence, OpenReason.VALIDATE)
    files = unpacked(data)
    assert list(files) == [
        "archive/data.warc.gz",
        "indexes/index.cdxj",
        "pages/pages.jsonl",
        "datapackage.json",
        "datapackage-digest.json",
    ]
    assert hashlib.sha256(files["archive/data.warc.gz"]).hexdigest() == row.sha256
    opening = log(opened, "evidence.opened")[-1]
    assert (opening.subject, opening.details["reason"]) == (evidence, "validate")


def test_every_line_of_the_index_leads_to_its_record() -> None:
    for warc in (warc_capture().data, html_warc()):
        files = unpacked(to_wacz(warc, created=CREATED))
        lines = files["indexes/index.cdxj"].decode().splitlines()
        assert lines == sorted(lines)
        assert lines
        for line in lines:
            key, stamp, fields = line.split(" ", 2)
            entry = json.loads(fields)
            start = int(entry["offset"])
            piece = files[f"archive/{entry['filename']}"][start : start + int(entry["length"])]
            (record,) = ArchiveIterator(io.BytesIO(piece))
            assert record.rec_headers.get_header("WARC-Target-URI") == entry["url"]
            assert surt(entry["url"]) == key
            assert (len(stamp), stamp.isdigit()) == (14, True)
            if record.http_headers is not None:
                assert record.http_headers.get_statuscode() == entry["status"]


def test_importer_reads_it_back_with_its_digests() -> None:
    posts = importer.read(to_wacz(html_warc(), created=CREATED), STATEMENT)
    assert [post.text for post in posts] == ["Synthetic page."]


def test_pages_are_what_a_person_can_begin_at() -> None:
    def pages(warc: bytes) -> list[str]:
        header, *lines = unpacked(to_wacz(warc, created=CREATED))["pages/pages.jsonl"].decode().splitlines()
        assert json.loads(header)["format"] == "json-pages-1.0"
        return [json.loads(line)["url"] for line in lines]

    assert pages(html_warc()) == [PAGE]
    assert pages(warc_capture().data) == [ADDRESS, f"{ADDRESS}?page=2"]


def test_same_warc_gives_the_same_wacz() -> None:
    warc = html_warc()
    assert to_wacz(warc, created=CREATED) == to_wacz(warc, created=CREATED)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://Social.Example/@User?b=1", "example,social)/@user?b=1"),
        ("http://example.org:8080/", "org,example:8080)/"),
        ("https://example.org:443", "org,example)/"),
        ("https://example.org:notaport/x", "org,example)/x"),
    ],
)
def test_keys_are_in_the_order_of_the_index(url: str, key: str) -> None:
    assert surt(url) == key


def test_what_is_no_web_archive_is_refused(opened: World) -> None:
    case = collected(opened)
    with refused("not_a_warc"):
        open_as_wacz(opened.office, opened.actors["inv-1"], f"{case}.E1", OpenReason.VALIDATE)


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_damaged_warc_becomes_no_wacz(cut: int) -> None:
    warc = html_warc()
    with refused("capture_damaged"):
        to_wacz(warc[:-cut], created=CREATED)


@pytest.mark.attacks("evidence_access", "search_by_non_decision_maker")
def test_decision_maker_gets_no_wacz(opened: World) -> None:
    case = opened.declare(1)
    (evidence, _) = keep_all(opened, case)
    with refused("decision_maker_looks"):
        open_as_wacz(opened.office, opened.actors["board-1"], evidence, OpenReason.COURT_ORDER)
