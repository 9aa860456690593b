"""A loopback HTTP server for simulators of the other side, with faults that can be planted for each path."""

import gzip
import json
import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Reply:
    """What a simulator answers."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Request:
    """What a simulator was asked; `query` holds the first value of each name."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    target: str
    """Path and query as sent."""
    method: str = "GET"
    body: bytes = b""


@dataclass
class Fault:
    """A fault planted for a path; it strikes `times` times (`None`: always) and then lets requests through.

    Kinds: `status` (with `headers`), `slow` (waits `seconds`), `drip` (a byte every `seconds`), `half` (announces the whole body and
    sends half), `drop` (closes without an answer), `redirect` (to `to`), `replace` (another body or type), `huge` (`size`
    bytes), `gzip_bomb` (`size` bytes of zeros, compressed).
    """

    kind: str
    times: int | None = None
    status: int = 503
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    to: str = ""
    body: bytes = b""
    content_type: str = ""
    size: int = 0


class Simulator:
    """Serves on 127.0.0.1 at a free port while used as a context manager; subclasses give `reply`."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.faults: dict[str, list[Fault]] = defaultdict(list)
        self.robots = Reply(404, b"", "text/plain; charset=utf-8")
        """What `/robots.txt` answers; faults can be planted for that path too."""
        self.robots_requests: list[Request] = []
        """Requests for it, apart from `requests`."""
        self.posted: list[Request] = []
        """Requests that are not plain reading, apart from `requests`."""
        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    def reply(self, request: Request) -> Reply:
        """The answer to a request that no fault strikes."""
        raise NotImplementedError

    def token_reply(self, request: Request) -> Reply | None:
        """The answer to a POST; `None` where nothing but plain reading is answered (501)."""
        del request
        return None

    def key_of(self, request: Request) -> str:
        """What faults are planted on: the path, unless one path serves several purposes."""
        return request.path

    def plant(self, path: str, kind: str, **details: Any) -> Fault:
        """Plant a fault for an exact path (without query)."""
        fault = Fault(kind, **details)
        if kind == "gzip_bomb":
            _bomb(fault.size)  # made now, so that no client waits for it
        self.faults[path].append(fault)
        return fault

    @property
    def port(self) -> int:
        """The port it listens on."""
        assert self._server is not None, "the simulator is not running"
        return int(self._server.server_address[1])

    @property
    def host(self) -> str:
        """`127.0.0.1:PORT`, as it stands in a declared account."""
        return f"127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """Address of its root, without a slash at the end."""
        return f"http://{self.host}"

    def start(self) -> None:
        """Begin to serve."""
        simulator = self

        class Handler(_Handler):
            owner = simulator

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop serving and free the port."""
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()
        self._server = self._thread = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def take_fault(self, path: str) -> Fault | None:
        """The fault that strikes now, counted down."""
        with self._lock:
            for fault in self.faults.get(path, ()):
                if fault.times is None:
                    return fault
                if fault.times > 0:
                    fault.times -= 1
                    return fault
        return None


@lru_cache(maxsize=4)
def _bomb(size: int) -> bytes:
    return gzip.compress(bytes(size))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    owner: Simulator
    protocol_version = "HTTP/1.1"
    wbufsize = 64 * 1024
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        request = Request(parts.path, query, dict(self.headers.items()), self.path)
        for_robots = request.path == "/robots.txt"
        (self.owner.robots_requests if for_robots else self.owner.requests).append(request)
        fault = self.owner.take_fault(request.path if for_robots else self.owner.key_of(request))
        if fault is None:
            self._send(self._reply(request))
        else:
            self._strike(fault, request)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length)
        parts = urlsplit(self.path)
        request = Request(parts.path, {}, dict(self.headers.items()), self.path, "POST", body)
        self.owner.posted.append(request)
        fault = self.owner.take_fault(f"POST {request.path}")
        if fault is not None:
            self._strike(fault, request)
        else:
            self._send(self.owner.token_reply(request) or Reply(501, b""))

    def _reply(self, request: Request) -> Reply:
        if request.method == "POST":
            return self.owner.token_reply(request) or Reply(501, b"")
        return self.owner.robots if request.path == "/robots.txt" else self.owner.reply(request)

    def _send(self, reply: Reply, *, announced: int | None = None) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body) if announced is None else announced))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def _strike(self, fault: Fault, request: Request) -> None:
        if fault.kind == "status":
            self._send(Reply(fault.status, fault.body or b'{"error":"synthetic fault"}', headers=fault.headers))
        elif fault.kind == "slow":
            time.sleep(fault.seconds)
            self._send(self._reply(request))
        elif fault.kind == "drip":
            self._drip(fault)
        elif fault.kind == "half":
            whole = self._reply(request)
            half = Reply(whole.status, whole.body[: len(whole.body) // 2], whole.content_type, whole.headers)
            self._send(half, announced=len(whole.body))
            self.close_connection = True
        elif fault.kind == "drop":
            self.close_connection = True
        elif fault.kind == "redirect":
            self._send(Reply(302, b"", headers={"Location": fault.to}))
        elif fault.kind == "replace":
            self._send(Reply(200, fault.body, fault.content_type or "text/html", fault.headers))
        elif fault.kind == "huge":
            self._send(Reply(200, b"x" * fault.size, fault.content_type or "text/html"))
        elif fault.kind == "gzip_bomb":
            self._send(Reply(200, _bomb(fault.size), fault.content_type or "text/html", {"Content-Encoding": "gzip"}))
        else:
            raise ValueError(fault.kind)

    def _drip(self, fault: Fault) -> None:
        self.send_response(200)
        self.send_header("Content-Type", fault.content_type or "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.flush()
        try:
            for _ in range(100_000):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(fault.seconds)
        except OSError:
            self.close_connection = True


def as_json(value: Any, status: int = 200, **headers: str) -> Reply:
    """A JSON answer; header names are written with underscores."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), headers=named)
