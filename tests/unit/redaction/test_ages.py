"""Ages told in passing are found; scores, prices, speeds and things are not."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction import ages, bare_ages, birthdays, schooling
from vetting.redaction.bare_ages import says_age

AGES = (ages, birthdays, bare_ages, schooling)


@pytest.mark.parametrize(
    "marked",
    [
        "my sister ([17]) has the keys",
        "my roommate (also [24]) never cleans",
        "she's only [26], why does my back hurt",
        "we're both [38] now",
        "he is like [22] lol",
        "got carded at [45], made my week",
        "she gave her baby up [at nineteen] and still writes",
        "Walt's [eighty-one] and the last guy who remembers",
        "[pushing sixty] and proud",
        "[67] and never felt better",
        "my kids are [4 and 7] and saw it all",
        "my neighbor, [34], called it in",
        "[born the year of the moon landing], that one",
        "Nana's [ninety-fourth] is Sunday",
        "I'm a [1987 model] with high mileage",
        "he's [older than half the recruits] here",
        "hit [the big five-oh] on Monday",
        "I've been a cop since [before you were born], kid",
        "my daughter is [in kindergarten] now",
        "on every form since [kindergarten]",
        "I started [in 5th grade] and quit",
    ],
)
def test_an_age_is_found(marked: str) -> None:
    assert missed(marked, *AGES) == []


@pytest.mark.parametrize(
    "text",
    [
        "the dress was priced at 45, which I refused to pay",
        "she is 45 minutes late",
        "the Celtics are 40 and 12",
        "we're 22 and 10 this season",
        "he's 20 points up",
        "it turned 40 degrees overnight? no, it is 40 out here",
        "my phone is at 20 and dying",
        "he scored 32 and lost",
        "doing 80 at mile marker 45, you were",
        "pushing 90 mph on the highway",
        "the radio is older than most cars here",
        "had a knife on me in high school once",
        "exit 35 and then left",
        "the figure (20) shows the route",
    ],
)
def test_a_number_that_is_no_age_is_kept(text: str) -> None:
    assert found(text, *AGES) == []


def test_a_number_is_judged_by_its_own_sentence() -> None:
    text = "i am tired. 26 cars passed."
    start = text.index("26")
    assert not says_age(text, start, start + 2)
