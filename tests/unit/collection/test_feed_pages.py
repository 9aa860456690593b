"""The pages of a WordPress feed: asked for by number, uniformly, until there is none, and never at the cost of what came before."""

from datetime import timedelta

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from schemas.window import Window
from tests.simulators.blog import NEWEST, BlogSim, entries
from tests.unit.collection.helpers import OPEN, account, collect
from tests.unit.collection.warc_reading import records

pytestmark = pytest.mark.enable_socket

PATHS = ["/feed/", "/feed/atom/"]


def asked(sim: BlogSim) -> list[str]:
    return [request.target for request in sim.requests if request.path != "/robots.txt"]


def capture_of(sim: BlogSim, path: str = "/feed/", window: Window = OPEN, **limits: int) -> Capture:
    return collect(account(sim.host, f"{sim.base_url}{path}", method=Method.FEED), window=window, limits=limits)


@pytest.mark.parametrize("path", PATHS)
def test_pages_are_asked_for_until_there_is_none(path: str) -> None:
    with BlogSim(entries(25), page_size=10, wordpress=True) as sim:
        capture = capture_of(sim, path)
        assert asked(sim) == [path, f"{path}?paged=2", f"{path}?paged=3", f"{path}?paged=4"]
    assert (capture.outcome, capture.reason, len(capture.posts)) == (StepOutcome.CAPTURED, "", 25)
    assert len({post.source_id for post in capture.posts}) == 25


def test_numbers_begin_after_the_declared_page() -> None:
    with BlogSim(entries(25), page_size=10, wordpress=True) as sim:
        capture = capture_of(sim, "/feed/?paged=2")
        assert asked(sim) == ["/feed/?paged=2", "/feed/?paged=3", "/feed/?paged=4"]
    assert len(capture.posts) == 15


def test_other_feeds_are_not_asked_for_numbers() -> None:
    with BlogSim(entries(10)) as sim:
        assert len(capture_of(sim).posts) == 10
        assert asked(sim) == ["/feed/"]


def test_site_that_does_not_know_numbers_gives_each_entry_once() -> None:
    window = Window(not_before=NEWEST - timedelta(days=6), not_after=NEWEST)
    with BlogSim(entries(10), page_size=10, wordpress=True) as sim:
        whole = sim.reply
        sim.reply = lambda request: whole(  # type: ignore[method-assign]
            type(request)(request.path, {}, request.headers, request.path)
        )
        capture = capture_of(sim, window=window)
        assert asked(sim) == ["/feed/", "/feed/?paged=2"]
    assert (capture.outcome, capture.reason, len(capture.posts), capture.left_out) == (StepOutcome.CAPTURED, "", 7, 3)
    assert not any(b"synthetic entry 1<" in r.payload.lower() for r in records(capture.data))


def test_limits_and_window_end_the_pages() -> None:
    with BlogSim(entries(60), page_size=10, wordpress=True) as sim:
        assert (capture_of(sim, max_pages=2).reason, len(asked(sim))) == ("page_limit", 2)
    with BlogSim(entries(60), page_size=10, wordpress=True) as sim:
        assert (capture_of(sim, max_items=15).reason, len(asked(sim))) == ("item_limit", 2)
    with BlogSim(entries(60), page_size=10, wordpress=True) as sim:
        capture = capture_of(sim, window=Window(not_before=NEWEST - timedelta(days=14), not_after=NEWEST))
        # the third page is older than the window as a whole, so no fourth is asked for
        assert (len(asked(sim)), len(capture.posts), capture.left_out) == (3, 15, 15)


@pytest.mark.parametrize("status", [401, 403])
def test_closed_further_page_leaves_the_first_and_says_so(status: int) -> None:
    with BlogSim(entries(25), page_size=10, wordpress=True) as sim:
        sim.key_of = lambda request: request.target  # type: ignore[method-assign]
        sim.plant("/feed/?paged=2", "status", status=status)
        capture = capture_of(sim)
    assert (capture.outcome, capture.reason, len(capture.posts)) == (
        StepOutcome.CAPTURED,
        "next_page_refused",
        10,
    )


def test_further_page_that_robots_forbid_is_not_asked_for() -> None:
    with BlogSim(entries(25), page_size=10, wordpress=True) as sim:
        sim.plant("/robots.txt", "replace", body=b"User-agent: *\nDisallow: /*?paged=\n", content_type="text/plain")
        capture = capture_of(sim)
        assert asked(sim) == ["/feed/"]
    assert (capture.outcome, capture.reason, len(capture.posts)) == (StepOutcome.CAPTURED, "next_page_refused", 10)


def test_further_page_that_fails_fails_the_step() -> None:
    with BlogSim(entries(25), page_size=10, wordpress=True) as sim:
        sim.key_of = lambda request: request.target  # type: ignore[method-assign]
        sim.plant("/feed/?paged=2", "status", status=500)
        capture = capture_of(sim)
    assert (capture.outcome, capture.reason, capture.data) == (StepOutcome.FAILED, "http_500", b"")
