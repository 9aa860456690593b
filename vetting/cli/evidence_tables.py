"""Tables about evidence and what a check of it came to. Everything in them is an id, a code, a count or a time."""

from collections.abc import Sequence

from vetting.cli.arguments import minute, words
from vetting.cli.session import table
from vetting.errors import IntegrityError
from vetting.vault.verification import ItemCheck, failed


def checks(rows: Sequence[ItemCheck]) -> None:
    """What a check of each item came to."""
    table(
        "Evidence checked",
        ["Evidence", "Result", "Content digest", "Time-stamp", "Stamped (UTC)"],
        [
            [
                row.evidence,
                ", ".join(words(problem) for problem in row.problems) or "sound",
                words(row.content),
                words(row.timestamp),
                minute(row.stamped_at),
            ]
            for row in rows
        ],
    )


def require_sound(rows: Sequence[ItemCheck], what: str) -> None:
    """End the command where an item failed.

    Raises:
        IntegrityError: `evidence_altered`, naming the items.

    """
    bad = failed(list(rows))
    if bad:
        raise IntegrityError(
            "evidence_altered",
            f"These items of {what} are not what was kept: {', '.join(bad)}.",
            law=6,
            remedy="Do not use them. Keep the disk and the database as they are, and tell the auditor.",
        )
