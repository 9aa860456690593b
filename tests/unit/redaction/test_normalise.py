"""Every position of a view leads back to the original, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetting.redaction.normalise import normalise, repaired

anything = st.text(alphabet=st.characters(), max_size=80)


@given(anything)
def test_span_of_any_text_stays_inside_the_original(text: str) -> None:
    view = normalise(text)
    assert len(view.cased) == len(view.folded) == len(view.scan)
    last = 0
    for index in range(len(view.cased)):
        start, end = view.span(index, index + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last
        last = start
    if view.cased:
        low, high = view.span(0, len(view.cased))
        assert normalise(text[low:high]).folded == view.folded


@given(anything, st.sampled_from(["muslim", "lesbian", "African American"]), anything)
def test_span_of_a_planted_word_covers_exactly_it(before: str, word: str, after: str) -> None:
    text = f"{before} {word} {after}"
    view = normalise(text)
    folded = word.lower()
    found = {view.span(at, at + len(folded)) for at in _all(view.folded, folded)}
    assert any(text[s:e].startswith(word) for s, e in found)


@given(anything, anything)
def test_repaired_view_leads_back_through_its_base(left: str, right: str) -> None:
    base = normalise(f"x{left} g4y {right}y")
    at = base.folded.index("g4y")
    view = repaired(base, [(at, at + 3, "gaygay")])
    where = view.folded.index("gaygay")
    assert view.touches(where + 2, where + 3)
    assert view.base_range(where, where + 6) == (at, at + 3)
    assert view.base_range(0, 1) == (0, 1)
    assert view.base_range(len(view.folded) - 1, len(view.folded)) == (len(base.folded) - 1, len(base.folded))
    assert view.span(where, where + 1) == base.span(at, at + 3)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Gáy", "gay"),
        ("ѕtrаight", "straight"),
        ("ｇａｙ", "gay"),
        ("g\u200ba\u00ady", "gay"),
        ("𝓰𝓪𝔂", "gay"),
        ("🅶🅰🆈", "gay"),
        ("ɢᴀʏ", "gay"),
        ("a\u00a0 \u2003\n b", "a b"),
        ("İ", "i"),
        ("ß", "ss"),
        ("don’t", "don't"),
        ("I 'm 30 and they 're in", "i'm 30 and they're in"),
        ("Roy ’s dog did n't bark", "roy's dog didn't bark"),
        ("we 're gon na", "we're gonna"),
        ("the ' s ' key and a 'd'", "the ' s ' key and a 'd'"),
    ],
)
def test_folding_of_a_disguise_gives_plain_letters(written: str, folded: str) -> None:
    assert normalise(written).folded == folded


@pytest.mark.parametrize(
    "text", ["I 'm\u00a0 30 , she 's not", "  Roy  ’s dog", "\u200bdo n't 🙂 gon na", "中文 it 's"]
)
def test_contraction_that_stands_apart_leads_back_to_the_original(text: str) -> None:
    view = normalise(text)
    starts, ends = view.origins() or ((), ())
    for at in range(len(view.folded)):
        low, high = view.span(at, at + 1)
        assert (starts[at], ends[at]) == (low, high)
        assert normalise(text[low:high]).folded.strip() in {view.folded[at].strip(), ""}
    assert view.span(0, len(view.folded))[1] == len(text)


def _all(text: str, word: str) -> list[int]:
    at, out = text.find(word), []
    while at >= 0:
        out.append(at)
        at = text.find(word, at + 1)
    return out
