"""`vetting review`, `vetting release`, `vetting fetch`: the second person, the sealing, and the sealed file for its reader."""

import os
from pathlib import Path
from typing import Annotated

import typer

from schemas.draft import ReturnReason, ReviewDecision
from vetting.cli.arguments import CaseId, DraftId, NoteFile, RoundOption, count, words
from vetting.cli.flow_results import one_of, show_results
from vetting.cli.session import Key, acting, out, say

app = typer.Typer(
    help="Review: a second person reads as the board will, and approves or returns.", no_args_is_help=True
)


@app.command("read")
def read(
    case_id: CaseId,
    plain: Annotated[bool, typer.Option("--plain", help="Plain text, without colours.")] = False,
    key: Key = None,
) -> None:
    """Show the newest draft of a case exactly as the board would read it."""
    from vetting.review.decide import read_as_board
    from vetting.sealing.render import as_rich, as_text

    with acting(key) as (office, actor):
        draft, body = read_as_board(office, actor, case_id)
    if plain or not os.isatty(1):
        typer.echo(as_text(body), nl=False)  # a pipe has no width to fit in: nothing may be cut off
    else:
        out().print(as_rich(body))
    say(f"Next: `vetting review approve {draft} --certify`, or `vetting review return {draft}`.")


@app.command("approve")
def approve(
    draft: DraftId,
    certify: Annotated[
        bool, typer.Option("--certify", help="I certify that what is left lets no reader infer a protected class.")
    ] = False,
    key: Key = None,
) -> None:
    """Approve a draft that somebody else wrote."""
    from vetting.review.decide import decide

    with acting(key) as (office, actor):
        decide(office, actor, draft, ReviewDecision.APPROVED, certify=certify)
    say(f"{draft} is approved.", f"Next: `vetting release {draft.rpartition('.')[0]}`.")


@app.command("return")
def return_(
    draft: DraftId,
    reason: Annotated[
        list[ReturnReason],
        typer.Option("--reason", help="Why, by code; may be given more than once.", show_default=False),
    ],
    note_file: NoteFile = None,
    key: Key = None,
) -> None:
    """Return a draft to its author, saying what has to change: by code, and in words that stay in the vault."""
    from vetting.cli.given import read_text
    from vetting.review.decide import decide

    with acting(key) as (office, actor):
        note = read_text(note_file, "What has to change?")
        review = decide(office, actor, draft, ReviewDecision.RETURNED, note=note, reasons=tuple(reason))
    say(
        f"{draft} is returned.",
        f"Next: its author reads why with `vetting review note {review}`, mends it, and prepares the draft anew.",
    )


@app.command("note")
def note_(
    review: Annotated[
        str, typer.Argument(metavar="REVIEW", help="The review's id, e.g. 2026-A.003.D2.review-1.", show_default=False)
    ],
    key: Key = None,
) -> None:
    """Show a decision on a draft and what the reviewer wrote with it."""
    from vetting.review.decide import read_review_note
    from vetting.sealing.render import safe

    with acting(key) as (office, actor):
        row, note = read_review_note(office, actor, review)
    why = f" ({', '.join(words(reason) for reason in row.reasons)})" if row.reasons else ""
    say(f"{row.draft} was {words(row.decision)} by {row.reviewer}{why}.", f"Note: {safe(note) or 'none'}")


def release(
    case: Annotated[str | None, typer.Argument(metavar="[CASE]", help="One case.", show_default=False)] = None,
    round_id: RoundOption = None,
    key: Key = None,
) -> None:
    """Sign and seal the approved summary of one case, or of every approved case of a round, to the board members."""
    one_of(case, round_id)
    with acting(key) as (office, actor):
        if case is not None:
            from vetting.sealing.release import release as release_case

            made = release_case(office, actor, case)
            say(
                f"{made.id} is sealed to {count(len(made.readers), 'reader')} and released.",
                f"Next: each reader fetches it with `vetting fetch {case} --out FILE`.",
            )
            return
        from flows.release import release_round
        from vetting.cli.progress import flow_desk

        with flow_desk(office, actor, "Releasing"):
            results = release_round(round_id or "")
    show_results("Released", "Summary", results)
    if results.done:
        say("Next: each reader fetches theirs with `vetting fetch CASE --out FILE`.")
    else:
        say(f"No case of {round_id} waits for release: `vetting case list {round_id}` shows where each stands.")


def fetch(
    case_id: CaseId,
    out_file: Annotated[Path, typer.Option("--out", metavar="FILE", help="New file to write.", show_default=False)],
    key: Key = None,
) -> None:
    """Write the sealed summary of a case to a file; only its readers can open it, with `vetting open`."""
    from vetting.keys.files import require_free, write_new
    from vetting.sealing.release import fetch as fetch_sealed

    require_free(out_file)
    with acting(key) as (office, actor):
        write_new(out_file, fetch_sealed(office, actor, case_id))
    say(
        f"The sealed summary of {case_id} is in {out_file}.",
        f"Next: `vetting open {out_file} --key YOUR-KEY --agency agency.pub.json --case {case_id}`.",
    )
