"""Service and labour said in everyday words go; meals, animals, games, machines and gatherings in the same words stay."""

import pytest

from vetting.redaction import Redactor

SERVICE = [
    ("Having served, she keeps calm in a storm", "served"),
    ("Nobody I served with would brag about it", "served"),
    ("My great uncle served and so did his sons", "served"),
    ("Our vets wait months for a bed", "vets"),
    ("I was drafted in '68 and came home in '70", "drafted"),
    ("The Guard got activated and my nephew filled sandbags all week", "The Guard"),
    ("My left ear stopped working in Mosul", "Mosul"),
    ("Dated a sailor for two years, he could cook", "sailor"),
    ("We buried my brother at Arlington in the rain", "at Arlington"),
    ("68W | soup person | three cats", "68W"),
    ("Grandpa would never talk about the war", "about the war"),
    ("VA called and moved my hearing test again", "VA"),
    ("My cousin was in the Finnish army for a year", "army"),
    ("USN ret. and proud of the beard", "USN ret"),
    ("Veteran here, ask me about soup", "Veteran"),
    ("My uncle retired as a colonel and took up bees", "colonel"),
    ("I served eight years and kept the boots", "I served eight"),
    ("My shipmates sent a card", "shipmates"),
]
LABOUR = [
    ("I say this as a steward: write it down", "steward"),
    ("My local voted it down by nine votes", "My local"),
    ("Longshoremen shut the port and my uncle brought soup", "Longshoremen"),
    ("Week four of the strike and the savings are thin", "strike"),
    ("The warehouse took our fans, so we're organizing. DM me", "organizing"),
    ("My granda was NUM and never crossed", "NUM"),
    ("The junior doctors' union turned it down", "junior doctors' union"),
    ("Vermont Nurses Association members rally at noon", "Vermont Nurses Association"),
    ("My dues paid for that banner", "My dues"),
    ("Don't be a scab", "scab"),
    ("Grievance denied at step two", "Grievance"),
]
STAYS = [
    "Having served the soup, the waiter left",
    "Served with a wedge of lemon",
    "He served ten years for robbery",
    "I served eight years as a trustee of the library",
    "Tanker truck on its side by the exit",
    "I served on the library board",
    "Vets charge too much for a nail trim, said the cat owner",
    "HR vets every applicant twice",
    "The Giants drafted a kicker in round three",
    "The guard at the museum waved",
    "Swears like a sailor, that parrot",
    "We moved to Arlington for the schools",
    "Seat 11B would not recline",
    "Richmond, VA called it a draw",
    "The war on dandelions goes on",
    "Front line of the queue by six",
    "The flight steward spilled coffee",
    "Stewards at the festival were kind",
    "My local has a quiz on Tuesdays",
    "The longshoremen's hook at the flea market was rusty",
    "During the strike the umpire sneezed",
    "After the drone strike the sirens stopped",
    "We're organizing a 5k in May",
    "The nurses organized a bake sale",
    "INTO the woods is on at eight",
    "Gym dues went up",
    "The scab on my elbow itches",
    "The table is wobbly",
    "My knees filed a grievance after leg day",
    "Our deployment pipeline is red",
]


@pytest.mark.parametrize(("text", "telling"), SERVICE)
def test_service_in_plain_words_goes(engine: Redactor, text: str, telling: str) -> None:
    found = " ".join(text[s.start : s.end] for s in engine.spans(text) if s.entity == "PC_VETERAN_MILITARY")
    assert telling in found


@pytest.mark.parametrize(("text", "telling"), LABOUR)
def test_labour_in_plain_words_goes(engine: Redactor, text: str, telling: str) -> None:
    found = " ".join(text[s.start : s.end] for s in engine.spans(text) if s.entity == "PC_UNION")
    assert telling in found


@pytest.mark.parametrize("text", STAYS)
def test_same_words_of_meals_games_and_machines_stay(engine: Redactor, text: str) -> None:
    assert not [s for s in engine.spans(text) if s.entity in {"PC_VETERAN_MILITARY", "PC_UNION"}]
