"""`vetting withdrawal`: released summaries that must no longer be relied on; asked for by one, decided by another."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schemas.withdrawal import WithdrawalReason
from vetting.cli.arguments import CaseId, NoteFile, RoundId, minute, words
from vetting.cli.session import Key, acting, say, table

if TYPE_CHECKING:
    from vetting.sealing.withdrawal import Holder

app = typer.Typer(
    help="Withdraw a released summary: asked for with a reason, decided by somebody else.", no_args_is_help=True
)

_WithdrawalId = Annotated[
    str,
    typer.Argument(metavar="WITHDRAWAL", help="Its id, e.g. 2026-A.003.summary-1.withdrawal-1.", show_default=False),
]


@app.command("request")
def request(
    case_id: CaseId,
    reason: Annotated[WithdrawalReason, typer.Option("--reason", help="Why, by code.", show_default=False)],
    note_file: NoteFile = None,
    key: Key = None,
) -> None:
    """Ask that the released summary of a case be withdrawn. The reason in words stays in the vault, for the auditor too."""
    from vetting.cli.given import read_text
    from vetting.sealing.withdrawal import request_withdrawal

    with acting(key) as (office, actor):
        note = read_text(note_file, "Why must it be withdrawn? Do not repeat what the summary says.")
        made = request_withdrawal(office, actor, case_id, reason, note)
    say(f"{made} is asked for.", f"Next: a reviewer decides it with `vetting withdrawal approve {made}` or `refuse`.")


@app.command("approve")
def approve(withdrawal: _WithdrawalId, key: Key = None) -> None:
    """Withdraw the summary that somebody else asked to withdraw. What was sent cannot be un-sent: tell who holds it."""
    from vetting.sealing.withdrawal import decide_withdrawal

    with acting(key) as (office, actor):
        told = decide_withdrawal(office, actor, withdrawal, approve=True)
    release = withdrawal.rpartition(".")[0]
    say(f"{release} is withdrawn. Nobody can fetch it any more; a copy that was fetched cannot be called back.")
    _to_tell(told)
    case_id = release.rpartition(".")[0]
    say(
        f"Readers fetch the signed notice with `vetting withdrawal notice {case_id} --out FILE`; beside the summary it makes"
        " `vetting open` refuse it.",
        f"Next: the investigator corrects the case and prepares it anew: `vetting draft prepare --round {case_id.rpartition('.')[0]}`.",
    )


@app.command("refuse")
def refuse(withdrawal: _WithdrawalId, key: Key = None) -> None:
    """Refuse a withdrawal that somebody else asked for; the summary stands."""
    from vetting.sealing.withdrawal import decide_withdrawal

    with acting(key) as (office, actor):
        decide_withdrawal(office, actor, withdrawal, approve=False)
    say(f"{withdrawal} is refused. The summary stands.")


@app.command("show")
def show(withdrawal: _WithdrawalId, key: Key = None) -> None:
    """Show a withdrawal, its reason in words, and who fetched the summary."""
    from vetting.sealing.render import safe
    from vetting.sealing.withdrawal import read_withdrawal

    with acting(key) as (office, actor):
        row, note, told = read_withdrawal(office, actor, withdrawal)
    say(
        f"{row.id}: reason {words(row.reason)}, asked for by {row.requested_by} on {minute(row.requested_at)};"
        f" {_decision(row.approved, row.decided_by)}",
        f"Reason: {safe(note)}",
    )
    _to_tell(told)


@app.command("list")
def list_(round_id: RoundId, key: Key = None) -> None:
    """List the withdrawals of a round."""
    from vetting.sealing.withdrawal import withdrawals_of

    with acting(key) as (office, actor):
        rows = withdrawals_of(office, actor, round_id)
    table(
        "Withdrawals",
        ["Withdrawal", "Reason", "Asked", "Decision"],
        [
            [
                r.id,
                words(r.reason),
                f"{minute(r.requested_at)} by {r.requested_by}",
                _decision(r.approved, r.decided_by),
            ]
            for r in rows
        ],
    )


@app.command("notice")
def notice(
    case_id: CaseId,
    out_file: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="FILE",
            help="New file; name it NAME.withdrawn.json beside the summary.",
            show_default=False,
        ),
    ],
    key: Key = None,
) -> None:
    """Write the signed notice that a summary was withdrawn, for its readers. It says nothing of what was in it."""
    from vetting.keys.files import require_free, write_new
    from vetting.sealing.withdrawal import fetch_notice

    require_free(out_file)
    with acting(key) as (office, actor):
        write_new(out_file, fetch_notice(office, actor, case_id))
    say(
        f"The notice about {case_id} is in {out_file}.",
        "Keep it beside the summary under a name that ends in .withdrawn.json, or give it to `vetting open` with --notice.",
    )


def _decision(approved: bool | None, by: str | None) -> str:
    return "undecided" if approved is None else f"{'approved' if approved else 'refused'} by {by}"


def _to_tell(told: "list[Holder]") -> None:
    if not told:
        say("Nobody fetched the summary.")
    for holder in told:
        say(f"Tell {holder.person}: fetched it on {minute(holder.fetched_at)}.")
