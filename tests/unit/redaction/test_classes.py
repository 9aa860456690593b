"""Every class of the policy is found where it is said, and ordinary words stay."""

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml

from schemas.redaction import ProtectedClasses
from tests.unit.redaction.conftest import CONFIG
from vetting.redaction import Redactor
from vetting.redaction.lexicon import load

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "assets" / "redaction" / "own.jsonl").read_text("utf-8").splitlines()
]

SAID = {
    "PC_RACE": "I'm a Black officer.",
    "PC_RACE_HAIR": "She got box braids for the academy.",
    "PC_COLOR": "They laughed because I'm dark skinned.",
    "PC_ANCESTRY": "My ancestors came on a boat.",
    "PC_NATIONAL_ORIGIN": "I'm from Guatemala.",
    "PC_CITIZENSHIP": "Waiting for my green card.",
    "PC_RELIGION": "We are Sikh.",
    "PC_AGE": "I am 47 years old.",
    "PC_SEX": "As a woman I notice it.",
    "PC_PREGNANCY": "I'm pregnant again.",
    "PC_GENDER_IDENTITY": "I am transgender.",
    "PC_SEXUAL_ORIENTATION": "I'm a lesbian.",
    "PC_MARITAL": "My husband cooks.",
    "PC_FAMILY": "My daughter has school.",
    "PC_DISABILITY_PHYSICAL": "I have epilepsy.",
    "PC_DISABILITY_MENTAL": "My PTSD is back.",
    "PC_DISABILITY_INTELLECTUAL": "He has Down syndrome.",
    "PC_DISABILITY_LEARNING": "I'm dyslexic.",
    "PC_HIV": "I am HIV positive.",
    "PC_GENETIC": "I carry the BRCA gene.",
    "PC_VETERAN_MILITARY": "I'm an Army veteran.",
    "PC_DV_VICTIM": "I'm a domestic violence survivor.",
    "PC_SA_VICTIM": "I was raped.",
    "PC_TRAFFICKING_VICTIM": "She was trafficked as a teen.",
    "PC_ERASED_RECORD": "My record was expunged.",
    "PC_RETALIATION": "I filed an EEOC complaint.",
    "PC_UNION": "I am a union steward.",
    "PC_POLITICAL": "I voted for the Democrats.",
    "PC_BANKRUPTCY": "We filed for bankruptcy.",
    "PC_HOMELESS": "I was homeless.",
    "PC_MEDICAL_CANNABIS": "Got my medical marijuana card.",
    "PC_PROXY": "Met him on JDate.",
}
ONLY_BY_HAND = {"PC_ASSOCIATION"}


def catalogue() -> ProtectedClasses:
    return load(Path(__file__).parents[3] / "config" / "protected-classes").classes


def test_every_class_of_the_catalogue_has_an_example_here() -> None:
    assert {c.entity for c in catalogue().classes} == SAID.keys() | ONLY_BY_HAND


@pytest.mark.parametrize("entity", SAID)
def test_class_when_said_is_found_under_its_name(engine: Redactor, entity: str) -> None:
    spans = engine.spans(SAID[entity])
    assert entity in {s.entity for s in spans}
    words = {SAID[entity][s.start : s.end] for s in spans if s.entity == entity}
    assert not any(f" {word} " in f" {engine.redact(SAID[entity]).text} " for word in words)


def test_own_set_is_large_enough_to_mean_something() -> None:
    assert len(ROWS) >= 120
    assert sum(not r["must"] for r in ROWS) >= 50


def test_own_set_recall_is_whole(engine: Redactor) -> None:
    missed = []
    for row in ROWS:
        spans = engine.spans(row["text"])
        for start, end, kind in row["must"]:
            letters = [i for i in range(start, end) if not row["text"][i].isspace()]
            if sum(any(s.start <= i < s.end for s in spans) for i in letters) < 0.5 * len(letters):
                missed.append((row["id"], kind))
    assert missed == []


def test_hard_negatives_of_the_own_set_keep_every_word(engine: Redactor) -> None:
    hurt = Counter(
        s.rule
        for row in ROWS
        if not row["must"]
        for s in engine.spans(row["text"])
        if s.entity.startswith("PC_") and s.rule != "pronoun.third_person"
    )
    assert hurt == {}


@pytest.mark.parametrize(
    "text",
    [
        "Jordan called about the Turkey trip budget.",
        "Christian said he fixed the printer.",
        "The straight line on the chart goes up.",
        "Pick a single color for the black car.",
        "The movie came out last week and the old theater was full.",
        "The union of two sets is a set.",
        "He is conservative with his estimates.",
    ],
)
def test_ambiguous_word_about_a_thing_stays(engine: Redactor, text: str) -> None:
    found = [s for s in engine.spans(text) if s.entity.startswith("PC_") and s.rule != "pronoun.third_person"]
    assert [text[s.start : s.end] for s in found if s.rule != "political.ideology"] == []


@pytest.mark.parametrize(
    "text",
    [
        "25F",
        "turned 40",
        "class of '09",
        "born in 1985",
        "age 61",
        "56 years old",
        "19-year-old",
        "[24M]",
        "in my 30s",
        "(31/F)",
    ],
)
def test_age_pattern_about_a_person_is_found(engine: Redactor, text: str) -> None:
    assert any(s.entity == "PC_AGE" for s in engine.spans(f"I'm here, {text}."))


@pytest.mark.parametrize("flag", ["🇵🇷", "🇨🇳", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈", "🏳️‍⚧️", "✝️", "☪️", "✡️", "👩🏿‍🍳", "♿", "🤰", "🎗️"])
def test_symbol_of_a_class_is_taken_whole(engine: Redactor, flag: str) -> None:
    result = engine.redact(f"hello {flag} there")
    assert result.text == "hello [removed] there"


class _Strict(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping, where YAML would take the last one without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, f"line {node.start_mark.line + 1}: {twice}"
        return super().construct_mapping(node, deep)


@pytest.mark.parametrize("file", sorted((CONFIG / "protected-classes").rglob("*.yaml")), ids=lambda file: file.stem)
def test_no_key_stands_twice(file: Path) -> None:
    assert yaml.load(file.read_bytes(), Loader=_Strict)  # noqa: S506 - a safe loader
