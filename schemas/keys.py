"""Public keys of people and of the agency, as files that may be shown to anybody.

Shapes and thumbprints only. Whether a point lies on its curve, and everything secret, is `vetting.keys`'
business.
"""

import base64
import hashlib
import json
from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from schemas.base import Id, Record, Sha256

Octets32 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$")]
"""32 bytes in base64url without padding."""

Octets48 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{64}$")]
"""48 bytes in base64url without padding."""

Origin = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9./-]{0,99}$")]
"""Name of a log and of the key that signs its checkpoints: no space and no plus (C2SP signed-note)."""


class Ed25519Jwk(Record):
    """A public signing key (RFC 8037)."""

    kty: Literal["OKP"] = "OKP"
    crv: Literal["Ed25519"] = "Ed25519"
    x: Octets32

    def raw(self) -> bytes:
        """The 32 bytes of RFC 8032."""
        return base64.urlsafe_b64decode(self.x + "=")


class P384Jwk(Record):
    """A public key on the curve P-384 (RFC 7518 section 6.2)."""

    kty: Literal["EC"] = "EC"
    crv: Literal["P-384"] = "P-384"
    x: Octets48
    y: Octets48


def _digest(value: dict[str, object]) -> str:
    """SHA-256 over sorted, compact, ASCII JSON, as RFC 7638 does for one key."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


class PersonPublic(Record):
    """What the server knows of a person's keys: enough to seal to them and to check a signature."""

    format: Literal["vetting-person-public"] = "vetting-person-public"
    version: Literal[1] = 1
    id: Id | None = None
    """A label; the thumbprint does not cover it, because the agency may enrol the key under another id."""
    sign: Ed25519Jwk
    seal: P384Jwk
    thumbprint: Sha256
    """Over both keys, so neither can be exchanged alone. Compared by voice or on paper at enrolment."""

    @classmethod
    def of(cls, sign: Ed25519Jwk, seal: P384Jwk, *, label: str | None = None) -> Self:
        """The record of these two keys, its thumbprint computed."""
        return cls(id=label, sign=sign, seal=seal, thumbprint=_person_digest(sign, seal))

    @model_validator(mode="after")
    def _thumbprint_fits(self) -> Self:
        if self.thumbprint != _person_digest(self.sign, self.seal):
            raise ValueError("the thumbprint does not belong to these keys")
        return self


def _person_digest(sign: Ed25519Jwk, seal: P384Jwk) -> str:
    return _digest({"seal": seal.model_dump(), "sign": sign.model_dump()})


class AgencyPublic(Record):
    """What readers and auditors need of an agency: the key of its log and the key of its summaries."""

    format: Literal["vetting-agency-public"] = "vetting-agency-public"
    version: Literal[1] = 1
    agency: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    origin: Origin
    log_key: Ed25519Jwk
    log_verifier: str
    """The log key as a C2SP verifier key: `origin+hash+base64(0x01 || key)`, for other people's tools."""
    release_key: P384Jwk
    fingerprint: Sha256
    """Over everything above but the derived `log_verifier`."""

    @classmethod
    def of(cls, agency: str, origin: str, log_key: Ed25519Jwk, release_key: P384Jwk) -> Self:
        """The record of these keys, its derived fields computed."""
        return cls(
            agency=agency,
            origin=origin,
            log_key=log_key,
            log_verifier=_verifier(origin, log_key),
            release_key=release_key,
            fingerprint=_agency_digest(agency, origin, log_key, release_key),
        )

    def log_key_id(self) -> bytes:
        """The four bytes that name the log key in a signed note (C2SP signed-note, "Signatures")."""
        return note_key_id(self.origin, self.log_key.raw())

    @model_validator(mode="after")
    def _derived_fields_fit(self) -> Self:
        if self.log_verifier != _verifier(self.origin, self.log_key):
            raise ValueError("log_verifier does not belong to origin and log_key")
        if self.fingerprint != _agency_digest(self.agency, self.origin, self.log_key, self.release_key):
            raise ValueError("the fingerprint does not belong to these keys")
        return self


def note_key_id(name: str, raw: bytes) -> bytes:
    """The key id of an Ed25519 note key: first four bytes of SHA-256(name || LF || 0x01 || key)."""
    return hashlib.sha256(name.encode() + b"\n\x01" + raw).digest()[:4]


def _verifier(origin: str, key: Ed25519Jwk) -> str:
    raw = key.raw()
    encoded = base64.b64encode(b"\x01" + raw).decode("ascii")  # 0x01: the signature type Ed25519
    return f"{origin}+{note_key_id(origin, raw).hex()}+{encoded}"


def _agency_digest(agency: str, origin: str, log_key: Ed25519Jwk, release_key: P384Jwk) -> str:
    return _digest(
        {
            "agency": agency,
            "log_key": log_key.model_dump(),
            "origin": origin,
            "release_key": release_key.model_dump(),
        }
    )
