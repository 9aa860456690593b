"""Coded words name people only in the place of a noun for people."""

from collections.abc import Callable

import pytest

from vetting.redaction.insults import from_people, insult_noun, noun_slot, people_word, person_label, worshipped
from vetting.redaction.site import Site


@pytest.mark.parametrize(
    "text",
    [
        "those [coconuts] think they run this place",
        "he is a total [banana]",
        "these dirty [monkeys] should leave",
        "call her a [karen]",
    ],
)
def test_word_for_a_thing_said_of_people_counts(at: Callable[[str], Site], text: str) -> None:
    assert insult_noun(at(text))


@pytest.mark.parametrize(
    "text",
    [
        "two [coconuts] and a lime",
        "the [banana] is ripe",
        "we saw [monkeys] at the zoo",
        "that [banana] bread is gone",
        "pass the [crackers] please",
    ],
)
def test_word_for_a_thing_stays(at: Callable[[str], Site], text: str) -> None:
    assert not insult_noun(at(text))


@pytest.mark.parametrize(
    "text", ["these [🐒] are everywhere", "those [🌮] took our jobs", "[🍛] heads next door", "all [🐀] lie"]
)
def test_symbol_in_the_place_of_people_counts(at: Callable[[str], Site], text: str) -> None:
    assert noun_slot(at(text))


@pytest.mark.parametrize(
    "text", ["[🌮] night again", "the [🐒] at the zoo are funny", "dinner [🍛] and a film", "my [🐶] snores"]
)
def test_symbol_of_a_thing_stays(at: Callable[[str], Site], text: str) -> None:
    assert not noun_slot(at(text))


def test_word_to_somebody_stays_and_word_of_somebody_counts(at: Callable[[str], Site]) -> None:
    assert people_word(at("those [fellas] left early"))
    assert not people_word(at("hey [fellas], the game is on"))


def test_label_at_the_end_of_a_clause_is_of_a_person(at: Callable[[str], Site]) -> None:
    assert person_label(at("she is [mixed]"))
    assert not person_label(at("the drinks are [mixed] well"))


def test_building_is_of_worship_where_somebody_worships(at: Callable[[str], Site]) -> None:
    assert worshipped(at("we went to the [temple] on Saturday"))
    assert not worshipped(at("the [temple] scene in that game is long"))


def test_neighbours_come_from_somewhere_and_mail_does_not_count(at: Callable[[str], Site]) -> None:
    assert from_people(at("neighbors from [Somalia] moved in"))
    assert not from_people(at("a package from [China] arrived"))
