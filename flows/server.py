"""A Prefect server for the time of one command: started, waited for, and stopped in order.

Prefect's own temporary server is torn down with the process and prints tracebacks while it goes; ours is stopped after
Prefect's queues are drained. An agency that runs its own server names it with VETTING_PREFECT_API_URL.
"""

import contextlib
import ctypes
import importlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from flows.quiet import SERVER_SETTINGS
from vetting.errors import StateError
from vetting.settings import Settings

_START_SECONDS = 90.0


@contextlib.contextmanager
def prefect_server(settings: Settings, tick: Callable[[], None] | None = None) -> Iterator[str]:
    """The API address of a running server, for as long as the block lasts.

    Raises:
        StateError: `prefect_not_started`.

    """
    if settings.prefect_api_url is not None:
        with _api(settings.prefect_api_url):
            yield settings.prefect_api_url
        return
    home = (settings.home / "prefect").resolve()
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    port = _free_port()
    url = f"http://127.0.0.1:{port}/api"
    # (1) Start. (2) Wait until it answers. (3) Work. (4) Drain what the client still holds. (5) Stop, and wait for the end.
    process = _start(home, port)  # (1)
    try:
        _load_client()  # while the server loads the same
        _wait(process, url, tick)  # (2)
        with _api(url):
            try:
                yield url  # (3)
            finally:
                _drain()  # (4)
    finally:
        process.terminate()  # (5)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _start(home: Path, port: int) -> subprocess.Popen[bytes]:
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "VETTING_"))},
        **SERVER_SETTINGS,
        "PREFECT_HOME": str(home),
    }
    command = [sys.executable, "-m", "uvicorn", "--factory", "prefect.server.api.server:create_app"]
    return subprocess.Popen(  # noqa: S603  (our own interpreter and fixed arguments)
        [*command, "--host", "127.0.0.1", "--port", str(port), "--log-level", "critical", "--lifespan", "on"],
        env=environment,
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509  (before any thread of ours)
    )


def _die_with_parent() -> None:
    """Ask the kernel to end the server when this process is killed, however suddenly."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def _load_client() -> None:
    """Import what Prefect's client needs for its first flow, which otherwise waits for it."""
    for module in ("prefect.flow_engine", "prefect.task_engine", "prefect.events.worker", "fastapi"):
        importlib.import_module(module)


def _wait(process: subprocess.Popen[bytes], url: str, tick: Callable[[], None] | None) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        if tick is not None:
            tick()
        try:
            with urllib.request.urlopen(f"{url}/admin/version", timeout=2) as answer:  # noqa: S310  (our own loopback address)
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise StateError(
        "prefect_not_started",
        "The temporary Prefect server did not start.",
        remedy="Nothing was done. Try again; if it happens again, start a Prefect server and set VETTING_PREFECT_API_URL.",
    )


@contextlib.contextmanager
def _api(url: str) -> Iterator[None]:
    from prefect.settings import (  # noqa: PLC0415  (Prefect takes a second to import)
        PREFECT_API_URL,
        PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
        temporary_settings,
    )

    # Heartbeats let a server guess that a flow crashed; our database knows. Their thread makes each flow a second longer.
    with temporary_settings({PREFECT_API_URL: url, PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield


def _drain() -> None:
    """Let Prefect's background queue deliver what it holds, while the server is still there."""
    from prefect.events.worker import EventsWorker  # noqa: PLC0415

    EventsWorker.drain_all(timeout=10, at_exit=False)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
