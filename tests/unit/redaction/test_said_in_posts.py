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
