"""Alarms: called when late, not when called off, for many threads at once, by one thread."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from vetting.collection.alarms import Alarms


def test_called_when_the_body_takes_longer() -> None:
    called = threading.Event()
    with Alarms().within(0.02, called.set):
        assert called.wait(30)


def test_called_once_only() -> None:
    calls: list[int] = []
    alarms = Alarms()
    after = threading.Event()
    with alarms.within(0.01, lambda: calls.append(1)), alarms.within(0.05, after.set):
        assert after.wait(30)
    assert calls == [1]


def test_not_called_when_the_body_ended_in_time() -> None:
    alarms = Alarms()
    calls: list[int] = []
    with alarms.within(0.05, lambda: calls.append(1)):
        pass
    after = threading.Event()
    with alarms.within(0.15, after.set):
        assert after.wait(30)
    assert not calls


def test_an_earlier_alarm_is_not_kept_waiting_by_a_later_one() -> None:
    alarms = Alarms()
    called = threading.Event()
    with alarms.within(3600, lambda: None), alarms.within(0.02, called.set):
        assert called.wait(30)


def test_works_again_after_all_were_called_off() -> None:
    alarms = Alarms()
    for _ in range(3):
        called = threading.Event()
        with alarms.within(0.01, called.set):
            assert called.wait(30)
        with alarms.within(3600, lambda: None):
            pass


def test_many_at_once_need_one_thread() -> None:
    alarms = Alarms()
    before = threading.active_count()
    seen: list[int] = []
    late: list[int] = []

    def work(number: int) -> None:
        with alarms.within(0.03 if number % 2 else 3600, lambda: late.append(number)):
            end = time.monotonic() + 30
            while number % 2 and number not in late and time.monotonic() < end:
                time.sleep(0.005)
            seen.append(threading.active_count())

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(40)))
    assert sorted(late) == [number for number in range(40) if number % 2]
    assert max(seen) <= before + 8 + 1
