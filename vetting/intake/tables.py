"""CSV into entries: a row for each account of a candidate, or one with platform `none`."""

import csv
import io

from vetting.intake.authenticators import is_authenticator_name
from vetting.intake.entries import LIST_SEPARATOR, AccountEntry, Entry, Value
from vetting.intake.problems import AUTHENTICATOR_REMEDY, Problem, Refusal

ACCOUNT_COLUMNS = ("platform", "handle", "url")
IDENTITY_COLUMNS = ("full_name", "other_names", "birth_date", "emails", "places")
ENTRY_COLUMNS = ("round", "candidate", "kind", "notice_version", "notice_acknowledged_on", "supersedes")
LIST_COLUMNS = frozenset({"other_names", "emails", "places"})
COLUMNS = (*ENTRY_COLUMNS, *IDENTITY_COLUMNS, *ACCOUNT_COLUMNS, "none_declared")
NONE = "none"


def read_csv(text: str, problems: list[Problem]) -> list[Entry]:
    """Entries in the order of their first rows; what is wrong with single rows is added to `problems`.

    Raises:
        Refusal: not CSV, or without a usable heading line.

    """
    rows = _rows(text)
    if not rows:
        raise Refusal(
            Problem(
                "file_empty",
                "the file",
                "",
                "holds nothing.",
                "Give one row for each account, under a heading line.",
            )
        )
    names = _heading(rows[0][1], problems)
    entries: dict[tuple[str, str], Entry] = {}
    for line, cells in rows[1:]:
        where = f"row {line}"
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            reason = f"has {len(cells)} cells instead of {len(names)}."
            problems.append(
                Problem("row_malformed", where, "", reason, "Put cells that hold the separator in double quotes.")
            )
            continue
        row = {name: cell.strip() for name, cell in zip(names, cells, strict=True) if name is not None}
        key = (row.get("round", ""), row.get("candidate", ""))
        entry = entries.get(key)
        if entry is None or not key[1]:
            entry = entries[key] = Entry(where, {"candidate": row.get("candidate") or None})
        _add_row(entry, row, where, problems)
    return list(entries.values())


def _rows(text: str) -> list[tuple[int, list[str]]]:
    heading = text.split("\n", 1)[0]
    separator = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    try:
        for cells in reader:
            rows.append((reader.line_num, cells))  # noqa: PERF401 - line_num must be read before the next row
    except csv.Error:
        problem = Problem(
            "csv_malformed",
            f"row {reader.line_num}",
            "",
            "is not valid CSV.",
            "Check the double quotes from that row upwards.",
        )
        raise Refusal(problem) from None
    return rows


def _heading(cells: list[str], problems: list[Problem]) -> list[str | None]:
    names: list[str | None] = []
    for number, cell in enumerate(cells, 1):
        name = cell.strip().lower().replace(" ", "_").replace("-", "_")
        where = "heading line"
        if name not in COLUMNS:
            problems.append(unknown_name(cell, where, f"column {number}", COLUMNS))
            names.append(None)
        elif name in names:
            problems.append(Problem("name_twice", where, name, "stands twice.", "Keep one of the two columns."))
            names.append(None)
        else:
            names.append(name)
    if "candidate" not in names:
        remedy = f"The first line names columns: {', '.join(COLUMNS)}."
        raise Refusal(Problem("column_missing", "heading line", "candidate", "is missing.", remedy))
    return names


def unknown_name(name: str, where: str, position: str, known: tuple[str, ...]) -> Problem:
    """The problem of a field the form does not have; one named like a password is told why there is none."""
    if is_authenticator_name(name):
        reason = "is named like a password, token or other authenticator; this system has no such field."
        return Problem("authenticator_field", where, position, reason, AUTHENTICATOR_REMEDY)
    return Problem("field_unknown", where, position, "is not a field of the form.", f"Use only: {', '.join(known)}.")


def _add_row(entry: Entry, row: dict[str, str], where: str, problems: list[Problem]) -> None:
    for name in (*ENTRY_COLUMNS, *IDENTITY_COLUMNS):
        cell = row.get(name, "")
        if not cell:
            continue
        value: Value = (
            [part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip()] if name in LIST_COLUMNS else cell
        )
        fields = entry.identity if name in IDENTITY_COLUMNS else entry.fields
        if fields.setdefault(name, value) != value:
            reason = "differs from an earlier row of the same candidate."
            problems.append(
                Problem(
                    "rows_disagree",
                    where,
                    name,
                    reason,
                    "Write it once, or the same in every row.",
                    _number(entry),
                )
            )
    account: dict[str, Value] = {name: row[name] for name in ACCOUNT_COLUMNS if row.get(name)}
    if str(account.get("platform", "")).lower() == NONE:
        if len(account) > 1:
            reason = "says none, and names an account in the same row."
            problems.append(
                Problem("accounts_and_none", where, "platform", reason, "Keep one of the two.", _number(entry))
            )
        entry.none_declared = "true"
    elif account:
        entry.accounts.append(AccountEntry(where, account))
    if row.get("none_declared"):
        entry.none_declared = row["none_declared"]


def _number(entry: Entry) -> int | None:
    text = entry.fields.get("candidate")
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) <= 4 else None
