"""X's documented API v2 with the agency's own key (app-only): a user and the user's public posts.

A protected account is `not_public`. A repost is somebody else's words (`shared`). Likes, followers, lists and messages
are not asked for.
"""

from datetime import datetime
from urllib.parse import quote, urlencode

from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.post import Authorship, Media, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.values import Json, moment, obj, objs, string, strings
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 100
"""The interface's own maximum; always asked for."""
_USER_FIELDS = "description,entities,protected,url"
_POST_FIELDS = {
    "tweet.fields": "author_id,created_at,entities,attachments,referenced_tweets,note_tweet",
    "expansions": "attachments.media_keys",
    "media.fields": "alt_text,type,url",
}
_BAD_KEY = (b"client-not-enrolled", b"Unsupported Authentication", b"client-forbidden")


class XCollector(ApiCollector):
    """Collects one user."""

    method = Method.X_API

    def profile(self, call: Call) -> Post:
        """Name and description of the user."""
        answer, user = _user(call)
        return Post(
            number=1,
            source_id=string(user, "id"),
            author=string(user, "username"),
            authorship=Authorship.OWN,
            time=None,
            text="\n".join(text for key in ("name", "description") if (text := string(user, key))),
            links=tuple(_links(obj(user, "entities"), "url", "description")),
            record_id=call.web.keep(answer),
        )

    def posts(self, call: Call) -> None:
        """The user's posts, newest first."""
        answer, user = _user(call)
        user_id, name = string(user, "id"), string(user, "username")
        call.keep_shown(answer, {"data": {"id": user_id, "username": name}})
        query = urlencode({"max_results": PAGE_SIZE, **_POST_FIELDS})
        first = f"{call.service()}/users/{quote(user_id, safe='')}/tweets?{query}"
        url: str | None = first
        while url is not None:
            answer, page = call.ask(url)
            if "data" not in page and obj(page, "meta").get("result_count") != 0:
                call.stop(Fault("unexpected_json"))
            posts = call.items(page, "data") if "data" in page else []
            media = {string(m, "media_key"): m for m in objs(obj(page, "includes"), "media")}
            call.page(
                answer,
                posts,
                lambda post, media=media: _take(call, post, user_id, name, media),  # type: ignore[misc]
                lambda kept, media=media: _envelope(kept, media),  # type: ignore[misc]
            )
            token = string(obj(page, "meta"), "next_token")
            more = token and not call.all_older(_time(post) for post in posts)
            url = call.next(f"{first}&{urlencode({'pagination_token': token})}" if more else None)

    def judged(self, fault: Fault) -> Fault:
        """401, and 403 with certain reasons, speak of the agency's key and not of the account."""
        refused = fault.status == 401 or (fault.status == 403 and any(mark in fault.body for mark in _BAD_KEY))
        return Fault("api_key_refused") if refused else fault


def _user(call: Call) -> tuple[Answer, Json]:
    """The declared user; one that is missing is stated with HTTP 200."""
    wanted = call.account.user
    query = urlencode({"user.fields": _USER_FIELDS})
    answer, found = call.ask(f"{call.service()}/users/by/username/{quote(wanted, safe='')}?{query}")
    user = obj(found, "data")
    if not user and any(string(e, "title") == "Not Found Error" for e in objs(found, "errors")):
        call.web.keep(answer)
        call.end(StepOutcome.NOT_FOUND, "user_not_found")
    if not user and any(string(e, "title") == "Forbidden" for e in objs(found, "errors")):
        call.web.keep(answer)
        call.end(StepOutcome.NOT_PUBLIC, "account_suspended")
    if string(user, "username").casefold() != wanted.casefold() or not string(user, "id"):
        call.stop(Fault("other_account"))
    if user.get("protected") is True:
        call.keep_shown(answer, {"data": {"id": string(user, "id"), "username": wanted, "protected": True}})
        call.end(StepOutcome.NOT_PUBLIC, "account_protected")
    return answer, user


def _take(call: Call, post: Json, user_id: str, name: str, media: dict[str, Json]) -> bool:
    if string(post, "author_id") != user_id:
        return call.leave_out()
    return call.tally.take(string(post, "id"), _time(post), lambda n: _post(post, n, name, media))


def _envelope(kept: list[Json], media: dict[str, Json]) -> Json:
    keys = {key for post in kept for key in strings(obj(post, "attachments"), "media_keys")}
    return {"data": kept, "includes": {"media": [media[key] for key in sorted(keys & media.keys())]}}


def _post(post: Json, n: int, name: str, media: dict[str, Json]) -> Post:
    related = {string(r, "type"): string(r, "id") for r in objs(post, "referenced_tweets")}
    long = obj(post, "note_tweet")
    attached = [media[key] for key in strings(obj(post, "attachments"), "media_keys") if key in media]
    return Post(
        number=n,
        source_id=f"https://x.com/{name}/status/{string(post, 'id')}",
        author=name,
        authorship=Authorship.SHARED if "retweeted" in related else Authorship.OWN,
        time=_time(post),
        text=string(long, "text") or string(post, "text"),
        links=tuple(
            dict.fromkeys(_links({"post": obj(post, "entities"), "long": obj(long, "entities")}, "post", "long"))
        ),
        media=tuple(
            Media(type=string(m, "type") or "unknown", url=string(m, "url"), alt=string(m, "alt_text"))
            for m in attached
        ),
        reply_to=related.get("replied_to", ""),
        quotes=related.get("quoted", ""),
    )


def _links(source: Json, *keys: str) -> list[str]:
    found = [string(link, "expanded_url") for key in keys for link in objs(obj(source, key), "urls")]
    return [link for link in found if link]


def _time(post: Json) -> datetime | None:
    return moment(string(post, "created_at"))
