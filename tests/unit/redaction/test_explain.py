"""The screen that says why."""

from rich.console import Console

from vetting.redaction import Redactor
from vetting.redaction.explain import explain


def test_explanation_shows_rule_score_and_board_text(engine: Redactor) -> None:
    console = Console(record=True, width=160, markup=False)
    explain("My wife is [bold]", engine, console)
    shown = console.export_text()
    assert "My [person] is [bold]" in shown
    assert "marital.spouses" in shown
    assert "0.95" in shown


def test_explanation_of_a_plain_text_says_that_nothing_was_found(engine: Redactor) -> None:
    console = Console(record=True, width=160)
    explain("Traffic was slow.", engine, console)
    assert "Nothing was found." in console.export_text()
