"""Descent, a home abroad, Pride and a transition told plainly; trips, goods, colours of things and lines that are straight stay."""

import pytest

from vetting.redaction import Redactor

GOES = (
    ("My flatmate is third gen Filipino and cooks for the street", "third gen"),
    ("She is a citizen of Ghana with a desk job here", "citizen of"),
    ("Dr. Rao, a native of Chennai, runs the clinic", "Chennai"),
    ("Raised in Karachi, schooled in Leeds", "Karachi"),
    ("Polish living in Bergen, looking for a mechanic", "Polish"),
    ("Proud Hyderabadi in New Jersey", "Hyderabadi"),
    ("A Dubliner taught me to drive", "Dubliner"),
    ("He told my aunt to go back to Honduras", "Honduras"),
    ("Please excuse my english in this report", "my english"),
    ("My family's from El Salvador", "El Salvador"),
    ("We left Cuba in 1979 with one bag", "Cuba"),
    ("My mom's white and my dad's Creek", "Creek"),
    ("Not all white South Africans moved away", "white"),
    ("Every black goalkeeper gets called lucky and every white one gets called clever", "white"),
    ("They told me to lose the dreads before the interview", "dreads"),
    ("Travellers parked on the playing field again", "Travellers"),
    ("See you at Pride on Saturday", "Pride"),
    ("Hormones since January and my shoulders are softer", "Hormones"),
    ("My sergeant used to go by Denise, now it's Dan", "used to go by Denise"),
    ("After my transition the crew sent flowers", "my transition"),
)
STAYS = (
    "I'm going to Lima next week for work",
    "Came to Prague for the beer and stayed for the trams",
    "My olive oil is from Greece",
    "The parts come from Taiwan and take a month",
    "Just got back from Japan with a suitcase of candy",
    "Can't wait to go back to Mexico in March",
    "The Norwegian gift shop sells trolls",
    "Swedish death metal at full volume",
    "Brazilian jiu jitsu and a Turkish towel",
    "Third generation bakery on Main",
    "First gen console for sale",
    "My english essay is due on Monday",
    "Crow's nest on the ship",
    "The creek flooded the lawn",
    "The white one is on backorder",
    "White to move and mate in three",
    "Commuters and travellers left stranded at gate 40",
    "Pride comes before the fall",
    "Pride in your work shows",
    "My fence isn't straight",
    "Hormones in beef cattle since March",
    "The band used to go by another name, now it's a trio",
    "A smooth transition from guitar to keys",
)


@pytest.mark.parametrize(("text", "part"), GOES)
def test_descent_and_identity_are_found(engine: Redactor, text: str, part: str) -> None:
    """The telling words lie in what is found."""
    start = text.index(part)
    taken = {i for s in engine.spans(text) if s.entity.startswith("PC_") for i in range(s.start, s.end)}
    assert taken.issuperset(range(start, start + len(part.rstrip())))


@pytest.mark.parametrize("text", STAYS)
def test_trips_goods_and_lines_stay(engine: Redactor, text: str) -> None:
    """What is said of no person has no class."""
    assert [text[s.start : s.end] for s in engine.spans(text) if s.entity.startswith("PC_")] == []
