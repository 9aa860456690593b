"""What people must hold to act as investigators: recorded, revoked, and looked at before it lapses.

Nothing here is edited: a revocation stands beside the credential that it ends, and counts from the moment it is
recorded, because every deed asks anew (`vetting.access.require`; Bridgeport IV. D. 3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from schemas.person import Credential, CredentialKind, Person, Revocation, RevocationReason, Role
from vetting.access import Actor, Permission, act
from vetting.access.require import missing_credentials, standing_credentials
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import InputError, PolicyError
from vetting.policy.controls import Control, enforces
from vetting.store import Store, Tx

LAPSES_WITHIN = timedelta(days=30)
"""How long before its last day a credential is spoken of."""


def record_credential(
    store: Store,
    actor: Actor,
    person_id: str,
    kind: CredentialKind,
    valid_from: date,
    valid_until: date | None,
) -> None:
    """Record a designation, acknowledgement or training of a person; nobody records their own."""
    with act(store, actor, Action.CREDENTIAL_RECORDED, Permission.AGENCY_CREDENTIAL_RECORD, subject=person_id) as deed:
        deed.tx.get(Person, person_id)
        _not_ones_own(actor, person_id)
        if valid_until is not None and valid_until < valid_from:
            raise InputError(
                "dates_reversed",
                "The credential would end before it begins.",
                remedy="Check --from and --until.",
            )
        number = deed.tx.count(Credential) + 1
        deed.tx.add(
            Credential(
                id=f"credential-{number}",
                person=person_id,
                kind=kind,
                valid_from=valid_from,
                valid_until=valid_until,
                recorded_at=now(),
                recorded_by=actor.person,
            )
        )
        deed.note(
            kind=kind.value,
            valid_from=valid_from.isoformat(),
            valid_until=valid_until.isoformat() if valid_until else None,
        )


@enforces(Control.SENSITIVE_POSITION)
def revoke_credential(
    store: Store, actor: Actor, person_id: str, kind: CredentialKind, reason: RevocationReason
) -> tuple[str, ...]:
    """Revoke every credential of a kind that counts now or would count later; returns their ids.

    What was recorded stays as it was. To give it back, a new one is recorded.

    Raises:
        PolicyError: not an administrator, or `own_credential`.
        InputError: `no_such_credential`, when none stands.

    """
    with act(store, actor, Action.CREDENTIAL_REVOKED, Permission.AGENCY_CREDENTIAL_RECORD, subject=person_id) as deed:
        tx = deed.tx
        tx.get(Person, person_id)
        _not_ones_own(actor, person_id)
        today = now().date()
        rows = [
            row
            for row in standing_credentials(tx, person_id)
            if row.kind is kind and (row.valid_until is None or row.valid_until >= today)
        ]
        if not rows:
            raise InputError(
                "no_such_credential",
                f"{person_id} holds no {kind.value.replace('_', ' ')} that could be revoked.",
                remedy="`vetting person list` shows what everybody holds.",
            )
        for row in rows:
            tx.add(
                Revocation(
                    id=f"{row.id}.revocation",
                    credential=row.id,
                    reason=reason,
                    revoked_by=actor.person,
                    revoked_at=now(),
                )
            )
        ids = tuple(row.id for row in rows)
        deed.note(kind=kind.value, reason=reason.value, credentials=ids)
        return ids


def _not_ones_own(actor: Actor, person_id: str) -> None:
    if person_id == actor.person:
        raise PolicyError(
            "own_credential",
            "Nobody records or revokes their own credential.",
            law=8,
            remedy="Another administrator does it.",
        )


@dataclass(frozen=True)
class Readiness:
    """An investigator whose credentials need somebody's attention."""

    person: str
    missing: tuple[str, ...]
    """Kinds that do not count today: the person cannot act."""
    lapsing: tuple[tuple[str, date], ...]
    """Kinds that count today and will not in `LAPSES_WITHIN`, with the last day."""


def readiness(tx: Tx, people: Iterable[tuple[str, Role]]) -> list[Readiness]:
    """Who of these people, as investigators, lacks a credential or soon will; whoever calls is inside an `act`."""
    found = []
    horizon = now().date() + LAPSES_WITHIN
    for person in sorted({p for p, role in people if role is Role.INVESTIGATOR}):
        missing = missing_credentials(tx, person)
        soon = [kind for kind in missing_credentials(tx, person, horizon) if kind not in missing]
        lapsing = tuple((kind, _last_day(tx, person, kind)) for kind in soon)
        if missing or lapsing:
            found.append(Readiness(person, tuple(missing), lapsing))
    return found


def _last_day(tx: Tx, person: str, kind: str) -> date:
    """The last day on which a credential of this kind counts that counts today."""
    today = now().date()
    rows = [row for row in standing_credentials(tx, person) if row.kind.value == kind and row.valid_from <= today]
    return max(row.valid_until for row in rows if row.valid_until is not None)


def described(tx: Tx, person: str) -> list[str]:
    """A person's credentials in words, the revoked ones too."""
    lines = []
    for row in tx.all(Credential, order=("recorded_at", "id"), person=person):
        ended = tx.find(Revocation, credential=row.id)
        revoked = f", revoked {ended.revoked_at:%Y-%m-%d} ({ended.reason.value.replace('_', ' ')})" if ended else ""
        lines.append(f"{row.kind.value} until {row.valid_until or 'no end'}{revoked}")
    return lines
