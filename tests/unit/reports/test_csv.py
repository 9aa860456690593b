"""Cells that a spreadsheet would run are defused; numbers stay numbers; everything can be read back."""

import csv
import io
import re
import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetting.reports.csv import defused, to_csv

_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"}

_risky = st.text(alphabet=st.sampled_from("=+-@＝＋－＠﹦−\t\r\n ;,|\"'\u00a0\u200b\ufeff\u00adA1("), max_size=12)


def runs(cell: str) -> bool:
    """Whether some spreadsheet could find a formula: at the start, or after what it takes for the end of a cell."""
    for piece in re.split(r"[;,|\t\r\n]", cell):
        shown = [c for c in piece if not (c.isspace() or c == '"' or unicodedata.category(c) in _INVISIBLE)]
        if shown and unicodedata.normalize("NFKC", shown[0])[0] in "=+-@−":
            return True
    return cell[:1] in {"\t", "\r", "\n"}


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "＝1+1",
        "\u00a0＋1",
        "\u200b=1",
        '"=1',
        "a;=1",
        "x,\n-2",
        "−3",
        "'=1",
    ],
)
def test_formula_is_defused(text: str) -> None:
    assert runs(text) or text == "'=1"
    assert not runs(defused(text))
    assert "'" in defused(text)


@pytest.mark.parametrize(
    "text", ["", "R-2026-1.001", "inv-1", "a = b", "2026-03-02 09:00:00", "name-search", "1 - 2", "it's"]
)
def test_harmless_text_is_left_as_it_is(text: str) -> None:
    assert defused(text) == text


@given(st.one_of(st.text(max_size=40), _risky))
def test_no_text_runs_after_defusing_and_nothing_else_changes(text: str) -> None:
    result = defused(text)
    assert not runs(result)
    assert result.replace("'", "") == text.replace("'", "")


@given(st.lists(st.tuples(_risky, st.integers(), st.floats(allow_nan=False, allow_infinity=False)), max_size=5))
def test_any_table_reads_back_with_numbers_as_numbers(rows: list[tuple[str, int, float]]) -> None:
    frame = pd.DataFrame(rows, columns=["=text", "count", "share"], dtype=object)
    data = to_csv(frame).decode("utf-8")
    read = list(csv.reader(io.StringIO(data, newline="")))
    assert read[0][0] == "'=text"
    assert len(read) == len(rows) + 1
    for cells, (text, count, share) in zip(read[1:], rows, strict=True):
        assert (str(cells[0]), int(cells[1]), float(cells[2])) == (defused(text), count, share)


def test_numbers_stand_without_quotes_and_negative_ones_stay_numbers() -> None:
    assert to_csv(pd.DataFrame([["-1", -1, -2.5, True]], columns=list("abcd"), dtype=object)) == (
        b'"a","b","c","d"\r\n"\'-1",-1,-2.5,"True"\r\n'
    )
