"""The guarded door: retries, limits, redirects, and what it never sends."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from tests.simulators.blog import BlogSim, entries
from tests.simulators.server import Fault
from tests.unit.collection.helpers import PROFILE, account, collect
from tests.unit.collection.warc_reading import records
from vetting.collection.web import MAX_RETRY_AFTER, retry_after

pytestmark = pytest.mark.enable_socket


def about(sim: BlogSim, pauses: list[float] | None = None, path: str = "/about", **values: Any) -> Capture:
    target = f"{sim.base_url}{path}"
    limits = {"max_bytes": 100_000}
    return collect(account(sim.host, target, method=Method.WEB_PAGE), PROFILE, pauses=pauses, limits=limits, **values)


@pytest.fixture
def sim() -> Iterator[BlogSim]:
    with BlogSim(entries(3)) as running:
        yield running


@pytest.mark.parametrize(
    "fault",
    [
        Fault("status", status=503),
        Fault("status", status=500),
        Fault("drop"),
        Fault("half"),
        Fault("slow", seconds=1.5),
    ],
)
def test_fault_that_passes_is_overcome(sim: BlogSim, fault: Fault) -> None:
    fault.times = 2
    sim.faults["/about"].append(fault)
    capture = about(sim, **({"http_timeout": 0.5} if fault.kind == "slow" else {}))
    assert (capture.outcome, capture.attempts, capture.requests) == (StepOutcome.CAPTURED, 3, 3)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault("status", status=503), "http_503"),
        (Fault("status", status=429), "http_429"),
        (Fault("drop"), "connection_broken"),
        (Fault("half"), "cut_short"),
        (Fault("slow", seconds=1.5), "timeout"),
    ],
)
def test_fault_that_stays_is_a_failed_step(sim: BlogSim, fault: Fault, reason: str) -> None:
    sim.faults["/about"].append(fault)
    capture = about(sim, **({"http_timeout": 0.5} if fault.kind == "slow" else {}))
    assert (capture.outcome, capture.reason, capture.attempts) == (StepOutcome.FAILED, reason, 3)
    assert capture.data == b""


def test_pauses_double_and_are_the_same_each_time(sim: BlogSim) -> None:
    runs: list[list[float]] = []
    for _ in range(2):
        pauses: list[float] = []
        sim.plant("/about", "status", times=4)
        about(sim, pauses, http_backoff=0.25, http_attempts=5)
        runs.append(pauses)
    assert runs == [[0.25, 0.5, 1.0, 2.0]] * 2


def test_retry_after_is_honoured(sim: BlogSim) -> None:
    pauses: list[float] = []
    sim.plant("/about", "status", times=1, status=429, headers={"Retry-After": "5"})
    capture = about(sim, pauses)
    assert sum(pauses) == 5
    assert capture.outcome is StepOutcome.CAPTURED


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("99999999999999999999", MAX_RETRY_AFTER),
        ("Wed, 01 Jan 2025 00:00:30 GMT", 30.0),
        ("Tue, 31 Dec 2024 00:00:00 GMT", 0.0),
        ("Fri, 31 Dec 9999 00:00:00 GMT", MAX_RETRY_AFTER),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("٣", None),
    ],
)
def test_retry_after_is_read_and_capped(value: str, seconds: float | None) -> None:
    assert retry_after(value, datetime(2025, 1, 1, tzinfo=UTC)) == seconds


def test_status_that_will_not_change_is_not_retried(sim: BlogSim) -> None:
    sim.plant("/about", "status", status=404)
    assert about(sim).requests == 1


def test_heartbeat_beats_before_each_request_and_during_pauses(sim: BlogSim) -> None:
    from tests.unit.collection.helpers import OPEN, plan, settings
    from vetting.collection import collect_step

    beats: list[int] = []
    sim.plant("/about", "status", times=1, status=429, headers={"Retry-After": "6"})
    collect_step(
        PROFILE,
        account(sim.host, f"{sim.base_url}/about", method=Method.WEB_PAGE),
        plan(),
        OPEN,
        settings(),
        heartbeat=lambda: beats.append(1),
        sleep=lambda _: None,
    )
    assert len(beats) == 3 + 3  # robots.txt, the page twice; and the pause


def test_what_a_heartbeat_raises_stops_the_step(sim: BlogSim) -> None:
    from tests.unit.collection.helpers import OPEN, plan, settings
    from vetting.collection import collect_step

    def stop() -> None:
        raise KeyboardInterrupt

    declared = account(sim.host, f"{sim.base_url}/about", method=Method.WEB_PAGE)
    with pytest.raises(KeyboardInterrupt):
        collect_step(PROFILE, declared, plan(), OPEN, settings(), heartbeat=stop)
    assert sim.requests == []


def test_body_over_the_limit_is_refused(sim: BlogSim) -> None:
    sim.plant("/about", "huge", size=100_001)
    assert about(sim).reason == "too_large"


def test_slow_drip_is_cut(sim: BlogSim) -> None:
    sim.plant("/about", "drip", seconds=0.05)
    started = datetime.now(UTC)
    capture = about(sim, http_timeout=0.3, http_attempts=1)
    assert capture.reason == "too_slow"
    assert (datetime.now(UTC) - started).total_seconds() < 60  # the drip would last an hour and more


def test_redirect_on_the_own_host_is_followed_and_recorded(sim: BlogSim) -> None:
    sim.plant("/old", "redirect", to="/about")
    capture = about(sim, path="/old")
    assert capture.outcome is StepOutcome.CAPTURED
    assert [r.status for r in records(capture.data) if r.kind == "response"] == ["302 Found", "200 OK"]


def test_redirects_in_a_circle_end(sim: BlogSim) -> None:
    sim.plant("/old", "redirect", to="/old")
    capture = about(sim, path="/old")
    assert (capture.reason, capture.requests) == ("too_many_redirects", 6)


def test_closed_port_is_not_reachable() -> None:
    with BlogSim() as gone:
        target, host = f"{gone.base_url}/about", gone.host
    capture = collect(account(host, target, method=Method.WEB_PAGE), PROFILE)
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "not_reachable")


def test_server_without_tls_on_an_encrypted_address_is_a_tls_fault(sim: BlogSim) -> None:
    target = f"https://{sim.host}/about"
    capture = collect(account(sim.host, target, method=Method.WEB_PAGE), PROFILE)
    assert (capture.reason, capture.attempts) == ("tls_failed", 1)


def test_certificate_that_nobody_vouches_for_is_a_tls_fault(tmp_path: Path) -> None:
    import ssl
    import subprocess

    name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "cert.pem")]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *name, *files], capture_output=True, check=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with BlogSim() as sim:
        assert sim._server is not None
        sim._server.socket = context.wrap_socket(sim._server.socket, server_side=True)
        capture = collect(account(sim.host, f"https://{sim.host}/about", method=Method.WEB_PAGE), PROFILE)
        assert sim.requests == []
    assert capture.reason == "tls_failed"


def test_name_that_does_not_resolve_is_retried(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def fail(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror(socket.EAI_AGAIN, "synthetic")

    monkeypatch.setattr("vetting.collection.addresses.socket.getaddrinfo", fail)
    capture = collect(account("nowhere.example", "http://nowhere.example/", method=Method.WEB_PAGE), PROFILE)
    assert (capture.reason, capture.attempts) == ("name_not_resolved", 3)


def test_nothing_of_the_environment_is_used(sim: BlogSim, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login synthetic password synthetic\n")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    sim.plant("/first", "redirect", to="/about")
    capture = about(sim, path="/first")
    assert capture.outcome is StepOutcome.CAPTURED
    for request in sim.requests:
        assert set(request.headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


def test_cookies_are_never_sent_back(sim: BlogSim) -> None:
    sim.plant("/feed/", "status", times=1, status=503, headers={"Set-Cookie": "session=synthetic; Path=/"})
    capture = collect(account(sim.host, f"{sim.base_url}/feed/", method=Method.FEED))
    assert capture.attempts == 2
    assert not any("Cookie" in request.headers for request in sim.requests)


def test_failed_attempts_are_on_the_record(sim: BlogSim) -> None:
    sim.plant("/about", "status", times=2, status=503)
    capture = about(sim)
    seen = records(capture.data)
    assert [r.status for r in seen if r.kind == "response"] == [
        "503 Service Unavailable",
        "503 Service Unavailable",
        "200 OK",
    ]
    assert len([r for r in seen if r.kind == "request"]) == 3
