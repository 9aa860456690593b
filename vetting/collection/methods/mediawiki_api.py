"""MediaWiki's public API, unauthenticated: an account's contributions, and for each of them what it added to the page.

- A page's text is the work of many. Only the words that an edit added are the account's own (`wiki_diff`); the whole
  text is read only where the edit made the page.
- What the wiki has hidden (`texthidden`, `commenthidden`, `suppressed`) is not asked for, and the item says so.
- Edits on deleted pages are not listed by the wiki, so they cannot be seen.

Errors come as HTTP 200 with a code; only known codes become reasons.
"""

from typing import NoReturn
from urllib.parse import urlencode

from schemas.capture import StepOutcome
from schemas.platform import Method, ServiceRole
from schemas.post import Authorship, Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.base import service
from vetting.collection.methods.values import Json, moment, number, obj, objs, string
from vetting.collection.methods.wiki_diff import added_text
from vetting.collection.web import Answer, Fault

PAGE_SIZE = 50
_NOT_PUBLIC = frozenset({"readapidenied", "permissiondenied", "permissionerror", "blocked"})
_WITHDRAWN = frozenset({"nosuchrevid", "missingcontent", "missingrev", "nosuchrevision", "nofromrevision"})
_HIDDEN = ("texthidden", "suppressed", "userhidden")


class MediaWikiCollector(ApiCollector):
    """Collects one account of one wiki."""

    method = Method.MEDIAWIKI_API

    def profile(self, call: Call) -> Post:
        """The account's user page, if it has one."""
        _, user = _user(call)
        name = string(user, "name")
        answer, value = _query(
            call, prop="revisions", titles=f"User:{name}", rvprop="ids|timestamp|user|content", rvslots="main"
        )
        page = next(iter(objs(obj(value, "query"), "pages")), {})
        revision = next(iter(objs(page, "revisions")), {})
        text = string(obj(obj(revision, "slots"), "main"), "content").strip()
        if not text:
            call.web.keep(answer)
            call.end(StepOutcome.NO_CONTENT, "no_user_page")
        # others may write on a user page too; only the last writer is known here
        own = string(revision, "user") == name
        return Post(
            number=1,
            source_id=string(page, "title") or f"User:{name}",
            author=string(revision, "user"),
            authorship=Authorship.OWN if own else Authorship.HOSTED,
            time=None,
            text=text,
            record_id=call.web.keep(answer),
        )

    def posts(self, call: Call) -> None:
        """The account's edits, newest first."""
        answer, user = _user(call)
        call.keep_shown(answer, {"userid": number(user, "userid"), "name": string(user, "name")})
        fields = {
            "list": "usercontribs",
            "ucuser": string(user, "name"),
            "uclimit": str(PAGE_SIZE),
            "ucprop": "ids|title|timestamp|comment|flags|tags",
        }
        url: str | None = _address(call, **fields)
        while url is not None:
            before = len(call.tally.posts)
            answer, value = call.ask(url)
            _refuse_error(call, value)
            edits = call.items(value, "query", "usercontribs")
            if any(string(edit, "user") != string(user, "name") for edit in edits):
                call.stop(Fault("other_account"))
            call.page(answer, edits, lambda edit: _take(call, edit), _envelope)
            known = {number(edit, "revid"): edit for edit in edits}
            for index in range(before, len(call.tally.posts)):
                post = call.tally.posts[index]
                call.tally.posts[index] = _with_text(call, post, known[post.source_id])
            more = string(obj(value, "continue"), "uccontinue")
            if edits and all(call.tally.window.precedes(moment(string(e, "timestamp"))) for e in edits):
                more = ""  # newest first: everything further on is older than the window
            url = call.next(_address(call, **fields, uccontinue=more) if more else None)


def _user(call: Call) -> tuple[Answer, Json]:
    """Who the wiki takes the name for; an unknown one ends the step."""
    wanted = call.account.user.replace("_", " ").strip()
    answer, value = _query(call, list="users", ususers=wanted, usprop="editcount|registration")
    user = next(iter(call.items(value, "query", "users")), {})
    if user.get("missing") or user.get("invalid"):
        call.web.keep(answer)
        call.end(StepOutcome.NOT_FOUND, "user_not_found")
    # a wiki writes the first letter of a name as a capital
    if not wanted or string(user, "name") not in (wanted, wanted[0].upper() + wanted[1:]):
        call.stop(Fault("other_account"))
    return answer, user


def _take(call: Call, edit: Json) -> bool:
    revision, time = number(edit, "revid"), moment(string(edit, "timestamp"))
    return call.tally.take(revision, time, lambda n: _post(edit, n))


def _post(edit: Json, n: int) -> Post:
    title, comment = string(edit, "title"), string(edit, "comment")
    return Post(
        number=n,
        source_id=number(edit, "revid"),
        author=string(edit, "user"),
        authorship=Authorship.OWN,
        time=moment(string(edit, "timestamp")),
        text="\n".join(part for part in (title, comment) if part),
        visibility="hidden_by_wiki" if any(edit.get(mark) for mark in _HIDDEN) else "public",
    )


def _with_text(call: Call, post: Post, edit: Json) -> Post:
    """The post with the words that the edit added, read with one further request."""
    if post.visibility != "public":
        return post
    revision, parent = number(edit, "revid"), number(edit, "parentid")
    if parent in ("", "0"):
        answer, value = _query(call, prop="revisions", revids=revision, rvprop="ids|content", rvslots="main")
        page = next(iter(objs(obj(value, "query"), "pages")), {})
        found = next(iter(objs(page, "revisions")), {})
        main = obj(obj(found, "slots"), "main")
        added = string(main, "content").strip() if number(found, "revid") == revision and "content" in main else None
    else:
        url = _address(call, action="compare", fromrev=parent, torev=revision, prop="ids|title|diff")
        answer, value = call.ask(url)
        if string(obj(value, "error"), "code") not in _WITHDRAWN:
            _refuse_error(call, value)
        compared = obj(value, "compare")
        added = added_text(string(compared, "body")) if number(compared, "torevid") == revision else None
    record_id = call.web.keep(answer)
    if added is None:  # deleted or hidden between the list and this request
        return post.model_copy(update={"visibility": "withdrawn", "record_id": record_id})
    text = f"{post.text}\n\n{added}".strip() if added else post.text
    return post.model_copy(update={"text": text, "record_id": record_id})


def _query(call: Call, **fields: str) -> tuple[Answer, Json]:
    answer, value = call.ask(_address(call, **fields))
    _refuse_error(call, value)
    return answer, value


def _address(call: Call, **fields: str) -> str:
    api = service(call.account, ServiceRole.API) or call.account.target
    if not api.endswith("/api.php"):
        call.stop(Fault("service_not_configured"))
    return f"{api}?{urlencode({'action': 'query', 'format': 'json', 'formatversion': '2', **fields})}"


def _refuse_error(call: Call, value: Json) -> None:
    code = string(obj(value, "error"), "code")
    if code:
        _stop_for(call, code)


def _stop_for(call: Call, code: str) -> NoReturn:
    if code in _NOT_PUBLIC:
        call.stop(Fault("read_denied", 403))
    if code in ("baduser", "invaliduser", "baduser_ucuser"):
        call.end(StepOutcome.NOT_FOUND, "user_not_found")
    call.stop(Fault("api_rate_limited" if code == "ratelimited" else "api_error"))


def _envelope(kept: list[Json]) -> Json:
    return {"query": {"usercontribs": kept}}
