"""A terminal on an installation with an open round."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.cli.terminal import Terminal
from tests.world import PASSPHRASE, World
from vetting.keys import locked
from vetting.settings import settings


@pytest.fixture
def fast_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key files that open at once: each command opens one, and a real one takes a third of a second."""
    monkeypatch.setattr(locked, "STANDARD", locked.UNSAFE_FAST)


@pytest.fixture
def terminal(
    fast_keys: None, opened: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Terminal]:
    phrase = tmp_path / "phrase"
    phrase.touch(mode=0o600)
    phrase.write_text(PASSPHRASE)
    monkeypatch.setenv("VETTING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("VETTING_PASSPHRASE_FILE", str(phrase))
    monkeypatch.setenv("VETTING_ALLOW_PRIVATE_HOSTS", "1")
    monkeypatch.setenv("VETTING_UNPACED_TEST_HOSTS", "1")
    settings.cache_clear()
    yield Terminal(opened, tmp_path, capsys, monkeypatch)
    settings.cache_clear()
