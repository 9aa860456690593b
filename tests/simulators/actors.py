"""A simulator of an ActivityPub server: WebFinger, actor and outbox, unsigned reads."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from schemas.account import DeclaredAccount
from schemas.platform import Method
from tests.simulators.server import Reply, Request, Simulator, as_json

NEWEST = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
Json = dict[str, Any]


def note(number: int, time: datetime, **changed: Any) -> Json:
    """A public note that its author made; `changed` replaces fields of the object."""
    made = {
        "type": "Note",
        "id": f"https://x.test/notes/{number}",
        "content": f"<p>note {number} — 漢字</p>",
        "published": time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "to": PUBLIC,
    }
    return {
        "type": "Create",
        "id": f"https://x.test/notes/{number}#create",
        "to": PUBLIC,
        "object": {**made, **changed},
    }


def notes(count: int) -> list[Json]:
    """So many notes, newest first."""
    return [note(n, NEWEST - timedelta(hours=count - n)) for n in range(count, 0, -1)]


class ActorSim(Simulator):
    """One server; activities of each actor newest first, `page_size` a page. `actors_at`: where WebFinger points instead."""

    def __init__(
        self, outboxes: Mapping[str, Sequence[Json]], *, page_size: int = 20, actor: Json | None = None
    ) -> None:
        super().__init__()
        self.outboxes = dict(outboxes)
        self.page_size = page_size
        self.actor = actor or {}
        self.actors_at = ""

    @staticmethod
    def outbox_path(name: str) -> str:
        """Path of an actor's outbox."""
        return f"/users/{name}/outbox"

    def key_of(self, request: Request) -> str:
        """Pages of the outbox are told apart from the outbox itself."""
        return f"{request.path}#page" if "cursor" in request.query else request.path

    def declared(self, name: str) -> DeclaredAccount:
        """The account as a declaration resolves it."""
        target = f"{self.base_url}/@{name}"
        return DeclaredAccount(
            id="C1.A1", platform="test", method=Method.ACTIVITYPUB, host=self.host, target=target, user=name
        )

    def reply(self, request: Request) -> Reply:
        """Answer as the server would."""
        if request.path == "/.well-known/webfinger":
            name = request.query.get("resource", "").removeprefix("acct:").partition("@")[0]
            if name not in self.outboxes:
                return as_json({"error": "not found"}, 404)
            link = {
                "rel": "self",
                "type": "application/activity+json",
                "href": f"{self.actors_at or self.base_url}/users/{name}",
            }
            return as_json({"subject": f"acct:{name}@{self.host}", "links": [link]})
        parts = request.path.split("/")
        if len(parts) < 3 or parts[1] != "users" or parts[2] not in self.outboxes:
            return as_json({"error": "not found"}, 404)
        actor = f"{self.base_url}/users/{parts[2]}"
        if len(parts) == 3:
            made = {"id": actor, "type": "Person", "preferredUsername": parts[2], "outbox": f"{actor}/outbox"}
            return as_json({**made, **self.actor})
        return self._outbox(actor, self.outboxes[parts[2]], request)

    def _outbox(self, actor: str, activities: Sequence[Json], request: Request) -> Reply:
        if "cursor" not in request.query:
            first = f"{actor}/outbox?cursor=0"
            return as_json(
                {"type": "OrderedCollection", "id": f"{actor}/outbox", "totalItems": len(activities), "first": first}
            )
        start = int(request.query["cursor"])
        page: list[Json] = []
        for activity in activities[start : start + self.page_size]:
            made = {"actor": actor, **activity}
            if isinstance(made.get("object"), dict) and made["type"] == "Create":
                made["object"] = {"attributedTo": actor, **made["object"]}
            page.append(made)
        after = start + self.page_size
        more = {"next": f"{actor}/outbox?cursor={after}"} if after < len(activities) else {}
        return as_json({
            "type": "OrderedCollectionPage", "partOf": f"{actor}/outbox", **more,
            "orderedItems": page[0] if len(page) == 1 else page,
        })  # fmt: skip
