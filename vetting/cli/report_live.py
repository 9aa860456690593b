"""`vetting report make`: exports the log into a folder and computes the report from that file, as an auditor would."""

from pathlib import Path
from typing import Annotated

import typer

from vetting.cli.arguments import RoundId, count
from vetting.cli.session import Key, acting, say


def make(
    round_id: RoundId,
    out: Annotated[
        Path, typer.Option("--out", metavar="FOLDER", help="Folder for the log and the report.", show_default=False)
    ],
    key: Key = None,
) -> None:
    """Export the log and make the uniformity report of a round from the exported file alone.

    Ends with exit code 0 when the round is uniform, also with approved deviations, and with 1 otherwise.
    """
    from vetting.audit.exporting import export_for_report
    from vetting.cli.report import uniformity_command
    from vetting.clock import now
    from vetting.errors import InputError
    from vetting.office import public_file

    with acting(key) as (office, actor):
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                "file_not_writable", f"The folder cannot be made ({error.strerror}).", remedy="Give another --out."
            ) from None
        # Each visit keeps its own log: an earlier export is never written over.
        log = out / f"log-{now():%Y%m%dT%H%M%S%f}Z.jsonl"
        size = export_for_report(office, actor, round_id, log)
        public = public_file(office.settings)
    say(f"{count(size, 'event')} exported to {log}. Anybody can repeat the report from this file.")
    uniformity_command(round_id, log, public, out)
