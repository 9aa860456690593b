"""Exports that candidates volunteer: what is taken from each platform's, and in what form it is kept."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits
from schemas.platform import Method
from schemas.post import Authorship
from schemas.statement import CaptureStatement, MethodStatement
from schemas.window import Window
from tests.simulators.repository import car
from tests.unit.collection.imports.exports import samples
from tests.unit.collection.imports.exports.samples import EXPORTS, NOT_STATED, PUBLIC
from vetting.collection.imports.exports import READERS, import_export
from vetting.errors import InputError, PolicyError

STATEMENT = CaptureStatement(
    method=MethodStatement.CANDIDATE_OWN_EXPORT,
    captured_at=datetime(2025, 7, 1, 12, tzinfo=UTC),
    address="the candidate's own export",
    tool="the platform's download",
)
CONFIRMED = STATEMENT.model_copy(update={"audience_confirmed_public": True})
WINDOW = Window(not_after=datetime(2026, 1, 1, tzinfo=UTC))


def account(platform: str, **values: Any) -> DeclaredAccount:
    fixed: dict[str, Any] = {"handle": samples.USER, "user": samples.USER, "host": "", "target": ""}
    return DeclaredAccount(id="C1.A1", platform=platform, method=Method.MANUAL_CAPTURE, **{**fixed, **values})


def taken(
    name: str,
    *,
    statement: CaptureStatement = STATEMENT,
    data: bytes | None = None,
    window: Window = WINDOW,
    declared: dict[str, Any] | None = None,
    **limits: int,
) -> Capture:
    platform, sample = EXPORTS[name]
    return import_export(
        sample if data is None else data,
        None,
        statement,
        account(platform, **(declared or {})),
        window,
        Limits(**limits),
    )


def left(capture: Capture) -> dict[str, int]:
    head: dict[str, Any] = json.loads(capture.data.split(b"\n")[0])
    return dict(head["left_out"])


@pytest.mark.parametrize(
    ("name", "texts", "left_out"),
    [
        ("instagram", {f"{PUBLIC} ☀", PUBLIC}, {}),
        ("instagram html", {PUBLIC}, {}),
        ("x", {f"{PUBLIC} one", f"RT @other: {PUBLIC}", f"{PUBLIC} in part 1"}, {}),
        ("linkedin", {f"{PUBLIC}, one"}, {"audience_not_stated": 1, "not_public": 2}),
        ("youtube", {f"{PUBLIC}\n\nA description"}, {"audience_not_stated": 1, "not_public": 2}),
        ("youtube tgz", {f"{PUBLIC}\n\nA description"}, {"audience_not_stated": 1, "not_public": 2}),
        ("mastodon", {f"A warning\n\n{PUBLIC} one a", f"{PUBLIC} two", ""}, {"not_public": 3}),
        ("mastodon zip", {f"A warning\n\n{PUBLIC} one a", f"{PUBLIC} two", ""}, {"not_public": 3}),
        ("mastodon outbox", {f"A warning\n\n{PUBLIC} one a", f"{PUBLIC} two", ""}, {"not_public": 3}),
        ("bluesky", {f"{PUBLIC} one", f"{PUBLIC} two", ""}, {}),
        ("tiktok", {PUBLIC}, {"audience_not_stated": 2, "not_public": 2}),
        ("tiktok zip", {PUBLIC}, {"audience_not_stated": 2, "not_public": 2}),
    ],
)
def test_public_items_are_taken_and_the_others_counted(name: str, texts: set[str], left_out: dict[str, int]) -> None:
    capture = taken(name)
    assert {post.text for post in capture.posts} == texts
    assert left(capture) == left_out
    assert capture.left_out == sum(left_out.values())
    assert (capture.outcome, capture.method) == (StepOutcome.CAPTURED, Method.OWN_EXPORT)
    assert all(post.time == datetime(2025, 6, 1, 12, tzinfo=UTC) for post in capture.posts)
    assert all(post.visibility == "public" for post in capture.posts)


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("facebook", {f"{NOT_STATED} café"}),
        ("facebook html", {f"{NOT_STATED} & more\na link"}),
        ("reddit", {f"A title\n\n{NOT_STATED}, 1", f"{NOT_STATED} 2"}),
        ("linkedin", {f"{PUBLIC}, one", NOT_STATED}),
        ("youtube", {f"{PUBLIC}\n\nA description", f"{NOT_STATED}two"}),
        ("tiktok", {PUBLIC, NOT_STATED, f"{NOT_STATED} too"}),
    ],
)
def test_items_of_no_stated_audience_are_taken_once_the_candidate_confirms(name: str, texts: set[str]) -> None:
    capture = taken(name, statement=CONFIRMED)
    assert {post.text for post in capture.posts} == texts
    assert {p.visibility for p in capture.posts if NOT_STATED in p.text} == {"confirmed public by the candidate"}


@pytest.mark.parametrize("name", ["facebook", "facebook html", "reddit"])
def test_nothing_is_taken_where_no_audience_is_stated_or_confirmed(name: str) -> None:
    with pytest.raises(InputError) as refusal:
        taken(name)
    assert refusal.value.code == "export_nothing_public"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("instagram", samples.zipped(samples.instagram(private="True"))),
        ("instagram html", samples.zipped(samples.instagram_html(private="True"))),
        ("x", samples.zipped(samples.x(protected=["Protect"]))),
        ("x", samples.zipped(samples.x(protected=["Unprotect", "Protect"]))),
        ("tiktok", json.dumps(samples.tiktok(private="Enabled")).encode()),
    ],
)
def test_private_account_gives_nothing_even_when_confirmed(name: str, data: bytes) -> None:
    if name == "tiktok":
        assert {p.text for p in taken(name, data=data, statement=CONFIRMED).posts} == {f"{NOT_STATED} too"}
        return
    with pytest.raises(InputError) as refusal:
        taken(name, data=data, statement=CONFIRMED)
    assert refusal.value.code == "export_nothing_public"


def test_x_archive_without_a_history_of_protection_states_no_audience() -> None:
    data = samples.zipped(samples.x())
    with pytest.raises(InputError):
        taken("x", data=data)
    assert len(taken("x", data=data, statement=CONFIRMED).posts) == 3


def test_kept_file_names_the_original_and_the_parts_that_were_read() -> None:
    capture = taken("x")
    head, *lines = [json.loads(line) for line in capture.data.splitlines()]
    assert head["original_sha256"] == hashlib.sha256(EXPORTS["x"][1]).hexdigest()
    assert head["original_bytes"] == len(EXPORTS["x"][1])
    files = samples.x(protected=[])
    assert head["parts_read"] == {
        name: hashlib.sha256(str(files[name]).encode()).hexdigest()
        for name in ("data/account.js", "data/protected-history.js", "data/tweets-part1.js", "data/tweets.js")
    }
    assert (head["taken"], head["account_in_export"]) == (3, "same")
    assert [line["text"] for line in lines] == [post.text for post in capture.posts]
    assert capture.media_type == "application/x-ndjson"


def test_same_items_give_the_same_content_digest_whatever_else_is_in_the_export() -> None:
    more = {**samples.x(protected=[]), "data/like.js": "window.YTD.like.part0 = []"}
    other = taken("x", data=samples.zipped(more))
    assert other.content_sha256 == taken("x").content_sha256
    assert other.data != taken("x").data


def test_links_media_replies_and_reposts_are_read() -> None:
    one, repost, _ = taken("x").posts
    assert one.links == ("https://linked.test/a",)
    assert [(m.type, m.alt) for m in one.media] == [("photo", "A picture")]
    assert repost.authorship is Authorship.SHARED
    by_id = {post.source_id.rsplit("/", 1)[-1]: post for post in taken("bluesky").posts}
    assert by_id["3k1"].links == ("https://linked.test/a",)
    assert by_id["3k2"].media[0].alt == "A picture"
    assert by_id["3k2"].reply_to == "at://did:plc:other/app.bsky.feed.post/1"
    assert by_id["3k3"].authorship is Authorship.SHARED
    facebook = taken("facebook", statement=CONFIRMED).posts[0]
    assert (facebook.links, facebook.media[0].alt) == (("https://linked.test/a",), "A picture")


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_window_of_the_plan_applies(name: str) -> None:
    for window in (
        Window(not_before=datetime(2025, 6, 2, tzinfo=UTC), not_after=WINDOW.not_after),
        Window(not_after=datetime(2025, 5, 31, tzinfo=UTC)),
    ):
        with pytest.raises(InputError) as refusal:
            taken(name, statement=CONFIRMED, window=window)
        assert refusal.value.code == "export_nothing_public"


@pytest.mark.parametrize("name", ["facebook html", "instagram html"])
def test_time_without_an_offset_must_lie_in_the_window_wherever_it_was(name: str) -> None:
    edge = Window(not_before=datetime(2025, 6, 1, 6, tzinfo=UTC), not_after=WINDOW.not_after)
    with pytest.raises(InputError) as refusal:
        taken(name, statement=CONFIRMED, window=edge)
    assert refusal.value.code == "export_nothing_public"
    assert taken(name.removesuffix(" html"), statement=CONFIRMED, window=edge).posts


def test_item_limit_of_the_plan_applies_newest_first() -> None:
    posts = {
        f"app.bsky.feed.post/3k{n}": {"text": f"n{n}", "createdAt": f"2025-06-{n:02}T00:00:00Z"} for n in range(1, 9)
    }
    capture = taken("bluesky", data=car(posts), max_items=3)
    assert [post.text for post in capture.posts] == ["n8", "n7", "n6"]
    assert (capture.reason, left(capture)) == ("item_limit", {"over_limit": 5})


@pytest.mark.parametrize("name", ["facebook", "instagram", "x", "mastodon", "tiktok", "reddit"])
def test_export_of_another_account_is_refused(name: str) -> None:
    with pytest.raises(PolicyError) as refusal:
        taken(name, statement=CONFIRMED, declared={"handle": "someone_else", "user": "someone_else"})
    assert refusal.value.code == "export_other_account"
    assert "someone" not in refusal.value.diagnostics()


@pytest.mark.parametrize("handle", [f"@{samples.USER}", samples.USER.upper(), f"u/{samples.USER}"])
def test_handle_may_be_written_in_several_ways(handle: str) -> None:
    assert taken("reddit", statement=CONFIRMED, declared={"handle": handle, "user": ""}).posts


def test_account_declared_by_its_address_is_compared_by_the_end_of_it() -> None:
    mine = {"handle": None, "user": "", "url": f"https://x.test/{samples.USER}"}
    assert json.loads(taken("x", declared=mine).data.splitlines()[0])["account_in_export"] == "same"
    with pytest.raises(PolicyError):
        taken("x", declared={**mine, "url": "https://x.test/other"})


def test_number_of_an_account_says_nothing_about_its_handle() -> None:
    head = json.loads(taken("bluesky").data.splitlines()[0])
    assert head["account_in_export"] == "not stated"
    with pytest.raises(PolicyError):
        taken("bluesky", declared={"handle": "did:plc:other", "user": "did:plc:other"})


@pytest.mark.parametrize("platform", sorted({"snapchat", "nextdoor", "web-page"} - set(READERS)))
def test_platform_without_a_reader_is_refused(platform: str) -> None:
    with pytest.raises(InputError) as refusal:
        import_export(EXPORTS["x"][1], None, STATEMENT, account(platform), WINDOW, Limits())
    assert refusal.value.code == "export_not_readable"


@pytest.mark.parametrize("stated", ["pdf", ".car", "json"])
def test_other_type_than_stated_is_refused(stated: str) -> None:
    def given(suffix: str) -> Capture:
        return import_export(EXPORTS["x"][1], suffix, STATEMENT, account("x"), WINDOW, Limits())

    assert given(".zip").posts
    with pytest.raises(InputError) as refusal:
        given(stated)
    assert refusal.value.code == "export_not_readable"
