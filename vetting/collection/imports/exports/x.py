"""X's archive: `data/tweets.js`. Whether the account was protected stands in `protected-history.js`.

Direct messages, deleted posts, circle posts, drafts, likes, contacts and advertising data are not opened.
"""

from datetime import UTC, datetime
from typing import Any

from schemas.post import Authorship, Media
from vetting.collection.imports.exports.items import Audience, Found, Item, addresses, inside, listed, words
from vetting.collection.imports.exports.parts import Parts

_TWEETS = r"(?:data/)?tweets?(?:-part\d+)?\.js"
PARTS = (_TWEETS, r"(?:data/)?account\.js", r"(?:data/)?protected-history\.js")


def read(parts: Parts) -> Found:
    """The account's posts and reposts."""
    found = Found()
    for name in parts.find(PARTS[1]):
        found.named(*(inside(e, "account", "username") for e in listed(parts.json(name))))
    audience = Audience.NOT_STATED
    for name in parts.find(PARTS[2]):
        last = [words(inside(e, "protectedHistory", "action")).casefold() for e in listed(parts.json(name))]
        # protected at any time: the archive does not say which posts came before
        audience = Audience.NOT_PUBLIC if any("unprotect" not in a for a in last) else Audience.PUBLIC
    for name in parts.find(_TWEETS):
        for number, entry in enumerate(listed(parts.json(name)), start=1):
            tweet = entry.get("tweet", entry)
            if isinstance(tweet, dict):
                found.items.append(_item(tweet, audience, f"{name.rsplit('/', 1)[-1]}#{number}"))
    return found


def _item(tweet: dict[str, Any], audience: Audience, otherwise: str) -> Item:
    text = words(tweet.get("full_text") or tweet.get("text"))
    media = listed(tweet, "extended_entities", "media") or listed(tweet, "entities", "media")
    return Item(
        id=words(tweet.get("id_str"))[:64] or otherwise,
        time=_time(tweet.get("created_at")),
        text=text,
        audience=audience,
        links=addresses(u.get("expanded_url") for u in listed(tweet, "entities", "urls")),
        media=tuple(
            Media(
                type=words(m.get("type"))[:40] or "unknown",
                url="".join(addresses([m.get("media_url_https")])),
                alt=words(m.get("ext_alt_text"))[:2000],
            )
            for m in media
        ),
        reply_to=words(tweet.get("in_reply_to_status_id_str"))[:64],
        authorship=Authorship.SHARED if text.startswith("RT @") else Authorship.OWN,
    )


def _time(value: Any) -> datetime | None:
    try:
        return datetime.strptime(words(value), "%a %b %d %H:%M:%S %z %Y").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
