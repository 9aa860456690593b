"""`vetting key`: a person makes and shows their own keys, on their own machine."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Your own keys: make them on your own machine, send only the public file.", no_args_is_help=True)


@app.command("new")
def new(
    out: Annotated[
        Path, typer.Option("--out", help="Private key file to write, e.g. me.key.json.", show_default=False)
    ],
    label: Annotated[str, typer.Option("--id", help="Your id in the agency, e.g. board-member-1.", show_default=False)],
    passphrase_file: Annotated[
        Path | None,
        typer.Option(
            "--passphrase-file",
            envvar="VETTING_KEY_PASSPHRASE_FILE",
            help="File with the passphrase of your key; asked for when absent.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make your keys: a private file protected by a passphrase, and a public file to send to the agency."""
    from vetting.keys.files import public_path, require_free
    from vetting.keys.passphrase import read_passphrase
    from vetting.keys.person import PersonKey, check_label
    from vetting.keys.show import grouped

    check_label(label)
    require_free(out, public_path(out))
    phrase = read_passphrase("Passphrase for your new key", new=True, file=passphrase_file)
    key = PersonKey.create(label)
    public = key.save(out, phrase)
    typer.echo(f"Private key: {out} (keep it; nobody else may have it)")
    typer.echo(f"Public file: {public} (send this one to the agency)")
    typer.echo(f"Thumbprint:  {grouped(key.public.thumbprint)}")
    typer.echo("Read the thumbprint to the agency by telephone or in person, so that they enrol yours and no other.")


@app.command("show")
def show(
    file: Annotated[Path, typer.Argument(help="A private or public key file.", show_default=False)],
) -> None:
    """Show the public part of a key file: whose it is, and its thumbprint. Asks for no passphrase."""
    from vetting.keys.show import public_part

    for name, value in public_part(file):
        typer.echo(f"{name + ':':<13}{value}")
