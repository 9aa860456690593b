"""One simulator for each collector of a JSON interface, set up alike, so that the same faults can strike all of them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from schemas.account import DeclaredAccount
from schemas.platform import Method
from tests.simulators.actors import ActorSim, notes
from tests.simulators.atproto import AtAccount, AtprotoSim
from tests.simulators.fediverse import FediverseSim, SimAccount
from tests.simulators.press import PressSim, articles
from tests.simulators.server import Request, Simulator
from tests.simulators.services import SERVICES, ServiceSim
from tests.simulators.wiki import WikiSim, edits
from tests.unit.collection.helpers import account

NAMES = ("synthetic-one.test", "synthetic-two.test")


@dataclass(frozen=True)
class Rig:
    """A running simulator with two accounts of the same content."""

    declared: tuple[DeclaredAccount, DeclaredAccount]
    servers: tuple[Simulator, ...]
    lister: Simulator
    list_paths: tuple[str, str]
    """What faults of the list of items are planted on, for each account."""
    values: dict[str, Any] = field(default_factory=dict)
    """Settings that the collector needs."""
    sign_in: bool = True
    """401 speaks of the account; otherwise of the agency's key."""

    def asked(self) -> list[Request]:
        """All requests so far, server by server."""
        return [request for server in self.servers for request in server.requests]


@contextmanager
def _mastodon(count: int) -> Iterator[Rig]:
    names = [name.partition(".")[0] for name in NAMES]
    with FediverseSim([SimAccount(name, count=count) for name in names]) as sim:
        one, two = (account(sim.host, f"{sim.base_url}/@{name}", user=name) for name in names)
        yield Rig((one, two), (sim,), sim, (sim.statuses_path(names[0]), sim.statuses_path(names[1])))


@contextmanager
def _atproto(count: int) -> Iterator[Rig]:
    with AtprotoSim(*(AtAccount(name, count=count) for name in NAMES)) as sim:
        one, two = (sim.declared(name) for name in NAMES)
        yield Rig((one, two), sim.parts, sim.server, (sim.list_path, sim.list_path))


@contextmanager
def _mediawiki(count: int) -> Iterator[Rig]:
    names = ("Synthetic one", "Synthetic two")
    with WikiSim({name: edits(count) for name in names}) as sim:
        one, two = (sim.declared(name) for name in names)
        yield Rig((one, two), (sim,), sim, (sim.list_key, sim.list_key))


@contextmanager
def _wordpress(count: int) -> Iterator[Rig]:
    names = ("synthetic-one", "synthetic-two")
    with PressSim({name: articles(count) for name in names}) as sim:
        one, two = (sim.declared(name) for name in names)
        yield Rig((one, two), (sim,), sim, (sim.list_path, sim.list_path))


@contextmanager
def _activitypub(count: int) -> Iterator[Rig]:
    names = ("synthetic-one", "synthetic-two")
    with ActorSim({name: notes(count) for name in names}) as sim:
        one, two = (sim.declared(name) for name in names)
        yield Rig((one, two), (sim,), sim, (f"{sim.outbox_path(names[0])}#page", f"{sim.outbox_path(names[1])}#page"))


def _service(kind: type[ServiceSim]) -> Any:
    @contextmanager
    def make(count: int) -> Iterator[Rig]:
        names = ("1001", "1002")
        with kind(dict.fromkeys(names, count)) as sim, TemporaryDirectory() as folder:
            file = Path(folder) / "keys.json"
            file.write_text(json.dumps({kind.method.value: kind.key}))
            file.chmod(0o600)
            one, two = (sim.declared(name) for name in names)
            paths = (sim.list_key(names[0]), sim.list_key(names[1]))
            yield Rig((one, two), (sim,), sim, paths, {"api_keys_file": file}, kind.method in _PLAIN_401)

    return make


_PLAIN_401 = frozenset({Method.STACKEXCHANGE_API, Method.FLICKR_API})
RIGS: dict[Method, Any] = {
    **{service.method: _service(service) for service in SERVICES},
    Method.MASTODON_API: _mastodon,
    Method.ATPROTO: _atproto,
    Method.ACTIVITYPUB: _activitypub,
    Method.WORDPRESS_API: _wordpress,
    Method.MEDIAWIKI_API: _mediawiki,
}
