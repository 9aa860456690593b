"""The collectors of documented interfaces: what they take, what they leave, and what becomes of the agency's key."""

import base64
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from schemas.post import Authorship
from schemas.window import Window
from tests.simulators.server import Reply, Request
from tests.simulators.services import (
    KEY,
    NEWEST,
    SERVICES,
    FlickrSim,
    GitHubSim,
    RedditSim,
    ServiceSim,
    StackExchangeSim,
    TumblrSim,
    XSim,
    YouTubeSim,
)
from tests.unit.collection.helpers import PROFILE, collect
from tests.unit.collection.warc_reading import records
from vetting.collection.keys import KEY_NEEDED
from vetting.errors import InputError

pytestmark = pytest.mark.enable_socket
NAME = "1001"
NEEDING = [service for service in SERVICES if service.method in KEY_NEEDED]


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """The agency's key file, with a key for every service."""
    file = tmp_path / "keys.json"
    file.write_text(json.dumps({service.method.value: service.key for service in SERVICES}))
    file.chmod(0o600)
    return file


def texts(capture: Capture) -> list[str]:
    return [" ".join(post.text.split()) for post in capture.posts]


@pytest.mark.parametrize("service", SERVICES)
def test_items_are_all_collected_over_pages(service: type[ServiceSim], keys: Path) -> None:
    with service({NAME: 230, "1002": 3}) as sim:
        capture = collect(sim.declared(NAME), api_keys_file=keys)
    assert (capture.outcome, capture.reason) == (StepOutcome.CAPTURED, "")
    assert texts(capture) == [f"Item {n} Body {n} — 漢字" for n in range(230, 0, -1)]
    assert {post.authorship for post in capture.posts} == {Authorship.OWN}
    assert capture.posts[0].time == NEWEST
    assert len({post.source_id for post in capture.posts}) == 230


@pytest.mark.parametrize("service", SERVICES)
def test_items_outside_the_window_are_not_kept_and_end_the_list(service: type[ServiceSim], keys: Path) -> None:
    window = Window(not_before=NEWEST - timedelta(hours=29), not_after=NEWEST - timedelta(hours=1))
    with service({NAME: 700}) as sim:
        capture = collect(sim.declared(NAME), window=window, api_keys_file=keys)
    assert len(capture.posts) == 29
    assert capture.left_out < 300
    everything = b"".join(r.payload for r in records(capture.data))
    assert b"Body 699 " in everything
    assert b"Body 700 " not in everything
    assert b"Body 670 " not in everything


@pytest.mark.parametrize("service", SERVICES)
def test_profile_is_one_item_without_a_date(service: type[ServiceSim], keys: Path) -> None:
    with service({NAME: 2}) as sim:
        capture = collect(sim.declared(NAME), PROFILE, api_keys_file=keys)
    (post,) = capture.posts
    assert post.text.startswith("Synthia")
    assert post.time is None
    assert not any(b"Nowhere" in r.payload for r in records(capture.data))


@pytest.mark.parametrize("service", SERVICES)
def test_unknown_account_is_not_found_and_empty_one_has_no_content(service: type[ServiceSim], keys: Path) -> None:
    with service({NAME: 0}) as sim:
        assert collect(sim.declared("1003"), api_keys_file=keys).outcome is StepOutcome.NOT_FOUND
        assert collect(sim.declared(NAME), api_keys_file=keys).outcome is StepOutcome.NO_CONTENT


# The agency's key.


@pytest.mark.attacks("lawful_methods")
@pytest.mark.parametrize("service", NEEDING)
def test_without_the_agencys_key_nothing_is_asked(service: type[ServiceSim], tmp_path: Path) -> None:
    other = tmp_path / "keys.json"
    other.write_text('{"some_other_api": "0123456789"}')
    other.chmod(0o600)
    with service({NAME: 2}) as sim:
        captures = [collect(sim.declared(NAME)), collect(sim.declared(NAME), api_keys_file=other)]
        assert sim.requests == []
    assert [(c.outcome, c.reason) for c in captures] == [(StepOutcome.FAILED, "no_api_key")] * 2


@pytest.mark.parametrize("service", NEEDING)
def test_key_that_the_service_refuses_is_no_statement_about_the_account(
    service: type[ServiceSim], tmp_path: Path
) -> None:
    wrong = tmp_path / "keys.json"
    wrong.write_text(json.dumps({service.method.value: "a-wrong-app:with-a-wrong-key-000"}))
    wrong.chmod(0o600)
    with service({NAME: 2}) as sim:
        capture = collect(sim.declared(NAME), api_keys_file=wrong)
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "api_key_refused")


@pytest.mark.attacks("lawful_methods", "content_in_vault_only")
@pytest.mark.parametrize("service", SERVICES)
def test_key_is_sent_and_stands_in_no_record(
    service: type[ServiceSim], keys: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with service({NAME: 30}) as sim:
        captures = [collect(sim.declared(NAME), step, api_keys_file=keys) for step in (PROFILE,)]
        captures.append(collect(sim.declared(NAME), api_keys_file=keys))
        sent = [r for r in sim.requests if KEY in r.target or any(KEY in v for v in r.headers.values())]
        assert len(sent) == len(sim.requests) > 0
    written = capsys.readouterr()
    for capture in captures:
        unpacked = b"".join(r.payload + repr(r.fields).encode() for r in records(capture.data))
        assert KEY.encode() not in unpacked + capture.data
        assert base64.b64encode(KEY.encode()) not in unpacked
        assert KEY not in capture.model_copy(update={"data": b""}).model_dump_json()
    assert KEY not in written.out + written.err + caplog.text


@pytest.mark.attacks("lawful_methods")
@pytest.mark.parametrize("service", NEEDING)
def test_redirect_to_another_host_does_not_carry_the_key(service: type[ServiceSim], keys: Path) -> None:
    with service({NAME: 2}) as sim, service({NAME: 2}) as elsewhere:
        declared = sim.declared(NAME).model_copy(update={"host": elsewhere.host})

        def away(request: Request) -> Reply:
            return Reply(302, b"", headers={"Location": f"{elsewhere.base_url}{request.path}"})

        sim.reply = away  # type: ignore[method-assign]
        collect(declared, api_keys_file=keys)
        assert elsewhere.requests
        for request in elsewhere.requests:
            assert KEY not in request.target
            assert not any(KEY in value for value in request.headers.values())


@pytest.mark.attacks("lawful_methods")
def test_answer_that_repeats_the_key_is_not_kept(keys: Path) -> None:
    with TumblrSim({NAME: 2}, title=f"your key is {KEY}") as sim:
        capture = collect(sim.declared(NAME), PROFILE, api_keys_file=keys)
    assert (capture.outcome, capture.reason, capture.data) == (StepOutcome.FAILED, "key_echoed", b"")


@pytest.mark.attacks("no_authenticators")
@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('{"x_api": "0123456789"}', 0o644),
        ('{"x_api": "0123456789"}', 0o620),
        ('{"x_api": "short"}', 0o600),
        ('{"x_api": 12345678901}', 0o600),
        ('{"x_api": "0123456789\\r\\nHost: x"}', 0o600),
        ('["x_api"]', 0o600),
        ("not json", 0o600),
    ],
)
def test_key_file_that_is_not_as_it_should_be_is_refused(text: str, mode: int, tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    file.write_text(text)
    file.chmod(mode)
    with XSim({NAME: 2}) as sim:
        with pytest.raises(InputError) as refused:
            collect(sim.declared(NAME), api_keys_file=file)
        assert sim.requests == []
    assert refused.value.code == "api_keys_file"
    assert "0123456789" not in str(refused.value)


def test_key_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with XSim({NAME: 2}) as sim, pytest.raises(InputError):
        collect(sim.declared(NAME), api_keys_file=tmp_path / "none.json")


# What is each interface's own.


@pytest.mark.parametrize(
    ("service", "status", "body", "reason"),
    [
        (GitHubSim, 403, b'{"message": "API rate limit exceeded for 192.0.2.1."}', "rate_limited"),
        (StackExchangeSim, 400, b'{"error_id": 502, "error_name": "throttle_violation"}', "rate_limited"),
        (YouTubeSim, 403, b'{"error": {"errors": [{"reason": "quotaExceeded"}]}}', "rate_limited"),
        (XSim, 403, b'{"reason": "client-not-enrolled"}', "api_key_refused"),
    ],
)
def test_used_up_quota_is_no_statement_about_the_account(
    service: type[ServiceSim], status: int, body: bytes, reason: str, keys: Path
) -> None:
    with service({NAME: 2}) as sim:
        sim.plant(sim.list_key(NAME), "status", status=status, body=body)
        capture = collect(sim.declared(NAME), api_keys_file=keys)
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, reason)


FOREIGN: list[tuple[type[ServiceSim], dict[str, Any]]] = [
    (GitHubSim, {"user": {"login": "somebody"}}),
    (StackExchangeSim, {"owner": {"user_id": 7}}),
    (YouTubeSim, {"status": {"privacyStatus": "unlisted"}}),
    (YouTubeSim, {"snippet": {"videoOwnerChannelId": "somebody", "title": "Body 1 "}}),
    (TumblrSim, {"state": "private"}),
    (TumblrSim, {"blog_name": "somebody"}),
    (FlickrSim, {"ispublic": 0}),
    (FlickrSim, {"owner": "somebody"}),
    (XSim, {"author_id": "somebody"}),
    (RedditSim, {"author": "somebody"}),
    (RedditSim, {"author": "[deleted]"}),
    (RedditSim, {"removed_by_category": "moderator"}),
    (RedditSim, {"removed_by_category": "deleted", "title": "Body 1 "}),
    (RedditSim, {"selftext": "[removed]", "title": "Body 1 "}),
    (RedditSim, {"body": "[deleted]", "title": "Body 1 "}),
    (RedditSim, {"hidden": True}),
    (RedditSim, {"subreddit_type": "private"}),
]


@pytest.mark.attacks("plan_only", "lawful_methods")
@pytest.mark.parametrize(("service", "changed"), FOREIGN)
def test_item_of_another_or_not_public_is_never_kept(
    service: type[ServiceSim], changed: dict[str, Any], keys: Path
) -> None:
    with service({NAME: 2}, change=lambda n, item: {**item, **changed} if n == 1 else item) as sim:
        capture = collect(sim.declared(NAME), api_keys_file=keys)
    assert (len(capture.posts), capture.left_out) == (1, 1)
    assert not any(b"Body 1 " in r.payload for r in records(capture.data))


def test_wait_that_stack_exchange_asks_for_is_kept(keys: Path) -> None:
    pauses: list[float] = []
    with StackExchangeSim({NAME: 150}) as sim:
        sim.backoff = 10
        collect(sim.declared(NAME), pauses=pauses, api_keys_file=keys)
    assert sum(pauses) == 30


def test_protected_account_of_x_is_not_public(keys: Path) -> None:
    with XSim({NAME: 2}, protected=True) as sim:
        captures = [collect(sim.declared(NAME), step, api_keys_file=keys) for step in (PROFILE,)]
        captures.append(collect(sim.declared(NAME), api_keys_file=keys))
        assert not any("tweets" in r.path for r in sim.requests)
    assert {(c.outcome, c.reason) for c in captures} == {(StepOutcome.NOT_PUBLIC, "account_protected")}


def test_reposts_quotes_replies_and_long_posts_of_x(keys: Path) -> None:
    changed: dict[int, dict[str, Any]] = {
        4: {"referenced_tweets": [{"type": "retweeted", "id": "9"}]},
        3: {"referenced_tweets": [{"type": "quoted", "id": "8"}]},
        2: {"referenced_tweets": [{"type": "replied_to", "id": "7"}]},
        1: {
            "note_tweet": {"text": "the whole long text"},
            "entities": {"urls": [{"expanded_url": "https://e.test/a"}]},
        },
    }
    with XSim({NAME: 4}, change=lambda n, item: {**item, **changed[n]}) as sim:
        shared, quoting, answering, long = collect(sim.declared(NAME), api_keys_file=keys).posts
    assert shared.authorship is Authorship.SHARED
    assert (quoting.quotes, answering.reply_to) == ("8", "7")
    assert (long.text, long.links) == ("the whole long text", ("https://e.test/a",))


def test_reblog_of_tumblr_is_told_from_own_words(keys: Path) -> None:
    trail = {"trail": [{"post": {"id": "5"}, "content": [{"type": "text", "text": "words of another"}]}]}
    changed: dict[int, dict[str, Any]] = {2: {**trail, "content": []}, 1: trail}
    with TumblrSim({NAME: 2}, change=lambda n, item: {**item, **changed[n]}) as sim:
        passed_on, commented = collect(sim.declared(NAME), api_keys_file=keys).posts
    assert (passed_on.authorship, passed_on.text) == (Authorship.SHARED, "")
    assert (commented.authorship, commented.quotes) == (Authorship.OWN, "5")
    assert "words of another" not in commented.text


def test_search_of_github_that_is_cut_off_says_so() -> None:
    with GitHubSim({NAME: 1100}) as sim:
        capture = collect(sim.declared(NAME), limits={"max_items": 5000})
        kinds = {r.query["q"].rpartition(":")[2] for r in sim.requests if "q" in r.query}
    assert (len(capture.posts), capture.reason) == (1000, "service_limit")
    assert kinds == {"issue", "pull-request"}


def test_key_is_not_asked_for_where_none_is_needed() -> None:
    assert {Method.GITHUB_API, Method.STACKEXCHANGE_API}.isdisjoint(KEY_NEEDED)
    for service in (GitHubSim, StackExchangeSim):
        with service({NAME: 2}) as sim:
            assert len(collect(sim.declared(NAME)).posts) == 2
            assert all("Authorization" not in r.headers and "key" not in r.query for r in sim.requests)


def test_suspended_account_of_reddit_is_not_public(keys: Path) -> None:
    with RedditSim({NAME: 2}, is_suspended=True) as sim:
        captures = [collect(sim.declared(NAME), step, api_keys_file=keys) for step in (PROFILE,)]
        captures.append(collect(sim.declared(NAME), api_keys_file=keys))
        assert {r.path for r in sim.requests} == {f"/user/{NAME}/about"}
    assert {(c.outcome, c.reason) for c in captures} == {(StepOutcome.NOT_PUBLIC, "account_suspended")}


@pytest.mark.parametrize(("remaining", "waits"), [(99.0, 0), (1.0, 0), (0.0, 57)])
def test_end_of_the_period_is_waited_for_when_reddit_says_that_nothing_is_left(
    remaining: float, waits: int, keys: Path
) -> None:
    pauses: list[float] = []
    with RedditSim({NAME: 150}) as sim:
        sim.remaining = remaining
        capture = collect(sim.declared(NAME), pauses=pauses, api_keys_file=keys)
        asked = len(sim.requests)
    assert len(capture.posts) == 150
    assert (asked, sum(pauses)) == (4, 4 * waits)


def test_links_pictures_crossposts_and_comments_of_reddit(keys: Path) -> None:
    changed: dict[int, dict[str, Any]] = {
        4: {"is_self": False, "url": "https://e.test/a", "selftext": ""},
        3: {"is_self": False, "url": "https://i.redd.it/a.jpg", "selftext": ""},
        2: {"crosspost_parent_list": [{"author": "other"}], "crosspost_parent": "t3_9", "selftext": "words of another"},
        1: {"title": "", "selftext": "", "body": "A comment", "parent_id": "t1_8", "name": "t1_1"},
    }
    with RedditSim({NAME: 4}, change=lambda n, item: {**item, **changed[n]}) as sim:
        link, picture, crosspost, comment = collect(sim.declared(NAME), api_keys_file=keys).posts
    assert (link.text, link.links[1:]) == ("Item 4", ("https://e.test/a",))
    assert [media.url for media in picture.media] == ["https://i.redd.it/a.jpg"]
    assert (crosspost.text, crosspost.quotes) == ("Item 2", "t3_9")
    assert (comment.text, comment.reply_to) == ("A comment", "t1_8")
    assert comment.source_id == "https://www.reddit.com/r/synthetic/comments/1/"


def test_list_of_reddit_that_is_cut_off_says_so(keys: Path) -> None:
    with RedditSim({NAME: 1000}) as sim:
        capture = collect(sim.declared(NAME), limits={"max_items": 5000}, api_keys_file=keys)
        kinds = {r.path.rpartition("/")[2] for r in sim.requests}
    assert (len(capture.posts), capture.reason) == (1000, "service_limit")
    assert kinds == {"about", "submitted", "comments"}
