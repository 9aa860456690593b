"""Runs commands on a synthetic installation as one of its people, and watches that no secret is shown."""

import io
from pathlib import Path

import pytest

from tests.world import World, person_key
from vetting.cli.main import call

SECRET = "Synthia Quillfeather"
"""Stands for content: no error may repeat it."""


class Terminal:
    """Runs commands on the world's installation, as one of its people."""

    def __init__(
        self, world: World, folder: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch
    ) -> None:
        self.world = world
        self.folder = folder
        self._capsys = capsys
        self.patch = patch

    def run(self, who: str, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
        """Exit code, output, errors."""
        path = self.folder / f"{who}.key.json"
        if not path.exists():
            person_key(who).save(path, None, unsafe_no_passphrase=True)
        self.patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = call([*arguments, "--key", str(path)])
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        assert SECRET not in said.err
        return code, said.out, said.err

    def done(self, who: str, *arguments: str, stdin: str = "") -> str:
        """What a command printed that had to succeed."""
        code, out, err = self.run(who, *arguments, stdin=stdin)
        assert code == 0, f"{arguments}: exit code {code}\n{out}\n{err}"
        return out
