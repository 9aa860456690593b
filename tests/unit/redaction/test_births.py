"""Pregnancy, birth, loss and nursing are found however they are told; pumps, deadlines and carrots are not."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction.frames import births


@pytest.mark.parametrize(
    "marked",
    [
        "she's [28 weeks] and can't tie her boots",
        "Ana's [due in June] and the vest doesn't close",
        "we [lost the baby at fourteen weeks]",
        "I [carried her sixteen weeks]",
        "nobody tells you that [pumping in a patrol car] is yoga",
        "three [embryo transfers] and a loan",
        "she had [trouble conceiving]",
        "[put me on bed rest] until Friday",
        "just before [the second birth] she fell",
        "my [third round of ivf] failed",
        "[had my tubes tied] at last",
        "the [baby is due] in May",
    ],
)
def test_a_pregnancy_is_found(marked: str) -> None:
    assert missed(marked, births) == []


@pytest.mark.parametrize(
    "text",
    [
        "I pumped gas in the rain",
        "the project is due in June",
        "they delivered our couch today",
        "we tried for the goal and missed",
        "she carried the team for sixteen weeks",
        "the baby carrots are gone",
        "rent's due in two weeks",
        "the new system was induced to fail",
    ],
)
def test_what_is_no_pregnancy_is_kept(text: str) -> None:
    assert found(text, births) == []
