"""The public part of any key file, for showing: no passphrase, no secret."""

from pathlib import Path

from pydantic import ValidationError

from schemas.keys import AgencyPublic, PersonPublic
from vetting.errors import InputError
from vetting.keys.files import read_json


def public_part(path: Path) -> list[tuple[str, str]]:
    """Names and values to show of a person's or an agency's file, private or public.

    Leaves to the caller: a private file's public part is authenticated only when the file is opened.

    Raises: InputError `file_not_readable`, `not_a_key_file`.
    """
    value = read_json(path)
    public = value.get("public", value)
    try:
        if isinstance(public, dict) and public.get("format") == "vetting-agency-public":
            agency = AgencyPublic.model_validate(public)
            return [
                ("Agency", agency.agency),
                ("Log", agency.origin),
                ("Log key", agency.log_verifier),
                ("Fingerprint", grouped(agency.fingerprint)),
            ]
        person = PersonPublic.model_validate(public)
    except ValidationError as error:
        raise InputError("not_a_key_file", f"The file {path.name} is not a key file, or it was altered.") from error
    return [("Person", person.id or "(no id)"), ("Thumbprint", grouped(person.thumbprint))]


def grouped(digest: str) -> str:
    """A digest in groups of four, to be read aloud."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))
