"""Mastodon's archive: `outbox.json` (ActivityPub), and `actor.json` for whose it is.

An item is public when it is addressed to the public collection. Followers-only and direct ones are in the same file
and are not taken; likes and bookmarks are not opened.
"""

from typing import Any

from schemas.post import Authorship, Media
from vetting.collection.imports.exports.items import Audience, Found, Item, addresses, inside, listed, moment, words
from vetting.collection.imports.exports.parts import Parts
from vetting.collection.text import plain

PARTS = (r"outbox\.json", r"actor\.json")
_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})


def read(parts: Parts) -> Found:
    """The account's posts and boosts."""
    found = Found()
    for name in parts.find(PARTS[1]):
        found.named(inside(parts.json(name), "preferredUsername"))
    bodies = [parts.json("")] if parts.single else [parts.json(name) for name in parts.find(PARTS[0])]
    for body in bodies:
        for number, activity in enumerate(listed(body, "orderedItems"), start=1):
            item = _item(activity, f"activity#{number}")
            if item is not None:
                found.items.append(item)
    return found


def _item(activity: dict[str, Any], otherwise: str) -> Item | None:
    kind, thing = activity.get("type"), activity.get("object")
    identity = words(activity.get("id"))[:500] or otherwise
    time = moment(activity.get("published"))
    if kind == "Announce" and isinstance(thing, str):
        return Item(
            id=identity,
            time=time,
            text="",
            audience=_audience(activity),
            links=addresses([thing]),
            authorship=Authorship.SHARED,
        )
    if kind != "Create" or not isinstance(thing, dict):
        return None
    body = plain(words(thing.get("content")))
    warning = plain(words(thing.get("summary"))).text
    # both must be public: a note may be addressed more narrowly than the activity that carries it
    audience = Audience.PUBLIC if {_audience(activity), _audience(thing)} == {Audience.PUBLIC} else Audience.NOT_PUBLIC
    return Item(
        id=words(thing.get("id"))[:500] or identity,
        time=moment(thing.get("published")) or time,
        text="\n\n".join(t for t in (warning, body.text) if t),
        audience=audience,
        links=body.links,
        media=tuple(
            Media(type=words(m.get("mediaType"))[:80] or "unknown", alt=words(m.get("name"))[:2000])
            for m in listed(thing, "attachment")
        ),
        reply_to=words(thing.get("inReplyTo"))[:500],
    )


def _audience(value: dict[str, Any]) -> Audience:
    named: set[str] = set()
    for key in ("to", "cc"):
        given = value.get(key)
        named |= {v for v in (given if isinstance(given, list) else [given]) if isinstance(v, str)}
    return Audience.PUBLIC if named & _PUBLIC else Audience.NOT_PUBLIC
