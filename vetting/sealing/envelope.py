"""The form of a sealed summary: a JWS by the agency inside a JWE in general JSON, to each reader.

One form, byte for byte: fixed algorithms, fixed headers, canonical JSON, no member that is not named here.
What is not of this form is refused before any key is used: there is no algorithm to downgrade and no header
to misread.

The `aad` of the JWE is the SHA-256 of its recipients, which JWE by itself does not authenticate (RFC 7516
section 5.1). So no byte of the file can be changed unseen, by any reader. WebCrypto has everything that is
used.
"""

import hashlib
import json
from pathlib import Path
from typing import Annotated, Any, NoReturn

import rfc8785
from pydantic import Field, StringConstraints, ValidationError

from schemas.base import Record, Sha256
from schemas.keys import P384Jwk
from vetting.errors import InputError, IntegrityError
from vetting.keys.curves import decode, encode

SEALED_TYPE = "vetting-sealed-summary"
SUMMARY_TYPE = "vetting-summary"

ENCRYPTION = {"alg": "ECDH-ES+A256KW", "cty": "JOSE", "enc": "A256GCM", "typ": SEALED_TYPE}
"""The protected header of every sealed summary."""
PROTECTED = encode(rfc8785.dumps(ENCRYPTION))

MAX_SEALED = 16 << 20
"""Bytes. joserfc's own limit of 64 KiB is too small for a candidate with many findings."""
MAX_READERS = 64


class RecipientHeader(Record):
    """The unprotected header of one reader."""

    epk: P384Jwk
    kid: Sha256
    """Thumbprint of the reader's keys."""


class SealedRecipient(Record):
    """One reader's slot: the content key, wrapped to that reader."""

    encrypted_key: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{54}$")]
    """40 bytes: a 32-byte key under AES key wrap (RFC 3394)."""
    header: RecipientHeader


class Sealed(Record):
    """A sealed summary as it lies in a file (RFC 7516 section 7.2.1); all binary members are base64url."""

    aad: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$")]
    ciphertext: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$")]
    iv: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16}$")]
    protected: str = PROTECTED
    recipients: Annotated[tuple[SealedRecipient, ...], Field(min_length=1, max_length=MAX_READERS)]
    tag: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22}$")]

    def readers(self) -> list[str]:
        """The readers' thumbprints, in the order of the file."""
        return [recipient.header.kid for recipient in self.recipients]

    def to_bytes(self) -> bytes:
        """The file."""
        return rfc8785.dumps(self.model_dump(mode="json"))


def recipients_aad(recipients: tuple[SealedRecipient, ...]) -> str:
    """SHA-256 over the canonical JSON of all slots, in base64url."""
    slots = rfc8785.dumps([recipient.model_dump(mode="json") for recipient in recipients])
    return encode(hashlib.sha256(slots).digest())


def signature_header(fingerprint: str) -> dict[str, str]:
    """The protected header of the JWS: ES384 by the agency with this fingerprint, nothing else."""
    return {"alg": "ES384", "kid": fingerprint, "typ": SUMMARY_TYPE}


def parse_sealed(data: bytes) -> Sealed:
    """A file as a sealed summary, proved to be of the one form; no key is needed.

    (1) It is a JSON object of acceptable size.
    (2) Its protected header says that it is a sealed summary.
    (3) That header is exactly the one that every sealed summary has.
    (4) It has exactly the members that it may have, written the one way that they are written.
    (5) Its readers are distinct, and are those over whom `aad` was made.

    Raises: InputError `not_a_sealed_summary`; IntegrityError `altered`, `recipients_changed`.
    """
    # (1) JSON
    try:
        value = json.loads(data) if len(data) <= MAX_SEALED else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise not_a_sealed_summary()
    # (2) the kind of file
    if _type_of(value.get("protected")) != SEALED_TYPE:
        raise not_a_sealed_summary()
    # (3) algorithms and header: exact, so nothing is negotiated
    if value["protected"] != PROTECTED:
        _altered("its header is not the one that sealed summaries have (another algorithm, or something added)")
    # (4) members
    try:
        sealed = Sealed.model_validate(value)
    except ValidationError:
        _altered("a part is missing, added or malformed")
    if sealed.to_bytes() != data:
        _altered("it is not written the way sealed summaries are written")
    # (5) readers
    if len(set(sealed.readers())) != len(sealed.recipients) or sealed.aad != recipients_aad(sealed.recipients):
        raise recipients_changed()
    return sealed


def read_sealed(path: Path) -> bytes:
    """The bytes of a file that should be a sealed summary; nothing about them is checked but their number.

    Raises: InputError `file_not_readable`, `not_a_sealed_summary`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_SEALED + 1)
    except OSError as error:
        raise InputError("file_not_readable", f"The file {path.name} cannot be read ({error.strerror}).") from error
    if len(data) > MAX_SEALED:
        raise not_a_sealed_summary()
    return data


def not_a_sealed_summary() -> InputError:
    """The refusal of a file of another kind."""
    return InputError(
        "not_a_sealed_summary",
        "This file is not a sealed summary that this version of the system can read.",
        remedy="Give the file as it was released, unchanged.",
    )


def recipients_changed() -> IntegrityError:
    """The refusal of a file whose readers are not those who were named when it was signed."""
    return IntegrityError(
        "recipients_changed",
        "The readers of this file are not the readers for whom the summary was signed.",
        law=9,
        remedy="Do not rely on it. Ask the agency for the file again, and report this.",
    )


def _altered(what: str) -> NoReturn:
    raise IntegrityError(
        "altered",
        f"This sealed summary was altered: {what}.",
        law=9,
        remedy="Do not rely on it. Ask the agency for the file again, and report this.",
    )


def _type_of(protected: Any) -> object:
    try:
        header = json.loads(decode(protected))
    except (ValueError, RecursionError):
        return None
    return header.get("typ") if isinstance(header, dict) else None
