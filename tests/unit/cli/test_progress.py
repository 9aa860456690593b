"""How far a flow is: a bar for a person, few lines for a file."""

import io

import pytest
from rich.console import Console
from rich.progress import Progress

from vetting.cli.progress import Display, display


def test_a_pipe_gets_a_few_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with display("Collecting") as shown:
        shown.tick()
        shown.started()
        for done in range(1, 161):
            shown.update(done, 160, f"R1.{done:03d}")
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[0] == "Collecting: starting the workflow server"
    assert lines[-1] == "Collecting: 160 of 160 (R1.160)"
    assert len(lines) == 11


def test_a_terminal_gets_a_bar_that_reaches_its_end() -> None:
    screen = io.StringIO()
    with Progress(console=Console(file=screen, force_terminal=True, width=100)) as bar:
        shown = Display("Collecting", bar)
        shown.tick()
        shown.started()
        for done in range(1, 4):
            shown.update(done, 3, f"R1.00{done}")
    assert "Starting the workflow server" in screen.getvalue()
    assert "R1.003" in screen.getvalue()
    assert bar.finished
