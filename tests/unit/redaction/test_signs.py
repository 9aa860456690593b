"""A search that is left out for want of signs would have found nothing."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.redaction.conftest import CONFIG
from vetting.redaction import Redactor, disguise, language, names, pronouns, suspicion
from vetting.redaction.frames import patterns, spanish
from vetting.redaction.lexicon import load
from vetting.redaction.literals import often, read, required
from vetting.redaction.normalise import View, bare, normalise, repaired
from vetting.redaction.scanner import Scanner
from vetting.redaction.signs import Signs

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


@pytest.mark.parametrize(
    ("regex", "text"),
    [
        (r"(?<!\w)(?:cat|dog)s? (?:sat|lay)(?!\w)", " the dogs lay "),
        (r"\bhe(?:'s| is) \d{1,2}\b", " he is 42 "),
        (r"(?:(?<=i'm )|(?<=aged ))\d\d(?= (?:now|today)\b|[.])", " i m 30 now "),
        (r"[a-z]+ \((?:19|20)\d\d\)", " ann  1999  "),
    ],
)
def test_requirements_have_the_form_of_a_scan(regex: str, text: str) -> None:
    needs = read(re.compile(regex))
    assert needs.literals
    assert all(any(literal in text for literal in need) for need in needs.literals)


@pytest.mark.parametrize(
    ("regex", "text"),
    [
        (r"(?<!\w)(?:the \w+ of|a \w+ for)(?!\w)", " the man of "),
        (r"(?<!\w)(?:the \w+ of|a \w+ for)(?!\w)", " a man for "),
        (r"(?<!\w)(?P<x>(?:to|in) (?P<y>the \w+ of|a \w+)) it", " in a day it "),
        (r"[mf]/[1-9]\d|[\[(] ?[mf] ?[1-9]\d ?[\])]", "  m 25  "),
        (r"(?:i|we) (?:are|am) \w+|\d+ of us", " 12 of us "),
    ],
)
def test_text_that_matches_meets_all_that_one_way_requires(regex: str, text: str) -> None:
    ways = read(re.compile(regex)).ways
    assert len(ways) > 1
    assert any(all(any(literal in text for literal in need) for need in way.literals) for way in ways)


def test_search_with_two_ways_is_not_picked_by_half_of_each() -> None:
    signs = Signs([("x", r"(?<!\w)(?:the \w+ of|a \w+ for)(?!\w)")], {})
    scanner = Scanner(("word",), signs)

    def picked(text: str) -> tuple[str, ...]:
        return signs.present(scanner.scan(normalise(text))[1])[0]

    assert picked("the man of it") == picked("a man for it") == ("x",)
    assert picked("the man for it") == picked("a man of it") == ()
    view = normalise("the man of it " + "and so on " * 400 + "a man for it " + "and so on " * 400 + "the man for it")
    reach = signs.reach(view, scanner.places(view))["x"]
    last = view.folded.index("a man for it")
    assert [m[0] for low, high in reach for m in re.finditer("the man of|a man for", view.folded[low:high])] == [
        "the man of",
        "a man for",
    ]
    assert max(high for _, high in reach) < last + 400


def test_rarest_literal_of_a_frequent_word_is_known_to_be_frequent() -> None:
    assert often(frozenset({"day "})) > often(frozenset({"quay "}))
    assert often(frozenset({" the "})) > often(frozenset({" they "})) > often(frozenset({" mill "}))


def test_word_that_only_begins_like_a_sign_is_none() -> None:
    (need,) = (n for n in required(re.compile(r"(?<!\w)he(?!\w)")))
    assert need == {" he "}


def _chosen(
    signs: Signs[patterns.Pattern], scanner: Scanner, text: str
) -> tuple[set[patterns.Pattern], frozenset[str]]:
    chosen, told = signs.present(scanner.scan(normalise(text))[1])
    return set(chosen), told


PICKED: Signs[patterns.Pattern] = Signs(
    ((p, p.regex) for p in EVERY),
    {
        "he": required(pronouns.PRONOUN),
        **{str(n): required(regex) for n, regex in enumerate(names.TOLD)},
        **suspicion.NEEDS,
    },
)
SCANNER = Scanner(("word",), PICKED)


def test_patterns_chosen_by_signs_find_what_all_patterns_find() -> None:
    for text in (*TEXTS, " ".join(TEXTS)):
        view = normalise(text)
        here, _ = _chosen(PICKED, SCANNER, text)
        reach = PICKED.reach(view, SCANNER.places(view))
        for pattern in EVERY:
            found = {m.span() for m in pattern.regex.finditer(view.folded)}
            assert not found or pattern in here, pattern.name
            bounded = {
                m.span() for low, high in reach.get(pattern, ()) for m in pattern.regex.finditer(view.folded, low, high)
            }
            assert found == bounded, pattern.name


WORDS = sorted({word for text in TEXTS for word in text.split()})
ODD = [" ", "  ", "\n", "\u200b", "🙂", "✊🏿", "é", "ж", "٢", "(", "'", ".", ",", "_", "-", "#", "@", "!", "$", "…"]
spoiled = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD), st.text(max_size=3)), max_size=14).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts))
)


@settings(max_examples=150, deadline=None)
@given(spoiled)
def test_no_match_is_without_its_signs_whatever_the_text(text: str) -> None:
    view = normalise(text)
    here, told = _chosen(PICKED, SCANNER, text)
    for pattern in EVERY:
        assert pattern in here or not pattern.regex.search(view.folded), pattern.name
    assert "he" in told or not pronouns.PRONOUN.search(view.folded)
    for number, regex in enumerate(names.TOLD):
        assert str(number) in told or not regex.search(view.cased)


@settings(max_examples=150, deadline=None)
@given(spoiled)
def test_suspects_hold_all_letters_that_are_set_apart_or_joined(text: str) -> None:
    view = normalise(text)
    suspects = suspicion.of(view, _chosen(PICKED, SCANNER, text)[1])
    apart = [m.span() for m in disguise.APART.finditer(view.folded)]
    if view.odd.translate(None, b"@$!") == view.odd:
        assert suspects.apart or not apart
    dotted = {m.span() for m in disguise.DOTTED.finditer(view.folded)}
    assert dotted == {
        m.span() for low, high in suspects.dotted for m in disguise.DOTTED.finditer(view.folded, low, high)
    }


@pytest.mark.parametrize("text", ["🙂she left", "🙂Officer Smith left", "my girlfriend Xanthe left", "she🙂 left"])
def test_symbol_that_touches_a_word_hides_no_sign(engine: Redactor, text: str) -> None:
    assert engine.spans(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["word", "two words", "w", "wo", "or", "a", "x"]), st.booleans()), max_size=40)
)
def test_terms_in_a_reading_are_those_of_the_whole_reading_near_its_repairs(parts: list[tuple[str, bool]]) -> None:
    scanner = Scanner(("word", "two words", "words two", "a"), PICKED)
    base = normalise(" ".join("_" if hidden else word for word, hidden in parts))
    places = [m.start() for m in re.finditer("_", base.folded)]
    words = [word for word, hidden in parts if hidden]
    reading = repaired(base, [(at, at + 1, word) for at, word in zip(places, words, strict=True)])

    def touching(hits: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        return sorted(hit for hit in hits if reading.touches(hit[1], hit[2]))

    assert touching(scanner.repaired(reading)) == touching(scanner.scan(reading)[0])


def test_names_are_found_only_where_they_are_looked_for() -> None:
    lexicon = load(CONFIG / "protected-classes")
    for text in TEXTS:
        view = normalise(text)
        found = {(s, e) for s, e, _, _ in names.find(view, lexicon)}
        told = _chosen(PICKED, SCANNER, text)[1]
        given_names = lexicon.given_names | lexicon.ambiguous_names | lexicon.public_figures
        assert not found or told & {"0", "1"} or given_names & set(bare(view.scan).split())


def test_english_without_a_sign_is_not_searched_for_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    def search(view: View) -> list[tuple[int, int, float, str]]:
        searched.append(view.folded)
        return []

    monkeypatch.setattr(language, "_by_words", search)
    for text in (
        "We were late again and the bus had gone.",
        "Je ne sais pas quoi faire",
        "Olen illalla taas kotona yksin",
    ):
        words = normalise(text).scan.split()
        list(language.find(normalise(text), text, words, language.SIGNS.intersection(words)))
    assert searched == ["je ne sais pas quoi faire", "olen illalla taas kotona yksin"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6), st.integers(0, 40))
def test_long_text_gives_the_spans_of_its_parts(engine: Redactor, parts: list[str], spaces: int) -> None:
    line = "Nothing here to see. "
    said = line * 9 + "\n" * (spaces + 1) + "\n".join(f"{part} ." for part in parts) + "\n" + line * 9
    before = line * 5000
    expected = {(len(before) + s.start, len(before) + s.end) for s in engine.spans(said)}
    found = {(s.start, s.end) for s in engine.spans(before + said + before)}
    assert expected == found
