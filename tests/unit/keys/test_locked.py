"""The container's own promises: cost within bounds, header authenticated, no downgrade."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from vetting.errors import PolicyError, VettingError
from vetting.keys import locked
from vetting.keys.locked import HIGHEST, STANDARD, UNSAFE_FAST, ScryptCost, is_locked, lock, unlock

PHRASE = "a synthetic passphrase of words"
FILE = lock("person", {"a": 1}, b"secret", PHRASE, unsafe_cost=UNSAFE_FAST)


def parsed() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(FILE)
    return value


def test_lock_and_unlock_at_the_standard_cost() -> None:
    value = json.loads(lock("person", {"a": 1}, b"secret", PHRASE))
    assert (value["kdf"]["n"], value["kdf"]["r"], value["kdf"]["p"]) == (2**17, 8, 1)
    assert unlock(value, "person", PHRASE) == b"secret"


def test_two_files_of_one_secret_have_nothing_in_common() -> None:
    first, second = (json.loads(lock("person", {}, b"secret", PHRASE, unsafe_cost=UNSAFE_FAST)) for _ in range(2))
    assert first["kdf"]["salt"] != second["kdf"]["salt"]
    assert first["cipher"]["nonce"] != second["cipher"]["nonce"]
    assert first["ciphertext"] != second["ciphertext"]


def test_file_of_low_cost_is_refused_without_the_tests_argument() -> None:
    with pytest.raises(PolicyError) as refusal:
        unlock(parsed(), "person", PHRASE)
    assert refusal.value.code == "weak_key_file"


@pytest.mark.parametrize(
    "cost",
    [
        STANDARD._replace(n=2**16),
        STANDARD._replace(r=4),
        STANDARD._replace(p=0),
        STANDARD._replace(n=2**17 + 1),
        STANDARD._replace(n=HIGHEST.n * 2),
        STANDARD._replace(r=HIGHEST.r + 1),
        STANDARD._replace(p=HIGHEST.p + 1),
        STANDARD._replace(n=2**40),
        STANDARD._replace(n=-1),
        STANDARD._replace(n=True),
        STANDARD._replace(n=float(2**17)),  # type: ignore[arg-type]
        STANDARD._replace(n="131072"),  # type: ignore[arg-type]
        STANDARD._replace(n=None),  # type: ignore[arg-type]
    ],
)
def test_cost_out_of_bounds_is_refused_before_it_is_spent(cost: ScryptCost, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError("scrypt was started")

    monkeypatch.setattr(locked, "_derive", never)
    value = parsed()
    value["kdf"].update(cost._asdict())
    with pytest.raises(PolicyError) as refusal:
        unlock(value, "person", PHRASE)
    assert refusal.value.code == "weak_key_file"


@pytest.mark.parametrize(("part", "name"), [("kdf", "pbkdf2"), ("kdf", "none"), ("cipher", "AES-128-GCM")])
def test_other_algorithm_is_refused(part: str, name: str) -> None:
    value = parsed()
    value[part]["name"] = name
    with pytest.raises(PolicyError) as refusal:
        unlock(value, "person", PHRASE, unsafe_cost=UNSAFE_FAST)
    assert refusal.value.code == "weak_key_file"


def test_locked_file_turned_into_an_open_one_is_refused() -> None:
    value = parsed()
    value["secret"] = value.pop("ciphertext")
    assert not is_locked(value)
    with pytest.raises(VettingError) as refusal:
        unlock(value, "person", PHRASE, unsafe_cost=UNSAFE_FAST)
    assert refusal.value.code == "key_not_protected"


@pytest.mark.parametrize("change", [{"public": {"a": 2}}, {"more": 1}])
def test_altered_header_does_not_open(change: dict[str, object]) -> None:
    with pytest.raises(PolicyError) as refusal:
        unlock({**parsed(), **change}, "person", PHRASE, unsafe_cost=UNSAFE_FAST)
    assert refusal.value.code == "wrong_passphrase"


@pytest.mark.parametrize("gone", ["kdf", "cipher", "format", "version", "kind"])
def test_missing_part_is_refused(gone: str) -> None:
    value = parsed()
    del value[gone]
    with pytest.raises(VettingError):
        unlock(value, "person", PHRASE, unsafe_cost=UNSAFE_FAST)


@pytest.mark.parametrize("value", [None, 1, "x", [], {"n": 16}])
def test_malformed_kdf_is_refused(value: object) -> None:
    with pytest.raises(VettingError):
        unlock({**parsed(), "kdf": value}, "person", PHRASE, unsafe_cost=UNSAFE_FAST)


@hypothesis_settings(max_examples=200, deadline=None)
@given(position=st.integers(0, len(FILE) - 1), bit=st.integers(0, 7))
def test_any_flipped_bit_is_refused(position: int, bit: int) -> None:
    altered = bytearray(FILE)
    altered[position] ^= 1 << bit
    try:
        value = json.loads(bytes(altered))
    except ValueError:
        return
    with pytest.raises(VettingError):
        unlock(value, "person", PHRASE, unsafe_cost=UNSAFE_FAST)
