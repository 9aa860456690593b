"""`vetting report`: what an auditor computes from the exported log and the agency's public key, on any machine."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Reports computed from the exported log alone: an auditor can repeat them without us.",
    no_args_is_help=True,
)

_SHOWN = 20
"""Reasons printed on the screen; the page has all."""


@app.callback()
def reports() -> None:
    """Reports computed from the exported log alone: an auditor can repeat them without us."""


@app.command("uniformity")
def uniformity_command(
    round_id: Annotated[str, typer.Argument(metavar="ROUND", help="The round's id.", show_default=False)],
    log: Annotated[Path, typer.Option("--log", help="The exported log.", show_default=False)],
    key: Annotated[Path, typer.Option("--key", help="The agency's public file (agency.pub.json).", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="Folder for the page and the tables; a report there is replaced.")],
    earlier: Annotated[
        Path | None, typer.Option("--earlier", help="A checkpoint that you kept from an earlier visit.")
    ] = None,
) -> None:
    """Say whether everybody of a round was treated alike, and show why.

    Ends with exit code 0 when the round is uniform, also with approved deviations, and with 1 otherwise.
    """
    from vetting.audit.checkpoint import read_checkpoint
    from vetting.keys.agency import read_agency_public
    from vetting.reports.files import write_report
    from vetting.reports.uniformity import uniformity

    kept = read_checkpoint(earlier) if earlier is not None else None
    report = uniformity(log, read_agency_public(key), round_id, earlier=kept)
    files = write_report(report, out)
    typer.echo(f"Round {report.round}: {report.verdict.value}.")
    for reason in report.reasons[:_SHOWN]:
        typer.echo(f"  {reason.weight.value:<10} {reason.sentence}")
    if len(report.reasons) > _SHOWN:
        typer.echo(f"  and {len(report.reasons) - _SHOWN} more: see the page.")
    typer.echo(f"  log        {dict(report.proof)['events']} events, root {dict(report.proof)['root']}")
    typer.echo(f"  key        {dict(report.proof)['verified with the key of fingerprint']}")
    typer.echo(f"  page       {files[0]}")
    typer.echo(f"  tables     {len(files) - 1} CSV files beside it")
    if not report.uniform:
        raise typer.Exit(1)
