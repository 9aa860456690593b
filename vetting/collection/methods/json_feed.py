"""JSON Feed (versions 1 and 1.1), brought into the form in which the feed collector reads RSS and Atom."""

from typing import Any

from vetting.collection.methods.values import Json, moment, obj, objs, parsed, string
from vetting.collection.web import Fault

TYPE = "application/feed+json"
_VERSIONS = ("https://jsonfeed.org/version/1", "http://jsonfeed.org/version/1")


def looks_like_json(body: bytes) -> bool:
    """Whether a body is an object of JSON rather than a document of XML."""
    return body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def read(body: bytes) -> dict[str, Any] | Fault:
    """The feed as entries, with its raw items under `json`, so that some of them can be left out."""
    value = parsed(body)
    if not isinstance(value, dict):
        return Fault("malformed_json")
    items = value.get("items")
    if not string(value, "version").startswith(_VERSIONS) or not isinstance(items, list):
        return Fault("not_a_feed")
    if not all(isinstance(item, dict) for item in items):
        return Fault("unexpected_json")
    more = string(value, "next_url")
    author = _author(value)
    return {
        "version": "json",
        "entries": [_entry(item, author) for item in items],
        "feed": {"author": author, "links": [{"rel": "next", "href": more}] if more else []},
        "json": value,
    }


def without(value: Json, keep: list[bool]) -> Json:
    """The feed's own JSON without the items that are not kept."""
    return {**value, "items": [item for item, kept in zip(value["items"], keep, strict=True) if kept]}


def _entry(item: Json, author: str) -> Json:
    html, text = string(item, "content_html"), string(item, "content_text")
    time = moment(string(item, "date_published") or string(item, "date_modified"))
    number = item.get("id")
    pictures = [{"type": "image", "href": string(item, key)} for key in ("image", "banner_image") if string(item, key)]
    files = [{"type": string(a, "mime_type"), "href": string(a, "url")} for a in objs(item, "attachments")]
    return {
        "id": string(item, "id") or (str(number) if isinstance(number, int | float) else ""),
        "link": string(item, "url") or string(item, "external_url"),
        "author": _author(item) or author,
        "title": string(item, "title"),
        "title_detail": {"type": "text/plain", "value": string(item, "title")},
        "content": [{"type": "text/html" if html else "text/plain", "value": html or text or string(item, "summary")}],
        "published_parsed": time.utctimetuple() if time else None,
        "enclosures": [*files, *pictures],
    }


def _author(source: Json) -> str:
    first = next(iter(objs(source, "authors")), obj(source, "author"))
    return string(first, "name")
