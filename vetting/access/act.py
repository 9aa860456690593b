"""The one way to do anything: permission, deed and event in one transaction; a refusal is an event too (law 10).

Every command, flow and page goes through `act`. If the body raises a refusal, nothing of it stays, and the refusal is
written in a transaction of its own before it goes on to the caller. A body that ends well always leaves its event.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from schemas.case import Case
from schemas.event import Result
from schemas.person import Person
from schemas.round import Round
from vetting.access.actor import Actor
from vetting.access.permissions import Permission
from vetting.access.require import require
from vetting.audit.recorder import record
from vetting.audit.tags import Action
from vetting.errors import VettingError
from vetting.store import Store, Tx


@dataclass
class Act:
    """One deed being done: its transaction, who does it and by which role, and what its event will say."""

    tx: Tx
    actor: str
    role: str
    action: Action
    round: str | None
    case: str | None
    subject: str | None
    details: dict[str, Any] = field(default_factory=dict)

    def note(self, **details: Any) -> None:
        """Add ids, codes, digests or counts to the event."""
        self.details.update(details)

    def also(self, action: Action, subject: str | None = None, **details: Any) -> None:
        """A further event of the same deed."""
        record(
            self.tx,
            action,
            actor=self.actor,
            round_=self.round,
            case=self.case,
            subject=subject,
            details={"role": self.role, **details},
        )


@contextmanager
def act(
    store: Store,
    actor: Actor,
    action: Action,
    permission: Permission,
    *,
    round_: str | None = None,
    case: str | None = None,
    subject: str | None = None,
) -> Iterator[Act]:
    """Do something as `actor`. Naming a case names its round.

    Raises:
        PolicyError: when the person may not.
        VettingError: whatever the body refuses, after it was recorded.

    """
    try:
        with store.transaction() as tx:
            if case is not None:
                round_ = tx.get(Case, case).round
            role = require(tx, actor.person, permission, round_=round_)
            deed = Act(tx, actor.person, role.value, action, round_, case, subject)
            yield deed
            record(
                tx,
                action,
                actor=actor.person,
                round_=deed.round,
                case=deed.case,
                subject=deed.subject,
                details={"role": deed.role, **deed.details},
            )
    except VettingError as refusal:
        _record_refusal(store, actor, action, refusal, round_, case, subject)
        raise


@contextmanager
def refusals_recorded(
    store: Store,
    actor: Actor,
    action: Action,
    *,
    round_: str | None = None,
    case: str | None = None,
    subject: str | None = None,
) -> Iterator[None]:
    """For checks that come before the deed's own transaction, such as reading a file: a refusal there is an event too."""
    try:
        yield
    except VettingError as refusal:
        _record_refusal(store, actor, action, refusal, round_, case, subject)
        raise


def _record_refusal(
    store: Store,
    actor: Actor,
    action: Action,
    refusal: VettingError,
    round_: str | None,
    case: str | None,
    subject: str | None,
) -> None:
    with store.transaction() as tx:
        # An id that was mistyped is not known to be an id: it may be a name, and stays out of the log.
        row = tx.find(Case, id=case) if case is not None else None
        known_round = row.round if row is not None else round_ if tx.find(Round, id=round_ or "") is not None else None
        known_case = row.id if row is not None else None
        record(
            tx,
            action,
            actor=actor.person,
            result=Result.REFUSED,
            round_=known_round,
            case=known_case,
            subject=_known_subject(tx, subject, known_case or known_round),
            code=refusal.code,
            details={} if refusal.law is None else {"law": refusal.law},
        )


_PART = re.compile(r"(\.([ADEFS][0-9]+(v[0-9]+)?|[a-z]+-[0-9]+|[0-9]{3,4}|v[0-9]+))*")


def _known_subject(tx: Tx, subject: str | None, scope: str | None) -> str | None:
    """The id asked for, if it has the form of one we make or is somebody enrolled; anything else may be content."""
    if subject is None:
        return None
    if scope is not None and subject.startswith(scope) and _PART.fullmatch(subject[len(scope) :]):
        return subject
    return subject if tx.find(Person, id=subject) is not None else None
