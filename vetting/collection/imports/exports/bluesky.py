"""Bluesky's repository export (CAR): posts and reposts. A repository is public by the protocol; messages are not in it.

Likes, follows, blocks, lists and settings are in it and are not taken. The file names its account by DID only.
"""

from typing import Any

from schemas.post import Authorship, Media
from vetting.collection.car import BadCar, BlockMismatch, Repository, TooManyBlocks
from vetting.collection.imports.exports.items import Audience, Found, Item, addresses, inside, listed, moment, words
from vetting.collection.imports.exports.parts import Form, Parts
from vetting.collection.imports.zips import bomb, damaged
from vetting.errors import IntegrityError

PARTS = (r"[^/]*\.car",)
_POST = "app.bsky.feed.post/"
_REPOST = "app.bsky.feed.repost/"


def read(parts: Parts) -> Found:
    """The account's posts and reposts."""
    found = Found()
    if parts.form is not Form.CAR:
        raise damaged()
    try:
        repository = Repository(parts.raw(""))
        found.named(repository.did)
        for entry in repository.entries():
            if entry.path.startswith((_POST, _REPOST)) and isinstance(record := entry.record(), dict):
                found.items.append(_item(entry.path, record, repository.did))
    except BadCar:
        raise damaged() from None
    except TooManyBlocks:
        raise bomb() from None
    except BlockMismatch:
        raise IntegrityError(
            "export_digest_mismatch",
            "A block of the repository is not what its own identifier says.",
            remedy="Do not use this file. Export the repository again.",
        ) from None
    return found


def _item(path: str, record: dict[str, Any], did: str) -> Item:
    address = f"at://{words(did)[:200]}/{path}"
    if path.startswith(_POST):
        return _post(record, address)
    return Item(
        id=address,
        time=moment(record.get("createdAt")),
        text="",
        audience=Audience.PUBLIC,
        reply_to=words(inside(record, "subject", "uri"))[:500],
        authorship=Authorship.SHARED,
    )


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
