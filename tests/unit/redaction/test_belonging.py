"""What people tell of where they belong is found as a phrase; the same words about something else stay."""

import pytest

from vetting.redaction.frames import belonging, patterns
from vetting.redaction.normalise import normalise
from vetting.redaction.site import Words


def rules(text: str) -> set[str]:
    return {pattern.name for pattern, _, _ in patterns.find(normalise(text), Words({}), belonging.PATTERNS)}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("same_sex", "I'm dating another man"),
        ("same_sex", "she is in love with another woman"),
        ("same_sex", "my son is sexually and emotionally attracted to other men"),
        ("dates_them", "told him i date dudes"),
        ("two_parents", "my daughter has two dads"),
        ("other_team", "I think he plays for the other team"),
        ("identifies", "they identify as the opposite sex"),
        ("new_gender", "she was born male"),
        ("served_years", "Ana did 8 in the Coast Guard and can't swim"),
        ("va_percent", "left with a 70% rating"),
        ("army_post", "I was at Fort Drum then"),
        ("soldiers_trade", "I was an 11B for six years"),
        ("union_post", "Rank and file voted no confidence"),
        ("yes_on", "phone banked for the yes on 4 people"),
        ("birthplace", "I was born and raised in Accra"),
        ("woman_in_trade", "the only woman sergeant they ever had"),
    ],
)
def test_phrase_that_tells_is_found(rule: str, text: str) -> None:
    assert f"pattern.{rule}" in rules(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("same_sex", "my girlfriend was kissing another guy"),
        ("same_sex", "my husband slept with another woman"),
        ("dates_them", "I like guys who fix their own cars"),
        ("other_team", "we left the closet door open"),
        ("identifies", "the witness identified him as the driver"),
        ("new_gender", "she wanted to be a woman of her word"),
        ("served_years", "put it in the guard rail"),
        ("va_percent", "70% off everything"),
        ("army_post", "a weekend in Fort Worth"),
        ("soldiers_trade", "apartment 11B is loud"),
        ("union_post", "steward the land"),
        ("yes_on", "no on the whole it was fine"),
        ("birthplace", "born in a barn, raised on pizza"),
        ("birthplace", "born in July"),
    ],
)
def test_same_words_about_something_else_stay(rule: str, text: str) -> None:
    assert f"pattern.{rule}" not in rules(text)
