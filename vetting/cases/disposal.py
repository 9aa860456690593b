"""Holds and disposal: kept as long as the schedule says, then provably gone (law 12).

- Nothing is disposed of under a hold, before its time, or without the number of the signed form (RC-075 for towns).
- One person authorises, another carries out. No job deletes by itself.
- The case's key is destroyed first, then the files; an interrupted deletion is finished by repeating it.
- Events stay: they hold no content, and prove that it was done.
What was read, printed or backed up elsewhere is beyond this module's reach; docs/threat-model.md says so.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from schemas.case import Case, CaseState
from schemas.draft import Release
from schemas.evidence import VaultObject
from schemas.hold import Disposal, Hold, HoldReason
from schemas.retention import FLOOR_DAYS, RetentionRule
from schemas.round import Round
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases.state import move
from vetting.clock import now
from vetting.errors import InputError, PolicyError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.store import Tx

_AUTHORITY = re.compile(r"[A-Za-z0-9][A-Za-z0-9./-]{2,40}")


def place_hold(office: Office, actor: Actor, round_id: str, case_id: str | None, reason: HoldReason) -> str:
    """Put a case, or all cases of a round, under a hold; returns its id.

    Raises:
        InputError: `unknown_id`, or `other_round` when the case is not of that round: the hold would protect nothing.

    """
    with act(
        office.store, actor, Action.HOLD_PLACED, Permission.AGENCY_HOLD_PLACE, round_=round_id, case=case_id
    ) as deed:
        deed.tx.get(Round, round_id)
        if deed.round != round_id:
            raise InputError("other_round", f"{case_id} is not a candidate of {round_id}.", remedy="Check --case.")
        hold_id = f"{round_id}.hold-{deed.tx.count(Hold, round=round_id) + 1}"
        deed.tx.add(
            Hold(
                id=hold_id,
                round=round_id,
                case=case_id,
                reason=reason,
                placed_by=actor.person,
                placed_at=now(),
            )
        )
        deed.subject = hold_id
        deed.note(reason=reason.value)
        return hold_id


def lift_hold(office: Office, actor: Actor, hold_id: str) -> None:
    """Lift a hold that somebody else placed."""
    round_id = hold_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.HOLD_LIFTED,
        Permission.AGENCY_HOLD_PLACE,
        round_=round_id,
        subject=hold_id,
    ) as deed:
        row = deed.tx.get(Hold, hold_id)
        deed.case = row.case
        if row.placed_by == actor.person:
            raise PolicyError(
                "four_eyes",
                f"{hold_id} was placed by the same person.",
                law=8,
                remedy="Another records officer lifts it.",
            )
        deed.tx.change(Hold, hold_id, expect={"lifted_by": None}, lifted_by=actor.person, lifted_at=now())


@enforces(Control.RETENTION_AND_DISPOSAL)
def authorise_disposal(office: Office, actor: Actor, case_id: str, authority: str, rule: RetentionRule) -> str:
    """Record the signed authority to dispose of a case's content; returns the disposal's id.

    Raises:
        InputError: `authority_missing`.
        StateError: `under_hold`, `retention_runs`, `round_open`, `authorised_already`.

    """
    with act(
        office.store, actor, Action.DISPOSAL_AUTHORISED, Permission.AGENCY_DISPOSAL_AUTHORISE, case=case_id
    ) as deed:
        tx = deed.tx
        if not _AUTHORITY.fullmatch(authority):
            raise InputError(
                "authority_missing",
                f"Disposal of {case_id} needs the number of the signed form.",
                law=12,
                remedy="For example RC-075-2028-014.",
            )
        _refuse_early(tx, tx.get(Case, case_id), rule)
        row_id = f"{case_id}.disposal"
        if tx.find(Disposal, id=row_id) is not None:
            raise StateError("authorised_already", f"The disposal of {case_id} is authorised.", remedy="Carry it out.")
        tx.add(
            Disposal(
                id=row_id,
                case=case_id,
                authority=authority,
                schedule=rule.id,
                authorised_by=actor.person,
                authorised_at=now(),
            )
        )
        deed.subject = row_id
        deed.note(authority=authority, schedule=rule.id)
        return row_id


@enforces(Control.RETENTION_AND_DISPOSAL)
def dispose(office: Office, actor: Actor, case_id: str) -> int:
    """Carry out an authorised disposal; returns how many vault objects are gone. May be repeated after an interruption.

    Raises:
        PolicyError: `four_eyes`.
        StateError: `not_authorised`, `under_hold`.

    """
    # (1) Authorised by somebody else. (2) No hold, also none placed since. (3) Destroy the key, empty the sealed summaries
    # and record it, in one transaction: from here on nothing opens. (4) Delete the files, whatever happened to an earlier
    # attempt.
    with act(office.store, actor, Action.DISPOSAL_DONE, Permission.AGENCY_DISPOSAL_CARRY_OUT, case=case_id) as deed:
        tx = deed.tx
        row = tx.find(Disposal, case=case_id)
        if row is None:
            raise StateError(
                "not_authorised",
                f"No disposal of {case_id} is authorised.",
                law=12,
                remedy="A records officer authorises it first.",
            )
        if row.authorised_by == actor.person:  # (1)
            raise PolicyError("four_eyes", f"The disposal of {case_id} was authorised by the same person.", law=8)
        case = tx.get(Case, case_id)
        _refuse_hold(tx, case)  # (2)
        objects = [o.id for o in tx.all(VaultObject, scope=case_id)]
        if row.done_at is None:  # (3)
            office.vault.destroy(tx, case_id)
            for summary in tx.all(Release, case=case_id):
                tx.change(Release, summary.id, sealed="")
            move(tx, case_id, CaseState.DISPOSED)
            tx.change(Disposal, row.id, expect={"done_at": None}, done_by=actor.person, done_at=now())
        deed.subject = row.id
        deed.note(objects=len(objects), authority=row.authority, repeated=row.done_at is not None)
    office.vault.drop(objects)  # (4)
    return len(objects)


def _refuse_hold(tx: Tx, case: Case) -> None:
    for hold in tx.all(Hold, round=case.round, lifted_at=None):
        if hold.case in {None, case.id}:
            raise StateError(
                "under_hold",
                f"{case.id} is under hold {hold.id} ({hold.reason.value}).",
                law=12,
                remedy="Nothing is destroyed while it stands.",
            )


def _refuse_early(tx: Tx, case: Case, rule: RetentionRule) -> None:
    _refuse_hold(tx, case)
    round_ = tx.get(Round, case.round)
    if round_.closed_at is None:
        raise StateError(
            "round_open",
            f"{case.round} is open; its retention has not begun.",
            law=12,
            remedy="Close the round first.",
        )
    end = eligible_from(round_.closed_at, rule)
    if now() < end:
        raise StateError(
            "retention_runs",
            f"{case.id} is kept until {end.date().isoformat()}.",
            law=12,
            clause="29 CFR 1602.31",
            remedy="Wait until then; `vetting retention due` shows every case's day.",
        )


def eligible_from(closed_at: datetime, rule: RetentionRule) -> datetime:
    """The first instant at which a record may be proposed for disposal."""
    return closed_at + timedelta(days=max(FLOOR_DAYS, rule.floor_days))


@dataclass(frozen=True)
class Due:
    """How long one case is kept, and what stands in the way of its disposal."""

    case: Case
    eligible: datetime | None
    """The first instant at which disposal may be authorised; `None` while the round is open."""
    holds: tuple[str, ...]
    disposal: Disposal | None


def due(office: Office, actor: Actor, round_id: str, rule: RetentionRule) -> list[Due]:
    """The cases of a round with the day from which each may be proposed for disposal."""
    with act(office.store, actor, Action.STATUS_READ, Permission.CASE_STATUS_READ, round_=round_id) as deed:
        tx = deed.tx
        closed = tx.get(Round, round_id).closed_at
        holds = tx.all(Hold, order=("placed_at", "id"), round=round_id, lifted_at=None)
        return [
            Due(
                case=case,
                eligible=eligible_from(closed, rule) if closed else None,
                holds=tuple(hold.id for hold in holds if hold.case in {None, case.id}),
                disposal=tx.find(Disposal, case=case.id),
            )
            for case in tx.all(Case, order=("number",), round=round_id)
        ]
