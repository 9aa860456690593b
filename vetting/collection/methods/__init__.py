"""The lawful methods that a program can carry out; a method without an entry here is done by a person (law 4)."""

from collections.abc import Mapping
from types import MappingProxyType

from schemas.platform import Method
from vetting.collection.methods.base import Collector
from vetting.collection.methods.feed import FeedCollector
from vetting.collection.methods.mastodon_api import MastodonCollector
from vetting.collection.methods.web_page import WebPageCollector

COLLECTORS: Mapping[Method, Collector] = MappingProxyType(
    {
        Method.FEED: FeedCollector(),
        Method.WEB_PAGE: WebPageCollector(),
        Method.MASTODON_API: MastodonCollector(),
    }
)
