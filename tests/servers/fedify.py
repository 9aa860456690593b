"""A real ActivityPub server, written on Fedify (npm), on loopback; its posts are read from a file at each request."""

import json
from datetime import datetime

from schemas.account import DeclaredAccount
from schemas.platform import Method
from tests.servers.daemon import Daemon, answers, free_port, remove, server_folder
from tests.servers.node import with_packages

PACKAGES = ("@fedify/fedify@2.3.6", "@fedify/vocab@2.3.6", "@hono/node-server", "@js-temporal/polyfill")
USER = "synthia"
_START = """
import { readFileSync } from 'node:fs';
import { Temporal } from '@js-temporal/polyfill';
import { createFederation, MemoryKvStore } from '@fedify/fedify';
import { Create, Note, Person, PUBLIC_COLLECTION } from '@fedify/vocab';
import { serve } from '@hono/node-server';
const [port, file, signed] = process.argv.slice(2);
const origin = `http://127.0.0.1:${port}`, user = 'synthia', page = 40;
const posts = () => JSON.parse(readFileSync(file, 'utf8'));
const federation = createFederation({ kv: new MemoryKvStore(), origin, allowPrivateAddress: true });
const may = async (context) => signed !== 'signed' || (await context.getSignedKey()) != null;
federation.setActorDispatcher('/users/{identifier}', (context, name) => name !== user ? null : new Person({
  id: context.getActorUri(name), preferredUsername: user, name: 'Synthia', summary: '<p>About nothing</p>',
  outbox: context.getOutboxUri(name), inbox: context.getInboxUri(name) })).authorize(may);
federation.setInboxListeners('/users/{identifier}/inbox', '/inbox');
federation.setOutboxDispatcher('/users/{identifier}/outbox', (context, name, cursor) => {
  if (cursor == null || name !== user) return null;
  const all = posts(), start = Number(cursor), who = context.getActorUri(name);
  const items = all.slice(start, start + page).map((post) => {
    const published = Temporal.Instant.from(post.time);
    const to = post.public ? PUBLIC_COLLECTION : new URL(`${origin}/users/friend`);
    const note = new Note({ id: new URL(`${origin}/notes/${post.id}`), attribution: who, content: post.html, published, to });
    return new Create({ id: new URL(`${origin}/notes/${post.id}#create`), actor: who, object: note, published, to });
  });
  return { items, nextCursor: start + page < all.length ? String(start + page) : null };
}).setFirstCursor(() => '0').setCounter(() => posts().length).authorize(may);
serve({ fetch: (request) => federation.fetch(request, { contextData: undefined }), port: Number(port), hostname: '127.0.0.1' });
"""


class FedifyServer:
    """Installs, starts and stops the server; `signed` makes it answer only requests that are signed."""

    def __init__(self, *, signed: bool = False) -> None:
        self.signed = signed
        self.folder = server_folder()
        self.port = free_port()
        self._daemon: Daemon | None = None

    def start(self) -> None:
        """Install what is missing and start; skips with the reason where that is not possible."""
        self.write([])
        self.start_again()

    def kill(self) -> None:
        """End the server at once, as a crash would."""
        if self._daemon is not None:
            self._daemon.stop(force=True)
            self._daemon = None

    def start_again(self) -> None:
        """Start with the posts that are there."""
        node, packages = with_packages("fedify", *PACKAGES)
        script = packages / "start.mjs"
        script.write_text(_START)
        mode = "signed" if self.signed else "open"
        command = [str(node), str(script), str(self.port), str(self.folder / "posts.json"), mode]
        self._daemon = Daemon(command, self.folder)
        resource = f"acct:{USER}@127.0.0.1:{self.port}"
        self._daemon.wait_for(
            lambda: answers(f"http://127.0.0.1:{self.port}/.well-known/webfinger?resource={resource}")
        )

    def write(self, posts: list[tuple[int, str, datetime, bool]]) -> None:
        """What the account has now, newest first: id, HTML, time, and whether it is public."""
        made = [
            {"id": number, "html": html, "time": time.strftime("%Y-%m-%dT%H:%M:%SZ"), "public": public}
            for number, html, time, public in posts
        ]
        (self.folder / "posts.json").write_text(json.dumps(made))

    def declared(self, name: str = USER) -> DeclaredAccount:
        """The account as a declaration resolves it."""
        host = f"127.0.0.1:{self.port}"
        return DeclaredAccount(
            id="C1.A1",
            platform="test",
            method=Method.ACTIVITYPUB,
            host=host,
            target=f"http://{host}/@{name}",
            user=name,
        )

    def stop(self) -> None:
        """Stop the server and delete its data."""
        if self._daemon is not None:
            self._daemon.stop()
        remove(self.folder)
