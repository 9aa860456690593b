"""The agency's keys."""

import json
import re
import stat
from pathlib import Path

import pytest

from vetting.errors import InputError, IntegrityError, PolicyError
from vetting.keys.agency import AgencyKeys, read_agency_public
from vetting.keys.locked import UNSAFE_FAST
from vetting.keys.person import PersonKey
from vetting.keys.show import public_part

PHRASE = "a synthetic passphrase of words"


@pytest.fixture
def keys() -> AgencyKeys:
    return AgencyKeys.create("Synthetic Police Department")


@pytest.fixture
def path(keys: AgencyKeys, tmp_path: Path) -> Path:
    keys.save(tmp_path / "agency.key.json", PHRASE, unsafe_cost=UNSAFE_FAST)
    return tmp_path / "agency.key.json"


def test_saved_keys_load_whole(keys: AgencyKeys, path: Path) -> None:
    loaded = AgencyKeys.load(path, PHRASE, unsafe_cost=UNSAFE_FAST)
    assert loaded.public == keys.public
    assert loaded.vault_kek == keys.vault_kek
    assert len(loaded.vault_kek) == 32
    assert loaded.log_private.private_bytes_raw() == keys.log_private.private_bytes_raw()
    assert loaded.release_private.private_numbers() == keys.release_private.private_numbers()


def test_files_lie_side_by_side_with_their_modes(keys: AgencyKeys, path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_agency_public(path.with_name("agency.pub.json")) == keys.public


def test_two_agencies_share_no_key() -> None:
    first, second = (AgencyKeys.create("Synthetic Police Department") for _ in range(2))
    assert first.public.fingerprint != second.public.fingerprint
    assert first.public.log_key != second.public.log_key
    assert first.public.release_key != second.public.release_key
    assert first.vault_kek != second.vault_kek


def test_repr_shows_no_secret(keys: AgencyKeys) -> None:
    assert "rivate" not in repr(keys)
    assert "kek" not in repr(keys)


def test_wrong_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(PolicyError) as refusal:
        AgencyKeys.load(path, "another passphrase", unsafe_cost=UNSAFE_FAST)
    assert refusal.value.code == "wrong_passphrase"


def test_file_of_low_cost_is_refused_in_production(path: Path) -> None:
    with pytest.raises(PolicyError) as refusal:
        AgencyKeys.load(path, PHRASE)
    assert refusal.value.code == "weak_key_file"


def test_key_of_a_person_is_not_the_agencys(tmp_path: Path) -> None:
    PersonKey.create("board-1").save(tmp_path / "k.json", PHRASE, unsafe_cost=UNSAFE_FAST)
    with pytest.raises(InputError) as refusal:
        AgencyKeys.load(tmp_path / "k.json", PHRASE, unsafe_cost=UNSAFE_FAST)
    assert refusal.value.code == "wrong_kind_of_key"


def test_private_file_given_as_public_is_refused(path: Path) -> None:
    with pytest.raises(PolicyError) as refusal:
        read_agency_public(path)
    assert refusal.value.code == "private_key_given"


@pytest.mark.parametrize("part", ["agency", "origin", "log_key", "log_verifier", "release_key", "fingerprint"])
def test_public_file_with_one_part_of_another_agency_is_refused(keys: AgencyKeys, tmp_path: Path, part: str) -> None:
    other = AgencyKeys.create("Another Synthetic Department").public.model_dump(mode="json")
    mixed = {**keys.public.model_dump(mode="json"), part: other[part]}
    (tmp_path / "p.json").write_text(json.dumps(mixed))
    with pytest.raises(InputError) as refusal:
        read_agency_public(tmp_path / "p.json")
    assert refusal.value.code == "not_a_key_file"


def test_release_key_off_the_curve_is_refused(keys: AgencyKeys, tmp_path: Path) -> None:
    public = keys.public
    off = public.release_key.model_copy(update={"y": public.release_key.x})
    bad = type(public).of(public.agency, public.origin, public.log_key, off)
    (tmp_path / "p.json").write_text(bad.model_dump_json())
    with pytest.raises(IntegrityError) as refusal:
        read_agency_public(tmp_path / "p.json")
    assert refusal.value.code == "weak_key"


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("Synthetic  Police\tDepartment", "vetting-log/synthetic-police-department"),
        ("Städtische Polizei + Co.", "vetting-log/stadtische-polizei-co"),
        ("警察", "vetting-log/agency"),
        ("x" * 200, "vetting-log/" + "x" * 80),
    ],
)
def test_origin_is_made_of_the_name(name: str, origin: str) -> None:
    public = AgencyKeys.create(name).public
    assert public.origin == origin
    assert re.fullmatch(r"[^ +]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+", public.log_verifier)


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "bell\x07", "turn\u202eed"])
def test_name_that_cannot_be_shown_is_refused(name: str) -> None:
    with pytest.raises(InputError) as refusal:
        AgencyKeys.create(name)
    assert refusal.value.code == "agency_name"


def test_public_part_of_any_key_file_is_shown(keys: AgencyKeys, path: Path) -> None:
    for file in (path, path.with_name("agency.pub.json")):
        shown = dict(public_part(file))
        assert shown["Agency"] == "Synthetic Police Department"
        assert shown["Fingerprint"].replace(" ", "") == keys.public.fingerprint
