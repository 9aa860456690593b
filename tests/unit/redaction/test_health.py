"""Illness, treatment, aids and recovery are found by how they are told and built; metaphors, pets and sports are not."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction.frames import health, medical, recovery

HEALTH = (health, medical, recovery)


@pytest.mark.parametrize(
    "marked",
    [
        "went [blind in my left eye] in July",
        "[type 1] since I was nine",
        "she had [symphysis pubis dysfunction] after",
        "swears in [ASL]",
        "cut my [dosage] in half",
        "I was [born with one arm]",
        "[needs a new kidney] soon",
        "on [ssi] since spring",
        "[surgery on my spine] in May",
        "my sister's [sclerosis] moved fast",
        "they put him on [methotrexate] again",
        "her [arthroplasty] is booked",
        "[nine months clean] today",
        "[28 days in rehab] did it",
        "he [tried to kill himself] once",
        "[hooked on heroin] at sixteen",
        "my mom is an [alcoholic]",
        "I used to [cut] in high school",
        "told [my therapist] all of it",
        "I [don't want to be here anymore]",
    ],
)
def test_an_illness_is_found(marked: str) -> None:
    assert missed(marked, *HEALTH) == []


@pytest.mark.parametrize(
    "text",
    [
        "got screws in the mail for the shelf",
        "a field goal attempt in the rain",
        "checked myself in the mirror",
        "he needs a new hip flask",
        "the dog takes his meds with cheese",
        "cleaned up for inspection",
        "this therapy dog is a good boy",
        "nostalgia for the academia of Bohemia",
        "the cat hates the vet and the pills",
        "data recovery mode is on",
    ],
)
def test_what_is_no_illness_is_kept(text: str) -> None:
    assert found(text, *HEALTH) == []
