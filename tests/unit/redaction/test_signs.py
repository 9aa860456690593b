"""A search that is left out for want of signs would have found nothing."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.redaction.conftest import CONFIG
from vetting.redaction import Redactor, language, names, patterns, pronouns, spanish
from vetting.redaction.engine import _PRONOUNS, _name_signs
from vetting.redaction.lexicon import load
from vetting.redaction.normalise import normalise
from vetting.redaction.signs import Signs, required

OWN = Path(__file__).parents[2] / "assets" / "redaction" / "own.jsonl"
TEXTS = [json.loads(line)["text"] for line in OWN.read_text("utf-8").splitlines()]
EVERY = (*patterns.every(), *spanish.PATTERNS)


@pytest.mark.parametrize(
    ("regex", "text"),
    [
        (r"(?<!\w)(?:cat|dog)s? (?:sat|lay)", "the dogs lay"),
        (r"a?b+c", "bbc"),
        (r"x(?:y|z{2,3})?w", "xzzw"),
        (r"[13-5]0 (?:km|miles?)", "40 mile"),
        (r"(?i)ABC|d.f", "dxf"),
        (r"\d\d", "42"),
        (r"(?:|a)b", "b"),
    ],
)
def test_text_that_matches_holds_a_literal_of_each_requirement(regex: str, text: str) -> None:
    compiled = re.compile(regex)
    assert compiled.search(text)
    assert all(any(literal in text for literal in need) for need in required(compiled))


@pytest.mark.parametrize("pattern", EVERY, ids=lambda p: p.name)
def test_pattern_has_a_sign(pattern: patterns.Pattern) -> None:
    assert required(pattern.regex)


def test_patterns_chosen_by_signs_find_what_all_patterns_find() -> None:
    signs = Signs((p, p.regex) for p in EVERY)
    for text in (*TEXTS, " ".join(TEXTS)):
        folded = normalise(text).folded
        here = set(signs.present(folded))
        reach = signs.reach(folded)
        for pattern in EVERY:
            found = {m.span() for m in pattern.regex.finditer(folded)}
            assert not found or pattern in here, pattern.name
            bounded = {
                m.span() for low, high in reach.get(pattern, ()) for m in pattern.regex.finditer(folded, low, high)
            }
            assert found == bounded, pattern.name


def test_pronouns_and_names_are_found_only_beside_their_signs() -> None:
    lexicon = load(CONFIG / "protected-classes")
    signs = _name_signs(lexicon)
    for text in TEXTS:
        view = normalise(text)
        words = view.scan.split()
        assert not list(pronouns.find(view.folded)) or not _PRONOUNS.isdisjoint(words)
        assert not list(names.find(view, lexicon)) or not signs.isdisjoint(words)


def test_languages_are_told_only_beside_their_signs() -> None:
    for text in ("Je ne sais pas quoi faire", "Ich habe heute keine Lust"):
        view = normalise(text)
        words = view.scan.split()
        assert list(language.find(view, text, words, language.SIGNS.intersection(words)))
        assert not list(language.find(view, text, words, frozenset()))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6), st.integers(0, 40))
def test_long_text_gives_the_spans_of_its_parts(engine: Redactor, parts: list[str], spaces: int) -> None:
    filler = ("Nothing here to see. " * 5000) + "\n" * (spaces + 1)
    text = filler + "\n".join(f"{part} ." for part in parts) + "\n" + filler
    expected = {text.index(part) + s.start for part in parts for s in engine.spans(f"{part} .") if s.end <= len(part)}
    found = {s.start for s in engine.spans(text)}
    assert expected <= found
