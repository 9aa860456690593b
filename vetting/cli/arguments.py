"""Arguments that several commands take, and small ways of writing values for people."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

RoundId = Annotated[str, typer.Argument(metavar="ROUND", help="The round's id, e.g. 2026-A.", show_default=False)]
CaseId = Annotated[
    str,
    typer.Argument(
        metavar="CASE", help="The case's id: round, dot, candidate number, e.g. 2026-A.003.", show_default=False
    ),
]
FindingId = Annotated[
    str, typer.Argument(metavar="FINDING", help="The finding's id, e.g. 2026-A.003.F1.", show_default=False)
]
DraftId = Annotated[
    str, typer.Argument(metavar="DRAFT", help="The draft's id, e.g. 2026-A.003.D1.", show_default=False)
]
EvidenceId = Annotated[
    str, typer.Argument(metavar="EVIDENCE", help="The evidence item's id, e.g. 2026-A.003.E1.", show_default=False)
]
StepId = Annotated[str, typer.Argument(metavar="STEP", help="The step's id, e.g. 2026-A.003.S2.", show_default=False)]
RoundOption = Annotated[
    str | None, typer.Option("--round", metavar="ROUND", help="The round's id, e.g. 2026-A.", show_default=False)
]
NoteFile = Annotated[
    Path | None,
    typer.Option(
        "--note-file",
        metavar="FILE",
        help="File with the text, or - for standard input; typed at a prompt when absent.",
        show_default=False,
    ),
]


def words(value: StrEnum | str | None) -> str:
    """An enum's value as words."""
    return "" if value is None else str(value).replace("_", " ")


def day(moment: datetime | None) -> str:
    """A day, UTC."""
    return f"{moment:%Y-%m-%d}" if moment else ""


def minute(moment: datetime | None) -> str:
    """A time to the minute, UTC."""
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


def count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
