"""The context tests of age, family, health, harm and hardship, in both directions."""

from collections.abc import Callable

import pytest

from vetting.redaction.contexts.circumstances import TESTS
from vetting.redaction.site import Site


@pytest.mark.parametrize(
    ("test", "text", "holds"),
    [
        ("not_accused", "I grew up with [domestic violence].", True),
        ("not_accused", "I was arrested for [domestic violence].", False),
        ("not_accused", "He took a [domestic violence] charge.", False),
        ("not_accused", "My [abuser] was arrested today.", True),
        ("not_at_work", "My [partner] left me in May.", True),
        ("not_at_work", "My [partner] and I took the call.", False),
        ("of_people", "She is [too old] for this.", True),
        ("of_people", "This laptop is [too old] for this.", False),
        ("of_own_money", "We went [bankrupt] after the hospital.", True),
        ("of_own_money", "The company went [bankrupt] in March.", False),
        ("suffered", "He [gaslit] me for years.", True),
        ("suffered", "[Gaslighting] by that network again.", False),
        ("not_in_play", "She [beat me] with a belt.", True),
        ("not_in_play", "She [beat me] at chess.", False),
        ("birth_near", "Wife got [induced] at 39 weeks.", True),
        ("birth_near", "The coma was [induced] on purpose.", False),
        ("not_pet", "We [adopted] in June.", True),
        ("not_pet", "We [adopted] a dog in June.", False),
        ("not_stars", "They told me it is [cancer].", True),
        ("not_stars", "Horoscope for [cancer] and leo.", False),
        ("of_health", "I have a [relapse] every spring.", True),
        ("of_health", "Fined for driving [impaired].", False),
        ("of_a_person", "My brother keeps [relapsing].", True),
        ("of_a_person", "Prices are [relapsing].", False),
        ("told_of_self", "[Evicted] twice before I could vote.", True),
        ("told_of_self", "Council [evicted] the squatters.", False),
        ("of_a_body", "My [treatment] starts Monday.", True),
        ("of_a_body", "His [treatment] of women is vile.", False),
    ],
)
def test_context_is_asked(at: Callable[[str], Site], test: str, text: str, holds: bool) -> None:
    assert TESTS[test](at(text)) is holds
