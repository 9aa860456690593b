"""Attacks on the filter: a class is written so that a machine does not see it and a reader does."""

from pathlib import Path

import pytest

import schemas
from vetting.redaction import CaseContext, Redactor, redactor

# ruff: noqa: PLW0108 - one lambda for each technique reads as a table
pytestmark = pytest.mark.attacks("filter_protected_classes")


@pytest.fixture(scope="module")
def engine() -> Redactor:
    return redactor(Path(schemas.__file__).resolve().parent.parent / "config")


LATIN_TO_CYRILLIC = str.maketrans("aceopxyis", "асеорхуіѕ")
LEET = str.maketrans("aeios", "4310$")
TERMS = (
    "muslim",
    "lesbian",
    "pregnant",
    "epilepsy",
    "republican",
    "homeless",
    "dyslexic",
    "transgender",
    "immigrant",
    "catholic",
    "divorced",
    "bisexual",
    "disabled",
    "hispanic",
    "buddhist",
)


def hidden(engine: Redactor, shown: str) -> bool:
    text = f"I know, I am {shown} ok"
    return shown not in engine.redact(text).text


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize(
    "technique",
    [
        pytest.param(lambda t: t.translate(LATIN_TO_CYRILLIC), id="homoglyphs"),
        pytest.param(lambda t: "\u200b".join(t), id="zero width"),
        pytest.param(lambda t: "\u00ad".join(t), id="soft hyphens"),
        pytest.param(lambda t: " ".join(t), id="split letters"),
        pytest.param(lambda t: ".".join(t), id="dotted letters"),
        pytest.param(lambda t: "-".join(t), id="hyphened letters"),
        pytest.param(lambda t: t.translate(LEET), id="leet"),
        pytest.param(lambda t: t[:2] + t[2] * 4 + t[3:], id="repeated letter"),
        pytest.param(lambda t: t[:3] + "." + t[3:], id="one dot"),
        pytest.param(lambda t: "".join(chr(ord(c) + 0xFEE0) for c in t), id="full width"),
        pytest.param(lambda t: "".join(chr(0x1D5BA + ord(c) - 97) for c in t), id="mathematical"),
        pytest.param(lambda t: "".join(c + "\u0335" for c in t), id="struck through"),
        pytest.param(str.upper, id="capitals"),
    ],
)
def test_disguised_term_does_not_reach_the_board(engine: Redactor, term: str, technique: object) -> None:
    assert callable(technique)
    assert hidden(engine, technique(term))


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\n", "  ", "\u3000", "-"])
def test_phrase_with_odd_spaces_does_not_reach_the_board(engine: Redactor, space: str) -> None:
    seen = engine.redact(f"proud African{space}American here").text
    assert "African" not in seen
    assert "American" not in seen


@pytest.mark.parametrize(
    "tag",
    [
        "#GayAndProud",
        "#blackgirlmagic",
        "#MuslimLife",
        "#ProudVeteran",
        "#blacklivesmatter",
        "#lesbianmoms",
        "#TransRights",
        "#votered",
    ],
)
def test_class_in_a_hashtag_does_not_reach_the_board(engine: Redactor, tag: str) -> None:
    seen = engine.redact(f"good day {tag} everyone").text.lower()
    assert tag[1:].lower() not in seen
    assert "gay" not in seen
    assert "lesbian" not in seen


@pytest.mark.parametrize(
    "text",
    [
        "see https://example.social/@GayVet_1985/2",
        "see example.social/@GayVet_1985",
        "@GayVet_1985 said",
        "mail gayvet_1985@example.com",
        "u/GayVet_1985 on there",
        "www.example.com/GayVet_1985",
    ],
)
def test_handle_in_an_address_does_not_reach_the_board(engine: Redactor, text: str) -> None:
    assert "vet" not in engine.redact(text).text.lower()


@pytest.mark.parametrize("name", ["Q U Quill", "q u  quill", "Q\u00a0U\u00a0Quill", "Q U Quіll", "q\u200b u quill"])
def test_name_of_the_case_in_another_spelling_does_not_reach_the_board(engine: Redactor, name: str) -> None:
    seen = engine.redact(f"ask {name} about it", CaseContext(names=("Q U Quill",)))
    assert "person A" in seen.text
    assert "u" not in seen.text.replace("about", "")


@pytest.mark.parametrize("emoji", ["🏳️‍🌈", "👩🏿", "🇵🇸", "✝️", "🕌", "🤰🏽", "♿️", "👨‍❤️‍👨", "🏳️‍⚧️", "🧕🏽"])
def test_emoji_does_not_reach_the_board_in_part(engine: Redactor, emoji: str) -> None:
    seen = engine.redact(f"see you{emoji}there").text
    assert not any(c in seen for c in emoji)


def test_marks_do_not_tell_one_class_or_number_from_another(engine: Redactor) -> None:
    seen = {
        engine.redact(f"I'm {t}.").text
        for t in ("gay", "gay, black and jewish", "a muslim", "dyslexic", "HIV positive")
    }
    assert {s.replace(" a ", " ") for s in seen} == {"I'm [removed]."}
