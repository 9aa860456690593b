"""`vetting lead`: undeclared accounts that turned up, for the candidate's interview. They are never collected."""

from pathlib import Path
from typing import Annotated

import typer

from schemas.lead import LeadAnswer
from vetting.cli.arguments import CaseId, NoteFile, minute, words
from vetting.cli.session import Key, acting, say, table

app = typer.Typer(help="Undeclared accounts that turned up: asked about, never collected.", no_args_is_help=True)

_Lead = Annotated[
    str, typer.Argument(metavar="LEAD", help="The lead's id, e.g. 2026-A.003.lead-1.", show_default=False)
]


@app.command("add")
def add(
    case_id: CaseId,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The lead (YAML), or - for standard input.", show_default=False)
    ],
    key: Key = None,
) -> None:
    """Record an undeclared account that turned up. Do not look at it any further: ask the candidate.

    \b
    where: the account as it was seen: handle, address, or a description
    how: how it came to light in the course of the plan's own steps
    """  # noqa: D301  (the backspace tells the help screen to keep the lines)
    from schemas.lead import LeadContent
    from vetting.cli.given import read_content
    from vetting.findings.leads import record_lead

    with acting(key) as (office, actor):
        made = record_lead(office, actor, case_id, read_content(file, LeadContent, "the lead"))
    say(f"Lead {made} is recorded.", f"Next: ask the candidate, then `vetting lead interview {made}`.")


@app.command("list")
def list_(case_id: CaseId, key: Key = None) -> None:
    """List the leads of a case, and what the candidate answered; no content."""
    from vetting.findings.leads import list_leads

    with acting(key) as (office, actor):
        rows = list_leads(office, actor, case_id)
    table(
        f"Leads of {case_id}",
        ["Lead", "Recorded (UTC)", "By", "Candidate"],
        [
            [lead.id, minute(lead.recorded_at), lead.recorded_by, words(last.answer) if last else "not asked yet"]
            for lead, last in rows
        ],
    )


@app.command("show")
def show(lead: _Lead, key: Key = None) -> None:
    """Show what turned up, and what the candidate said about it. Opening it is on the record."""
    from vetting.findings.leads import read_lead
    from vetting.sealing.render import safe

    with acting(key) as (office, actor):
        content, interviews = read_lead(office, actor, lead)
    say(f"Lead {lead}", f"Where: {safe(content.where)}", f"How: {safe(content.how)}")
    say(*(f"Interview by {row.recorded_by}: {words(row.answer)}: {safe(note)}" for row, note in interviews))
    if not interviews:
        say("Interview: none recorded.")


@app.command("interview")
def interview(
    lead: _Lead,
    answer: Annotated[LeadAnswer, typer.Option("--answer", help="What the candidate said.", show_default=False)],
    note_file: NoteFile = None,
    key: Key = None,
) -> None:
    """Record what the candidate said when they were asked about a lead."""
    from vetting.cli.given import read_text
    from vetting.findings.leads import record_interview

    with acting(key) as (office, actor):
        record_interview(office, actor, lead, answer, read_text(note_file, "What did the candidate say, and why?"))
    say(
        f"Recorded: {words(answer)}.",
        f"A finding with the code nondisclosure may name it now (`lead: {lead}`), where the order has that code.",
        "If the account is to be looked at, the candidate amends the declaration: `vetting declare`.",
    )
