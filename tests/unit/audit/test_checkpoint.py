"""Checkpoints in the form of C2SP signed-note, against the example that its Go implementation publishes."""

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from schemas.keys import note_key_id
from vetting.audit.checkpoint import read_checkpoint, sign_checkpoint, verify_checkpoint
from vetting.errors import InputError, IntegrityError
from vetting.keys.agency import AgencyKeys

KEYS = AgencyKeys.create("Synthetic Police Department")
ORIGIN = KEYS.public.origin
ROOT = bytes(range(32))
TEXT = sign_checkpoint(ORIGIN, 12, ROOT, KEYS)


def test_signed_checkpoint_has_the_form_of_a_signed_note() -> None:
    body, _, signature = TEXT.partition("\n\n")
    assert body == f"{ORIGIN}\n12\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    assert signature.startswith(f"\u2014 {ORIGIN} ")
    assert len(base64.b64decode(signature.split()[-1])) == 4 + 64
    assert TEXT.endswith("\n")


def test_signed_checkpoint_verifies() -> None:
    checkpoint = verify_checkpoint(TEXT, KEYS.public)
    assert (checkpoint.origin, checkpoint.size, checkpoint.root) == (ORIGIN, 12, ROOT)


def test_key_id_and_signature_form_agree_with_the_published_note_example() -> None:
    name, key_hash = "PeterNeumann", "c74f20a3"
    encoded = "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    raw = base64.b64decode(encoded)
    assert raw[:1] == b"\x01"
    assert note_key_id(name, raw[1:]).hex() == key_hash
    signature = base64.b64decode(
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    )
    text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    assert signature[:4].hex() == key_hash
    Ed25519PublicKey.from_public_bytes(raw[1:]).verify(signature[4:], text.encode())


def test_verifier_key_of_the_agency_names_the_same_key_id() -> None:
    origin, key_hash, encoded = KEYS.public.log_verifier.split("+", 2)
    assert (origin, key_hash) == (ORIGIN, KEYS.public.log_key_id().hex())
    assert base64.b64decode(encoded) == b"\x01" + KEYS.log_private.public_key().public_bytes_raw()


def test_signatures_of_witnesses_are_left_alone() -> None:
    witness = f"\u2014 witness.example/w {base64.b64encode(bytes(76)).decode()}\n"
    assert verify_checkpoint(TEXT + witness, KEYS.public).size == 12
    head, _, own = TEXT.rpartition("\n\n")
    assert verify_checkpoint(f"{head}\n\n{witness}{own}", KEYS.public).size == 12


def test_extension_line_is_signed_with_the_rest() -> None:
    with pytest.raises(IntegrityError) as refusal:
        verify_checkpoint(TEXT.replace("\n\n", "\nmore\n\n"), KEYS.public)
    assert refusal.value.code == "checkpoint_forged"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        TEXT[:-1],
        TEXT + "\n",
        "\n" + TEXT,
        TEXT.replace("\u2014", "-"),
        TEXT.replace("\n12\n", "\n012\n"),
        TEXT.replace("\n12\n", "\n-12\n"),
        TEXT.replace("\n12\n", "\n\u0661\u0662\n"),
        TEXT.replace("8=\n", "9=\n"),
        TEXT.replace("\n\n", "\n"),
        TEXT + "x" * 20000,
    ],
)
def test_malformed_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(IntegrityError) as refusal:
        verify_checkpoint(text, KEYS.public)
    assert refusal.value.code == "checkpoint_malformed"


def test_checkpoint_without_the_agencys_signature_is_refused() -> None:
    head, _, _ = TEXT.rpartition("\n\n")
    other = AgencyKeys.create("Synthetic Police Department")
    for line in (
        f"\u2014 witness.example/w {base64.b64encode(bytes(68)).decode()}\n",
        sign_checkpoint(ORIGIN, 12, ROOT, other).rpartition("\n\n")[2],
    ):
        with pytest.raises(IntegrityError) as refusal:
            verify_checkpoint(f"{head}\n\n{line}", KEYS.public)
        assert refusal.value.code == "wrong_agency"


def test_note_about_another_log_under_our_own_signature_is_refused() -> None:
    body = "vetting-log/elsewhere\n" + TEXT.partition("\n\n")[0].partition("\n")[2] + "\n"
    signature = base64.b64encode(KEYS.public.log_key_id() + KEYS.log_private.sign(body.encode())).decode()
    with pytest.raises(IntegrityError) as refusal:
        verify_checkpoint(f"{body}\n\u2014 {ORIGIN} {signature}\n", KEYS.public)
    assert refusal.value.code == "wrong_agency"


def test_second_false_signature_under_our_name_is_refused() -> None:
    key_id = KEYS.public.log_key_id()
    line = f"\u2014 {ORIGIN} {base64.b64encode(key_id + bytes(64)).decode()}\n"
    with pytest.raises(IntegrityError) as refusal:
        verify_checkpoint(TEXT + line, KEYS.public)
    assert refusal.value.code == "checkpoint_forged"


def test_kept_checkpoint_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text(TEXT, encoding="utf-8")
    assert read_checkpoint(tmp_path / "kept.txt") == TEXT
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    with pytest.raises(IntegrityError):
        read_checkpoint(tmp_path / "bad.txt")
    with pytest.raises(InputError) as refusal:
        read_checkpoint(tmp_path / "absent.txt")
    assert refusal.value.code == "file_not_readable"
