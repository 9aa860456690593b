"""No connection but to the declared accounts' hosts and to our own workflow server: no telemetry, no suffix list, no DNS.

The round runs in a network namespace of its own where this machine permits one; and every Python process of it, Prefect's
server too, carries an audit hook that writes down each connection, datagram and name look-up before it happens.
"""

import ipaddress
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.functional.by_commands import Words

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
ROOT = Path(__file__).resolve().parents[2]
PROBE = ("192.0.2.1", 9)
"""Documentation address (RFC 5737): the one connection that the round's process tries on purpose, inside a namespace."""

GUARD = """
import json, os, sys

_out = os.open(os.environ["NETWORK_RECORD"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
_watched = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname",
            "socket.gethostbyaddr", "socket.getnameinfo"}


def _hook(event, arguments):
    if event in _watched:
        target = arguments[1] if event in {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"} else arguments[0]
        target = list(target) if isinstance(target, tuple) else [str(target)]
        os.write(_out, (json.dumps([event, os.getpid(), sys.argv[:3], *target]) + "\\n").encode())


sys.addaudithook(_hook)
"""


@dataclass(frozen=True)
class Recorded:
    """What the processes of a round wanted from the network."""

    isolated: bool
    lines: list[tuple[str, int, list[str], list[str | int | None]]]
    simulator: int

    def of(self, *events: str) -> list[tuple[str, int | None]]:
        """(host, port) of these events."""
        return [
            (str(target[0]), int(target[1]) if len(target) > 1 and isinstance(target[1], int) else None)
            for event, _, _, target in self.lines
            if event in events
        ]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    folder, guard = tmp_path_factory.mktemp("round"), tmp_path_factory.mktemp("guard")
    (guard / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    record = guard / "record.jsonl"
    isolated = _namespace_permitted()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("VETTING_", "PREFECT_", "DO_NOT"))}
    environment |= {
        "PYTHONPATH": f"{guard}{os.pathsep}{ROOT}",
        "NETWORK_RECORD": str(record),
        "TMPDIR": str(guard),
        "HOME": str(guard),
    }
    command = [sys.executable, "-m", "tests.functional.by_commands", str(folder)]
    done = subprocess.run(
        ["unshare", "--net", "--map-root-user", *command] if isolated else command,
        input=json.dumps({"words": asdict(Words()), "loopback": isolated}),
        capture_output=True,
        text=True,
        env=environment,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    rows = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    port = int(done.stdout.partition("simulator ")[2].split()[0])
    return Recorded(isolated, [(e, pid, argv, target) for e, pid, argv, *target in rows], port)


def _namespace_permitted() -> bool:
    if shutil.which("unshare") is None:
        return False
    done = subprocess.run(["unshare", "--net", "--map-root-user", "true"], capture_output=True, check=False)
    return done.returncode == 0


def test_round_runs_without_any_network(recorded: Recorded) -> None:
    """The round came to its end in a namespace that reaches nothing but itself."""
    if not recorded.isolated:
        pytest.skip("this machine does not permit a network namespace (`unshare --net`)")
    assert PROBE in recorded.of("socket.connect"), "the guard records what is tried"


def test_every_connection_is_to_the_declared_host_or_our_own_server(recorded: Recorded) -> None:
    own = {recorded.simulator, *(port for _, port in recorded.of("socket.bind") if port)}
    connections = [
        target for target in recorded.of("socket.connect", "socket.sendto", "socket.sendmsg") if target != PROBE
    ]
    assert ("127.0.0.1", recorded.simulator) in connections, "the declared account was asked"
    strangers = [(host, port) for host, port in connections if host != "127.0.0.1" or port not in own]
    assert not strangers, f"connections to something else: {strangers}"


def test_no_name_is_looked_up(recorded: Recorded) -> None:
    looked_up = recorded.of("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
    for host, _ in looked_up:
        assert host in {"None", "localhost"} or ipaddress.ip_address(host).is_loopback, f"a name was looked up: {host}"


def test_workflow_server_is_watched_too(recorded: Recorded) -> None:
    """The guard is inside Prefect's server as well, which is where telemetry would come from."""
    processes = {pid for _, pid, argv, _ in recorded.lines if any("uvicorn" in part for part in argv)}
    assert len(processes) >= 3, "each flow command started a server of its own"
