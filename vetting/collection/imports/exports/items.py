"""What a reader of an export gives back: items with their audience, and whose export it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from schemas.post import Authorship, Media
from vetting.collection.bodies import well_formed

MAX_TEXT = 200_000
"""Characters of one item."""
ZONE_MARGIN = timedelta(hours=14)
"""A time without an offset may be so far from UTC."""


class Audience(StrEnum):
    """Who could see an item, as far as the export tells."""

    PUBLIC = "public"
    NOT_PUBLIC = "not_public"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the candidate published. `zoned` is false where the export states a time without its offset."""

    id: str
    time: datetime | None
    text: str
    audience: Audience
    links: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    reply_to: str = ""
    authorship: Authorship = Authorship.OWN
    zoned: bool = True
    facts: tuple[tuple[str, object], ...] = ()
    """More that the kept file says of it, by name."""


@dataclass(slots=True)
class Found:
    """What an export holds: `names` are those that the export gives its own account, lower case; empty where it gives none."""

    items: list[Item] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def named(self, *names: object) -> None:
        """Note the account's own names."""
        self.names |= {plain_name(name) for name in names if isinstance(name, str) and plain_name(name)}


def plain_name(name: str) -> str:
    """A handle without what people write before it."""
    return re.sub(r"^(?:/?u/|@)", "", name.strip()).casefold()


def listed(value: Any, *path: str) -> list[dict[str, Any]]:
    """The objects of a list that lies under these keys; nothing where anything is of another shape."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def inside(value: Any, *path: str) -> Any:
    """The value under these keys, or `None`."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def words(value: Any) -> str:
    """A text, bounded and writable; anything else is no text."""
    return well_formed(value)[:MAX_TEXT].replace("\x00", "\ufffd").strip() if isinstance(value, str) else ""


def addresses(values: Iterable[Any]) -> tuple[str, ...]:
    """Web addresses among values, each once."""
    found = (words(value)[:2000] for value in values)
    return tuple(dict.fromkeys(a for a in found if a.startswith(("http://", "https://"))))


def moment(value: Any) -> datetime | None:
    """An instant from seconds since 1970, ISO 8601, or `YYYY-MM-DD hh:mm:ss[ UTC]`; without an offset it counts as UTC."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC) if value > 0 else None
        if not isinstance(value, str):
            return None
        parsed = datetime.fromisoformat(value.strip().removesuffix("UTC").strip())
    except (ValueError, OverflowError, OSError):
        return None
    try:
        return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
    except OverflowError:
        return None
