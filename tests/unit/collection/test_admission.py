"""Hosts beyond the account's own: only those listed, or named by a recorded answer, exactly, few and encrypted."""

from typing import Any

import pytest

from tests.simulators.server import Reply, Request, Simulator, as_json
from tests.unit.collection.warc_reading import records
from vetting.collection.addresses import AllowedHosts, Guard
from vetting.collection.transport import Connections
from vetting.collection.web import Answer, Fault, Web, WebRules
from vetting.errors import PolicyError

pytestmark = pytest.mark.enable_socket


class Plain(Simulator):
    """Answers everything with an empty object."""

    def reply(self, request: Request) -> Reply:
        return as_json({})


def web(host: str, *services: str, private: bool = True) -> Web:
    rules = WebRules("vetting-tests/1", 100_000, timeout=2.0, attempts=1, allow_private_hosts=private)
    return Web(host, rules, {}, services=services)


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    ("host", "port", "scheme", "admitted"),
    [
        ("own.example", 443, "https", True),
        ("www.own.example", 443, "https", True),
        ("api.example", 443, "https", True),
        ("www.api.example", 443, "https", False),
        ("sub.api.example", 443, "https", False),
        ("api.example", 80, "http", False),
        ("api.example", 8443, "https", False),
        ("api.example.evil.example", 443, "https", False),
    ],
)
def test_listed_service_is_admitted_exactly(host: str, port: int, scheme: str, admitted: bool) -> None:
    allowed = AllowedHosts.of_account("own.example").plus("https://api.example/2.3")
    assert allowed.admits(host, port, scheme) is admitted


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize("address", ["ftp://a.example", "https://u:p@a.example", "https://", "//a.example", "nonsense"])
def test_address_that_is_no_plain_web_address_is_never_added(address: str) -> None:
    with pytest.raises(PolicyError):
        AllowedHosts.of_account("own.example").plus(address)
    with web("own.example") as door:
        assert isinstance(door.admit(address, shown_by="<urn:uuid:0>"), Fault)


@pytest.mark.attacks("plan_only")
def test_host_is_refused_until_it_is_admitted_on_the_record() -> None:
    with Plain() as own, Plain() as other, web(own.host) as door:
        refused = door.get(other.base_url, accept="*/*")
        assert isinstance(refused, Fault)
        assert (refused.reason, other.requests) == ("host_refused", [])
        answer = door.get(own.base_url, accept="*/*")
        assert isinstance(answer, Answer)
        record = door.keep(answer)
        assert door.admit(other.base_url, shown_by=record) is None
        assert isinstance(door.get(other.base_url, accept="*/*"), Answer)
        (noted,) = [r for r in records(door.recorder.data()) if r.kind == "metadata"]
        assert noted.fields["WARC-Refers-To"] == record
        assert f"admitted-host: {other.host}".encode() in noted.payload


@pytest.mark.attacks("plan_only")
def test_chain_of_hosts_is_cut() -> None:
    with web("own.example") as door:
        given = [door.admit(f"https://h{n}.example", shown_by="<urn:uuid:0>") for n in range(4)]
    assert [fault and fault.reason for fault in given] == [None, None, "resolution_too_long", "resolution_too_long"]


@pytest.mark.attacks("plan_only")
def test_host_without_encryption_is_not_admitted_outside_test_networks() -> None:
    with web("own.example", private=False) as door:
        refused = door.admit("http://other.example", shown_by="<urn:uuid:0>")
        assert refused is not None
        assert refused.reason == "service_insecure"
        assert door.admit("https://other.example", shown_by="<urn:uuid:0>") is None


@pytest.mark.attacks("plan_only")
def test_admitted_or_listed_host_inside_a_private_network_is_still_refused() -> None:
    with Plain() as inside, web("own.example", inside.base_url, private=False) as door:
        refused = door.get(inside.base_url, accept="*/*")
        assert isinstance(refused, Fault)
        assert (refused.reason, inside.requests) == ("address_refused", [])


@pytest.mark.attacks("plan_only")
def test_host_admitted_to_one_step_is_refused_to_the_next_over_the_same_connections() -> None:
    rules = WebRules("vetting-tests/1", 100_000, timeout=2.0, attempts=1, allow_private_hosts=True)
    with Plain() as own, Plain() as other, Connections() as connections:
        with Web(own.host, rules, {}, connections=connections) as first:
            assert isinstance(first.get(own.base_url, accept="*/*"), Answer)
            assert first.admit(other.base_url, shown_by="<urn:uuid:0>") is None
            assert isinstance(first.get(other.base_url, accept="*/*"), Answer)
        asked = len(other.requests)
        with Web(own.host, rules, {}, connections=connections) as second:
            refused = second.get(other.base_url, accept="*/*")
            assert isinstance(refused, Fault)
            assert (refused.reason, len(other.requests)) == ("host_refused", asked)


@pytest.mark.attacks("plan_only")
def test_connections_stay_open_for_the_same_hosts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []
    connect = Guard.connect

    def counted(self: Guard, host: str, port: int, **more: Any) -> Any:
        opened.append(port)
        return connect(self, host, port, **more)

    monkeypatch.setattr(Guard, "connect", counted)
    rules = WebRules("vetting-tests/1", 100_000, timeout=2.0, attempts=1, allow_private_hosts=True)
    with Plain() as own, Plain() as other, Connections() as connections:
        hosts = [own.host, other.host, own.host]
        for host in (hosts[0], *hosts):
            with Web(host, rules, {}, connections=connections, services=[f"http://{host}"]) as door:
                assert isinstance(door.get(f"http://{host}/x", accept="*/*"), Answer)
    assert [f"127.0.0.1:{port}" for port in opened] == hosts


def test_private_addresses_admitted_once_are_no_ground_for_the_next_step() -> None:
    allowed = AllowedHosts.of_account("own.example")
    with Connections() as connections:
        lenient, _ = connections.of(allowed, allow_private=True)
        strict, _ = connections.of(allowed, allow_private=False)
    assert (lenient.allow_private, strict.allow_private) == (True, False)
