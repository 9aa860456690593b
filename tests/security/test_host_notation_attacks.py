"""A host in any other notation than the usual one, and addresses that carry another one inside: refused before anything is asked."""

import ipaddress
import socket
from contextlib import suppress
from typing import Any

import pytest

from schemas.capture import StepOutcome
from schemas.platform import Method
from tests.simulators.blog import BlogSim, entries
from tests.unit.collection.helpers import PROFILE, account, collect
from vetting.collection.addresses import AllowedHosts, is_reachable
from vetting.errors import PolicyError

pytestmark = [pytest.mark.attacks("plan_only"), pytest.mark.enable_socket]

NUMBERS = [
    "0",
    "0.0.0.0",  # noqa: S104 - a host to refuse, not to bind
    "127.1",
    "127.0.1",
    "127.00.0.1",
    "127.0.0.01",
    "0177.0.0.1",
    "0177.0.0.0x1",
    "0x7f.0.0.1",
    "0x7F000001",
    "0x7f.0x0.0x0.0x1",
    "0x",
    "017700000001",
    "2130706433",
    "2130706433.",
    "00000000000000000000177.1",
    "127.0.0.1.",
    "127.0.0.1..",
    "10.0.0x5",
    "3232235777",
    "4294967295",
    "4294967296",
    "256.256.256.256",
    "1.2.3.4.5",
    "8.8.2056",  # a public address; the notation is refused all the same
    "evil.example.0x7f",
    "evil.example.127",
]
DISGUISES = [
    "127。0。0。1",
    "127．0．0．1",
    "127｡0｡0｡1",
    "１２７.0.0.1",
    "①②⑦.0.0.1",
    "١٢٧.0.0.1",
    "𝟏𝟐𝟕.0.0.1",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "ｌｏｃａｌｈｏｓｔ",
    "%31%32%37.0.0.1",
    "127.0.0.1%2f.evil.example",
    "127.0.0.1%00.evil.example",
    "loc%61lhost",
    "127.0.0.1\\.evil.example",
    "evil.example#@127.0.0.1",
    "evil.example@127.0.0.1",
    "evil.example:80@127.0.0.1",
    "[fe80::1%eth0]",
    "[fe80::1%25eth0]",
    "[::1%lo]",
    "[::ffff:127.0.0.1%25lo]",
    "[v1.fe80::1]",
    "[127.0.0.1]",
    "[::1",
    "::1",
    "127.0.0.1 ",
    "127.0.0.1\t",
    "-evil.example",
    "evil-.example",
    "evil..example",
    ".evil.example",
    "evil.example..",
    "a" * 64 + ".example",
    ".".join(["a" * 60] * 5),
    "",
    ".",
    "[]",
]
LOCAL = [
    "localhost",
    "localhost.",
    "LOCALHOST",
    "LocalHost.",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
]
CARRIERS = [
    "::ffff:10.0.0.1",  # mapped
    "::ffff:0:10.0.0.1",  # translated (RFC 2765)
    "::10.0.0.1",  # compatible, withdrawn
    "64:ff9b::10.0.0.1",  # NAT64
    "64:ff9b::169.254.169.254",
    "64:ff9b:1::808:808",  # NAT64 of the network's own
    "2002:a00:1::",  # 6to4 of 10.0.0.1
    "2002:808:808::",  # and of a public address
    "2001:0:808:808::f5ff:fffe",  # Teredo
    "2606:4700::5efe:a00:1",  # ISATAP
    "2606:4700::200:5efe:a00:1",
    "fec0::1",  # site-local, withdrawn
    "3fff::1",  # documentation
    "5f00::1",  # segment routing
    "100::1",  # discard
    "4000::1",  # not given out
    "192.0.0.8",
    "192.88.99.1",
]  # fmt: skip


def hosts_asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let every name resolve to this machine, and note which were asked."""
    asked: list[str] = []

    def answer(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return asked


@pytest.mark.parametrize("host", [*NUMBERS, *DISGUISES])
def test_declared_host_in_another_notation_is_never_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = hosts_asked(monkeypatch)
    with BlogSim(entries(1)) as inside:
        for written in (f"{host}:{inside.port}", host):
            capture = collect(
                account(written, f"http://{written}/about", method=Method.WEB_PAGE), PROFILE, allow_private_hosts=False
            )
            assert capture.outcome is StepOutcome.FAILED
            assert capture.reason in ("host_refused", "address_refused")
            assert (capture.data, capture.attempts) == (b"", 1)
        assert inside.requests == inside.robots_requests == []
    # what normalises to a plain address is looked at as that address; nothing else gets as far as a resolver
    assert set(asked) <= {"127.0.0.1", "0.0.0.0", "localhost"}  # noqa: S104


@pytest.mark.parametrize("host", [*LOCAL, "0.0.0.0"])  # noqa: S104
def test_this_machine_by_any_name_is_not_asked(host: str) -> None:
    with BlogSim(entries(1)) as inside:
        written = f"{host}:{inside.port}"
        capture = collect(
            account(written, f"http://{written}/about", method=Method.WEB_PAGE), PROFILE, allow_private_hosts=False
        )
        assert inside.requests == inside.robots_requests == []
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "address_refused")


@pytest.mark.parametrize("host", [*NUMBERS, *DISGUISES, *LOCAL])
def test_redirect_to_another_notation_leads_nowhere(host: str) -> None:
    with BlogSim() as sim, BlogSim() as inside:
        for target in (
            f"http://{host}:{inside.port}/",
            f"//{host}:{inside.port}/",
            f"http://{sim.host}@{host}:{inside.port}/",
        ):
            sim.faults.clear()
            on_the_wire = target.encode("utf-8").decode("latin-1").replace("\t", "%09")
            sim.plant("/about", "redirect", to=on_the_wire)
            capture = collect(account(sim.host, f"{sim.base_url}/about", method=Method.WEB_PAGE), PROFILE)
            assert capture.outcome is StepOutcome.FAILED
            assert capture.reason in ("redirect_refused", "http_404")
        assert inside.requests == inside.robots_requests == []


@pytest.mark.parametrize("host", [*NUMBERS, *DISGUISES])
def test_host_in_another_notation_is_no_account_and_no_service(host: str) -> None:
    own = AllowedHosts.of_account("declared.example")
    for read in (lambda: AllowedHosts.of_account(host), lambda: own.plus(f"https://{host}/")):
        names: set[str] = set()
        with suppress(PolicyError):
            allowed = read()
            names = {name for each in (allowed, *allowed.others) for name in each.names}
        # what normalises to the usual notation is that host, and judged as it
        usual = {"declared.example", "www.declared.example", "127.0.0.1", "0.0.0.0", "localhost", "www.localhost"}  # noqa: S104
        assert names <= usual | ({"evil.example"} if "#" in host and "declared.example" in names else set())


INSIDE_ONE = {"::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "100::1"}
"""Private in the sense of the setting for test servers."""


@pytest.mark.parametrize(
    ("address", "setting"), [(a, s) for a in CARRIERS for s in (False, True) if not (s and a in INSIDE_ONE)]
)
def test_address_that_carries_another_or_is_not_given_out_is_not_reachable(address: str, *, setting: bool) -> None:
    assert not is_reachable(ipaddress.ip_address(address), allow_private=setting)


@pytest.mark.parametrize("zone", ["fe80::1%eth0", "::1%lo", "2606:4700::1111%eth0"])
def test_answer_with_a_zone_is_judged_by_its_address(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[Any] = []

    def answer(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", (zone, port, 0, 2))]

    def connect(address: Any, *_: Any, **__: Any) -> socket.socket:
        connected.append(address)
        raise OSError("synthetic")

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setattr("vetting.collection.addresses.create_connection", connect)
    capture = collect(
        account("a.example", "http://a.example/", method=Method.WEB_PAGE), PROFILE, allow_private_hosts=False
    )
    assert capture.reason == "address_refused"
    assert connected == []
