"""Soft misspellings: a slip in a long term is known, an ordinary word that is one slip away from a term is not."""

import pytest

from vetting.redaction import Redactor
from vetting.redaction.misspelt import corrections, spellings


def test_a_slip_in_a_long_term_is_known() -> None:
    assert corrections(["medication"], frozenset())["medicaton"] == "medication"


def test_the_first_letter_never_slips() -> None:
    assert all(made.startswith("m") for made in spellings("medication"))


def test_a_word_of_the_lexicon_is_no_misspelling() -> None:
    assert "mediction" not in corrections(["medication"], frozenset({"mediction"}))


@pytest.mark.parametrize(
    "word",
    [
        "harder",
        "premise",
        "singular",
        "mediation",
        "singers",
        "stemming",
        "migrate",
        "canvas",
        "departing",
        "rupture",
        "salesman",
        "flames",
        "invite",
        "packets",
    ],
)
def test_an_ordinary_word_is_no_misspelling(engine: Redactor, word: str) -> None:
    assert engine.spans(f"we saw {word} there") == ()
