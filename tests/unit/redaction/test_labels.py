"""A bare label that begins a sentence, and words that are a label only there; the same words as things or jibes stay."""

import pytest

from vetting.redaction import Redactor


@pytest.mark.parametrize(
    ("text", "board"),
    [
        ("Bi and tired of the jokes.", "[removed] and tired of the jokes."),
        ("Ace and fine with it.", "[removed] and fine with it."),
        ("Black, 6'2\", and pulled over again.", "[removed], 6'2\", and pulled over again."),
        ("My partner (29NB) cooks well.", "My [person] ([removed]) cooks well."),
        ("We speak Tagalog at home.", "We speak [removed]."),
        ("The boys' club at work never changes.", "The [removed] at work never changes."),
        ("I work with the deaf.", "I work with [removed]."),
    ],
)
def test_label_is_taken(engine: Redactor, text: str, board: str) -> None:
    assert engine.redact(text).text == board


@pytest.mark.parametrize(
    "text",
    [
        "Ace mechanic and fine driver.",
        "White, 2 bedroom, near the park.",
        "Exit 29NB is closed.",
        "I got saved by the bell.",
        "That ref was blind, deaf AND lost.",
        "Are you deaf? I said move.",
        "The blind on my window fell.",
        "My hobbies are ethics and slippers.",
        "Departed late, drifted off, retorted and was revered.",
    ],
)
def test_same_words_of_other_things_stay(engine: Redactor, text: str) -> None:
    assert engine.redact(text).text == text
