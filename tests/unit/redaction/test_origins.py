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
