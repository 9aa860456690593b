"""Reddit's documented API with the agency's own application-only access: a user, then submissions and comments.

Application-only access (`client_credentials`) has no user: it reads what everybody can read. Votes, saved and hidden
items, friends and messages need a user and are not asked for. What moderators, the service or the author removed, and
what stands in a community that is not open to all, is not kept. The interface lists the newest 1000 of each kind.
"""

from datetime import datetime
from urllib.parse import quote, urlencode

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, epoch, obj, objs, string
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 100
"""The interface's own maximum; always asked for."""
_KINDS = ("submitted", "comments")
_MOST_PAGES = 10
"""The interface lists so many pages at most."""
_OPEN = frozenset({"", "public", "restricted", "user", "archived"})
"""Kinds of community that everybody can read; `user` is a profile."""
_GONE = frozenset({"[removed]", "[deleted]", "[ Removed by Reddit ]"})
_LOW = 1.0
"""Requests left in the period below which the period's end is waited for."""
_IMAGES = ("i.redd.it", "i.imgur.com")


class RedditCollector(ApiCollector):
    """Collects one user."""

    method = Method.REDDIT_API

    def profile(self, call: Call) -> Post:
        """Title and description of the user's public profile."""
        answer, user = _user(call)
        page = obj(user, "subreddit")
        about = {
            "name": string(user, "name"),
            "subreddit": {k: string(page, k) for k in ("title", "public_description")},
        }
        texts = (string(page, "title"), string(page, "public_description"))
        return Post(
            number=1,
            source_id=f"https://www.reddit.com/user/{about['name']}",
            author=string(user, "name"),
            authorship=Authorship.OWN,
            time=None,
            text="\n".join(text for text in texts if text),
            record_id=call.keep_shown(answer, {"data": about}),
        )

    def posts(self, call: Call) -> None:
        """Submissions first, then comments, each newest first."""
        answer, user = _user(call)
        name = string(user, "name")
        call.keep_shown(answer, {"data": {"name": name}})
        cut = ""
        for kind in _KINDS:
            after, page = "", 1
            url = call.next(_address(call, kind, after))
            while url is not None:
                answer, found = call.ask(url)
                _keep_rate(call, answer)
                items = [obj(child, "data") for child in call.items(found, "data", "children")]
                call.page(answer, items, lambda item: _take(call, item, name), _envelope)
                after = string(obj(found, "data"), "after")
                if not after and page >= _MOST_PAGES:
                    cut = "service_limit"
                page += 1
                more = after and not call.all_older(_time(item) for item in items)
                url = call.next(_address(call, kind, after) if more else None)
        call.stopped_by = call.stopped_by or cut

    def judged(self, fault: Fault) -> Fault:
        """401 speaks of the agency's access; 403 and 404 of the account."""
        return Fault("api_key_refused") if fault.status == 401 else fault


def _user(call: Call) -> tuple[Answer, Json]:
    """The declared user; one that is suspended is stated with HTTP 200 and little else."""
    wanted = call.account.user
    answer, found = call.ask(f"{call.service()}/user/{quote(wanted, safe='')}/about?raw_json=1")
    _keep_rate(call, answer)
    user = obj(found, "data")
    if string(user, "name").casefold() != wanted.casefold():
        call.stop(Fault("other_account"))
    if user.get("is_suspended") is True:
        call.keep_shown(answer, {"data": {"name": string(user, "name"), "is_suspended": True}})
        call.end(StepOutcome.NOT_PUBLIC, "account_suspended")
    return answer, user


def _address(call: Call, kind: str, after: str) -> str:
    query = {"limit": PAGE_SIZE, "sort": "new", "raw_json": 1, **({"after": after} if after else {})}
    return f"{call.service()}/user/{quote(call.account.user, safe='')}/{kind}?{urlencode(query)}"


def _keep_rate(call: Call, answer: Answer) -> None:
    """Wait for the end of the period when the interface says that no request is left in it."""
    left, reset = (_seconds(answer.headers.get(f"x-ratelimit-{name}", "")) for name in ("remaining", "reset"))
    if left is not None and reset is not None and left < _LOW:
        call.web.wait(reset)


def _seconds(value: str) -> float | None:
    text = value.strip()
    return float(text[:12]) if text.isascii() and text.replace(".", "", 1).isdigit() else None


def _take(call: Call, item: Json, name: str) -> bool:
    if string(item, "author").casefold() != name.casefold() or not _public(item):
        return call.leave_out()
    return call.tally.take(string(item, "name") or string(item, "id"), _time(item), lambda n: _post(item, n))


def _public(item: Json) -> bool:
    """Whether everybody can read it still."""
    removed = item.get("removed_by_category") or item.get("hidden") is True
    gone = {string(item, "selftext").strip(), string(item, "body").strip()} & _GONE
    return not removed and not gone and string(item, "subreddit_type") in _OPEN


def _envelope(kept: list[Json]) -> Json:
    return {"kind": "Listing", "data": {"children": [{"data": item} for item in kept]}}


def _post(item: Json, n: int) -> Post:
    path, linked = string(item, "permalink"), string(item, "url")
    page = f"https://www.reddit.com{path}" if path.startswith("/") else ""
    crossposted = objs(item, "crosspost_parent_list")
    outside = linked if item.get("is_self") is False and linked.startswith("http") else ""
    image = outside if outside.split("/")[2:3] and outside.split("/")[2] in _IMAGES else ""
    parts = [string(item, "title"), string(item, "selftext") if not crossposted else "", string(item, "body")]
    return Post(
        number=n,
        source_id=page or string(item, "name"),
        author=string(item, "author"),
        authorship=Authorship.OWN,
        time=_time(item),
        text="\n\n".join(part for text in parts if (part := text.strip())),
        links=tuple(dict.fromkeys(link for link in (page, outside) if link)),
        media=(Media(type="image", url=image),) if image else (),
        # the comment or submission that is answered; whose words they are is not told here, and they are not taken
        reply_to=string(item, "parent_id"),
        quotes=string(item, "crosspost_parent"),
    )


def _time(item: Json) -> datetime | None:
    return epoch(item.get("created_utc"))
