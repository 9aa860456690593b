"""`vetting person`: enrol people, record what they hold, give agency-wide roles."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from schemas.person import CredentialKind, RevocationReason, Role
from vetting.cli.session import Key, acting, out, table

app = typer.Typer(help="People: enrolment, credentials, agency-wide roles.", no_args_is_help=True)

_Person = Annotated[str, typer.Argument(help="The person's id, e.g. inv-1.", show_default=False)]


@app.command("add")
def add(
    person: _Person,
    public: Annotated[
        Path, typer.Option("--public", help="The public key file the person made and sent.", show_default=False)
    ],
    key: Key = None,
) -> None:
    """Enrol a person by the public key file they sent. Their private key never comes here."""
    from vetting.keys.person import read_person_public
    from vetting.keys.show import grouped
    from vetting.rounds.people import enrol

    sent = read_person_public(public)
    with acting(key) as (office, actor):
        enrol(office.store, actor, person, sent)
    out().print(
        f"{person} is enrolled.\nThumbprint: {grouped(sent.thumbprint)}\nCompare it with the person, by telephone or face to face."
    )


@app.command("role")
def role(
    person: _Person,
    role: Annotated[Role, typer.Option("--role", help="administrator or records_officer.", show_default=False)],
    key: Key = None,
) -> None:
    """Give a person a role in the agency."""
    from vetting.rounds.people import give_agency_role

    with acting(key) as (office, actor):
        give_agency_role(office.store, actor, person, role)
    out().print(f"{person} is {role.value.replace('_', ' ')}.")


@app.command("credential")
def credential(
    person: _Person,
    kind: Annotated[CredentialKind, typer.Option("--kind", help="What is recorded.", show_default=False)],
    valid_from: Annotated[
        datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="First day.", show_default=False)
    ],
    valid_until: Annotated[
        datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="Last day; none: no end.")
    ] = None,
    key: Key = None,
) -> None:
    """Record a sensitive-position designation, confidentiality acknowledgement or training."""
    from vetting.rounds.credentials import record_credential

    with acting(key) as (office, actor):
        until = valid_until.date() if valid_until else None
        record_credential(office.store, actor, person, kind, valid_from.date(), until)
    out().print(f"Recorded: {kind.value.replace('_', ' ')} of {person}.")


@app.command("revoke")
def revoke(
    person: _Person,
    kind: Annotated[CredentialKind, typer.Option("--kind", help="What is revoked.", show_default=False)],
    reason: Annotated[RevocationReason, typer.Option("--reason", help="Why, by code.", show_default=False)],
    key: Key = None,
) -> None:
    """Revoke a credential before its last day; it stops counting at once, for every command."""
    from vetting.rounds.credentials import revoke_credential

    with acting(key) as (office, actor):
        ended = revoke_credential(office.store, actor, person, kind, reason)
    out().print(
        f"Revoked: {kind.value.replace('_', ' ')} of {person} ({', '.join(ended)}). They cannot act as investigator now.\n"
        "What was recorded stays on record. To give it back, record a new one with `vetting person credential`."
    )


@app.command("disable")
def disable(person: _Person, key: Key = None) -> None:
    """Take a person out of service at once."""
    from vetting.rounds.people import disable as disable_person

    with acting(key) as (office, actor):
        disable_person(office.store, actor, person)
    out().print(f"{person} can no longer act. Roles and records stay.")


@app.command("list")
def list_(key: Key = None) -> None:
    """List people with their roles and credentials."""
    from vetting.rounds.people import overview

    with acting(key) as (office, actor):
        rows = overview(office.store, actor)
    table("People", ["Id", "Active", "Roles", "Credentials"], [list(r) for r in rows])
