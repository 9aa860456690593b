"""Starts programs in their own process group, waits until they answer, and stops them by the id that was recorded."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import requests


class Daemon:
    """One running program."""

    def __init__(self, command: list[str], folder: Path, *, env: Mapping[str, str] | None = None) -> None:
        self._log = (folder / f"{Path(command[0]).name}.log").open("wb")
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def wait_for(self, ready: Callable[[], bool], seconds: float = 30.0) -> None:
        """Wait until `ready`; raises `RuntimeError` when the program ends or takes longer."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self._process.poll() is not None:
                raise RuntimeError(f"the server ended with {self._process.returncode} while starting")
            if ready():
                return
            time.sleep(0.1)
        raise RuntimeError("the server does not answer")

    def stop(self, *, force: bool = False) -> None:
        """End the program and its workers, and nothing else."""
        for sign in (signal.SIGKILL,) if force else (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, sign)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=10)
                break
        self._log.close()


def free_port() -> int:
    """A TCP port that is free on loopback now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    """Whether a page answers with 200."""
    try:
        return requests.get(url, timeout=5).status_code == 200
    except requests.RequestException:
        return False


def server_folder() -> Path:
    """A new folder that other users may enter: databases drop root and must reach theirs."""
    folder = Path(tempfile.mkdtemp(prefix="srv-"))
    folder.chmod(0o755)
    return folder


def remove(folder: Path) -> None:
    """Delete a server's folder."""
    shutil.rmtree(folder, ignore_errors=True)
