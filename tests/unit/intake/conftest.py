"""Platforms of every method, and a batch that is in order, for the tests of intake."""

import json
from typing import Any

import pytest

from schemas.platform import Method, Platform, PlatformList

MASTODON = Platform(
    id="mastodon",
    name="Mastodon",
    method=Method.MASTODON_API,
    handle_pattern=r"@?(?P<user>[A-Za-z0-9_.-]{1,64})@(?P<host>[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?)",
    url_template="https://{host}/@{user}",
)
FEED = Platform(id="feed", name="Feed", method=Method.FEED)
PAGE = Platform(id="web-page", name="Page", method=Method.WEB_PAGE)
HOSTED = Platform(
    id="hosted",
    name="Hosted blogs",
    method=Method.FEED,
    hosts=("blogs.example",),
    handle_pattern=r"@?(?P<user>[a-z0-9-]{1,30})",
    url_template="https://{user}.blogs.example/feed",
)
MANUAL = Platform(
    id="manual",
    name="Manual",
    method=Method.MANUAL_CAPTURE,
    hosts=("manual.example",),
    handle_pattern=r"@?(?P<user>[A-Za-z0-9._-]{1,60})",
)
ANY_TEXT = Platform(id="free", name="Free", method=Method.MANUAL_CAPTURE, handle_pattern=r"(?P<user>.{1,200})")
PLATFORMS = PlatformList(version=1, platforms=(MASTODON, FEED, PAGE, HOSTED, MANUAL, ANY_TEXT))


@pytest.fixture
def platforms() -> PlatformList:
    return PLATFORMS


@pytest.fixture
def entry() -> dict[str, Any]:
    """One declaration that is in order, as JSON would hold it."""
    return {
        "round": "r-1",
        "candidate": 3,
        "kind": "lateral",
        "identity": {
            "full_name": "Testperson Three",
            "other_names": ["T. Trois"],
            "birth_date": "1990-02-28",
            "emails": ["three@mail.example"],
            "places": ["Nowherebury"],
        },
        "accounts": [
            {"platform": "mastodon", "handle": "@three@social.example.org"},
            {"platform": "feed", "url": "https://Blog.Example.org:443/feed"},
        ],
        "notice_version": "2025-1",
        "notice_acknowledged_on": "2025-01-31",
    }


@pytest.fixture
def as_json() -> Any:
    return lambda *entries: json.dumps(list(entries)).encode()
