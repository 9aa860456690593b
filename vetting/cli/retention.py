"""`vetting retention`: how long things are kept, holds, and disposal by two people with a signed authority."""

from typing import TYPE_CHECKING, Annotated

import typer

from schemas.hold import HoldReason
from vetting.cli.arguments import CaseId, RoundId, count, day
from vetting.cli.session import Key, acting, say, table

if TYPE_CHECKING:
    from pathlib import Path

    from schemas.retention import RetentionRule

app = typer.Typer(help="Retention: what is due when, holds, disposal by two people.", no_args_is_help=True)

_Rule = Annotated[str, typer.Option("--rule", metavar="ID", help="The retention rule's id.")]
_DEFAULT_RULE = "applicant-case"


@app.command("schedule")
def schedule() -> None:
    """Show the retention rules of this configuration."""
    from vetting.policy.load import load_retention
    from vetting.settings import settings

    rules = load_retention(settings().config_dir).rules
    table(
        "Retention",
        ["Rule", "What", "Days at least", "From", "Authority", "Disposal needs"],
        [[r.id, r.what, r.floor_days, r.trigger.replace("_", " "), r.authority, r.disposal_authority] for r in rules],
    )


@app.command("due")
def due(round_id: RoundId, rule: _Rule = _DEFAULT_RULE, key: Key = None) -> None:
    """Show from which day each case of a round may be disposed of, and what stands in the way."""
    from vetting.cases.disposal import due as due_of

    with acting(key) as (office, actor):
        rows = due_of(office, actor, round_id, _rule(office.settings.config_dir, rule))
    table(
        f"Retention of {round_id} under rule {rule}",
        ["Case", "State", "May go from", "Holds", "Authority", "Authorised by", "Done"],
        [
            [
                r.case.id,
                r.case.state,
                day(r.eligible) or "round is open",
                ", ".join(r.holds),
                r.disposal.authority if r.disposal else "",
                r.disposal.authorised_by if r.disposal else "",
                day(r.disposal.done_at) if r.disposal else "",
            ]
            for r in rows
        ],
    )


@app.command("hold")
def hold(
    round_id: RoundId,
    reason: Annotated[HoldReason, typer.Option("--reason", help="Why nothing may be destroyed.", show_default=False)],
    case: Annotated[
        str | None, typer.Option("--case", metavar="CASE", help="One case only.  [default: the whole round]")
    ] = None,
    key: Key = None,
) -> None:
    """Put a case, or all cases of a round, under a hold."""
    from vetting.cases.disposal import place_hold

    with acting(key) as (office, actor):
        made = place_hold(office, actor, round_id, case, reason)
    say(f"{made} is in force: nothing of {case or round_id} is destroyed while it stands.")


@app.command("lift")
def lift(
    hold_id: Annotated[
        str, typer.Argument(metavar="HOLD", help="The hold's id, e.g. 2026-A.hold-1.", show_default=False)
    ],
    key: Key = None,
) -> None:
    """Lift a hold that somebody else placed."""
    from vetting.cases.disposal import lift_hold

    with acting(key) as (office, actor):
        lift_hold(office, actor, hold_id)
    say(f"{hold_id} is lifted.")


@app.command("authorise")
def authorise(
    case_id: CaseId,
    authority: Annotated[
        str,
        typer.Option(
            "--authority", metavar="NUMBER", help="Number of the signed form, e.g. RC-075-2028-014.", show_default=False
        ),
    ],
    rule: _Rule = _DEFAULT_RULE,
    key: Key = None,
) -> None:
    """Record the signed authority to dispose of a case's content."""
    from vetting.cases.disposal import authorise_disposal

    with acting(key) as (office, actor):
        authorise_disposal(office, actor, case_id, authority, _rule(office.settings.config_dir, rule))
    say(
        f"The disposal of {case_id} is authorised.",
        f"Next: an administrator carries it out with `vetting retention dispose {case_id}`.",
    )


@app.command("dispose")
def dispose(
    case_id: CaseId,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    key: Key = None,
) -> None:
    """Destroy the content of a case whose disposal somebody else authorised. It cannot be undone."""
    from vetting.cases.disposal import dispose as dispose_of

    if not yes:
        typer.confirm(f"The content of {case_id} will be gone for ever. Go on?", abort=True, err=True)
    with acting(key) as (office, actor):
        gone = dispose_of(office, actor, case_id)
    say(
        f"{case_id} is disposed of: its key is destroyed, {count(gone, 'object')} deleted. The log keeps what was done.",
        "Copies outside this installation (backups, printed or exported files) are yours to destroy.",
    )


def _rule(config_dir: "Path", name: str) -> "RetentionRule":
    from vetting.errors import InputError
    from vetting.policy.load import load_retention

    rules = {rule.id: rule for rule in load_retention(config_dir).rules}
    if name not in rules:
        raise InputError("unknown_rule", "There is no such retention rule.", remedy=f"Use one of: {', '.join(rules)}.")
    return rules[name]
