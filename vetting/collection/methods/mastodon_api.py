"""Mastodon-compatible public API, unauthenticated: account lookup and the account's public statuses.

Follows the documented `Link: rel="next"` of the statuses list, or `max_id` where a compatible server sends no Link
header. Boosts are somebody else's words (`shared`). Statuses that are not public or unlisted are never kept, should a
server hand them out.
"""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode, urljoin, urlsplit

from requests.utils import parse_header_links

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits, StepAction
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from schemas.window import Window
from vetting.collection.bodies import well_formed
from vetting.collection.methods.base import Tally, ended, ended_by, ended_with_items
from vetting.collection.text import plain
from vetting.collection.web import Answer, Fault, Web

PAGE_SIZE = 40
"""The API's own maximum; always asked for, so that requests are the same for everybody."""
ACCEPT = "application/json"
_METHOD = Method.MASTODON_API
_PUBLIC = frozenset({"public", "unlisted"})
_IDENTITY = ("id", "username", "acct", "url", "locked")

Json = dict[str, Any]


class MastodonCollector:
    """Collects one account of one instance."""

    def collect(
        self, action: StepAction, account: DeclaredAccount, window: Window, limits: Limits, web: Web
    ) -> Capture:
        """Carry out a `profile` or `posts` step."""
        if action not in (StepAction.PROFILE, StepAction.POSTS) or not account.user:
            return ended(web, _METHOD, StepOutcome.NOT_APPLICABLE, "step_does_not_fit")
        found = _find(account, web)
        if isinstance(found, Fault):
            return ended_by(web, _METHOD, found)
        base, answer, profile = found
        if profile.get("suspended") is True:
            web.keep_part(answer, _dumped(_identity(profile)), media_type=ACCEPT, left_out=1)
            return ended(web, _METHOD, StepOutcome.NOT_PUBLIC, "account_suspended")
        if action is StepAction.PROFILE:
            post = _profile_post(profile, web.keep(answer))
            return ended(web, _METHOD, StepOutcome.CAPTURED, posts=(post,))
        # the plan's profile step keeps the profile; this step needs only to show which account the statuses are of
        web.keep_part(answer, _dumped(_identity(profile)), media_type=ACCEPT, left_out=1)
        return self._statuses(base, profile, Tally(window, limits), web)

    def _statuses(self, base: str, profile: Json, tally: Tally, web: Web) -> Capture:
        account_id = _string(profile, "id")
        path = f"/api/v1/accounts/{quote(account_id, safe='')}/statuses"
        url: str | None = f"{base}{path}?{urlencode({'limit': PAGE_SIZE})}"
        pages = 0
        stopped_by = ""
        while url is not None and not stopped_by:
            answer = web.get(url, accept=ACCEPT)
            if isinstance(answer, Fault):
                return ended_by(web, _METHOD, answer, later_page=pages > 0)
            statuses = _json_list(answer)
            if isinstance(statuses, Fault):
                return ended_by(web, _METHOD, statuses)
            pages += 1
            _keep_page(statuses, answer, account_id, tally, web)
            url = _next_page(answer, statuses, f"{base}{path}")
            if statuses and all(tally.window.precedes(_time(s)) for s in statuses):
                url = None  # the list is newest first: everything further on is older than the window
            if url is not None and (tally.full or len(tally.posts) >= tally.limits.max_items):
                stopped_by = "item_limit"
            elif url is not None and pages >= tally.limits.max_pages:
                stopped_by = "page_limit"
        stopped_by = stopped_by or ("item_limit" if tally.full else "")
        if not tally.posts and not tally.left_out and profile.get("locked") is True:
            return ended(web, _METHOD, StepOutcome.NOT_PUBLIC, "account_locked")
        return ended_with_items(web, _METHOD, tally, stopped_by)


def _find(account: DeclaredAccount, web: Web) -> tuple[str, Answer, Json] | Fault:
    """The instance's address, and its answer to who the account is."""
    base = f"{urlsplit(account.target).scheme or 'https'}://{account.host}"
    answer = web.get(f"{base}/api/v1/accounts/lookup?acct={quote(account.user, safe='')}", accept=ACCEPT)
    if isinstance(answer, Fault):
        return answer
    profile = _json_object(answer)
    if isinstance(profile, Fault):
        return profile
    if _string(profile, "acct").casefold() != account.user.casefold() or not _string(profile, "id"):
        # a server that answers with another person's account must not put words in the candidate's mouth
        return Fault("other_account")
    return base, answer, profile


def _keep_page(statuses: list[Json], answer: Answer, account_id: str, tally: Tally, web: Web) -> None:
    """Sort a page into kept and left out, and record what is kept of it."""
    before = len(tally.posts)
    kept = [s for s in statuses if _take(s, account_id, tally)]
    if len(kept) == len(statuses):
        record_id = web.keep(answer)
    else:
        left_out = len(statuses) - len(kept)
        record_id = web.keep_part(answer, _dumped(kept), media_type=ACCEPT, left_out=left_out)
    for index in range(before, len(tally.posts)):
        tally.posts[index] = tally.posts[index].model_copy(update={"record_id": record_id})


def _take(status: Json, account_id: str, tally: Tally) -> bool:
    if _string(status, "visibility") not in _PUBLIC:
        tally.left_out += 1
        return False
    return tally.take(_string(status, "id"), _time(status), lambda number: _status_post(status, account_id, number))


def _status_post(status: Json, account_id: str, number: int) -> Post:
    boosted = status.get("reblog")
    source: Json = boosted if isinstance(boosted, dict) else status
    author = _object(source, "account")
    own = Authorship.OWN if _string(author, "id") == account_id else Authorship.HOSTED
    authorship = own if source is status else Authorship.SHARED
    content = plain(_string(source, "content"))
    options = [_string(o, "title") for o in _objects(_object(source, "poll"), "options")]
    parts = [_string(source, "spoiler_text"), content.text, *(f"- {option}" for option in options if option)]
    return Post(
        number=number,
        source_id=_string(status, "uri") or _string(status, "id"),
        author=_string(author, "acct"),
        authorship=authorship,
        time=_time(status),
        text="\n".join(part for part in parts if part),
        links=content.links,
        media=tuple(
            Media(type=_string(m, "type") or "unknown", url=_string(m, "url"), alt=_string(m, "description"))
            for m in _objects(source, "media_attachments")
        ),
        reply_to=_string(source, "in_reply_to_id"),
        visibility=_string(status, "visibility"),
    )


def _profile_post(profile: Json, record_id: str) -> Post:
    note = plain(_string(profile, "note"))
    fields = [(_string(f, "name"), plain(_string(f, "value"))) for f in _objects(profile, "fields")]
    lines = [
        _string(profile, "display_name"),
        note.text,
        *(f"{name}: {value.text}" for name, value in fields),
    ]
    pictures = [(kind, _string(profile, kind)) for kind in ("avatar", "header")]
    return Post(
        number=1,
        source_id=_string(profile, "url") or _string(profile, "id"),
        author=_string(profile, "acct"),
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
                target = urljoin(answer.url, link.get("url", ""))
                same = urlsplit(target)._replace(query="", fragment="").geturl() == list_url
                return target if same and target != answer.url else None
        return None
    if len(statuses) < PAGE_SIZE:
        return None
    return f"{list_url}?{urlencode({'limit': PAGE_SIZE, 'max_id': _string(statuses[-1], 'id')})}"


def _json(answer: Answer) -> Any:
    """The answer's JSON value; `None` for anything that is none."""
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError):
        return None


def _json_object(answer: Answer) -> Json | Fault:
    value = _json(answer)
    return value if isinstance(value, dict) else Fault("malformed_json" if value is None else "unexpected_json")


def _json_list(answer: Answer) -> list[Json] | Fault:
    value = _json(answer)
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    return Fault("malformed_json" if value is None else "unexpected_json")


def _dumped(value: Any) -> bytes:
    # escaped, so that what no encoding can write stays as the server wrote it
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _identity(profile: Json) -> Json:
    return {key: profile[key] for key in _IDENTITY if key in profile}


def _string(source: Json, key: str) -> str:
    value = source.get(key)
    return well_formed(value) if isinstance(value, str) else ""


def _object(source: Json, key: str) -> Json:
    value = source.get(key)
    return value if isinstance(value, dict) else {}


def _objects(source: Json, key: str) -> list[Json]:
    value = source.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _time(status: Json) -> datetime | None:
    try:
        moment = datetime.fromisoformat(_string(status, "created_at"))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
