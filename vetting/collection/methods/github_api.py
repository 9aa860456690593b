"""GitHub's documented public REST interface: profile, and the issues and pull requests that the account opened.

A key is not needed; with the agency's own the allowed rate is higher. Stars, followers, events and code are not asked
for. The interface gives at most a thousand results of a search: more than that is said as `service_limit`.
"""

from datetime import datetime
from urllib.parse import quote, urlencode

from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, moment, number, obj, string
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 100
ACCEPT = "application/vnd.github+json"
_MOST = 1000
_KINDS = ("issue", "pull-request")


class GitHubCollector(ApiCollector):
    """Collects one GitHub account."""

    method = Method.GITHUB_API

    def profile(self, call: Call) -> Post:
        """Name, description and links of the account."""
        answer, user = _user(call)
        links = [string(user, "html_url"), string(user, "blog")]
        picture = string(user, "avatar_url")
        return Post(
            number=1,
            source_id=string(user, "html_url") or number(user, "id"),
            author=string(user, "login"),
            authorship=Authorship.OWN,
            time=None,
            text="\n".join(text for key in ("name", "bio", "company") if (text := string(user, key))),
            links=tuple(link for link in links if link),
            media=(Media(type="image", url=picture, alt="avatar"),) if picture else (),
            record_id=call.web.keep(answer),
        )

    def posts(self, call: Call) -> None:
        """Issues first, then pull requests, each newest first."""
        answer, user = _user(call)
        login = string(user, "login")
        call.keep_shown(answer, {"id": user.get("id"), "login": login})
        cut = ""
        for kind in _KINDS:
            page = 1
            url = call.next(_address(call, login, kind, page))
            while url is not None:
                answer, found = call.ask(url, ACCEPT)
                items = call.items(found, "items")
                call.page(answer, items, lambda item: _take(call, item, login), lambda kept: {"items": kept})
                total = found.get("total_count")
                more = isinstance(total, int) and page * PAGE_SIZE < min(total, _MOST)
                if not more and isinstance(total, int) and total > _MOST:
                    cut = "service_limit"
                if found.get("incomplete_results") is True:
                    cut = "incomplete_results"
                page += 1
                more = more and not call.all_older(_time(item) for item in items)
                url = call.next(_address(call, login, kind, page) if more else None)
        call.stopped_by = call.stopped_by or cut

    def judged(self, fault: Fault) -> Fault:
        """A used-up rate is stated as 403, which is no statement about the account."""
        if fault.status == 401:
            return Fault("api_key_refused")
        return Fault("rate_limited") if fault.status == 403 and b"rate limit" in fault.body.lower() else fault


def _user(call: Call) -> tuple[Answer, Json]:
    wanted = call.account.user
    answer, user = call.ask(f"{call.service()}/users/{quote(wanted, safe='')}", ACCEPT)
    if string(user, "login").casefold() != wanted.casefold():
        call.stop(Fault("other_account"))
    return answer, user


def _address(call: Call, login: str, kind: str, page: int) -> str:
    query = {"q": f"author:{login} is:{kind}", "sort": "created", "order": "desc", "per_page": PAGE_SIZE, "page": page}
    return f"{call.service()}/search/issues?{urlencode(query)}"


def _take(call: Call, item: Json, login: str) -> bool:
    if string(obj(item, "user"), "login") != login:
        return call.leave_out()
    return call.tally.take(string(item, "html_url") or number(item, "id"), _time(item), lambda n: _post(item, n, login))


def _post(item: Json, n: int, login: str) -> Post:
    address = string(item, "html_url")
    return Post(
        number=n,
        source_id=address or number(item, "id"),
        author=login,
        authorship=Authorship.OWN,
        time=_time(item),
        text="\n\n".join(part for key in ("title", "body") if (part := string(item, key).strip())),
        links=(address,) if address else (),
    )


def _time(item: Json) -> datetime | None:
    return moment(string(item, "created_at"))
