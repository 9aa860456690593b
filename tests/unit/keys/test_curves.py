"""Weak points, proved from the curve's equation instead of trusted as a list."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from schemas.keys import Ed25519Jwk
from vetting.errors import IntegrityError
from vetting.keys.curves import _SMALL_ORDER_Y, decode, ed25519_jwk, ed25519_public, encode

P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P


def order_divides_eight(y: int) -> bool:
    """Doubling on -x^2 + y^2 = 1 + d x^2 y^2 needs x^2 only; three times must end in the neutral point."""
    for _ in range(3):
        x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
        y = (y * y + x2) * pow(1 - D * x2 * y * y, -1, P) % P
    return y == 1


def test_refused_points_are_those_whose_order_divides_eight() -> None:
    assert len(_SMALL_ORDER_Y) == 5
    assert all(order_divides_eight(y) for y in _SMALL_ORDER_Y)


def test_ordinary_key_is_not_of_small_order() -> None:
    for _ in range(20):
        jwk = ed25519_jwk(Ed25519PrivateKey.generate())
        assert not order_divides_eight(int.from_bytes(jwk.raw(), "little") & (2**255 - 1))
        ed25519_public(jwk)


@pytest.mark.parametrize("sign", [0, 1 << 255])
@pytest.mark.parametrize("y", [*sorted(_SMALL_ORDER_Y), P, P + 1, 2**255 - 1])
def test_small_order_or_unreduced_point_is_refused(y: int, sign: int) -> None:
    with pytest.raises(IntegrityError) as refusal:
        ed25519_public(Ed25519Jwk(x=encode((y | sign).to_bytes(32, "little"))))
    assert refusal.value.code == "weak_key"


@pytest.mark.parametrize("text", ["A", "AB", "AAA=", "AA+A", "AA/A", "AA A", "A\n", 5, None, b"AAAA"])
def test_any_encoding_but_the_one_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match=r"base64|padding|Incorrect|alphabet"):
        decode(text)


def test_encoding_of_another_length_is_refused() -> None:
    assert decode("AAAA", 3) == bytes(3)
    with pytest.raises(ValueError, match="base64url"):
        decode("AAAA", 32)
