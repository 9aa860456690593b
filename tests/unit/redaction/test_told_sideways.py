"""Service, union, politics, health, faith, descent and love told in short words of their own; the same words of other things stay."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction.contexts.nearby import both, far, near
from vetting.redaction.frames import bodies, forces, organised, peoples, polls, selves, worship

SIDEWAYS = (forces, organised, polls, bodies, worship, peoples, selves)


@pytest.mark.parametrize(
    "marked",
    [
        "grandpa [landed at Anzio] and hated boats",
        "I was an [HM2] in the navy",
        "summers at [Fort Sill] were long",
        "[the Navy wife] upstairs bakes",
        "my husband is [on a destroyer] until June",
        "my [vet neighbor] fixed the gate",
        "[C&P exam] on Tuesday",
        "four of us from [3/5] met up",
        "[IBEW 349] picnic today",
        "[rank & file] said no",
        "our [steward] told us to sit down at the grievance hearing",
        "that [scab] drove through our picket",
        "we [filed two grievances] over the shift",
        "a [lifelong Repub] in my book club",
        "[red down the ballot] again",
        "gave [$40 to Maria's campaign] last night",
        "we fought over [Prop 47] at dinner",
        "[day 60] and my sponsor cried",
        "my [stutter] shows on the radio",
        "[sitting volleyball] on Sundays",
        "my [Dexcom] beeped, diabetes never sleeps",
        "the [nonverbal] kids ride first",
        "[therapist appointment] at four",
        "[fasting until sunset] again",
        "[Mass] at 9 and then fishing",
        "she wears a [cross necklace] on shift",
        "the priest gave him [last rites]",
        "an [enrolled Choctaw] cop I know",
        "I'm from [Lahore], ask me about it",
        "a [Ghanaian] wedding lasts three days",
        "grandma came over [on a raft] with two kids",
        "[the F on my license] is new",
        "[day 12 on T] and my voice drops",
        "saw [two men holding hands] at the park",
        "[Hot flash] in full gear",
    ],
)
def test_what_is_told_sideways_is_found(marked: str) -> None:
    assert missed(marked, *SIDEWAYS) == []


@pytest.mark.parametrize(
    "text",
    [
        "the army of ants ate the fort of sand",
        "Navy never lost that football game by 3",
        "my dog hates the vet and other vets too",
        "toddlers came back from the sandbox covered in mud",
        "mix 2/7 of a cup with sugar",
        "our contract with Verizon expires in June",
        "the wine steward told us the price",
        "I picked at the scab on my knee",
        "paid my condo dues and the gym dues",
        "our house is red and the door is blue",
        "merge from the left lane after the bridge",
        "lefties bat better at Fenway",
        "Kickstarter: gave $20 to Tom's campaign",
        "day 1 of class and the rooms were full",
        "the video has a stutter on my pc",
        "the hearing was moved to Friday",
        "type 2 charger at the mall",
        "I fast for the lab work at eight",
        "read my old truck its last rites",
        "the muscle mass at 40 is a myth",
        "did you get the file, was it saved",
        "a cracker with cheese in my lunch",
        "the flight from Lagos is late",
        "HRT and the FBI rescue team trained here",
        "three-ring binder full of notes",
        "add zesty ranch to the salad",
    ],
)
def test_the_same_words_of_other_things_stay(text: str) -> None:
    assert found(text, *SIDEWAYS) == []


def test_a_check_sees_only_whole_words_within_reach() -> None:
    text = "the navy " + "x" * 30 + " discharge here"
    start, end = text.index("discharge"), text.index(" here")
    assert near("navy")(text, start, end)
    assert not near("navy", 10)(text, start, end)
    assert not near("nav")(text, start, end)
    assert not far("navy")(text, start, end)
    assert both(near("navy"), far("army"))(text, start, end)
    assert not near("discharge")(text, start, end)
