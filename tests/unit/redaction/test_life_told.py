"""What people tell of harm, need, birth, family and age in their own words is found; sport, things and others' work stay."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction.frames import aid, expecting, kinships, lifetimes, wounds

SUBJECTS = (aid, expecting, kinships, lifetimes, wounds)


@pytest.mark.parametrize(
    "marked",
    [
        "he [locked us in the basement] for a night",
        "mum's new fella [used a belt on us]",
        "she told the detective about the night he [broke my collarbone]",
        "my dad [held my head under] the tap",
        "the [beatings] started again when he lost his job",
        "my [black eye] and his apology came together",
        "she [escaped a trafficker] and opened a bakery",
        "my old coach [touched me] and nobody asked",
        "I got [groomed] by a man from church",
        "three years [free of him] and sleeping well",
        "he [sold me for] rent",
        "his [ankle monitor pings my phone] at dinner",
        "she wore [long sleeves to cover the marks]",
        "they said [if I left he'd burn the house]",
        "fellow [survivors], write to me",
    ],
)
def test_harm_told_by_its_traces_is_found(marked: str) -> None:
    assert missed(marked, *SUBJECTS) == []


@pytest.mark.parametrize(
    "marked",
    [
        "we rented on [section 8] then",
        "raised on the [dole] and proud of it",
        "I hate [benefit scroungers], said the banker",
        "my [medicaid card] was cut off",
        "we stood at the [food bank] in the rain",
        "[slept two winters in a storage unit] with a heater",
        "a camp [under the overpass] was my address",
        "[back on the street] since the hostel shut",
        "[Chapter 7] saved my credit in the end",
        "they [repossessed my truck] at dawn",
        "[in and out of juvie] until I met a good teacher",
        "a [petition for expungement] costs more than rent",
        "my [OPT runs] out before the visa comes",
        "[my N-400] is somewhere in a drawer",
    ],
)
def test_need_and_papers_are_found(marked: str) -> None:
    assert missed(marked, *SUBJECTS) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[33 weeks] and the boots do not close",
        "I'm [30 weeks] and they gave me the night desk",
        "[found out I was six weeks] at the range",
        "the twins were [born nine weeks early]",
        "a lock and a chair, a room [to pump] in",
        "[pumping in the back] of the van again",
        "[my period is four days late]",
        "I can't stop thinking of the baby we [lost at 15 weeks]",
        "[not able to conceive] without a loan",
        "I'm [nursing] every two hours and the baby has teeth",
        "[baby Ortiz coming in May]",
    ],
)
def test_pregnancy_in_short_words_is_found(marked: str) -> None:
    assert missed(marked, *SUBJECTS) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[custody weekend] means pancakes",
        "my [foster brother] taught me to drive",
        "[three under four] and no sleep",
        "I have two [grown sons] up north",
        "after the [separation] I learned to cook",
        "[our anniversary] dinner was a gas station burrito",
        "happily [single] and staying so",
        "[the baby] woke up at four again",
        "widowed [at 44], remarried never",
        "[sixty-ish] man in a hat",
        "Nana is [93] and plays cards for money",
        "the [under 40s] never call",
        "hi all, [61] here, first post",
        "my brother (deaf, [27]) was cuffed",
        "[retired] since 2012 and bored",
        "[retirement countdown]: nine shifts",
        "a bride in [1968] and a widow now",
        "[senior bingo] on Thursdays",
    ],
)
def test_family_and_age_are_found(marked: str) -> None:
    assert missed(marked, *SUBJECTS) == []


@pytest.mark.parametrize(
    "text",
    [
        "pumping gas in the back of the station",
        "12 weeks and the kitchen project is still not done",
        "the fourth transfer on this bus route is late",
        "nobody could conceive of a worse plan",
        "row 4 of section 8, best view in the stadium",
        "a deputy did a welfare check on the shed",
        "volunteer at the food bank on Saturday",
        "the separation of church and state",
        "two under par at the turn",
        "happy anniversary to the store",
        "drugs are back on the streets",
        "the survivors of the crash were picked up by boat",
        "black eye for the league this season",
        "the dog got groomed by the lady on Fifth",
        "locked my keys in the trunk again",
        "I locked him in the car as a joke",
        "dad took off his belt at the airport",
        "doors open at 19 and close at 23",
        "the exit at 30 is closed",
        "Retired 12 straight batters",
        "Retired number 12 hangs from the rafters",
        "55 feels like 40 with this wind",
        "the company filed for bankruptcy in May",
        "foster a kitten this spring",
        "opt out of the emails",
    ],
)
def test_what_tells_nothing_stays(text: str) -> None:
    assert found(text, *SUBJECTS) == []
