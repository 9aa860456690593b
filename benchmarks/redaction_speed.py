"""How fast the redactor is, beside stock Presidio and beside a bare scanner in the same run, and what it takes of time and memory.

Rates of one process and the long line are processor time, so that a busy machine changes them little. Start and two processes are told
by the clock too: on a machine that does other work at the same time they come out worse than they are.
"""

import multiprocessing
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Final

from benchmarks import stock
from vetting.redaction import Redactor, redactor
from vetting.redaction.normalise import normalise

ROOT: Final = Path(__file__).resolve().parent.parent
_PASSES: Final = 3
_STOCK_TEXTS: Final = 300
_TOGETHER: Final = 4.0
"""Seconds of work for the comparison of one process with two."""
_PLAIN: Final = "I am gay"
_WITH_CARD: Final = "card 4111 1111 1111 1111"
_WITH_ADDRESS: Final = "see example.museum/a"
"""What Presidio's largest pattern judges."""
_STARTS: Final = 3


def _rate(work: Callable[[str], object], texts: Sequence[str], passes: int = _PASSES) -> float:
    """Texts in a second of processor time."""
    best = float("inf")
    for _ in range(passes):
        began = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - began)
    return len(texts) / best


def beside(texts: Sequence[str], engine: Redactor, *, others: bool) -> dict[str, float]:
    """Ours, a bare scanner pass over the same terms, and stock Presidio, in texts per second."""
    for text in (*texts, _WITH_CARD, _WITH_ADDRESS):
        engine.redact(text)  # patterns are compiled, and what is needed of Presidio loaded, at the first sign of need
    scan = engine.bare_scan
    padded = [f" {normalise(text).scan}" for text in texts]
    rates = {"vetting redact": _rate(engine.redact, texts), "bare scanner, same terms": _rate(scan, padded)}
    if others:
        sample = texts[:: max(1, len(texts) // _STOCK_TEXTS)]
        for name, work in stock.engines().items():
            work(sample[0])
            rates[name] = _rate(work, sample, passes=1 if "untrained" in name else _PASSES)
    return rates


def start(text: str) -> tuple[float, float]:
    """Seconds from the start of a process to its first answer: by the clock, and of processor time. The median of a few starts."""
    code = (
        "import sys, time; from pathlib import Path; from vetting.redaction import redactor; "
        "redactor(Path(sys.argv[1])).redact(sys.argv[2]); print(time.process_time(), flush=True)"
    )
    starts: list[tuple[float, float]] = []
    for _ in range(_STARTS):
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", code, str(ROOT / "config"), text], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as process:
            told = process.stdout.readline() if process.stdout else ""
            starts.append((time.perf_counter() - began, float(told)))
    return sorted(starts)[_STARTS // 2]


def two_processes(texts: Sequence[str]) -> float:
    """How much more two processes do than one in the same time."""
    one, two = (_together(list(texts), count) for count in (1, 2))
    return two / one


def _together(texts: list[str], count: int) -> float:
    context = multiprocessing.get_context("spawn")
    barrier, done = context.Barrier(count), context.Queue()
    workers = [context.Process(target=_work, args=(texts, barrier, done)) for _ in range(count)]
    for worker in workers:
        worker.start()
    rates = [done.get() for _ in workers]
    for worker in workers:
        worker.join()
    return float(sum(rates))


def _work(texts: list[str], barrier: Barrier, done: "multiprocessing.Queue[float]") -> None:
    engine = redactor(ROOT / "config")
    for text in (*texts, _WITH_CARD):
        engine.redact(text)
    barrier.wait()
    count, began = 0, time.perf_counter()
    while time.perf_counter() - began < _TOGETHER:
        for text in texts[:500]:
            engine.redact(text)
        count += 1
    done.put(count / (time.perf_counter() - began))


def long_line(texts: Sequence[str], size: int) -> tuple[float, int]:
    """Seconds of processor time for one line of `size` characters, and the most memory (bytes) of a process that does nothing else."""
    context = multiprocessing.get_context("spawn")
    done = context.Queue()
    worker = context.Process(target=_line, args=(" ".join(texts).replace("\n", " "), size, done))
    worker.start()
    seconds, memory = done.get()
    worker.join()
    return float(seconds), int(memory)


def _line(text: str, size: int, done: "multiprocessing.Queue[tuple[float, int]]") -> None:
    engine = redactor(ROOT / "config")
    engine.redact(_WITH_CARD)
    line = (text * (size // len(text) + 1))[:size]
    began = time.process_time()
    engine.redact(line)
    unit = 1 if sys.platform == "darwin" else 1024
    done.put((time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit))


def report(texts: Sequence[str], engine: Redactor) -> None:
    """Print all figures."""
    rates = beside(texts, engine, others=True)
    ours = rates["vetting redact"]
    size = sum(map(len, texts)) / len(texts)
    print(f"\nspeed in this run, one process ({len(texts)} texts of {size:.0f} characters on average)")
    for name, rate in rates.items():
        beside_ours = "" if rate == ours else f"   ours is {ours / rate:.2f} times as fast"
        print(f"  {name:52}{rate:10,.0f} texts/s{beside_ours}")
    load = f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    for text, said in (
        (_PLAIN, "start to first answer"),
        (_WITH_CARD, "the same when the first text needs Presidio"),
        (_WITH_ADDRESS, "the same when it needs Presidio's pattern of web addresses"),
    ):
        clock, processor = start(text)
        print(f"{said}: {clock:.2f} s by the clock, {processor:.2f} s of processor time")
    print(f"two processes do {two_processes(texts):.2f} times the work of one (load of the machine meanwhile: {load})")
    for megabytes in (1, 10):
        seconds, memory = long_line(texts, megabytes * 1_000_000)
        print(
            f"one line of {megabytes} million characters: {seconds:.1f} s of processor time, at most {memory / 1e6:.0f} MB of memory"
        )
