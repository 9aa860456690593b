"""Words of a life that are lightly said of films, coops, mains and machines stay; said of a person they go."""

import pytest

from vetting.redaction import Redactor

STAYS = (
    "Salah scored twice in the second half",
    "It is never lupus on that series",
    "Water broke through the main on Elm",
    "Egg retrieval from the coop is a chore",
    "Wedding DJ played the same song twice",
    "The church parking lot floods",
    "Bingo at the VFW hall got loud",
    "The server had a stroke at noon",
    "Wallet in recovery after the sale",
    "This yard is cheaper than therapy",
    "The whole stadium sang in unison",
    "Signing the card for Brenda, what to write",
    "The possum under the deck has had eleven babies",
    "Mr Whippy is parked by the pier",
    "Left wing of the plane was icy",
)
GOES = (
    "My priest blessed the new truck",
    "She has lupus and a good lawyer",
    "My water broke at work",
    "Our wedding was in May",
    "He had a stroke at noon",
    "I go to church on Elm",
    "I am in recovery, two years",
    "My therapy ended in June",
    "My sister has eleven babies",
)


@pytest.mark.parametrize("text", STAYS)
def test_aside_stays(engine: Redactor, text: str) -> None:
    """The other sense has no class."""
    assert [text[s.start : s.end] for s in engine.spans(text) if s.entity.startswith("PC_")] == []


@pytest.mark.parametrize("text", GOES)
def test_same_word_of_a_person_goes(engine: Redactor, text: str) -> None:
    """The word keeps its class where a person is meant."""
    assert any(s.entity.startswith("PC_") for s in engine.spans(text))
