"""WordPress's public REST interface, unauthenticated: one author's published posts.

- The author is found by the name in the declared address; the site must say the same name back.
- Posts that are not published, or are another author's, are never kept, should a site hand them out. A post behind a
  password is listed with its title only.
- Asking past the last page is HTTP 400 with a code: the list has ended, for instance because posts were removed
  meanwhile.

Comments are not asked for. A post's date may be set freely by its author; an unedited post's `modified` follows it.
"""

from datetime import datetime
from urllib.parse import urlencode, urlsplit

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, error_code, moment, number, obj, string
from vetting.collection.text import plain
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 100
"""The interface's own maximum; always asked for."""
_USER_FIELDS = "id,name,slug,url,description,link"
_POST_FIELDS = "id,date_gmt,modified_gmt,slug,status,link,title,content,author"
_PAST_THE_END = "rest_post_invalid_page_number"


class WordPressCollector(ApiCollector):
    """Collects one author of one site."""

    method = Method.WORDPRESS_API

    def profile(self, call: Call) -> Post:
        """The author's public description."""
        answer, author = _author(call)
        about = plain(string(author, "description"))
        site = string(author, "url")
        return Post(
            number=1,
            source_id=string(author, "link") or number(author, "id"),
            author=string(author, "slug"),
            authorship=Authorship.OWN,
            time=None,
            text="\n".join(part for part in (plain(string(author, "name")).text, about.text) if part),
            links=tuple(dict.fromkeys((*((site,) if site else ()), *about.links))),
            record_id=call.web.keep(answer),
        )

    def posts(self, call: Call) -> None:
        """The author's posts, newest first."""
        answer, author = _author(call)
        call.keep_shown(answer, {"id": author.get("id"), "slug": string(author, "slug")})
        author_id, name = number(author, "id"), string(author, "slug")
        page = 1
        url: str | None = _page_address(call, author_id, page)
        while url is not None:
            got = call.get(url)
            if isinstance(got, Fault):
                if page > 1 and error_code(got, "code") == _PAST_THE_END:
                    return
                call.stop(got)
            posts = call.listed(got)
            call.page(got, posts, lambda post: _take(call, post, author_id, name))
            page += 1
            more = page <= _count(got.headers.get("x-wp-totalpages", ""))
            if posts and all(call.tally.window.precedes(_time(post)) for post in posts):
                more = False  # newest first: everything further on is older than the window
            url = call.next(_page_address(call, author_id, page) if more else None)


def _author(call: Call) -> tuple[Answer, Json]:
    """The author that the declared address names."""
    wanted = call.account.user
    got = call.get(f"{_root(call)}/users?{urlencode({'slug': wanted, '_fields': _USER_FIELDS})}")
    if isinstance(got, Fault):
        # no such interface says nothing about the author
        call.stop(Fault("api_not_offered") if got.status == 404 else got)
    authors = call.listed(got)
    if not authors:
        call.web.keep(got)
        call.end(StepOutcome.NOT_FOUND, "author_not_found")
    if len(authors) != 1 or string(authors[0], "slug").casefold() != wanted.casefold() or not number(authors[0], "id"):
        call.stop(Fault("other_account"))
    return got, authors[0]


def _root(call: Call) -> str:
    """The interface's address: beside the `author` path of the declared address, which may lie in a folder of the host."""
    parts = urlsplit(call.account.target)
    folder = parts.path.partition("/author/")[0] if "/author/" in parts.path else ""
    return f"{parts.scheme}://{parts.netloc}{folder.rstrip('/')}/wp-json/wp/v2"


def _page_address(call: Call, author_id: str, page: int) -> str:
    query = {"author": author_id, "per_page": PAGE_SIZE, "page": page, "orderby": "date", "order": "desc"}
    return f"{_root(call)}/posts?{urlencode({**query, '_fields': _POST_FIELDS})}"


def _take(call: Call, post: Json, author_id: str, name: str) -> bool:
    if number(post, "author") != author_id or string(post, "status") != "publish":
        return call.leave_out()
    return call.tally.take(number(post, "id"), _time(post), lambda n: _post(post, n, name))


def _post(post: Json, n: int, name: str) -> Post:
    address = string(post, "link")
    content = plain(string(obj(post, "content"), "rendered"), address)
    title = plain(string(obj(post, "title"), "rendered")).text
    return Post(
        number=n,
        source_id=address or number(post, "id"),
        author=name,
        authorship=Authorship.OWN,
        time=_time(post),
        text="\n\n".join(part for part in (title, content.text) if part),
        links=tuple(dict.fromkeys((*((address,) if address else ()), *content.links))),
        media=tuple(Media(type="image", url=url, alt=alt) for url, alt in content.images),
        visibility="password" if obj(post, "content").get("protected") is True else "public",
    )


def _time(post: Json) -> datetime | None:
    return moment(string(post, "date_gmt"))


def _count(header: str) -> int:
    text = header.strip()
    return int(text[:9]) if text.isascii() and text.isdigit() else 0
