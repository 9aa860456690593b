"""An opened summary as text for people: the same parts in the same order for every candidate.

Whatever could act on a terminal or reorder the text (control and direction characters) is shown as its code
instead: a quotation is somebody else's text. Colours only repeat what the words say.
"""

import textwrap
import unicodedata
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from schemas.summary import Summary, SummaryBody, SummaryFinding

_WIDTH = 88
_UNSAFE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
"""Needed to write some languages and emoji; they do not reorder anything."""


class Section(NamedTuple):
    """A heading and its lines: (label, text) pairs, the label empty for a sentence."""

    title: str
    lines: tuple[tuple[str, str], ...]


def sections(summary: SummaryBody) -> tuple[Section, ...]:
    """The summary's parts in the fixed order of form 1, every text made safe to show.

    A body that is not released yet has the same parts, without the facts of a release.
    """
    released = summary if isinstance(summary, Summary) else None
    parts = [
        Section(
            f"Summary of candidate {summary.candidate}",
            (
                ("Agency", summary.agency),
                ("Round", summary.round),
                ("Case", f"{summary.case}, version {released.version}" if released else summary.case),
                *_replaces(released),
                ("Position", summary.position),
                ("Released", f"{released.released_at:%Y-%m-%d %H:%M} UTC" if released else "not yet: this is a draft"),
            ),
        ),
        Section(
            "What was looked at",
            (
                ("Accounts declared", str(summary.accounts_declared)),
                ("Accounts examined", str(summary.accounts_examined)),
                *((step.title, _outcomes(step.outcomes)) for step in summary.steps),
            ),
        ),
        *(_finding(finding) for finding in summary.findings),
    ]
    if not summary.findings:
        parts.append(Section("Findings", (("", "No findings."),)))
    parts.append(
        Section(
            "What could not be validated",
            (("", _held_back(summary.not_validated)), *(("", note) for note in summary.notes)),
        )
    )
    parts.append(
        Section(
            "How this was made",
            (
                ("Written by", summary.author),
                *(
                    (("Approved by", released.reviewer), ("Sealed to", ", ".join(released.recipients)))
                    if released
                    else ()
                ),
                ("Search plan", summary.plan_sha256),
                ("Policy", summary.policy_sha256),
                ("Lexicon", summary.lexicon_sha256),
                ("Software", summary.software),
            ),
        )
    )
    return tuple(
        Section(safe(part.title), tuple((safe(label), safe(text)) for label, text in part.lines)) for part in parts
    )


def _replaces(released: Summary | None) -> tuple[tuple[str, str], ...]:
    if released is None or released.replaces is None:
        return ()
    return (("Replaces", f"version {released.replaces}, which was withdrawn"),)


def as_text(summary: SummaryBody) -> str:
    """Plain text, complete in itself, at most 88 columns wide."""
    blocks = []
    for section in sections(summary):
        lines = [section.title, "-" * len(section.title)]
        for label, text in section.lines:
            lines += _wrapped(label, text)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def as_rich(summary: SummaryBody) -> RenderableType:
    """The same for a terminal. `Text`, not markup: brackets in a quotation are no commands."""
    blocks: list[RenderableType] = []
    for section in sections(summary):
        blocks.append(Text(section.title, style="bold"))
        for label, text in section.lines:
            line = Text()
            if label:
                line.append(f"{label}: ", style="dim")
            line.append(text)
            blocks.append(Padding(line, (0, 0, 0, 2)))  # no line of a quotation can pass for a heading
        blocks.append(Text(""))
    return Group(*blocks)


def safe(text: str) -> str:
    """`text` with every control, direction and invisible character replaced by its code, like [U+202E]."""
    return "".join(
        f"[U+{ord(char):04X}]" if char not in "\n" + _JOINERS and unicodedata.category(char) in _UNSAFE else char
        for char in text
    )


def _finding(finding: SummaryFinding) -> Section:
    return Section(
        f"Finding {finding.number}: {finding.conduct}",
        (
            ("Conduct code", finding.code),
            ("Clause", finding.clause),
            ("What was found", finding.narrative),
            ("Quotation", finding.quotation or "none"),
            ("Context", finding.context or "none recorded"),
            ("Corroborated by", ", ".join(finding.corroboration) or "nothing"),
        ),
    )


def _outcomes(outcomes: dict[str, int]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in sorted(outcomes.items())) or "none"


def _held_back(count: int) -> str:
    if count == 0:
        return "Nothing was held back."
    things = "finding was" if count == 1 else "findings were"
    return f"{count} {things} held back because the validation required by policy did not succeed."


def _wrapped(label: str, text: str) -> list[str]:
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        first = f"{label}: " if label and number == 0 else "    " if number else ""
        wrapped = textwrap.wrap(
            paragraph, _WIDTH, initial_indent=first, subsequent_indent="    ", break_on_hyphens=False
        )
        lines += wrapped or [first.rstrip()]
    return lines
