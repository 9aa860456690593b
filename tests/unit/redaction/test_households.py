"""Children, parents, couples and their ends are found; bands, work and weekends are not."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction.frames import couples, households


@pytest.mark.parametrize(
    "marked",
    [
        "I'm a [mother of two] here",
        "[raising three boys alone]",
        "my ex gets [every other weekend]",
        "we [share custody] of nothing else",
        "lost [custody of my daughter] last year",
        "I'm the [stay-at-home] one",
        "my parents are [getting divorced]",
        "[Engaged]!!! he hid the ring",
        "[been together for six years]",
        "we [broke up] a month ago",
        "he [cheated on me] with a coworker",
        "[twice divorced] and once bitten",
        "I [lost my wife] in March",
    ],
)
def test_a_family_is_found(marked: str) -> None:
    assert missed(marked, households, couples) == []


@pytest.mark.parametrize(
    "text",
    [
        "I am in custody of the last donut",
        "we play every other weekend",
        "the band broke up in 2009",
        "he broke up the fight",
        "I broke up two drunk guys at the bar",
        "we broke up a couple of fights tonight",
        "I cheated on the exam",
        "we worked together for six years",
        "stay-at-home order extended",
        "engaged the suspect at the gate",
        "single-digit temps again",
    ],
)
def test_what_is_no_family_is_kept(text: str) -> None:
    assert found(text, households, couples) == []
