"""The AT Protocol collector against a real data server and directory: what was written comes back, before and after changes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship
from schemas.window import Window
from tests.servers.bluesky import Bluesky, BlueskyServer
from tests.unit.collection.helpers import PROFILE, collect
from tests.unit.collection.warc_reading import records

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket, pytest.mark.timeout(900)]

NOW = Window(not_after=datetime.now(UTC) + timedelta(days=1))
FIRST = datetime(2023, 1, 15, 10, 0, tzinfo=UTC)
POSTS = 520


@pytest.fixture(scope="module")
def server() -> Iterator[BlueskyServer]:
    """A network that this module has to itself."""
    made = BlueskyServer()
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="module")
def bluesky(server: BlueskyServer) -> Bluesky:
    """Its first account."""
    return server.start()


def body(number: int) -> str:
    return f"Post {number}: grüße, 漢字 🙂"


def test_posts_over_pages_with_changes_between_two_runs(bluesky: Bluesky) -> None:
    times = [FIRST + timedelta(days=n) for n in range(POSTS)]
    times[300] = datetime(2011, 1, 1, tzinfo=UTC)  # back-dated, as an imported post is
    keys = bluesky.create_posts((body(n), times[n]) for n in range(POSTS))

    first = collect(bluesky.declared(), window=NOW, http_timeout=30.0)
    assert (first.outcome, first.reason) == (StepOutcome.CAPTURED, "")
    assert [post.text for post in first.posts] == [body(n) for n in reversed(range(POSTS))]
    assert [post.time for post in first.posts] == list(reversed(times))
    assert {post.authorship for post in first.posts} == {Authorship.OWN}
    # handle, document, profile, and seven pages: after the last one with records the server still names a next
    assert first.requests == 3 + 7

    # the same account's whole repository in one request gives the same posts
    whole = collect(
        bluesky.declared().model_copy(update={"method": Method.ATPROTO_REPO}), window=NOW, http_timeout=30.0
    )
    assert (whole.outcome, whole.requests) == (StepOutcome.CAPTURED, 3)
    assert [post.model_copy(update={"record_id": ""}) for post in whole.posts] == [
        post.model_copy(update={"record_id": ""}) for post in first.posts
    ]

    bluesky.edit_post(keys[100], "edited since", times[100])
    bluesky.delete_post(keys[5])
    bluesky.delete_post(keys[-1])
    second = collect(bluesky.declared(), window=NOW, http_timeout=30.0)
    left = [n for n in reversed(range(POSTS)) if n not in (5, POSTS - 1)]
    assert [post.text for post in second.posts] == ["edited since" if n == 100 else body(n) for n in left]
    assert first.content_sha256 != second.content_sha256
    again = collect(
        bluesky.declared().model_copy(update={"method": Method.ATPROTO_REPO}), window=NOW, http_timeout=30.0
    )
    assert [post.text for post in again.posts] == [post.text for post in second.posts]
    assert any(body(5).encode() in r.payload for r in records(first.data))

    half = collect(bluesky.declared(), window=Window(not_before=times[500], not_after=NOW.not_after), http_timeout=30.0)
    assert [post.text for post in half.posts] == [body(n) for n in reversed(range(500, POSTS - 1))]
    assert half.left_out == len(left) - len(half.posts)
    assert not any(body(300).encode() in r.payload for r in records(half.data))


def test_profile_and_the_wish_to_keep_signed_out_readers_away(server: BlueskyServer, bluesky: Bluesky) -> None:
    person = server.account(bluesky, "second-synthetic.test")
    assert collect(person.declared(), PROFILE, window=NOW, http_timeout=30.0).reason == "no_profile"
    assert collect(person.declared(), window=NOW, http_timeout=30.0).outcome is StepOutcome.NO_CONTENT
    person.describe("Synthia", "About nothing")
    (profile,) = collect(person.declared(), PROFILE, window=NOW, http_timeout=30.0).posts
    assert profile.text == "Synthia\nAbout nothing"
    person.create_posts([("for all signed in", FIRST)])
    person.describe("Synthia", "About nothing", signed_out_readers=False)
    for method in (Method.ATPROTO, Method.ATPROTO_REPO):
        capture = collect(person.declared().model_copy(update={"method": method}), window=NOW, http_timeout=30.0)
        assert (capture.outcome, capture.reason) == (StepOutcome.NOT_PUBLIC, "signed_out_readers_excluded")


def test_unknown_and_deactivated_accounts(server: BlueskyServer, bluesky: Bluesky) -> None:
    unknown = collect(bluesky.declared("nobody-here.test"), window=NOW, http_timeout=30.0)
    assert (unknown.outcome, unknown.reason) == (StepOutcome.NOT_FOUND, "handle_not_found")
    person = server.account(bluesky, "third-synthetic.test")
    person.create_posts([("soon gone", FIRST)])
    person.deactivate()
    for method in (Method.ATPROTO, Method.ATPROTO_REPO):
        gone = collect(person.declared().model_copy(update={"method": method}), window=NOW, http_timeout=30.0)
        assert gone.outcome is StepOutcome.NOT_FOUND
        assert gone.reason in ("repo_not_found", "handle_not_found")
