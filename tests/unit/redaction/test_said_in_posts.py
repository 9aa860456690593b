"""Short forms of everyday posts: a verse, a tag, a wish, a party by its letters, an age at a mark; the same words of other things stay."""

import re

import pytest

from vetting.redaction import Redactor


def _missed(engine: Redactor, marked: str) -> list[str]:
    """The bracketed parts of a text of which less than half is taken."""
    text = re.sub(r"[\[\]]", "", marked)
    spans = engine.spans(text)
    out, at = [], 0
    for number, piece in enumerate(re.split(r"[\[\]]", marked)):
        taken = sum(any(s.start <= at + i < s.end for s in spans) for i in range(len(piece)))
        if number % 2 and taken * 2 < len(piece):
            out.append(piece)
        at += len(piece)
    return out


@pytest.mark.parametrize(
    "marked",
    [
        "[Prov. 3:27] over the sink at work",
        "-[Ps 46:5]",
        "our unit lives by [1 Cor 16]",
        "[2 Tim. 4:7], every shift",
        "[SongofSongs2:10] on the card",
        "reading [Romans 12] tonight",
        "the [book of Job] hits different on nights",
        "[#Jeremiah1714] on the locker",
        "[#WalkWithJesusDaily] and coffee",
        "[# TeamChristians] forever",
        "[Lord, please watch over] the night crew",
        "[Heavenly Father, thank you] for a quiet tour",
        "[g'mar chatima tova], neighbours",
        "[tzom kal] everybody",
        "the teacher ([peace be upon him]) said so",
        "rest well, uncle, [jannatul firdaus]",
        "an hour off for [me and God]",
        "still [rooted in JC]",
        "Ali [SWT] helps",
        "we [fast until sunset] at the firehouse",
        "[communion gifts] for three nephews",
        "good to [worship with] the night shift",
        "I do [believe in a higher power]",
    ],
)
def test_faith_in_short_is_found(engine: Redactor, marked: str) -> None:
    assert _missed(engine, marked) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gen 2 of the radio is out",
        "Lev 5:30 tomorrow at the range",
        "the ratio was 10:1",
        "Judges 3 and 4 gave a ten",
        "#GodOfWar all night",
        "#christianbale in that film",
        "God, that pizza was good",
        "thank god it's friday",
        "my confirmation email arrived",
        "hero worship is for films",
    ],
)
def test_same_letters_of_other_things_stay(engine: Redactor, text: str) -> None:
    assert [s for s in engine.spans(text) if s.entity == "PC_RELIGION"] == []


@pytest.mark.parametrize(
    "marked",
    [
        "[Labour] lost our ward again",
        "nobody here trusts [Labour] councillors",
        "[#Labour] and the bins",
        "[PDP] will win this seat",
        "the [BNP] leader came to town",
        "coffee first [#tcot]",
        "[#WeAreBernie] on his cap",
        "[#MyPMModi] sign in the window",
        "she [endorsed @BernieSanders] in uniform",
        "the poll was 51% [Dem] and 40% [Rep]",
        "[Ds vs Rs] at the union hall",
        "those [Teabaggers] on the green",
        "[progressive] causes are my thing",
        "the [Prop 8] ruling came",
    ],
)
def test_party_in_short_is_found(engine: Redactor, marked: str) -> None:
    assert _missed(engine, marked) == []


@pytest.mark.parametrize(
    "text",
    [
        "Labour Day sale at the mall",
        "the Ministry of Labour called",
        "labour costs are up again",
        "ten reps and five sets",
        "a PDP display panel",
        "BNP Paribas branch on Main",
        "#modification of the truck",
        "progressive lenses at last",
        "we endorse @acmeboots",
    ],
)
def test_letters_and_labour_of_other_kinds_stay(engine: Redactor, text: str) -> None:
    assert [s for s in engine.spans(text) if s.entity == "PC_POLITICAL"] == []


@pytest.mark.parametrize(
    "marked",
    [
        "[40+ year olds] at the bar",
        "when your [17] and broke",
        "I passed the [60yr mark] in June",
        "my first job in [the late 80s] was here",
        "the twins are [starting kindergarten] this fall",
        "two [middle agers] on a bench",
        "the [boyf] fixed the sink",
        "so [they're a couple] now",
        "[#marriagetip] of the day",
        "everybody I know is [havin babies]",
        "[goin to church] at ten",
        "[kicked from the inside] all night",
        "you will be [receiving benefits] in May",
        "he was left [paralized] by it",
        "the medics tried to [save the leg]",
        "she had an [allergic reaction] at roll call",
        "any [American] who drives here",
        "good morning from [JPN]",
        "he hit an [AA] man",
        "adoptive, [foster or step], all of them",
        "[girl gamer] on nights",
        "[DH] made soup again",
        "the doctor thinks [it was genetic]",
        "two [Dem voters] on my block",
        "that [Yankee accent] again",
        "the [deportation of aliens] under the act",
        "a speech on [veterans' reform]",
    ],
)
def test_age_kin_and_health_in_short_are_found(engine: Redactor, marked: str) -> None:
    assert _missed(engine, marked) == []


@pytest.mark.parametrize(
    "text",
    [
        "our company passed the 50 year mark",
        "when your 16 GB card is full",
        "any American car will do",
        "a couple of days off",
        "AA batteries for the radio",
        "employees receive benefits after ninety days",
        "stackin raisins on a log",
        "foster or adopt a dog",
        "babies breath in a vase",
        "the DH is batting third",
        "a genetic algorithm for rotas",
    ],
)
def test_marks_and_couples_of_things_stay(engine: Redactor, text: str) -> None:
    assert [s for s in engine.spans(text) if s.entity.startswith("PC_") and s.rule != "learned.word"] == []
