"""Bluesky's repository export (CAR): posts and reposts. A repository is public by the protocol; messages are not in it.

Likes, follows, blocks, lists and settings are in it and are not taken. The file names its account by DID only.
"""

from typing import Any

from schemas.post import Authorship, Media
from vetting.collection.imports.exports.car import repository
from vetting.collection.imports.exports.items import Audience, Found, Item, addresses, inside, listed, moment, words
from vetting.collection.imports.exports.parts import Form, Parts
from vetting.collection.imports.zips import damaged

PARTS = (r"[^/]*\.car",)
_POST = "app.bsky.feed.post/"
_REPOST = "app.bsky.feed.repost/"


def read(parts: Parts) -> Found:
    """The account's posts and reposts."""
    found = Found()
    if parts.form is not Form.CAR:
        raise damaged()
    did, records = repository(parts.raw(""))
    found.named(did)
    for path, record in records:
        address = f"at://{words(did)[:200]}/{path}"
        if path.startswith(_POST):
            found.items.append(_post(record, address))
        elif path.startswith(_REPOST):
            found.items.append(
                Item(
                    id=address,
                    time=moment(record.get("createdAt")),
                    text="",
                    audience=Audience.PUBLIC,
                    reply_to=words(inside(record, "subject", "uri"))[:500],
                    authorship=Authorship.SHARED,
                )
            )
    return found


def _post(record: dict[str, Any], address: str) -> Item:
    embed = inside(record, "embed")
    media = inside(embed, "media") or embed
    linked = [f.get("uri") for facet in listed(record, "facets") for f in listed(facet, "features")]
    attached = [
        Media(type=words(inside(i, "image", "mimeType"))[:80] or "image", alt=words(i.get("alt"))[:2000])
        for i in listed(media, "images")
    ]
    if isinstance(inside(media, "video"), dict):
        attached.append(Media(type="video", alt=words(inside(media, "alt"))[:2000]))
    return Item(
        id=address,
        time=moment(record.get("createdAt")),
        text=words(record.get("text")),
        audience=Audience.PUBLIC,
        links=addresses([*linked, inside(media, "external", "uri")]),
        media=tuple(attached),
        reply_to=words(inside(record, "reply", "parent", "uri"))[:500],
    )
