"""What sealing makes, read back with nothing but the primitives that every browser's WebCrypto has."""

import base64
import hashlib
import json

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap

from schemas.keys import Ed25519Jwk, P384Jwk, PersonPublic
from schemas.summary import Summary
from tests.simulators.sealing import agency, publics, readers, summary_for
from vetting.errors import InputError, IntegrityError, PolicyError
from vetting.keys.person import PersonKey
from vetting.sealing.envelope import MAX_READERS
from vetting.sealing.open import open_sealed
from vetting.sealing.seal import PAD_TO, pad, seal

AGENCY = agency()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def opened_by_hand(data: bytes, person: PersonKey) -> bytes:
    """RFC 7516 and RFC 7518 section 4.6 step by step: ECDH, Concat KDF, AES key wrap, AES-GCM."""
    file = json.loads(data)
    slot = next(each for each in file["recipients"] if each["header"]["kid"] == person.public.thumbprint)
    epk = slot["header"]["epk"]
    x, y = (int.from_bytes(unb64(epk[part]), "big") for part in "xy")
    shared = person.seal_private.exchange(ec.ECDH(), ec.EllipticCurvePublicNumbers(x, y, ec.SECP384R1()).public_key())
    name = b"ECDH-ES+A256KW"
    other = len(name).to_bytes(4, "big") + name + bytes(4) + bytes(4) + (256).to_bytes(4, "big")
    wrapping = hashlib.sha256((1).to_bytes(4, "big") + shared + other).digest()
    content_key = aes_key_unwrap(wrapping, unb64(slot["encrypted_key"]))
    authenticated = f"{file['protected']}.{file['aad']}".encode()
    body = unb64(file["ciphertext"]) + unb64(file["tag"])
    return AESGCM(content_key).decrypt(unb64(file["iv"]), body, authenticated)


def test_sealed_summary_is_standard_jwe_and_jws() -> None:
    board = readers(3)
    summary = summary_for(publics(board))
    data = seal(summary, publics(board), AGENCY)
    for person in board:
        header, payload, signature = opened_by_hand(data, person).decode("ascii").split(".")
        assert json.loads(unb64(header)) == {
            "alg": "ES384",
            "kid": AGENCY.public.fingerprint,
            "typ": "vetting-summary",
        }
        raw = unb64(signature)
        assert len(raw) == 96
        encoded = encode_dss_signature(int.from_bytes(raw[:48], "big"), int.from_bytes(raw[48:], "big"))
        public = AGENCY.release_private.public_key()
        public.verify(encoded, f"{header}.{payload}".encode(), ec.ECDSA(hashes.SHA384()))
        with pytest.raises(InvalidSignature):
            public.verify(encoded, f"{header}.{payload}x".encode(), ec.ECDSA(hashes.SHA384()))
        assert Summary.model_validate_json(unb64(payload)) == summary


def test_aad_is_the_hash_of_the_recipients_as_they_stand_in_the_file() -> None:
    board = readers(3)
    data = seal(summary_for(publics(board)), publics(board), AGENCY)
    file = json.loads(data)
    # What a browser does: JSON.stringify of the parsed member gives these bytes, as the file is sorted.
    slots = json.dumps(file["recipients"], separators=(",", ":")).encode()
    assert slots in data
    assert unb64(file["aad"]) == hashlib.sha256(slots).digest()


def test_protected_header_names_the_only_algorithms() -> None:
    board = readers(1)
    file = json.loads(seal(summary_for(publics(board)), publics(board), AGENCY))
    assert json.loads(unb64(file["protected"])) == {
        "alg": "ECDH-ES+A256KW",
        "cty": "JOSE",
        "enc": "A256GCM",
        "typ": "vetting-sealed-summary",
    }


@pytest.mark.parametrize(("size", "padded"), [(0, 0), (1, PAD_TO), (PAD_TO, PAD_TO), (PAD_TO + 1, 2 * PAD_TO)])
def test_padding_is_spaces_to_a_multiple(size: int, padded: int) -> None:
    result = pad(b"x" * size)
    assert len(result) == padded
    assert result.rstrip(b" ") == b"x" * size
    assert PAD_TO % 4096 == 0


def test_more_readers_than_the_library_allows_by_default() -> None:
    board = readers(20)
    data = seal(summary_for(publics(board)), publics(board), AGENCY)
    assert open_sealed(data, board[19], AGENCY.public).recipients[19] == "board-20"


def test_too_many_readers_are_refused() -> None:
    board = [PersonPublic.of(*_keys(), label=f"board-{number}") for number in range(MAX_READERS + 1)]
    with pytest.raises(InputError) as refusal:
        seal(summary_for(board), board, AGENCY)
    assert refusal.value.code == "too_many_readers"


def _keys() -> tuple[Ed25519Jwk, P384Jwk]:
    public = PersonKey.create().public
    return public.sign, public.seal


def test_no_reader_or_a_nameless_reader_is_refused() -> None:
    nameless = PersonKey.create().public
    for people in ([], [nameless]):
        with pytest.raises(PolicyError) as refusal:
            seal(summary_for(people), people, AGENCY)
        assert refusal.value.code == "no_readers"


def test_reader_named_twice_is_refused() -> None:
    person = readers(1)[0].public
    for twin in (person, PersonKey.create("board-1").public, person.model_copy(update={"id": "board-2"})):
        with pytest.raises(PolicyError) as refusal:
            seal(summary_for([person, twin]), [person, twin], AGENCY)
        assert refusal.value.code == "readers_differ"


def test_reader_with_a_weak_key_is_refused() -> None:
    good = readers(1)[0].public
    off = PersonPublic.of(good.sign, P384Jwk(x=good.seal.x, y=good.seal.x), label="board-1")
    with pytest.raises(IntegrityError) as refusal:
        seal(summary_for([off]), [off], AGENCY)
    assert refusal.value.code == "weak_key"
