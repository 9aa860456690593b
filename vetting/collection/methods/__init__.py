"""The lawful methods that a program can carry out; a method without an entry here is done by a person (law 4)."""

from collections.abc import Mapping
from types import MappingProxyType

from schemas.platform import Method
from vetting.collection.methods.activitypub import ActivityPubCollector
from vetting.collection.methods.atproto import AtprotoCollector
from vetting.collection.methods.atproto_repo import AtprotoRepoCollector
from vetting.collection.methods.base import Collector
from vetting.collection.methods.feed import FeedCollector
from vetting.collection.methods.flickr_api import FlickrCollector
from vetting.collection.methods.github_api import GitHubCollector
from vetting.collection.methods.mastodon_api import MastodonCollector
from vetting.collection.methods.mediawiki_api import MediaWikiCollector
from vetting.collection.methods.reddit_api import RedditCollector
from vetting.collection.methods.stackexchange_api import StackExchangeCollector
from vetting.collection.methods.tumblr_api import TumblrCollector
from vetting.collection.methods.web_page import WebPageCollector
from vetting.collection.methods.wordpress_api import WordPressCollector
from vetting.collection.methods.x_api import XCollector
from vetting.collection.methods.youtube_api import YouTubeCollector

COLLECTORS: Mapping[Method, Collector] = MappingProxyType(
    {
        Method.FEED: FeedCollector(),
        Method.WEB_PAGE: WebPageCollector(),
        Method.MASTODON_API: MastodonCollector(),
        Method.ATPROTO: AtprotoCollector(),
        Method.ATPROTO_REPO: AtprotoRepoCollector(),
        Method.GITHUB_API: GitHubCollector(),
        Method.STACKEXCHANGE_API: StackExchangeCollector(),
        Method.YOUTUBE_API: YouTubeCollector(),
        Method.TUMBLR_API: TumblrCollector(),
        Method.FLICKR_API: FlickrCollector(),
        Method.X_API: XCollector(),
        Method.REDDIT_API: RedditCollector(),
        Method.ACTIVITYPUB: ActivityPubCollector(),
        Method.WORDPRESS_API: WordPressCollector(),
        Method.MEDIAWIKI_API: MediaWikiCollector(),
    }
)
