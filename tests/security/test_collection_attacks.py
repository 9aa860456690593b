"""Attacks on collection: ways into the agency's own network, past the plan, or into its memory."""

import gzip
import ipaddress
import logging
import socket
import traceback
from typing import Any

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from tests.simulators.blog import BlogSim, entries
from tests.unit.collection.helpers import POSTS, PROFILE, account, collect, plan, settings
from vetting.collection.addresses import AllowedHosts, Guard, is_reachable
from vetting.collection.methods import COLLECTORS
from vetting.errors import PolicyError, StateError

INSIDE = [
    "127.0.0.1",
    "127.8.8.8",
    "10.0.0.1",
    "172.16.5.4",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "169.254.170.2",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
    "0.0.0.0",  # noqa: S104 - an address to refuse, not to bind
    "0.1.2.3",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "192.0.2.1",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:db8::1",
]
NOTATIONS = ["2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "017700000001", "localhost", "[::1]"]


def page(host: str, target: str, **values: Any) -> Capture:
    return collect(account(host, target, method=Method.WEB_PAGE), PROFILE, **values)


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize("address", INSIDE)
def test_address_inside_a_network_is_never_reachable(address: str) -> None:
    assert not is_reachable(ipaddress.ip_address(address), allow_private=False)


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::808:808"]
)
def test_public_address_is_reachable(address: str) -> None:
    assert is_reachable(ipaddress.ip_address(address), allow_private=False)


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    "address", ["169.254.169.254", "fd00:ec2::254", "168.63.129.16", "fe80::1", "224.0.0.1", "::", "0.0.0.1"]
)
def test_setting_for_test_servers_does_not_open_metadata_or_link_local(address: str) -> None:
    assert not is_reachable(ipaddress.ip_address(address), allow_private=True)
    assert is_reachable(ipaddress.ip_address("127.0.0.1"), allow_private=True)


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
@pytest.mark.parametrize("notation", NOTATIONS)
def test_loopback_in_any_notation_is_not_asked(notation: str) -> None:
    with BlogSim(entries(1)) as inside:
        host = f"{notation}:{inside.port}"
        capture = page(host, f"http://{host}/about", allow_private_hosts=False)
        assert inside.requests == []
    assert capture.outcome is StepOutcome.FAILED
    assert capture.reason in ("address_refused", "host_refused")


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
def test_name_that_resolves_inside_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with BlogSim(entries(1)) as inside:
        resolve_to(monkeypatch, [["127.0.0.1"]])
        host = f"innocent.example:{inside.port}"
        capture = page(host, f"http://{host}/about", allow_private_hosts=False)
        assert inside.requests == []
    assert (capture.reason, capture.data) == ("address_refused", b"")


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
def test_one_inside_address_among_public_ones_refuses_all(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, [["93.184.216.34", "10.0.0.1"]])
    assert page("innocent.example", "http://innocent.example/", allow_private_hosts=False).reason == "address_refused"


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
def test_dns_answer_that_changes_after_the_check_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = resolve_to(monkeypatch, [["93.184.216.34"], ["127.0.0.1"]])
    connected: list[str] = []

    def connect(address: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        connected.append(address[0])
        raise OSError("synthetic")

    monkeypatch.setattr("vetting.collection.addresses.create_connection", connect)
    guard = Guard(AllowedHosts.of_account("rebinding.example"), allow_private=False)
    with pytest.raises(OSError, match="synthetic"):
        guard.connect("rebinding.example", 80, scheme="http", timeout=1, socket_options=None)
    assert connected == ["93.184.216.34"]
    assert len(asked) == 1
    with pytest.raises(PolicyError) as refusal:
        guard.connect("rebinding.example", 80, scheme="http", timeout=1, socket_options=None)
    assert refusal.value.code == "address_refused"
    assert connected == ["93.184.216.34"]


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:1/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "//elsewhere.invalid/",
        "http://elsewhere.invalid/",
        "http://user@elsewhere.invalid/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "ftp://127.0.0.1/",
        "javascript:alert(1)",
        "",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1\\@elsewhere.invalid/",
        "http://exa mple/",
    ],
)
def test_redirect_off_the_declared_host_is_refused(location: str) -> None:
    with BlogSim() as sim, BlogSim() as other:
        sim.plant("/about", "redirect", to=location.replace("127.0.0.1:1/", f"127.0.0.1:{other.port}/"))
        capture = page(sim.host, f"{sim.base_url}/about")
        assert [request.path for request in sim.requests] == ["/about"]
        assert other.requests == []
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "redirect_refused")


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
def test_other_port_of_the_declared_host_is_another_host() -> None:
    with BlogSim() as sim, BlogSim() as other:
        assert page(sim.host, f"{other.base_url}/about").reason == "host_refused"
        assert other.requests == []


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    "url",
    [
        "http://elsewhere.invalid/",
        "http://declared.example.elsewhere.invalid/",
        "http://elsewhere.invalid/declared.example",
        "http://declared.example@elsewhere.invalid/",
        "http://user:secret@declared.example/",
        "http://declared.example:8080/",
        "http://notdeclared.example/",
        "http://sub.declared.example/",
        "http://www.www.declared.example/",
        "https:declared.example/",
        "ftp://declared.example/",
        "declared.example",
        "",
        "http://declared.example/ GET http://elsewhere.invalid",
        "http://declared.example/\r\nX: y",
        "http://declared.example\\.elsewhere.invalid/",
        "http://declared.example/" + "a" * 3000,
    ],
)
def test_address_that_is_not_declared_is_refused(url: str) -> None:
    with pytest.raises(PolicyError) as refusal:
        AllowedHosts.of_account("declared.example").check(url)
    assert refusal.value.code == "host_refused"
    assert "declared.example" not in refusal.value.diagnostics()


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    "url", ["http://declared.example/", "https://WWW.Declared.Example./x", "https://declared.example:443/"]
)
def test_declared_host_and_its_www_twin_are_admitted(url: str) -> None:
    assert AllowedHosts.of_account("declared.example").check(url)
    assert AllowedHosts.of_account("www.declared.example").check(url)


@pytest.mark.attacks("plan_only")
def test_account_without_host_admits_nothing() -> None:
    with pytest.raises(PolicyError):
        AllowedHosts.of_account("").check("http://declared.example/")


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
def test_encrypted_address_never_leads_to_an_unencrypted_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from vetting.collection.web import Answer, Fault, Web, WebRules

    web = Web("declared.example", WebRules(user_agent="t", max_bytes=1000), {})
    answer = Answer(
        "https://declared.example/",
        302,
        {"location": "http://declared.example/"},
        b"",
        b"",
        b"",
        now(),
        None,
        "<urn:x>",
    )
    monkeypatch.setattr(web, "_permitted", web._guard.allowed.check)
    monkeypatch.setattr(web, "_with_retries", lambda *_: answer)
    assert web.get("https://declared.example/", accept="*/*") == Fault("redirect_insecure", 302)


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
def test_connection_past_the_guard_stops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    from requests.adapters import HTTPAdapter

    from vetting.collection.transport import GuardedAdapter

    with BlogSim() as sim:
        monkeypatch.setattr(
            GuardedAdapter, "get_connection_with_tls_context", HTTPAdapter.get_connection_with_tls_context
        )
        with pytest.raises(RuntimeError, match="past the address guard"):
            page(sim.host, f"{sim.base_url}/about")


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
@pytest.mark.parametrize("kind", ["huge", "gzip_bomb"])
def test_body_that_would_fill_the_memory_is_refused(kind: str) -> None:
    import tracemalloc

    with BlogSim() as sim:
        sim.plant("/about", kind, size=60_000_000)
        tracemalloc.start()
        capture = collect(
            account(sim.host, f"{sim.base_url}/about", method=Method.WEB_PAGE), PROFILE, limits={"max_bytes": 200_000}
        )
        tracemalloc.stop()
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "too_large")


@pytest.mark.attacks("plan_only")
def test_gzip_bomb_unfolds_no_further_than_the_limit() -> None:
    import tracemalloc

    from vetting.collection.bodies import TooLarge, decoded

    bomb = gzip.compress(bytes(200_000_000), 9)
    tracemalloc.start()
    with pytest.raises(TooLarge):
        decoded(bomb, "gzip", 1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "payload",
    [
        '<!DOCTYPE a [<!ENTITY a0 "x">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
        + "]><rss>&a8;</rss>",
        '<!DOCTYPE a [<!ENTITY b "' + "x" * 50_000 + '">]><rss>' + "&b;" * 50_000 + "</rss>",
        '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]><rss><channel><title>&f;</title></channel></rss>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]><rss/>',
    ],
)
def test_xml_entities_are_refused_before_they_expand(payload: str) -> None:
    with BlogSim() as sim:
        sim.plant("/feed/", "replace", body=payload.encode(), content_type="application/rss+xml")
        capture = collect(account(sim.host, f"{sim.base_url}/feed/", method=Method.FEED), POSTS)
        assert len(sim.requests) == 1
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "xml_entities_refused")


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
def test_document_type_definition_elsewhere_is_never_fetched() -> None:
    with BlogSim() as sim, BlogSim() as other:
        item = "<item><title>a</title><pubDate>Sun, 01 Jun 2025 12:00:00 GMT</pubDate></item>"
        body = f'<!DOCTYPE rss SYSTEM "{other.base_url}/x.dtd"><rss version="2.0"><channel>{item * 2}</channel></rss>'
        sim.plant("/feed/", "replace", body=body.encode(), content_type="application/rss+xml")
        # one item is over the limit, so the feed is also cut and written again
        capture = collect(account(sim.host, f"{sim.base_url}/feed/", method=Method.FEED), limits={"max_items": 1})
        assert other.requests == []
    assert (len(capture.posts), capture.left_out) == (1, 1)


@pytest.mark.attacks("plan_only")
@pytest.mark.enable_socket
@pytest.mark.parametrize("kind", ["status", "drop", "half", "redirect", "gzip_bomb"])
def test_fault_names_no_address_in_logs_or_exceptions(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    canary = "canary-7f3a"
    caplog.set_level(logging.DEBUG)
    with BlogSim() as sim:
        details: dict[str, Any] = {"to": f"http://{canary}.invalid/"} if kind == "redirect" else {}
        sim.plant("/about", kind, size=10_000_000, **details)
        capture = collect(
            account(sim.host, f"{sim.base_url}/about?{canary}", method=Method.WEB_PAGE),
            PROFILE,
            limits={"max_bytes": 1024},
        )
        assert canary in sim.requests[0].target
    assert capture.outcome is StepOutcome.FAILED
    assert canary not in caplog.text
    assert canary not in capture.model_dump_json(exclude={"data"})


@pytest.mark.attacks("lawful_methods")
def test_method_done_by_a_person_is_never_collected_by_program() -> None:
    from tests.unit.collection.helpers import OPEN
    from vetting.collection import collect_step

    declared = account("", "", method=Method.MANUAL_CAPTURE)
    with pytest.raises(StateError) as refusal:
        collect_step(PROFILE, declared, plan(), OPEN, settings())
    assert refusal.value.code == "manual_step"
    assert "".join(traceback.format_exception(refusal.value)).count("http") == 0


@pytest.mark.attacks("lawful_methods")
def test_only_listed_methods_have_a_collector() -> None:
    assert set(COLLECTORS) == set(Method) - {Method.MANUAL_CAPTURE, Method.OWN_EXPORT}


@pytest.mark.attacks("lawful_methods")
@pytest.mark.enable_socket
def test_nothing_but_plain_reading_is_ever_sent() -> None:
    """Of every collector, with its one named exception, the agency's own token: `test_token_request`."""
    with BlogSim(entries(2)) as sim:
        collect(account(sim.host, f"{sim.base_url}/feed/", method=Method.FEED))
        page(sim.host, f"{sim.base_url}/about")
    # the simulator answers GET alone: anything else would be a 501 and a failed step
    assert {frozenset(request.headers) for request in sim.requests} == {
        frozenset({"Host", "User-Agent", "Accept", "Accept-Encoding"})
    }
    assert len(sim.requests) == 2
    assert sim.posted == []


def resolve_to(monkeypatch: pytest.MonkeyPatch, answers: list[list[str]]) -> list[str]:
    """Make names resolve to these addresses, one list for each time that is asked; the last one stays."""
    asked: list[str] = []

    def answer(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        chosen = answers[min(len(asked), len(answers) - 1)]
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in chosen]

    monkeypatch.setattr("vetting.collection.addresses.socket.getaddrinfo", answer)
    return asked


def now() -> Any:
    from vetting import clock

    return clock.now()
