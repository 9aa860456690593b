"""The pace that workers share: through a real Prefect server, and through files where there is none; no host by its name."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flows.collect import begin, collect, collect_one
from flows.desk import Desk, at_desk
from flows.pace import UNITS, PrefectPace, pace_for
from flows.server import prefect_server
from tests.simulators.fediverse import FediverseSim, SimAccount
from tests.simulators.server import Reply
from tests.world import ROUND, World
from vetting.collection.pace import FilePace, slot_name
from vetting.errors import CollectionError
from vetting.settings import Settings

pytestmark = [pytest.mark.enable_socket, pytest.mark.timeout(240), pytest.mark.attacks("lawful_methods")]
KEY = b"k" * 32
LONG = 300.0
"""A pause that outlasts every test, so that what is refused is refused however slow the machine is."""


@pytest.fixture
def server(api: str) -> Iterator[None]:
    """Prefect's client speaks to the tests' server."""
    with prefect_server(Settings(prefect_api_url=api)):
        yield


def fresh(name: str) -> str:
    return f"{name}-{time.monotonic_ns()}.example"


def test_turn_is_given_once_whichever_process_asks(server: None) -> None:
    host = fresh("once")
    first, second = PrefectPace(KEY), PrefectPace(KEY)
    assert first.turn(host, LONG) == 0
    assert 0 < second.turn(host, LONG) <= LONG
    assert 0 < first.turn(host, LONG) <= LONG
    assert first.turn(fresh("another"), LONG) == 0


def test_many_that_ask_at_once_get_one_turn(server: None) -> None:
    host = fresh("many")
    start = threading.Barrier(6)
    got: list[float] = []

    def ask() -> None:
        pace = PrefectPace(KEY)  # each its own, as other processes have
        start.wait()
        got.append(pace.turn(host, LONG))

    # settings of the test's own thread are not those of a new one; Prefect reads the context
    import contextvars

    threads = [threading.Thread(target=contextvars.copy_context().run, args=(ask,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(wait > 0 for wait in got) == [False] + [True] * 5


def test_turn_comes_again_when_the_pause_is_over_and_no_sooner(server: None) -> None:
    host = fresh("again")
    pace = PrefectPace(KEY)
    begun = time.monotonic()
    for _ in range(3):
        while (wait := pace.turn(host, 0.5)) > 0:
            time.sleep(wait)
    # two pauses lie between three turns, each at most a unit short; a slow machine only makes it longer
    assert time.monotonic() - begun >= 2 * (0.5 - 1 / UNITS)


def test_hold_is_kept_by_every_process_and_never_shortened(server: None) -> None:
    host = fresh("hold")
    first, second = PrefectPace(KEY), PrefectPace(KEY)
    first.hold(host, 400.0)
    second.hold(host, 1.0)
    from flows.pace import _client, _occupied

    with _client() as client:
        assert _occupied(client, slot_name(host, KEY)) > 300 * UNITS
    assert second.turn(host, 0.1) > 0


@pytest.mark.attacks("content_in_vault_only")
def test_prefect_knows_no_host(server: None, prefect_home: Path) -> None:
    host = "zqcanaryhost.example"
    PrefectPace(KEY).turn(host, LONG)
    with sqlite3.connect(next((prefect_home / "prefect").glob("*.db"))) as database:
        rows = [row[0] for row in database.execute("select name from concurrency_limit_v2")]
    assert slot_name(host, KEY) in rows
    for file in (prefect_home / "prefect").rglob("*"):
        assert not file.is_file() or b"zqcanaryhost" not in file.read_bytes()


def test_server_that_does_not_answer_stops_the_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_CLIENT_MAX_RETRIES", "0")
    with prefect_server(Settings(prefect_api_url="http://127.0.0.1:9/api")), pytest.raises(CollectionError) as refusal:
        PrefectPace(KEY).turn("zqcanaryhost.example", 1.0)
    assert refusal.value.code == "pace_unavailable"
    assert "zqcanary" not in refusal.value.diagnostics()


def test_installation_chooses_the_pace_by_its_settings(world: World) -> None:
    def chosen(**values: Any) -> object:
        settings = world.office.settings.model_copy(update=values)
        return pace_for(replace(world.office, settings=settings))

    assert chosen() is None  # test servers, lifted by the setting for them
    assert isinstance(chosen(unpaced_test_hosts=False), FilePace)
    assert isinstance(chosen(allow_private_hosts=False), FilePace)
    assert isinstance(chosen(unpaced_test_hosts=False, prefect_api_url="http://127.0.0.1:1/api"), PrefectPace)


def test_candidates_on_one_host_share_its_pace_and_its_robots(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = world.office.settings.model_copy(update={"unpaced_test_hosts": False})
    world.office = replace(world.office, settings=settings)
    real_turn = FilePace.turn
    given: list[float] = []

    def turn(self: FilePace, host: str, pause: float) -> float:
        assert pause == 1.0  # of the shipped plan; a hundredth of it is enough for a test
        given.append(real_turn(self, host, 0.01))
        return given[-1]

    monkeypatch.setattr(FilePace, "turn", turn)
    with FediverseSim([SimAccount(f"synthetic{n}x1", count=1) for n in (1, 2)]) as fediverse:
        fediverse.robots = Reply(200, b"User-agent: *\nDisallow: /private/\n", "text/plain")
        world.open_round(2)
        cases = [world.declare(number, 1, host=fediverse.host) for number in (1, 2)]
        with at_desk(Desk(world.office, world.actors["inv-1"])):
            for account in begin(ROUND):
                collect_one(account)
        assert len(fediverse.robots_requests) == 1
        assert given.count(0.0) == len(fediverse.requests) + 1
    steps = [[(s.key, s.outcome, s.reason, s.requests, s.attempts) for s in world.steps(case)] for case in cases]
    assert steps[0] == steps[1]
    (file,) = (world.office.settings.home / "pace").iterdir()
    assert "127" not in file.name


def test_flow_takes_its_turns_at_the_agencys_own_server(
    declared: World, api: str, fediverse: FediverseSim, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"unpaced_test_hosts": False, "prefect_api_url": api}
    office = replace(declared.office, settings=declared.office.settings.model_copy(update=values))
    real_turn = PrefectPace.turn
    given: list[float] = []

    def turn(self: PrefectPace, host: str, pause: float) -> float:
        assert pause == 1.0  # of the shipped plan; a tenth of it is enough for a test
        given.append(real_turn(self, host, 0.1))
        return given[-1]

    monkeypatch.setattr(PrefectPace, "turn", turn)
    with prefect_server(office.settings), at_desk(Desk(office, declared.actors["inv-1"])):
        collect(ROUND)
    assert given.count(0.0) == len(fediverse.requests) + len(fediverse.robots_requests)
    assert len(fediverse.robots_requests) == 1
    assert not (office.settings.home / "pace").exists()
