"""Ages told in passing are found; scores, prices, speeds and things are not."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction.frames import ages, bare_ages, birthdays, lifetimes, schooling
from vetting.redaction.frames.bare_ages import says_age

AGES = (ages, birthdays, bare_ages, lifetimes, schooling)


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
        "Roz, [47], Dayton, two cats",
        "the organist Abel Fenn, [93], will be buried on Friday",
        "Bio: [33]. Tulsa.",
        "[23], first flat, no furniture yet",
        "[Fifty-one], still on the boat",
        "[18] next week and can't boil an egg",
        "Salsa lessons at [64].",
        "it took me til [41] to learn to swim",
        "I was 21 at the trial and [30] when they called",
        "my nephew signed up at [18]",
        "the mayor is [79] and naps through meetings",
        "in all my [61] years I never saw that",
        "spent my whole [21st] in the garage",
        "[Retired]. Bored.",
        "[too old to learn] new knots, I am told",
        "new here! [31], she/her, from York",
        "dating at [50] is a job",
        "he looks about [fifteen] in that jacket",
        "licence today, finally [17]",
        "that kid can't be more than [16]",
        "Girl, [9], found the ring",
        "the [under-12s] lost again",
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
        "Game 7, 21 points, 16 boards",
        "June 24, Leeds, tickets left",
        "Tires at 32. Good.",
        "62, still climbing. Why is the temperature like this",
        "30 tomorrow, then rain",
        "Chapter 19, first page",
        "his 30th goal of the season",
        "our shop just turned 5",
        "at 18 we turn left",
        "60 tomorrow, shorts weather",
        "the band plays over 80s music",
        "he's at 75 and needs a strike",
        "Too old to pass inspection, this truck",
        "Happy 50th birthday to the truck in my barn",
        "the figure (20) shows the route",
    ],
)
def test_a_number_that_is_no_age_is_kept(text: str) -> None:
    assert found(text, *AGES) == []


def test_a_number_is_judged_by_its_own_sentence() -> None:
    text = "i am tired. 26 cars passed."
    start = text.index("26")
    assert not says_age(text, start, start + 2)
