"""A colour counts where it is said of people and nowhere else."""

from collections.abc import Callable

import pytest

from vetting.redaction.contexts.colours import colour_of_people
from vetting.redaction.site import Site


@pytest.mark.parametrize(
    "text",
    [
        "a [black] man crossed the road",
        "the only [black] dispatcher on nights",
        "my boss is [white]",
        "I'm [black] and tired",
        "she is gay, [black] and Jewish",
        "all [white] neighbours waved",
        "a [black] guy's wallet",
        "why is there no [brown] doctor here",
        "married a [white]",
        "hire more [black] lieutenants",
    ],
)
def test_colour_said_of_a_person_counts(at: Callable[[str], Site], text: str) -> None:
    assert colour_of_people(at(text))


@pytest.mark.parametrize(
    "text",
    [
        "a [black] truck crossed the road",
        "the [white] paint is dry",
        "her car is [black]",
        "the ceiling is [white]",
        "a [black] printer and two markers",
        "photos in [black] and white",
        "the [brown] leather couch",
        "it turned [white] overnight",
        "a [black] counter top",
        "wear [black] on Friday",
    ],
)
def test_colour_of_a_thing_stays(at: Callable[[str], Site], text: str) -> None:
    assert not colour_of_people(at(text))
