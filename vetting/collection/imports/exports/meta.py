"""Facebook's and Instagram's "Download your information", in JSON.

Facebook's export does not state who could see a post; Instagram's states whether the account as a whole was private.
Comments, messages, stories, archived and deleted posts, groups and profiles of other people are not opened.
"""

from typing import Any

from schemas.post import Media
from vetting.collection.imports.exports import meta_html
from vetting.collection.imports.exports.items import Audience, Found, Item, addresses, inside, listed, moment, words
from vetting.collection.imports.exports.parts import Parts

_FACEBOOK = r"posts/your_posts(?:__check_ins__photos_and_videos)?(?:_\d+)?"
_INSTAGRAM = r"(?:media|content)/(?:posts(?:_\d+)?|reels)"
_PERSONAL = r"personal_information/(?:personal_information/)?"
FACEBOOK_PARTS = (
    rf"{_FACEBOOK}\.(?:json|html)",
    r"(?:personal|profile)_information/(?:profile_information/)?profile_information\.json",
)
INSTAGRAM_PARTS = (rf"{_INSTAGRAM}\.(?:json|html)", rf"{_PERSONAL}personal_information\.(?:json|html)")


def facebook(parts: Parts) -> Found:
    """Posts on the candidate's own page."""
    found = Found()
    for name in parts.find(FACEBOOK_PARTS[1]):
        profile = inside(parts.json(name), "profile_v2")
        found.named(inside(profile, "username"))
    for name in parts.find(rf"{_FACEBOOK}\.json"):
        body = parts.json(name)
        for number, entry in enumerate(listed(body if isinstance(body, list) else [body]), start=1):
            found.items.append(_facebook_post(entry, f"{_short(name)}#{number}"))
    for name in parts.find(rf"{_FACEBOOK}\.html"):
        found.items += meta_html.blocks(parts.text(name), _short(name), Audience.NOT_STATED)
    return found


def instagram(parts: Parts) -> Found:
    """Posts and reels of the candidate's own account."""
    found = Found()
    private: str | None = None
    for name in parts.find(rf"{_PERSONAL}personal_information\.json"):
        for user in listed(parts.json(name), "profile_user"):
            values = inside(user, "string_map_data")
            found.named(inside(values, "Username", "value"))
            private = words(inside(values, "Private Account", "value")).casefold() or private
    for name in parts.find(rf"{_PERSONAL}personal_information\.html"):
        values = meta_html.table(parts.text(name))
        found.named(values.get("username"))
        private = values.get("private account", "").casefold() or private
    audience = {"false": Audience.PUBLIC, "true": Audience.NOT_PUBLIC}.get(private or "", Audience.NOT_STATED)
    for name in parts.find(rf"{_INSTAGRAM}\.json"):
        body = parts.json(name)
        entries = listed(body) or listed(body, "ig_reels_media")
        for number, entry in enumerate(entries, start=1):
            found.items.append(_instagram_post(entry, f"{_short(name)}#{number}", audience))
    for name in parts.find(rf"{_INSTAGRAM}\.html"):
        found.items += meta_html.blocks(parts.text(name), _short(name), audience)
    return found


def _facebook_post(entry: dict[str, Any], identity: str) -> Item:
    attached = [data for a in listed(entry, "attachments") for data in listed(a, "data")]
    texts = [_mended(d.get("post")) for d in listed(entry, "data")]
    return Item(
        id=identity,
        time=moment(entry.get("timestamp")),
        text="\n\n".join(dict.fromkeys(t for t in texts if t)),
        audience=Audience.NOT_STATED,
        links=addresses(inside(d, "external_context", "url") for d in attached),
        media=tuple(_medium(inside(d, "media")) for d in attached if isinstance(inside(d, "media"), dict)),
    )


def _instagram_post(entry: dict[str, Any], identity: str, audience: Audience) -> Item:
    media = listed(entry, "media")
    first = media[0] if media else {}
    return Item(
        id=identity,
        time=moment(entry.get("creation_timestamp") or first.get("creation_timestamp")),
        text=_mended(entry.get("title")) or _mended(first.get("title")),
        audience=audience,
        media=tuple(_medium(m) for m in media),
    )


def _medium(media: dict[str, Any]) -> Media:
    """The kind of a picture or video and its caption; not its file name, place, device or network address."""
    video = words(media.get("uri")).casefold().endswith((".mp4", ".mov", ".webm"))
    return Media(type="video" if video else "image", alt=_mended(media.get("description"))[:2000])


def _mended(value: Any) -> str:
    """Text as it was: these exports write each byte of UTF-8 as a character of its own."""
    text = words(value)
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _short(name: str) -> str:
    return name.rsplit("/", 1)[-1]
