"""Stack Exchange's documented public API 2.3: a user's questions and answers, then the user's comments.

A key is not needed; with the agency's own the daily quota is larger. The interface states waits (`backoff`) in its
answers; they are kept. Votes, favourites and the user's location are not asked for.
"""

from datetime import datetime
from urllib.parse import quote, urlencode, urlsplit

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, epoch, error_code, number, obj, string
from vetting.collection.text import plain
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 100
_THROTTLED = "throttle_violation"


class StackExchangeCollector(ApiCollector):
    """Collects one user of one site."""

    method = Method.STACKEXCHANGE_API

    def profile(self, call: Call) -> Post:
        """Name and address of the user's page."""
        answer, user = _user(call)
        page = string(user, "link")
        kept = {key: user[key] for key in ("user_id", "display_name", "link", "website_url") if key in user}
        return Post(
            number=1,
            source_id=page or number(user, "user_id"),
            author=number(user, "user_id"),
            authorship=Authorship.OWN,
            time=None,
            text=plain(string(user, "display_name")).text,
            links=tuple(link for link in (page, string(user, "website_url")) if link),
            record_id=call.keep_shown(answer, {"items": [kept]}),
        )

    def posts(self, call: Call) -> None:
        """Questions and answers first, then comments, each newest first."""
        answer, user = _user(call)
        call.keep_shown(answer, {"items": [{"user_id": user.get("user_id")}]})
        for kind in ("posts", "comments"):
            page = 1
            url = call.next(_address(call, kind, page))
            while url is not None:
                answer, found = call.ask(url)
                items = call.items(found, "items")
                call.page(answer, items, lambda item: _take(call, item), lambda kept: {"items": kept})
                wait = found.get("backoff")
                if isinstance(wait, int) and not isinstance(wait, bool):
                    call.web.wait(wait)
                page += 1
                more = found.get("has_more") is True and not call.all_older(_time(item) for item in items)
                url = call.next(_address(call, kind, page) if more else None)

    def judged(self, fault: Fault) -> Fault:
        """A used-up quota is stated as 400 with a name."""
        return Fault("rate_limited") if error_code(fault, "error_name") == _THROTTLED else fault


def _user(call: Call) -> tuple[Answer, Json]:
    answer, found = call.ask(_address(call, "", 1))
    users = call.items(found, "items")
    if not users:
        call.web.keep(answer)
        call.end(StepOutcome.NOT_FOUND, "user_not_found")
    if number(users[0], "user_id") != call.account.user:
        call.stop(Fault("other_account"))
    return answer, users[0]


def _address(call: Call, kind: str, page: int) -> str:
    site = (urlsplit(call.account.target).hostname or "").removeprefix("www.")
    query: dict[str, str | int] = {"site": site}
    if kind:
        query |= {"order": "desc", "sort": "creation", "pagesize": PAGE_SIZE, "page": page, "filter": "withbody"}
    path = f"/users/{quote(call.account.user, safe='')}" + (f"/{kind}" if kind else "")
    return f"{call.service()}{path}?{urlencode(query)}"


def _take(call: Call, item: Json) -> bool:
    if number(obj(item, "owner"), "user_id") != call.account.user:
        return call.leave_out()
    return call.tally.take(_id(item), _time(item), lambda n: _post(item, n))


def _id(item: Json) -> str:
    return f"comment-{number(item, 'comment_id')}" if "comment_id" in item else f"post-{number(item, 'post_id')}"


def _post(item: Json, n: int) -> Post:
    address = string(item, "link")
    body = plain(string(item, "body"), address)
    title = plain(string(item, "title")).text
    return Post(
        number=n,
        source_id=address or _id(item),
        author=number(obj(item, "owner"), "user_id"),
        authorship=Authorship.OWN,
        time=_time(item),
        text="\n\n".join(part for part in (title, body.text) if part),
        links=tuple(dict.fromkeys((*((address,) if address else ()), *body.links))),
        media=tuple(Media(type="image", url=url, alt=alt) for url, alt in body.images),
        reply_to=f"post-{number(item, 'post_id')}" if "comment_id" in item else "",
    )


def _time(item: Json) -> datetime | None:
    return epoch(item.get("creation_date"))
