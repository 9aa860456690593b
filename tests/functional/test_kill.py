"""`kill -9` at fifty random moments of rounds, resumed each time: nothing is lost, nothing is twice, nothing lies about in clear."""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import psutil
import pytest

from flows.server import prefect_server
from schemas.capture import StepOutcome
from schemas.case import Case, CaseState, Step
from schemas.draft import Draft, Release, ReviewDecision
from schemas.event import Event, Result
from schemas.evidence import AttributionFactor, AttributionStatus, Evidence, VaultObject
from schemas.finding import Citation, Means, Verdict
from tests.simulators.fediverse import NEWEST, FediverseSim, SimAccount, SimPost
from tests.simulators.server import Reply, Request
from tests.world import ROUND, TEXTS, World, person_key
from vetting.audit.exporting import export_log
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.audit.verify import verify_export
from vetting.cases import latest_draft
from vetting.findings.record import record_finding
from vetting.findings.validate import record_attribution, record_corroboration
from vetting.redaction.editing import confirm_spans, submit_draft
from vetting.review.decide import decide
from vetting.settings import Settings
from vetting.validation.report import validate
from vetting.vault.verification import verify_case

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket, pytest.mark.timeout(900)]

ROOT = Path(__file__).resolve().parents[2]
CANDIDATES, ACCOUNTS = 6, 3
CLEAR = (b"Synthetic post", b"synthetic1x", b"Synthia Testcase", b"twice the limit")
KILLS = {"collect": 40, "prepare": 5, "release": 5}


class SlowServer(FediverseSim):
    """Answers after a moment, so that a kill can strike in every part of the work."""

    def reply(self, request: Request) -> Reply:
        time.sleep(0.015)
        return super().reply(request)


@pytest.fixture(scope="module")
def server() -> Iterator[SlowServer]:
    posts = [SimPost(text, NEWEST - timedelta(days=number)) for number, text in enumerate(TEXTS)]
    names = [f"synthetic{n}x{i}" for n in range(1, CANDIDATES + 1) for i in range(1, ACCOUNTS + 1)]
    with SlowServer([SimAccount(name, posts=posts) for name in names]) as simulator:
        yield simulator


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Prefect server that outlives every kill."""
    with prefect_server(Settings(home=tmp_path_factory.mktemp("prefect"))) as url:
        yield url


class Zygote:
    """The victim's parent process; see `tests.functional.victim`."""

    def __init__(self, home: Path, keys: Path, temp: Path) -> None:
        environment = {**os.environ, "TMPDIR": str(temp), "PYTHONPATH": str(ROOT)}
        self.errors = (temp.parent / "errors.txt").open("w+b")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.functional.victim", str(home), str(keys)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            env=environment,
            text=True,
        )
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            self.expect("ready")
        except AssertionError:
            self.close()
            raise

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line.strip())
        self._lines.put("ended by itself")

    def expect(self, start: str, timeout: float = 120) -> str:
        """The rest of the next line that starts so; other lines are passed over."""
        end = time.monotonic() + timeout
        while True:
            try:
                line = self._lines.get(timeout=max(0.01, end - time.monotonic()))
            except Empty:
                raise AssertionError(f"no {start!r} within {timeout} s:\n{self.said()}") from None
            if line.startswith(start):
                return line[len(start) :].strip()
            if line.startswith("ended"):
                raise AssertionError(f"it ended before {start!r}:\n{self.said()}")

    def begin(self, stage: str, api: str | None) -> int:
        """Order a stage; returns the child's process id."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"stage": stage, "api": api}) + "\n")
        self._process.stdin.flush()
        return int(self.expect("started"))

    def ended(self) -> int:
        """Wait for the child's end; returns its wait status."""
        end = time.monotonic() + 120
        while time.monotonic() < end:
            with contextlib.suppress(Empty):
                line = self._lines.get(timeout=1)
                if line.startswith("ended"):
                    assert line != "ended by itself", self.said()
                    return int(line.split()[1])
        raise AssertionError("the victim neither died nor finished")

    def said(self) -> str:
        """Everything the victims wrote to standard error."""
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._reader.join(timeout=10)
        assert self._process.stdout is not None
        self._process.stdout.close()
        self.errors.close()


@contextlib.contextmanager
def life(folder: Path, server: SlowServer) -> Iterator[tuple[World, Zygote]]:
    """A new round with everybody declared, and a victim to work on it."""
    world = World.make(folder / "home")
    world.open_round(CANDIDATES)
    for number in range(1, CANDIDATES + 1):
        world.declare(number, ACCOUNTS, host=server.host)
    keys, temp = folder / "keys", folder / "temp"
    temp.mkdir()
    keys.mkdir()
    for person in ("inv-1", "rev-1"):
        person_key(person).save(keys / f"{person}.key.json", None, unsafe_no_passphrase=True)
    victim = Zygote(folder / "home", keys, temp)
    try:
        yield world, victim
    finally:
        victim.close()
        world.office.close()


def run_through(victim: Zygote, stage: str, api: str) -> None:
    """One attempt that nobody disturbs."""
    victim.begin(stage, api)
    assert victim.ended() == 0, victim.said()


def kill_once(victim: Zygote, stage: str, api: str, chance: random.Random, server: SlowServer | None) -> bool:
    """Start a stage and kill its whole group at a random moment; false when it was done before that."""
    asked = len(server.requests) if server is not None else 0
    child = victim.begin(stage, api)
    if chance.random() < 0.2:
        time.sleep(chance.uniform(0, 0.4))  # anywhere, also while the office is opened
    else:
        victim.expect("working")
        end = time.monotonic() + 5
        while (
            server is not None and len(server.requests) == asked and time.monotonic() < end and psutil.pid_exists(child)
        ):
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.25 if server is not None else 0.5))
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    status = victim.ended()
    assert status == 0 or os.WTERMSIG(status) == signal.SIGKILL, victim.said()
    return status != 0


def contents(world: World) -> dict[tuple[str, str, str], str | None]:
    """Digest of the content of each step, by case, account and step."""
    with world.office.store.reading() as tx:
        kept = {e.step: e.content_sha256 for e in tx.all(Evidence)}
        return {(s.case, s.account, s.key): kept.get(s.id) for s in tx.all(Step)}


def check(world: World, folder: Path) -> None:
    """Everything that must be true after a round, however often it was killed."""
    with world.office.store.reading() as tx:
        steps, evidence, log = tx.all(Step), tx.all(Evidence), events(tx, round_=ROUND)
        rows = {o.id for o in tx.all(VaultObject)}
    assert len(steps) == CANDIDATES * ACCOUNTS * 2
    assert all(s.outcome is StepOutcome.CAPTURED and s.attempt == 1 for s in steps)
    assert Counter(e.step for e in evidence) == Counter(s.id for s in steps)
    done = [e for e in log if e.result is Result.DONE]
    assert Counter(e.subject for e in done if e.action == Action.STEP_RECORDED) == Counter(s.id for s in steps)
    assert Counter(e.subject for e in done if e.action == Action.EVIDENCE_KEPT) == Counter(e.id for e in evidence)
    for number in range(1, CANDIDATES + 1):
        assert verify_case(world.office, world.actors["inv-1"], f"{ROUND}.{number:03d}") == []
    with world.office.store.transaction() as tx:
        world.office.vault.sweep(tx, timedelta(seconds=-5))
    assert {f.name for f in (folder / "home/vault").rglob("*") if f.is_file()} == rows
    proof(world, folder, done)
    # Reading a database file drops this process's locks on it (POSIX), so no connection may be open meanwhile.
    world.office.close()
    nothing_clear(folder)


def proof(world: World, folder: Path, done: list[Event]) -> None:
    """The log as an auditor gets it verifies."""
    out = folder / f"log-{len(list(folder.glob('log-*')))}.jsonl"
    export_log(world.office, world.actors["aud-1"], out)
    assert verify_export(out, world.office.keys.public).size > len(done)


def nothing_clear(folder: Path) -> None:
    """No word of a candidate lies in any file, nor a capture that is only compressed."""
    for file in (f for f in folder.rglob("*") if f.is_file()):
        data = file.read_bytes()
        assert not [word for word in CLEAR if word in data], f"{file.relative_to(folder)} holds content"
        assert b"\x1f\x8b\x08" not in data[:3], f"{file.relative_to(folder)} is a compressed file"


@pytest.fixture(scope="module")
def undisturbed(
    tmp_path_factory: pytest.TempPathFactory, server: SlowServer, api: str
) -> dict[tuple[str, str, str], str | None]:
    """What a run that nobody disturbs keeps."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with life(folder, server) as (world, victim):
        run_through(victim, "collect", api)
        check(world, folder)
        found = contents(world)
    assert all(found.values())
    return found


def test_round_survives_fifty_kills(
    tmp_path: Path, server: SlowServer, api: str, undisturbed: dict[tuple[str, str, str], str | None]
) -> None:
    chance = random.Random()
    kills: Counter[str] = Counter()
    mid_round = lives = 0
    while any(kills[stage] < wanted for stage, wanted in KILLS.items()):
        lives += 1
        folder = tmp_path / f"life-{lives}"
        with life(folder, server) as (world, victim):
            while kills["collect"] < KILLS["collect"] and kill_once(victim, "collect", api, chance, server):
                kills["collect"] += 1
                mid_round += 0 < sum(s.outcome is not None for s in _steps(world)) < CANDIDATES * ACCOUNTS * 2
            run_through(victim, "collect", api)
            check(world, folder)
            assert contents(world) == undisturbed
            _rest_of_the_round(world, victim, api, chance, kills)
            check(world, folder)
        assert lives < 60, f"only {dict(kills)} kills struck"
    assert sum(kills.values()) >= 50
    assert mid_round >= 10, f"only {mid_round} of {kills['collect']} kills struck in the middle of collection"


def _steps(world: World) -> list[Step]:
    with world.office.store.reading() as tx:
        return tx.all(Step)


def _rest_of_the_round(world: World, victim: Zygote, api: str, chance: random.Random, kills: Counter[str]) -> None:
    """Findings, drafts and releases; preparing and releasing are killed too."""
    office, investigator, reviewer = world.office, world.actors["inv-1"], world.actors["rev-1"]
    cases = [f"{ROUND}.{number:03d}" for number in range(1, CANDIDATES + 1)]
    for case in cases:
        found = next(e for e in world.evidence(case) if e.items == len(TEXTS))
        cited = Citation(evidence=found.id, item=2, start=0, end=len(TEXTS[1]))
        finding = record_finding(office, investigator, case, world.content(case, citations=(cited,)))
        record_attribution(
            office, investigator, found.account, AttributionStatus.ATTRIBUTED, (AttributionFactor.DECLARED,)
        )
        record_corroboration(
            office, investigator, finding, Means.INTERVIEW, Verdict.CONFIRMED, "Confirmed in the interview."
        )
    _killed(victim, "prepare", api, chance, kills)
    with office.store.reading() as tx:
        assert Counter(d.case for d in tx.all(Draft)) == Counter(cases), "a draft is missing or was made twice"
        drafts = [draft.id for case in cases if (draft := latest_draft(tx, case)) is not None]
    for draft_id in drafts:
        confirmed = confirm_spans(office, investigator, draft_id)
        assert validate(office, investigator, confirmed).passed
        submit_draft(office, investigator, confirmed)
        decide(office, reviewer, confirmed, ReviewDecision.APPROVED, certify=True)
    _killed(victim, "release", api, chance, kills)
    with office.store.reading() as tx:
        assert {c.state for c in tx.all(Case)} == {CaseState.RELEASED}, victim.said()
        assert Counter(r.case for r in tx.all(Release)) == Counter(cases), "a summary is missing or was released twice"


def _killed(victim: Zygote, stage: str, api: str, chance: random.Random, kills: Counter[str]) -> None:
    while kills[stage] < KILLS[stage] and kill_once(victim, stage, api, chance, None):
        kills[stage] += 1
    run_through(victim, stage, api)


@pytest.mark.parametrize("moment", ["opening", "working"])
def test_killed_command_leaves_no_prefect_server(tmp_path: Path, server: SlowServer, moment: str) -> None:
    """Only the command itself is killed here, not its group: its own temporary server must go with it."""
    with life(tmp_path, server) as (world, victim):
        for delay in (0.3, 0.05):
            child = victim.begin("collect", None)
            victim.expect(moment)
            time.sleep(delay)
            started = _prefect_servers(tmp_path)
            os.kill(child, signal.SIGKILL)
            assert os.WTERMSIG(victim.ended()) == signal.SIGKILL
            assert started or moment == "opening", "the command runs a server of its own"
            end = time.monotonic() + 30
            while _prefect_servers(tmp_path) and time.monotonic() < end:
                time.sleep(0.1)
            assert not _prefect_servers(tmp_path), "a Prefect server outlived the command that started it"
        victim.begin("collect", None)
        assert victim.ended() == 0, victim.said()
        assert not _prefect_servers(tmp_path)
        check(world, tmp_path)


def _prefect_servers(folder: Path) -> list[int]:
    """Processes that run a Prefect server for an installation under `folder`."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if "prefect.server.api.server:create_app" in process.cmdline() and str(folder) in process.environ().get(
                "PREFECT_HOME", ""
            ):
                found.append(process.pid)
    return found
