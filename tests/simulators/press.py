"""A simulator of a WordPress site's REST interface: users by slug, posts of an author in pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from schemas.account import DeclaredAccount
from schemas.platform import Method
from tests.simulators.server import Reply, Request, Simulator, as_json

NEWEST = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
USERS, POSTS = "/wp-json/wp/v2/users", "/wp-json/wp/v2/posts"


@dataclass(frozen=True)
class Article:
    """One post; `content` is HTML."""

    title: str
    content: str
    time: datetime
    status: str = "publish"
    protected: bool = False
    author: int | None = None
    """Another author's id, should a site mix them."""


def articles(count: int) -> list[Article]:
    """So many posts, newest first."""
    return [
        Article(f"Entry {n} &#8220;q&#8221;", f"<p>Body {n} — grüße</p>", NEWEST - timedelta(days=count - n))
        for n in range(count, 0, -1)
    ]


class PressSim(Simulator):
    """One site in `folder`; posts of each author newest first."""

    def __init__(self, authors: Mapping[str, Sequence[Article]], *, folder: str = "", description: str = "") -> None:
        super().__init__()
        self.authors = dict(authors)
        self.folder = folder
        self.description = description
        self.list_path = f"{folder}{POSTS}"
        self.users_path = f"{folder}{USERS}"

    def declared(self, name: str) -> DeclaredAccount:
        """The account as a declaration resolves it."""
        target = f"{self.base_url}{self.folder}/author/{name}/"
        return DeclaredAccount(
            id="C1.A1", platform="test", method=Method.WORDPRESS_API, host=self.host, target=target, user=name
        )

    def reply(self, request: Request) -> Reply:
        """Answer as the site would."""
        names = list(self.authors)
        if request.path == self.users_path:
            slug = request.query.get("slug", "")
            found = [self._user(names.index(name) + 1, name) for name in names if name == slug]
            return as_json(found)
        if request.path != self.list_path:
            return as_json({"code": "rest_no_route", "data": {"status": 404}}, 404)
        author, page, size = (int(request.query[key]) for key in ("author", "page", "per_page"))
        if size > 100:
            return as_json({"code": "rest_invalid_param", "data": {"status": 400}}, 400)
        listed = self.authors[names[author - 1]]
        pages = -(-len(listed) // size)
        if page > max(pages, 1):
            return as_json({"code": "rest_post_invalid_page_number", "data": {"status": 400}}, 400)
        chosen = list(enumerate(listed))[(page - 1) * size : page * size]
        return as_json(
            [self._post(author, len(listed) - index, article) for index, article in chosen],
            X_WP_Total=str(len(listed)),
            X_WP_TotalPages=str(pages),
        )

    def _user(self, number: int, name: str) -> dict[str, Any]:
        link = f"{self.base_url}{self.folder}/author/{name}/"
        return {"id": number, "name": name.title(), "slug": name, "url": "https://example.test/", "link": link,
                "description": self.description}  # fmt: skip

    def _post(self, author: int, number: int, article: Article) -> dict[str, Any]:
        written = article.time.strftime("%Y-%m-%dT%H:%M:%S")
        return {
            "id": author * 10_000 + number,
            "date_gmt": written,
            "modified_gmt": written,
            "slug": f"entry-{number}",
            "status": article.status,
            "link": f"{self.base_url}{self.folder}/{author}/entry-{number}/",
            "title": {"rendered": article.title},
            "content": {"rendered": "" if article.protected else article.content, "protected": article.protected},
            "author": article.author or author,
        }
