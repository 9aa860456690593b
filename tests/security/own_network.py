"""A small internet inside a network namespace of its own: `python -m tests.security.own_network` under `unshare --net --mount`.

Public-looking addresses and private ones lie on the loopback interface; a real name server, real web servers and
listeners that count connections answer there; the door runs with no setting for tests at all. Prints one JSON object.
"""

import contextlib
import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from schemas.account import DeclaredAccount
from schemas.capture import Capture
from schemas.plan import PlanStep, SearchPlan, StepAction, StepScope
from schemas.platform import Method
from schemas.window import Window
from vetting import clock
from vetting.collection import collect_step
from vetting.collection.hosts import Hosts
from vetting.collection.web import Fault, Web, WebRules
from vetting.settings import Settings

PUBLIC, PUBLIC_V6 = "8.8.4.4", "2606:4700::1111"
PRIVATE = ("10.0.0.5", "169.254.169.254", "192.168.7.7", "100.64.0.9", "127.0.0.1", "fd00::5", "::1")
ZONE: dict[str, list[list[str]]] = {
    "public.example": [[PUBLIC]],
    "six.example": [[PUBLIC_V6]],
    "private.example": [["10.0.0.5"]],
    "metadata.example": [["169.254.169.254"]],
    "shared.example": [["100.64.0.9"]],
    "loop.example": [["127.0.0.1"]],
    "unique-local.example": [["fd00::5"]],
    "mapped.example": [["::ffff:10.0.0.5"]],
    "translated.example": [["64:ff9b::a00:5"]],
    "mixed.example": [[PUBLIC, "10.0.0.5"]],
    "mixed-six.example": [[PUBLIC_V6, "fd00::5"]],
    "twin.example": [[PUBLIC]],
    "www.twin.example": [["10.0.0.5"]],
    "rebind-at-once.example": [[PUBLIC], ["10.0.0.5"]],
    "rebind-later.example": [[PUBLIC], [PUBLIC], ["10.0.0.5"]],
    "rebind-metadata.example": [[PUBLIC], ["169.254.169.254"]],
    "rebind-redirect.example": [[PUBLIC], [PUBLIC], ["10.0.0.5"]],
    "empty.example": [[]],
}
"""Answers by name, one list for each time that is asked; the last one stays. `turning.example` changes with every question."""
SILENT = "silent.example"
TEXT = "<p>Synthetic words of a synthetic page, long enough to be taken for one, and describing nobody at all.</p>" * 3


class Names:
    """A name server for the zone: A, AAAA, no name (NXDOMAIN) and, for one name, silence."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((PUBLIC, 53))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            question, sender = self._socket.recvfrom(512)
            answer = self._answer(question)
            if answer:
                self._socket.sendto(answer, sender)

    def _answer(self, question: bytes) -> bytes:
        labels, at = [], 12
        while question[at]:
            labels.append(question[at + 1 : at + 1 + question[at]].decode())
            at += 1 + question[at]
        (kind,) = struct.unpack_from("!H", question, at + 1)
        name = ".".join(labels).lower()
        if name == SILENT:
            return b""
        answers, known = self._of(name, kind)
        family = {1: socket.AF_INET, 28: socket.AF_INET6}.get(kind)
        packed = [socket.inet_pton(family, a) for a in answers if (":" in a) == (kind == 28)] if family else []
        head = question[:2] + struct.pack("!HHHHH", 0x8180 if known else 0x8183, 1, len(packed), 0, 0)
        # a time to live of none: whoever asks again gets what holds then
        records = b"".join(b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 0, len(data)) + data for data in packed)
        return head + question[12 : at + 5] + records

    def _of(self, name: str, kind: int) -> tuple[list[str], bool]:
        turns = ZONE.get(name, [])
        if name == "turning.example":
            turns = [[PUBLIC]] if self.asked[name] % 2 == 0 else [["10.0.0.5"]]
        if kind == 1:
            self.asked[name] += 1
        six = name in (
            "six.example",
            "unique-local.example",
            "mapped.example",
            "translated.example",
            "mixed-six.example",
        )
        number = 0 if six else max(self.asked[name] - 1, 0)
        return (turns[min(number, len(turns) - 1)] if turns else []), bool(turns)


class Site(BaseHTTPRequestHandler):
    """The public site: pages, a feed in three parts, and redirects to wherever the path says. Closes after each answer."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.server.asked.append((self.headers["Host"], self.path))  # type: ignore[attr-defined]
        path, _, query = self.path.partition("?")
        if path == "/robots.txt":
            return self._send(404, "", "text/plain")
        if path == "/to":
            return self._send(302, "", "text/plain", query)
        if path == "/feed":
            part = int(query or "1")
            following = f'<link rel="next" href="/feed?{part + 1}"/>' if part < 3 else ""
            entry = (
                f"<entry><id>e{part}</id><title>Synthetic {part}</title><updated>2025-06-01T00:00:00Z</updated></entry>"
            )
            return self._send(
                200, f'<feed xmlns="http://www.w3.org/2005/Atom">{following}{entry}</feed>', "application/atom+xml"
            )
        return self._send(200, f"<html><body>{TEXT}</body></html>", "text/html")

    def _send(self, status: int, body: str, kind: str, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body.encode())


class _SiteServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: str) -> None:
        self.address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self.asked: list[tuple[str, str]] = []
        super().__init__((address, 80), Site)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Inside:
    """Listeners on private addresses, which count every connection and answer as a site that must not be asked."""

    def __init__(self) -> None:
        self.connections: Counter[str] = Counter()
        for address in PRIVATE:
            for port in (80, 443, 8080):
                listener = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind((address, port))
                listener.listen(64)
                threading.Thread(target=self._count, args=(listener, address), daemon=True).start()

    def _count(self, listener: socket.socket, address: str) -> None:
        while True:
            connection, _ = listener.accept()
            self.connections[address] += 1
            with contextlib.suppress(OSError):
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret")
            connection.close()


def network() -> None:
    """Bring the loopback interface up and give it the addresses (what `ip addr add ADDRESS dev lo` does)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, 0x8914, struct.pack("16sh", b"lo", 1 | 64))  # SIOCSIFFLAGS: IFF_UP, IFF_RUNNING
        for number, address in enumerate((PUBLIC, *(a for a in PRIVATE if ":" not in a and a != "127.0.0.1"))):
            packed = struct.pack("16sHH4s8x", f"lo:{number}".encode(), socket.AF_INET, 0, socket.inet_aton(address))
            fcntl.ioctl(control, 0x8916, packed)  # SIOCSIFADDR
    index = socket.if_nametoindex("lo")
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as control:
        for address in (PUBLIC_V6, "fd00::5"):
            fcntl.ioctl(control, 0x8916, struct.pack("=16sIi", socket.inet_pton(socket.AF_INET6, address), 128, index))


def resolver(folder: Path) -> None:
    """Let the system's own resolver ask our name server, in this namespace only."""
    file = folder / "resolv.conf"
    file.write_text(f"nameserver {PUBLIC}\noptions timeout:5 attempts:1\n", encoding="ascii")
    subprocess.run(["mount", "--bind", str(file), "/etc/resolv.conf"], check=True)


def step(host: str, path: str = "/about", *, feed: bool = False) -> Capture:
    """One step with the product's settings as they come, but for shorter waits."""
    action = StepAction.POSTS if feed else StepAction.PROFILE
    planned = PlanStep(key="only", title="Only", scope=StepScope.ACCOUNT, action=action)
    plan = SearchPlan(
        id="own-network",
        version=1,
        title="Own network",
        look_back_days=None,
        exclude_posts_as_minor=False,
        user_agent="vetting-tests/1",
        steps=(planned,),
    )
    declared = DeclaredAccount(
        id="C1.A1",
        platform="test",
        method=Method.FEED if feed else Method.WEB_PAGE,
        host=host,
        target=f"http://{host}{path}",
    )
    window = Window(not_after=clock.now())
    settings = Settings(http_timeout=1.0, http_attempts=1)
    return collect_step(planned, declared, plan, window, settings, hosts=Hosts())


def admitted(address: str) -> str:
    """What comes of a host that a recorded answer named, and that was admitted."""
    with Web("public.example", WebRules("vetting-tests/1", 100_000, timeout=1.0, attempts=1), {}) as web:
        refused = web.admit(address, shown_by="<urn:uuid:0>") or web.get(address, accept="*/*")
        return refused.reason if isinstance(refused, Fault) else "answered"


def scenarios() -> Iterator[tuple[str, Callable[[], Any]]]:
    """Name and run of each scenario."""
    for host in ("public.example", "six.example", PUBLIC, f"[{PUBLIC_V6}]", "PUBLIC.example.", "twin.example"):
        yield f"reach {host}", lambda host=host: step(host)
    yield "reach a feed in three parts", lambda: step("public.example", "/feed", feed=True)
    for host in (
        *(name for name in ZONE if ZONE[name][0] != [PUBLIC] and name != "six.example"),
        SILENT,
        "none.example",
    ):
        yield f"host {host}", lambda host=host: step(host)
    for host in (
        "10.0.0.5",
        "169.254.169.254",
        "[fd00::5]",
        "[::ffff:10.0.0.5]",
        "[::1]",
        "0x0a000005",
        "012.0.0.5",
        "10.5",
    ):
        yield f"host {host}", lambda host=host: step(host)
    for target in (
        "http://10.0.0.5/", "http://private.example/", "http://169.254.169.254/latest/meta-data/", "http://[fd00::5]/",
        "http://[::ffff:10.0.0.5]/", "http://0x0a000005/", "http://012.0.0.5/", "http://167772165/", "http://localhost/",
        "//10.0.0.5/", "http://public.example@10.0.0.5/", "http://10.0.0.5#@public.example/", "http://public.example:8080/",
        "http://metadata.example/", "https://10.0.0.5/", "http://10.0.0.5:8080/",
    ):  # fmt: skip
        yield f"redirect {target}", lambda target=target: step("public.example", f"/to?{target}")
    yield "redirect to the twin inside", lambda: step("twin.example", "/to?http://www.twin.example/")
    yield "rebind between robots and page", lambda: step("rebind-at-once.example")
    yield "rebind to the metadata service", lambda: step("rebind-metadata.example")
    yield "rebind between two pages", lambda: step("rebind-later.example", "/feed", feed=True)
    yield "rebind through a redirect", lambda: step("rebind-redirect.example", "/to?/about")
    for number in range(12):
        yield f"turning {number}", lambda: step("turning.example")
    for address in ("https://private.example/", "https://10.0.0.5/", "https://[fd00::5]/", "http://private.example/"):
        yield f"admitted {address}", lambda address=address: admitted(address)


def main() -> None:
    """Set the network up, run everything, say what came of it."""
    if len(sys.argv) == 2:
        network()
        # begin anew on the network: urllib3 looks for IPv6 once, while it is imported
        os.execv(sys.executable, [sys.executable, "-m", "tests.security.own_network", sys.argv[1], "ready"])  # noqa: S606
    resolver(Path(sys.argv[1]))
    names, inside = Names(), Inside()
    sites = [_SiteServer(address) for address in (PUBLIC, PUBLIC_V6)]
    results = {}
    for name, run in scenarios():
        got = run()
        results[name] = [got.outcome.value, got.reason, len(got.posts)] if isinstance(got, Capture) else got
    before = dict(inside.connections)
    for address in PRIVATE:  # the listeners are there and count: what was not counted before was not tried
        with socket.create_connection((address, 80), timeout=5) as connection:
            connection.recv(16)
    print(
        json.dumps(
            {
                "results": results,
                "inside": before,
                "counted": dict(inside.connections),
                "public": sum(len(site.asked) for site in sites),
                "names": dict(names.asked),
            }
        )
    )


if __name__ == "__main__":
    main()
