"""Platforms a candidate may declare, and the lawful methods for each (`config/platforms.yaml`)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Record, Slug


class Method(StrEnum):
    """The only ways content may be collected (law 4). There is no member for a login, a pretext or a friend request."""

    FEED = "feed"
    """RSS, Atom or JSON feed of the declared account."""
    WEB_PAGE = "web_page"
    """Public web page, read without signing in."""
    MASTODON_API = "mastodon_api"
    """Public, unauthenticated Mastodon-compatible API."""
    ATPROTO = "atproto"
    """Public, unauthenticated AT Protocol: DID, personal data server, the account's own records."""
    ATPROTO_REPO = "atproto_repo"
    """The same account's whole repository as one public file, of which only the posts are kept."""
    MEDIAWIKI_API = "mediawiki_api"
    """Public MediaWiki API: the account's contributions and what each of them added."""
    WORDPRESS_API = "wordpress_api"
    """Public WordPress REST API: published posts of one author."""
    ACTIVITYPUB = "activitypub"
    """Public ActivityPub actor and outbox, read without a signature."""
    GITHUB_API = "github_api"
    """Documented public API of GitHub: profile and public events."""
    STACKEXCHANGE_API = "stackexchange_api"
    """Documented public API of Stack Exchange: profile and public posts."""
    YOUTUBE_API = "youtube_api"
    """Documented YouTube Data API with the agency's own key: channel and its uploads."""
    TUMBLR_API = "tumblr_api"
    """Documented Tumblr API with the agency's own key: blog and its public posts."""
    FLICKR_API = "flickr_api"
    """Documented Flickr API with the agency's own key: person and public photographs' texts."""
    X_API = "x_api"
    """Documented X API v2 with the agency's own key: user and public posts."""
    REDDIT_API = "reddit_api"
    """Documented Reddit API with the agency's own application-only access: user, public submissions and comments."""
    MANUAL_CAPTURE = "manual_capture"
    """An investigator's capture of public content, imported with a statement of method."""
    OWN_EXPORT = "own_export"
    """The candidate's own export, volunteered; only what was public in it is kept. No platform is collected so as a rule."""


class ServiceRole(StrEnum):
    """What a platform's own service is asked for."""

    API = "api"
    """The platform's public interface."""
    DIRECTORY = "directory"
    """A public directory that says which server holds an account."""
    TOKEN = "token"  # noqa: S105 - the name of a role
    """Where the agency's own application gets its access token; asked for nothing else."""


class Service(Record):
    """A service of the platform that is asked besides the account's own host: decided here, before any request."""

    role: ServiceRole
    url: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    """Address without a slash at the end; for some methods the whole path of the interface."""


class Platform(Record):
    """One platform: how its accounts are declared and how they may be collected."""

    id: Slug
    name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    method: Method
    reveals_class: bool = False
    """The platform's name by itself tells a protected class; it reaches no decision maker (law 7)."""
    hosts: tuple[str, ...] = ()
    """Hosts that serve it; empty: the host comes from the declared handle or address."""
    handle_pattern: str | None = None
    """Regular expression a handle must match in full; absent: only an address can be declared."""
    url_template: str | None = None
    """Address to collect, with `{user}` and `{host}` from the handle; absent: the declared address itself."""
    page_paths: tuple[Annotated[str, StringConstraints(pattern=r"^/\S{1,99}$")], ...] = ()
    """For a capture by hand: the forms of an account's own address behind the host, with `{user}` and, for a part that
    may be anything, `{any}`; empty: the declared address itself, or any that names the user."""
    services: tuple[Service, ...] = ()
    """Services of the platform that the method asks."""
    note: str = ""
    """What the investigator should know about lawful collection here."""


class PlatformList(Record):
    """`config/platforms.yaml`."""

    version: Annotated[int, Field(ge=1)]
    platforms: tuple[Platform, ...]
