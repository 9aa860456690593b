"""What a flow over several cases came to, as a table, a message for each refusal, and an exit code."""

import sys
from typing import TYPE_CHECKING

import typer

from vetting.cli.session import table

if TYPE_CHECKING:
    from flows.results import Results


def show_results(title: str, made: str, results: "Results") -> None:
    """Print what was made and what was refused; ends with the first refusal's exit code if there is one."""
    table(title, ["Case", made], [[case, found] for case, found in results.done.items()])
    for case, refusal in results.refused.items():
        sys.stderr.write(f"{case}: refused.\n{refusal.diagnostics()}\n")
    if results.refused:
        raise typer.Exit(next(iter(results.refused.values())).exit_code)


def one_of(case: str | None, round_id: str | None) -> None:
    """A command works on one case or on a whole round.

    Raises:
        InputError: `case_or_round`.

    """
    from vetting.errors import InputError

    if (case is None) == (round_id is None):
        raise InputError("case_or_round", "Say which case, or which round.", remedy="Give CASE, or --round ROUND.")
