"""The WARC that a step gives is one that other tools read, and steps at the same time do not mix."""

import base64
import hashlib
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from warcio.checker import Checker

import vetting
from schemas.capture import Capture
from schemas.platform import Method
from schemas.window import Window
from tests.simulators.blog import BlogSim, entries
from tests.simulators.fediverse import NEWEST, FediverseSim, accounts
from tests.unit.collection.helpers import OPEN, account, collect
from tests.unit.collection.warc_reading import records
from vetting.clock import now
from vetting.collection.warc import Recorder, content_digest

pytestmark = pytest.mark.enable_socket

NARROW = Window(not_before=NEWEST - timedelta(days=10), not_after=NEWEST)


def sample(window: Window = OPEN) -> Capture:
    with FediverseSim(accounts(1, 45)) as sim:
        sim.plant(sim.statuses_path("synthetic0001"), "status", times=1)
        return collect(account(sim.host, sim.base_url, user="synthetic0001"), window=window)


@pytest.mark.parametrize("window", [OPEN, NARROW])
def test_warcio_check_passes(window: Window, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "synthetic.warc.gz"
    path.write_bytes(sample(window).data)
    checker = Checker(SimpleNamespace(inputs=[str(path)], verbose=True))
    assert checker.process_all() == 0
    shown = capsys.readouterr().out
    assert "digest pass" in shown
    assert "fail" not in shown


def test_first_record_states_software_plan_and_method() -> None:
    info = records(sample().data)[0]
    text = info.payload.decode()
    assert info.kind == "warcinfo"
    assert f"software: vetting/{vetting.__version__}" in text
    assert "description: plan test-plan version 1, step posts" in text
    assert "method: mastodon_api" in text
    assert "http-header-user-agent: vetting-tests/1" in text


def test_records_are_version_1_1_with_sha256_and_belong_together() -> None:
    data = sample(NARROW).data
    import gzip

    assert gzip.decompress(data).startswith(b"WARC/1.1\r\n")
    seen = records(data)
    requests = {r.fields["WARC-Record-ID"] for r in seen if r.kind == "request"}
    for record in seen[1:]:
        assert record.fields["WARC-Block-Digest"].startswith("sha256:")
        if record.kind in ("response", "conversion"):
            assert record.fields["WARC-Concurrent-To"] in requests
            assert record.fields["WARC-IP-Address"] == "127.0.0.1"
    payload = next(r for r in seen if r.kind == "conversion")
    digest = base64.b32encode(hashlib.sha256(payload.payload).digest()).decode()
    assert payload.fields["WARC-Payload-Digest"] == f"sha256:{digest}"


def test_content_digest_covers_the_kept_payloads_in_order() -> None:
    capture = sample(NARROW)
    kept = [r.payload for r in records(capture.data) if r.kind == "conversion"]
    assert capture.content_sha256 == content_digest(kept)
    assert content_digest([b"ab", b"c"]) != content_digest([b"a", b"bc"])


def test_chunked_answer_is_kept_without_its_framing() -> None:
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
    from threading import Thread

    class Chunked(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            body = b'<rss version="2.0"><channel><item><title>chunked</title></item></channel></rss>'
            for piece in (body[:10], body[10:], b""):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Chunked)
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    host = f"127.0.0.1:{server.server_address[1]}"
    capture = collect(account(host, f"http://{host}/feed", method=Method.FEED))
    server.shutdown()
    server.server_close()
    (response,) = [r for r in records(capture.data) if r.kind == "response"]
    assert [post.text for post in capture.posts] == ["chunked"]
    assert response.payload.startswith(b"<rss")


def test_captures_at_the_same_time_do_not_mix() -> None:
    with FediverseSim(accounts(16, 45)) as sim, BlogSim(entries(5)) as blog:
        declared = [account(sim.host, sim.base_url, user=name) for name in sim.accounts]
        declared.append(account(blog.host, f"{blog.base_url}/feed/", method=Method.FEED))
        with ThreadPoolExecutor(8) as pool:
            captures = list(pool.map(collect, declared))
    for one, capture in zip(declared, captures, strict=True):
        seen = records(capture.data)
        hosts = {r.uri.split("/")[2] for r in seen if r.uri}
        assert hosts == {one.host}
        others = [other.user for other in declared if other.user and other.user != one.user]
        everything = b"".join(r.payload for r in seen)
        assert not any(other.encode() in everything for other in others)
        assert len([r for r in seen if r.kind == "warcinfo"]) == 1


def test_record_is_not_empty() -> None:
    assert len(sample().data) > 1000
    assert io.BytesIO(sample().data).read(2) == b"\x1f\x8b"


def test_field_cannot_begin_another_field() -> None:
    recorder = Recorder({})
    recorder.conversion(
        b"payload",
        media_type="text/plain\r\nWARC-Type: resource",
        url="https://synthetic.example/a\r\nWARC-Record-ID: <urn:uuid:none>",
        date=now(),
        peer="127.0.0.1\n",
        request_id="<urn:uuid:0>",
        left_out=1,
        original_length=9,
        status=200,
    )
    (record,) = [r for r in records(recorder.data()) if r.kind == "conversion"]
    assert record.uri.startswith("https://synthetic.example/a%20WARC-Record-ID:")
    assert record.fields["WARC-Record-ID"] != "<urn:uuid:none>"
    assert record.payload == b"payload"


def test_answer_without_a_body_has_the_digest_of_nothing() -> None:
    recorder = Recorder({})
    recorder.request(b"GET / HTTP/1.1\r\nHost: synthetic.example\r\n\r\n", url="https://synthetic.example/", date=now())
    record = records(recorder.data())[-1]
    nothing = base64.b32encode(hashlib.sha256().digest()).decode()
    assert record.fields["WARC-Payload-Digest"] == f"sha256:{nothing}"
