"""Hidden spellings, generated from the lexicon's own terms: floors for each technique, and ordinary text unhurt."""

import pytest

from benchmarks import hidden
from vetting.redaction import Redactor


@pytest.fixture(scope="module")
def results(engine: Redactor) -> dict[str, tuple[float, list[str]]]:
    return hidden.measure(engine)


def test_pool_holds_as_many_terms_as_promised(engine: Redactor) -> None:
    assert len({term for term, _ in hidden.pool(engine, 7)}) == hidden.TERMS


@pytest.mark.parametrize("technique", sorted(hidden.TECHNIQUES))
def test_share_found_of_a_technique_is_above_the_floor(
    results: dict[str, tuple[float, list[str]]], technique: str
) -> None:
    share, missed = results[technique]
    assert share >= hidden.FLOOR, missed[:10]


@pytest.mark.parametrize(
    "text",
    [
        "Meet at 7pm by gate B12, flight UA1549, row 34.",
        "I finished the concert in a decent mood, alright?",
        "The adapter was paying off; no bother, just retries and deadlocks.",
        "Is he there that way? n o p e, not at all".replace("he ", ""),
        "Loooove this sooo much!!! Best $5 I spent @ the fair",
        "e.g. the U.S. open, i.e. tennis, a.m. or p.m.",
        "C3PO and R2D2, B2B, 4K, mp3, h264, covid19",
        "W * T * F is a*b*c in algebra, 2*3*4",
        "martial arts and patents, ballets and parishes that perish",
    ],
)
def test_ordinary_text_is_not_taken_for_a_hidden_spelling(engine: Redactor, text: str) -> None:
    assert [s.rule for s in engine.spans(text) if "~hidden" in s.rule] == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("as a m u s l i m here", "as a [removed] here"),
        ("I am a les bian ok", "I am a [removed] ok"),
        ("I am dislexic ok", "I am [removed] ok"),
        ("what a f*g", "what a slur"),
        ("no.rooz was nice", "[removed] was nice"),
    ],
)
def test_repaired_piece_is_removed_and_nothing_else(engine: Redactor, text: str, left: str) -> None:
    assert engine.redact(text).text == left
