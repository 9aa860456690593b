"""What the demo is played on: numbered scenes, the commands as people would type them, and their real output.

Every command goes through `vetting.cli.main.call`, the function that the `vetting` command calls. A command that ends
otherwise than the story says stops the demo.
"""

import contextlib
import io
import os
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from vetting.cli.main import call
from vetting.settings import settings

WIDTH = 98
_INDENT = "    "


class NotAsTold(Exception):  # noqa: N818  (it is what the last line of the demo says)
    """Something did not go as the story says."""


class Stage:
    """The demo's terminal. Works in `folder`, which it makes the current one."""

    def __init__(self, folder: Path) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        self.folder = folder
        self.console = Console(width=WIDTH, highlight=False, soft_wrap=False)
        self.scenes = 0
        self.commands = 0
        self.refusals = 0
        # the commands' own tables are made for this width, indented
        os.environ.update(COLUMNS=str(WIDTH - len(_INDENT)), VETTING_HOME="office")
        os.chdir(folder)

    def scene(self, title: str, *lines: str) -> None:
        """Begin a scene."""
        self.scenes += 1
        self.console.print()
        self.console.rule(Text(f"{self.scenes}. {title}", style="bold cyan"), align="left", style="cyan")
        self.tell(*lines)

    def tell(self, *lines: str) -> None:
        """A paragraph of the story."""
        for line in lines:
            for part in textwrap.wrap(line, WIDTH, break_on_hyphens=False) or [""]:
                self.console.print(Text(part, style="italic"))

    def show(self, *lines: str, hang: int = 4) -> None:
        """Lines that are neither story nor a command's output; a long one goes on `hang` columns to the right."""
        for line in lines:
            for part in _folded(line, hang):
                self.console.print(Text(f"{_INDENT}{part}"), no_wrap=True, overflow="ignore", crop=False)

    def run(
        self,
        person: str,
        *command: str,
        given: str = "",
        shows: Sequence[str] = (),
        last: int | None = None,
    ) -> str:
        """A command that must succeed; `given` is its standard input, `last` limits the lines that are printed."""
        code, text = self._do(person, command, given)
        self._print(text, None if code else last)
        if code:
            raise NotAsTold(f"`vetting {' '.join(command)}` should have worked and ended with exit code {code}")
        self._look(command, text, shows)
        return text

    def refused(self, person: str, *command: str, code: str, given: str = "", shows: Sequence[str] = ()) -> str:
        """A command that must be refused, with this stable code."""
        exit_code, text = self._do(person, command, given)
        self._print(text, None, style="yellow")
        if not exit_code or f": {code})" not in text:
            raise NotAsTold(f"`vetting {' '.join(command)}` should have been refused with {code}")
        self._look(command, text, shows)
        self.refusals += 1
        self.console.print(Text(f"{_INDENT}Refused, as it must be (exit code {exit_code}).", style="green"))
        return text

    def failed(self, person: str, *command: str, exit_code: int, shows: Sequence[str] = ()) -> str:
        """A command that must end with this exit code without being refused."""
        found, text = self._do(person, command, "")
        self._print(text, None)
        if found != exit_code:
            raise NotAsTold(f"`vetting {' '.join(command)}` should have ended with {exit_code}, not {found}")
        self._look(command, text, shows)
        return text

    def check(self, right: object, what: str) -> None:
        """Stop the demo when something is not as told."""
        if not right:
            raise NotAsTold(what)

    def _do(self, person: str, command: Sequence[str], given: str) -> tuple[int, str]:
        self.commands += 1
        self._prompt(person, command, given)
        os.environ["VETTING_PASSPHRASE_FILE"] = "people/agency.passphrase"
        os.environ["VETTING_KEY"] = f"people/{person}.key.json"
        os.environ["VETTING_KEY_PASSPHRASE_FILE"] = f"people/{person}.passphrase"
        settings.cache_clear()
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output), _standard_input(given):
            code = call(list(command))
        return code, output.getvalue()

    def _prompt(self, person: str, command: Sequence[str], given: str) -> None:
        prompt = f"{person} $ "
        typed = textwrap.wrap(
            f"vetting {' '.join(_quoted(part) for part in command)}",
            WIDTH - len(prompt) - 2,
            break_on_hyphens=False,
            break_long_words=False,
        )
        for at, part in enumerate(typed):
            line = Text(" " * len(prompt) if at else prompt, style="bold magenta")
            self.console.print(line.append(part if part is typed[-1] else f"{part} \\", style="bold"))
        for text in given.strip().splitlines():
            for part in _folded(f"< {text}"):
                self.console.print(Text(f"{_INDENT}{part}", style="dim"))

    def _print(self, text: str, last: int | None, style: str = "") -> None:
        lines = text.rstrip("\n").splitlines()
        if last is not None:
            lines = lines[-last:] if last else []
        for line in lines:
            for part in _folded(line):
                self.console.print(Text(f"{_INDENT}{part}", style=style), no_wrap=True, overflow="ignore", crop=False)

    def _look(self, command: Sequence[str], text: str, shows: Sequence[str]) -> None:
        flat = re.sub(r"\s+", " ", text)
        for wanted in shows:
            if wanted not in flat:
                raise NotAsTold(f"`vetting {' '.join(command)}` should have shown: {wanted}")


@contextlib.contextmanager
def _standard_input(given: str) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = before


def _quoted(part: str) -> str:
    return f'"{part}"' if " " in part or not part else part


def _folded(line: str, hang: int | None = None) -> list[str]:
    width = WIDTH - len(_INDENT)
    if len(line) <= width:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()) + 2 if hang is None else hang)
    return textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)
