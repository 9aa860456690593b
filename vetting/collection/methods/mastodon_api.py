"""Mastodon-compatible public API, unauthenticated: account lookup and the account's public statuses.

Follows the documented `Link: rel="next"` of the statuses list, or `max_id` where a compatible server sends no Link
header. Boosts are somebody else's words (`shared`). Statuses that are not public or unlisted are never kept, should a
server hand them out.
"""

from datetime import datetime
from urllib.parse import quote, urlencode, urlsplit

from requests.utils import parse_header_links

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, address, moment, obj, objs, string
from vetting.collection.text import plain
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 40
"""The API's own maximum; always asked for, so that requests are the same for everybody."""
_PUBLIC = frozenset({"public", "unlisted"})
_IDENTITY = ("id", "username", "acct", "url", "locked")


class MastodonCollector(ApiCollector):
    """Collects one account of one instance."""

    method = Method.MASTODON_API

    def profile(self, call: Call) -> Post:
        """The account as the instance shows it."""
        _, answer, profile = _find(call)
        return _profile_post(profile, call.web.keep(answer))

    def posts(self, call: Call) -> None:
        """The account's public statuses."""
        base, answer, profile = _find(call)
        # the plan's profile step keeps the profile; this step needs only to show which account the statuses are of
        call.keep_shown(answer, _identity(profile))
        account_id = string(profile, "id")
        list_url = f"{base}/api/v1/accounts/{quote(account_id, safe='')}/statuses"
        url: str | None = f"{list_url}?{urlencode({'limit': PAGE_SIZE})}"
        while url is not None:
            answer, statuses = call.ask_list(url)
            call.page(answer, statuses, lambda status: _take(status, account_id, call))
            url = _next_page(answer, statuses, list_url)
            if statuses and all(call.tally.window.precedes(_time(s)) for s in statuses):
                url = None  # the list is newest first: everything further on is older than the window
            url = call.next(url)
        if not call.tally.posts and not call.tally.left_out and profile.get("locked") is True:
            call.end(StepOutcome.NOT_PUBLIC, "account_locked")


def _find(call: Call) -> tuple[str, Answer, Json]:
    """The instance's address, and its answer to who the account is."""
    account = call.account
    base = f"{urlsplit(account.target).scheme or 'https'}://{account.host}"
    answer, profile = call.ask(f"{base}/api/v1/accounts/lookup?acct={quote(account.user, safe='')}")
    if string(profile, "acct").casefold() != account.user.casefold() or not string(profile, "id"):
        # a server that answers with another person's account must not put words in the candidate's mouth
        call.stop(Fault("other_account"))
    if profile.get("suspended") is True:
        call.keep_shown(answer, _identity(profile))
        call.end(StepOutcome.NOT_PUBLIC, "account_suspended")
    return base, answer, profile


def _take(status: Json, account_id: str, call: Call) -> bool:
    if string(status, "visibility") not in _PUBLIC:
        return call.leave_out()
    time = _time(status)
    return call.tally.take(string(status, "id"), time, lambda number: _status_post(status, account_id, time, number))


def _status_post(status: Json, account_id: str, time: datetime | None, number: int) -> Post:
    boosted = status.get("reblog")
    source: Json = boosted if isinstance(boosted, dict) else status
    author = obj(source, "account")
    own = Authorship.OWN if string(author, "id") == account_id else Authorship.HOSTED
    authorship = own if source is status else Authorship.SHARED
    content = plain(string(source, "content"))
    options = [string(o, "title") for o in objs(obj(source, "poll"), "options")]
    parts = [string(source, "spoiler_text"), content.text, *(f"- {option}" for option in options if option)]
    return Post(
        number=number,
        source_id=string(status, "uri") or string(status, "id"),
        author=string(author, "acct"),
        authorship=authorship,
        time=time,
        text="\n".join([part for part in parts if part]),
        links=content.links,
        media=tuple(
            [
                Media(type=string(m, "type") or "unknown", url=string(m, "url"), alt=string(m, "description"))
                for m in objs(source, "media_attachments")
            ]
        ),
        reply_to=string(source, "in_reply_to_id"),
        visibility=string(status, "visibility"),
    )


def _profile_post(profile: Json, record_id: str) -> Post:
    note = plain(string(profile, "note"))
    fields = [(string(f, "name"), plain(string(f, "value"))) for f in objs(profile, "fields")]
    lines = [
        string(profile, "display_name"),
        note.text,
        *(f"{name}: {value.text}" for name, value in fields),
    ]
    pictures = [(kind, string(profile, kind)) for kind in ("avatar", "header")]
    return Post(
        number=1,
        source_id=string(profile, "url") or string(profile, "id"),
        author=string(profile, "acct"),
        authorship=Authorship.OWN,
        time=None,
        text="\n".join(line for line in lines if line),
        links=(*note.links, *(link for _, value in fields for link in value.links)),
        media=tuple(Media(type="image", url=url, alt=kind) for kind, url in pictures if url),
        record_id=record_id,
    )


def _next_page(answer: Answer, statuses: list[Json], list_url: str) -> str | None:
    """The next page's address: only ever another page of this very list."""
    if not statuses:
        return None
    header = answer.headers.get("link", "")
    if header:
        for link in parse_header_links(header):
            if link.get("rel") == "next":
                target = address(answer.url, link.get("url", ""))
                same = target is not None and target._replace(query="", fragment="").geturl() == list_url
                return target.geturl() if target is not None and same else None
        return None
    if len(statuses) < PAGE_SIZE:
        return None
    return f"{list_url}?{urlencode({'limit': PAGE_SIZE, 'max_id': string(statuses[-1], 'id')})}"


def _identity(profile: Json) -> Json:
    return {key: profile[key] for key in _IDENTITY if key in profile}


def _time(status: Json) -> datetime | None:
    return moment(string(status, "created_at"))
