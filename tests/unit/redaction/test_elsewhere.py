"""Public and playful talk in the words of a life stays; the same words said of a person go."""

import pytest

from vetting.redaction import Redactor

STAYS = [
    "the coffee machine is on strike again",
    "our bullpen was on strike all of August",
    "the old union hall needs a new roof and a bingo caller",
    "the parishes will form a union next spring",
    "a 3/4 brass union and a gasket is all it takes",
    "my toaster was honorably discharged this morning",
    "we enlisted a plumber to find the leak",
    "the Marines mascot costume itches",
    "the Army plays Navy on Saturday at noon",
    "VA clinic funding bill stalled in committee",
    "the reserves at goalie are thin",
    "guppies gave birth and now I have forty fish",
    "our heifer is due any day now",
    "carrying twins of the same model in stock",
    "two lines at the DMV and neither moves",
    "a miscarriage of justice, wrote the columnist",
    "the offense has been homeless since the move",
    "got evicted from the fantasy league",
    "the squirrels were evicted from the shed",
    "food stamp booklets from a coin dealer",
    "that jingle has been stalking me for a week",
    "we abuse that printer daily",
    "a sealed record still in shrink wrap",
    "naturalized ivy on the north wall",
    "the left wing of the museum has the dinosaurs",
    "conservative play calling lost that game",
    "my toddler tier take is that ranch is fine",
    "local 12 inch subs are the best",
    "my battery discharged overnight",
    "flip the house on Elm for profit, new kitchen",
    "born this morning, the calf weighs 80 pounds",
    "my order ships out Monday",
]
GOES = [
    ("the nurses are on strike at the hospital", "on strike"),
    ("my dad's plant is on strike again", "on strike"),
    ("we formed a union at the bakery", "formed a union"),
    ("the union hall voted us in", "union hall"),
    ("my uncle enlisted at eighteen", "enlisted"),
    ("my brother was honorably discharged", "honorably discharged"),
    ("my VA benefits got cut in the budget bill", "VA benefits"),
    ("my wife gave birth in the truck", "gave birth"),
    ("my partner on the truck went into labor", "labor"),
    ("two lines on the test, I am shaking", "two lines"),
    ("she was homeless with a dog", "homeless"),
    ("they evicted us over a dog", "evicted us"),
    ("a man with a dog kept stalking me", "stalking me"),
    ("he abused me for years", "abused"),
    ("the right wing of the party scares me", "right wing"),
    ("Navy for eleven years, then the post office", "Navy"),
    ("once a medic, always a medic", "once a medic"),
    ("she was shot by her estranged husband", "shot by her estranged husband"),
    ("I filed for protection in June", "protection"),
    ("I am a bit right of center", "right of center"),
    ("we can still flip the Senate this November", "Senate"),
    ("born at 6:03 this morning, seven pounds", "born at 6:03"),
    ("lost my mucus plug at work", "mucus plug"),
    ("my nephew wears skirts to school", "skirts"),
    ("laid off, now a tent by the tracks", "tent by the tracks"),
    ("we're adopting a little girl from Ohio", "adopting"),
    ("I joined the pipefitters in 2009", "pipefitters"),
    ("got Medicaid forms wrong, had to redo the Medicaid paperwork", "Medicaid"),
]


@pytest.mark.parametrize("text", STAYS)
def test_talk_of_things_stays(engine: Redactor, text: str) -> None:
    """A machine, an animal, a game, a building or a budget has no class."""
    assert [text[s.start : s.end] for s in engine.spans(text) if s.entity.startswith("PC_")] == []


@pytest.mark.parametrize(("text", "gone"), GOES)
def test_said_of_a_person_goes(engine: Redactor, text: str, gone: str) -> None:
    """What the same words say of a person is taken out."""
    at = text.rindex(gone)
    assert any(s.start < at + len(gone) and s.end > at for s in engine.spans(text))
