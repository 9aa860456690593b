"""Spelling rules of derived forms."""

import pytest

from vetting.redaction.morphology import forms, plural


@pytest.mark.parametrize(
    ("word", "many"),
    [
        ("jew", "jews"),
        ("lady", "ladies"),
        ("church", "churches"),
        ("policewoman", "policewomen"),
        ("german", "germans"),
        ("child", "children"),
        ("black american", "black americans"),
        ("diagnosis", "diagnoses"),
    ],
)
def test_plural_follows_the_spelling(word: str, many: str) -> None:
    assert plural(word) == many


def test_verb_forms_inflect_the_first_word() -> None:
    assert forms("pray for", "v") == ("pray for", "prays for", "prayed for", "praying for")
