"""The learned rule reads as it was trained, adds and never replaces, is never certain, and is off when a class is."""

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.redaction import ProtectedClass
from vetting.errors import InputError
from vetting.redaction import Redactor, learned
from vetting.redaction.lexicon import Lexicon
from vetting.redaction.lexicon import load as load_lexicon
from vetting.settings import Settings

FOLDER = Settings().config_dir / "protected-classes"
WEIGHTS = learned.Weights(
    version=1,
    bias=-3000,
    near=700,
    listed=500,
    refused=-900,
    threshold=0.9,
    own={"wug": 6000, "-ngo": 400, "dax-": -300, "dax": 250},
    context={
        "my": {"1": 900, "2": 100},
        "is": {"-1": 350, "-2": -40},
        learned.EDGE: {"1": 10, "2": 20, "-1": 30, "-2": 40},
    },
)
MODEL = learned.Learned(WEIGHTS)


def found(
    text: str,
    telling: list[tuple[int, int]],
    *,
    model: learned.Learned = MODEL,
    taken: list[tuple[int, int]] | None = None,
    listed: list[tuple[int, int]] | None = None,
    refused: list[tuple[int, int]] | None = None,
) -> list[tuple[int, int, float]]:
    """What a model finds; what tells is taken too, unless said otherwise."""
    return list(model.find(text, telling if taken is None else taken, telling, lambda: (listed or [], refused or [])))


def named(words: list[str], at: int) -> int:
    """The sum by the names of the features, as training makes them."""
    own = WEIGHTS.bias + sum(WEIGHTS.own.get(part, 0) for part in learned.parts(words[at]))
    return own + sum(WEIGHTS.context.get(w, {}).get(str(o), 0) for w, o in learned.around(words, at))


@given(st.lists(st.sampled_from(["my", "is", "wug", "dax", "daxo", "fandango", "!", "the"]), max_size=9))
def test_the_fast_sum_is_the_sum_of_the_features(words: list[str]) -> None:
    assert [t.word for t in learned.tokens(" ".join(words))] == words
    assert MODEL.plain_sums(words) == [named(words, at) for at in range(len(words))]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=4))
def test_what_is_found_lies_outside_what_the_rules_took(text: str, ranges: list[tuple[int, int]]) -> None:
    taken = [(start, start + length) for start, length in ranges]
    text = f"my wug {text} wug is"
    for start, end, score in found(text, taken):
        assert 0 <= start < end <= len(text)
        assert not any(a < end and b > start for a, b in taken)
        assert score <= learned.HIGHEST


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=5), st.integers(0, 20))
def test_meets_is_what_a_slow_reader_says(ranges: list[tuple[int, int]], reach: int) -> None:
    taken = learned.merged((start, start + length) for start, length in ranges)
    for token in learned.tokens("one two  three four five six seven"):
        slow = any(a < token.end + reach and b > token.start - reach for a, b in taken)
        assert learned.meets(token, taken, reach) is slow


def test_words_that_stand_together_are_one_span() -> None:
    assert [(s, e) for s, e, _ in found("so my wug wug is out", [])] == [(6, 13)]


def test_what_the_rules_found_near_by_counts() -> None:
    weights = WEIGHTS.model_copy(update={"own": {"wug": 4800}, "context": {}})
    model = learned.Learned(weights)
    assert not found("the wug is " + "very " * 20 + "far", [(100, 105)], model=model)
    assert found("the wug is near", [(11, 15)], model=model)
    assert not found("the wug is near", [], taken=[(11, 15)], model=model), "a name or an address is no sign"


def test_a_word_that_the_rules_refuse_is_left_to_them() -> None:
    assert found("so my wug is out", [], listed=[(6, 9)])
    assert not found("so my wug is out", [], refused=[(6, 9)])


def test_a_listed_word_that_is_part_of_a_refused_phrase_counts_as_refused() -> None:
    read = learned.tokens("the wug coffee and the wug")
    signs = learned.Signs(listed=[(4, 7), (23, 26)], refused=[(4, 14)])
    assert [list(signs.at(token)) for token in read] == [[], ["refused"], ["refused"], [], [], ["listed"]]


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path = tmp_path_factory.mktemp("weights") / "learned.json"
    path.write_text(json.dumps(WEIGHTS.model_dump()))
    return dataclasses.replace(load_lexicon(FOLDER), weights=path)


def test_the_engine_adds_what_is_learned_and_asks_for_a_person(lexicon: Lexicon) -> None:
    result = Redactor(lexicon).redact("yes my wug is out today")
    assert [(s.rule, s.entity) for s in result.spans] == [("learned.word", "PC_PROXY")]
    assert (result.text, result.uncertain) == ("yes my [removed] is out today", True)
    assert not Redactor(lexicon, learned_rule=False).spans("yes my wug is out today")


def test_it_is_off_as_soon_as_a_class_is_off(lexicon: Lexicon) -> None:
    first, *rest = lexicon.classes.classes
    off: ProtectedClass = first.model_copy(update={"enabled": False})
    fewer = lexicon.classes.model_copy(update={"classes": (off, *rest)})
    assert not Redactor(dataclasses.replace(lexicon, classes=fewer)).spans("yes my wug is out today")


@pytest.mark.parametrize("content", ["", "[]", "{}", json.dumps(WEIGHTS.model_dump() | {"threshold": 0.2}), "\x00"])
def test_a_file_that_is_not_one_of_weights_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "learned.json").write_text(content)
    with pytest.raises(InputError) as refusal:
        learned.load(tmp_path / "learned.json")
    assert refusal.value.code == "learned_malformed"


def test_without_the_file_there_is_no_such_rule(lexicon: Lexicon) -> None:
    engine = Redactor(dataclasses.replace(lexicon, weights=None))
    assert not engine.spans("yes my wug is out today")
    assert not any("learned" in note for note in engine.notes())
    assert any("learned" in note for note in Redactor(lexicon).notes())


@pytest.mark.parametrize(
    "said",
    [
        "I still did 110 in a 55 on Route 8",
        "clocked at 80 in a 35 and my wife was mad",
        "my wife laughed when I hit 90 in a 65",
    ],
)
def test_how_fast_somebody_drove_stays_readable(engine: Redactor, said: str) -> None:
    text = engine.redact(f"As a Catholic: {said}").text
    assert all(number in text for number in said.split() if number.isdigit())
