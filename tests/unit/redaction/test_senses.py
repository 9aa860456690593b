"""Other senses of a word stay, and the person reading of the same word still goes."""

import pytest

from vetting.redaction import Redactor

STAYS = [
    "Bulgarian split squats after night shift were a mistake",
    "three rounds of Turkish get ups and my grip is gone",
    "we ordered Ethiopian and argued about the last piece",
    "craving Vietnamese so badly right now",
    "a Norwegian elkhound got out near the firehouse",
    "the Lebanese place on Route 44 has better fries",
    "is the hose thread male or female on that valve",
    "the female goose on the lawn hates the mower",
    "boy was I wrong about that alternator",
    "the tranny in my pickup slips when it is cold",
    "drew the cis isomer instead of the trans isomer again",
    "the crash is at Gay Street and Fifth",
    "a chink in the fence lets the rabbits through",
    "a coon got into the attic again",
    "fags are up to sixteen quid a pack",
    "I had to retard the timing by three degrees",
    "midget race cars are louder than you expect",
    "I hate coconut",
    "my phone is having a seizure, the screen will not stop",
    "the server is on life support until Monday",
    "the mechanic says the diagnosis is a bad sensor",
    "my cat has diabetes and bites at pill time",
    "ordered a bipolar stepper by mistake",
    "BPD and two cruisers on scene at the pharmacy",
    "married to this brand of boots for life",
    "the Saints lost at home and so did my wallet",
    "pray for my knees",
    "my visa was declined at the register",
    "left wing scored twice, goalie asleep",
    "I gave up on the planner by Jan 6",
    "Soul Asylum came on at the bar",
    "please expunge that song from my memory",
    "came out of the closet with two jackets and no shoes",
    "camped on BLM land and saw no one",
    "veteran of four winters, that truck",
    "keep the old coach or find another one",
    "stalked by a turkey all the way to the mailbox",
    "temps fall to the teens tonight, windy too",
    "turn 4 at the speedway eats tires",
    "Local 4-H won the goat show",
    "the new guard grabbed me a coffee",
    "the boss hit me with a spreadsheet at nine",
    "they hit me with the invoice on Friday",
]
GOES = [
    ("a Bulgarian lifter moved in upstairs", "Bulgarian"),
    ("I ordered a ride and the driver was Ethiopian", "Ethiopian"),
    ("a female officer with a dog stopped me", "female"),
    ("that tranny should stay out of here", "tranny"),
    ("my cousin is trans and fixes engines", "trans"),
    ("my gay neighbor lives on Gay Street", "gay"),
    ("some chink took my parking space", "chink"),
    ("you coon", "coon"),
    ("he called me a fag again", "fag"),
    ("he is a retard", "retard"),
    ("that coconut thinks he is better than us", "coconut"),
    ("I had a seizure in my truck", "seizure"),
    ("my sister was on life support", "life support"),
    ("my diagnosis came in the mail", "diagnosis"),
    ("my brother has diabetes and a dog", "diabetes"),
    ("I am bipolar and steady", "bipolar"),
    ("I was told that my BPD explains it", "BPD"),
    ("she is married to a dispatcher", "married"),
    ("pray for my mother", "pray"),
    ("my visa ran out in June", "visa"),
    ("the left wing wants to ban it", "left wing"),
    ("the Jan 6 rioters were patriots", "Jan 6"),
    ("her asylum hearing is in spring", "asylum"),
    ("the court expunged my case, expunged for good", "expunged"),
    ("he came out of the closet at forty", "closet"),
    ("I marched with BLM downtown", "BLM"),
    ("a veteran of two wars sleeps there", "veteran"),
    ("I was stalked by my neighbor for months", "stalked by"),
    ("my daughter is in her late teens", "late teens"),
    ("he hit me with a belt on Friday", "hit me"),
]


@pytest.mark.parametrize("text", STAYS)
def test_other_sense_stays(engine: Redactor, text: str) -> None:
    told = [text[s.start : s.end] for s in engine.spans(text) if s.entity.startswith("PC_")]
    assert not told


@pytest.mark.parametrize(("text", "told"), GOES)
def test_same_word_about_people_goes(engine: Redactor, text: str, told: str) -> None:
    at = text.index(told)
    assert any(s.start < at + len(told) and at < s.end for s in engine.spans(text) if s.entity.startswith("PC_"))
