"""`vetting log`: export, verify, sign and look at the tamper-evident log."""

from pathlib import Path
from typing import Annotated

import typer

from vetting.cli.arguments import RoundOption, count
from vetting.cli.flow_results import one_of
from vetting.cli.logverify import verify_command
from vetting.cli.session import Key, acting, say

app = typer.Typer(help="The tamper-evident log: exported, verified by anybody, looked at.", no_args_is_help=True)
app.command("verify")(verify_command)


@app.command("export")
def export(
    out_file: Annotated[Path, typer.Option("--out", metavar="FILE", help="New file to write.", show_default=False)],
    key: Key = None,
) -> None:
    """Sign the log as it stands and write all of it to a file that proves itself."""
    from vetting.audit.exporting import export_log
    from vetting.office import public_file

    with acting(key) as (office, actor):
        size = export_log(office, actor, out_file)
        public = public_file(office.settings)
    say(f"{count(size, 'event')} exported to {out_file}.", f"Next: `vetting log verify {out_file} --key {public}`.")


@app.command("checkpoint")
def checkpoint(key: Key = None) -> None:
    """Check the whole log against every earlier checkpoint, and sign it as it stands."""
    from vetting.audit.exporting import sign_log

    with acting(key) as (office, actor):
        size = sign_log(office, actor)
    say(f"The log of {count(size, 'event')} extends everything signed before, and is signed.")


@app.command("show")
def show(
    round_id: RoundOption = None,
    case: Annotated[
        str | None, typer.Option("--case", metavar="CASE", help="The case's id.", show_default=False)
    ] = None,
    last: Annotated[int, typer.Option("--last", min=1, help="How many of the newest events.")] = 50,
    key: Key = None,
) -> None:
    """Show the newest events of a round or of a case."""
    from vetting.cases.status import case_history
    from vetting.cli import status_tables as tables
    from vetting.rounds.status import round_history

    one_of(case, round_id)
    with acting(key) as (office, actor):
        rows = case_history(office.store, actor, case) if case else round_history(office.store, actor, round_id or "")
    tables.events(f"Log of {case or round_id}", rows[-last:])
