"""`make bench-collection`: 200 accounts x 100 items from a server on this machine, beside a bare loop of `requests` and `warcio`.

Ours is the path that `vetting collect` takes for an account, apart from Prefect: guarded door, items, WARC, encryption into the
vault, database and log. The bare loop makes the same requests and writes plain WARCs; it makes no items, encrypts nothing and
has no database. The two are processes that take turns within one run, the server is a third, and the limit of requests to one
host is lifted. What is told is the best turn of each, for a machine that does other work at the same time disturbs the others.
"""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.collection_run import ACCOUNTS_EACH, STAGES

RATIO = 1.5
_MIB = 1024 * 1024
_FLAT = 16
"""MiB that may be held more after the last turn than after the first and still be called flat."""

Figures = dict[str, Any]


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    console = Console(highlight=False, width=110)
    console.print(
        f"{options.accounts} accounts x {options.posts} items, profile and posts of each, in turns of {options.turn} accounts; "
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}.\n"
    )
    with _process("server", accounts=options.accounts, posts=options.posts) as server:
        host = server.told["host"]
        with _worker("bare", host, options) as warm:
            warm.work(options.accounts)  # the server keeps its pages once made: nobody pays for their making
        runs = {workers: _in_turns(host, options, workers) for workers in (1, options.workers)}
        with _worker("ours", host, options, stages=True) as watched:
            told = [watched.work(options.turn) for _ in range(options.accounts // options.turn)]
    # the stages add up from turn to turn
    spans = [(b["seconds"], a["stages"], b["stages"]) for a, b in pairwise(told)]
    _, before, after = min(spans, key=lambda span: float(span[0]))
    stages = {stage: after[stage] - before[stage] for stage in STAGES}
    console.print(_rates(runs))
    console.print(_stages(stages, options.turn))
    ours, bare = runs[1]
    ratio = _ratio(ours, bare, "seconds")
    grown = (ours[-1]["memory"] - ours[0]["memory"]) / _MIB
    console.print(f"Load of the machine at the end: {os.getloadavg()[0]:.1f}.")
    spent = _ratio(ours, bare, "processor")
    took = f"one account after the other: {ratio:.2f} times the bare loop's time (aim: {RATIO}), {spent:.2f} times its processor time"
    _say(console, took, ratio <= RATIO)
    held = f"{ours[0]['memory'] / _MIB:.0f} MiB held after {options.turn} accounts, {ours[-1]['memory'] / _MIB:.0f} after all"
    _say(console, held, grown <= _FLAT)
    if options.json:
        told = {"runs": {str(w): {"ours": a, "bare": b} for w, (a, b) in runs.items()}, "stages": stages}
        Path(options.json).write_text(json.dumps(told, indent=1), encoding="utf-8")
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.collection", description=__doc__)
    parser.add_argument("--accounts", type=int, default=200, help="accounts in all (default 200)")
    parser.add_argument("--posts", type=int, default=100, help="items of each account (default 100)")
    parser.add_argument("--turn", type=int, default=25, help="accounts of one turn (default 25)")
    parser.add_argument("--workers", type=int, default=4, help="accounts collected at the same time in the second run")
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args(arguments)
    if options.accounts % ACCOUNTS_EACH or options.accounts % options.turn or options.accounts < 3 * options.turn:
        parser.error(f"--accounts must be a multiple of {ACCOUNTS_EACH} and of --turn, and at least three turns")
    return options


class _Process:
    """A process of `collection_run` that was started with an order and answers one line for each."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.told = self._answer()

    def work(self, accounts: int) -> Figures:
        """Have the next so many accounts collected."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{accounts}\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Figures:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit("A process of the benchmark ended; what it said stands above.")
        answer: Figures = json.loads(line)
        return answer


@contextlib.contextmanager
def _process(who: str, **order: Any) -> Iterator[_Process]:
    command = [sys.executable, "-m", "benchmarks.collection_run", json.dumps({"who": who, **order})]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield _Process(process)
        finally:
            process.terminate()


@contextlib.contextmanager
def _worker(
    who: str, host: str, options: argparse.Namespace, *, workers: int = 1, stages: bool = False
) -> Iterator[_Process]:
    with tempfile.TemporaryDirectory() as home:
        order = {"host": host, "home": home, "accounts": options.accounts, "workers": workers, "stages": stages}
        with _process(who, **order) as worker:
            yield worker


def _in_turns(host: str, options: argparse.Namespace, workers: int) -> tuple[list[Figures], list[Figures]]:
    """Both collect everything, turn by turn; what they tell of each turn."""
    ours: list[Figures] = []
    bare: list[Figures] = []
    with _worker("ours", host, options, workers=workers) as first, _worker("bare", host, options) as second:
        for _ in range(options.accounts // options.turn):
            ours.append(first.work(options.turn))
            bare.append(second.work(options.turn))
    for told in (ours, bare):
        items = sum(turn["items"] for turn in told)
        assert items == options.accounts * options.posts, f"{items} items were kept"
    return ours, bare


def _rate(told: list[Figures], what: str) -> float:
    """Items in a second of the best turn."""
    return max(float(turn["items"]) / float(turn[what]) for turn in told)


def _ratio(ours: list[Figures], bare: list[Figures], what: str) -> float:
    return _rate(bare, what) / _rate(ours, what)


def _rates(runs: dict[int, tuple[list[Figures], list[Figures]]]) -> Table:
    table = Table(title="Best turn of each", title_justify="left")
    table.add_column("")
    for column in ("items/s", "bare", "ratio", "items per CPU s", "bare", "ratio", "requests", "MiB held", "MiB kept"):
        table.add_column(column, justify="right")
    for workers, (ours, bare) in runs.items():
        cells = []
        for what in ("seconds", "processor"):
            cells += [f"{_rate(told, what):.0f}" for told in (ours, bare)]
            cells.append(f"{_ratio(ours, bare, what):.2f}")
        table.add_row(
            f"{workers} at a time",
            *cells,
            f"{sum(t['requests'] for t in ours)} / {sum(t['requests'] for t in bare)}",
            f"{ours[0]['memory'] / _MIB:.0f} to {ours[-1]['memory'] / _MIB:.0f}",
            f"{sum(t['bytes'] for t in ours) / _MIB:.1f} / {sum(t['bytes'] for t in bare) / _MIB:.1f}",
        )
    return table


def _stages(stages: dict[str, float], accounts: int) -> Table:
    table = Table(title="Where the time of ours goes, one at a time", title_justify="left")
    for column in ("stage", "ms for an account", "share"):
        table.add_column(column, justify="left" if column == "stage" else "right")
    total = sum(stages.values())
    for stage, seconds in stages.items():
        table.add_row(STAGES[stage], f"{seconds / accounts * 1000:.2f}", f"{seconds / total:.0%}")
    table.add_row("all", f"{total / accounts * 1000:.2f}", "")
    return table


def _say(console: Console, told: str, reached: bool) -> None:
    console.print(f"{'reached' if reached else 'MISSED '}  {told}")


if __name__ == "__main__":
    sys.exit(main())
