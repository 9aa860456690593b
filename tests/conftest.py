"""Fixtures for all tests: a fresh synthetic installation, with or without an open round."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.quiet import make_quiet
from tests.world import World

make_quiet()
os.environ.pop("COLUMNS", None)  # xdist gives its workers 80; a pipe has what the product chooses
for name in [n for n in os.environ if n.startswith("VETTING_")]:
    del os.environ[name]  # the machine's own settings have no place in a test


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A new installation; no round yet."""
    made = World.make(tmp_path / "home")
    yield made
    made.office.close()


@pytest.fixture
def opened(world: World) -> World:
    """An installation with round R1 open: two candidates, everybody in their role."""
    world.open_round()
    return world
