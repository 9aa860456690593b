"""One measured round, in a process of its own; prints its figures as JSON. Also the simulator's process.

Everything goes through the functions that the commands call, on the synthetic ground that the tests use.
"""

import contextlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

STAGES = ("collect", "find", "prepare", "validate and review", "release")
_NARRATIVE = "The candidate, a married Lutheran veteran, boasted of driving at twice the limit past a school."


@contextlib.contextmanager
def simulator_process(candidates: int, accounts: int, posts: int) -> Iterator[str]:
    """Host and port of a fediverse simulator in another process, so that it does not share our interpreter."""
    command = [sys.executable, "-m", "benchmarks.round_run", "simulator", str(candidates), str(accounts), str(posts)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def serve(candidates: int, accounts: int, posts: int) -> None:
    """Serve the accounts that `World.declare` declares, until the other end goes away."""
    from tests.simulators.fediverse import FediverseSim, SimAccount

    names = [f"synthetic{n}x{i}" for n in range(1, candidates + 1) for i in range(1, accounts + 1)]
    with FediverseSim([SimAccount(name, count=posts) for name in names]) as simulator:
        print(simulator.host, flush=True)
        sys.stdin.read()


def measure(order: dict[str, Any]) -> dict[str, Any]:
    """Run one round and return its figures; times are seconds, memory is bytes."""
    from flows.desk import Desk, at_desk
    from flows.server import prefect_server
    from schemas.case import Case, CaseState
    from schemas.evidence import Evidence
    from tests.world import ROUND, World, the_redactor
    from vetting.settings import Settings

    home = Path(order["home"])
    world = World.make(home / "office")
    settings = Settings(home=home, workers=order["workers"], allow_private_hosts=True, unpaced_test_hosts=True)
    world.office = _with_settings(world, settings)
    world.open_round(order["candidates"])
    cases = [world.declare(n, order["accounts"], host=order["host"]) for n in range(1, order["candidates"] + 1)]
    the_redactor()
    server = prefect_server(settings) if order["prefect"] else contextlib.nullcontext()
    begun = time.perf_counter()
    with server:
        server_start = time.perf_counter() - begun
        busy = _watch_ours()  # imports the flows too: that is not the round's work
        _restart_peak()
        baseline, cpu, server_cpu = _peak(), time.process_time(), _children_cpu()
        seconds: dict[str, float] = {}
        run = _Runner(world, prefect=order["prefect"], workers=order["workers"])
        for stage, work in (
            ("collect", lambda: run.collect(ROUND)),
            ("find", lambda: _each(cases, lambda case: _findings(world, case, order["findings"]))),
            ("prepare", lambda: run.prepare(ROUND, cases)),
            ("validate and review", lambda: _each(cases, lambda case: _review(world, case))),
            ("release", lambda: run.release(ROUND, cases)),
        ):
            seconds[stage] = _timed(work, world, Desk, at_desk, "rev-1" if stage == "release" else "inv-1")
        moved = seconds["collect"] + seconds["prepare"] + seconds["release"]
        figures = {
            "idle": moved - _union(busy) if order["prefect"] else 0.0,
            "cpu": time.process_time() - cpu,
            "server_cpu": _children_cpu() - server_cpu,
            "peak": _peak(),
        }
    with world.office.store.reading() as tx:
        released = tx.count(Case, state=CaseState.RELEASED)
        posts = sum(e.items for e in tx.all(Evidence) if e.items > 1)
        events = tx.log_head()[0]
    return {
        **figures,
        "candidates": order["candidates"],
        "posts": posts,
        "released": released,
        "events": events,
        "seconds": seconds,
        "server_start": server_start,
        "baseline": baseline,
    }


def _watch_ours() -> list[tuple[float, float]]:
    """From now on, note when each function of ours that a flow calls begins and ends."""
    import flows.collect
    import flows.prepare
    import flows.release

    spans: list[tuple[float, float]] = []

    def watched(work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            begun = time.perf_counter()
            try:
                return work(*arguments)
            finally:
                spans.append((begun, time.perf_counter()))

        return timed

    for module, names in (
        (flows.collect, ("begin", "collect_one", "finish")),
        (flows.prepare, ("prepare_draft",)),
        (flows.release, ("release",)),
    ):
        for name in names:
            setattr(module, name, watched(getattr(module, name)))
    return spans


def _union(spans: list[tuple[float, float]]) -> float:
    """Seconds covered by at least one span."""
    covered, until = 0.0, float("-inf")
    for begun, ended in sorted(spans):
        covered += max(0.0, ended - max(begun, until))
        until = max(until, ended)
    return covered


def _each(cases: list[str], work: Callable[[str], None]) -> None:
    for case in cases:
        work(case)


def _with_settings(world: Any, settings: Any) -> Any:
    from dataclasses import replace

    return replace(world.office, settings=settings)


def _timed(work: Callable[[], object], world: Any, desk: Any, at_desk: Any, person: str) -> float:
    begun = time.perf_counter()
    with at_desk(desk(world.office, world.actors[person])):
        work()
    return time.perf_counter() - begun


class _Runner:
    """The three stages that flows carry out: through Prefect, or the same functions from a plain thread pool."""

    def __init__(self, world: Any, *, prefect: bool, workers: int) -> None:
        self.world, self.prefect, self.workers = world, prefect, workers

    def collect(self, round_id: str) -> None:
        from flows import collect

        if self.prefect:
            waiting = collect.collect(round_id)
        else:
            with ThreadPoolExecutor(self.workers) as pool:
                list(pool.map(collect.collect_one, collect.begin(round_id)))
            waiting = collect.finish(round_id)
        assert not waiting, waiting

    def prepare(self, round_id: str, cases: list[str]) -> None:
        from flows import prepare
        from tests.world import the_redactor
        from vetting.redaction.drafting import prepare_draft

        if self.prefect:
            prepare.prepare(round_id)
        else:
            office, actor = self.world.office, self.world.actors["inv-1"]
            with ThreadPoolExecutor(2) as pool:
                list(pool.map(lambda case: prepare_draft(office, actor, case, the_redactor()), cases))

    def release(self, round_id: str, cases: list[str]) -> None:
        from flows import release
        from vetting.sealing.release import release as release_one

        if self.prefect:
            release.release_round(round_id)
        else:
            for case in cases:
                release_one(self.world.office, self.world.actors["rev-1"], case)


def _findings(world: Any, case: str, count: int) -> None:
    """So many findings, attributed and corroborated, each on another account's posts."""
    from schemas.evidence import AttributionFactor, AttributionStatus, OpenReason
    from schemas.finding import Basis, Citation, FindingContent, Means, Verdict
    from vetting.findings.record import record_finding
    from vetting.findings.validate import record_attribution, record_corroboration
    from vetting.vault.custody import open_posts

    office, actor = world.office, world.actors["inv-1"]
    for evidence in [e for e in world.evidence(case) if e.items > 1][:count]:
        post = open_posts(office, actor, evidence.id, OpenReason.FIND)[2]
        content = FindingContent(
            code="reckless",
            basis=(Basis.CONDUCT,),
            citations=(Citation(evidence=evidence.id, item=post.number, start=0, end=len(post.text)),),
            narrative=_NARRATIVE,
            quotation=post.text,
        )
        finding = record_finding(office, actor, case, content)
        record_attribution(office, actor, evidence.account, AttributionStatus.ATTRIBUTED, (AttributionFactor.DECLARED,))
        record_corroboration(
            office, actor, finding, Means.INTERVIEW, Verdict.CONFIRMED, "Asked and confirmed in the interview."
        )


def _review(world: Any, case: str) -> None:
    from schemas.draft import ReviewDecision
    from vetting.cases import latest_draft
    from vetting.redaction.editing import confirm_spans, submit_draft
    from vetting.review.decide import decide
    from vetting.validation.report import validate

    with world.office.store.reading() as tx:
        prepared = latest_draft(tx, case)
    assert prepared is not None, f"{case} has no draft"
    draft = confirm_spans(world.office, world.actors["inv-1"], prepared.id)
    report = validate(world.office, world.actors["inv-1"], draft)
    assert report.passed, report.failures
    submit_draft(world.office, world.actors["inv-1"], draft)
    decide(world.office, world.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)


def _restart_peak() -> None:
    """Forget the peak so far (Linux); elsewhere the peak includes the installation's own key stretching."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> int:
    with contextlib.suppress(OSError):
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _children_cpu() -> float:
    import psutil

    return sum(sum(c.cpu_times()[:2]) for c in psutil.Process().children(recursive=True))


if __name__ == "__main__":
    if sys.argv[1] == "simulator":
        serve(*(int(a) for a in sys.argv[2:]))
    else:
        print(json.dumps(measure(json.loads(sys.argv[1]))))
