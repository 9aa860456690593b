"""A simulator of the AT Protocol's public side: an interface that resolves handles, a directory of DIDs, and a data server.

Three servers on three ports, because telling them apart is what the collector must do. Answers have the form that a
real data server gives: newest key first, a cursor after the last page that has records, HTTP 400 with a code.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from types import TracebackType
from typing import Any, Self

from schemas.account import DeclaredAccount
from schemas.platform import Method, Service, ServiceRole
from tests.simulators.repository import Cid, car, cbor, from_json
from tests.simulators.server import Reply, Request, Simulator, as_json
from vetting.collection.car import cid_text

NEWEST = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
RESOLVE = "/xrpc/com.atproto.identity.resolveHandle"
LIST = "/xrpc/com.atproto.repo.listRecords"
RECORD = "/xrpc/com.atproto.repo.getRecord"
REPO = "/xrpc/com.atproto.sync.getRepo"
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


@dataclass(frozen=True)
class AtPost:
    """One post; `extra` goes into the record as it is."""

    text: str
    time: datetime
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class AtAccount:
    """One account; posts newest key first. Without `posts`, `count` posts are generated."""

    handle: str
    posts: Sequence[AtPost] | None = None
    count: int = 0
    profile: dict[str, Any] | None = None
    did: str = ""
    deactivated: bool = False
    document: dict[str, Any] = field(default_factory=dict)
    """Replaces parts of the DID document."""
    others: dict[str, Any] = field(default_factory=dict)
    """Records by path that stand in the repository beside posts and profile."""

    def all_posts(self) -> Sequence[AtPost]:
        """The account's posts, newest key first."""
        if self.posts is not None:
            return self.posts
        return [
            AtPost(f"Synthetic post {self.count - i}: grüße, 漢字 🙂", NEWEST - timedelta(days=i))
            for i in range(self.count)
        ]

    def records(self) -> list[tuple[str, dict[str, Any]]]:
        """Key and value of the record of each post, newest key first."""
        posts = self.all_posts()
        return [
            (
                f"3k{len(posts) - i:011d}",
                {
                    "$type": "app.bsky.feed.post",
                    "text": post.text,
                    "createdAt": post.time.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
                    **post.extra,
                },
            )
            for i, post in enumerate(posts)
        ]

    def identifier(self) -> str:
        """Its DID."""
        made = sha256(self.handle.encode()).digest()
        return self.did or "did:plc:" + "".join(_ALPHABET[byte % 32] for byte in made[:24])


class _Part(Simulator):
    def __init__(self, network: "AtprotoSim") -> None:
        super().__init__()
        self.network = network


class _Interface(_Part):
    def reply(self, request: Request) -> Reply:
        found = self.network.by_handle.get(request.query.get("handle", ""))
        if request.path != RESOLVE:
            return as_json({"error": "MethodNotImplemented"}, 501)
        if found is None:
            return as_json({"error": "HandleNotFound", "message": "Unable to resolve handle"}, 400)
        return as_json({"did": found.identifier()})


class _Directory(_Part):
    def reply(self, request: Request) -> Reply:
        found = self.network.by_did.get(request.path.lstrip("/"))
        if found is None:
            return as_json({"message": "DID not registered"}, 404)
        return as_json(self.network.document_of(found))


class _DataServer(_Part):
    def reply(self, request: Request) -> Reply:
        if request.path == "/.well-known/did.json":
            return as_json(self.network.document_of(next(iter(self.network.by_did.values()))))
        repo = request.query.get("did" if request.path == REPO else "repo", "")
        found = self.network.by_did.get(repo)
        if found is None or found.deactivated:
            return as_json({"error": "InvalidRequest", "message": f"Could not find repo: {repo}"}, 400)
        if request.path == REPO:
            return Reply(200, self.network.repository_of(found), "application/vnd.ipld.car")
        if request.path == RECORD:
            uri = f"at://{repo}/app.bsky.actor.profile/self"
            if found.profile is None:
                return as_json({"error": "RecordNotFound", "message": f"Could not locate record: {uri}"}, 400)
            return as_json({"uri": uri, "cid": "bafyprofile", "value": found.profile})
        if request.path == LIST and request.query.get("collection") == "app.bsky.feed.post":
            return self._list(found, request)
        return as_json({"error": "InvalidRequest"}, 400)

    def _list(self, found: AtAccount, request: Request) -> Reply:
        limit, before = int(request.query.get("limit", "50")), request.query.get("cursor")
        page = [(key, value) for key, value in found.records() if before is None or key < before][:limit]
        records = [
            {
                "uri": f"at://{found.identifier()}/app.bsky.feed.post/{key}",
                "cid": cid_text(Cid.of(cbor(from_json(value)))),
                "value": value,
            }
            for key, value in page
        ]
        return as_json({"records": records, **({"cursor": page[-1][0]} if page else {})})


class AtprotoSim:
    """The network of three servers, while used as a context manager."""

    list_path = LIST
    repo_path = REPO

    def __init__(self, *accounts: AtAccount) -> None:
        self.by_handle = {account.handle: account for account in accounts}
        self.by_did = {account.identifier(): account for account in accounts}
        self.interface, self.directory, self.server = _Interface(self), _Directory(self), _DataServer(self)
        self.parts = (self.interface, self.directory, self.server)

    def document_of(self, account: AtAccount) -> dict[str, Any]:
        """The account's DID document."""
        own = {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": self.server.base_url}
        made = {"id": account.identifier(), "alsoKnownAs": [f"at://{account.handle}"], "service": [own]}
        return {**made, **account.document}

    def repository_of(self, account: AtAccount) -> bytes:
        """The account's repository as a file: its posts and profile, and others that are not posts."""
        records = {f"app.bsky.feed.post/{key}": from_json(value) for key, value in account.records()}
        if account.profile is not None:
            records["app.bsky.actor.profile/self"] = from_json(account.profile)
        return car({**records, **account.others}, did=account.identifier())

    def declared(self, name: str, method: Method = Method.ATPROTO) -> DeclaredAccount:
        """The account as a declaration resolves it."""
        return DeclaredAccount(
            id="C1.A1",
            platform="test",
            method=method,
            host="bsky.test",
            target=f"https://bsky.test/profile/{name}",
            user=name,
            services=(
                Service(role=ServiceRole.API, url=self.interface.base_url),
                Service(role=ServiceRole.DIRECTORY, url=self.directory.base_url),
            ),
        )

    def __enter__(self) -> Self:
        for part in self.parts:
            part.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for part in self.parts:
            part.stop()
