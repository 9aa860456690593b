"""The Mastodon-compatible collector against a simulator of the documented API."""

import json
from datetime import timedelta
from typing import Any

import pytest

from schemas.account import DeclaredAccount
from schemas.capture import StepOutcome
from schemas.plan import PlanStep, StepAction, StepScope
from schemas.post import Authorship
from schemas.window import Window
from tests.simulators.fediverse import NEWEST, FediverseSim, SimAccount, SimPost, accounts
from tests.simulators.server import Reply, Request
from tests.unit.collection.helpers import OPEN, PROFILE, account, collect
from tests.unit.collection.warc_reading import records

pytestmark = pytest.mark.enable_socket


def declared(sim: FediverseSim, name: str) -> DeclaredAccount:
    return account(sim.host, f"{sim.base_url}/@{name}", user=name)


def test_posts_are_all_collected_in_order_over_several_pages() -> None:
    with FediverseSim(accounts(2, 95)) as sim:
        capture = collect(declared(sim, "synthetic0002"))
        asked = [request.target for request in sim.requests]
    assert capture.outcome is StepOutcome.CAPTURED
    assert [post.number for post in capture.posts] == list(range(1, 96))
    assert capture.posts[0].text == "Synthetic post 95 of synthetic0002: weather, gardening & <tools>."
    assert capture.posts[-1].text == "Synthetic post 1 of synthetic0002: weather, gardening & <tools>."
    assert capture.posts[0].time == NEWEST
    assert {post.authorship for post in capture.posts} == {Authorship.OWN}
    assert (capture.requests, capture.attempts, capture.left_out, capture.reason) == (4, 1, 0, "")
    assert asked[0] == "/api/v1/accounts/lookup?acct=synthetic0002"
    assert asked[1].endswith("/statuses?limit=40")


def test_server_without_link_header_is_paged_by_max_id() -> None:
    with FediverseSim(accounts(1, 95), link_header=False) as sim:
        capture = collect(declared(sim, "synthetic0001"))
    assert len({post.source_id for post in capture.posts}) == 95


def test_requests_are_the_same_for_everybody() -> None:
    with FediverseSim(accounts(2, 60)) as sim:
        collect(declared(sim, "synthetic0001"))
        first = list(sim.requests)
        sim.requests.clear()
        collect(declared(sim, "synthetic0002"))
    assert [dict(r.headers) for r in first] == [dict(r.headers) for r in sim.requests]
    assert [sorted(r.query) for r in first] == [sorted(r.query) for r in sim.requests]
    assert set(first[0].headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert first[0].headers["User-Agent"] == "vetting-tests/1"


def test_boosts_replies_warnings_polls_and_media_are_told_apart() -> None:
    posts = [
        SimPost("words of another", NEWEST, boost_of="other@elsewhere.test"),
        SimPost("an answer", NEWEST - timedelta(hours=1), reply_to="42"),
        SimPost("hidden part", NEWEST - timedelta(hours=2), warning="a warning"),
        SimPost("see picture", NEWEST - timedelta(hours=3), media_alt="a synthetic cat"),
        SimPost("which?", NEWEST - timedelta(hours=4), poll=("first", "second")),
        SimPost(
            "",
            NEWEST - timedelta(hours=5),
            content='<p>Line one<br>line two</p><p>See <a href="https://example.test/a">that</a> '
            '<a class="u-url mention" href="https://x.test/@other">@other</a></p>',
        ),
    ]
    with FediverseSim([SimAccount("mixed", posts)]) as sim:
        boost, answer, warned, pictured, poll, markup = collect(declared(sim, "mixed")).posts
    assert (boost.authorship, boost.author, boost.text) == (
        Authorship.SHARED,
        "other@elsewhere.test",
        "words of another",
    )
    assert answer.reply_to == "42"
    assert warned.text == "a warning\nhidden part"
    assert pictured.media[0].alt == "a synthetic cat"
    assert poll.text == "which?\n- first\n- second"
    assert markup.text == "Line one\nline two\n\nSee that @other"
    assert markup.links == ("https://example.test/a",)


def test_profile_is_one_item_without_a_date() -> None:
    person = SimAccount("profiled", (), note="<p>About <b>nothing</b></p>", fields=(("Site", "example.test"),))
    with FediverseSim([person]) as sim:
        capture = collect(declared(sim, "profiled"), PROFILE)
    (post,) = capture.posts
    assert post.text == "Synthetic profiled\nAbout nothing\nSite: example.test"
    assert post.time is None


def test_posts_step_does_not_keep_the_profile() -> None:
    with FediverseSim([SimAccount("private-note", count=1, note="<p>profile words</p>")]) as sim:
        capture = collect(declared(sim, "private-note"))
    kept = b"".join(r.payload for r in records(capture.data) if "/lookup" in r.uri and r.kind == "conversion")
    assert json.loads(kept)["acct"] == "private-note"
    assert not any(b"profile words" in r.payload for r in records(capture.data) if "/lookup" in r.uri)


def test_items_outside_the_window_are_counted_and_not_kept() -> None:
    with FediverseSim(accounts(1, 30)) as sim:
        window = Window(not_before=NEWEST - timedelta(days=19), not_after=NEWEST - timedelta(days=5))
        capture = collect(declared(sim, "synthetic0001"), window=window)
    assert (len(capture.posts), capture.left_out) == (15, 15)
    (statuses,) = [r for r in records(capture.data) if r.kind == "conversion" and "/statuses" in r.uri]
    assert statuses.fields["X-Vetting-Items-Left-Out"] == "15"
    assert int(statuses.fields["X-Vetting-Original-Length"]) > len(statuses.payload)
    assert len(json.loads(statuses.payload)) == 15
    everything = b"".join(r.payload for r in records(capture.data))
    assert b"Synthetic post 30 " not in everything
    assert b"Synthetic post 10 " not in everything
    assert b"Synthetic post 25 " in everything
    assert {post.record_id for post in capture.posts} == {statuses.fields["WARC-Record-ID"]}


def test_paging_stops_where_the_window_begins() -> None:
    with FediverseSim(accounts(1, 400)) as sim:
        window = Window(not_before=NEWEST - timedelta(days=30), not_after=NEWEST)
        capture = collect(declared(sim, "synthetic0001"), window=window)
    assert len(capture.posts) == 31
    assert capture.requests == 3


def test_window_with_nothing_inside_is_no_content() -> None:
    with FediverseSim(accounts(1, 5)) as sim:
        window = Window(not_after=NEWEST - timedelta(days=3650))
        capture = collect(declared(sim, "synthetic0001"), window=window)
    assert (capture.outcome, capture.reason, capture.left_out) == (StepOutcome.NO_CONTENT, "nothing_in_window", 5)


@pytest.mark.parametrize(
    ("limits", "kept", "reason"),
    [
        ({"max_pages": 2}, 80, "page_limit"),
        ({"max_items": 50}, 50, "item_limit"),
        ({"max_items": 80}, 80, "item_limit"),
    ],
)
def test_limits_of_the_plan_end_the_list(limits: dict[str, int], kept: int, reason: str) -> None:
    with FediverseSim(accounts(1, 200)) as sim:
        capture = collect(declared(sim, "synthetic0001"), limits=limits)
    assert (capture.outcome, len(capture.posts), capture.reason) == (StepOutcome.CAPTURED, kept, reason)


@pytest.mark.parametrize(
    ("person", "outcome", "reason"),
    [
        (SimAccount("someone", locked=True), StepOutcome.NOT_PUBLIC, "account_locked"),
        (SimAccount("someone", count=3, unauthorized=True), StepOutcome.NOT_PUBLIC, "http_401"),
        (SimAccount("someone", count=3, suspended=True), StepOutcome.NOT_PUBLIC, "account_suspended"),
        (SimAccount("someone"), StepOutcome.NO_CONTENT, ""),
        (SimAccount("another"), StepOutcome.NOT_FOUND, "http_404"),
        (SimAccount("someone", count=3, extra={"acct": "somebody-else"}), StepOutcome.FAILED, "other_account"),
    ],
)
def test_account_that_gives_nothing_ends_in_its_outcome(person: SimAccount, outcome: StepOutcome, reason: str) -> None:
    with FediverseSim([person]) as sim:
        capture = collect(declared(sim, "someone"))
    assert (capture.outcome, capture.reason, capture.posts) == (outcome, reason, ())


def test_locked_account_with_public_posts_is_collected() -> None:
    with FediverseSim([SimAccount("locked", [SimPost("open words", NEWEST)], locked=True)]) as sim:
        assert [post.text for post in collect(declared(sim, "locked")).posts] == ["open words"]


def test_status_that_is_not_public_is_never_kept() -> None:
    posts = [SimPost("for all", NEWEST), SimPost("for followers", NEWEST - timedelta(days=1), visibility="private")]
    with FediverseSim([SimAccount("leaky", posts)]) as sim:
        capture = collect(declared(sim, "leaky"))
    assert [post.text for post in capture.posts] == ["for all"]
    assert capture.left_out == 1
    assert not any(b"for followers" in r.payload for r in records(capture.data))


@pytest.mark.parametrize(
    ("kind", "details", "reason"),
    [
        ("replace", {"body": b"<html>not json"}, "malformed_json"),
        ("replace", {"body": b"[" * 100_000}, "malformed_json"),
        ("replace", {"body": b'{"error":"no list"}'}, "unexpected_json"),
        ("replace", {"body": b"[1,2,3]"}, "unexpected_json"),
        ("half", {}, "cut_short"),
        ("drop", {}, "connection_broken"),
        ("status", {"status": 500}, "http_500"),
        ("status", {"status": 400}, "http_400"),
        ("huge", {"size": 3_000_000}, "too_large"),
    ],
)
def test_fault_of_the_list_is_a_failed_step_without_data(kind: str, details: dict[str, Any], reason: str) -> None:
    with FediverseSim(accounts(1, 10)) as sim:
        sim.plant(sim.statuses_path("synthetic0001"), kind, **details)
        capture = collect(declared(sim, "synthetic0001"), limits={"max_bytes": 1_000_000})
    assert (capture.outcome, capture.reason, capture.data, capture.posts) == (StepOutcome.FAILED, reason, b"", ())


def test_page_that_goes_missing_does_not_make_the_account_missing() -> None:
    with FediverseSim(accounts(1, 100)) as sim:
        original = sim.reply

        def vanishing(request: Request) -> Reply:
            return Reply(404) if "max_id" in request.query else original(request)

        sim.reply = vanishing  # type: ignore[method-assign]
        capture = collect(declared(sim, "synthetic0001"))
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "http_404")


def test_next_page_of_another_list_is_not_followed() -> None:
    with FediverseSim(accounts(2, 10)) as sim:
        original = sim.reply
        other = sim.statuses_path("synthetic0002")

        def lead_astray(request: Request) -> Reply:
            made = original(request)
            return Reply(made.status, made.body, made.content_type, {"Link": f'<{other}>; rel="next"'})

        sim.reply = lead_astray  # type: ignore[method-assign]
        capture = collect(declared(sim, "synthetic0001"))
    assert len(capture.posts) == 10
    assert not any(request.path == other for request in sim.requests)


def test_endless_list_of_the_same_page_ends_and_repeats_nothing() -> None:
    with FediverseSim(accounts(1, 10)) as sim:
        original = sim.reply
        counter = iter(range(10_000))

        def endless(request: Request) -> Reply:
            made = original(request)
            more = f"{sim.base_url}{request.path}?limit=40&page={next(counter)}"
            return Reply(made.status, made.body, made.content_type, {"Link": f'<{more}>; rel="next"'})

        sim.reply = endless  # type: ignore[method-assign]
        capture = collect(declared(sim, "synthetic0001"), limits={"max_pages": 7})
    assert (len(capture.posts), capture.requests, capture.reason) == (10, 3, "paging_loop")


def test_name_search_does_not_fit_the_method() -> None:
    step = PlanStep(key="search", title="Search", scope=StepScope.ACCOUNT, action=StepAction.NAME_SEARCH)
    with FediverseSim(accounts(1, 1)) as sim:
        capture = collect(declared(sim, "synthetic0001"), step)
        assert sim.requests == []
    assert (capture.outcome, capture.requests) == (StepOutcome.NOT_APPLICABLE, 0)


def test_same_content_has_the_same_content_digest_on_different_runs() -> None:
    with FediverseSim(accounts(2, 45)) as sim:
        first, again = collect(declared(sim, "synthetic0001")), collect(declared(sim, "synthetic0001"))
        other = collect(declared(sim, "synthetic0002"))
        narrowed = collect(
            declared(sim, "synthetic0001"),
            window=Window(not_before=NEWEST - timedelta(days=3), not_after=OPEN.not_after),
        )
    assert first.content_sha256 == again.content_sha256
    assert first.data != again.data
    assert len({first.content_sha256, other.content_sha256, narrowed.content_sha256}) == 3
