"""The whole command tree: every command explains itself, and none touches an installation without a person's key."""

import inspect
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.models import ArgumentInfo, OptionInfo

from tests.world import person_key
from vetting.cli.main import app, call
from vetting.cli.session import Key
from vetting.keys.files import to_json
from vetting.settings import settings

WITHOUT_KEY = {
    "init": "makes the installation; nobody is enrolled yet",
    "upgrade": "nobody can sign in to an old database; asks for the agency's passphrase",
    "key new": "on the person's own machine",
    "key show": "a public file",
    "policy list": "configuration only",
    "policy show": "configuration only",
    "policy platforms": "configuration only",
    "policy check": "configuration only",
    "open": "on the reader's own machine; has a --key of another meaning",
    "redact": "standard input to standard output",
    "log verify": "an exported file; has a --key of another meaning",
    "report uniformity": "an exported file; has a --key of another meaning",
    "retention schedule": "configuration only",
}


@dataclass(frozen=True)
class Command:
    """A leaf of the tree."""

    path: str
    callback: Any

    def parameters(self) -> Iterator[tuple[str, Any, ArgumentInfo | OptionInfo | None, bool]]:
        """Name, plain type, typer's information, and whether it must be given."""
        hints = typing.get_type_hints(self.callback, include_extras=True)
        for name, parameter in inspect.signature(self.callback).parameters.items():
            plain, info = hints[name], None
            if typing.get_origin(plain) is typing.Annotated:
                plain, info = typing.get_args(plain)[:2]
            yield name, plain, info, parameter.default is inspect.Parameter.empty

    @property
    def acts(self) -> bool:
        """Whether it takes the key of whoever acts."""
        return any(info is typing.get_args(Key)[1] for _, _, info, _ in self.parameters())


def leaves(group: typer.Typer, prefix: str = "") -> Iterator[Command]:
    for command in group.registered_commands:
        assert command.callback is not None
        yield Command(f"{prefix}{command.name or command.callback.__name__}", command.callback)
    for sub in group.registered_groups:
        assert sub.typer_instance is not None
        yield from leaves(sub.typer_instance, f"{prefix}{sub.name} ")


COMMANDS = list(leaves(app))


def some_value(name: str, plain: Any, folder: Path) -> str:
    """A well-formed value for a parameter that must be given."""
    if typing.get_origin(plain) is list:
        plain = typing.get_args(plain)[0]
    if isinstance(plain, type) and issubclass(plain, Enum):
        return str(next(iter(plain)).value)
    if plain is datetime:
        return "2026-01-01"
    if plain is int:
        return "1"
    if plain is Path:
        return str(folder / ("someone.pub.json" if name == "public" else "absent"))
    return "R1.001"


def flag(info: OptionInfo) -> str:
    """The option's name; typer takes the first one for a default until it makes the command."""
    return next(name for name in (info.default, *(info.param_decls or ())) if str(name).startswith("--"))


def arguments(command: Command, folder: Path) -> list[str]:
    given = command.path.split()
    for name, plain, info, needed in command.parameters():
        if not needed:
            continue
        value = some_value(name, plain, folder)
        given += [flag(info), value] if isinstance(info, OptionInfo) else [value]
    return given


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A machine with no installation and no key in the environment."""
    monkeypatch.setenv("VETTING_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("VETTING_KEY", raising=False)
    (tmp_path / "someone.pub.json").write_bytes(to_json(person_key("someone").public.model_dump(mode="json")))
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def test_the_tree_has_the_commands_of_the_whole_way() -> None:
    paths = {command.path for command in COMMANDS}
    assert len(paths) == len(COMMANDS)
    for path in (
        "init",
        "round open",
        "declare",
        "collect",
        "step import",
        "evidence open",
        "finding add",
        "draft submit",
    ):
        assert path in paths
    for path in (
        "validate",
        "review approve",
        "release",
        "fetch",
        "open",
        "log export",
        "report make",
        "retention dispose",
    ):
        assert path in paths


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.path)
def test_every_command_and_parameter_has_help(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    doc = inspect.getdoc(command.callback) or ""
    assert len(doc.split("\n", maxsplit=1)[0]) > 15
    assert doc.split("\n", maxsplit=1)[0].endswith(".")
    for name, _, info, _ in command.parameters():
        assert info is not None, f"{command.path}: {name} has no help"
        assert len(info.help or "") > 5, f"{command.path}: {name} has no help"
    assert call([*command.path.split(), "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"Usage: vetting {command.path}" in shown


@pytest.mark.parametrize("group", list(app.registered_groups), ids=lambda g: str(g.name))
def test_every_group_has_help(group: Any) -> None:
    assert len(group.typer_instance.info.help or "") > 15


def test_only_named_commands_work_without_a_key() -> None:
    assert {command.path for command in COMMANDS if not command.acts} == set(WITHOUT_KEY)


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.acts], ids=lambda c: c.path)
def test_acting_command_refuses_without_a_key(command: Command, bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extra = ["--yes"] if command.path == "retention dispose" else []
    extra += ["--round", "R1"] if command.path == "log show" else []
    if command.path in {"release", "draft prepare", "evidence verify"}:
        extra.append("R1.001")
    assert call([*arguments(command, bare), *extra]) == 2
    said = capsys.readouterr()
    assert "(input: key_missing)" in said.err
    assert said.out == ""
    assert not (bare / "home").exists()


def test_no_command_takes_free_text_as_an_argument() -> None:
    """Law 11: arguments of a process are seen by everybody on the machine. Ids, codes, numbers and file names may be."""
    allowed = {"agency", "authority"}  # the agency's own name, and the number of a form
    ids = {
        "admin",
        "person",
        "case",
        "round",
        "round_",
        "round_id",
        "case_id",
        "account",
        "step",
        "plan",
        "rule",
        "label",
    }
    ids |= {"finding", "draft", "evidence", "deviation", "review", "hold_id", "entity", "lead", "withdrawal"}
    for command in COMMANDS:
        for name, plain, _, _ in command.parameters():
            if plain is str or (str in typing.get_args(plain)):
                assert name in allowed | ids or (command.path, name) == ("redact", "explain"), f"{command.path}: {name}"


def test_help_loads_nothing_heavy(capsys: pytest.CaptureFixture[str]) -> None:
    """Heavy libraries are imported by the commands that need them, not by the tree."""
    import subprocess
    import sys

    code = (
        "import sys; from vetting.cli.main import call; call(['--help']); print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stderr.split())
    assert not loaded & {
        "prefect",
        "sqlalchemy",
        "pandas",
        "presidio_analyzer",
        "cryptography",
        "joserfc",
        "requests",
        "tink",
    }
