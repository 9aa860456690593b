"""Opens evidence for a person who may, for a stated reason, on the record; and tells who opened what.

- The bytes must still have the digest they had at capture; otherwise nothing is handed on (law 6).
- Text comes as items with numbers, so that a finding can cite a place in it.
- A decision maker never gets here: `access` grants them no permission that reaches it (law 1).
"""

import hashlib
import json

from schemas.event import Event
from schemas.evidence import Evidence, ObjectKind, OpenReason
from schemas.post import Post
from vetting.access import Act, Actor, Permission, act
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.errors import IntegrityError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.store import Tx
from vetting.vault.vault import Vault


def evidence_list(office: Office, actor: Actor, case_id: str) -> list[Evidence]:
    """The evidence items of a case: ids, digests, counts; no content."""
    with act(office.store, actor, Action.STATUS_READ, Permission.CASE_EVIDENCE_LIST, case=case_id) as deed:
        deed.note(listed=Action.EVIDENCE_KEPT.value)
        return deed.tx.all(Evidence, order=("kept_at", "id"), case=case_id)


@enforces(Control.EVIDENCE_ACCESS)
def open_posts(office: Office, actor: Actor, evidence_id: str, reason: OpenReason) -> list[Post]:
    """The items of one evidence item, in clear, for the person's screen.

    Raises:
        PolicyError: the person may not open evidence of this round.
        IntegrityError: `evidence_altered`.

    """
    with act(
        office.store,
        actor,
        Action.EVIDENCE_OPENED,
        Permission.CASE_EVIDENCE_OPEN,
        case=case_of(evidence_id),
        subject=evidence_id,
    ) as deed:
        row = checked(office.vault, deed.tx, evidence_id)
        deed.note(reason=reason.value, form="items")
        return posts_of(office.vault, deed.tx, row)


@enforces(Control.EVIDENCE_ACCESS, Control.RECORDS_RETRIEVABLE)
def open_capture(office: Office, actor: Actor, evidence_id: str, reason: OpenReason) -> tuple[Evidence, bytes]:
    """The captured file itself, whole and checked against its digest."""
    with act(
        office.store,
        actor,
        Action.EVIDENCE_OPENED,
        Permission.CASE_EVIDENCE_OPEN,
        case=case_of(evidence_id),
        subject=evidence_id,
    ) as deed:
        row = deed.tx.get(Evidence, evidence_id)
        deed.note(reason=reason.value, form="file")
        return row, verified_bytes(office.vault, deed.tx, row)


def checked(vault: Vault, tx: Tx, evidence_id: str) -> Evidence:
    """The evidence row, after its bytes were found to be the captured ones."""
    row = tx.get(Evidence, evidence_id)
    verified_bytes(vault, tx, row)
    return row


@enforces(Control.AUTHENTIC_CAPTURE)
def verified_bytes(vault: Vault, tx: Tx, row: Evidence) -> bytes:
    """The captured bytes.

    Raises:
        IntegrityError: `evidence_altered`, or the vault's own refusal.

    """
    data = vault.get(tx, row.object, ObjectKind.CAPTURE, scope=row.case)
    if hashlib.sha256(data).hexdigest() != row.sha256:
        raise IntegrityError(
            "evidence_altered",
            f"Evidence {row.id} does not match its digest.",
            law=6,
            remedy="Do not use it, and tell the auditor.",
        )
    return data


def posts_of(vault: Vault, tx: Tx, row: Evidence) -> list[Post]:
    """The items of an evidence row; whoever calls is inside an `act` of their own."""
    if row.posts_object is None:
        return []
    text = vault.get(tx, row.posts_object, ObjectKind.POSTS, scope=row.case).decode()
    return [Post.model_validate(json.loads(line)) for line in text.split("\n") if line]


def case_of(evidence_id: str) -> str:
    """The case an evidence id belongs to, by its form; that it exists is checked when it is read."""
    return evidence_id.rpartition(".")[0]


@enforces(Control.RECORDS_RETRIEVABLE)
def custody(office: Office, actor: Actor, evidence_id: str) -> list[Event]:
    """Who kept and opened an evidence item, when and why, from the log."""
    with act(
        office.store,
        actor,
        Action.STATUS_READ,
        Permission.CASE_EVIDENCE_LIST,
        case=case_of(evidence_id),
        subject=evidence_id,
    ) as deed:
        deed.tx.get(Evidence, evidence_id)
        deed.note(listed=Action.EVIDENCE_OPENED.value)
        return _custody(deed, evidence_id)


def _custody(deed: Act, evidence_id: str) -> list[Event]:
    return [e for e in events(deed.tx, case=deed.case) if e.subject == evidence_id]
