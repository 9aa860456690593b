"""The interfaces of a real WordPress and a real MediaWiki: everything that was written comes back, before and after changes."""

from datetime import UTC, datetime, timedelta

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from schemas.post import Authorship
from schemas.window import Window
from tests.servers.fixtures import mediawiki_server, wordpress_server  # noqa: F401
from tests.servers.mediawiki import MediaWiki
from tests.servers.wordpress import WordPress
from tests.unit.collection.helpers import PROFILE, account, collect
from tests.unit.collection.warc_reading import records

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket, pytest.mark.timeout(900)]

NOW = Window(not_after=datetime.now(UTC) + timedelta(days=1))
FIRST = datetime(2015, 1, 15, 10, 0, tzinfo=UTC)
POSTS = 520
EDITS = 510


def body(number: int) -> str:
    return f"Body {number} — grüße 漢字 & “quotes”"


def texts(capture: Capture) -> list[str]:
    return [post.text for post in capture.posts]


def test_wordpress_author_over_pages_with_changes_between_two_runs(wordpress_server: WordPress) -> None:  # noqa: F811
    site = wordpress_server
    ids = site.create_posts(
        (f"Entry {n}", f"<p>{body(n)} <b>bold</b></p>", FIRST + timedelta(days=n)) for n in range(POSTS)
    )
    site.create_post("Not published", "<p>draft body</p>", status="draft")
    site.create_post_as(site.create_author("second-api"), "By someone else", "<p>other body</p>")
    author = account(site.host, f"{site.base_url}/author/{site.user}/", user=site.user, method=Method.WORDPRESS_API)

    first = collect(author, window=NOW, http_timeout=30.0)
    assert (first.outcome, first.reason, first.requests) == (StepOutcome.CAPTURED, "", 1 + 6)
    assert texts(first) == [f"Entry {n}\n\n{body(n)} bold" for n in reversed(range(POSTS))]
    assert [post.time for post in first.posts] == [FIRST + timedelta(days=n) for n in reversed(range(POSTS))]

    site.edit_post(ids[400], "<p>edited since</p>")
    site.delete_post(ids[10])
    site.delete_post(ids[POSTS - 1])
    second = collect(author, window=NOW, http_timeout=30.0)
    expected = [
        f"Entry {n}\n\n{'edited since' if n == 400 else f'{body(n)} bold'}"
        for n in reversed(range(POSTS))
        if n not in (10, POSTS - 1)
    ]
    assert texts(second) == expected
    assert first.content_sha256 != second.content_sha256
    # what was kept first is untouched by what happened on the site
    assert any(f"Entry {POSTS - 1}".encode() in r.payload for r in records(first.data))

    half = collect(
        author, window=Window(not_before=FIRST + timedelta(days=500), not_after=NOW.not_after), http_timeout=30.0
    )
    assert (len(half.posts), half.requests) == (19, 3)

    profile = collect(author, PROFILE, window=NOW, http_timeout=30.0)
    assert (profile.outcome, profile.posts[0].author) == (StepOutcome.CAPTURED, site.user)
    nobody = account(site.host, f"{site.base_url}/author/nobody/", user="nobody", method=Method.WORDPRESS_API)
    assert collect(nobody, window=NOW, http_timeout=30.0).reason == "author_not_found"


def test_mediawiki_account_over_pages_with_changes_between_two_runs(mediawiki_server: MediaWiki) -> None:  # noqa: F811
    wiki = mediawiki_server
    # two edits a page: the first makes it, the second adds to it
    revisions = [wiki.create_post(f"Item {n // 2}", body(n), summary=f"edit {n}") for n in range(EDITS)]
    user = account(wiki.host, wiki.api, user=wiki.user, method=Method.MEDIAWIKI_API)

    first = collect(user, window=NOW, http_timeout=30.0)
    assert (first.outcome, first.reason) == (StepOutcome.CAPTURED, "")
    assert texts(first) == [f"Item {n // 2}\nedit {n}\n\n{body(n)}" for n in reversed(range(EDITS))]
    assert [post.source_id for post in first.posts] == [str(r) for r in reversed(revisions)]
    assert {post.authorship for post in first.posts} == {Authorship.OWN}

    wiki.delete_page("Item 3")
    wiki.hide_revision(revisions[20])
    later = wiki.create_post("Item 0", "one more", summary="later")
    second = collect(user, window=NOW, http_timeout=30.0)
    shown = {post.source_id: post for post in second.posts}
    assert len(second.posts) == EDITS - 2 + 1
    assert shown[str(later)].text == "Item 0\nlater\n\none more"
    hidden = shown[str(revisions[20])]
    assert (hidden.text, hidden.visibility) == ("Item 10", "hidden_by_wiki")
    assert not {str(revisions[6]), str(revisions[7])} & set(shown)
    assert not any(body(20).encode() in r.payload for r in records(second.data) if str(revisions[20]) in r.uri)
    assert len(first.posts) == EDITS

    assert collect(user, PROFILE, window=NOW, http_timeout=30.0).reason == "no_user_page"
    wiki.create_post(f"User:{wiki.user}", "I write about bridges.")
    assert texts(collect(user, PROFILE, window=NOW, http_timeout=30.0)) == ["I write about bridges."]
    nobody = account(wiki.host, wiki.api, user="Nobody here", method=Method.MEDIAWIKI_API)
    assert collect(nobody, window=NOW, http_timeout=30.0).outcome is StepOutcome.NOT_FOUND
