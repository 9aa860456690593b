"""Belonging told in the English of other countries is found; the party, the fruit and the contract of the same name stay."""

import pytest

from vetting.redaction import Redactor
from vetting.redaction.frames import abroad, parties, patterns
from vetting.redaction.normalise import normalise
from vetting.redaction.site import Words


def rules(text: str) -> set[str]:
    found = patterns.find(normalise(text), Words({}), (*parties.PATTERNS, *abroad.PATTERNS))
    return {pattern.name.removeprefix("pattern.").removesuffix("_world") for pattern, _, _ in found}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("party_people", "DUP supporter across the road has bunting up"),
        ("party_people", "Ardern fans never stop"),
        ("sworn_side", "my da is a lifelong Fine Gael, mind"),
        ("voted_side", "vote #1 Greens then home for tea"),
        ("joins_side", "I canvassed for the SNP in the rain"),
        ("as_side", "we're SNP and always were"),
        ("union_side", "UCU rep asked me in"),
        ("union_side", "two generations of NUM here"),
        ("regiment", "my brother served in the Black Watch"),
        ("old_regiment", "saw his old regiment on the telly"),
        ("war_trade", "great-uncle was a rear gunner"),
        ("veterans_left_out", "Veterans freezing in doorways again"),
        ("kin_age", "my nan (88) beat me at chess"),
        ("kin_comma_age", "Gran, 93, still dances"),
        ("child_at", "fostered at 6 by a baker"),
        ("weeks_gone", "22 weeks and the bump is huge"),
        ("weeks_plus_days", "38+2 and no sign of baby"),
        ("termination", "she had a termination last spring"),
        ("split", "since the split I see my kids on Sundays"),
        ("dry_days", "sober 40 days and proud"),
        ("plural_women", "Wimmin and their parking"),
        ("grew_up_in_state", "I was born in apartheid Pretoria"),
        ("converted", "he converted before the wedding"),
    ],
)
def test_phrase_of_belonging_is_found(rule: str, text: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Labour wins the seat, turnout 41%",
        "Leave voters split on trade, poll finds",
        "the termination letter came from HR",
        "after the split Celtic have five games",
        "we split the bill",
        "week 12 of the marathon plan",
        "I left labour and delivery at four",
        "Gran Turismo (7) is out",
        "these birds nest in my garden",
        "vote today, vote early",
        "I converted the files before lunch",
    ],
)
def test_same_words_of_something_else_stay(text: str) -> None:
    assert not rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "bloody Yanks at the bar",
        "proud Noongar woman",
        "a gora at the bus stop",
        "#JezWeCan",
        "coloured chap next door",
    ],
)
def test_nickname_of_a_people_is_found(engine: Redactor, text: str) -> None:
    assert any(span.rule.split("~")[0].endswith("_world") for span in engine.spans(text))


@pytest.mark.parametrize(
    "text",
    [
        "kiwi fruit smoothie",
        "yank the cord",
        "gammon steak and eggs",
        "on Gadigal land",
        "coloured pencils",
        "pom pom hat",
    ],
)
def test_thing_of_the_same_name_stays(engine: Redactor, text: str) -> None:
    assert not [span for span in engine.spans(text) if "_world" in span.rule]
