"""An attack is told from a word about oneself and from a neutral one."""

import pytest

from vetting.redaction.contexts.stance import disparaged
from vetting.redaction.normalise import normalise
from vetting.redaction.site import Words

WORDS = Words({"hostile": frozenset({"hate", "vermin", "scum"})})


def attacked(text: str, term: str) -> bool:
    start = text.index(term)
    return disparaged(normalise(text), start, start + len(term), WORDS)


@pytest.mark.parametrize(
    "text", ["I hate gays", "the gays are vermin", "gays 🤮", "all of them are scum, these gays too"]
)
def test_hostile_sentence_is_an_attack(text: str) -> None:
    assert attacked(text, "gays")


@pytest.mark.parametrize(
    "text",
    [
        "the gays next door made soup",
        "Two gays got married. I hate rain",
        "gays, lovely people 🎉",
    ],
)
def test_neutral_sentence_is_none_even_beside_a_hostile_one(text: str) -> None:
    assert not attacked(text, "gays")


@pytest.mark.parametrize(
    "text", ["I'm gay and I hate mornings", "as a gay I hate this", "we're very gay and hate beans"]
)
def test_word_about_oneself_is_never_an_attack(text: str) -> None:
    assert not attacked(text, "gay")
