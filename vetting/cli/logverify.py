"""`vetting log verify`: an auditor checks an exported log with the agency's public key, and nothing else."""

from pathlib import Path
from typing import Annotated

import typer


def verify_command(
    file: Annotated[Path, typer.Argument(help="The exported log.", show_default=False)],
    key: Annotated[Path, typer.Option("--key", help="The agency's public file (agency.pub.json).", show_default=False)],
    earlier: Annotated[
        Path | None, typer.Option("--earlier", help="A checkpoint that you kept from an earlier visit.")
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option("--keep", help="Write the newest checkpoint to this new file, for your next visit."),
    ] = None,
) -> None:
    """Prove that an exported log is whole and unchanged since it was signed."""
    from vetting.audit.checkpoint import read_checkpoint
    from vetting.audit.verify import verify_export
    from vetting.keys.agency import read_agency_public
    from vetting.keys.files import write_new

    public = read_agency_public(key)
    kept = read_checkpoint(earlier) if earlier is not None else None
    log = verify_export(file, public, earlier=kept)
    typer.echo(f"The log of {public.agency} verifies.")
    typer.echo(f"  events       {log.size}")
    if log.first is not None and log.last is not None:
        typer.echo(f"  from         {log.first.isoformat(timespec='seconds')}")
        typer.echo(f"  to           {log.last.isoformat(timespec='seconds')}")
    typer.echo(f"  checkpoints  {len(log.checkpoints)}, each signed, the last over all events")
    typer.echo(f"  root         {log.root.hex()}")
    typer.echo(f"  key          {public.fingerprint}")
    if log.continues is not None:
        typer.echo(f"  continues the log of {log.continues.size} events of your earlier checkpoint")
    else:
        typer.echo("  No earlier checkpoint was given: an end cut off before this export was made would not show.")
    if keep is not None:
        write_new(keep, log.latest.encode("utf-8"), mode=0o644)
        typer.echo(f"  The newest checkpoint is in {keep}: keep it for your next visit.")
