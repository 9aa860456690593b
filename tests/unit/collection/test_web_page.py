"""The collector of one public page."""

import pytest

from schemas.account import DeclaredAccount
from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship
from tests.simulators.blog import NEWEST, BlogSim, SimEntry
from tests.unit.collection.helpers import POSTS, PROFILE, account, collect
from tests.unit.collection.warc_reading import records

pytestmark = pytest.mark.enable_socket

LONG = "A synthetic sentence about nothing that is only there to be long enough. " * 8


def declared(sim: BlogSim, path: str) -> DeclaredAccount:
    return account(sim.host, f"{sim.base_url}{path}", user="synthetic", method=Method.WEB_PAGE)


def test_page_is_one_item_with_its_main_text() -> None:
    with BlogSim(about=LONG) as sim:
        capture = collect(declared(sim, "/about"), PROFILE)
        assert [request.path for request in sim.requests] == ["/about"]
    (post,) = capture.posts
    assert capture.outcome is StepOutcome.CAPTURED
    assert LONG.strip() in post.text
    assert "var x" not in post.text
    assert (post.author, post.time, post.number) == ("synthetic", None, 1)
    (response,) = [r for r in records(capture.data) if r.kind == "response"]
    assert post.record_id == response.fields["WARC-Record-ID"]


def test_comments_of_others_are_hosted() -> None:
    remark = "A synthetic remark by a visitor, long enough to be taken for a comment by the reader."
    with BlogSim([SimEntry("Entry", f"<p>{LONG}</p>", NEWEST, comments=(remark, remark + " Again."))]) as sim:
        own, hosted = collect(declared(sim, "/entry/1"), PROFILE).posts
    assert remark not in own.text
    assert remark in hosted.text
    assert (hosted.authorship, hosted.author, hosted.number) == (Authorship.HOSTED, "", 2)


def test_short_page_falls_back_to_its_visible_text() -> None:
    with BlogSim(about="Tiny.") as sim:
        (post,) = collect(declared(sim, "/about"), PROFILE).posts
    assert "Tiny." in post.text


def test_plain_text_page_is_read() -> None:
    with BlogSim(about="Words & <signs>") as sim:
        (post,) = collect(declared(sim, "/plain.txt"), PROFILE).posts
    assert post.text == "Words & <signs>"


@pytest.mark.parametrize(
    ("path", "outcome", "reason"),
    [
        ("/empty", StepOutcome.NO_CONTENT, "empty_page"),
        ("/nothing", StepOutcome.NOT_FOUND, "http_404"),
        ("/feed/", StepOutcome.FAILED, "unexpected_content_type"),
    ],
)
def test_page_that_gives_nothing_ends_in_its_outcome(path: str, outcome: StepOutcome, reason: str) -> None:
    with BlogSim() as sim:
        capture = collect(declared(sim, path), PROFILE)
    assert (capture.outcome, capture.reason, capture.posts) == (outcome, reason, ())


def test_page_that_leads_to_a_sign_in_is_not_public() -> None:
    with BlogSim() as sim:
        sim.plant("/about", "redirect", to="/login")
        sim.plant("/login", "replace", body=b"<html><body>Please sign in</body></html>")
        capture = collect(declared(sim, "/about"), PROFILE)
    assert (capture.outcome, capture.reason) == (StepOutcome.NOT_PUBLIC, "sign_in_asked")
    assert not any(b"Please sign in" in record.payload for record in records(capture.data))


def test_posts_of_a_page_do_not_apply() -> None:
    with BlogSim() as sim:
        assert collect(declared(sim, "/about"), POSTS).outcome is StepOutcome.NOT_APPLICABLE
        assert sim.requests == []
