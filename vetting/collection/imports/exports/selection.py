"""Which items of a file that holds more than may be kept are taken, and the new file that is made of them alone (law 3).

The same window and limits for everybody, newest first; whatever is not taken is counted by reason.
"""

import json
from collections.abc import Mapping

from schemas.account import DeclaredAccount
from schemas.plan import Limits
from schemas.post import Post
from schemas.window import Window
from vetting.collection.imports.exports.items import ZONE_MARGIN, Audience, Item
from vetting.errors import InputError

MEDIA_TYPE = "application/x-ndjson"


def taken(
    items: list[Item], window: Window, limits: Limits, *, confirmed: bool = False
) -> tuple[list[Item], dict[str, int]]:
    """The items to keep, newest first, and how many others there are by reason; `confirmed`: those of no stated audience were public."""
    kept: list[Item] = []
    left: dict[str, int] = {}
    size = 0
    for item in sorted(items, key=lambda i: (-i.time.timestamp() if i.time else 0.0, i.id)):
        reason = _refusal(item, window, confirmed=confirmed)
        if not reason and (len(kept) >= limits.max_items or size >= limits.max_bytes):
            reason = "over_limit"
        if reason:
            left[reason] = left.get(reason, 0) + 1
            continue
        kept.append(item)
        size += len(line(item))
    return kept, dict(sorted(left.items()))


def _refusal(item: Item, window: Window, *, confirmed: bool) -> str:
    """Why an item is not taken; an empty text if it is."""
    if item.audience is Audience.NOT_PUBLIC:
        return "not_public"
    if item.audience is Audience.NOT_STATED and not confirmed:
        return "audience_not_stated"
    if item.time is None:
        return "no_date"  # platforms date every item: without one it cannot be shown to lie in the window
    times = (item.time,) if item.zoned else (item.time - ZONE_MARGIN, item.time + ZONE_MARGIN)
    if not all(window.admits(time) for time in times):
        return "outside_window"
    return "" if item.text or item.links or item.media or item.reply_to else "empty"


def line(item: Item) -> bytes:
    """An item as a line of the new file."""
    body = {
        "id": item.id,
        "time": item.time.isoformat() if item.time else None,
        "time_offset": "stated" if item.zoned else "not stated",
        "audience": item.audience.value,
        "authorship": item.authorship.value,
        "text": item.text,
        "links": item.links,
        "media": [m.model_dump(mode="json") for m in item.media],
        "reply_to": item.reply_to,
        **dict(item.facts),
    }
    return as_json(body)


def as_json(value: object) -> bytes:
    """One line of JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def post_of(item: Item, number: int, account: DeclaredAccount) -> Post:
    """An item as a post of the declared account."""
    return Post(
        number=number,
        source_id=item.id,
        author=account.user or account.handle or "",
        authorship=item.authorship,
        time=item.time,
        text=item.text,
        links=item.links,
        media=item.media,
        reply_to=item.reply_to,
        visibility="public" if item.audience is Audience.PUBLIC else "confirmed public by the candidate",
    )


def counted(left_out: Mapping[str, int]) -> str:
    """The counts in words."""
    return ", ".join(f"{count} {reason.replace('_', ' ')}" for reason, count in left_out.items()) or "no items at all"


def nothing_public(left_out: Mapping[str, int]) -> InputError:
    """The refusal of an export of which nothing is kept."""
    return InputError(
        "export_nothing_public",
        f"Nothing in the export may be kept: {counted(left_out)}.",
        law=3,
        remedy="Nothing was kept. If the candidate confirms that items without a stated audience were public, say so in the statement.",
    )
