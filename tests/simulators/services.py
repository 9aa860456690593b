"""Simulators of documented public interfaces: GitHub, Stack Exchange, YouTube, Tumblr, Flickr, X and Reddit.

Each has the same accounts by name, with so many items each, newest first. Those that need a key answer 401 without
the right one, as the documentation says.
"""

import base64
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from schemas.account import DeclaredAccount
from schemas.platform import Method, Service, ServiceRole
from tests.simulators.server import Reply, Request, Simulator, as_json

NEWEST = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
KEY = "synthetic-agency-key-0001"
SECRET = "synthetic-app-secret-0002"
Json = dict[str, Any]


def iso(number: int, count: int) -> str:
    """Time of an item: the last is the newest, one an hour."""
    return (NEWEST - timedelta(hours=count - number)).strftime("%Y-%m-%dT%H:%M:%SZ")


def epoch(number: int, count: int) -> int:
    """The same in seconds since 1970."""
    return int((NEWEST - timedelta(hours=count - number)).timestamp())


class ServiceSim(Simulator):
    """One interface. `change(item)` may replace an item; `extra` is merged into the account."""

    method: ClassVar[Method]
    prefix: ClassVar[str] = ""
    home: ClassVar[str] = "https://service.test"
    key: ClassVar[str] = KEY
    """What the agency's file holds for it."""

    def __init__(
        self, accounts: Mapping[str, int], *, change: Callable[[int, Json], Json] | None = None, **extra: Any
    ) -> None:
        super().__init__()
        self.accounts = dict(accounts)
        self.change = change or (lambda _, item: item)
        self.extra = extra

    def declared(self, name: str) -> DeclaredAccount:
        """The account as a declaration resolves it."""
        return DeclaredAccount(
            id="C1.A1", platform="test", method=self.method, host="service.test", target=f"{self.home}/{name}", user=name,
            services=(Service(role=ServiceRole.API, url=f"{self.base_url}{self.prefix}"),),
        )  # fmt: skip

    def list_key(self, name: str) -> str:
        """What faults of an account's list are planted on."""
        raise NotImplementedError

    def made(self, name: str, make: Callable[[int, int], Json]) -> list[Json]:
        """An account's items, newest first."""
        count = self.accounts[name]
        return [self.change(n, make(n, count)) for n in range(count, 0, -1)]


class GitHubSim(ServiceSim):
    """Users, and issues by search; every account has issues only."""

    method = Method.GITHUB_API

    def key_of(self, request: Request) -> str:
        """Searches are told apart by kind."""
        return f"{request.path}#{request.query.get('q', '').partition(' ')[2]}"

    def list_key(self, name: str) -> str:
        return "/search/issues#is:issue"

    def reply(self, request: Request) -> Reply:
        if request.path.startswith("/users/"):
            name = request.path.removeprefix("/users/")
            if name not in self.accounts:
                return as_json({"message": "Not Found"}, 404)
            return as_json({"id": 1, "login": name, "name": "Synthia", "bio": "About nothing", **self.extra})
        author, _, kind = request.query["q"].removeprefix("author:").partition(" ")
        page, size = int(request.query["page"]), int(request.query["per_page"])
        items = self.made(author, lambda n, count: self._issue(author, n, count)) if kind == "is:issue" else []
        chosen = items[(page - 1) * size : page * size]
        return as_json({"total_count": len(items), "incomplete_results": False, "items": chosen})

    def _issue(self, author: str, n: int, count: int) -> Json:
        return {"html_url": f"https://github.test/o/r/issues/{n}", "title": f"Item {n}", "body": f"Body {n} — 漢字",
                "user": {"login": author}, "created_at": iso(n, count)}  # fmt: skip


class StackExchangeSim(ServiceSim):
    """Users by number, posts and comments; every account has posts only."""

    method = Method.STACKEXCHANGE_API
    prefix = "/2.3"
    backoff = 0

    def list_key(self, name: str) -> str:
        return f"/2.3/users/{name}/posts"

    def reply(self, request: Request) -> Reply:
        name, _, kind = request.path.removeprefix("/2.3/users/").partition("/")
        if not kind:
            found = [{"user_id": int(name), "display_name": "Synthia &amp; Co", "link": f"https://s.test/users/{name}"}]
            return as_json({"items": found if name in self.accounts else [], "has_more": False})
        page, size = int(request.query["page"]), int(request.query["pagesize"])
        items = self.made(name, lambda n, count: self._post(name, n, count)) if kind == "posts" else []
        more = {"backoff": self.backoff} if self.backoff else {}
        chosen = items[(page - 1) * size : page * size]
        return as_json({"items": chosen, "has_more": len(items) > page * size, "quota_remaining": 9, **more})

    def _post(self, name: str, n: int, count: int) -> Json:
        return {"post_id": n, "post_type": "answer", "owner": {"user_id": int(name)}, "link": f"https://s.test/a/{n}",
                "title": f"Item {n}", "body": f"<p>Body {n} — 漢字</p>", "creation_date": epoch(n, count)}  # fmt: skip


class YouTubeSim(ServiceSim):
    """Channels and the list of their uploads."""

    method = Method.YOUTUBE_API
    prefix = "/youtube/v3"

    def key_of(self, request: Request) -> str:
        """Lists are told apart by channel."""
        return f"{request.path}#{request.query.get('playlistId', '')}"

    def list_key(self, name: str) -> str:
        return f"/youtube/v3/playlistItems#UU{name}"

    def reply(self, request: Request) -> Reply:
        if request.headers.get("X-Goog-Api-Key") != KEY:
            return as_json({"error": {"code": 400, "details": [{"reason": "API_KEY_INVALID"}]}}, 400)
        if request.path.endswith("/channels"):
            name = request.query["id"]
            about = {"title": "Synthia", "description": "About nothing"}
            channel = {"id": name, "snippet": about, "contentDetails": {"relatedPlaylists": {"uploads": f"UU{name}"}}}
            return as_json({"items": [{**channel, **self.extra}]} if name in self.accounts else {"pageInfo": {}})
        name = request.query["playlistId"].removeprefix("UU")
        start, size = int(request.query.get("pageToken", "T0")[1:]), int(request.query["maxResults"])
        items = self.made(name, lambda n, count: self._video(name, n, count))
        more = {"nextPageToken": f"T{start + size}"} if start + size < len(items) else {}
        return as_json({"items": items[start : start + size], **more})

    def _video(self, name: str, n: int, count: int) -> Json:
        about = {"publishedAt": iso(n, count), "channelId": name, "videoOwnerChannelId": name, "title": f"Item {n}",
                 "description": f"Body {n} — 漢字", "resourceId": {"videoId": f"v{n}"}}  # fmt: skip
        return {
            "snippet": about,
            "contentDetails": {"videoPublishedAt": iso(n, count)},
            "status": {"privacyStatus": "public"},
        }


class TumblrSim(ServiceSim):
    """Blogs and their posts in block form."""

    method = Method.TUMBLR_API
    prefix = "/v2"

    def list_key(self, name: str) -> str:
        return f"/v2/blog/{name}.tumblr.com/posts"

    def reply(self, request: Request) -> Reply:
        if request.query.get("api_key") != KEY:
            return as_json({"meta": {"status": 401, "msg": "Unauthorized"}}, 401)
        name, _, kind = request.path.removeprefix("/v2/blog/").partition(".tumblr.com/")
        if name not in self.accounts:
            return as_json({"meta": {"status": 404, "msg": "Not Found"}}, 404)
        if kind == "info":
            blog = {
                "name": name,
                "title": "Synthia",
                "description": "About <b>nothing</b>",
                "url": f"https://{name}.t.test/",
            }
            return as_json({"meta": {"status": 200}, "response": {"blog": {**blog, **self.extra}}})
        start, size = int(request.query["offset"]), int(request.query["limit"])
        items = self.made(name, lambda n, count: self._post(name, n, count))
        return as_json({"response": {"posts": items[start : start + size], "total_posts": len(items)}})

    def _post(self, name: str, n: int, count: int) -> Json:
        blocks = [{"type": "text", "text": f"Item {n}"}, {"type": "text", "text": f"Body {n} — 漢字"}]
        return {"id_string": str(n), "blog_name": name, "post_url": f"https://t.test/{n}", "timestamp": epoch(n, count),
                "state": "published", "content": blocks, "trail": []}  # fmt: skip


class FlickrSim(ServiceSim):
    """People and public photographs; errors are HTTP 200 with a number."""

    method = Method.FLICKR_API
    prefix = "/services/rest"

    def key_of(self, request: Request) -> str:
        """One path serves all methods."""
        return request.query.get("method", "")

    def list_key(self, name: str) -> str:
        return "flickr.people.getPublicPhotos"

    def reply(self, request: Request) -> Reply:
        name = request.query["user_id"]
        if request.query.get("api_key") != KEY:
            return as_json({"stat": "fail", "code": 100, "message": "Invalid API Key"})
        if name not in self.accounts:
            return as_json({"stat": "fail", "code": 1, "message": "User not found"})
        if request.query["method"] == "flickr.people.getInfo":
            about = {"username": {"_content": "Synthia"}, "description": {"_content": "About nothing"}}
            return as_json(
                {"person": {"nsid": name, **about, "location": {"_content": "Nowhere"}, **self.extra}, "stat": "ok"}
            )
        # smaller pages than asked for, so that paging is seen with few items
        page, size = int(request.query["page"]), 100
        items = self.made(name, lambda n, count: self._photo(name, n, count))
        chosen = items[(page - 1) * size : page * size]
        return as_json({"photos": {"page": page, "pages": -(-len(items) // size), "photo": chosen}, "stat": "ok"})

    def _photo(self, name: str, n: int, count: int) -> Json:
        return {"id": str(n), "owner": name, "title": f"Item {n}", "description": {"_content": f"Body {n} — 漢字"},
                "ispublic": 1, "dateupload": str(epoch(n, count))}  # fmt: skip


class XSim(ServiceSim):
    """Users by name and their posts; a missing user is stated with HTTP 200."""

    method = Method.X_API
    prefix = "/2"

    def list_key(self, name: str) -> str:
        return f"/2/users/id-{name}/tweets"

    def reply(self, request: Request) -> Reply:
        if request.headers.get("Authorization") != f"Bearer {KEY}":
            return as_json({"title": "Unauthorized", "status": 401}, 401)
        if request.path.startswith("/2/users/by/username/"):
            name = request.path.rpartition("/")[2]
            if name not in self.accounts:
                return as_json({"errors": [{"title": "Not Found Error", "resource_type": "user"}]})
            user = {
                "id": f"id-{name}",
                "username": name,
                "name": "Synthia",
                "description": "About nothing",
                "protected": False,
            }
            return as_json({"data": {**user, **self.extra}})
        name = request.path.split("/")[3].removeprefix("id-")
        start, size = int(request.query.get("pagination_token", "t0")[1:]), int(request.query["max_results"])
        items = self.made(name, lambda n, count: self._post(name, n, count))
        chosen = items[start : start + size]
        more = {"next_token": f"t{start + size}"} if start + size < len(items) else {}
        return as_json({**({"data": chosen} if chosen else {}), "meta": {"result_count": len(chosen), **more}})

    def _post(self, name: str, n: int, count: int) -> Json:
        return {
            "id": str(n),
            "author_id": f"id-{name}",
            "created_at": iso(n, count),
            "text": f"Item {n} Body {n} — 漢字",
        }


class RedditSim(ServiceSim):
    """Users, submissions and comments; every account has submissions only. A token is given for the right id and secret."""

    method = Method.REDDIT_API
    key = f"synthetic-app:{SECRET}"
    token = f"token.of.{KEY}"
    token_path: ClassVar[str] = "/api/v1/access_token"
    remaining = 99.0

    def declared(self, name: str) -> DeclaredAccount:
        """With the address of the token too."""
        made = super().declared(name)
        token = Service(role=ServiceRole.TOKEN, url=f"{self.base_url}{self.token_path}")
        return made.model_copy(update={"services": (*made.services, token)})

    def list_key(self, name: str) -> str:
        return f"/user/{name}/submitted"

    def token_reply(self, request: Request) -> Reply | None:
        """As documented: the application's id and secret by HTTP Basic, and one grant."""
        if request.path != self.token_path:
            return None
        basic = base64.b64encode(self.key.encode()).decode()
        if request.headers.get("Authorization") != f"Basic {basic}":
            return as_json({"message": "Unauthorized", "error": 401}, 401)
        if request.body != b"grant_type=client_credentials":
            return as_json({"error": "unsupported_grant_type"})
        return as_json({"access_token": self.token, "token_type": "bearer", "expires_in": 86400, "scope": "*"})

    def reply(self, request: Request) -> Reply:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return as_json({"message": "Unauthorized", "error": 401}, 401)
        rate = {"X_Ratelimit_Used": "1", "X_Ratelimit_Remaining": str(self.remaining), "X_Ratelimit_Reset": "57"}
        name, _, kind = request.path.removeprefix("/user/").partition("/")
        if name not in self.accounts:
            return as_json({"message": "Not Found", "error": 404}, 404, **rate)
        if kind == "about":
            page = {"title": "Synthia", "public_description": "About nothing"}
            return as_json({"kind": "t2", "data": {"name": name, "subreddit": page, **self.extra}}, **rate)
        items = self.made(name, lambda n, count: self._item(name, n, count)) if kind == "submitted" else []
        names = [item["name"] for item in items]
        after = request.query.get("after")
        start, size = (names.index(after) + 1 if after else 0), int(request.query["limit"])
        chosen = items[start : start + size]
        more = chosen[-1]["name"] if start + size < len(items) else None
        listing = {"after": more, "children": [{"kind": "t3", "data": item} for item in chosen]}
        return as_json({"kind": "Listing", "data": listing}, **rate)

    def _item(self, name: str, n: int, count: int) -> Json:
        return {"name": f"t3_{n}", "author": name, "title": f"Item {n}", "selftext": f"Body {n} — 漢字", "is_self": True,
                "permalink": f"/r/synthetic/comments/{n}/", "created_utc": float(epoch(n, count)),
                "subreddit_type": "public", "removed_by_category": None, "hidden": False}  # fmt: skip


SERVICES: tuple[type[ServiceSim], ...] = (
    GitHubSim,
    StackExchangeSim,
    YouTubeSim,
    TumblrSim,
    FlickrSim,
    XSim,
    RedditSim,
)
