"""A simulator of a Mastodon-compatible instance: account lookup and public statuses, as its documentation describes them.

Accounts and posts are generated, so hundreds of accounts cost nothing until they are asked for, and two runs give the
same bytes. Texts are clearly synthetic.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from html import escape
from typing import Any

from tests.simulators.server import Reply, Request, Simulator, as_json

NEWEST = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
MAX_LIMIT = 40


@dataclass(frozen=True)
class SimPost:
    """One status; `content` is HTML, and is made from `text` when empty."""

    text: str
    time: datetime
    content: str = ""
    visibility: str = "public"
    boost_of: str = ""
    """`user@host` whose words these are."""
    reply_to: str = ""
    warning: str = ""
    media_alt: str | None = None
    poll: tuple[str, ...] = ()


@dataclass(frozen=True)
class SimAccount:
    """One account; posts newest first. Without `posts`, `count` posts are generated, one each `step` back from `newest`."""

    name: str
    posts: Sequence[SimPost] | None = None
    count: int = 0
    newest: datetime = NEWEST
    step: timedelta = timedelta(days=1)
    display_name: str = ""
    note: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    locked: bool = False
    suspended: bool = False
    unauthorized: bool = False
    """Statuses need a sign-in (an instance in limited federation mode)."""
    extra: dict[str, Any] = field(default_factory=dict)

    def all_posts(self) -> Sequence[SimPost]:
        """The account's posts, newest first."""
        return self.posts if self.posts is not None else _generated(self.name, self.count, self.newest, self.step)


@lru_cache(maxsize=4096)
def _generated(name: str, count: int, newest: datetime, step: timedelta) -> tuple[SimPost, ...]:
    return tuple(
        SimPost(f"Synthetic post {count - index} of {name}: weather, gardening & <tools>.", newest - index * step)
        for index in range(count)
    )


def accounts(count: int, posts: int, *, prefix: str = "synthetic") -> list[SimAccount]:
    """So many accounts with so many generated posts each."""
    return [SimAccount(f"{prefix}{number:04d}", count=posts) for number in range(1, count + 1)]


class FediverseSim(Simulator):
    """One instance. `link_header=False` makes it a compatible server that leaves the Link header out."""

    def __init__(self, accounts: Iterable[SimAccount] = (), *, link_header: bool = True) -> None:
        super().__init__()
        self.accounts = {account.name.casefold(): account for account in accounts}
        self.link_header = link_header
        self._ids: dict[str, str] = {}
        self._pages: dict[str, Reply] = {}
        for account in self.accounts.values():
            self._ids[self.id_of(account.name)] = account.name.casefold()

    @staticmethod
    def id_of(name: str) -> str:
        """The account id that the instance uses."""
        return str(110_000_000_000_000_000 + int.from_bytes(sha256(name.casefold().encode()).digest()[:6], "big"))

    def statuses_path(self, name: str) -> str:
        """Path of an account's statuses, to plant faults on."""
        return f"/api/v1/accounts/{self.id_of(name)}/statuses"

    lookup_path = "/api/v1/accounts/lookup"

    def reply(self, request: Request) -> Reply:
        """Answer as the instance would; pages are kept once made."""
        if request.target in self._pages:
            return self._pages[request.target]
        made = self._made(request)
        if len(self._pages) < 20_000:
            self._pages[request.target] = made
        return made

    def _made(self, request: Request) -> Reply:
        if request.path == self.lookup_path:
            account = self.accounts.get(request.query.get("acct", "").casefold())
            return as_json(self._account(account)) if account else as_json({"error": "Record not found"}, 404)
        parts = request.path.split("/")
        if len(parts) == 6 and parts[:4] == ["", "api", "v1", "accounts"] and parts[5] == "statuses":
            account = self.accounts.get(self._ids.get(parts[4], ""))
            if account is None:
                return as_json({"error": "Record not found"}, 404)
            if account.unauthorized:
                return as_json({"error": "This method requires an authenticated user"}, 401)
            return self._statuses(account, request)
        return as_json({"error": "Not found"}, 404)

    def _statuses(self, account: SimAccount, request: Request) -> Reply:
        limit = max(1, min(int(request.query.get("limit", "20")), MAX_LIMIT))
        before = request.query.get("max_id")
        posts = () if account.locked and not account.posts else account.all_posts()
        numbered = [(self._status_id(len(posts) - index), post) for index, post in enumerate(posts)]
        if before is not None:
            numbered = [(i, p) for i, p in numbered if int(i) < int(before)]
        page = numbered[:limit]
        reply = as_json([self._status(account, i, p) for i, p in page])
        if not page or not self.link_header:
            return reply
        base = f"{self.base_url}{request.path}?limit={limit}"
        # as the real server does, a full page names a next one even if that turns out empty
        links = [f'<{base}&min_id={page[0][0]}>; rel="prev"']
        if len(page) == limit:
            links.insert(0, f'<{base}&max_id={page[-1][0]}>; rel="next"')
        return Reply(reply.status, reply.body, reply.content_type, {"Link": ", ".join(links)})

    @staticmethod
    def _status_id(number: int) -> str:
        return str(112_000_000_000_000_000 + number)

    def _account(self, account: SimAccount) -> dict[str, Any]:
        url = f"{self.base_url}/@{account.name}"
        return {
            "id": self.id_of(account.name),
            "username": account.name,
            "acct": account.name,
            "display_name": account.display_name or f"Synthetic {account.name}",
            "locked": account.locked,
            "bot": False,
            "created_at": "2020-01-01T00:00:00.000Z",
            "note": account.note,
            "url": url,
            "uri": f"{self.base_url}/users/{account.name}",
            "avatar": f"{self.base_url}/avatars/missing.png",
            "header": "",
            "followers_count": 0,
            "following_count": 0,
            "statuses_count": len(account.all_posts()),
            "emojis": [],
            "fields": [{"name": name, "value": value, "verified_at": None} for name, value in account.fields],
            **({"suspended": True} if account.suspended else {}),
            **account.extra,
        }

    def _status(self, account: SimAccount, status_id: str, post: SimPost) -> dict[str, Any]:
        own: dict[str, Any] = {
            "id": status_id,
            "created_at": post.time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "in_reply_to_id": post.reply_to or None,
            "sensitive": bool(post.warning),
            "spoiler_text": post.warning,
            "visibility": post.visibility,
            "language": "en",
            "uri": f"{self.base_url}/users/{account.name}/statuses/{status_id}",
            "url": f"{self.base_url}/@{account.name}/{status_id}",
            "content": post.content or f"<p>{escape(post.text)}</p>",
            "reblog": None,
            "account": self._account(account),
            "media_attachments": [],
            "mentions": [],
            "tags": [],
            "emojis": [],
            "card": None,
            "poll": {"options": [{"title": option} for option in post.poll]} if post.poll else None,
        }
        if post.media_alt is not None:
            url = f"{self.base_url}/media/{status_id}.png"
            own["media_attachments"] = [{"id": "1", "type": "image", "url": url, "description": post.media_alt}]
        if post.boost_of:
            words = {**own, "id": f"9{status_id}", "account": {"id": "1", "acct": post.boost_of}}
            return {**own, "content": "", "reblog": words}
        return own
