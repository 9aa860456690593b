"""Tumblr's documented API v2 with the agency's own key: a blog and its published posts (in the block form, `npf`).

What the blog adds to a reblog is its own; the trail of others' words is not taken into the text. Likes, followers and
notes are not asked for.
"""

from datetime import datetime
from urllib.parse import quote, urlencode

from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, epoch, number, obj, objs, string
from vetting.collection.text import plain
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 20
"""The interface's own maximum; always asked for."""


class TumblrCollector(ApiCollector):
    """Collects one blog."""

    method = Method.TUMBLR_API

    def profile(self, call: Call) -> Post:
        """Title and description of the blog."""
        answer, blog = _blog(call)
        about = plain(string(blog, "description"))
        return Post(
            number=1,
            source_id=string(blog, "url") or string(blog, "name"),
            author=string(blog, "name"),
            authorship=Authorship.OWN,
            time=None,
            text="\n".join(text for text in (string(blog, "title"), about.text) if text),
            links=about.links,
            record_id=call.web.keep(answer),
        )

    def posts(self, call: Call) -> None:
        """The blog's published posts, newest first."""
        answer, blog = _blog(call)
        call.keep_shown(answer, {"response": {"blog": {"name": string(blog, "name")}}})
        offset = 0
        url: str | None = _posts_address(call, offset)
        while url is not None:
            answer, page = call.ask(url)
            posts = call.items(page, "response", "posts")
            call.page(answer, posts, lambda post: _take(call, post), lambda kept: {"response": {"posts": kept}})
            offset += PAGE_SIZE
            total = obj(page, "response").get("total_posts")
            more = isinstance(total, int) and offset < total and not call.all_older(_time(post) for post in posts)
            url = call.next(_posts_address(call, offset) if more and posts else None)

    def judged(self, fault: Fault) -> Fault:
        """401 speaks of the agency's key, not of the blog."""
        return Fault("api_key_refused") if fault.status == 401 else fault


def _base(call: Call) -> str:
    return f"{call.service()}/blog/{quote(call.account.user, safe='')}.tumblr.com"


def _blog(call: Call) -> tuple[Answer, Json]:
    answer, found = call.ask(f"{_base(call)}/info")
    blog = obj(obj(found, "response"), "blog")
    if string(blog, "name").casefold() != call.account.user.casefold():
        call.stop(Fault("other_account"))
    return answer, blog


def _posts_address(call: Call, offset: int) -> str:
    return f"{_base(call)}/posts?{urlencode({'npf': 'true', 'limit': PAGE_SIZE, 'offset': offset})}"


def _take(call: Call, post: Json) -> bool:
    own = string(post, "blog_name").casefold() == call.account.user.casefold()
    if not own or string(post, "state") not in ("", "published"):
        return call.leave_out()
    return call.tally.take(string(post, "id_string") or number(post, "id"), _time(post), lambda n: _post(post, n))


def _post(post: Json, n: int) -> Post:
    blocks, trail = objs(post, "content"), objs(post, "trail")
    links = [string(post, "post_url"), *(string(b, "url") for b in blocks if string(b, "type") == "link")]
    media = [
        Media(
            type=string(b, "type"),
            url=next((string(m, "url") for m in objs(b, "media")), ""),
            alt=string(b, "alt_text"),
        )
        for b in blocks
        if string(b, "type") in ("image", "video", "audio")
    ]
    parent = string(post, "parent_post_url") or next((number(obj(t, "post"), "id") for t in trail), "")
    return Post(
        number=n,
        source_id=string(post, "post_url") or string(post, "id_string"),
        author=string(post, "blog_name"),
        # a reblog without a word of its own only passes on
        authorship=Authorship.SHARED if trail and not blocks else Authorship.OWN,
        time=_time(post),
        text="\n".join(text for b in blocks if string(b, "type") == "text" and (text := string(b, "text"))),
        links=tuple(dict.fromkeys(link for link in links if link)),
        media=tuple(media),
        quotes=parent,
    )


def _time(post: Json) -> datetime | None:
    return epoch(post.get("timestamp"))
