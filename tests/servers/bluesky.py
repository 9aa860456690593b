"""A real Bluesky data server and DID directory (npm package `@atproto/dev-env`) on loopback.

The first installation takes a minute and a half or more; it is kept in a cache folder. Data lies in memory and a folder
of its own: each start is a new network.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import requests

from schemas.account import DeclaredAccount
from schemas.platform import Method, Service, ServiceRole
from tests.servers.daemon import Daemon, answers, free_port, remove, server_folder
from tests.servers.node import with_packages

PACKAGE = "@atproto/dev-env@0.6.7"
_LOOPBACK = """
const net = require('net'), listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...given) {
  const first = given[0];
  if (first && typeof first === 'object' && 'port' in first) given[0] = { ...first, host: '127.0.0.1' };
  else if (/^[0-9]+$/.test(String(first))) given.splice(1, typeof given[1] === 'function' ? 0 : 1, '127.0.0.1');
  return listen.apply(this, given);
};
"""
_START = """
import { TestNetworkNoAppView } from '@atproto/dev-env';
const [plc, pds] = process.argv.slice(2).map(Number);
const network = await TestNetworkNoAppView.create({ plc: { port: plc }, pds: { port: pds, hostname: 'localhost' } });
for (const sign of ['SIGTERM', 'SIGINT']) process.on(sign, async () => { await network.close(); process.exit(0); });
"""
_POST = "app.bsky.feed.post"


@dataclass
class Bluesky:
    """A running network with one account, `handle`."""

    server: str
    directory: str
    handle: str
    did: str
    _token: str = field(repr=False)

    def declared(self, handle: str | None = None) -> DeclaredAccount:
        """The account as a declaration resolves it."""
        name = handle or self.handle
        services = ((ServiceRole.API, self.server), (ServiceRole.DIRECTORY, self.directory))
        return DeclaredAccount(
            id="C1.A1",
            platform="test",
            method=Method.ATPROTO,
            host="bsky.test",
            target=f"https://bsky.test/profile/{name}",
            user=name,
            services=tuple(Service(role=role, url=url) for role, url in services),
        )

    def create_posts(self, entries: Iterable[tuple[str, datetime]]) -> list[str]:
        """Write posts, one after the other; returns their keys."""
        with requests.Session() as session:
            return [self._create(session, text, time) for text, time in entries]

    def _create(self, session: requests.Session, text: str, time: datetime) -> str:
        record = {"$type": _POST, "text": text, "createdAt": time.strftime("%Y-%m-%dT%H:%M:%S.000Z")}
        made = self.call("com.atproto.repo.createRecord", session, repo=self.did, collection=_POST, record=record)
        return str(made["uri"]).rpartition("/")[2]

    def edit_post(self, key: str, text: str, time: datetime) -> None:
        """Replace a post's text."""
        record = {"$type": _POST, "text": text, "createdAt": time.strftime("%Y-%m-%dT%H:%M:%S.000Z")}
        self.call("com.atproto.repo.putRecord", repo=self.did, collection=_POST, rkey=key, record=record)

    def delete_post(self, key: str) -> None:
        """Delete a post."""
        self.call("com.atproto.repo.deleteRecord", repo=self.did, collection=_POST, rkey=key)

    def describe(self, name: str, text: str, *, signed_out_readers: bool = True) -> None:
        """Write the profile; `signed_out_readers=False` states the wish to keep them away."""
        kind = "app.bsky.actor.profile"
        record: dict[str, Any] = {"$type": kind, "displayName": name, "description": text}
        if not signed_out_readers:
            wish = [{"val": "!no-unauthenticated"}]
            record["labels"] = {"$type": "com.atproto.label.defs#selfLabels", "values": wish}
        self.call("com.atproto.repo.putRecord", repo=self.did, collection=kind, rkey="self", record=record)

    def deactivate(self) -> None:
        """Deactivate the account, as its owner would."""
        self.call("com.atproto.server.deactivateAccount")

    def call(self, name: str, session: requests.Session | None = None, **fields: Any) -> dict[str, Any]:
        """Call a procedure of the server in the account's name."""
        head = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        answer = (session or requests).post(f"{self.server}/xrpc/{name}", json=fields, headers=head, timeout=30)
        answer.raise_for_status()
        return answer.json() if answer.content else {}


class BlueskyServer:
    """Installs, starts and stops the network."""

    def __init__(self) -> None:
        self.folder = server_folder()
        self._daemon: Daemon | None = None

    def start(self) -> Bluesky:
        """Install what is missing and start; skips with the reason where that is not possible."""
        node, folder = with_packages("bluesky", PACKAGE)
        (folder / "loopback.cjs").write_text(_LOOPBACK)
        (folder / "start.mjs").write_text(_START)
        plc, pds = free_port(), free_port()
        command = [str(node), "--require", str(folder / "loopback.cjs"), str(folder / "start.mjs"), str(plc), str(pds)]
        quiet = {"LOG_ENABLED": "0", "NODE_ENV": "development", "TMPDIR": str(self.folder)}
        self._daemon = Daemon(command, self.folder, env=quiet)
        server = f"http://127.0.0.1:{pds}"
        self._daemon.wait_for(lambda: answers(f"{server}/xrpc/com.atproto.server.describeServer"), seconds=60)
        network = Bluesky(server, f"http://127.0.0.1:{plc}", "", "", "")
        return self.account(network, "synthia-one.test")

    def account(self, network: Bluesky, handle: str) -> Bluesky:
        """Another account on the same network."""
        newcomer = Bluesky(network.server, network.directory, "", "", "")
        fields = {"handle": handle, "email": f"{handle}@example.test", "password": os.urandom(16).hex()}
        made = newcomer.call("com.atproto.server.createAccount", None, **fields)
        return Bluesky(network.server, network.directory, handle, made["did"], made["accessJwt"])

    def stop(self) -> None:
        """Stop the network and delete its data."""
        if self._daemon is not None:
            self._daemon.stop()
        remove(self.folder)
