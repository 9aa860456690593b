"""JSON Feed through the feed collector."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from schemas.post import Authorship
from schemas.window import Window
from tests.simulators.server import Reply, Request, Simulator, as_json
from tests.unit.collection.helpers import account, collect
from tests.unit.collection.warc_reading import records

pytestmark = pytest.mark.enable_socket
NEWEST = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
VERSION = "https://jsonfeed.org/version/1.1"


def items(count: int) -> list[dict[str, Any]]:
    return [
        {
            "id": f"tag:{n}",
            "url": f"https://x.test/{n}",
            "title": f"Entry {n} <raw>",
            "content_html": f"<p>Body <b>{n}</b> — 漢字</p>",
            "date_published": (NEWEST - timedelta(days=count - n)).isoformat(),
        }
        for n in range(count, 0, -1)
    ]


class JsonFeedSim(Simulator):
    """A feed in pages of ten."""

    def __init__(self, entries: list[dict[str, Any]], **top: Any) -> None:
        super().__init__()
        self.entries, self.top = entries, top

    def reply(self, request: Request) -> Reply:
        start = int(request.query.get("from", "0"))
        more = {"next_url": f"{self.base_url}/feed.json?from={start + 10}"} if start + 10 < len(self.entries) else {}
        return as_json(
            {"version": VERSION, "title": "t", **more, "items": self.entries[start : start + 10], **self.top}
        )


def read(sim: JsonFeedSim, **kwargs: Any) -> Capture:
    feed = account(sim.host, f"{sim.base_url}/feed.json", user="synthia", method=Method.FEED)
    return collect(feed, **kwargs)


def test_entries_are_collected_over_pages() -> None:
    with JsonFeedSim(items(25), authors=[{"name": "Synthia"}]) as sim:
        capture = read(sim)
    assert (capture.outcome, capture.requests) == (StepOutcome.CAPTURED, 3)
    assert [post.text for post in capture.posts] == [f"Entry {n} <raw>\n\nBody {n} — 漢字" for n in range(25, 0, -1)]
    assert capture.posts[0].time == NEWEST
    assert capture.posts[0].links == ("https://x.test/25",)


def test_entries_outside_the_window_are_not_kept() -> None:
    with JsonFeedSim(items(10)) as sim:
        capture = read(sim, window=Window(not_before=NEWEST - timedelta(days=3), not_after=NEWEST))
    assert (len(capture.posts), capture.left_out) == (4, 6)
    (kept,) = [r for r in records(capture.data) if r.kind == "conversion"]
    assert [item["id"] for item in json.loads(kept.payload)["items"]] == ["tag:10", "tag:9", "tag:8", "tag:7"]


def test_entries_of_other_authors_are_hosted() -> None:
    made = items(2)
    made[1]["authors"] = [{"name": "Somebody"}]
    made[0]["authors"] = [{"name": "Synthia"}]
    with JsonFeedSim(made) as sim:
        assert [post.authorship for post in read(sim).posts] == [Authorship.OWN, Authorship.HOSTED]


def test_plain_text_attachments_and_numeric_ids() -> None:
    item = {
        "id": 7,
        "content_text": "a <tag> & text",
        "attachments": [{"url": "https://x.test/a.mp3", "mime_type": "audio/mpeg"}],
    }
    with JsonFeedSim([item]) as sim:
        (post,) = read(sim).posts
    assert (post.source_id, post.text, post.time) == ("7", "a <tag> & text", None)
    assert [(m.type, m.url) for m in post.media] == [("audio/mpeg", "https://x.test/a.mp3")]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": [', "malformed_json"),
        (b'{"items": []}', "not_a_feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "not_a_feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [3]}', "unexpected_json"),
        (b"{" * 50_000, "malformed_json"),
    ],
)
def test_broken_feed_is_a_failed_step(body: bytes, reason: str) -> None:
    with JsonFeedSim([]) as sim:
        sim.plant("/feed.json", "replace", body=body, content_type="application/feed+json")
        capture = read(sim)
    assert (capture.outcome, capture.reason, capture.data) == (StepOutcome.FAILED, reason, b"")


@pytest.mark.attacks("plan_only")
def test_next_page_on_another_host_is_not_asked() -> None:
    with JsonFeedSim(items(3), next_url="http://169.254.169.254/latest") as sim:
        capture = read(sim)
    assert (len(capture.posts), capture.reason) == (3, "next_page_refused")


def test_feed_that_names_itself_as_next_ends() -> None:
    with JsonFeedSim(items(3)) as sim:
        sim.top["next_url"] = f"{sim.base_url}/feed.json"
        assert read(sim).reason == "paging_loop"
