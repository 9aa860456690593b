"""Whose side somebody is on goes; a golf green, a contractor and a council's own vote stay."""

from collections.abc import Callable

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction.contexts.sides import TESTS
from vetting.redaction.frames import polls
from vetting.redaction.site import Site


@pytest.mark.parametrize(
    ("test", "text", "holds"),
    [
        ("sided", "Proudly [NDP] since school.", True),
        ("sided", "The [NDP] tabled a bill.", False),
        ("party_in_the_way", "[The Greens] want my grill gone.", True),
        ("party_in_the_way", "[the greens] want more water.", False),
        ("independent_voter", "I'm an [independent].", True),
        ("independent_voter", "She is so [independent].", False),
        ("not_voted_for", "I [didn't vote for] the mayor.", True),
        ("not_voted_for", "I [didn't vote for] that pie.", False),
        ("houses_side", "We are a [Biden household].", True),
        ("houses_side", "Mr [Biden household] goods.", False),
        ("not_of_style", "He is so [conservative] on guns.", True),
        ("not_of_style", "A [conservative] haircut.", False),
        ("not_voted_by_a_body", "My uncle [voted against] it.", True),
        ("not_voted_by_a_body", "The council [voted against] it.", False),
    ],
)
def test_side_is_told_by_its_frame(at: Callable[[str], Site], test: str, text: str, holds: bool) -> None:
    assert TESTS[test](at(text)) is holds


@pytest.mark.parametrize(
    "marked",
    [
        "we voted [no on the library bond] here",
        "voting [yes for the fire levy] on Tuesday",
        "Rep. Una Dray, [R]-Millfield, was there",
        "Sen. Bo Carr ([D]-Eastham) spoke",
        "I gave thirty bucks [to the Dray campaign]",
        "she volunteered on [the Dray campaign] all fall",
    ],
)
def test_vote_gift_and_letter_are_found(marked: str) -> None:
    assert missed(marked, polls) == []


@pytest.mark.parametrize(
    "text",
    [
        "council voted 5-2 for the budget",
        "the committee voted yes on the budget",
        "gave twenty bucks to the coat campaign",
        "Rep. Dray cut the ribbon",
        "our D&D campaign ended at midnight",
        "I worked on a marketing campaign for shoes",
        "yes on the phone, no in person",
    ],
)
def test_other_votes_and_campaigns_stay(text: str) -> None:
    assert found(text, polls) == []
