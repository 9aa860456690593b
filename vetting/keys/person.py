"""A person's keys: made on the person's own machine; the agency gets the public file only.

Two keys, because signing and reading are different powers: Ed25519 signs what the person approves, P-384
opens what is sealed to them (the curve that WebCrypto has in every browser). This module never sends
anything anywhere.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import TypeAdapter, ValidationError

from schemas.base import Id
from schemas.keys import PersonPublic
from vetting.errors import InputError, IntegrityError
from vetting.keys.curves import (
    decode,
    ed25519_jwk,
    ed25519_public,
    encode,
    p384_jwk,
    p384_private,
    p384_public,
    p384_scalar,
)
from vetting.keys.files import public_path, read_json, refuse_private, require_free, to_json, write_new
from vetting.keys.locked import ScryptCost, lock, unlock

_SIGNED_BY_A_PERSON = b"vetting person signature v1\n"
"""Before everything a person signs, so that no signature made here is valid for anything else."""


@dataclass(frozen=True)
class PersonKey:
    """A person's private keys, in memory on that person's machine."""

    public: PersonPublic
    sign_private: Ed25519PrivateKey = field(repr=False)
    seal_private: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def create(cls, label: str | None = None) -> Self:
        """New keys from the system's random source; `label` is the person's id, if it is known already."""
        return cls._of(Ed25519PrivateKey.generate(), ec.generate_private_key(ec.SECP384R1()), label)

    @classmethod
    def _of(cls, sign: Ed25519PrivateKey, seal: ec.EllipticCurvePrivateKey, label: str | None) -> Self:
        return cls(PersonPublic.of(ed25519_jwk(sign), p384_jwk(seal), label=label), sign, seal)

    def sign(self, data: bytes) -> bytes:
        """64 bytes of Ed25519 over `data`, bound to this purpose."""
        return self.sign_private.sign(_SIGNED_BY_A_PERSON + data)

    def save(
        self,
        path: Path,
        passphrase: str | None,
        *,
        unsafe_no_passphrase: bool = False,
        unsafe_cost: ScryptCost | None = None,
    ) -> Path:
        """Write the private file (mode 0600) and the public file beside it, whose path is returned.

        Raises: InputError `file_exists`, `file_not_writable`; PolicyError `passphrase_needed`.
        """
        require_free(path, public_path(path))  # both or none
        secret = {
            "seal": encode(p384_scalar(self.seal_private)),
            "sign": encode(self.sign_private.private_bytes_raw()),
        }
        private = lock(
            "person",
            self.public.model_dump(mode="json"),
            json.dumps(secret).encode("ascii"),
            passphrase,
            unsafe_no_passphrase=unsafe_no_passphrase,
            unsafe_cost=unsafe_cost,
        )
        write_new(path, private)
        write_new(public_path(path), to_json(self.public.model_dump(mode="json")), mode=0o644)
        return public_path(path)

    @classmethod
    def load(cls, path: Path, passphrase: str | None, *, unsafe_cost: ScryptCost | None = None) -> Self:
        """Open a private file.

        Raises: everything `vetting.keys.locked.unlock` refuses; IntegrityError `key_mismatch` when the
        public part in the file belongs to other keys.
        """
        value = read_json(path)
        secret = unlock(value, "person", passphrase, unsafe_cost=unsafe_cost)
        try:
            stored = PersonPublic.model_validate(value["public"])
            parts = json.loads(secret)
            sign = Ed25519PrivateKey.from_private_bytes(decode(parts["sign"], 32))
            key = cls._of(sign, p384_private(decode(parts["seal"], 48)), stored.id)
        except (KeyError, TypeError, ValueError) as error:
            raise InputError("not_a_key_file", "This key file is damaged: a part of it is malformed.") from error
        if key.public != stored:
            raise IntegrityError("key_mismatch", "The public part of this key file belongs to other keys.")
        return key


def read_person_public(path: Path) -> PersonPublic:
    """A person's public file, its keys proved to be sound.

    Leaves to the caller: comparing the thumbprint with the one that its owner says it has.

    Raises: PolicyError `private_key_given`; InputError `not_a_key_file`; IntegrityError `weak_key`.
    """
    value = read_json(path)
    refuse_private(value, path.name)
    try:
        public = PersonPublic.model_validate(value)
    except ValidationError as error:
        raise InputError(
            "not_a_key_file",
            f"The file {path.name} is not a person's public file, or it was altered: its keys must be"
            " Ed25519 and P-384 and fit its thumbprint.",
            remedy="Ask its owner to send the file again, as `vetting key new` made it.",
        ) from error
    check_person_public(public)
    return public


def check_person_public(public: PersonPublic) -> None:
    """Prove that both keys are sound points of their curves.

    Raises: IntegrityError `weak_key`.
    """
    ed25519_public(public.sign)
    p384_public(public.seal)


def check_label(label: str) -> None:
    """Refuse a person's id that could not stand in the log.

    Raises: InputError `person_id`.
    """
    try:
        TypeAdapter(Id).validate_python(label)
    except ValidationError as error:
        raise InputError(
            "person_id",
            "A person's id has letters, digits, dots, hyphens and underscores only, and at most 96 of them.",
            remedy="Use the id that the agency gave, for example board-member-1.",
        ) from error


def verify_person_signature(public: PersonPublic, signature: bytes, data: bytes) -> None:
    """Return when `signature` is this person's over `data`.

    Raises: IntegrityError `person_signature_invalid`, `weak_key`.
    """
    try:
        ed25519_public(public.sign).verify(signature, _SIGNED_BY_A_PERSON + data)
    except InvalidSignature as error:
        raise IntegrityError(
            "person_signature_invalid",
            f"The signature is not by the key {public.thumbprint[:16]} over this content.",
        ) from error


def recipients_digest(readers: Iterable[PersonPublic | str]) -> str:
    """SHA-256 (hex) over the readers' thumbprints, sorted and joined by LF: signed in every summary."""
    thumbprints = sorted(reader if isinstance(reader, str) else reader.thumbprint for reader in readers)
    return hashlib.sha256("\n".join(thumbprints).encode("ascii")).hexdigest()
