"""Opening, where nothing is wrong, and what is asked for beyond that."""

import pytest

from tests.simulators.sealing import agency, publics, readers, summary_for
from vetting.errors import IntegrityError, PolicyError
from vetting.keys.person import PersonKey
from vetting.sealing.open import open_sealed
from vetting.sealing.seal import seal

AGENCY = agency()
BOARD = readers(3)
SUMMARY = summary_for(publics(BOARD), version=3)
SEALED = seal(SUMMARY, publics(BOARD), AGENCY)


@pytest.mark.parametrize("reader", range(3))
def test_every_reader_gets_the_same_summary(reader: int) -> None:
    assert open_sealed(SEALED, BOARD[reader], AGENCY.public) == SUMMARY


def test_expectations_that_hold_change_nothing() -> None:
    opened = open_sealed(
        SEALED, BOARD[0], AGENCY.public, expect_case="round-1-c4", expect_round="round-1", least_version=3
    )
    assert opened == SUMMARY


@pytest.mark.parametrize(
    ("expect", "code"),
    [
        ({"expect_case": "round-1-c5"}, "wrong_case"),
        ({"expect_round": "round-2"}, "wrong_round"),
        ({"least_version": 4}, "superseded"),
    ],
)
def test_expectation_that_does_not_hold_is_refused(expect: dict[str, str], code: str) -> None:
    with pytest.raises(IntegrityError) as refusal:
        open_sealed(SEALED, BOARD[0], AGENCY.public, **expect)  # type: ignore[arg-type]
    assert refusal.value.code == code


def test_removed_reader_is_told_so_and_not_what_is_inside() -> None:
    left = BOARD[:2]
    again = seal(summary_for(publics(left), version=4), publics(left), AGENCY)
    with pytest.raises(PolicyError) as refusal:
        open_sealed(again, BOARD[2], AGENCY.public)
    assert refusal.value.code == "not_a_reader"
    assert "round-1" not in refusal.value.diagnostics()


def test_new_keys_do_not_open_what_was_sealed_to_the_old() -> None:
    with pytest.raises(PolicyError) as refusal:
        open_sealed(SEALED, PersonKey.create("board-1"), AGENCY.public)
    assert refusal.value.code == "not_a_reader"
