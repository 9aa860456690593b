"""Checkpoints: the log's size and root, signed; text in the form of C2SP tlog-checkpoint and signed-note.

Anybody who keeps one can prove later that the log was changed behind it, so it is short enough to print or
to mail. Signatures of others (witnesses) may follow the agency's; they are left to those who know their
keys.
"""

import base64
import re
from pathlib import Path
from typing import Annotated

from cryptography.exceptions import InvalidSignature
from pydantic import Field

from schemas.base import Record
from schemas.keys import AgencyPublic, Origin, note_key_id
from vetting.errors import InputError, IntegrityError
from vetting.keys.agency import AgencyKeys
from vetting.keys.curves import ed25519_public

MAX_CHECKPOINT = 16384
"""Characters."""

_FORM = re.compile(
    r"(?P<body>(?P<origin>[^\n]+)\n(?P<size>0|[1-9][0-9]{0,17})\n(?P<root>[A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*)"
    r"\n(?P<signatures>(?:\u2014 [^\s+]+ [A-Za-z0-9+/]+=*\n)+)"
)


class Checkpoint(Record):
    """A checkpoint whose signature has been verified."""

    origin: Origin
    size: Annotated[int, Field(ge=0)]
    root: Annotated[bytes, Field(min_length=32, max_length=32)]


def sign_checkpoint(origin: str, size: int, root: bytes, keys: AgencyKeys) -> str:
    """The checkpoint as a signed note: three lines, an empty line, the signature line."""
    body = f"{origin}\n{size}\n{base64.b64encode(root).decode('ascii')}\n"
    key_id = note_key_id(origin, keys.log_private.public_key().public_bytes_raw())
    signature = base64.b64encode(key_id + keys.log_private.sign(body.encode("utf-8"))).decode("ascii")
    return f"{body}\n\u2014 {origin} {signature}\n"


def verify_checkpoint(text: str, agency: AgencyPublic) -> Checkpoint:
    """The checkpoint's content, once the agency's signature over it holds.

    (1) The text has the form of a checkpoint, with nothing before or after it.
    (2) It is a checkpoint of this agency's log.
    (3) It carries a signature by this agency's log key.
    (4) That signature holds over exactly the text above it.

    Leaves to the caller: whether the root is the root of the log at hand.

    Raises: IntegrityError `checkpoint_malformed`, `wrong_agency`, `checkpoint_forged`.
    """
    # (1) the form
    form = _FORM.fullmatch(text) if len(text) <= MAX_CHECKPOINT else None
    root = base64.b64decode(form["root"]) if form else b""
    if form is None or base64.b64encode(root).decode("ascii") != form["root"]:
        raise _malformed()
    # (2) the log
    if form["origin"] != agency.origin:
        raise IntegrityError("wrong_agency", f"This checkpoint is not of the log {agency.origin}.", law=10)
    # (3) the signature line of this key; lines of other keys are skipped, as signed-note requires
    named = _signatures(form["signatures"], agency.origin)
    ours = [signature for signature in named if signature[:4] == agency.log_key_id()]
    if not ours:
        raise IntegrityError(
            "wrong_agency",
            f"The checkpoint of size {form['size']} is not signed by the log key of {agency.origin}.",
            law=10,
            remedy="Compare the fingerprint of the public file with the one that the agency publishes.",
        )
    # (4) the signature
    key = ed25519_public(agency.log_key)
    for signature in ours:
        try:
            key.verify(signature[4:], form["body"].encode("utf-8"))
        except InvalidSignature as error:
            raise IntegrityError(
                "checkpoint_forged",
                f"The signature of the checkpoint of size {form['size']} does not hold.",
                law=10,
            ) from error
    return Checkpoint(origin=form["origin"], size=int(form["size"]), root=root)


def read_checkpoint(path: Path) -> str:
    """The text of a checkpoint that was kept in a file; nothing about it is verified here.

    Raises: InputError `file_not_readable`; IntegrityError `checkpoint_malformed`.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_CHECKPOINT + 1).decode("utf-8")
    except OSError as error:
        raise InputError("file_not_readable", f"The file {path.name} cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise _malformed() from error


def _malformed() -> IntegrityError:
    return IntegrityError(
        "checkpoint_malformed",
        "This is not a checkpoint: a signed note of origin, size and root is expected.",
        law=10,
        remedy="Give the checkpoint as it was printed, with its empty line and its last line.",
    )


def _signatures(lines: str, name: str) -> list[bytes]:
    """Key id and signature of each line that bears this name."""
    found = []
    for line in lines.splitlines():
        _, signer, encoded = line.split(" ")
        if signer == name and len(encoded) % 4 == 0:
            found.append(base64.b64decode(encoded))
    return found
