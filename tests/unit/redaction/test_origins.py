"""Names of peoples and countries come from territory data and spelling rules."""

import pytest

from vetting.redaction import origins


@pytest.mark.parametrize(
    "word",
    [
        "italian",
        "kenyan",
        "mexican",
        "french",
        "icelander",
        "peruvian",
        "ukrainian",
        "israeli",
        "congolese",
        "haitian",
        "thai",
        "swiss",
        "pakistani",
        "hungarian",
        "ghanaian",
    ],
)
def test_demonym_is_derived(word: str) -> None:
    assert word in origins.terms("demonyms")


@pytest.mark.parametrize("word", ["turkey", "jordan", "chad", "china", "georgia"])
def test_country_with_another_meaning_is_set_apart(word: str) -> None:
    assert word in origins.terms("homonyms")
    assert word not in origins.terms("countries")


@pytest.mark.parametrize("word", ["polish", "pole", "english", "american", "slave", "even"])
def test_word_with_another_meaning_is_no_plain_demonym(word: str) -> None:
    assert word not in origins.terms("demonyms")
    assert word not in origins.terms("peoples")


@pytest.mark.parametrize("city", ["lagos", "kyiv", "havana", "buenos aires", "tehran"])
def test_city_abroad_comes_from_time_zone_data(city: str) -> None:
    assert city in origins.terms("cities")


@pytest.mark.parametrize("word", ["new york", "chicago", "toronto", "easter", "christmas", "stanley", "norfolk"])
def test_city_at_home_and_other_word_is_no_city_abroad(word: str) -> None:
    assert word not in origins.terms("cities")


def test_fingerprint_changes_with_every_list() -> None:
    said = set(origins.fingerprint())
    assert {"lagos", "mexican", "navajo", "uruguay"} <= said
