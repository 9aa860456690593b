"""English of other countries: who somebody is goes; food, places, games and news stay."""

import pytest

from vetting.redaction import Redactor


def _classes(engine: Redactor, text: str) -> set[str]:
    return {s.entity for s in engine.spans(text)}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("mum is Kisii and dad married out", "PC_RACE"),
        ("a Rajput boss who asks your surname first", "PC_RACE"),
        ("they got in on the OBC quota, he said", "PC_RACE"),
        ("my brother is an Ilonggo cook", "PC_NATIONAL_ORIGIN"),
        ("two Culchies driving in the bus lane", "PC_NATIONAL_ORIGIN"),
        ("originally from Eldoret, living in Reading", "PC_NATIONAL_ORIGIN"),
        ("marching with my Orange lodge again", "PC_RELIGION"),
        ("fasted for Karva Chauth and Navratri", "PC_RELIGION"),
        ("we keep Simbang Gabi every December", "PC_RELIGION"),
        ("an Azimio supporter like my mother", "PC_POLITICAL"),
        ("Insafian uncle at every dinner", "PC_POLITICAL"),
        ("on the dole for two years", "PC_HOMELESS"),
        ("we grew up in a council flat", "PC_HOMELESS"),
        ("still waiting for my PR application", "PC_CITIZENSHIP"),
        ("came in on Stamp 1G, then Stamp 4", "PC_CITIZENSHIP"),
        ("my IPPT silver came at last", "PC_VETERAN_MILITARY"),
        ("ex-Para, two tours, bad knees", "PC_VETERAN_MILITARY"),
        ("I have been a SADTU member since 2010", "PC_UNION"),
        ("the lobola negotiations are on Saturday", "PC_MARITAL"),
        ("my Blue Badge was refused", "PC_DISABILITY_PHYSICAL"),
        ("I'm a sixth former with mocks", "PC_AGE"),
        ("did my O levels in 1979", "PC_AGE"),
        ("they kept asking for dowry, more dowry", "PC_DV_VICTIM"),
        ("the eve teasing on that bus never stopped", "PC_SA_VICTIM"),
        ("ran away from my employer in Muscat", "PC_TRAFFICKING_VICTIM"),
        ("she is up the duff again", "PC_PREGNANCY"),
        ("a moffie, they shouted at him", "PC_SEXUAL_ORIENTATION"),
        ("my cousin is fa'afafine", "PC_GENDER_IDENTITY"),
    ],
)
def test_world_wording_of_a_person_is_found(engine: Redactor, text: str, entity: str) -> None:
    assert entity in _classes(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        "Hokkien mee at the hawker centre is worth the queue",
        "Flight from Lagos was delayed by four hours",
        "Ruto said the road will be ready in June",
        "The opposition asked three questions",
        "New PR in the deadlift, 140 kilos",
        "Pip pip, old chap, the kettle is on",
        "Stamp collecting is a good pastime",
        "The digger hit a water main",
        "Wiper blades need replacing",
        "Teal paint for the kitchen looks good",
        "I ate all the biscuits",
        "Police used tear gas at the march in Nairobi",
        "In year 7 of my mortgage",
        "Beta version of the app crashes",
        "Naga chilli will end you",
    ],
)
def test_same_words_of_things_and_news_stay(engine: Redactor, text: str) -> None:
    assert not {c for c in _classes(engine, text) if c.startswith("PC_")}
