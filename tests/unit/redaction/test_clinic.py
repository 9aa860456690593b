"""The words beside a term of health or faith: a therapist who is a dog, a bypass of a town, a priest of a game, a cross that is worn."""

from pathlib import Path

import pytest

from vetting.redaction import Redactor
from vetting.redaction.lexicon import load

ENGINE = Redactor(load(Path("config/protected-classes")), learned_rule=False)


def _taken(text: str) -> list[str]:
    return [text[s.start : s.end] for s in ENGINE.spans(text) if s.entity.startswith("PC_")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("After two heart attacks I walk more.", "two heart attacks"),
        ("My bypass was in June and I tire easily.", "bypass"),
        ("C6 quad, trains dogs.", "c6 quad"),
        ("If you are in a chair, use the ramp at the back.", "in a chair"),
        ("Home with sciatica all week.", "sciatica"),
        ("NA taught me to sit still.", "na"),
        ("Can anyone suggest a shower chair for my aunt?", "shower chair"),
        ("They took out my spleen.", "my spleen"),
        ("Had the left hip replaced.", "left hip replaced"),
        ("You don't look disabled to me.", "look disabled"),
        ("Nana no longer knows who I am.", "no longer knows who i am"),
        ("Found a mass on dad's liver.", "mass on dad's liver"),
        ("I'm fasting and the break is long.", "fasting"),
        ("She never takes off the little cross her aunt gave her.", "cross"),
        ("Off to mass with the twins.", "mass"),
        ("Our pastor reads too fast.", "pastor"),
        ("Every Christian I met there was kind.", "christian"),
        ("Thaipusam is on a workday this year.", "thaipusam"),
        ("I stopped believing when I was small.", "stopped believing"),
        ("He became a Buddhist in the academy.", "became a buddhist"),
    ],
)
def test_health_or_faith_told_plainly_is_found(text: str, told: str) -> None:
    assert any(told in part.lower() or part.lower() in told for part in _taken(text)), _taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fixing bikes is my therapy.",
        "Pottery is cheaper than a shrink.",
        "The bypass is jammed again.",
        "There is a depression in the driveway.",
        "The road crew patched a depression in the pavement.",
        "The chair in the office is broken.",
        "AA batteries, two packs.",
        "Stage three of the race is flat.",
        "A stroke of luck at the raffle.",
        "The rehab of the old kitchen took months.",
        "Cash withdrawal costs three dollars.",
        "The actor who played the priest was good.",
        "My priest needs better gear for the raid.",
        "Salah scored in the last minute.",
        "Fasting before a blood draw is no fun.",
        "He put in a cross and the striker headed it.",
        "Christian from payroll called.",
        "The church bells are loud.",
    ],
)
def test_the_same_words_of_something_else_stay(text: str) -> None:
    assert [part for part in _taken(text) if part.lower() not in {"he", "my"}] == []
