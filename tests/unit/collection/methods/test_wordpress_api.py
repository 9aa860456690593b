"""The WordPress collector against a simulator of the documented REST interface."""

from datetime import timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.post import Authorship
from schemas.window import Window
from tests.simulators.press import NEWEST, Article, PressSim, articles
from tests.simulators.server import Reply, Request
from tests.unit.collection.helpers import PROFILE, collect
from tests.unit.collection.warc_reading import records

pytestmark = pytest.mark.enable_socket
NAME = "synthetic-one"


@pytest.mark.parametrize("folder", ["", "/blog"])
def test_posts_are_all_collected_over_several_pages(folder: str) -> None:
    with PressSim({NAME: articles(230), "other": articles(3)}, folder=folder) as sim:
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason, capture.requests) == (StepOutcome.CAPTURED, "", 4)
    assert [post.text for post in capture.posts] == [f"Entry {n} “q”\n\nBody {n} — grüße" for n in range(230, 0, -1)]
    assert {post.authorship for post in capture.posts} == {Authorship.OWN}
    assert capture.posts[0].time == NEWEST


@pytest.mark.attacks("plan_only")
def test_only_the_authors_own_published_posts_are_kept() -> None:
    made = [
        Article("Mine", "<p>my words</p>", NEWEST),
        Article("Foreign", "<p>foreign words</p>", NEWEST, author=7),
        Article("Draft", "<p>draft words</p>", NEWEST, status="draft"),
        Article("Private", "<p>private words</p>", NEWEST, status="private"),
    ]
    with PressSim({NAME: made}) as sim:
        capture = collect(sim.declared(NAME))
    assert [post.text for post in capture.posts] == ["Mine\n\nmy words"]
    assert capture.left_out == 3
    kept = b"".join(r.payload for r in records(capture.data))
    assert not any(words in kept for words in (b"foreign words", b"draft words", b"private words"))


def test_post_behind_a_password_is_a_title_and_says_so() -> None:
    with PressSim({NAME: [Article("Protected: title", "<p>secret</p>", NEWEST, protected=True)]}) as sim:
        (post,) = collect(sim.declared(NAME)).posts
    assert (post.text, post.visibility) == ("Protected: title", "password")


def test_script_links_and_pictures_of_a_post() -> None:
    html = '<p>See <a href="/a">this</a></p><script>alert(1)</script><img src="/p.png" alt="a bridge">'
    with PressSim({NAME: [Article("T", html, NEWEST)]}) as sim:
        (post,) = collect(sim.declared(NAME)).posts
        base = sim.base_url
    assert "alert" not in post.text
    assert post.links[1:] == (f"{base}/a",)
    assert [(m.url, m.alt) for m in post.media] == [(f"{base}/p.png", "a bridge")]


def test_items_outside_the_window_are_counted_and_not_kept_and_end_the_list() -> None:
    with PressSim({NAME: articles(350)}) as sim:
        window = Window(not_before=NEWEST - timedelta(days=49), not_after=NEWEST)
        capture = collect(sim.declared(NAME), window=window)
    assert (len(capture.posts), capture.left_out, capture.requests) == (50, 150, 3)
    assert not any(b"Entry 300 " in r.payload for r in records(capture.data))


def test_posts_removed_between_two_pages_end_the_list_without_a_fault() -> None:
    with PressSim({NAME: articles(120)}) as sim:
        original = sim.reply

        def shrinking(request: Request) -> Reply:
            made = original(request)
            if request.query.get("page") == "1":
                sim.authors[NAME] = sim.authors[NAME][:90]
            return made

        sim.reply = shrinking  # type: ignore[method-assign]
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, len(capture.posts), capture.requests) == (StepOutcome.CAPTURED, 100, 3)


def test_profile_has_name_and_description_and_no_picture() -> None:
    with PressSim({NAME: []}, description="Writes about <b>bridges</b>") as sim:
        (post,) = collect(sim.declared(NAME), PROFILE).posts
        assert "avatar" not in next(r.query["_fields"] for r in sim.requests)
    assert (post.text, post.links, post.media) == (
        "Synthetic-One\nWrites about bridges",
        ("https://example.test/",),
        (),
    )


def test_posts_step_does_not_keep_the_profile() -> None:
    with PressSim({NAME: articles(2)}, description="profile words") as sim:
        capture = collect(sim.declared(NAME))
    assert not any(b"profile words" in r.payload for r in records(capture.data))


@pytest.mark.parametrize(
    ("status", "outcome", "reason"),
    [
        (401, StepOutcome.NOT_PUBLIC, "http_401"),
        (403, StepOutcome.NOT_PUBLIC, "http_403"),
        (404, StepOutcome.FAILED, "api_not_offered"),
    ],
)
def test_closed_interface_is_an_outcome(status: int, outcome: StepOutcome, reason: str) -> None:
    with PressSim({NAME: articles(2)}) as sim:
        sim.plant(sim.users_path, "status", status=status)
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason) == (outcome, reason)


def test_unknown_author_is_not_found() -> None:
    with PressSim({"other": articles(2)}) as sim:
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason) == (StepOutcome.NOT_FOUND, "author_not_found")


@pytest.mark.attacks("plan_only")
def test_site_that_answers_with_another_author_is_refused() -> None:
    with PressSim({NAME: articles(2)}) as sim:
        sim.plant(sim.users_path, "replace", body=b'[{"id":9,"slug":"somebody"}]', content_type="application/json")
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "other_account")
