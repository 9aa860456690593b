"""No roof, debts and an erased record are found; keys, books and playoffs are not."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction.frames import hardship


@pytest.mark.parametrize(
    "marked",
    [
        "we [lived out of the Corolla] for weeks",
        "we're [three weeks behind on rent] again",
        "[Evicted] twice before I could vote",
        "[kicked us out] on Christmas",
        "[sleeping on my cousin's floor] till payday",
        "([Chapter 7] in '22, [discharged in '23].)",
        "the [juvenile adjudication] should be gone",
        "my record was [expunged] last year",
        "the judge [sealed my record] in May",
        "the court [pardoned me] last year",
        "[nolled in] court last May",
    ],
)
def test_hardship_is_found(marked: str) -> None:
    assert missed(marked, hardship) == []


@pytest.mark.parametrize(
    "text",
    [
        "lost my house keys again",
        "chapter 7 of the book drags",
        "I'm behind on three shows",
        "evicted from the playoffs",
        "he was kicked out of the bar",
        "they erased the whiteboard",
        "the judge wiped his glasses",
        "my record collection is sealed in plastic",
        "sleeping in on Sunday",
    ],
)
def test_what_is_no_hardship_is_kept(text: str) -> None:
    assert found(text, hardship) == []
