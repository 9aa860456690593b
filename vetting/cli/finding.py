"""`vetting finding`: record conduct, cite evidence, correct, corroborate, and say whose account it is."""

from pathlib import Path
from typing import Annotated

import typer

from schemas.evidence import AttributionFactor, AttributionStatus
from schemas.finding import Means, Verdict
from vetting.cli.arguments import CaseId, FindingId, NoteFile, words
from vetting.cli.session import Key, acting, say

app = typer.Typer(help="Findings: conduct, cited to evidence, corroborated by independent means.", no_args_is_help=True)

_Content = Annotated[
    Path, typer.Argument(metavar="FILE", help="The finding (YAML), or - for standard input.", show_default=False)
]


@app.command("add")
def add(case_id: CaseId, file: _Content, key: Key = None) -> None:
    """Record a finding from a YAML file.

    \b
    code: reckless
    basis: [conduct]
    citations:
      - {evidence: 2026-A.003.E1, item: 2, start: 0, end: 41}
    narrative: >-
      What was done, in neutral words.
    quotation: >-
      The exact words at one of the places cited.
    context: >-
      What speaks for the candidate, if anything.
    """  # noqa: D301  (the backspace tells the help screen to keep the lines)
    from schemas.finding import FindingContent
    from vetting.cli.given import read_content
    from vetting.findings.record import record_finding

    with acting(key) as (office, actor):
        made = record_finding(office, actor, case_id, read_content(file, FindingContent, "the finding"))
    say(f"Finding {made} is recorded.", f"Next: corroborate it with `vetting finding corroborate {made}`.")


@app.command("correct")
def correct(finding: FindingId, file: _Content, key: Key = None) -> None:
    """Correct a finding by a new version; the old one stays on record."""
    from schemas.finding import FindingContent
    from vetting.cli.given import read_content
    from vetting.findings.record import supersede_finding

    with acting(key) as (office, actor):
        made = supersede_finding(office, actor, finding, read_content(file, FindingContent, "the finding"))
    say(
        f"{finding} is superseded by {made}.",
        "Next: record its corroboration again; what was said of the old one is not of the new.",
    )


@app.command("withdraw")
def withdraw(finding: FindingId, key: Key = None) -> None:
    """Withdraw a finding; it stays on record and goes into no draft."""
    from vetting.findings.record import withdraw_finding

    with acting(key) as (office, actor):
        withdraw_finding(office, actor, finding)
    say(f"{finding} is withdrawn.")


@app.command("list")
def list_(case_id: CaseId, key: Key = None) -> None:
    """List the findings of a case, every version, with what holds them back."""
    from vetting.cases.status import case_status
    from vetting.cli import status_tables as tables

    with acting(key) as (office, actor):
        status = case_status(office.store, actor, case_id)
    tables.findings(status.findings)


@app.command("show")
def show(finding: FindingId, key: Key = None) -> None:
    """Show what is written in a finding, and how it was corroborated."""
    from vetting.findings.record import read_finding
    from vetting.findings.validate import read_corroborations
    from vetting.sealing.render import safe

    with acting(key) as (office, actor):
        content = read_finding(office, actor, finding)
        attempts = read_corroborations(office, actor, finding)
    say(f"Finding {finding}: {content.code}, rests on {', '.join(words(b) for b in content.basis)}")
    say(*(f"Cites: {c.evidence} item {c.item}, {c.start} to {c.end}" for c in content.citations))
    for label, text in (
        ("What was found", content.narrative),
        ("Quotation", content.quotation),
        ("Context", content.context),
    ):
        say(f"{label}: {safe(text) or 'none'}")
    for row, note in attempts:
        say(f"Corroboration by {row.recorded_by}: {words(row.means)}, {words(row.verdict)}: {safe(note)}")
    if not attempts:
        say("Corroboration: none recorded.")


@app.command("corroborate")
def corroborate(
    finding: FindingId,
    means: Annotated[Means, typer.Option("--means", help="The independent means that was used.", show_default=False)],
    verdict: Annotated[Verdict, typer.Option("--verdict", help="What it came to.", show_default=False)],
    note_file: NoteFile = None,
    key: Key = None,
) -> None:
    """Record an attempt to corroborate a finding, with a sentence that lets a colleague retrace it."""
    from vetting.cli.given import read_text
    from vetting.findings.validate import record_corroboration

    with acting(key) as (office, actor):
        note = read_text(note_file, "How was it corroborated, and what was learned?")
        record_corroboration(office, actor, finding, means, verdict, note)
    say(
        f"Recorded: {finding} {words(verdict)} by {words(means)}.",
        "Next: `vetting draft prepare CASE`, once every finding is done.",
    )


@app.command("attribute")
def attribute(
    account: Annotated[
        str, typer.Argument(metavar="ACCOUNT", help="The account's id, e.g. 2026-A.003.A1.", show_default=False)
    ],
    status: Annotated[AttributionStatus, typer.Option("--status", help="Whose account it is.", show_default=False)],
    factor: Annotated[
        list[AttributionFactor],
        typer.Option("--factor", help="What it rests on; may be given more than once.", show_default=False),
    ],
    key: Key = None,
) -> None:
    """Judge whether an account is the candidate's, with the factors for and against."""
    from vetting.findings.validate import record_attribution

    with acting(key) as (office, actor):
        record_attribution(office, actor, account, status, tuple(factor))
    say(f"Recorded: {account} is {words(status)}.")
