"""A summary on the screen: complete, in one order, and harmless."""

import io
import re

import pytest
from rich.console import Console

from tests.simulators.sealing import finding, publics, readers, summary_for
from vetting.sealing.render import as_rich, as_text, safe, sections

BOARD = publics(readers(2))


def shown(quotation: str) -> tuple[str, str]:
    """As plain text and as a terminal would get it."""
    summary = summary_for(BOARD, findings=(finding(1, quotation),))
    console = Console(file=io.StringIO(), width=100, force_terminal=True, color_system=None)
    console.print(as_rich(summary))
    output = console.file
    assert isinstance(output, io.StringIO)
    return as_text(summary), output.getvalue()


def test_text_shows_every_value_a_reader_needs() -> None:
    summary = summary_for(BOARD)
    text = " ".join(as_text(summary).split())
    for value in (
        "candidate 4",
        "round-1-c4, version 1",
        "2026-03-02 09:30 UTC",
        "Accounts declared: 3",
        "Recent posts: captured 2, not public 1",
        "Finding 1: Synthetic conduct",
        "VII.A",
        "Synthetic quotation.",
        "interview, second source",
        "1 finding was held back",
        "No time-stamp authority was set.",
        "investigator-1",
        "reviewer-1",
        "board-1, board-2",
        "a" * 64,
        "b" * 64,
        "c" * 64,
        "vetting 0.1.0",
    ):
        assert value in text


def test_parts_stand_in_one_order_with_or_without_findings() -> None:
    with_two = [s.title for s in sections(summary_for(BOARD, findings=(finding(1), finding(2))))]
    without = [s.title for s in sections(summary_for(BOARD, findings=()))]
    assert with_two == [
        "Summary of candidate 4",
        "What was looked at",
        "Finding 1: Synthetic conduct",
        "Finding 2: Synthetic conduct",
        "What could not be validated",
        "How this was made",
    ]
    assert without == [*with_two[:2], "Findings", *with_two[4:]]
    assert "No findings." in as_text(summary_for(BOARD, findings=()))


@pytest.mark.parametrize(("count", "words"), [(0, "Nothing was"), (1, "1 finding was"), (5, "5 findings were")])
def test_findings_held_back_are_counted(count: int, words: str) -> None:
    assert words in as_text(summary_for(BOARD, not_validated=count))


@pytest.mark.parametrize(
    "quotation",
    [
        "\x1b[2J\x1b[31mred",
        "\x9b31m",
        "back\x08\x08",
        "\x07",
        "return\rX",
        "\u202eevil",
        "\u2066x",
        "\ufeff",
        "a\u2028b",
    ],
)
def test_text_that_could_act_on_a_terminal_is_shown_as_codes(quotation: str) -> None:
    for output in shown(quotation):
        assert re.search(r"\[U\+[0-9A-F]{4}\]", output)
        without_style = re.sub(r"\x1b\[[0-9;]*m", "", output) if "\x1b[31mred" not in output else output
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\ufeff]", without_style)


def test_rich_markup_in_a_quotation_is_shown_as_it_is() -> None:
    for output in shown("[bold red]synthetic[/bold red] [link=x]y[/link]"):
        assert "[bold red]synthetic[/bold red] [link=x]y[/link]" in output


def test_lines_of_a_quotation_cannot_pass_for_a_heading() -> None:
    for output in shown("first\nFinding 2: Invented conduct\n---\nHow this was made"):
        lines = output.splitlines()
        assert not any(line.startswith(("Finding 2", "---\n")) for line in lines)
        assert sum(line.startswith("How this was made") for line in lines) == 1


def test_text_keeps_letters_of_other_languages_and_emoji() -> None:
    for kept in ("Ünïcode", "日本語", "עברית", "👩\u200d🚒", "two\nlines"):
        assert safe(kept) == kept


def test_text_is_at_most_88_columns_wide() -> None:
    text = as_text(summary_for(BOARD, findings=(finding(1, "synthetic words " * 60),)))
    assert max(map(len, text.splitlines())) <= 88
