"""A copy of the shipped configuration to spoil, and a small source tree to scan."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import schemas

CONFIG = Path(schemas.__file__).resolve().parent.parent / "config"


@pytest.fixture
def config() -> Path:
    return CONFIG


@pytest.fixture
def own_config(tmp_path: Path) -> Path:
    target = tmp_path / "config"
    shutil.copytree(CONFIG, target)
    return target


@pytest.fixture
def tree(tmp_path: Path) -> Callable[..., Path]:
    """Writes files (path: text) into a source tree and gives its root."""

    def write(**files: str) -> Path:
        root = tmp_path / "tree"
        (root / "vetting").mkdir(parents=True, exist_ok=True)
        (root / "flows").mkdir(exist_ok=True)
        for name, text in files.items():
            path = root / (name.replace("__", "/") + ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    return write
