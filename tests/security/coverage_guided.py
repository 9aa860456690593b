"""Fuzzing guided by coverage: `python -m tests.security.coverage_guided [SECONDS [FAMILY ...]]`, for each family of `test_fuzz_files`.

Needs the package `atheris`, which nothing else needs and which the lock file does not hold. Each family is run in a process
of its own, from its samples; what breaks a reader is shown as a Python traceback, with the input in base64.
"""

import importlib
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SECONDS = 60
_TARGETS = [
    "vetting.collection.imports",
    "vetting.collection.car",
    "vetting.collection.cbor",
    "vetting.collection.bodies",
]


def main(arguments: list[str]) -> int:
    """Run all families or the named ones; returns how many broke."""
    from tests.security.test_fuzz_files import FAMILIES

    seconds, *names = arguments or [str(SECONDS)]
    broken = 0
    for name in names or FAMILIES:
        with TemporaryDirectory() as folder:
            corpus = Path(folder, "corpus")
            corpus.mkdir()
            for number, sample in enumerate(FAMILIES[name].samples):
                (corpus / str(number)).write_bytes(sample)
            command = [sys.executable, "-m", __spec__.name, "--one", name, str(corpus), f"-max_total_time={seconds}"]
            limits = ["-timeout=20", "-rss_limit_mb=2048", "-max_len=65536", f"-artifact_prefix={folder}/"]
            done = subprocess.run(
                [*command, *limits, "-print_final_stats=1"], check=False, capture_output=True, text=True
            )
        tries = [line for line in done.stderr.splitlines() if "number_of_executed_units" in line]
        sys.stdout.write(f"{name}: {'held' if done.returncode == 0 else 'BROKE'} {''.join(tries)}\n")
        if done.returncode:
            broken += 1
            sys.stdout.write(done.stderr[-4000:] + "\n")
    return broken


def one(name: str, arguments: list[str]) -> None:
    """Fuzz one family in this process; never returns."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=_TARGETS):
        fuzzed = importlib.import_module("tests.security.test_fuzz_files")
    family = fuzzed.FAMILIES[name]
    atheris.Setup([name, *arguments], lambda data: fuzzed.outcome(family, data))
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], sys.argv[3:])
    sys.exit(min(main(sys.argv[1:]), 1))
