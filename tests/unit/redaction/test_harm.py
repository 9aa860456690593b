"""Harm that somebody suffered is found; what the writer did, games and cases at work stay readable."""

import pytest

from tests.unit.redaction.told_texts import found, missed
from vetting.redaction.frames import fear, harm, told

HARM = (harm, fear, told)


@pytest.mark.parametrize(
    "marked",
    [
        "my stepfather [slapped me] and laughed",
        "I was [raped] in college",
        "[stalked] for two years by a man with my address",
        "uncle [violently abused her] as a kid",
        "his ex girlfriend who [attacked him]",
        "after [being assaulted] at work",
        "he [controls all the money] and reads my texts",
        "[what he did to me] took years",
        "[survived domestic abuse] and a fire",
        "she finally [got a restraining order]",
        "[fled in the middle of the night] with one bag",
        "an [abusive husband] and no money",
        "he used to [come into my room at night] when mom was out",
        "went to [the women's shelter] with a bag",
        "he [threatened to kill me] if I told",
    ],
)
def test_harm_suffered_is_found(marked: str) -> None:
    assert missed(marked, *HARM) == []


@pytest.mark.parametrize(
    "text",
    [
        "my buddy and I beat him until he stopped moving",
        "I punched him in the mouth and kept driving",
        "I stalked her for a month",
        "he beat me at chess again",
        "it was assault and battery, and I'd do it again",
        "she has a restraining order against me and I ignore it",
        "this heat is going to kill me one day",
        "I yelled at the rookie",
        "it hit me like a truck",
        "he threw the ball at the wall",
    ],
)
def test_conduct_is_kept(text: str) -> None:
    assert found(text, *HARM) == []
