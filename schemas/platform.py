"""Platforms a candidate may declare, and the lawful methods for each (`config/platforms.yaml`)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Record, Slug


class Method(StrEnum):
    """The only ways content may be collected (law 4). There is no member for a login, a pretext or a friend request."""

    FEED = "feed"
    """RSS or Atom feed of the declared account."""
    WEB_PAGE = "web_page"
    """Public web page, read without signing in."""
    MASTODON_API = "mastodon_api"
    """Public, unauthenticated Mastodon-compatible API."""
    MANUAL_CAPTURE = "manual_capture"
    """An investigator's capture of public content, imported with a statement of method."""


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
    note: str = ""
    """What the investigator should know about lawful collection here."""


class PlatformList(Record):
    """`config/platforms.yaml`."""

    version: Annotated[int, Field(ge=1)]
    platforms: tuple[Platform, ...]
