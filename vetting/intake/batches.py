"""YAML and JSON trees into entries: one declaration, a list, or `declarations` under fields common to all."""

from vetting.intake.entries import AccountEntry, Entry, Value
from vetting.intake.problems import Problem, Refusal
from vetting.intake.tables import ACCOUNT_COLUMNS, IDENTITY_COLUMNS, NONE, unknown_name
from vetting.intake.trees import Table

_COMMON = ("round", "notice_version", "notice_acknowledged_on")
_ENTRY = (
    "round",
    "candidate",
    "kind",
    "identity",
    "accounts",
    "none_declared",
    "notice_version",
    "notice_acknowledged_on",
    "supersedes",
)


def entries_of(value: Value, problems: list[Problem]) -> list[Entry]:
    """Entries of a tree; what is wrong with its form is added to `problems`.

    Raises:
        Refusal: the file is no list of declarations at all.

    """
    common: dict[str, Value] = {}
    declarations: Value = value
    if isinstance(value, Table) and "declarations" in value:
        declarations = value["declarations"]
        rest = {name: item for name, item in value.items() if name != "declarations"}
        common = _known(rest, (*_COMMON, "declarations"), "the file's head", "", problems, skip=1)
    elif isinstance(value, Table):
        declarations = [value]
    if not isinstance(declarations, list):
        reason = "holds no list of declarations."
        raise Refusal(
            Problem(
                "file_malformed",
                "the file",
                "",
                reason,
                "Begin with `declarations:` and one entry for each candidate.",
            )
        )
    return [_entry(item, number, common, problems) for number, item in enumerate(declarations, 1)]


def _entry(item: Value, number: int, common: dict[str, Value], problems: list[Problem]) -> Entry:
    where = _where(item, f"entry {number}")
    if not isinstance(item, Table):
        problems.append(
            Problem("entry_malformed", where, "", "is not a declaration.", f"Give the fields {', '.join(_ENTRY)}.")
        )
        return Entry(where, {})
    fields = common | _known(item, _ENTRY, where, "", problems)
    identity = fields.pop("identity", None)
    accounts = fields.pop("accounts", None)
    entry = Entry(where, fields, none_declared=fields.pop("none_declared", None))
    if isinstance(identity, Table):
        entry.identity = _known(identity, IDENTITY_COLUMNS, where, "identity, ", problems)
    elif identity is not None:
        problems.append(
            Problem("field_malformed", where, "identity", "is not a table.", f"Use {', '.join(IDENTITY_COLUMNS)}.")
        )
    if isinstance(accounts, str) and accounts.strip().lower() == NONE:
        entry.none_declared = "true"
    elif isinstance(accounts, list):
        for position, account in enumerate(accounts, 1):
            place = _where(account, f"{where}, account {position}")
            if isinstance(account, Table):
                entry.accounts.append(AccountEntry(place, _known(account, ACCOUNT_COLUMNS, place, "", problems)))
            else:
                problems.append(
                    Problem(
                        "account_malformed",
                        place,
                        "",
                        "is not an account.",
                        "Give platform, and handle or url.",
                    )
                )
    elif accounts is not None:
        problems.append(
            Problem(
                "field_malformed",
                where,
                "accounts",
                "is not a list.",
                "Give a list of accounts, or the word none.",
            )
        )
    return entry


def _known(
    table: dict[str, Value],
    known: tuple[str, ...],
    where: str,
    prefix: str,
    problems: list[Problem],
    skip: int = 0,
) -> dict[str, Value]:
    kept: dict[str, Value] = {}
    for position, (name, value) in enumerate(table.items(), 1 + skip):
        if name in known:
            kept[name] = value
        else:
            problems.append(unknown_name(name, where, f"{prefix}field {position}", known))
    return kept


def _where(item: Value, otherwise: str) -> str:
    return item.where if isinstance(item, Table) and item.where else otherwise
