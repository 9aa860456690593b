"""The ActivityPub collector against a real Fedify server: what was written comes back, before and after changes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.window import Window
from tests.servers.fedify import FedifyServer
from tests.unit.collection.helpers import PROFILE, collect
from tests.unit.collection.warc_reading import records

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket, pytest.mark.timeout(900)]

NOW = Window(not_after=datetime.now(UTC) + timedelta(days=1))
FIRST = datetime(2023, 1, 15, 10, 0, tzinfo=UTC)
POSTS = 130


@pytest.fixture(params=[False, True], ids=["open", "signed"])
def server(request: pytest.FixtureRequest) -> Iterator[FedifyServer]:
    """A server that answers everybody, and one that answers signed requests only."""
    made = FedifyServer(signed=request.param)
    try:
        made.start()
        yield made
    finally:
        made.stop()


def note(number: int, *, public: bool = True) -> tuple[int, str, datetime, bool]:
    return number, f"<p>note {number} — 漢字 &amp; more</p>", FIRST + timedelta(days=number), public


def test_outbox_with_changes_between_two_runs(server: FedifyServer) -> None:
    server.write([note(n, public=n != 50) for n in reversed(range(POSTS))])
    first = collect(server.declared(), window=NOW, http_timeout=30.0)
    if server.signed:
        assert (first.outcome, first.reason) == (StepOutcome.NOT_PUBLIC, "http_401")
        return
    assert (first.outcome, first.reason, first.left_out) == (StepOutcome.CAPTURED, "", 1)
    assert [p.text for p in first.posts] == [f"note {n} — 漢字 & more" for n in reversed(range(POSTS)) if n != 50]
    assert [p.time for p in first.posts] == [note(n)[2] for n in reversed(range(POSTS)) if n != 50]
    assert not any(b"note 50 " in r.payload for r in records(first.data))

    edited = (60, "<p>edited since</p>", note(60)[2], True)
    server.write([edited if n == 60 else note(n) for n in reversed(range(POSTS)) if n not in (50, 7, POSTS - 1)])
    second = collect(server.declared(), window=NOW, http_timeout=30.0)
    left = [n for n in reversed(range(POSTS)) if n not in (50, 7, POSTS - 1)]
    assert [p.text for p in second.posts] == ["edited since" if n == 60 else f"note {n} — 漢字 & more" for n in left]

    (profile,) = collect(server.declared(), PROFILE, window=NOW, http_timeout=30.0).posts
    assert profile.text == "Synthia\nAbout nothing"
    assert collect(server.declared("nobody"), window=NOW, http_timeout=30.0).outcome is StepOutcome.NOT_FOUND
    server.write([note(1)])
    assert len(collect(server.declared(), window=NOW, http_timeout=30.0).posts) == 1
