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
    assert forms("pray for", "v") == ("pray for", "prays for", "prayed for", "praying for", "prayin for")


@pytest.mark.parametrize(
    ("term", "made"),
    [
        ("having a baby", ("having a baby", "havin a baby")),
        ("praying", ("praying", "prayin")),
        ("king of kings", ("king of kings",)),
        ("raising", ("raising",)),
        ("string band", ("string band",)),
    ],
)
def test_ending_without_its_g_is_known_where_it_makes_no_other_word(term: str, made: tuple[str, ...]) -> None:
    assert forms(term, "") == made
