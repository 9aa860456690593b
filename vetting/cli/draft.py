"""`vetting draft` and `vetting validate`: from findings to a redacted and validated draft."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from vetting.cli.arguments import DraftId, RoundOption, count, words
from vetting.cli.flow_results import one_of, show_results
from vetting.cli.session import Key, acting, out, say, table

if TYPE_CHECKING:
    from rich.text import Text

    from schemas.draft import DraftField

app = typer.Typer(help="Drafts: prepared, gone through by a person, submitted.", no_args_is_help=True)


class Field(StrEnum):
    """The free texts of a finding."""

    NARRATIVE = "narrative"
    QUOTATION = "quotation"
    CONTEXT = "context"


_Finding = Annotated[str, typer.Option("--finding", metavar="FINDING", help="The finding's id.", show_default=False)]
_Field = Annotated[Field, typer.Option("--field", help="Which of its texts.", show_default=False)]
_Start = Annotated[
    int, typer.Option("--start", min=0, help="First character of the original, counted from 0.", show_default=False)
]
_End = Annotated[int, typer.Option("--end", min=1, help="The character after the last.", show_default=False)]


@app.command("prepare")
def prepare(
    case: Annotated[str | None, typer.Argument(metavar="[CASE]", help="One case.", show_default=False)] = None,
    round_id: RoundOption = None,
    key: Key = None,
) -> None:
    """Build and redact the draft of one case, or of every collected case of a round."""
    one_of(case, round_id)
    with acting(key) as (office, actor):
        if case is not None:
            from vetting.redaction.drafting import prepare_draft
            from vetting.redaction.engine import redactor

            made = prepare_draft(office, actor, case, redactor(office.settings.config_dir))
            say(f"Draft {made} is prepared.", f"Next: go through it with `vetting draft show {made}`.")
            return
        from flows.prepare import prepare as prepare_round
        from vetting.cli.progress import flow_desk

        with flow_desk(office, actor, "Preparing"):
            results = prepare_round(round_id or "")
    show_results("Drafts", "Draft", results)
    if results.done:
        say("Next: go through each with `vetting draft show DRAFT`.")
    else:
        say(f"No case of {round_id} waits for a draft: `vetting case list {round_id}` shows where each stands.")


@app.command("show")
def show(draft: DraftId, key: Key = None) -> None:
    """Show a draft: the texts as written with what is removed and why, and the texts as the board would read them."""
    from rich.text import Text

    from vetting.redaction.editing import read_draft
    from vetting.sealing.render import safe

    with acting(key) as (office, actor):
        row, content = read_draft(office, actor, draft)
    say(
        f"Draft {row.id} by {row.author}: {count(len(row.findings), 'finding')}, {len(row.held_back)} held back, "
        f"{'confirmed' if row.confirmed else 'not confirmed'}"
    )
    if not content.fields:
        say("No findings: the summary will say so.")
    if row.held_back:
        say(
            f"Held back: {', '.join(row.held_back)}. The board gets their number, not what they say; "
            f"`vetting finding list {row.case}` says why."
        )
    for field in content.fields:
        if not field.original:
            continue
        out().print(Text(f"\n{field.finding}, {field.field}", style="bold"))
        out().print(_marked(field))
        for number, span in enumerate(field.spans, start=1):
            say(
                f"  [{number}] {span.start} to {span.end}: {span.entity}, {span.mark}, "
                f"certainty {span.score:.2f}, rule {span.rule}"
            )
        out().print(Text("The board reads: ", style="dim").append(safe(field.text), style="green"))
    say(
        f"\nNext: change it with `vetting draft redact` or `restore`, or confirm it: `vetting draft confirm {row.id}`."
        if not row.confirmed
        else f"\nNext: `vetting validate {row.id}`, then `vetting draft submit {row.id}`."
    )


def _marked(field: "DraftField") -> "Text":
    """The original with each span in brackets, numbered; colour only repeats what the brackets say."""
    from rich.text import Text

    from vetting.sealing.render import safe

    text, at = Text(), 0
    for number, span in enumerate(field.spans, start=1):
        text.append(safe(field.original[at : span.start]))
        text.append(f"[{number}: {safe(field.original[span.start : span.end])}]", style="bold red")
        at = span.end
    return text.append(safe(field.original[at:]))


@app.command("redact")
def redact(
    draft: DraftId,
    finding: _Finding,
    field: _Field,
    start: _Start,
    end: _End,
    entity: Annotated[
        str, typer.Option("--class", metavar="CLASS", help="What it reveals, e.g. PC_RELIGION.", show_default=False)
    ],
    key: Key = None,
) -> None:
    """Remove one more place from a draft. Makes a new draft version."""
    from schemas.redaction import Span
    from vetting.errors import InputError
    from vetting.redaction.editing import change_spans
    from vetting.redaction.engine import redactor

    with acting(key) as (office, actor):
        engine = redactor(office.settings.config_dir)
        if entity not in engine.entities:
            raise InputError(
                "unknown_class",
                "This is not a class of this agency's list.",
                remedy=f"Use one of: {', '.join(sorted(engine.entities))}.",
            )
        if end <= start:
            raise InputError("span_empty", "A place ends after it starts.", remedy="Check --start and --end.")
        span = Span(start=start, end=end, entity=entity, score=1.0, rule="manual")
        made = change_spans(office, actor, draft, finding=finding, field=field.value, add=span)
    say(f"Draft {made} takes the place of {draft}.", f"Next: `vetting draft show {made}`.")


@app.command("restore")
def restore(draft: DraftId, finding: _Finding, field: _Field, start: _Start, end: _End, key: Key = None) -> None:
    """Give one removed place back. Makes a new draft version; names, handles and addresses are never given back."""
    from vetting.redaction.editing import change_spans

    with acting(key) as (office, actor):
        made = change_spans(office, actor, draft, finding=finding, field=field.value, restore=(start, end))
    say(f"Draft {made} takes the place of {draft}.", f"Next: `vetting draft show {made}`.")


@app.command("confirm")
def confirm(draft: DraftId, key: Key = None) -> None:
    """State that you have gone through every redaction of a draft. Makes a new draft version."""
    from vetting.redaction.editing import confirm_spans

    with acting(key) as (office, actor):
        made = confirm_spans(office, actor, draft)
    say(f"Draft {made} is confirmed.", f"Next: `vetting validate {made}`.")


@app.command("submit")
def submit(draft: DraftId, key: Key = None) -> None:
    """Hand a confirmed and validated draft to a second person."""
    from vetting.redaction.editing import submit_draft

    with acting(key) as (office, actor):
        submit_draft(office, actor, draft)
    case = draft.rpartition(".")[0]
    say(f"{draft} is in review.", f"Next: a reviewer reads it with `vetting review read {case}`.")


def validate(draft: DraftId, key: Key = None) -> None:
    """Check a draft: evidence, right person, corroboration, versions, leaks. Ends with exit code 1 when it fails."""
    from vetting.validation.report import validate as validate_draft

    with acting(key) as (office, actor):
        report = validate_draft(office, actor, draft)
    say(f"Checked {draft}: {', '.join(words(check) for check in report.checks)}.")
    if not report.passed:
        table("What failed", ["Code", "What to do"], [[failure, _mend(failure, draft)] for failure in report.failures])
        say("Failed. Next: do what is named; a new draft is then shown, confirmed and validated again.")
        raise typer.Exit(1)
    say("Passed.", f"Next: `vetting draft submit {draft}`, once it is confirmed.")


_PREPARE = "`vetting draft prepare CASE`"
_MEND = {
    "draft_altered": "Stop, do not use this draft, and tell the auditor.",
    "texts_differ": "Stop, do not use this draft, and tell the auditor.",
    "evidence_altered": "Stop: do not use this evidence, and tell the auditor.",
    "findings_changed": f"Findings, corroboration or attribution are not what the draft was made of: {_PREPARE}.",
    "versions_differ": f"The declaration or the plan has changed since: `vetting collect ROUND`, then {_PREPARE}.",
    "lexicon_differs": f"The round's lexicon has changed since: {_PREPARE}.",
    "leak": "This text still tells what it must not: `vetting draft redact`, or correct the finding.",
}


def _mend(failure: str, draft: str) -> str:
    """What a person does about a failed check; a finding that is held back again is a change of the findings."""
    case = draft.rpartition(".")[0]
    said = _MEND.get(failure.partition(":")[0], _MEND["findings_changed"])
    return said.replace("CASE", case).replace("ROUND", case.rpartition(".")[0])
