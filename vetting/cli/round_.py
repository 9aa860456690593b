"""`vetting round`: open a round, see it, give roles, add candidates, ask for a new plan version, close it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schemas.person import Role
from schemas.round import CandidateKind
from vetting.cli.arguments import RoundId, count, day, minute, words
from vetting.cli.session import Key, acting, say, table

if TYPE_CHECKING:
    from vetting.rounds.credentials import Readiness

app = typer.Typer(help="Hiring rounds: opened and frozen, shown, closed.", no_args_is_help=True)

_PersonOption = Annotated[str, typer.Option("--person", metavar="ID", help="The person's id.", show_default=False)]
_RoleOption = Annotated[
    Role,
    typer.Option("--role", help="investigator, reviewer, decision_maker or auditor.", show_default=False),
]
_Plan = Annotated[
    str | None, typer.Option("--plan", metavar="PLAN", help="A search plan's id.  [default: the round's own plan]")
]


@app.command("open")
def open_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The round file (YAML).", show_default=False)],
    key: Key = None,
) -> None:
    """Open a round from a file, and freeze its plan and policy for everybody.

    \b
    round: 2026-A
    agency: bridgeport
    position: Police officer
    sworn: true
    plan: declared-accounts
    candidates:
      - {number: 1}
      - {number: 2, kind: lateral}
    people:
      - {person: inv-1, role: investigator}
      - {person: rev-1, role: reviewer}
      - {person: board-1, role: decision_maker}
      - {person: aud-1, role: auditor}
    """  # noqa: D301  (the backspace tells the help screen to keep the lines)
    from schemas.round import RoundFile
    from vetting.policy.files import read_yaml
    from vetting.rounds.opening import open_round
    from vetting.rounds.rules import load_rules

    with acting(key) as (office, actor):
        asked = read_yaml(file, RoundFile, shown="the round file")
        rules = load_rules(office.settings.config_dir, asked.agency, asked.plan)
        unready = open_round(office, actor, asked, rules)
    say(f"Round {asked.round} is open: {count(len(asked.candidates), 'candidate')}, plan {asked.plan} is frozen.")
    _warn(unready)
    say(f"Next: record the declarations with `vetting declare FILE --round {asked.round}`.")


@app.command("list")
def list_(key: Key = None) -> None:
    """List the rounds in which you hold a role."""
    from vetting.rounds.status import rounds_of

    with acting(key) as (office, actor):
        found = rounds_of(office.store, actor)
    table(
        "Rounds",
        ["Round", "Agency", "Position", "State", "Candidates", "Opened", "Closed"],
        [[r.id, r.agency, r.position, r.state, n, day(r.opened_at), day(r.closed_at)] for r, n in found],
    )


@app.command("show")
def show(round_id: RoundId, key: Key = None) -> None:
    """Show a round: people, candidates and where they stand, outcomes by step, what is frozen."""
    from vetting.cli import status_tables as tables
    from vetting.rounds.status import round_status

    with acting(key) as (office, actor):
        status = round_status(office.store, actor, round_id)
    found = status.round
    say(
        f"Round {found.id} of {found.agency}: {found.position}, {'sworn' if found.sworn else 'civilian'}; "
        f"{found.state}, plan version {found.version}, opened {minute(found.opened_at)} by {found.opened_by}"
    )
    tables.people(status.people)
    tables.candidates(status.candidates)
    tables.outcomes(status.outcomes)
    tables.versions(status.versions)
    if status.undecided:
        say(f"{count(status.undecided, 'deviation')} undecided: `vetting deviation list {round_id}`.")
    if status.replan is not None:
        say(
            f"{status.replan.actor} asked for a new version on {minute(status.replan.time)}; a reviewer has to approve it."
        )


@app.command("assign")
def assign(round_id: RoundId, person: _PersonOption, role: _RoleOption, key: Key = None) -> None:
    """Give a person a role in a round; conflicting roles are refused."""
    from vetting.rounds.people import assign as give

    with acting(key) as (office, actor):
        unready = give(office.store, actor, round_id, person, role)
    say(f"{person} is {words(role)} in {round_id}.")
    _warn(unready)


def _warn(unready: "list[Readiness]") -> None:
    """Say who cannot act as investigator yet, or soon no longer can, and what to do."""
    for row in unready:
        if row.missing:
            say(
                f"Note: {row.person} cannot act as investigator: not current: {', '.join(words(k) for k in row.missing)}."
            )
        for kind, last in row.lapsing:
            say(f"Note: {words(kind)} of {row.person} ends on {last}; from then on they cannot act.")
    if unready:
        say("An administrator records what is missing with `vetting person credential` (Bridgeport IV. D. 3).")


@app.command("end-role")
def end_role(round_id: RoundId, person: _PersonOption, role: _RoleOption, key: Key = None) -> None:
    """End a person's role in a round now; that it was held stays on record."""
    from vetting.rounds.people import end_assignment

    with acting(key) as (office, actor):
        end_assignment(office.store, actor, round_id, person, role)
    say(f"{person} is no longer {words(role)} in {round_id}.")


@app.command("add-candidate")
def add_candidate(
    round_id: RoundId,
    number: Annotated[
        int, typer.Option("--number", help="The candidate's number.", min=1, max=9999, show_default=False)
    ],
    kind: Annotated[CandidateKind, typer.Option("--kind", help="Entry or lateral.")] = CandidateKind.ENTRY,
    key: Key = None,
) -> None:
    """Add a late candidate to an open round, under the same frozen plan."""
    from schemas.round import RoundCandidate
    from vetting.rounds.opening import add_candidate as add

    with acting(key) as (office, actor):
        add(office, actor, round_id, RoundCandidate(number=number, kind=kind))
    say(f"Candidate {number} is in {round_id}.", "Next: record the declaration with `vetting declare`.")


@app.command("replan-request")
def replan_request(round_id: RoundId, plan: _Plan = None, key: Key = None) -> None:
    """Ask that the round goes on under the plan and policy as configured now, for every candidate again."""
    from vetting.rounds.opening import ruleset
    from vetting.rounds.replanning import request_replan
    from vetting.rounds.rules import load_rules

    with acting(key) as (office, actor):
        with office.store.reading() as tx:
            now_in_force = ruleset(tx, round_id)
        rules = load_rules(office.settings.config_dir, now_in_force.pack.id, plan or now_in_force.plan.id)
        changed = request_replan(office, actor, round_id, rules)
    table("Documents that would change", ["Document", "SHA-256"], [[n, d] for n, d in changed.items()])
    say(f"Asked for. Next: a reviewer approves it with `vetting round replan-approve {round_id}`.")


@app.command("replan-approve")
def replan_approve(round_id: RoundId, plan: _Plan = None, key: Key = None) -> None:
    """Approve the new version that somebody else asked for; every candidate is collected again under it."""
    from vetting.rounds.opening import ruleset
    from vetting.rounds.replanning import approve_replan
    from vetting.rounds.rules import load_rules

    with acting(key) as (office, actor):
        with office.store.reading() as tx:
            now_in_force = ruleset(tx, round_id)
        rules = load_rules(office.settings.config_dir, now_in_force.pack.id, plan or now_in_force.plan.id)
        version = approve_replan(office, actor, round_id, rules)
    say(f"{round_id} goes on under version {version}, for every candidate.", f"Next: `vetting collect {round_id}`.")


@app.command("close")
def close(round_id: RoundId, key: Key = None) -> None:
    """Close a round in which every candidate's summary is released. From here retention runs."""
    from vetting.rounds.closing import close_round

    with acting(key) as (office, actor):
        close_round(office, actor, round_id)
    say(f"Round {round_id} is closed.", f"Next: `vetting retention due {round_id}` says how long it is kept.")
