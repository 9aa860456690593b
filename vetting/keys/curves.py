"""Keys between JWK and the cryptography library; weak points and other curves are refused here."""

import base64
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from schemas.keys import Ed25519Jwk, P384Jwk
from vetting.errors import IntegrityError

_P = 2**255 - 19
_Y8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_SMALL_ORDER_Y = frozenset({0, 1, _P - 1, _Y8, _P - _Y8})
"""y of the eight points of Ed25519 whose order divides 8: under such a key anybody can make valid
signatures, so its owner could deny every one of his own."""


def ed25519_jwk(key: Ed25519PrivateKey) -> Ed25519Jwk:
    """The public half as JWK."""
    return Ed25519Jwk(x=encode(key.public_key().public_bytes_raw()))


def p384_jwk(key: ec.EllipticCurvePrivateKey) -> P384Jwk:
    """The public half as JWK."""
    numbers = key.public_key().public_numbers()
    return P384Jwk(x=encode(numbers.x.to_bytes(48, "big")), y=encode(numbers.y.to_bytes(48, "big")))


def ed25519_public(jwk: Ed25519Jwk) -> Ed25519PublicKey:
    """The verifying key.

    Raises: IntegrityError `weak_key` for a point of small order or a coordinate that is not reduced.
    """
    raw = decode(jwk.x, 32)
    y = int.from_bytes(raw, "little") & (2**255 - 1)
    if y >= _P or y in _SMALL_ORDER_Y:
        raise _weak("signing key")
    return Ed25519PublicKey.from_public_bytes(raw)


def p384_public(jwk: P384Jwk) -> ec.EllipticCurvePublicKey:
    """The public key, proved to be a point of the curve.

    Raises: IntegrityError `weak_key`.
    """
    x, y = (int.from_bytes(decode(part, 48), "big") for part in (jwk.x, jwk.y))
    try:
        return ec.EllipticCurvePublicNumbers(x, y, ec.SECP384R1()).public_key()
    except ValueError as error:
        raise _weak("P-384 key") from error


def p384_private(scalar: bytes) -> ec.EllipticCurvePrivateKey:
    """The private key of a 48-byte scalar, big-endian."""
    return ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP384R1())


def p384_scalar(key: ec.EllipticCurvePrivateKey) -> bytes:
    """The 48-byte scalar of a private key, big-endian."""
    return key.private_numbers().private_value.to_bytes(48, "big")


def encode(data: bytes) -> str:
    """base64url without padding (RFC 7515 section 2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text: Any, size: int | None = None) -> bytes:
    """The bytes of the one base64url encoding that they have.

    Raises: ValueError for another alphabet, padding, loose end bits, or a length other than `size`.
    """
    if not isinstance(text, str):
        raise ValueError("not base64url")  # noqa: TRY004 - bad data, not a programmer's mistake
    data = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    if encode(data) != text or (size is not None and len(data) != size):
        raise ValueError("not the base64url encoding expected")
    return data


def _weak(what: str) -> IntegrityError:
    return IntegrityError(
        "weak_key",
        f"The {what} is not a sound point of its curve: what is made with it would prove nothing.",
        law=9,
        remedy="Have its owner make new keys with this system and send the new public file.",
    )
