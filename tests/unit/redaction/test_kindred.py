"""Families and pregnancies told in passing are found by what stands beside; seasons, courts, degrees, animals and machines stay."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction import Redactor
from vetting.redaction.contexts import kindred
from vetting.redaction.frames import couples, expecting, households

SAID = [
    ("we finally told our mothers: four years of trying, then clomid, then this", "of trying,", "PC_PREGNANCY"),
    ("still trying, and every month the same single line, said my wife", "still trying", "PC_PREGNANCY"),
    ("our sergeant's sister says she's expecting again", "expecting", "PC_PREGNANCY"),
    ("the chief sent flowers when the baby came", "baby came", "PC_PREGNANCY"),
    ("hospital sent one invoice for the birth and one for the blanket", "the birth", "PC_PREGNANCY"),
    ("two nurses, one hallway, a woman in labor", "woman in labor", "PC_PREGNANCY"),
    ("all our embryos are in one tank in Hartford", "embryos", "PC_PREGNANCY"),
    ("cannot tuck a shirt over my bump", "my bump", "PC_PREGNANCY"),
    ("their doctor heard it first: they're having twins", "having twins", "PC_PREGNANCY"),
    ("the ex wants the boat", "ex", "PC_MARITAL"),
    ("met my ex at the dump of all places", "ex", "PC_MARITAL"),
    ("with that playlist you sound single", "single", "PC_MARITAL"),
    ("Bachelor, two goats, one good knife", "Bachelor", "PC_MARITAL"),
    ("my cousin called off the engagement, ring and all", "engagement", "PC_MARITAL"),
    ("who can recommend a lawyer for custody of a sort, my son is six", "custody", "PC_FAMILY"),
    ("he drags his feet and took me back to court over our daughter", "took me back to court", "PC_FAMILY"),
    ("we foster teens, bring snacks", "foster", "PC_FAMILY"),
    ("at the fence stood three dads with whistles", "dads", "PC_FAMILY"),
    ("it's official, we are grandparents", "grandparents", "PC_FAMILY"),
    ("our clerk adopted two boys, the elder sings", "adopted two", "PC_FAMILY"),
    ("as I'm a twin I get blamed double", "I'm a twin", "PC_FAMILY"),
    ("baby number three and the same old crib", "baby number three", "PC_PREGNANCY"),
    ("our 31 weeker is five pounds now", "31 weeker", "PC_PREGNANCY"),
    ("youngest starts school on Monday and I am fine, fine", "youngest", "PC_FAMILY"),
]
STAYS = [
    "we kept trying to fix the printer and the toner won",
    "been trying for two years to get a permit for the deck",
    "everyone is expecting rain by noon",
    "better than what I was expecting",
    "our transfer failed and the bank is closed",
    "egg retrieval from the coop is a morning job",
    "water broke through the wall of the old pool",
    "parts and labor came to nine hundred",
    "a speed bump took my muffler",
    "our ex-mayor sold the boat",
    "ex libris, it says on the stamp",
    "a single ticket in row F",
    "the band's first single since 2011 is out",
    "a bachelor's degree and a van",
    "bachelor of science, framed",
    "suspect in custody, no injuries",
    "the city took us back to court over the fence permit",
    "I foster senior dogs",
    "rules of engagement are printed on the card",
    "engagement on the page fell by half",
    "they adopted a policy of two badges",
    "the zoo sold tickets when the baby came, an elephant",
    "our overdue library books, nine of them",
    "grooms the trails at dawn",
]


@pytest.mark.parametrize(("text", "part", "entity"), SAID)
def test_a_family_told_in_passing_is_found(engine: Redactor, text: str, part: str, entity: str) -> None:
    start = text.index(part)
    spans = [s for s in engine.spans(text) if s.start < start + len(part) and start < s.end]
    assert entity in {s.entity for s in spans}


@pytest.mark.parametrize("text", STAYS)
def test_the_same_words_of_other_things_are_kept(engine: Redactor, text: str) -> None:
    assert [text[s.start : s.end] for s in engine.spans(text) if s.entity.startswith("PC_")] == []


@pytest.mark.parametrize(
    "marked",
    [
        "my belt gave up around [week 21], the vest in [week 30], the baby is a giant",
        "[33 weeks] and the clerk sent me up the stairs",
        "shift selfie [#27weeks]",
        "our boy was [born at 5.20am] in a storm",
        "a candle for [the ones who didn't stay] and for the rainbow",
        "the nurse delivered [both of mine] in one room",
        "I've [three at home], pray for my couch",
        "[six years in] and he still salts the coffee",
        "[nine years with this woman] and she cheats at cards",
        "husband, [father], decent bowler",
        "I get them [every other weekend]",
        "[due November] with number two, the crib is late",
        "[mum to a loud lad] and a cat",
    ],
)
def test_what_only_a_parent_or_a_partner_says_is_found(marked: str) -> None:
    assert missed(marked, kindred, expecting, households, couples) == []


@pytest.mark.parametrize(
    "text",
    [
        "week 21 of the photo project",
        "22 weeks and the kitchen remodel drags on",
        "the calf was born at 5.20am",
        "a toast to the ones who didn't stay for cleanup duty",
        "both of mine leak oil, old trucks",
        "three at home, two at the office: chargers",
        "six years in and he still writes bad reports",
        "three years together as a band",
        "couch delivery due November",
    ],
)
def test_weeks_and_counts_of_other_things_are_kept(text: str) -> None:
    assert found(text, kindred, expecting, couples) == []
