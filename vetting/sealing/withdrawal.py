"""Withdraws a released summary: asked for by one person, decided by another, and told to those who hold it (laws 6 and 8).

A sealed file cannot be un-sent. What a withdrawal does: the release is marked for good, nobody can fetch it any more, a
signed notice makes `vetting open` refuse the file where the reader keeps it, those who fetched it are listed so that
somebody tells them, and the case goes back to be corrected and released anew, as a version that names what it replaces.
The reason is a code; the words lie in the round's part of the vault, where the auditor can read them.
"""

from dataclasses import dataclass
from datetime import datetime

from schemas.case import Case, CaseState
from schemas.draft import Release
from schemas.event import Result
from schemas.evidence import ObjectKind
from schemas.person import Assignment
from schemas.withdrawal import Withdrawal, WithdrawalNotice, WithdrawalReason
from vetting.access import Act, Actor, Permission, act, roles_of
from vetting.access.permissions import GRANTS
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.cases import move
from vetting.clock import now
from vetting.errors import InputError, PolicyError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.sealing.notice import sign_notice
from vetting.store import Tx


@dataclass(frozen=True)
class Holder:
    """A reader who fetched a summary. Fetched is what the system knows; whether it was opened, it does not."""

    person: str
    fetched_at: datetime
    """The first time."""


def request_withdrawal(office: Office, actor: Actor, case_id: str, reason: WithdrawalReason, note: str) -> str:
    """Ask that the summary in force be withdrawn; returns the request's id.

    Raises:
        InputError: `note_missing`.
        StateError: `not_released`, `disposed`, `asked_already`.

    """
    with act(
        office.store, actor, Action.SUMMARY_WITHDRAWAL_REQUESTED, Permission.CASE_WITHDRAWAL_REQUEST, case=case_id
    ) as deed:
        tx = deed.tx
        row = _in_force(tx, case_id)
        pending = next((w for w in tx.all(Withdrawal, release=row.id) if w.decided_by is None), None)
        if pending is not None:
            raise StateError(
                "asked_already",
                f"{pending.id} asks for this already.",
                remedy="A reviewer other than who asked decides it.",
            )
        if len(note.strip()) < 10:
            raise InputError(
                "note_missing",
                "A withdrawal needs its reason in a sentence.",
                remedy="Write it in a sentence, without repeating what the summary says: --note-file, or type it when asked.",
            )
        made = f"{row.id}.withdrawal-{tx.count(Withdrawal, release=row.id) + 1}"
        tx.add(
            Withdrawal(
                id=made,
                case=case_id,
                release=row.id,
                reason=reason,
                note_object=office.vault.put(tx, tx.get(Case, case_id).round, ObjectKind.NOTE, note.encode()),
                requested_by=actor.person,
                requested_at=now(),
            )
        )
        deed.subject = made
        deed.note(summary=row.id, reason=reason.value)
        return made


@enforces(Control.FOUR_EYES, Control.VALIDATE_BEFORE_USE)
def decide_withdrawal(office: Office, actor: Actor, withdrawal_id: str, *, approve: bool) -> list[Holder]:
    """Approve or refuse a withdrawal; after an approval, returns who fetched the summary and has to be told.

    Raises:
        PolicyError: `four_eyes`, when it is one's own.
        StateError: `decided_already`; `not_released` or `disposed` when there is nothing to withdraw any more.

    """
    # (1) It is somebody else's request, and open. (2) What it names is still in force. (3) Decision and signed notice, the
    # mark on the release, and the case's way back, in one transaction. (4) The event names whoever has to be told.
    case_id = withdrawal_id.rpartition(".")[0].rpartition(".")[0]
    action = Action.SUMMARY_WITHDRAWN if approve else Action.SUMMARY_WITHDRAWAL_REFUSED
    with act(
        office.store, actor, action, Permission.CASE_WITHDRAWAL_DECIDE, case=case_id, subject=withdrawal_id
    ) as deed:
        tx = deed.tx
        row = tx.get(Withdrawal, withdrawal_id)
        if row.requested_by == actor.person:  # (1)
            raise PolicyError(
                "four_eyes",
                f"{withdrawal_id} was asked for by the same person.",
                law=8,
                remedy="Another reviewer of the round decides.",
            )
        if row.decided_by is not None:
            raise StateError("decided_already", f"{withdrawal_id} is decided.", remedy="Ask anew if it is needed.")
        release = _in_force(tx, case_id)  # (2)
        moment = now()
        decision = {"decided_by": actor.person, "decided_at": moment, "approved": approve}
        deed.note(summary=release.id, reason=row.reason.value, requested_by=row.requested_by)
        if not approve:
            tx.change(Withdrawal, row.id, expect={"decided_by": None}, **decision)
            return []
        notice = sign_notice(_notice(deed, release, row.reason, moment), office.keys)  # (3)
        tx.change(Withdrawal, row.id, expect={"decided_by": None}, **decision, notice=notice)
        tx.change(Release, release.id, expect={"withdrawn_at": None}, withdrawn_at=moment)
        move(tx, case_id, CaseState.COLLECTED)
        told = holders(tx, release.id)
        deed.note(version=release.version, sealed_sha256=release.sealed_sha256)  # (4)
        deed.note(fetched_by=tuple(holder.person for holder in told))
        return told


def read_withdrawal(office: Office, actor: Actor, withdrawal_id: str) -> tuple[Withdrawal, str, list[Holder]]:
    """A withdrawal, its reason in words, and who fetched the summary."""
    case_id = withdrawal_id.rpartition(".")[0].rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.SUMMARY_WITHDRAWAL_OPENED,
        Permission.CASE_WITHDRAWAL_READ,
        case=case_id,
        subject=withdrawal_id,
    ) as deed:
        row = deed.tx.get(Withdrawal, withdrawal_id)
        scope = deed.tx.get(Case, row.case).round
        words = office.vault.get(deed.tx, row.note_object, ObjectKind.NOTE, scope=scope).decode()
        return row, words, holders(deed.tx, row.release)


def withdrawals_of(office: Office, actor: Actor, round_id: str) -> list[Withdrawal]:
    """The withdrawals of a round, asked for, approved and refused, in order; reasons by code."""
    with act(office.store, actor, Action.STATUS_READ, Permission.CASE_WITHDRAWAL_READ, round_=round_id) as deed:
        cases = [case.id for case in deed.tx.all(Case, order=("number",), round=round_id)]
        return [row for case in cases for row in deed.tx.all(Withdrawal, order=("requested_at", "id"), case=case)]


def fetch_notice(office: Office, actor: Actor, case_id: str) -> bytes:
    """The signed notice about the last withdrawn summary of a case, for its readers and for those who have to tell them.

    Raises:
        PolicyError: neither a decision maker in force nor somebody who may read withdrawals; `not_a_reader` of that summary.
        StateError: `not_withdrawn`.

    """
    # A reader whose role has ended still holds the file: investigator or reviewer hands the notice on.
    with office.store.reading() as tx:
        roles = roles_of(tx, actor.person, case_id.rpartition(".")[0])
    tells = any(Permission.CASE_WITHDRAWAL_READ in GRANTS[role] for role in roles)
    permission = Permission.CASE_WITHDRAWAL_READ if tells else Permission.CASE_SUMMARY_FETCH
    with act(office.store, actor, Action.SUMMARY_NOTICE_FETCHED, permission, case=case_id) as deed:
        tx = deed.tx
        gone = [r for r in tx.all(Release, order=("version",), case=case_id) if r.withdrawn_at is not None]
        if not gone:
            raise StateError(
                "not_withdrawn", f"No summary of {case_id} was withdrawn.", remedy="Nothing has to be done."
            )
        mine = {row.id for row in tx.all(Assignment, round=tx.get(Case, case_id).round, person=actor.person)}
        if not tells and not mine & set(gone[-1].readers):
            raise PolicyError("not_a_reader", f"{actor.person} was not a reader of {gone[-1].id}.", law=9)
        deed.subject = gone[-1].id
        row = next(w for w in tx.all(Withdrawal, release=gone[-1].id) if w.notice is not None)
        return str(row.notice).encode("ascii")


def holders(tx: Tx, release_id: str) -> list[Holder]:
    """Who fetched a summary, in the order of the first time; out of the log, which nobody can edit."""
    first: dict[str, datetime] = {}
    for event in events(tx, case=release_id.rpartition(".")[0]):
        fetched = event.action == Action.SUMMARY_FETCHED.value and event.result is Result.DONE
        if fetched and event.subject == release_id:
            first.setdefault(event.actor, event.time)
    return [Holder(person, moment) for person, moment in first.items()]


def _in_force(tx: Tx, case_id: str) -> Release:
    """The released summary of a case that nobody has withdrawn."""
    if tx.get(Case, case_id).state is CaseState.DISPOSED:
        raise StateError("disposed", f"{case_id} was disposed of, with its summaries.", law=12)
    row = tx.find(Release, case=case_id, withdrawn_at=None)
    if row is None:
        raise StateError(
            "not_released",
            f"{case_id} has no released summary in force.",
            remedy=f"Nothing has to be withdrawn: see `vetting case show {case_id}`.",
        )
    return row


def _notice(deed: Act, release: Release, reason: WithdrawalReason, moment: datetime) -> WithdrawalNotice:
    return WithdrawalNotice(
        round=str(deed.round),
        case=release.case,
        version=release.version,
        sealed_sha256=release.sealed_sha256,
        reason=reason,
        withdrawn_at=moment,
    )
