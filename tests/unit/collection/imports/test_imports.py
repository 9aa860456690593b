"""Import of manual captures: what is taken, and how it is read."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship
from schemas.statement import CaptureStatement, MethodStatement
from tests.unit.collection.imports import samples
from vetting import clock
from vetting.collection import import_capture, import_outcome
from vetting.errors import InputError

SIGNED_OUT = CaptureStatement(
    method=MethodStatement.SIGNED_OUT_PUBLIC_PAGE,
    captured_at=datetime(2025, 6, 1, 12, tzinfo=UTC),
    address="https://page.test/",
    tool="Synthetic Browser 1.0",
)

GOOD = {
    "html": (samples.HTML, "text/html"),
    "mhtml": (samples.mhtml(), "multipart/related"),
    "png": (samples.png(), "image/png"),
    "jpeg": (samples.jpeg(), "image/jpeg"),
    "pdf": (samples.PDF, "application/pdf"),
    "warc": (samples.request() + samples.response(), "application/warc"),
    "warc.gz": (samples.gzipped(samples.request(), samples.response()), "application/warc"),
    "wacz": (samples.wacz(), "application/wacz"),
}


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("stated", [True, False])
def test_each_type_is_recognised_and_kept_unaltered(name: str, *, stated: bool) -> None:
    data, media_type = GOOD[name]
    capture = import_capture(data, name if stated else None, SIGNED_OUT)
    assert capture.outcome is StepOutcome.CAPTURED
    assert (capture.media_type, capture.data, capture.method) == (media_type, data, Method.MANUAL_CAPTURE)
    assert capture.captured_at == SIGNED_OUT.captured_at
    assert len(capture.posts) == 1
    assert capture.content_sha256 == import_capture(data, None, SIGNED_OUT).content_sha256


@pytest.mark.parametrize("name", ["html", "mhtml", "warc", "warc.gz", "wacz"])
def test_pages_become_posts_with_their_text(name: str) -> None:
    (post,) = import_capture(GOOD[name][0], None, SIGNED_OUT).posts
    assert "Words of a page." in post.text
    assert post.authorship is Authorship.OWN
    assert post.source_id == (SIGNED_OUT.address if name == "html" else "https://page.test/")


@pytest.mark.parametrize("name", ["png", "jpeg", "pdf"])
def test_files_without_text_become_one_post_that_can_be_cited(name: str) -> None:
    data, media_type = GOOD[name]
    (post,) = import_capture(data, None, SIGNED_OUT).posts
    (media,) = post.media
    assert (post.text, media.type, media.sha256) == ("", media_type, hashlib.sha256(data).hexdigest())
    assert media.alt == ("" if name == "pdf" else "3 x 2 pixels")


def test_warc_of_several_pages_gives_a_post_for_each() -> None:
    data = samples.gzipped(
        samples.response(uri="https://page.test/1"),
        samples.response(b"\x89PNG", headers="Content-Type: image/png\r\n"),
        samples.response(status="404 Not Found"),
        samples.response(uri="https://page.test/2"),
        samples.response(),
    )
    posts = import_capture(data, "application/warc", SIGNED_OUT).posts
    assert [(p.number, p.source_id) for p in posts] == [
        (1, "https://page.test/1"),
        (2, "https://page.test/2"),
        (3, "https://page.test/"),
    ]
    assert all(post.record_id.startswith("<urn:uuid:") for post in posts)


@pytest.mark.parametrize("framing", ["plain", "chunked", "gzip", "chunked, removed"])
def test_warc_pages_are_unfolded(framing: str) -> None:
    import gzip

    body, headers = samples.HTML, "Content-Type: text/html; charset=utf-8\r\n"
    if framing == "gzip":
        body, headers = gzip.compress(body), headers + "Content-Encoding: gzip\r\n"
    if framing.startswith("chunked"):
        headers += "Transfer-Encoding: chunked\r\n"
    if framing == "chunked":
        body = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (10, body[:10], len(body) - 10, body[10:])
    (post,) = import_capture(samples.response(body, headers=headers), None, SIGNED_OUT).posts
    assert "Words of a page." in post.text


def test_capture_of_our_own_can_be_imported_again() -> None:
    from vetting.collection.warc import Recorder, response_head

    recorder = Recorder({"method": "web_page"})
    asked = recorder.request(b"GET / HTTP/1.1\r\nHost: page.test\r\n\r\n", url="https://page.test/", date=clock.now())
    head = response_head(11, 200, "OK", [("Content-Type", "text/html")])
    recorder.response(head, samples.HTML, url="https://page.test/", date=clock.now(), peer=None, request_id=asked)
    (post,) = import_capture(recorder.data(), "warc", SIGNED_OUT).posts
    assert "Words of a page." in post.text


@pytest.mark.parametrize("outcome", [StepOutcome.NOT_FOUND, StepOutcome.NO_CONTENT, StepOutcome.NOT_PUBLIC])
def test_manual_step_may_end_without_a_file(outcome: StepOutcome) -> None:
    capture = import_outcome(outcome, SIGNED_OUT)
    assert (capture.outcome, capture.data, capture.posts, capture.content_sha256) == (outcome, b"", (), None)
    assert capture.method is Method.MANUAL_CAPTURE


@pytest.mark.parametrize("outcome", [StepOutcome.CAPTURED, StepOutcome.FAILED, StepOutcome.NOT_APPLICABLE])
def test_other_outcomes_cannot_be_stated_by_hand(outcome: StepOutcome) -> None:
    with pytest.raises(InputError) as refusal:
        import_outcome(outcome, SIGNED_OUT)
    assert refusal.value.code == "outcome_needs_file"


def test_statement_from_the_future_is_refused() -> None:
    late = SIGNED_OUT.model_copy(update={"captured_at": clock.now() + timedelta(hours=1)})
    with pytest.raises(InputError) as refusal:
        import_capture(samples.HTML, None, late)
    assert refusal.value.code == "capture_in_future"
    with pytest.raises(InputError) as refusal:
        import_outcome(StepOutcome.NOT_FOUND, late)
    assert refusal.value.code == "capture_in_future"


@pytest.mark.parametrize("stated", [".PNG", "image/png; q=1", "png", " PNG "])
def test_stated_type_may_be_written_in_several_ways(stated: str) -> None:
    assert import_capture(samples.png(), stated, SIGNED_OUT).media_type == "image/png"
