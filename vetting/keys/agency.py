"""The agency's keys: one signs the log's checkpoints, one signs summaries, one wraps the keys of the vault.

They lie together in one file under one passphrase, held by the agency (CJIS SC-12). Losing it makes the
vault unreadable: the runbook asks for a copy of the file and of the passphrase in two different places.
"""

import json
import os
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError

from schemas.keys import AgencyPublic
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


@dataclass(frozen=True)
class AgencyKeys:
    """An agency's private keys, in memory."""

    public: AgencyPublic
    log_private: Ed25519PrivateKey = field(repr=False)
    """Signs checkpoints of the log, and nothing else."""
    release_private: ec.EllipticCurvePrivateKey = field(repr=False)
    """Signs summaries (ES384), and nothing else."""
    vault_kek: bytes = field(repr=False)
    """32 bytes: wraps the case keys of the vault."""

    @classmethod
    def create(cls, agency_name: str) -> Self:
        """New keys from the system's random source.

        Raises: InputError `agency_name` when the name is empty, too long or holds control characters.
        """
        name = " ".join(agency_name.split())
        if not name or len(name) > 200 or not name.isprintable():
            raise InputError("agency_name", "An agency's name has 1 to 200 printable characters.")
        return cls._of(name, Ed25519PrivateKey.generate(), ec.generate_private_key(ec.SECP384R1()), os.urandom(32))

    @classmethod
    def _of(cls, name: str, log: Ed25519PrivateKey, release: ec.EllipticCurvePrivateKey, kek: bytes) -> Self:
        public = AgencyPublic.of(name, _origin(name), ed25519_jwk(log), p384_jwk(release))
        return cls(public, log, release, kek)

    def save(self, path: Path, passphrase: str, *, unsafe_cost: ScryptCost | None = None) -> Path:
        """Write the private file (mode 0600) and the public file beside it, whose path is returned.

        Raises: InputError `file_exists`, `file_not_writable`.
        """
        require_free(path, public_path(path))  # both or none
        secret = {
            "log": encode(self.log_private.private_bytes_raw()),
            "release": encode(p384_scalar(self.release_private)),
            "vault": encode(self.vault_kek),
        }
        public = self.public.model_dump(mode="json")
        write_new(path, lock("agency", public, json.dumps(secret).encode(), passphrase, unsafe_cost=unsafe_cost))
        write_new(public_path(path), to_json(public), mode=0o644)
        return public_path(path)

    @classmethod
    def load(cls, path: Path, passphrase: str, *, unsafe_cost: ScryptCost | None = None) -> Self:
        """Open the agency's private file.

        Raises: everything `vetting.keys.locked.unlock` refuses; IntegrityError `key_mismatch`.
        """
        value = read_json(path)
        secret = unlock(value, "agency", passphrase, unsafe_cost=unsafe_cost)
        try:
            stored = AgencyPublic.model_validate(value["public"])
            parts = json.loads(secret)
            keys = cls._of(
                stored.agency,
                Ed25519PrivateKey.from_private_bytes(decode(parts["log"], 32)),
                p384_private(decode(parts["release"], 48)),
                decode(parts["vault"], 32),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise InputError("not_a_key_file", "This key file is damaged: a part of it is malformed.") from error
        if keys.public != stored:
            raise IntegrityError("key_mismatch", "The public part of this key file belongs to other keys.")
        return keys


def read_agency_public(path: Path) -> AgencyPublic:
    """An agency's public file, its keys proved to be sound.

    Leaves to the caller: comparing the fingerprint with the one that the agency publishes.

    Raises: PolicyError `private_key_given`; InputError `not_a_key_file`; IntegrityError `weak_key`.
    """
    value = read_json(path)
    refuse_private(value, path.name)
    try:
        public = AgencyPublic.model_validate(value)
    except ValidationError as error:
        raise InputError(
            "not_a_key_file",
            f"The file {path.name} is not an agency's public file, or it was altered.",
            remedy="Get the agency's public file (agency.pub.json) again, and compare its fingerprint.",
        ) from error
    ed25519_public(public.log_key)
    p384_public(public.release_key)
    return public


def _origin(name: str) -> str:
    """The log's name: the agency's name in small ASCII letters and hyphens."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:80].strip("-")
    return f"vetting-log/{slug or 'agency'}"
