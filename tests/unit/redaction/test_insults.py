"""Coded words name people only in the place of a noun for people."""

from collections.abc import Callable

import pytest

from vetting.redaction.contexts.groups import as_a_sex, called_names, patronised
from vetting.redaction.contexts.insults import (
    from_people,
    insult_noun,
    noun_slot,
    people_word,
    person_label,
    worshipped,
)
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


@pytest.mark.parametrize(
    "text",
    [
        "shut up, [bitch]",
        "the parent called her a [bitch] twice",
        "this [bitch] gave me a fine",
        "that [bitch] in payroll lost my form",
    ],
)
def test_a_gendered_insult_said_of_a_person_counts(at: Callable[[str], Site], text: str) -> None:
    assert called_names(at(text))


@pytest.mark.parametrize(
    "text", ["life is a [bitch]", "son of a [bitch]", "this hill is a [bitch] on a bike", "this [bitch] of a bolt"]
)
def test_a_gendered_insult_said_of_things_stays(at: Callable[[str], Site], text: str) -> None:
    assert not called_names(at(text))


@pytest.mark.parametrize("text", ["calm down, [sweetheart]", "relax, [doll]", 'he calls every clerk "[honey]"'])
def test_a_woman_talked_down_to_is_told(at: Callable[[str], Site], text: str) -> None:
    assert patronised(at(text))


@pytest.mark.parametrize(
    "text", ["toast with [honey]", "the [doll] is lost", "good [honey] mustard", "my [princess] cruise"]
)
def test_a_sweet_thing_is_no_address(at: Callable[[str], Site], text: str) -> None:
    assert not patronised(at(text))


@pytest.mark.parametrize("text", ["[Mothers] do two jobs", "why do [husbands] never dust", "all [dads] cry"])
def test_a_saying_about_one_sex_counts(at: Callable[[str], Site], text: str) -> None:
    assert as_a_sex(at(text))


@pytest.mark.parametrize("text", ["the founding [fathers] would laugh", "[mothers] of invention", "my [sons] are late"])
def test_kin_and_names_are_no_saying(at: Callable[[str], Site], text: str) -> None:
    assert not as_a_sex(at(text))
