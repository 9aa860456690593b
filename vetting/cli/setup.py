"""`vetting init` and `vetting upgrade`: a new installation, or a newer software version on an existing one."""

from pathlib import Path
from typing import Annotated

import typer

from vetting.cli.session import say


def init(
    agency: Annotated[
        str,
        typer.Option("--agency", metavar="NAME", help="The agency's name as summaries show it.", show_default=False),
    ],
    admin_public: Annotated[
        Path,
        typer.Option(
            "--admin-public",
            metavar="FILE",
            help="Public key file of the first administrator, made with `vetting key new`.",
            show_default=False,
        ),
    ],
    admin: Annotated[
        str | None,
        typer.Option("--admin", metavar="ID", help="The administrator's id.  [default: the id in the key file]"),
    ] = None,
) -> None:
    """Make a new installation in the home folder (VETTING_HOME): keys, database, first administrator.

    The passphrase of the agency's keys is asked for, or read from the file that VETTING_PASSPHRASE_FILE names.
    """
    from vetting.errors import InputError
    from vetting.installation import initialise, refuse_existing
    from vetting.keys.passphrase import read_passphrase
    from vetting.keys.person import check_label, read_person_public
    from vetting.keys.show import grouped
    from vetting.office import key_file, public_file
    from vetting.settings import settings

    current = settings()
    refuse_existing(current)
    public = read_person_public(admin_public)
    admin_id = admin or public.id
    if admin_id is None:
        raise InputError(
            "admin_unnamed", "The key file carries no id.", remedy="Give the administrator's id with --admin."
        )
    check_label(admin_id)
    phrase = read_passphrase("Passphrase for the agency's new keys", new=True, file=current.passphrase_file)
    made = initialise(current, agency, admin_id, public, phrase)
    fingerprint = made.keys.public.fingerprint
    made.close()
    say(
        f"The installation is made in {current.home.resolve()}.",
        f"  agency's keys    {key_file(current)} (keep a copy of it and of its passphrase, in two different places)",
        f"  public file      {public_file(current)} (give it to board members and auditors)",
        f"  fingerprint      {grouped(fingerprint)}",
        f"  administrator    {admin_id}",
        "Without the key file and its passphrase nobody can ever open what is kept here.",
        "Next: enrol people with `vetting person add ID --public FILE --key YOUR-KEY`.",
    )


def upgrade() -> None:
    """Bring the database of an existing installation to this software's version. Asks for the agency's passphrase."""
    from vetting.installation import upgrade as upgrade_installation
    from vetting.keys.passphrase import read_passphrase
    from vetting.settings import settings

    current = settings()
    phrase = read_passphrase("Passphrase of the agency's keys", file=current.passphrase_file)
    before, after = upgrade_installation(current, phrase)
    if before == after:
        say(f"The database has schema version {after} already. Nothing was changed.")
    else:
        say(f"The database was brought from schema version {before} to {after}.")
