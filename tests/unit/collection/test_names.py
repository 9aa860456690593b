"""A name look-up has an end, whatever the resolver does; and how many hang at once is bounded."""

import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from schemas.capture import StepOutcome
from schemas.platform import Method
from tests.unit.collection.helpers import PROFILE, account, collect
from vetting.collection import names
from vetting.collection.names import LookupTimedOut, look_up

pytestmark = [pytest.mark.enable_socket, pytest.mark.attacks("plan_only")]
HOST = "synthetic-host.example"


class Resolver:
    """Answers when it is let to."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked = 0

    def __call__(self, host: str, port: int, **_: Any) -> list[Any]:
        self.asked += 1
        self.go.wait(30)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port))] * 2


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[Resolver]:
    resolver = Resolver()
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    monkeypatch.setattr(names, "_room", threading.BoundedSemaphore(3))
    yield resolver
    resolver.go.set()


def test_look_up_that_hangs_ends_in_time(stuck: Resolver) -> None:
    with pytest.raises(LookupTimedOut):
        look_up(HOST, 80, 0.05)


def test_look_ups_that_hang_are_few(stuck: Resolver) -> None:
    for _ in range(6):
        with pytest.raises(LookupTimedOut):
            look_up(HOST, 80, 0.05)
    assert stuck.asked == 3
    stuck.go.set()
    assert look_up(HOST, 80, 30) == ["93.184.216.34"]  # and there is room again


def test_step_whose_name_is_not_answered_is_a_failed_step(stuck: Resolver) -> None:
    declared = account(HOST, f"http://{HOST}/", method=Method.WEB_PAGE)
    capture = collect(declared, PROFILE, http_timeout=0.05, http_attempts=2)
    assert (capture.outcome, capture.reason, capture.attempts) == (StepOutcome.FAILED, "name_timeout", 2)


@pytest.mark.parametrize("error", [socket.gaierror(socket.EAI_NONAME, "synthetic"), UnicodeError("label too long")])
def test_resolvers_own_failure_is_handed_on(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> list[Any]:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(type(error)):
        look_up(HOST, 80, 5)


@pytest.mark.parametrize("literal", ["192.0.2.7", "2001:db8::7"])
def test_address_needs_no_resolver(literal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, Any]] = []
    real = socket.getaddrinfo

    def noted(*given: Any, **named: Any) -> Any:
        seen.append(named)
        return real(*given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", noted)
    assert look_up(literal, 80, None) == [literal]
    assert seen[0]["flags"] == socket.AI_NUMERICHOST
