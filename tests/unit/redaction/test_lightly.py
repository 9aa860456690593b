"""Words of a life said of pastimes, bodies in the news, animals, machines and films stay; said of a person they go."""

import pytest

from vetting.redaction import Redactor


@pytest.mark.parametrize(
    "text",
    [
        "Total pinterest addict over here.",
        "The Navy named a ship after a lake.",
        "They want to send the army into the harbour.",
        "That silence was pregnant with meaning.",
        "The panda gave birth at the zoo.",
        "A newborn giraffe stood up at once.",
        "The old copier is by Canon, its lens is broken.",
        "It is a little slow when the page loads.",
        "My left glove is missing in action.",
        "It's SO cold in the office.",
        "Early voting starts Monday at the town hall.",
        "Let us make America a leader in rail.",
        "The new novel is a hymn to idleness.",
        "Please verify your age to enter.",
        "The team felt let down by the weather.",
        "I'm on a mission to empty this garage.",
        "Highs in the mid 60s by noon.",
        "That oak is 400 years old.",
        "Our 90s uniforms were awful.",
        "Stay at home if you're sick.",
        "Do you think I was born yesterday?",
        "Approved: two affordable housing projects by the river.",
        "The bill helps working families.",
        "Imposter syndrome hits hard in week one.",
        "#GoPats all the way",
        "They will send the National Guard into the harbour by noon.",
        "Still a mac addict after a decade.",
        "Are You Smarter Than a Fifth Grader is on again.",
        "It's not a therapy session, it's an interview.",
        "Saw Runaway Bride again.",
        "Register early: #NationalVoterRegistrationDay",
        "The TTC is packed, every streetcar late.",
    ],
)
def test_word_of_a_thing_stays(engine: Redactor, text: str) -> None:
    assert not [s for s in engine.spans(text) if s.entity.startswith("PC_") and s.rule != "learned.word"]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("My sister is a recovering addict.", "PC_DISABILITY_MENTAL"),
        ("The Army paid for my degree.", "PC_VETERAN_MILITARY"),
        ("My great uncle is still missing in action since Korea.", "PC_VETERAN_MILITARY"),
        ("We brought our newborn home.", "PC_PREGNANCY"),
        ("He's a little slow, bless him.", "PC_DISABILITY_INTELLECTUAL"),
        ("My SO is vegan.", "PC_FAMILY"),
        ("She has MS and it is getting worse.", "PC_DISABILITY_PHYSICAL"),
        ("We sang my favorite hymn at church.", "PC_RELIGION"),
        ("My let-down is slow and the baby chokes.", "PC_PREGNANCY"),
        ("He went on a mission for the church at 19.", "PC_RELIGION"),
        ("I hit rock bottom, then got sober.", "PC_DISABILITY_MENTAL"),
        ("My grandma is 101 years old.", "PC_AGE"),
        ("I stay at home with the little ones.", "PC_FAMILY"),
        ("Grew up in the housing projects.", "PC_HOMELESS"),
        ("We have been TTC for two years.", "PC_PREGNANCY"),
        ("Join us. #goptraitors", "PC_POLITICAL"),
        ("I have a therapy session at four.", "PC_DISABILITY_MENTAL"),
        ("Marines are bullies.", "PC_VETERAN_MILITARY"),
        ("Kids today are so lazy.", "PC_AGE"),
        ("He was military police for six years.", "PC_VETERAN_MILITARY"),
    ],
)
def test_word_of_a_person_goes(engine: Redactor, text: str, entity: str) -> None:
    assert entity in {s.entity for s in engine.spans(text)}
