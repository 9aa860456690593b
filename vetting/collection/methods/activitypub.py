"""ActivityPub actor and outbox, read without a signature, for servers that have no Mastodon-compatible interface.

- The handle's host says by WebFinger (RFC 7033) where the actor is. Where that is another host, it is admitted on the
  record, and the actor must bear the declared name.
- A server in secure mode answers unsigned reads with 401: `not_public`. Nothing is signed, for that would be an identity
  of ours at somebody else's server.
- Only what is addressed to the public is kept. Deleted items (Tombstone), likes and follows are left out. A repost
  (Announce) is listed as shared by its address; the words of others are not fetched from other servers.
"""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, address, moment, obj, objs, string, strings
from vetting.collection.text import plain
from vetting.collection.web import Answer, Fault
from vetting.policy.controls import Control, enforces

ACCEPT = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
_GONE = frozenset({"Tombstone"})
_IDENTITY = ("id", "type", "preferredUsername", "outbox", "url")


class ActivityPubCollector(ApiCollector):
    """Collects one actor."""

    method = Method.ACTIVITYPUB

    def profile(self, call: Call) -> Post:
        """The actor as it describes itself."""
        answer, actor = _actor(call)
        about = plain(string(actor, "summary"))
        fields = [(string(f, "name"), plain(string(f, "value"))) for f in _many(actor, "attachment")]
        lines = [string(actor, "name"), about.text, *(f"{name}: {value.text}" for name, value in fields if name)]
        pictures = [(kind, string(obj(actor, kind), "url")) for kind in ("icon", "image")]
        return Post(
            number=1,
            source_id=string(actor, "id"),
            author=string(actor, "preferredUsername"),
            authorship=Authorship.OWN,
            time=None,
            text="\n".join(line for line in lines if line),
            links=(*about.links, *(link for _, value in fields for link in value.links)),
            media=tuple(Media(type="image", url=url, alt=kind) for kind, url in pictures if url),
            record_id=call.web.keep(answer),
        )

    def posts(self, call: Call) -> None:
        """The actor's public activities, newest first."""
        answer, actor = _actor(call)
        call.keep_shown(answer, {key: actor[key] for key in _IDENTITY if key in actor})
        outbox = string(actor, "outbox")
        named = address("", outbox)
        if named is None or named.netloc.lower() != urlsplit(answer.url).netloc.lower():
            call.stop(Fault("outbox_elsewhere"))
        answer, page = call.ask(outbox, ACCEPT)
        first = page.get("first")
        if isinstance(first, str):
            call.keep_shown(answer, {key: page[key] for key in ("id", "type", "totalItems", "first") if key in page})
        url: str | None = first if isinstance(first, str) else None
        if isinstance(first, dict) or "orderedItems" in page:
            url = _page(call, answer, first if isinstance(first, dict) else page, string(actor, "id"), outbox)
        elif url is None and not (isinstance(page.get("totalItems"), int) and page["totalItems"] == 0):
            call.stop(Fault("unexpected_json"))
        elif url is None:
            call.web.keep(answer)
        while url is not None:
            named = address(outbox, url)
            if named is None:
                call.stop(Fault("unexpected_json"))
            answer, page = call.ask(named.geturl(), ACCEPT)
            url = _page(call, answer, page, string(actor, "id"), outbox)


@enforces(Control.PLAN_ONLY)
def _actor(call: Call) -> tuple[Answer, Json]:
    """The declared account's actor.

    Steps: (1) the handle's own host is asked where the actor is; (2) another host is admitted, on the record; (3) the
    actor is at the very address that was named and bears the declared name.
    """
    account = call.account
    base = f"{urlsplit(account.target).scheme or 'https'}://{account.host}"
    resource = urlencode({"resource": f"acct:{account.user}@{account.host}"})
    answer, found = call.ask(
        f"{base}/.well-known/webfinger?{resource}", "application/jrd+json, application/json"
    )  # (1)
    addresses = [
        string(link, "href")
        for link in objs(found, "links")
        if string(link, "rel") == "self" and "json" in string(link, "type")
    ]
    if not addresses:
        call.stop(Fault("no_actor"))
    named_by = call.web.keep(answer)
    named = address("", addresses[0])
    if named is None:
        call.stop(Fault("unexpected_json"))
    if named.netloc.lower() != account.host.lower():  # (2)
        call.admit(addresses[0], shown_by=named_by)
    answer, actor = call.ask(addresses[0], ACCEPT)
    if string(actor, "type") in _GONE:
        call.web.keep(answer)
        call.end(StepOutcome.NOT_FOUND, "account_deleted")
    name = string(actor, "preferredUsername")
    if string(actor, "id") != addresses[0] or name.casefold() != account.user.casefold():  # (3)
        call.stop(Fault("other_account"))
    return answer, actor


def _page(call: Call, answer: Answer, page: Json, actor: str, outbox: str) -> str | None:
    """Sort one page; returns the next one's address, on the outbox's own host only."""
    if "orderedItems" not in page and "items" not in page:
        call.stop(Fault("unexpected_json"))
    raw: Any = page.get("orderedItems", page.get("items"))
    # a list of one may stand there as the thing itself (JSON-LD), and an item as its address
    items = [item if isinstance(item, dict) else {"id": item} for item in (raw if isinstance(raw, list) else [raw])]
    envelope = {key: page[key] for key in ("id", "type", "partOf", "next") if key in page}
    call.page(answer, items, lambda item: _take(call, item, actor), lambda kept: {**envelope, "orderedItems": kept})
    if items and all(call.tally.window.precedes(_time(item)) for item in items):
        return None  # newest first: everything further on is older than the window
    more = string(page, "next")
    target = address(outbox, more)
    same = target is not None and target.netloc.lower() == urlsplit(outbox).netloc.lower()
    return call.next(target.geturl()) if target is not None and same else None


def _take(call: Call, activity: Json, actor: str) -> bool:
    kind, item = string(activity, "type"), obj(activity, "object")
    by = string(activity, "actor") or string(obj(activity, "actor"), "id")
    audience = _audience(item) or _audience(activity)
    if by != actor or kind not in ("Create", "Announce") or not audience & _PUBLIC or string(item, "type") in _GONE:
        return call.leave_out()
    if kind == "Create" and strings(item, "attributedTo") not in ([actor], []):
        return call.leave_out()
    source = (string(item, "id") or string(activity, "object")) if kind == "Create" else ""
    name = call.account.user
    return call.tally.take(
        source or string(activity, "id"),
        _time(activity),
        lambda n: _post(activity, n, source, name, own=kind == "Create"),
    )


def _post(activity: Json, n: int, source: str, name: str, *, own: bool) -> Post:
    item = obj(activity, "object")
    content = plain(string(item, "content"))
    options = [string(o, "name") for o in (*_many(item, "oneOf"), *_many(item, "anyOf"))]
    parts = [string(item, "name"), string(item, "summary"), content.text, *(f"- {o}" for o in options if o)]
    named = string(activity, "object") or string(item, "id")
    return Post(
        number=n,
        source_id=source or string(activity, "id"),
        author=name if own else string(item, "attributedTo"),
        authorship=Authorship.OWN if own else Authorship.SHARED,
        time=_time(activity),
        text="\n".join(part for part in parts if part),
        links=content.links if own else tuple(link for link in (named,) if link),
        media=tuple(
            Media(type=string(m, "mediaType") or "unknown", url=string(m, "url"), alt=string(m, "name"))
            for m in _many(item, "attachment")
        ),
        reply_to=string(item, "inReplyTo"),
        quotes=string(item, "quote") or string(item, "quoteUrl"),
    )


def _audience(source: Json) -> set[str]:
    return {*strings(source, "to"), *strings(source, "cc")}


def _many(source: Json, key: str) -> list[Json]:
    value = source.get(key)
    return [value] if isinstance(value, dict) else objs(source, key)


def _time(activity: Json) -> datetime | None:
    return moment(string(obj(activity, "object"), "published") or string(activity, "published"))
