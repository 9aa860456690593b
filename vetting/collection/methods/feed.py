"""RSS, Atom and JSON feeds, with the next pages that a feed itself names (RFC 5005); nothing here reads the network by itself.

- A feed that says it is made by WordPress names no next page, but has them under the documented `?paged=2`, `?paged=3` ...
  (ten entries each, as delivered). They are asked for until the site answers that there is none, or gives nothing new.
- Entity declarations are refused before anything expands them.
- A feed is judged by its content, not by its Content-Type, which servers often state wrongly.
- Where a feed mixes authors, only entries of the account's own author count as authored; the others are hosted.
"""

import io
import json
import re
import xml.etree.ElementTree as ET
from calendar import timegm
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import defusedxml.ElementTree
import feedparser
from defusedxml.common import DefusedXmlException
from lxml import etree
from requests.utils import parse_header_links

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits, StepAction
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from schemas.window import Window
from vetting.collection.answers import NOT_PERMITTED
from vetting.collection.bodies import charset, well_formed
from vetting.collection.methods import json_feed
from vetting.collection.methods.base import Tally, ended, ended_by, ended_with_items
from vetting.collection.methods.values import dumped
from vetting.collection.text import Plain, plain
from vetting.collection.web import Answer, Fault, Web

ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8"
_METHOD = Method.FEED
_NEXT_REFUSED = frozenset({"host_refused", "redirect_refused", NOT_PERMITTED})
"""Reasons for which a further page may not be asked; what came before it is whole as far as it goes, and the step says so."""
_END = re.compile(rb"</(?:[A-Za-z_][\w.-]*:)?(?:rss|feed|RDF)\s*>", re.IGNORECASE)
_ITEMS = frozenset({"item", "entry"})
_WORDPRESS = re.compile(r"(?:https?://(?:www\.)?wordpress\.(?:org|com)(?:[/?].*)?|wordpress)", re.IGNORECASE)
"""What WordPress states as the generator of its RSS (with its version) and of its Atom."""
_NO_SUCH_PAGE = frozenset({404, 410})
_CLOSED = frozenset({401, 403})
_BROKEN = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    LookupError,
    AssertionError,
    RecursionError,
)
"""What feedparser has been known to raise on hostile input."""

Entry = dict[str, Any]


class FeedCollector:
    """Collects one feed."""

    def collect(
        self, action: StepAction, account: DeclaredAccount, window: Window, limits: Limits, web: Web
    ) -> Capture:
        """Carry out a `posts` step; a feed has no profile."""
        if action is not StepAction.POSTS:
            return ended(web, _METHOD, StepOutcome.NOT_APPLICABLE, "step_does_not_fit")
        tally = Tally(window, limits)
        names = {name.casefold() for name in (account.user, account.handle or "") if name}
        url: str | None = account.target
        asked: set[str] = set()
        seen: set[str] = set()
        stopped_by = ""
        numbered = False  # whether the next page's address is made here and not named by the feed
        while url is not None and not stopped_by:
            answer = web.get(url, accept=ACCEPT)
            if isinstance(answer, Fault):
                if numbered and answer.status in _NO_SUCH_PAGE:
                    break
                if asked and (answer.reason in _NEXT_REFUSED or (numbered and answer.status in _CLOSED)):
                    stopped_by = "next_page_refused"
                    break
                return ended_by(web, _METHOD, answer, later_page=bool(asked))
            feed = json_feed.read(answer.body) if json_feed.looks_like_json(answer.body) else _parsed(answer)
            if isinstance(feed, Fault):
                return ended_by(web, _METHOD, feed)
            asked |= {url, answer.url}
            names |= _feed_author(feed)
            ids = _ids(feed, answer)
            left_out = tally.left_out
            _keep_page(feed, ids, answer, tally, web)
            if numbered and seen.issuperset(ids):
                tally.left_out = left_out
                break  # a site that does not know the number gives its newest entries again
            seen.update(ids)
            named = _next_page(feed, answer)
            url = named or _next_number(feed, answer)
            numbered = url != named
            if feed["entries"] and all(window.precedes(_time(entry)) for entry in feed["entries"]):
                url = None  # a feed's archive goes back in time: everything further on is older than the window
            if url in asked:
                stopped_by = "paging_loop"
            elif url is not None and len(tally.posts) >= limits.max_items:
                stopped_by = "item_limit"
            elif url is not None and len(asked) >= limits.max_pages:
                stopped_by = "page_limit"
        tally.posts = _attributed(tally.posts, names)
        return ended_with_items(web, _METHOD, tally, stopped_by or ("item_limit" if tally.full else ""))


def _parsed(answer: Answer) -> dict[str, Any] | Fault:
    """Read a feed after the checks that keep reading it harmless and whole."""
    well_formed = True
    try:
        defusedxml.ElementTree.fromstring(answer.body, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        return Fault("xml_entities_refused")
    except (ET.ParseError, LookupError, ValueError):
        well_formed = False
    if not well_formed and not _END.search(answer.body[-4096:]):
        # feedparser would read the first half of a cut answer as if it were all
        return Fault("malformed_xml")
    stated = charset(answer.content_type)
    headers = {"content-type": "application/xml" + (f"; charset={stated}" if stated else "")}
    try:
        # a stream, because feedparser takes a string or bytes for an address or a file name first
        feed: dict[str, Any] = feedparser.parse(
            io.BytesIO(answer.body),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except _BROKEN:
        return Fault("malformed_xml")
    if not feed.get("entries"):
        if not well_formed:
            return Fault("malformed_xml")
        if not feed.get("version"):
            return Fault("not_a_feed")
    return feed


def _ids(feed: dict[str, Any], answer: Answer) -> list[str]:
    entries: list[Entry] = feed["entries"]
    return [_text(e, "id") or _text(e, "link") or f"{answer.url}#{index}" for index, e in enumerate(entries)]


def _keep_page(feed: dict[str, Any], ids: Sequence[str], answer: Answer, tally: Tally, web: Web) -> None:
    entries: list[Entry] = feed["entries"]
    before = len(tally.posts)
    keep = [
        tally.take(
            source_id,
            _time(entry),
            lambda number, entry=entry: _post(entry, number, answer.url),  # type: ignore[misc]
        )
        for source_id, entry in zip(ids, entries, strict=True)
    ]
    if all(keep):
        record_id = web.keep(answer)
    else:
        if "json" in feed:
            payload, kind = dumped(json_feed.without(feed["json"], keep)), json_feed.TYPE
        else:
            payload, kind = _without(answer.body, keep, tally.posts[before:])
        record_id = web.keep_part(answer, payload, media_type=kind, left_out=keep.count(False))
    for index in range(before, len(tally.posts)):
        tally.posts[index] = tally.posts[index].model_copy(update={"record_id": record_id})


def _without(body: bytes, keep: Sequence[bool], posts: Sequence[Post]) -> tuple[bytes, str]:
    """The feed without the items that are not kept; where it cannot be cut safely, the kept posts as JSON."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    found = [] if root is None else [e for e in root.iter() if isinstance(e.tag, str) and _local(e.tag) in _ITEMS]
    if root is None or len(found) != len(keep):
        return json.dumps(
            [post.model_dump(mode="json") for post in posts], ensure_ascii=False
        ).encode(), "application/json"
    for element, kept in zip(found, keep, strict=True):
        parent = element.getparent()
        if not kept and parent is not None:
            parent.remove(element)
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="utf-8"), "application/xml"


def _post(entry: Entry, number: int, base: str) -> Post:
    title = _shown(dict.get(entry, "title_detail"), _text(entry, "title"), base).text
    contents = dict.get(entry, "content") or ()
    detail = contents[0] if contents else dict.get(entry, "summary_detail")
    content = _shown(detail, _text(entry, "summary"), base)
    attached = [
        Media(type=_text(e, "type") or "unknown", url=_text(e, "href")) for e in dict.get(entry, "enclosures") or ()
    ]
    link = _text(entry, "link")
    return Post(
        number=number,
        source_id=_text(entry, "id") or link or f"{base}#{number}",
        author=_text(entry, "author"),
        authorship=Authorship.OWN,
        time=_time(entry),
        text="\n\n".join(part for part in (title, content.text) if part),
        links=tuple(dict.fromkeys((*((link,) if link else ()), *content.links))),
        media=(*attached, *(Media(type="image", url=url, alt=alt) for url, alt in content.images)),
    )


def _attributed(posts: list[Post], names: set[str]) -> list[Post]:
    """Mark entries of other authors as hosted, if the feed has more than one author."""
    authors = {post.author.casefold() for post in posts}
    if len(authors) <= 1:
        return posts
    return [
        post if post.author.casefold() in names else post.model_copy(update={"authorship": Authorship.HOSTED})
        for post in posts
    ]


def _feed_author(feed: dict[str, Any]) -> set[str]:
    author = _text(feed.get("feed") or {}, "author").casefold()
    return {author} if author else set()


def _next_page(feed: dict[str, Any], answer: Answer) -> str | None:
    stated = parse_header_links(answer.headers["link"]) if answer.headers.get("link") else []
    links = [*((feed.get("feed") or {}).get("links") or ()), *stated]
    for link in links:
        target = str(link.get("href") or link.get("url") or "")
        if link.get("rel") == "next" and target:
            try:
                return urljoin(answer.url, target)
            except ValueError:
                return None
    return None


def _next_number(feed: dict[str, Any], answer: Answer) -> str | None:
    """The address of the next page of a WordPress feed, which does not name it; `None` for any other feed and after an empty page."""
    if not feed["entries"] or not _WORDPRESS.fullmatch(_text(feed.get("feed") or {}, "generator").strip()):
        return None
    parts = urlsplit(answer.url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    page = query.get("paged", "1")
    if not (page.isascii() and page.isdigit() and len(page) < 6):
        return None
    return parts._replace(query=urlencode({**query, "paged": int(page) + 1}), fragment="").geturl()


def _shown(detail: Any, fallback: str, base: str) -> Plain:
    value = str((detail or {}).get("value") or fallback)
    if (detail or {}).get("type") == "text/plain":
        return Plain(well_formed(value).strip())
    return plain(value, base)


def _text(entry: Entry, key: str) -> str:
    # dict.get, because feedparser's own mapping answers for absent keys from others and warns
    value = dict.get(entry, key)
    return well_formed(value) if isinstance(value, str) else ""


def _time(entry: Entry) -> datetime | None:
    parsed = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    if parsed is None:
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
