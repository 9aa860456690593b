"""`vetting declare`, `vetting collect` and `vetting step`: what candidates declare, and what is collected of it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schemas.capture import StepOutcome
from vetting.cli.arguments import RoundId, StepId, count
from vetting.cli.session import Key, acting, say, table

if TYPE_CHECKING:
    from schemas.declaration import Declaration
    from schemas.platform import PlatformList
    from vetting.access import Actor
    from vetting.office import Office

step_app = typer.Typer(help="Steps that a person carries out by hand: list, see, record.", no_args_is_help=True)

_Statement = Annotated[
    Path,
    typer.Option(
        "--statement", metavar="FILE", help="Statement of method (YAML), or - for standard input.", show_default=False
    ),
]


def declare(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Declarations: a .yaml, .json or .csv file.", show_default=False)
    ],
    round_id: Annotated[str, typer.Option("--round", metavar="ROUND", help="The round's id.", show_default=False)],
    key: Key = None,
) -> None:
    """Record the declarations of a file: one candidate or many. A file with any error in it is refused as a whole.

    A candidate whose declaration is refused does not stop the others; the command then ends with an error code.

    A CSV file has a line for each account, or one with platform `none`, under a line that names the columns:

    \b
    round, candidate, kind, full_name, other_names, birth_date, emails, places,
    platform, handle, url, notice_version, notice_acknowledged_on, supersedes

    Several names, addresses or places in one cell are separated by `|`. A declaration that changes an earlier one gives
    that one's version in `supersedes` and names every account again.
    """  # noqa: D301  (the backspace tells the help screen to keep the lines)
    from vetting.cli.given import read_file
    from vetting.errors import VettingError
    from vetting.intake.receive import receive
    from vetting.intake.record import record_declaration

    with acting(key) as (office, actor):
        declarations, platforms = receive(office, actor, round_id, read_file(file), file.name)
        _warn_shared(declarations, platforms, private=office.settings.allow_private_hosts)
        refused: dict[int, VettingError] = {}
        for each in declarations:
            try:
                record_declaration(office, actor, each, platforms)
            except VettingError as refusal:
                refused[each.candidate] = refusal
                sys.stderr.write(f"Candidate {each.candidate}: not recorded.\n{refusal.diagnostics()}\n")
            else:
                what = "an explicit none" if each.none_declared else count(len(each.accounts), "account")
                say(f"Candidate {each.candidate}: declaration version {(each.supersedes or 0) + 1} recorded, {what}.")
    if refused:
        numbers = ", ".join(str(number) for number in refused)
        sys.stderr.write(
            f"Not recorded: {numbers}. Mend what is named above, and give these again in a file of their own.\n"
        )
        raise typer.Exit(next(iter(refused.values())).exit_code)
    say(f"Next: `vetting collect {round_id}`.")


def _warn_shared(declarations: "list[Declaration]", platforms: "PlatformList", *, private: bool) -> None:
    from vetting.intake import resolve_account, shared_between_candidates

    known = {p.id: p for p in platforms.platforms}
    accounts = {
        d.candidate: [resolve_account("A0", e, known[e.platform], allow_private_hosts=private) for e in d.accounts]
        for d in declarations
    }
    for warning in shared_between_candidates(accounts):
        numbers = ", ".join(str(number) for number in warning.candidates)
        sys.stderr.write(
            f"Note: candidates {numbers} declare the same account. Ask them; it is no reason to treat anybody otherwise.\n"
        )


def collect(round_id: RoundId, key: Key = None) -> None:
    """Collect every automatic step that has no outcome yet, for all candidates of a round the same.

    May be stopped and run again at any point: nothing is lost, and nothing is collected twice.
    """
    with acting(key) as (office, actor):
        _ready(office, actor, round_id)
        from flows.collect import collect as collect_round
        from vetting.cli import status_tables as tables
        from vetting.cli.progress import flow_desk
        from vetting.collection.worklist import worklist
        from vetting.rounds.status import outcomes

        try:
            with flow_desk(office, actor, "Collecting"):
                collect_round(round_id)
        finally:
            tables.outcomes(outcomes(office.store, actor, round_id))
        waiting = worklist(office, actor, round_id)
    if waiting:
        table("Steps that wait for a person", ["Step", "What"], [[t.step.id, t.title] for t in waiting])
        say("Next: `vetting step show STEP`, then `vetting step import` or `vetting step record`.")
    else:
        say("Next: look at the evidence with `vetting evidence list CASE`.")


def _ready(office: "Office", actor: "Actor", round_id: str) -> None:
    """Refuse before the server is started, which takes some seconds; the flow asks the same again."""
    from vetting.access import Permission, refusals_recorded, require
    from vetting.audit.tags import Action
    from vetting.rounds.opening import open_only

    with (
        refusals_recorded(office.store, actor, Action.COLLECTION_STARTED, round_=round_id),
        office.store.reading() as tx,
    ):
        require(tx, actor.person, Permission.ROUND_COLLECTION_RUN, round_=round_id)
        open_only(tx, round_id)


@step_app.command("worklist")
def worklist_(round_id: RoundId, key: Key = None) -> None:
    """List the steps of a round that wait for a person, with the plan's instruction."""
    from vetting.collection.worklist import worklist

    with acting(key) as (office, actor):
        tasks = worklist(office, actor, round_id)
    table(
        "Steps that wait for a person",
        ["Step", "Account", "What", "Instruction"],
        [[t.step.id, t.step.account, t.title, t.instruction] for t in tasks],
    )
    if tasks:
        say("Next: `vetting step show STEP` opens the address or the name for one step.")


@step_app.command("show")
def show(step: StepId, key: Key = None) -> None:
    """Show one step with the address, handle or name that it is done on. Opening it is on the record."""
    from vetting.collection.worklist import open_step
    from vetting.sealing.render import safe

    with acting(key) as (office, actor):
        view = open_step(office, actor, step)
    row = view.task.step
    say(f"Step {row.id}: {view.task.title}", f"Instruction: {view.task.instruction or 'none'}")
    if view.account is not None:
        for label, value in (
            ("Platform", view.account.platform),
            ("Handle", view.account.handle),
            ("Address", view.account.url),
        ):
            if value:
                say(f"{label}: {safe(value)}")
    if view.identity is not None:
        say(
            f"Name: {safe(view.identity.full_name)}",
            f"Places: {safe(', '.join(view.identity.places)) or 'none declared'}",
        )
    start = f"{view.window.not_before:%Y-%m-%d}" if view.window.not_before else "the beginning"
    say(f"Window: from {start} to {view.window.not_after:%Y-%m-%d}, and nothing outside it")
    if view.statement is not None:
        made = view.statement
        say(
            f"Done by hand: {made.method.replace('_', ' ')}, {made.captured_at:%Y-%m-%d %H:%M} UTC, with {safe(made.tool)}"
        )
        say(f"At: {safe(made.address)}", f"Note: {safe(made.note) or 'none'}")
    if row.outcome is not None:
        say(f"Outcome: {row.outcome.replace('_', ' ')}")
    else:
        say(
            f"Next: `vetting step import {row.id} FILE --statement FILE`, or `vetting step record {row.id}` where there is nothing."
        )


@step_app.command("import")
def import_(
    step: StepId,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="The capture (.warc, .wacz, .mhtml, .html, .png, .jpg, .pdf), a public archive of mail (.mbox), or the "
            "candidate's own export (.zip, .tar.gz, .car, .json).",
            show_default=False,
        ),
    ],
    statement: _Statement,
    key: Key = None,
) -> None:
    """Keep a capture that you made by hand as the evidence of a step.

    The file's type is told from its content. A page is saved from the browser as one file (.mhtml, or .html with all
    that it shows inside); the address in the statement must be the declared account's own page, and the one that the
    file itself names. Of an archive of a newsgroup or public list, and of an export, only the candidate's own public
    items are kept, and not the file. The statement is a YAML file:

    \b
    method: signed_out_public_page   (or candidate_present_consenting, candidate_own_export)
    captured_at: 2026-01-20T14:05:00-05:00
    address: the address as the browser showed it, or the search terms
    tool: browser or capture tool, with version
    note: optional
    """  # noqa: D301  (the backspace tells the help screen to keep the lines)
    from schemas.statement import CaptureStatement
    from vetting.cli.given import read_content, read_file
    from vetting.collection.by_hand import import_step
    from vetting.collection.imports import MAX_FILE

    with acting(key) as (office, actor):
        stated = read_content(statement, CaptureStatement, "the statement")
        evidence = import_step(office, actor, step, read_file(file, MAX_FILE), file.suffix or None, stated)
    say(
        f"Step {step} is done: evidence {evidence} is kept.",
        "Next: delete your own copy of the file; the vault has it.",
    )


@step_app.command("record")
def record(
    step: StepId,
    outcome: Annotated[
        StepOutcome, typer.Option("--outcome", help="not_found, no_content or not_public.", show_default=False)
    ],
    statement: _Statement,
    key: Key = None,
) -> None:
    """Give a step an outcome without a file: nothing was found, nothing is public, or there is no content.

    A platform that does not answer is no outcome of this kind: ask for a deviation (`vetting deviation request`).
    """
    from schemas.statement import CaptureStatement
    from vetting.cli.given import read_content
    from vetting.collection.by_hand import record_step

    with acting(key) as (office, actor):
        stated = read_content(statement, CaptureStatement, "the statement")
        record_step(office, actor, step, outcome, stated)
    say(f"Step {step} is done: {outcome.replace('_', ' ')}.")
