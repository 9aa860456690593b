"""Words with other senses count near their topic or said of a person; a demand is conduct and stays."""

from collections.abc import Callable

import pytest

from vetting.redaction.contexts.groups import TESTS
from vetting.redaction.site import Site


@pytest.mark.parametrize(
    ("test", "text"),
    [
        ("deported_person", "my cousin was [deported] in May"),
        ("deported_person", "he is facing [deportation]"),
        ("came_out_person", "I [came out] to my parents"),
        ("came_out_person", "when he [came out] as gay nobody cared"),
        ("came_out_person", "[coming out] was hard"),
        ("transitions", "she [transitioned] last year"),
        ("transitions", "let a child [transition] so young"),
        ("part_of_me", "half [Polish] and proud"),
        ("part_of_me", "25 % [Greek]"),
        ("said_of_somebody", "it's not that you're [bi] its that you can't choose"),
        ("faith_near", "the [messiah] of our church"),
        ("politics_near", "we [canvassed] for the senator"),
        ("labor_near", "the [dues] of the union"),
        ("military_near", "his [deployment] with the Navy"),
        ("gender_near", "started [hormones] before her transition"),
        ("slashed", "my pronouns are [she/they]"),
        ("person_before", "my husband is [deployed]"),
        ("said_of_forces", "she joined the [navy]"),
        ("transitions", "stop [transitioning] kids"),
        ("called_names", "that [bitch] in records lost it"),
        ("called_names", "she's such a [bitch]"),
    ],
)
def test_word_counts_in_its_context(at: Callable[[str], Site], test: str, text: str) -> None:
    assert TESTS[test](at(text))


@pytest.mark.parametrize(
    ("test", "text"),
    [
        ("deported_person", "they should all be [deported]"),
        ("deported_person", "they need to get [deported]"),
        ("came_out_person", "the film [came out] in May"),
        ("came_out_person", "she [came out] and hit me"),
        ("came_out_person", "he [came out] to the range with us"),
        ("transitions", "I [transitioned] to night shift"),
        ("transitions", "a smooth [transition]"),
        ("part_of_me", "the nail [polish]"),
        ("said_of_somebody", "a [bi] weekly meeting"),
        ("faith_near", "he's not the [messiah]"),
        ("politics_near", "we [canvassed] the block for witnesses"),
        ("labor_near", "gym [dues] went up"),
        ("military_near", "the [deployment] of version two failed"),
        ("gender_near", "plants have [hormones]"),
        ("slashed", "I told her [she they] left"),
        ("person_before", "officers were [deployed] downtown"),
        ("said_of_forces", "an [army] of ants"),
        ("transitions", "the office is [transitioning] the servers"),
        ("called_names", "parking there is a [bitch]"),
        ("called_names", "son of a [bitch]"),
    ],
)
def test_word_stays_in_another(at: Callable[[str], Site], test: str, text: str) -> None:
    assert not TESTS[test](at(text))
