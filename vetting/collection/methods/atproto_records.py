"""Records of the AT Protocol as posts: text, links of facets and cards, alternative texts, reply and quote."""

from schemas.post import Authorship, Media, Post
from vetting.collection.methods.values import Json, moment, obj, objs, string


def post_of(record: Json, number: int, author: str, server: str, did: str) -> Post:
    """One `app.bsky.feed.post`; blobs are named by their address and never fetched."""
    value = obj(record, "value")
    embed = obj(value, "embed")
    quoted = string(obj(embed, "record"), "uri") or string(obj(obj(embed, "record"), "record"), "uri")
    parts = [embed, obj(embed, "media")]
    cards = [card for part in parts if (card := obj(part, "external"))]
    media = [
        Media(type="image", url=_blob(server, did, obj(image, "image")), alt=string(image, "alt"))
        for part in parts
        for image in objs(part, "images")
    ]
    media += [
        Media(type="video", url=_blob(server, did, obj(part, "video")), alt=string(part, "alt"))
        for part in parts
        if obj(part, "video")
    ]
    links = [string(f, "uri") for facet in objs(value, "facets") for f in objs(facet, "features")]
    links += [string(card, "uri") for card in cards]
    return Post(
        number=number,
        source_id=string(record, "uri"),
        author=author,
        authorship=Authorship.OWN,
        time=moment(string(value, "createdAt")),
        text=string(value, "text"),
        links=tuple(dict.fromkeys(link for link in links if link)),
        media=tuple(media),
        reply_to=string(obj(obj(value, "reply"), "parent"), "uri"),
        quotes=quoted,
    )


def profile_post(record: Json, author: str, server: str, did: str, record_id: str) -> Post:
    """The profile record as one item without a date."""
    value = obj(record, "value")
    pictures = [(kind, _blob(server, did, obj(value, kind))) for kind in ("avatar", "banner")]
    lines = (string(value, "displayName"), string(value, "description"))
    return Post(
        number=1,
        source_id=string(record, "uri"),
        author=author,
        authorship=Authorship.OWN,
        time=None,
        text="\n".join(line for line in lines if line),
        media=tuple(Media(type="image", url=url, alt=kind) for kind, url in pictures if url),
        record_id=record_id,
    )


def _blob(server: str, did: str, blob: Json) -> str:
    cid = string(obj(blob, "ref"), "$link")
    return f"{server}/xrpc/com.atproto.sync.getBlob?did={did}&cid={cid}" if cid else ""
