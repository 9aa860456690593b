"""The report's tables as CSV: RFC 4180, UTF-8, one file for each table, and no cell that a spreadsheet would run.

An id of the log may begin with `=` or `+`, and some spreadsheets read other separators than the comma, so every place
that could become the beginning of a cell is defused with an apostrophe. Numbers stay numbers.
"""

import csv
import io
import unicodedata

import pandas as pd

_TRIGGERS = frozenset("=+-@\N{MINUS SIGN}")
_SEPARATORS = frozenset(";,|\t\r\n")
"""What a spreadsheet somewhere takes for the end of a cell or of a line."""


def to_csv(frame: pd.DataFrame) -> bytes:
    """A table with its header line; lines end with CR LF."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([defused(str(name)) for name in frame.columns])
    writer.writerows([_cell(value) for value in row] for row in frame.itertuples(index=False, name=None))
    return stream.getvalue().encode()


def _cell(value: object) -> object:
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
