"""The feed collector against a simulated blog, and against feeds written to be awkward."""

from datetime import timedelta
from typing import Any

import pytest

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from schemas.post import Authorship
from schemas.window import Window
from tests.simulators.blog import NEWEST, BlogSim, SimEntry, entries
from tests.unit.collection.helpers import PROFILE, account, collect
from tests.unit.collection.warc_reading import records

pytestmark = pytest.mark.enable_socket

RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{}</channel></rss>'


def declared(sim: BlogSim, path: str = "/feed/", user: str = "") -> DeclaredAccount:
    return account(sim.host, f"{sim.base_url}{path}", user=user, method=Method.FEED)


def read(body: str | bytes, content_type: str = "application/rss+xml", **kwargs: Any) -> Capture:
    """Collect a feed with this very body."""
    with BlogSim() as sim:
        data = body if isinstance(body, bytes) else body.encode()
        sim.plant("/feed/", "replace", body=data, content_type=content_type)
        return collect(declared(sim), **kwargs)


@pytest.mark.parametrize("path", ["/feed/", "/feed/atom/"])
def test_entries_are_collected_with_text_time_author_and_links(path: str) -> None:
    with BlogSim(entries(12)) as sim:
        capture = collect(declared(sim, path))
        base = sim.base_url
    assert capture.outcome is StepOutcome.CAPTURED
    assert len(capture.posts) == 12
    newest = capture.posts[0]
    assert newest.text == "Synthetic entry 12\n\nEntry number 12 of the synthetic blog, with bold words & a link."
    assert newest.time == NEWEST
    assert (newest.author, newest.authorship) == ("synthetic", Authorship.OWN)
    assert newest.links == (f"{base}/entry/12", f"{base}/about")


@pytest.mark.parametrize("path", ["/feed/", "/feed/atom/"])
def test_archived_pages_are_followed(path: str) -> None:
    with BlogSim(entries(25), page_size=10) as sim:
        capture = collect(declared(sim, path))
    assert [post.text.split("\n")[0] for post in capture.posts] == [f"Synthetic entry {n}" for n in range(25, 0, -1)]
    assert capture.requests == 3


def test_limits_of_the_plan_end_the_feed() -> None:
    with BlogSim(entries(50), page_size=10) as sim:
        pages = collect(declared(sim), limits={"max_pages": 2})
        items = collect(declared(sim), limits={"max_items": 15})
        whole = collect(declared(sim), limits={"max_items": 50})
    assert (len(pages.posts), pages.reason) == (20, "page_limit")
    assert (len(items.posts), items.reason, items.left_out) == (15, "item_limit", 5)
    assert (len(whole.posts), whole.reason) == (50, "")


def test_entries_outside_the_window_leave_the_record() -> None:
    window = Window(not_before=NEWEST - timedelta(days=6), not_after=NEWEST - timedelta(days=2))
    with BlogSim(entries(10)) as sim:
        capture = collect(declared(sim), window=window)
    assert [post.text.split("\n")[0] for post in capture.posts] == [f"Synthetic entry {n}" for n in (8, 7, 6, 5, 4)]
    assert capture.left_out == 5
    (kept,) = [r for r in records(capture.data) if r.kind == "conversion"]
    assert kept.payload.count(b"<item>") == 5
    assert b"Synthetic entry 10" not in kept.payload
    assert b"Synthetic entry 3" not in kept.payload
    assert not any(r.kind == "response" for r in records(capture.data))


def test_feed_that_cannot_be_cut_keeps_the_posts_alone() -> None:
    # not well-formed, and with an item whose name only feedparser's lenient reader recognises
    broken = RSS.format(
        "<ITEM><title>in &nosuch; window</title><guid>1</guid><pubDate>Sun, 01 Jun 2025 12:00:00 GMT</pubDate></ITEM>"
        "<item><title>too old</title><guid>2</guid><pubDate>Sun, 01 Jun 2008 12:00:00 GMT</pubDate></item>"
    )
    capture = read(broken, window=Window(not_before=NEWEST - timedelta(days=9), not_after=NEWEST))
    assert (len(capture.posts), capture.left_out) == (1, 1)
    assert not any(b"too old" in r.payload for r in records(capture.data))
    (kept,) = [r for r in records(capture.data) if r.kind == "conversion"]
    assert b"window" in kept.payload


def test_entry_without_a_date_is_kept_and_flagged() -> None:
    window = Window(not_before=NEWEST, not_after=NEWEST)
    with BlogSim(
        [SimEntry("Undated", "<p>text</p>", None), SimEntry("Old", "<p>text</p>", NEWEST - timedelta(days=1))]
    ) as sim:
        capture = collect(declared(sim), window=window)
    (post,) = capture.posts
    assert (post.text, post.time) == ("Undated\n\ntext", None)


def test_other_authors_of_a_mixed_feed_are_hosted() -> None:
    mixed = [*entries(2, author="candidate"), *entries(1, author="guest", newest=NEWEST - timedelta(days=9))]
    with BlogSim(mixed) as sim:
        named = collect(declared(sim, user="Candidate"))
        unnamed = collect(declared(sim))
    assert [p.authorship for p in named.posts] == [Authorship.OWN, Authorship.OWN, Authorship.HOSTED]
    assert {p.authorship for p in unnamed.posts} == {Authorship.HOSTED}


def test_profile_of_a_feed_does_not_apply() -> None:
    with BlogSim(entries(1)) as sim:
        capture = collect(declared(sim), PROFILE)
        assert sim.requests == []
    assert capture.outcome is StepOutcome.NOT_APPLICABLE


def test_feed_without_entries_is_no_content() -> None:
    with BlogSim() as sim:
        assert collect(declared(sim)).outcome is StepOutcome.NO_CONTENT


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (401, StepOutcome.NOT_PUBLIC),
        (403, StepOutcome.NOT_PUBLIC),
        (404, StepOutcome.NOT_FOUND),
        (410, StepOutcome.NOT_FOUND),
        (451, StepOutcome.FAILED),
        (503, StepOutcome.FAILED),
    ],
)
def test_status_decides_the_outcome(status: int, outcome: StepOutcome) -> None:
    with BlogSim(entries(3)) as sim:
        sim.plant("/feed/", "status", status=status)
        capture = collect(declared(sim))
    assert (capture.outcome, capture.reason, capture.posts) == (outcome, f"http_{status}", ())


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "malformed_xml"),
        (b"<html><body>no feed</body></html>", "not_a_feed"),
        (b"<!doctype html><p>no feed<br>", "malformed_xml"),
        (b"{}", "not_a_feed"),
        (b"\x00\x01\x02\xff", "malformed_xml"),
        (RSS.format("<item><title>a</title></item>")[:-12].encode(), "malformed_xml"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>', "xml_entities_refused"),
        (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss/>', "xml_entities_refused"),
    ],
)
def test_what_is_no_feed_is_a_failed_step(body: bytes, reason: str) -> None:
    capture = read(body)
    assert (capture.outcome, capture.reason, capture.data) == (StepOutcome.FAILED, reason, b"")


def test_half_an_answer_is_not_taken_for_the_whole() -> None:
    with BlogSim(entries(20)) as sim:
        sim.plant("/feed/", "half", times=1)
        capture = collect(declared(sim))
    assert (len(capture.posts), capture.attempts) == (20, 2)


def test_feed_with_an_undefined_entity_is_read_all_the_same() -> None:
    capture = read(RSS.format("<item><title>Fish &nbsp; chips</title><guid>1</guid></item>"))
    assert len(capture.posts) == 1


@pytest.mark.parametrize("name", ["utf-8", "iso-8859-1", "utf-16"])
def test_encodings_are_read(name: str) -> None:
    text = f'<?xml version="1.0" encoding="{name}"?><rss version="2.0"><channel><item><title>grüße</title></item></channel></rss>'
    assert [post.text for post in read(text.encode(name)).posts] == ["grüße"]


def test_wrong_content_type_of_a_true_feed_does_not_matter() -> None:
    assert len(read(RSS.format("<item><title>a</title></item>"), "text/html").posts) == 1


def test_next_page_elsewhere_is_not_followed() -> None:
    link = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="http://elsewhere.invalid/feed"/>'
    capture = read(RSS.format(f"{link}<item><title>a</title></item>"))
    assert (capture.outcome, capture.reason, len(capture.posts)) == (StepOutcome.CAPTURED, "next_page_refused", 1)


def test_feed_that_names_itself_as_next_page_ends() -> None:
    with BlogSim() as sim:
        link = f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="{sim.base_url}/feed/"/>'
        sim.plant("/feed/", "replace", body=RSS.format(f"{link}<item><title>a</title></item>").encode())
        capture = collect(declared(sim))
    assert (capture.requests, capture.reason) == (1, "paging_loop")


def test_images_and_enclosures_are_listed_and_never_fetched() -> None:
    entry = SimEntry("Pictures", '<p>See</p><img src="/cat.png" alt="a synthetic cat">', NEWEST)
    with BlogSim([entry]) as sim:
        capture = collect(declared(sim))
        assert len(sim.requests) == 1
        assert [(m.url, m.alt) for m in capture.posts[0].media] == [(f"{sim.base_url}/cat.png", "a synthetic cat")]
