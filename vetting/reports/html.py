"""The report as one HTML file: no script, nothing fetched from anywhere, to be read on a screen or printed.

Accessible (WCAG 2.2 AA): a language, headings in order, captions, header cells with scope, tables that scroll by
keyboard, nothing told by colour alone. The page forbids everything but its own style, by a content security policy.
"""

import base64
import hashlib
from functools import cache

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from vetting.reports.reasons import Weight
from vetting.reports.tables import MISSING
from vetting.reports.uniformity import UniformityReport, Verdict

_MARKS = {Verdict.UNIFORM: "✓", Verdict.DEVIATIONS: "✓", Verdict.UNFINISHED: "…", Verdict.NOT_UNIFORM: "✗"}

_MEANS = {
    Verdict.UNIFORM: "Every candidate has every step of the plan, under the same versions and limits.",
    Verdict.DEVIATIONS: "Every candidate has every step of the plan, but for departures that somebody else approved.",
    Verdict.UNFINISHED: "No rule is broken so far, and something is still to be done.",
    Verdict.NOT_UNIFORM: "At least one rule is broken.",
}

_GROUPS = {
    Weight.BREACH: "Rules broken",
    Weight.OPEN: "Still to be done",
    Weight.DEVIATION: "Approved deviations",
    Weight.NOTE: "Notes",
}

_TOLD = frozenset({"verdict", "reasons", "conflicts"})
"""Tables that the page tells in words instead."""


def to_html(report: UniformityReport) -> str:
    """The whole page; the same report gives the same page, byte for byte."""
    environment = _environment()
    style = environment.get_template("uniformity.css.jinja").render()
    groups = [
        (title, [reason for reason in report.reasons if reason.weight is weight]) for weight, title in _GROUPS.items()
    ]
    return environment.get_template("uniformity.html.jinja").render(
        report=report,
        style=Markup(style),  # noqa: S704 - our own file, without a value in it
        style_sha256=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        mark=_MARKS[report.verdict],
        means=_MEANS[report.verdict],
        groups=[(title, found) for title, found in groups if found],
        tables=[(table, _rows(table.frame)) for table in report.tables if table.key not in _TOLD],
        missing=MISSING,
    )


def _rows(frame: pd.DataFrame) -> list[list[tuple[str, bool]]]:
    """Each cell as text, and whether it is a number."""
    return [
        [(_text(value), isinstance(value, int | float)) for value in row]
        for row in frame.itertuples(index=False, name=None)
    ]


def _text(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("vetting.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
