"""A simulator of MediaWiki's API: users, usercontribs with continuation, revision texts and comparisons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from schemas.account import DeclaredAccount
from schemas.platform import Method
from tests.simulators.server import Reply, Request, Simulator, as_json

NEWEST = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
PATH = "/w/api.php"


@dataclass(frozen=True)
class SimEdit:
    """One edit. `new_page`: the text is the whole page; otherwise `added` lines, and `body` replaces the difference table."""

    title: str
    text: str
    time: datetime
    comment: str = ""
    new_page: bool = False
    hidden: tuple[str, ...] = ()
    body: str = ""
    deleted_meanwhile: bool = False


def edits(count: int) -> list[SimEdit]:
    """So many edits, newest first, every third of them a new page."""
    return [
        SimEdit(
            f"Article {n}",
            f"Words {n} — ünïcode 漢字 & <b>",
            NEWEST - timedelta(hours=count - n),
            f"edit {n}",
            n % 3 == 0,
        )
        for n in range(count, 0, -1)
    ]


class WikiSim(Simulator):
    """One wiki; edits of each user newest first."""

    list_key = f"{PATH}#usercontribs"

    def __init__(
        self, users: Mapping[str, Sequence[SimEdit]], *, user_pages: Mapping[str, tuple[str, str]] | None = None
    ) -> None:
        super().__init__()
        self.users = dict(users)
        self.user_pages = dict(user_pages or {})
        self.revisions: dict[str, tuple[str, SimEdit]] = {}
        self._ids: dict[tuple[str, int], int] = {}
        for order, (name, made) in enumerate(self.users.items()):
            for index, edit in enumerate(made):
                revision = 1_000_000 * (order + 1) + 2 * (len(made) - index)
                self.revisions[str(revision)] = (name, edit)
                self._ids[(name, index)] = revision

    def key_of(self, request: Request) -> str:
        """Everything is asked at one path."""
        return f"{request.path}#{request.query.get('list') or request.query.get('prop', '')}"

    def declared(self, name: str) -> DeclaredAccount:
        """The account as a declaration resolves it."""
        return DeclaredAccount(
            id="C1.A1",
            platform="test",
            method=Method.MEDIAWIKI_API,
            host=self.host,
            target=f"{self.base_url}{PATH}",
            user=name,
        )

    def reply(self, request: Request) -> Reply:
        """Answer as the wiki would: errors are HTTP 200."""
        query = request.query
        if request.path != PATH or query.get("formatversion") != "2":
            return as_json({"error": {"code": "badformat"}})
        if query.get("action") == "compare":
            return self._compare(query)
        if query.get("list") == "users":
            return as_json({"batchcomplete": True, "query": {"users": [self._user(query["ususers"])]}})
        if query.get("list") == "usercontribs":
            return self._contributions(query)
        if "titles" in query:
            return self._user_page(query["titles"])
        return self._revision(query["revids"])

    def _user(self, asked: str) -> dict[str, Any]:
        name = asked[0].upper() + asked[1:]
        if "#" in name:
            return {"name": name, "invalid": True}
        if name not in self.users:
            return {"name": name, "missing": True}
        return {"userid": 3, "name": name, "editcount": len(self.users[name]), "registration": "2020-01-01T00:00:00Z"}

    def _contributions(self, query: Mapping[str, str]) -> Reply:
        name, limit = query["ucuser"], int(query["uclimit"])
        start = int(query.get("uccontinue", "x|0").partition("|")[2])
        listed = list(enumerate(self.users.get(name, ())))
        page = [self._listed(name, index, edit) for index, edit in listed[start : start + limit]]
        more = (
            {"continue": {"uccontinue": f"x|{start + limit}", "continue": "-||"}} if len(listed) > start + limit else {}
        )
        return as_json({"batchcomplete": True, **more, "query": {"usercontribs": page}})

    def _listed(self, name: str, index: int, edit: SimEdit) -> dict[str, Any]:
        revision = self._ids[(name, index)]
        shown: dict[str, Any] = {
            "userid": 3, "user": name, "pageid": revision, "revid": revision, "parentid": 0 if edit.new_page else revision - 1, "ns": 0,
            "title": edit.title, "timestamp": edit.time.strftime("%Y-%m-%dT%H:%M:%SZ"), "new": edit.new_page, "minor": False,
            "top": True, "comment": edit.comment, "tags": [],
        }  # fmt: skip
        if "commenthidden" in edit.hidden:
            del shown["comment"]
        return {**shown, **dict.fromkeys(edit.hidden, True)}

    def _compare(self, query: Mapping[str, str]) -> Reply:
        _, edit = self.revisions[query["torev"]]
        if edit.deleted_meanwhile:
            return as_json({"error": {"code": "nosuchrevid", "info": "There is no revision with that ID."}})
        rows = "".join(
            '<tr><td colspan="2" class="diff-side-deleted"></td><td class="diff-marker" data-marker="+"></td>'
            f'<td class="diff-addedline diff-side-added"><div><ins class="diffchange">{escape(line)}</ins></div></td></tr>\n'
            for line in edit.text.split("\n")
        )
        context = (
            '<tr><td class="diff-marker"></td><td class="diff-context diff-side-deleted"><div>Words of another</div></td>'
            '<td class="diff-marker"></td><td class="diff-context diff-side-added"><div>Words of another</div></td></tr>\n'
        )
        ids = {"fromrevid": int(query["fromrev"]), "torevid": int(query["torev"]), "totitle": edit.title}
        return as_json({"compare": {**ids, "body": edit.body or context + rows}})

    def _revision(self, revision: str) -> Reply:
        _, edit = self.revisions[revision]
        if edit.deleted_meanwhile:
            return as_json(
                {"batchcomplete": True, "query": {"badrevids": {revision: {"revid": int(revision), "missing": True}}}}
            )
        found = {
            "revid": int(revision),
            "parentid": 0,
            "slots": {"main": {"contentmodel": "wikitext", "content": edit.text}},
        }
        return as_json({"batchcomplete": True, "query": {"pages": [{"title": edit.title, "revisions": [found]}]}})

    def _user_page(self, title: str) -> Reply:
        name = title.removeprefix("User:")
        writer, text = self.user_pages.get(name, (name, "Synthetic user page" if name in self.users else ""))
        if not text:
            return as_json({"query": {"pages": [{"title": title, "missing": True}]}})
        found = {"revid": 1, "user": writer, "timestamp": "2020-01-01T00:00:00Z", "slots": {"main": {"content": text}}}
        return as_json({"query": {"pages": [{"title": title, "revisions": [found]}]}})
