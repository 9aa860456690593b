"""A person's keys: kept closed, shown in public, refused when weak or private."""

import json
import stat
from pathlib import Path

import pytest

from schemas.keys import Ed25519Jwk, P384Jwk, PersonPublic
from vetting.errors import InputError, IntegrityError, PolicyError, VettingError
from vetting.keys.locked import UNSAFE_FAST
from vetting.keys.person import (
    PersonKey,
    check_label,
    read_person_public,
    recipients_digest,
    verify_person_signature,
)

PHRASE = "a synthetic passphrase of words"


@pytest.fixture
def key() -> PersonKey:
    return PersonKey.create("board-1")


def save(key: PersonKey, folder: Path) -> Path:
    key.save(folder / "me.key.json", PHRASE, unsafe_cost=UNSAFE_FAST)
    return folder / "me.key.json"


def load(path: Path, phrase: str | None = PHRASE) -> PersonKey:
    return PersonKey.load(path, phrase, unsafe_cost=UNSAFE_FAST)


def refused(code: str, path: Path, phrase: str | None = PHRASE) -> VettingError:
    with pytest.raises(VettingError) as refusal:
        load(path, phrase)
    assert refusal.value.code == code
    return refusal.value


def test_saved_key_loads_and_signs_as_before(key: PersonKey, tmp_path: Path) -> None:
    loaded = load(save(key, tmp_path))
    assert loaded.public == key.public
    verify_person_signature(key.public, loaded.sign(b"data"), b"data")
    assert loaded.seal_private.private_numbers() == key.seal_private.private_numbers()


def test_private_file_is_for_its_owner_only_and_public_file_for_all(key: PersonKey, tmp_path: Path) -> None:
    private = save(key, tmp_path)
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert read_person_public(tmp_path / "me.pub.json") == key.public


def test_private_file_does_not_hold_the_secret_in_clear(key: PersonKey, tmp_path: Path) -> None:
    content = save(key, tmp_path).read_bytes()
    assert set(json.loads(content)) == {"format", "version", "kind", "public", "kdf", "cipher", "ciphertext"}
    assert key.sign_private.private_bytes_raw() not in content


def test_repr_shows_no_secret(key: PersonKey) -> None:
    assert "rivate" not in repr(key)


def test_file_is_never_written_over_another(key: PersonKey, tmp_path: Path) -> None:
    before = save(key, tmp_path).read_bytes()
    with pytest.raises(InputError) as refusal:
        save(PersonKey.create(), tmp_path)
    assert refusal.value.code == "file_exists"
    assert (tmp_path / "me.key.json").read_bytes() == before


def test_file_is_not_written_through_a_link(key: PersonKey, tmp_path: Path) -> None:
    (tmp_path / "me.key.json").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError) as refusal:
        save(key, tmp_path)
    assert refusal.value.code == "file_exists"
    assert not (tmp_path / "elsewhere").exists()


def test_wrong_passphrase_is_refused_clearly(key: PersonKey, tmp_path: Path) -> None:
    refusal = refused("wrong_passphrase", save(key, tmp_path), PHRASE + "x")
    assert "passphrase does not open" in refusal.message


def test_missing_passphrase_is_refused(key: PersonKey, tmp_path: Path) -> None:
    refused("passphrase_needed", save(key, tmp_path), None)
    with pytest.raises(PolicyError) as refusal:
        key.save(tmp_path / "other.json", None)
    assert refusal.value.code == "passphrase_needed"
    assert not (tmp_path / "other.json").exists()


def test_passphrase_is_the_same_however_its_letters_are_composed(key: PersonKey, tmp_path: Path) -> None:
    key.save(tmp_path / "k.json", "caf\u00e9 au lait, synthetic", unsafe_cost=UNSAFE_FAST)
    assert load(tmp_path / "k.json", "cafe\u0301 au lait, synthetic").public == key.public


def test_passphrase_declined_loudly_gives_an_open_file(key: PersonKey, tmp_path: Path) -> None:
    key.save(tmp_path / "k.json", None, unsafe_no_passphrase=True)
    assert load(tmp_path / "k.json", None).public == key.public
    refused("key_not_protected", tmp_path / "k.json", PHRASE)


@pytest.mark.parametrize("part", ["kind", "version", "public", "kdf", "cipher", "ciphertext"])
def test_altered_private_file_is_refused(key: PersonKey, tmp_path: Path, part: str) -> None:
    path = save(key, tmp_path)
    value = json.loads(path.read_bytes())
    other = json.loads(_saved_elsewhere(tmp_path))
    value[part] = {"kind": "agency", "version": 2}.get(part, other[part])
    path.write_text(json.dumps(value))
    with pytest.raises(VettingError):
        load(path)


def _saved_elsewhere(folder: Path) -> bytes:
    (folder / "other").mkdir()
    return save(PersonKey.create("board-1"), folder / "other").read_bytes()


def test_exchanged_public_part_of_an_open_file_is_refused(key: PersonKey, tmp_path: Path) -> None:
    key.save(tmp_path / "k.json", None, unsafe_no_passphrase=True)
    value = json.loads((tmp_path / "k.json").read_bytes())
    value["public"] = PersonKey.create("board-1").public.model_dump(mode="json")
    (tmp_path / "k.json").write_text(json.dumps(value))
    refused("key_mismatch", tmp_path / "k.json", None)


def test_key_of_another_kind_is_refused(key: PersonKey, tmp_path: Path) -> None:
    refused("not_a_key_file", _public(key, tmp_path))
    for content in ("", "[]", "{}", "x" * 70000, "[" * 60000):
        (tmp_path / "junk").write_text(content)
        refused("not_a_key_file", tmp_path / "junk")
    refused("file_not_readable", tmp_path / "absent")


def _public(key: PersonKey, folder: Path) -> Path:
    save(key, folder)
    return folder / "me.pub.json"


def test_private_file_given_as_public_is_refused(key: PersonKey, tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as refusal:
        read_person_public(save(key, tmp_path))
    assert refusal.value.code == "private_key_given"


@pytest.mark.parametrize("place", ["sign", "seal"])
def test_public_file_with_a_private_member_is_refused(key: PersonKey, tmp_path: Path, place: str) -> None:
    value = key.public.model_dump(mode="json")
    value[place]["d"] = "AAAA"
    (tmp_path / "p.json").write_text(json.dumps(value))
    with pytest.raises(PolicyError) as refusal:
        read_person_public(tmp_path / "p.json")
    assert refusal.value.code == "private_key_given"


@pytest.mark.parametrize(
    "change",
    [
        {"sign": {"kty": "OKP", "crv": "X25519", "x": "A" * 43}},
        {"sign": {"kty": "OKP", "crv": "Ed448", "x": "A" * 76}},
        {"seal": {"kty": "EC", "crv": "P-256", "x": "A" * 43, "y": "A" * 43}},
        {"seal": {"kty": "EC", "crv": "secp256k1", "x": "A" * 43, "y": "A" * 43}},
        {"seal": {"kty": "RSA", "n": "AQAB", "e": "AQAB"}},
        {"thumbprint": "0" * 64},
        {"more": 1},
        {"format": "x"},
    ],
)
def test_public_file_of_another_form_is_refused(key: PersonKey, tmp_path: Path, change: dict[str, object]) -> None:
    (tmp_path / "p.json").write_text(json.dumps({**key.public.model_dump(mode="json"), **change}))
    with pytest.raises(InputError) as refusal:
        read_person_public(tmp_path / "p.json")
    assert refusal.value.code == "not_a_key_file"


def test_one_key_exchanged_in_the_public_file_is_refused(key: PersonKey, tmp_path: Path) -> None:
    other = PersonKey.create().public
    (tmp_path / "p.json").write_text(json.dumps({**key.public.model_dump(), "seal": other.seal.model_dump()}))
    with pytest.raises(InputError):
        read_person_public(tmp_path / "p.json")


def test_point_off_the_curve_is_refused(key: PersonKey, tmp_path: Path) -> None:
    off = P384Jwk(x=key.public.seal.x, y=key.public.seal.x)
    public = PersonPublic.of(key.public.sign, off)
    (tmp_path / "p.json").write_text(public.model_dump_json())
    with pytest.raises(IntegrityError) as refusal:
        read_person_public(tmp_path / "p.json")
    assert refusal.value.code == "weak_key"


def test_signature_of_another_person_or_over_other_data_is_refused(key: PersonKey) -> None:
    signature = key.sign(b"data")
    assert len(signature) == 64
    for public, data in ((PersonKey.create().public, b"data"), (key.public, b"Data")):
        with pytest.raises(IntegrityError) as refusal:
            verify_person_signature(public, signature, data)
        assert refusal.value.code == "person_signature_invalid"


def test_bare_signature_without_its_purpose_is_refused(key: PersonKey) -> None:
    with pytest.raises(IntegrityError):
        verify_person_signature(key.public, key.sign_private.sign(b"data"), b"data")


def test_thumbprint_covers_both_keys_and_not_the_label(key: PersonKey) -> None:
    assert PersonPublic.of(key.public.sign, key.public.seal, label="other").thumbprint == key.public.thumbprint
    other = PersonKey.create().public
    assert PersonPublic.of(other.sign, key.public.seal).thumbprint != key.public.thumbprint
    assert PersonPublic.of(key.public.sign, other.seal).thumbprint != key.public.thumbprint


def test_thumbprint_of_known_keys_never_changes() -> None:
    public = PersonPublic.of(Ed25519Jwk(x="A" * 43), P384Jwk(x="B" * 64, y="C" * 64))
    assert public.thumbprint == "a33805b1faed77845f62728caddae2bbf7ce3b5f1bfe15073c21bbef52f2ccd4"


def test_recipients_digest_is_the_hash_of_the_sorted_thumbprints() -> None:
    assert recipients_digest(["b" * 64, "a" * 64]) == "5e9ae866add9a85d69c3481d059bb9f158a39e5670ba11f95112fc409630894e"


@pytest.mark.parametrize("label", ["", "two words", "a@b", "x" * 97, "-x", "a/b"])
def test_id_that_could_not_stand_in_the_log_is_refused(label: str) -> None:
    with pytest.raises(InputError) as refusal:
        check_label(label)
    assert refusal.value.code == "person_id"


def test_ordinary_id_is_accepted() -> None:
    check_label("board-member-1")
