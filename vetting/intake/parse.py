"""A batch of declarations from a YAML, JSON or CSV file: all of it, or one refusal naming everything to mend.

Keeps law 3 (accounts or an explicit none, notice acknowledged; New Canaan VII. A) and law 4 (no authenticator
in any field). Whether the round exists, who may hand it in and what amends what is for `vetting.cases` to
decide.
"""

import codecs
from collections.abc import Callable
from pathlib import PurePath

from schemas.declaration import Declaration
from schemas.platform import PlatformList
from vetting.intake.batches import entries_of
from vetting.intake.build import build
from vetting.intake.entries import MAX_BYTES, Entry
from vetting.intake.problems import Problem, Refusal, refuse
from vetting.intake.tables import read_csv
from vetting.intake.trees import read_json, read_yaml
from vetting.policy.controls import Control, enforces

_READERS: dict[str, Callable[[str, list[Problem]], list[Entry]]] = {
    ".csv": read_csv,
    ".json": lambda text, problems: entries_of(read_json(text), problems),
    ".yaml": lambda text, problems: entries_of(read_yaml(text, problems), problems),
    ".yml": lambda text, problems: entries_of(read_yaml(text, problems), problems),
}


@enforces(Control.MANDATORY_DECLARATION, Control.NOTICE_ACKNOWLEDGED, Control.NO_AUTHENTICATORS)
def read_declarations(
    data: bytes,
    filename: str,
    *,
    platforms: PlatformList,
    allow_private_hosts: bool = False,
    round_id: str | None = None,
) -> list[Declaration]:
    """All declarations of a file, of the format its name ends in. `round_id`: the only round they may be of.

    Raises:
        InputError: anything wrong in the file, all of it in one message; code `authenticator_...` (law 4,
            C.G.S. 31-40x) when something looks like an authenticator, the problem's own code when all are of
            one kind, else `declaration_refused`.

    """
    declarations, problems = check_declarations(
        data, filename, platforms=platforms, allow_private_hosts=allow_private_hosts, round_id=round_id
    )
    if problems:
        raise refuse(problems)
    return declarations


def check_declarations(
    data: bytes,
    filename: str,
    *,
    platforms: PlatformList,
    allow_private_hosts: bool = False,
    round_id: str | None = None,
) -> tuple[list[Declaration], list[Problem]]:
    """The declarations in order, and every problem of the others; while there are problems, store nothing."""
    problems: list[Problem] = []
    declarations: list[Declaration] = []
    reader = _READERS.get(PurePath(filename).suffix.lower(), _unknown_kind)
    try:
        entries = reader(_text(data), problems)
    except Refusal as refusal:
        return [], [*problems, refusal.problem]
    if not entries and not problems:
        problems.append(
            Problem("file_empty", "the file", "", "holds no declaration.", "Give one entry for each candidate.")
        )
    seen: dict[tuple[str, int], str] = {}
    for entry in entries:
        declaration = build(
            entry, problems, platforms=platforms, allow_private_hosts=allow_private_hosts, round_id=round_id
        )
        if declaration is None:
            continue
        key = (declaration.round, declaration.candidate)
        if key in seen:
            reason = f"is a second declaration of the same candidate; the first is at {seen[key]}."
            remedy = "Keep one; an amendment is given later, in a file of its own."
            problems.append(Problem("candidate_twice", entry.where, "", reason, remedy, declaration.candidate))
        seen.setdefault(key, entry.where)
        declarations.append(declaration)
    return declarations, problems


def _unknown_kind(_text: str, _problems: list[Problem]) -> list[Entry]:
    remedy = "Use a file ending in .yaml, .json or .csv."
    raise Refusal(Problem("file_kind", "the file", "", "is of an unknown kind.", remedy))


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        reason = f"is larger than {MAX_BYTES // 1024} KiB."
        raise Refusal(Problem("file_too_large", "the file", "", reason, "Split it into several files."))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Refusal(
            Problem(
                "file_encoding",
                "the file",
                "",
                "is UTF-16, not UTF-8.",
                "Save it as 'CSV UTF-8' or as UTF-8 text.",
            )
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refusal(
            Problem(
                "file_encoding",
                f"line {line}",
                "",
                "is not UTF-8.",
                "Save the file as 'CSV UTF-8' or as UTF-8 text.",
            )
        ) from None
    if "\x00" in text:
        raise Refusal(
            Problem("file_encoding", "the file", "", "holds a NUL character.", "Save it as plain UTF-8 text.")
        )
    return text
