"""Collection from WordPress and MediaWiki as Debian ships them: counts and texts match what was written there."""

from datetime import UTC, datetime, timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship
from schemas.window import Window
from tests.servers.fixtures import mediawiki_server, wordpress_server  # noqa: F401
from tests.servers.mediawiki import MediaWiki
from tests.servers.wordpress import WordPress
from tests.unit.collection.helpers import PROFILE, account, collect

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket, pytest.mark.timeout(900)]

NOW = Window(not_after=datetime.now(UTC) + timedelta(days=1))


def test_wordpress_author_feed_matches_what_was_published(wordpress_server: WordPress) -> None:  # noqa: F811
    site = wordpress_server
    first = datetime(2024, 1, 15, 10, 0, tzinfo=UTC)
    for number in range(14):
        site.create_post(
            f"Entry {number} & “quotes”",
            f"<p>Body {number} — grüße 漢字 <b>bold</b></p><p>rest of {number}</p>",
            time=first + timedelta(days=number),
        )
    site.create_post("Not published", "<p>draft body</p>", status="draft")
    other = site.create_author("second-synthetic")
    site.create_post_as(other, "By someone else", "<p>other body</p>")

    feed = account(site.host, site.author_feed, user=site.user, method=Method.FEED)
    capture = collect(feed, window=NOW, http_timeout=30.0)

    assert capture.outcome is StepOutcome.CAPTURED
    expected = [f"Entry {n} & “quotes”\n\nBody {n} — grüße 漢字 bold\n\nrest of {n}" for n in reversed(range(14))]
    entries = [post for post in capture.posts if post.text.startswith("Entry")]  # other tests publish here too
    assert [post.text for post in entries] == expected
    assert [post.time for post in entries] == [first + timedelta(days=n) for n in reversed(range(14))]
    assert {post.authorship for post in capture.posts} == {Authorship.OWN}

    half = Window(not_before=first + timedelta(days=7), not_after=NOW.not_after)
    later = collect(feed, window=half, http_timeout=30.0)
    assert [post.text for post in later.posts if post.text.startswith("Entry")] == expected[:7]
    assert later.left_out == 7
    assert not any("Not published" in post.text or "other body" in post.text for post in capture.posts)

    site_wide = collect(
        account(site.host, f"{site.base_url}/feed/", user=site.user, method=Method.FEED), window=NOW, http_timeout=30.0
    )
    hosted = [post.text for post in site_wide.posts if post.authorship is Authorship.HOSTED]
    assert hosted == ["By someone else\n\nother body"]


def test_wordpress_page_is_read_as_text(wordpress_server: WordPress) -> None:  # noqa: F811
    paragraph = "A synthetic paragraph about nothing in particular that only serves this test. " * 6
    link = wordpress_server.create_post("Page seen alone", f"<p>{paragraph}</p><script>alert(1)</script>")
    capture = collect(
        account(wordpress_server.host, link, method=Method.WEB_PAGE), PROFILE, window=NOW, http_timeout=30.0
    )
    assert capture.outcome is StepOutcome.CAPTURED
    assert paragraph.strip() in capture.posts[0].text
    assert "alert(1)" not in capture.posts[0].text


def test_wordpress_unknown_author_and_page(wordpress_server: WordPress) -> None:  # noqa: F811
    host, base = wordpress_server.host, wordpress_server.base_url
    # WordPress answers the feed of an author it does not know with 200 and no entry
    feed = account(host, f"{base}/author/nobody-at-all/feed/", method=Method.FEED)
    assert collect(feed, window=NOW, http_timeout=30.0).outcome is StepOutcome.NO_CONTENT
    page = account(host, f"{base}/2024/01/no-such-page/", method=Method.WEB_PAGE)
    assert collect(page, PROFILE, window=NOW, http_timeout=30.0).outcome is StepOutcome.NOT_FOUND


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_mediawiki_contributions_match_what_was_edited(mediawiki_server: MediaWiki, kind: str) -> None:  # noqa: F811
    wiki = mediawiki_server
    for number in range(9):
        wiki.create_post(
            f"{kind.title()} article {number}", f"Paragraph {number} — ünïcode 漢字", summary=f"edit {number}"
        )

    feed = account(wiki.host, wiki.contributions_feed(kind), user=wiki.user, method=Method.FEED)
    capture = collect(feed, window=NOW, http_timeout=30.0)

    assert capture.outcome is StepOutcome.CAPTURED
    mine = [post for post in capture.posts if post.text.startswith(kind.title())]
    assert len(mine) == 9
    for post, number in zip(sorted(mine, key=lambda p: p.text), range(9), strict=True):
        assert post.text.startswith(f"{kind.title()} article {number}\n\n")
        assert f"edit {number}" in post.text
        assert f"Paragraph {number} — ünïcode 漢字" in post.text
        assert post.authorship is Authorship.OWN
        assert post.time is not None
