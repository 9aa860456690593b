"""`vetting open`: a reader opens a sealed summary on their own machine. Writes no file, asks no server."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from schemas.keys import AgencyPublic
    from schemas.withdrawal import WithdrawalNotice


def open_command(
    summary: Annotated[Path, typer.Argument(help="The sealed summary, as it was released.", show_default=False)],
    key: Annotated[
        Path, typer.Option("--key", envvar="VETTING_KEY", help="Your private key file.", show_default=False)
    ],
    agency: Annotated[
        Path | None,
        typer.Option("--agency", help="The agency's public file.  [default: agency.pub.json beside the key]"),
    ] = None,
    case: Annotated[str | None, typer.Option("--case", help="Refuse the summary of any other case.")] = None,
    round_: Annotated[str | None, typer.Option("--round", help="Refuse a summary of any other round.")] = None,
    version: Annotated[int | None, typer.Option("--least-version", help="Refuse an older version than this.")] = None,
    notice: Annotated[
        list[Path] | None,
        typer.Option(
            "--notice",
            metavar="FILE",
            help="Notice of a withdrawal; those beside the summary (*.withdrawn.json) are read anyway.",
            show_default=False,
        ),
    ] = None,
    passphrase_file: Annotated[
        Path | None,
        typer.Option(
            "--passphrase-file",
            envvar="VETTING_KEY_PASSPHRASE_FILE",
            help="File with the passphrase of your key; asked for when absent.",
            show_default=False,
        ),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Plain text, without colours.")] = False,
) -> None:
    """Check a sealed summary and show it to the person it is sealed to."""
    from rich.console import Console

    from vetting.errors import InputError
    from vetting.keys.agency import read_agency_public
    from vetting.keys.files import read_json
    from vetting.keys.locked import is_locked
    from vetting.keys.passphrase import read_passphrase
    from vetting.keys.person import PersonKey
    from vetting.sealing.envelope import read_sealed
    from vetting.sealing.open import open_sealed
    from vetting.sealing.render import as_rich, as_text

    data = read_sealed(summary)
    beside = key.with_name("agency.pub.json")
    if agency is None and not beside.exists():
        raise InputError(
            "agency_missing",
            "The agency's public file is not beside your key.",
            remedy="Give it with --agency, or put it there as agency.pub.json; the agency hands it out.",
        )
    public = read_agency_public(agency or beside)
    locked = is_locked(read_json(key))
    phrase = read_passphrase("Passphrase of your key", file=passphrase_file) if locked else None
    person = PersonKey.load(key, phrase)
    opened = open_sealed(
        data,
        person,
        public,
        expect_case=case,
        expect_round=round_,
        least_version=version,
        notices=_notices(summary, notice or [], public),
    )
    if plain:
        typer.echo(as_text(opened), nl=False)
    else:
        Console().print(as_rich(opened))


def _notices(summary: Path, given: list[Path], agency: "AgencyPublic") -> "list[WithdrawalNotice]":
    """The notices given, which must be this agency's, and those found beside the summary, which may be another's."""
    from vetting.errors import VettingError
    from vetting.keys.files import read_small
    from vetting.sealing.notice import MAX_NOTICE, SUFFIX, read_notice

    proved = [read_notice(read_small(path, MAX_NOTICE), agency) for path in given]
    for path in sorted(summary.parent.glob(f"*{SUFFIX}")):
        try:
            proved.append(read_notice(read_small(path, MAX_NOTICE), agency))
        except VettingError:
            typer.echo(f"Note: {path.name} is no notice that this agency signed; it was left out.", err=True)
    return proved
