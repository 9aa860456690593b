"""The ActivityPub collector against a real Fedify server: what was written comes back, before and after changes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.window import Window
from tests.servers.fedify import FedifyServer
from tests.unit.collection.helpers import POSTS as POSTS_STEP
from tests.unit.collection.helpers import PROFILE, collect, plan, settings
from tests.unit.collection.warc_reading import records
from vetting.collection import collect_step

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


@pytest.mark.parametrize("comes_back", [True, False])
@pytest.mark.parametrize("server", [False], indirect=True, ids=["open"])
def test_server_killed_in_the_middle_of_the_list(server: FedifyServer, comes_back: bool) -> None:
    server.write([note(n) for n in reversed(range(POSTS))])
    asked: list[int] = []

    def before_each_request() -> None:
        asked.append(1)
        if len(asked) == 5:  # WebFinger, actor, outbox and one page are read
            server.kill()

    def pause(_: float) -> None:
        if comes_back and len(asked) == 5:
            server.start_again()

    capture = collect_step(
        POSTS_STEP,
        server.declared(),
        plan(),
        NOW,
        settings(http_timeout=30.0, http_backoff=0.01),
        before_each_request,
        pause,
    )
    if comes_back:
        assert (capture.outcome, capture.reason, capture.attempts) == (StepOutcome.CAPTURED, "", 2)
        assert [p.text for p in capture.posts] == [f"note {n} — 漢字 & more" for n in reversed(range(POSTS))]
    else:
        # half a list is not kept as if it were whole
        assert (capture.outcome, capture.data, capture.posts) == (StepOutcome.FAILED, b"", ())
        assert capture.reason in ("not_reachable", "connection_broken")
        server.start_again()
        assert len(collect(server.declared(), window=NOW, http_timeout=30.0).posts) == POSTS
