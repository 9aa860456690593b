"""Text in cells that a spreadsheet will open: nothing in it may be run as a formula there.

An id of the log may begin with `=` or `+`, and some spreadsheets read other separators than the comma, so every place
that could become the beginning of a cell is defused with an apostrophe.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

_TRIGGERS = frozenset("=+-@\N{MINUS SIGN}")
_SEPARATORS = frozenset(";,|\t\r\n")
"""What a spreadsheet somewhere takes for the end of a cell or of a line."""


def rows_to_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table with its header line (RFC 4180, UTF-8, lines end with CR LF); numbers stay numbers, all else is defused."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([defused(name) for name in columns])
    writer.writerows([cell(value) for value in row] for row in rows)
    return stream.getvalue().encode()


def cell(value: object) -> object:
    """A value as a cell takes it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return defused("" if value is None else str(value))


def defused(text: str) -> str:
    """The text with an apostrophe before everything that could begin a cell and be run as a formula there."""
    result, beginning = [], True
    for character in text:
        plain = unicodedata.normalize("NFKC", character)
        if beginning and plain[:1] in _TRIGGERS:
            result.append("'")
        result.append(character)
        if character in _SEPARATORS:
            beginning = True
        elif not _passed_over(plain):
            beginning = False
    # A cell that begins with a tab or a line end is a beginning that some programs cut off.
    return f"'{''.join(result)}" if text[:1] in {"\t", "\r", "\n"} else "".join(result)


def _passed_over(plain: str) -> bool:
    """Whether a character can stand before a formula without stopping it: white space, quotes, and what is invisible."""
    return all(
        c.isspace() or c in "\"'" or unicodedata.category(c) in {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"}
        for c in plain
    )
