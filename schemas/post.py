"""One post, whatever platform it came from. Lies in the vault only."""

from enum import StrEnum

from schemas.base import Record, Sha256, UtcTime


class Authorship(StrEnum):
    """Whose words these are (New Canaan IV.D.2 makes an owner accountable for hosted content, but it is not authored)."""

    OWN = "own"
    HOSTED = "hosted"
    SHARED = "shared"
    """A repost of somebody else's words."""


class Media(Record):
    """An attachment: never fetched unless the plan says so, never shown to a decision maker."""

    type: str
    url: str = ""
    alt: str = ""
    sha256: Sha256 | None = None


class Post(Record):
    """Author, time, text and context of one item; `number` counts from 1 inside its evidence item."""

    number: int
    source_id: str
    """The platform's own id or address of the item."""
    author: str
    authorship: Authorship
    time: UtcTime | None
    text: str
    links: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    reply_to: str = ""
    quotes: str = ""
    """Address or id of a post that this one quotes; the quoted words are somebody else's and are not taken."""
    visibility: str = "public"
    record_id: str = ""
    """`WARC-Record-ID` of the exchange that the item was read from."""
