"""One Prefect server for all flow tests of a process, and a synthetic round whose accounts lie on a simulator."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from flows.desk import Desk, at_desk
from flows.server import prefect_server
from tests.simulators.fediverse import NEWEST, FediverseSim, SimAccount, SimPost
from tests.world import TEXTS, World
from vetting.settings import Settings

AtDesk = Callable[[str], AbstractContextManager[None]]


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server keeps its database."""
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def api(prefect_home: Path) -> Iterator[str]:
    """The address of a running server."""
    with prefect_server(Settings(home=prefect_home)) as url:
        yield url


@pytest.fixture
def fediverse() -> Iterator[FediverseSim]:
    """An instance with two accounts for each of three candidates."""
    posts = [SimPost(text, NEWEST - timedelta(days=number)) for number, text in enumerate(TEXTS)]
    names = [f"synthetic{number}x{i}" for number in (1, 2, 3) for i in (1, 2)]
    with FediverseSim([SimAccount(name, posts=posts) for name in names]) as simulator:
        yield simulator


@pytest.fixture
def declared(world: World, fediverse: FediverseSim) -> World:
    """Round R1 with three candidates; the third declared none."""
    settings = world.office.settings.model_copy(update={"http_backoff": 0.01, "http_attempts": 2})
    world.office = replace(world.office, settings=settings)
    world.open_round(3)
    for number, accounts in ((1, 2), (2, 2), (3, 0)):
        world.declare(number, accounts, host=fediverse.host)
    return world


@pytest.fixture
def sits(declared: World, api: str) -> AtDesk:
    """Somebody at the desk, with the server: `with sits("inv-1"): ...`."""

    @contextmanager
    def sit(person: str) -> Iterator[None]:
        settings = declared.office.settings.model_copy(update={"prefect_api_url": api})
        with prefect_server(settings), at_desk(Desk(declared.office, declared.actors[person])):
            yield

    return sit
