"""Exports that are tables (CSV): Reddit, LinkedIn, and Google Takeout for YouTube.

Reddit does not state whether a community was private, LinkedIn and YouTube not where a comment could be seen; YouTube
states it for videos, LinkedIn for shares. Messages, chats, drafts, votes, histories, contacts and network addresses are
not opened or not taken.
"""

import json
from collections.abc import Mapping

from vetting.collection.imports.exports.items import Audience, Found, Item, addresses, moment, words
from vetting.collection.imports.exports.parts import Parts

REDDIT_PARTS = (r"posts\.csv", r"comments\.csv", r"statistics\.csv")
LINKEDIN_PARTS = (r"Shares(?:_\d+)?\.csv", r"Comments(?:_\d+)?\.csv")
_YOUTUBE = r"YouTube[^/]*/[^/]+/"
YOUTUBE_PARTS = (
    rf"{_YOUTUBE}videos(?:\(\d+\))?\.csv",
    rf"{_YOUTUBE}comments(?:\(\d+\))?\.csv",
    rf"{_YOUTUBE}posts(?:\(\d+\))?\.csv",
)
_LINKEDIN_AUDIENCE = {"public": Audience.PUBLIC, "anyone": Audience.PUBLIC, "": Audience.NOT_STATED}
"""`MEMBER_NETWORK` and all other values are an audience that is not everybody."""
_VIDEO_AUDIENCE = {"public": Audience.PUBLIC, "": Audience.NOT_STATED}

Row = Mapping[str, str]


def reddit(parts: Parts) -> Found:
    """Posts and comments."""
    found = Found()
    for name in parts.find(REDDIT_PARTS[2]):
        found.named(*(r.get("value") for r in parts.rows(name) if r.get("statistic") == "account name"))
    for pattern, kind in ((REDDIT_PARTS[0], "post"), (REDDIT_PARTS[1], "comment")):
        for name in parts.find(pattern):
            for number, row in enumerate(parts.rows(name, "permalink"), start=1):
                text = (words(row.get("title")), words(row.get("body")))
                found.items.append(
                    Item(
                        id=words(row.get("permalink"))[:500] or f"{kind}#{number}",
                        time=moment(row.get("date")),
                        text="\n\n".join(t for t in text if t),
                        audience=Audience.NOT_STATED,
                        links=addresses([row.get("url")]),
                        reply_to=words(row.get("parent") or row.get("link"))[:500],
                    )
                )
    return found


def linkedin(parts: Parts) -> Found:
    """Shares with their visibility, and comments."""
    found = Found()
    for name in parts.find(LINKEDIN_PARTS[0]):
        for number, row in enumerate(parts.rows(name, "sharelink"), start=1):
            audience = _LINKEDIN_AUDIENCE.get(words(row.get("visibility")).casefold(), Audience.NOT_PUBLIC)
            found.items.append(
                Item(
                    id=words(row.get("sharelink"))[:500] or f"share#{number}",
                    time=moment(row.get("date")),
                    text=words(row.get("sharecommentary")),
                    audience=audience,
                    links=addresses([row.get("sharedurl"), row.get("mediaurl")]),
                )
            )
    for name in parts.find(LINKEDIN_PARTS[1]):
        for number, row in enumerate(parts.rows(name, "message"), start=1):
            link = words(row.get("link"))[:500]
            text = words(row.get("message"))
            found.items.append(
                Item(f"comment#{number}", moment(row.get("date")), text, Audience.NOT_STATED, reply_to=link)
            )
    return found


def youtube(parts: Parts) -> Found:
    """Videos with their privacy (title and description; the film is not opened), comments, and community posts."""
    found = Found()
    for name in parts.find(YOUTUBE_PARTS[0]):
        for number, row in enumerate(parts.rows(name, "video id"), start=1):
            found.named(row.get("channel id"))
            audience = _VIDEO_AUDIENCE.get(words(row.get("privacy")).casefold(), Audience.NOT_PUBLIC)
            text = (_starting(row, "video title"), _starting(row, "video description"))
            found.items.append(
                Item(
                    id=words(row.get("video id"))[:64] or f"video#{number}",
                    time=moment(row.get("video publish timestamp") or row.get("video create timestamp")),
                    text="\n\n".join(t for t in text if t),
                    audience=audience,
                )
            )
    for pattern, kind in ((YOUTUBE_PARTS[1], "comment"), (YOUTUBE_PARTS[2], "post")):
        for name in parts.find(pattern):
            for number, row in enumerate(parts.rows(name, f"{kind} id"), start=1):
                found.named(row.get("channel id"))
                found.items.append(
                    Item(
                        id=words(row.get(f"{kind} id"))[:128] or f"{kind}#{number}",
                        time=moment(row.get(f"{kind} create timestamp")),
                        text=_pieces(row.get(f"{kind} text") or ""),
                        audience=Audience.NOT_STATED,
                        reply_to=words(row.get("parent comment id") or row.get("video id"))[:128],
                    )
                )
    return found


def _starting(row: Row, start: str) -> str:
    """A column whose name goes on in brackets."""
    return next((words(v) for k, v in row.items() if k == start or k.startswith(f"{start} (")), "")


def _pieces(value: str) -> str:
    """A comment's text, which is written as JSON objects one after the other."""
    decoder = json.JSONDecoder()
    texts: list[str] = []
    at = 0
    try:
        while at < len(value):
            piece, at = decoder.raw_decode(value, at)
            if not isinstance(piece, dict):
                return words(value)
            texts.append(words(piece.get("text")) or " ")
            at += len(value[at:]) - len(value[at:].lstrip(", \r\n\t"))
    except (ValueError, RecursionError):
        return words(value)
    return words("".join(texts))
