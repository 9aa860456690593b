"""Whose turn it is: one turn for each quiet time, whoever asks; and no host by its name outside memory."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from vetting.collection.pace import MAX_QUIET, FilePace, LocalPace, Pace, slot_name

HOST = "synthetic-host.example:8443"
KEY = b"k" * 32


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


Make = Callable[[Path, Clock], Pace]
PACES: dict[str, Make] = {
    "threads": lambda _folder, clock: LocalPace(clock),
    "files": lambda folder, clock: FilePace(folder / "pace", KEY, clock),
}
each = pytest.mark.parametrize("make", PACES.values(), ids=PACES)


@each
def test_second_turn_waits_for_the_rest_of_the_pause(make: Make, tmp_path: Path) -> None:
    clock = Clock()
    pace = make(tmp_path, clock)
    assert pace.turn(HOST, 2.0) == 0
    clock.now += 0.5
    assert pace.turn(HOST, 2.0) == 1.5
    assert pace.turn("another.example", 2.0) == 0
    clock.now += 1.5
    assert pace.turn(HOST, 2.0) == 0
    assert pace.turn(HOST, 2.0) == 2.0


@each
def test_hold_is_kept_by_everybody_and_never_shortened(make: Make, tmp_path: Path) -> None:
    clock = Clock()
    pace = make(tmp_path, clock)
    pace.hold(HOST, 30)
    pace.hold(HOST, 5)
    assert pace.turn(HOST, 1.0) == 30
    clock.now += 30
    assert pace.turn(HOST, 1.0) == 0


@each
def test_hold_has_a_bound(make: Make, tmp_path: Path) -> None:
    pace = make(tmp_path, Clock())
    pace.hold(HOST, 1e12)
    assert pace.turn(HOST, 1.0) == MAX_QUIET


@each
def test_threads_that_ask_at_once_get_one_turn(make: Make, tmp_path: Path) -> None:
    pace = make(tmp_path, Clock())
    got: list[float] = []
    start = threading.Barrier(8)

    def ask() -> None:
        start.wait()
        got.append(pace.turn(HOST, 1.0))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [0.0] + [1.0] * 7


def _ask_in_a_process(folder: str) -> float:
    return FilePace(Path(folder), KEY, Clock()).turn(HOST, 1.0)


def test_processes_that_ask_at_once_get_one_turn(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert sorted(pool.map(_ask_in_a_process, [str(tmp_path)] * 6, chunksize=1)) == [0.0] + [1.0] * 5


def test_clock_that_was_set_back_does_not_stop_a_host(tmp_path: Path) -> None:
    clock = Clock()
    pace = FilePace(tmp_path, KEY, clock)
    assert pace.turn(HOST, 1.0) == 0
    clock.now -= 86_400
    assert pace.turn(HOST, 1.0) == 0


def test_file_that_is_damaged_counts_as_no_quiet_time(tmp_path: Path) -> None:
    pace = FilePace(tmp_path, KEY, Clock())
    (tmp_path / slot_name(HOST, KEY)).write_bytes(b"\xff\xfe not a number")
    assert pace.turn(HOST, 1.0) == 0
    assert pace.turn(HOST, 1.0) == 1.0


@pytest.mark.attacks("content_in_vault_only")
def test_files_tell_no_host(tmp_path: Path) -> None:
    pace = FilePace(tmp_path, KEY)
    pace.turn(HOST, 1.0)
    (file,) = tmp_path.iterdir()
    assert "synthetic" not in file.name
    assert b"synthetic" not in file.read_bytes()
    assert file.name == slot_name(HOST.upper(), KEY) != slot_name(HOST, b"other key")
    assert file.stat().st_mode & 0o077 == 0


def test_file_of_a_host_goes_a_day_after_it_was_asked(tmp_path: Path) -> None:
    FilePace(tmp_path, KEY).turn("old.example", 1.0)
    (old,) = tmp_path.iterdir()
    two_days_ago = old.stat().st_mtime - 2 * 86_400
    os.utime(old, (two_days_ago, two_days_ago))
    other = tmp_path / "not-ours"
    other.write_bytes(b"")
    os.utime(other, (two_days_ago, two_days_ago))
    FilePace(tmp_path, KEY).turn(HOST, 1.0)
    assert {file.name for file in FilePace(tmp_path, KEY)._folder.iterdir()} == {slot_name(HOST, KEY), "not-ours"}
