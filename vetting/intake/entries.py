"""One shape for all three file formats: entries of text fields, each with the place it came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field

Value = str | None | Sequence["Value"] | dict[str, "Value"]
"""What a file can hold: text, nothing, lists, tables. Numbers, dates and booleans stay text as written."""

MAX_BYTES = 1024 * 1024
"""Size limit of a batch. A round of 160 candidates with five accounts each needs about a tenth of it."""
MAX_DEPTH = 6
MAX_TEXT = 4000
LIST_SEPARATOR = "|"


@dataclass
class AccountEntry:
    """One account as written, with its place."""

    where: str
    fields: dict[str, Value]


@dataclass
class Entry:
    """One candidate's declaration as written. `where` is a row, line or entry number."""

    where: str
    fields: dict[str, Value]
    identity: dict[str, Value] = field(default_factory=dict)
    accounts: list[AccountEntry] = field(default_factory=list)
    none_declared: Value = None
