"""How a round stands: people, candidates, frozen versions, outcomes by step. No content; every look is an event."""

from collections import Counter
from dataclasses import dataclass

from schemas.case import Case
from schemas.event import Event
from schemas.person import Assignment
from schemas.round import Deviation, Frozen, Round
from vetting.access import Actor, Permission, act, roles_of
from vetting.access.permissions import GRANTS
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.cases import current_steps, plan_in_force
from vetting.cases.status import CaseLine, lines_of
from vetting.rounds.replanning import pending_request
from vetting.store import Store, Tx

WAITING = "waiting"
"""Counted where a step has no outcome yet."""


@dataclass(frozen=True)
class RoundStatus:
    """Everything that is known of a round without opening the vault."""

    round: Round
    people: tuple[Assignment, ...]
    versions: tuple[Frozen, ...]
    candidates: tuple[CaseLine, ...]
    outcomes: dict[str, dict[str, int]]
    """By step key in the plan's order: how many steps ended in each outcome."""
    undecided: int
    """Deviations that wait for a decision."""
    replan: Event | None
    """A request for a new version that waits for approval."""


def round_status(store: Store, actor: Actor, round_id: str) -> RoundStatus:
    """How one round stands."""
    with act(store, actor, Action.STATUS_READ, Permission.CASE_STATUS_READ, round_=round_id) as deed:
        tx = deed.tx
        return RoundStatus(
            round=tx.get(Round, round_id),
            people=tuple(tx.all(Assignment, order=("role", "person"), round=round_id)),
            versions=tuple(tx.all(Frozen, order=("version",), round=round_id)),
            candidates=tuple(lines_of(tx, round_id)),
            outcomes=outcomes_of(tx, round_id),
            undecided=tx.count(Deviation, round=round_id, decided_by=None),
            replan=pending_request(tx, round_id),
        )


def outcomes(store: Store, actor: Actor, round_id: str) -> dict[str, dict[str, int]]:
    """How many steps ended in each outcome, by step key."""
    with act(store, actor, Action.STATUS_READ, Permission.CASE_STATUS_READ, round_=round_id) as deed:
        return outcomes_of(deed.tx, round_id)


def outcomes_of(tx: Tx, round_id: str) -> dict[str, dict[str, int]]:
    """The counts themselves; whoever calls is inside an `act` of their own."""
    counts: dict[str, Counter[str]] = {step.key: Counter() for step in plan_in_force(tx, round_id)[1].steps}
    for case in tx.all(Case, round=round_id):
        for step in current_steps(tx, case):
            counts[step.key][step.outcome.value if step.outcome else WAITING] += 1
    return {key: dict(sorted(count.items())) for key, count in counts.items()}


def round_history(store: Store, actor: Actor, round_id: str) -> list[Event]:
    """What the log says of one round, in order."""
    with act(store, actor, Action.STATUS_READ, Permission.CASE_STATUS_READ, round_=round_id) as deed:
        return events(deed.tx, round_=round_id)


def rounds_of(store: Store, actor: Actor) -> list[tuple[Round, int]]:
    """The rounds a person may see, each with its number of candidates; each look is an event of that round."""
    with store.reading() as tx:
        seen = [
            row.id
            for row in tx.all(Round, order=("opened_at", "id"))
            if any(Permission.CASE_STATUS_READ in GRANTS[role] for role in roles_of(tx, actor.person, row.id))
        ]
    found = []
    for round_id in seen:
        with act(store, actor, Action.STATUS_READ, Permission.CASE_STATUS_READ, round_=round_id) as deed:
            found.append((deed.tx.get(Round, round_id), deed.tx.count(Case, round=round_id)))
    return found
