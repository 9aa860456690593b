"""TikTok's data file (JSON): videos with `WhoCanView`, and comments.

Messages, searches, watch history, log-ins, drafts, contacts and purchases stand in the same file and are not taken.
"""

from typing import Any

from vetting.collection.imports.exports.items import Audience, Found, Item, addresses, inside, listed, moment, words
from vetting.collection.imports.exports.parts import Parts

PARTS = (r"user_data(?:_tiktok)?\.json",)
_AUDIENCE = {"public": Audience.PUBLIC, "everyone": Audience.PUBLIC, "": Audience.NOT_STATED}
_VIDEOS = (("Video", "Videos", "VideoList"), ("Post", "Posts", "VideoList"))
_COMMENTS = ("Comment", "Comments", "CommentsList")
_PROFILES = (("Profile", "Profile Information", "ProfileMap"), ("Profile And Settings", "Profile Info", "ProfileMap"))
_SETTINGS = (("App Settings", "Settings", "SettingsMap"), ("Profile And Settings", "Settings", "SettingsMap"))


def read(parts: Parts) -> Found:
    """The account's videos and comments."""
    found = Found()
    bodies = [parts.json("")] if parts.single else [parts.json(name) for name in parts.find(PARTS[0])]
    for body in bodies:
        found.named(*(inside(body, *path, "userName") for path in _PROFILES))
        private = any(
            words(inside(body, *path, "Private Account")).casefold() in ("enabled", "true", "on") for path in _SETTINGS
        )
        for path in _VIDEOS:
            found.items += [_video(e, n, private=private) for n, e in enumerate(listed(body, *path), start=1)]
        for number, entry in enumerate(listed(body, *_COMMENTS), start=1):
            text = words(_field(entry, "comment"))
            found.items.append(Item(f"comment#{number}", moment(_field(entry, "date")), text, Audience.NOT_STATED))
    return found


def _video(entry: dict[str, Any], number: int, *, private: bool) -> Item:
    audience = _AUDIENCE.get(words(_field(entry, "whocanview")).casefold(), Audience.NOT_PUBLIC)
    text = (words(_field(entry, "title")), words(_field(entry, "alttext")))
    return Item(
        id="".join(addresses([_field(entry, "link")])[:1]) or f"video#{number}",
        time=moment(_field(entry, "date")),
        text="\n\n".join(t for t in text if t),
        audience=Audience.NOT_PUBLIC if private else audience,
    )


def _field(entry: dict[str, Any], name: str) -> Any:
    """A field whose name is written in capitals or not, by the export's year."""
    return next((v for k, v in entry.items() if k.casefold() == name), None)
