"""`vetting case`: where candidates stand, and what is still missing. No content."""

import typer

from vetting.cli.arguments import CaseId, RoundId
from vetting.cli.session import Key, acting, say

app = typer.Typer(help="Cases: where each candidate stands, and what is missing before release.", no_args_is_help=True)


@app.command("show")
def show(case_id: CaseId, key: Key = None) -> None:
    """Show a case: steps, evidence, findings, drafts, and everything that is missing before its release."""
    from vetting.cases.status import case_status
    from vetting.cli import status_tables as tables

    with acting(key) as (office, actor):
        status = case_status(office.store, actor, case_id)
    tables.case(status)


@app.command("list")
def list_(round_id: RoundId, key: Key = None) -> None:
    """List the cases of a round."""
    from vetting.cases.status import case_lines
    from vetting.cli import status_tables as tables

    with acting(key) as (office, actor):
        rows = case_lines(office.store, actor, round_id)
    tables.candidates(rows)


@app.command("history")
def history(case_id: CaseId, key: Key = None) -> None:
    """Show what the log says of a case: who did what, when."""
    from vetting.cases.status import case_history
    from vetting.cli import status_tables as tables

    with acting(key) as (office, actor):
        rows = case_history(office.store, actor, case_id)
    tables.events(f"Log of {case_id}", rows)
    say("The whole log, with proof: `vetting log export`.")
