"""Installs the Debian packages that the real servers need, without starting any daemon; skips with a clear message where it cannot."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_POLICY = Path("/usr/sbin/policy-rc.d")


def php_version() -> str:
    """The version in package names, such as `8.2`; skips where apt does not know PHP."""
    shown = _run("apt-cache", "depends", "php-cli").stdout
    found = [line.split("php")[-1].removesuffix("-cli") for line in shown.splitlines() if "Depends: php" in line]
    if not found:
        pytest.skip("apt offers no php-cli: the real servers need a Debian-like system with its package lists")
    return found[0]


def need(*programs: str, packages: list[str]) -> None:
    """Make sure that files or programs are there, installing packages if they are not."""
    if all(_there(program) for program in programs):
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        pytest.skip(f"real server not installed, and installing {packages[0]} needs apt-get and root")
    # packages would start their daemons on public ports; 101 is what policy-rc.d answers to forbid it
    forbidding = not _POLICY.exists()
    if forbidding:
        _POLICY.write_text("#!/bin/sh\nexit 101\n")
        _POLICY.chmod(0o755)
    try:
        _run("apt-get", "update", "-qq")
        done = _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)
    finally:
        if forbidding:
            _POLICY.unlink()
    if done.returncode != 0 or not all(_there(program) for program in programs):
        pytest.skip(f"real server could not be installed: apt-get install {packages[0]} ended with {done.returncode}")


def _there(program: str) -> bool:
    return Path(program).exists() if program.startswith("/") else shutil.which(program) is not None


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    if shutil.which(command[0]) is None:
        pytest.skip(f"real servers need {command[0]}, which is not here")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=600)
