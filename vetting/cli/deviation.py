"""`vetting deviation`: departures from the plan, asked for by one person and decided by another."""

from typing import Annotated

import typer

from schemas.round import DeviationKind, DeviationReason
from vetting.cli.arguments import NoteFile, RoundId, minute, words
from vetting.cli.session import Key, acting, say, table

app = typer.Typer(
    help="Departures from the plan: asked for with a reason, decided by somebody else.", no_args_is_help=True
)

_DeviationId = Annotated[
    str, typer.Argument(metavar="DEVIATION", help="The deviation's id, e.g. 2026-A.deviation-1.", show_default=False)
]


@app.command("request")
def request(
    round_id: RoundId,
    kind: Annotated[DeviationKind, typer.Option("--kind", help="What is asked for.", show_default=False)],
    reason: Annotated[DeviationReason, typer.Option("--reason", help="Why, by code.", show_default=False)],
    case: Annotated[str | None, typer.Option("--case", metavar="CASE", help="The case it is about.")] = None,
    step: Annotated[str | None, typer.Option("--step", metavar="KEY", help="The plan step's key, e.g. posts.")] = None,
    account: Annotated[
        str | None, typer.Option("--account", metavar="ACCOUNT", help="The account, for an account step.")
    ] = None,
    note_file: NoteFile = None,
    key: Key = None,
) -> None:
    """Ask for a departure from the plan. The reason in words is kept in the vault, where the auditor can read it."""
    from vetting.cli.given import read_text
    from vetting.rounds.deviations import request_deviation

    with acting(key) as (office, actor):
        note = read_text(note_file, "Why is this departure needed?")
        made = request_deviation(
            office, actor, round_id, kind, reason, note, case_id=case, step_key=step, account=account
        )
    say(f"{made} is asked for.", f"Next: a reviewer decides it with `vetting deviation approve {made}` or `refuse`.")


@app.command("approve")
def approve(deviation: _DeviationId, key: Key = None) -> None:
    """Approve a departure that somebody else asked for; it takes effect at once."""
    _decide(deviation, key, approve=True)
    say(f"{deviation} is approved. The auditor sees it.")


@app.command("refuse")
def refuse(deviation: _DeviationId, key: Key = None) -> None:
    """Refuse a departure that somebody else asked for."""
    _decide(deviation, key, approve=False)
    say(f"{deviation} is refused. The plan stands.")


def _decide(deviation: str, key: Key, *, approve: bool) -> None:
    from vetting.rounds.deviations import decide_deviation

    with acting(key) as (office, actor):
        decide_deviation(office, actor, deviation, approve=approve)


@app.command("show")
def show(deviation: _DeviationId, key: Key = None) -> None:
    """Show a departure with its reason in words."""
    from vetting.rounds.deviations import read_deviation
    from vetting.sealing.render import safe

    with acting(key) as (office, actor):
        row, note = read_deviation(office, actor, deviation)
    decided = (
        "not decided" if row.decided_by is None else f"{'approved' if row.approved else 'refused'} by {row.decided_by}"
    )
    say(f"{row.id}: {words(row.kind)}, reason {words(row.reason)}, asked for by {row.requested_by}; {decided}")
    say(f"About: {row.case or row.round} {row.step or ''} {row.account or ''}".rstrip(), f"Reason: {safe(note)}")


@app.command("list")
def list_(round_id: RoundId, key: Key = None) -> None:
    """List the departures of a round."""
    from vetting.rounds.deviations import deviations_of

    with acting(key) as (office, actor):
        rows = deviations_of(office, actor, round_id)
    decision = {None: "undecided", True: "approved", False: "refused"}
    table(
        "Deviations",
        ["Deviation", "About", "Kind", "Reason", "Asked", "Decision"],
        [
            [
                r.id,
                f"{r.account or r.case or r.round} {r.step or ''}".rstrip(),
                words(r.kind),
                words(r.reason),
                f"{minute(r.requested_at)} by {r.requested_by}",
                decision[r.approved] + (f" by {r.decided_by}" if r.decided_by else ""),
            ]
            for r in rows
        ],
    )
