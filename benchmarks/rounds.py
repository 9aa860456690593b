"""`make bench`: whole hiring rounds on a simulator, from collection to sealed summaries, for several sizes.

What it measures: items (posts) per second from the start of collection to the last sealed summary, the share of each
stage, Prefect's share (of the time: as long as a flow ran and no function of ours did; of the processor: against the
same functions called from a plain thread pool), peak memory, and growth with size. The simulator and the Prefect server
are processes of their own.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.round_run import STAGES, simulator_process

ITEMS_PER_SECOND = 500
PREFECT_SHARE = 1 / 3
_MIB = 1024 * 1024
_FLAT = 64
"""MiB that the largest round may take more than the smallest and still be called flat."""


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    sizes = [int(size) for size in options.sizes.split(",")]
    console = Console(highlight=False, width=100)
    console.print(
        f"Rounds of {', '.join(map(str, sizes))} candidates x {options.accounts} accounts x {options.posts} posts, "
        f"{options.findings} findings each, {os.cpu_count()} processors.\n"
    )
    results: list[dict[str, Any]] = []
    with simulator_process(max(sizes), options.accounts, options.posts) as host:
        for size in sizes:
            results += [_measure(size, host, options, prefect=prefect) for prefect in (True, False)]
    console.print(_table(results))
    console.print(_stages(results))
    _verdict(console, results)
    if options.json:
        Path(options.json).write_text(json.dumps(results, indent=1), encoding="utf-8")
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rounds", description=__doc__)
    parser.add_argument("--sizes", default="10,40,160", help="candidates of each round (default 10,40,160)")
    parser.add_argument("--accounts", type=int, default=5, help="accounts for each candidate")
    parser.add_argument("--posts", type=int, default=50, help="posts for each account")
    parser.add_argument("--findings", type=int, default=2, help="findings for each candidate")
    parser.add_argument("--workers", type=int, default=4, help="accounts collected at the same time")
    parser.add_argument("--timeout", type=int, default=900, help="seconds that one round may take")
    parser.add_argument("--json", help="also write the figures to this file")
    return parser.parse_args(arguments)


def _measure(size: int, host: str, options: argparse.Namespace, *, prefect: bool) -> dict[str, Any]:
    """One round in a process of its own, so that its peak memory is its own."""
    with tempfile.TemporaryDirectory() as home:
        order = {
            "home": home,
            "host": host,
            "candidates": size,
            "accounts": options.accounts,
            "findings": options.findings,
            "workers": options.workers,
            "prefect": prefect,
        }
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.round_run", json.dumps(order)],
            capture_output=True,
            text=True,
            timeout=options.timeout,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"The round of {size} failed:\n{done.stderr}")
        result: dict[str, Any] = json.loads(done.stdout)
        expected = size * options.accounts * options.posts
        assert result["posts"] == expected, f"{result['posts']} posts were kept, {expected} were published"
        assert result["released"] == size, f"{result['released']} of {size} summaries were released"
        return result


def _pairs(results: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return list(zip(results[::2], results[1::2], strict=True))


def _table(results: list[dict[str, Any]]) -> Table:
    table = Table(title="From collection to sealed", title_justify="left")
    columns = (
        "people",
        "items",
        "seconds",
        "items/s",
        "Prefect",
        "of CPU",
        "collect items/s",
        "peak MiB",
        "grown MiB",
        "events",
    )
    for column in columns:
        table.add_column(column, justify="right")
    for with_it, without in _pairs(results):
        total = _total(with_it)
        table.add_row(
            str(with_it["candidates"]),
            str(with_it["posts"]),
            f"{total:.1f}",
            f"{with_it['posts'] / total:.0f}",
            f"{_share(with_it):.0%}",
            f"{_processor_share(with_it, without):.0%}",
            f"{with_it['posts'] / with_it['seconds']['collect']:.0f}",
            f"{with_it['peak'] / _MIB:.0f}",
            f"{(with_it['peak'] - with_it['baseline']) / _MIB:.0f}",
            str(with_it["events"]),
        )
    return table


def _stages(results: list[dict[str, Any]]) -> Table:
    table = Table(title="Seconds by stage (with Prefect / the same functions without)", title_justify="left")
    table.add_column("stage")
    for with_it, _ in _pairs(results):
        table.add_column(f"{with_it['candidates']} candidates", justify="right")
        table.add_column("share", justify="right")
    for stage in STAGES:
        cells = []
        for with_it, without in _pairs(results):
            a, b = with_it["seconds"][stage], without["seconds"][stage]
            cells += [f"{a:.2f} / {b:.2f}", f"{a / _total(with_it):.0%}"]
        table.add_row(stage, *cells)
    for name, key in (("processor, ours", "cpu"), ("processor, Prefect's server", "server_cpu")):
        cells = []
        for with_it, without in _pairs(results):
            cells += [f"{with_it[key]:.2f} / {without[key]:.2f}", ""]
        table.add_row(name, *cells)
    return table


def _verdict(console: Console, results: list[dict[str, Any]]) -> None:
    pairs = _pairs(results)
    rates = [a["posts"] / _total(a) for a, _ in pairs]
    shares = [_share(a) for a, _ in pairs]
    growth = [(a["peak"] - a["baseline"]) / _MIB for a, _ in pairs]
    start = max(a["server_start"] for a, _ in pairs)
    console.print(
        f"Prefect's temporary server took {start:.1f} s to start; that is once a command and not counted above."
    )
    _say(
        console,
        f"slowest round {min(rates):.0f} items/s (aim: at least {ITEMS_PER_SECOND})",
        min(rates) >= ITEMS_PER_SECOND,
    )
    _say(console, f"Prefect's largest share {max(shares):.0%} (aim: under a third)", max(shares) < PREFECT_SHARE)
    grown = f"memory grew by {growth[-1]:.0f} MiB in the largest round, by {growth[0]:.0f} in the smallest"
    _say(console, grown, growth[-1] < growth[0] + _FLAT)
    console.print(f"The largest round runs at {rates[-1] / rates[0]:.2f} times the items/s of the smallest.")


def _say(console: Console, told: str, reached: bool) -> None:
    console.print(f"{'reached' if reached else 'MISSED '}  {told}")


def _total(result: dict[str, Any]) -> float:
    return float(sum(result["seconds"].values()))


def _share(result: dict[str, Any]) -> float:
    """Prefect's share of the time: as long as a flow ran and none of our functions did."""
    return float(result["idle"] / _total(result))


def _processor_share(with_it: dict[str, Any], without: dict[str, Any]) -> float:
    """Prefect's share of the processor's time, its server included, against the same functions without Prefect."""
    spent = with_it["cpu"] + with_it["server_cpu"]
    return float(max(0.0, (spent - without["cpu"]) / spent))


if __name__ == "__main__":
    sys.exit(main())
