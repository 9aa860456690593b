"""The robots.txt that WordPress itself writes: what it forbids is not asked, what it does not forbid is collected."""

from datetime import UTC, datetime, timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.window import Window
from tests.servers.fixtures import wordpress_server  # noqa: F401
from tests.servers.wordpress import WordPress
from tests.unit.collection.helpers import PROFILE, account, collect
from tests.unit.collection.warc_reading import records

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket, pytest.mark.timeout(900)]
NOW = Window(not_after=datetime.now(UTC) + timedelta(days=1))


def test_what_wordpress_forbids_is_not_asked(wordpress_server: WordPress) -> None:  # noqa: F811
    site = wordpress_server
    forbidden = account(site.host, f"{site.base_url}/wp-admin/profile.php", method=Method.WEB_PAGE)
    refused = collect(forbidden, PROFILE, window=NOW, http_timeout=30.0)
    assert (refused.outcome, refused.reason, refused.requests) == (
        StepOutcome.NOT_PUBLIC,
        "not_permitted_by_robots",
        0,
    )
    site.create_post("Permitted", "<p>Synthetic words.</p>", time=datetime(2024, 1, 15, tzinfo=UTC))
    permitted = account(site.host, site.author_feed, user=site.user, method=Method.FEED)
    taken = collect(permitted, window=NOW, http_timeout=30.0)
    assert taken.outcome is StepOutcome.CAPTURED
    for capture in (refused, taken):
        (answer,) = [r for r in records(capture.data, robots=True) if r.fields.get("X-Vetting-Role") == "robots"]
        assert answer.status == "200 OK"
        assert b"Disallow: /wp-admin/" in answer.payload
