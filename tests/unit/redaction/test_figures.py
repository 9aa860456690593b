"""Figures of speech and things called after people stay; the same words said of people go."""

import pytest

from vetting.redaction import Redactor

STAYS = [
    "kill the orphaned container and look at the node again",
    "a widow line on top of page nine, please reflow",
    "that pregnant pause before the invoice came out",
    "our codebase gave birth to a new legend today",
    "I am divorcing Verizon on Monday",
    "we christened the grill with forty wings",
    "the Amish butter at that stand is worth the drive",
    "selling an English saddle with a torn girth",
    "the cat on the sill is a Persian and sheds",
    "the Browns fumbled on their own goal line",
    "the whites of four eggs, beaten stiff",
    "retiring early from this chat, goodnight",
    "the weather up here has mood swings",
    "the band did three tours with one drummer",
    "I sold a sealed record on vinyl, mint pressing",
    "it is the juvenile record for the high jump",
    "the gym is my church",
    "crippling addiction to thrifting lamps and vinyl",
    "bypass surgery on the old fuel line took all day",
    "doing open heart surgery on the xbox",
    "choked in the fourth quarter once more",
    "the shed door is strangled by the ivy",
    "locked me out of my account, the portal did",
    "the bridge turned 90 and got a plaque",
    "the moped beat me at cribbage, says the sign",
    "the freezer is full boys",
    "girls soccer tickets are five dollars",
    "moved here from Ohio for the fishing",
]
GOES = [
    ("I was orphaned at nine and an aunt took me in", "orphaned"),
    ("after my divorce I joined a gym", "divorce"),
    ("she was baptized in a boat on the lake", "baptized"),
    ("my grandparents are Amish", "Amish"),
    ("I retired and bought a truck", "retired"),
    ("my mood swings started over this spring", "mood swings"),
    ("dad did two tours in Iraq", "two tours"),
    ("my addiction to pills cost me the house", "addiction"),
    ("had bypass surgery and cannot drive my car", "bypass surgery"),
    ("I enlisted with two buddies", "enlisted"),
    ("my ex choked me in the kitchen", "choked me"),
    ("my parents crossed the border into Texas", "crossed the border"),
    ("my folks came here from Peru", "came here from"),
    ("we were sophomores in high school when the towers fell", "sophomores in high school when the towers fell"),
    ("crippled people get the worst seats", "crippled people"),
    ("a year since my brother came out at dinner", "came out"),
]


@pytest.mark.parametrize("text", STAYS)
def test_figure_of_speech_stays(engine: Redactor, text: str) -> None:
    assert not [s for s in engine.spans(text) if s.entity.startswith("PC_")]


@pytest.mark.parametrize(("text", "word"), GOES)
def test_word_said_of_people_goes(engine: Redactor, text: str, word: str) -> None:
    low = text.index(word)
    covered = {i for s in engine.spans(text) for i in range(s.start, s.end)}
    assert set(range(low, low + len(word))) - covered <= {i for i, c in enumerate(text) if c == " "}
