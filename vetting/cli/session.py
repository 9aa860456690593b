"""What most commands begin with: unlock the installation and prove who is acting. Leaves rights to `vetting.access`.

The person's private key is read from the person's own file, signs one challenge and is forgotten.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from vetting.access import Actor
    from vetting.office import Office

Key = Annotated[
    Path | None,
    typer.Option("--key", envvar="VETTING_KEY", help="Your private key file: proves who you are.", show_default=False),
]
"""The option every acting command takes."""

_PIPE_WIDTH = 220
"""Columns of a table that no terminal shows."""


def out() -> "Console":
    """The console for results; in a pipe, tables are wide and lines are not wrapped, so that they can be searched."""
    from rich.console import Console

    if os.isatty(1):
        return Console(highlight=False)
    return Console(highlight=False, soft_wrap=True, width=int(os.environ.get("COLUMNS", "") or _PIPE_WIDTH))


@contextmanager
def office() -> "Iterator[Office]":
    """The unlocked installation, without anybody acting."""
    from vetting.keys.passphrase import read_passphrase
    from vetting.office import key_file, open_office
    from vetting.settings import settings

    current = settings()
    phrase = (
        read_passphrase("Passphrase of the agency's keys", file=current.passphrase_file)
        if key_file(current).exists()
        else ""
    )
    opened = open_office(current, phrase)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def acting(key: Path | None) -> "Iterator[tuple[Office, Actor]]":
    """The unlocked installation and the person who acts.

    Raises:
        InputError: `key_missing`.
        PolicyError: `sign_in_refused`.

    """
    from vetting.access import sign_in
    from vetting.errors import InputError
    from vetting.keys.files import read_json
    from vetting.keys.locked import is_locked
    from vetting.keys.passphrase import read_passphrase
    from vetting.keys.person import PersonKey

    if key is None:
        raise InputError(
            "key_missing",
            "Say who you are.",
            remedy="Give your private key file with --key, or set VETTING_KEY. Make one with `vetting key new`.",
        )
    named = os.environ.get("VETTING_KEY_PASSPHRASE_FILE")
    phrase = None
    if is_locked(read_json(key)):
        phrase = read_passphrase("Passphrase of your key", file=Path(named) if named else None)
    person = PersonKey.load(key, phrase)
    if person.public.id is None:
        raise InputError(
            "key_without_id", "This key file carries no id.", remedy="Make a key with `vetting key new --id ID`."
        )
    with office() as opened:
        yield opened, sign_in(opened.store, person.public.id, person.sign)


def say(*lines: str) -> None:
    """Print lines as they are: brackets in them are text."""
    console = out()
    for line in lines:
        console.print(line, markup=False)


def table(title: str, columns: list[str], rows: list[list[Any]]) -> None:
    """Print a table; an empty one says so. Cells are text, never markup."""
    from rich.table import Table
    from rich.text import Text

    console = out()
    if not rows:
        console.print(f"{title}: none.", markup=False)
        return
    made = Table(title=title, title_justify="left", header_style="bold", show_lines=False)
    for number, column in enumerate(columns):
        made.add_column(column, overflow="fold", no_wrap=number == 0)  # the id that the next command asks for
    for row in rows:
        made.add_row(*(Text("" if value is None else str(value)) for value in row))
    console.print(made)
