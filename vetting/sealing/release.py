"""Releases a summary: the one place where a draft becomes a sealed file (laws 1, 2, 6, 7, 8 and 9).

The gate is `cases.move`, which names every requirement that is not met. The clear summary exists only in this
process's memory, between the draft's decryption and the sealing.
"""

import hashlib
import secrets

from schemas.case import Case, CaseState
from schemas.draft import Draft, DraftContent, Release, Review, ReviewDecision
from schemas.evidence import ObjectKind
from schemas.keys import PersonPublic
from schemas.person import Assignment, Person, Role
from schemas.summary import Summary
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases import authors, latest_draft, move, readers
from vetting.clock import now
from vetting.errors import IntegrityError, PolicyError, StateError
from vetting.keys.person import recipients_digest
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.sealing.seal import seal
from vetting.store import Tx


@enforces(Control.FOUR_EYES, Control.SEALED_TO_READERS, Control.SEARCH_BY_NON_DECISION_MAKER)
def release(office: Office, actor: Actor, case_id: str) -> Release:
    """Seal the approved draft of a case to the decision makers of its round.

    Raises:
        PolicyError: `four_eyes`, when the releaser wrote any of it.
        StateError: `out_of_order` or `requirements_unmet`, naming each unmet requirement.
        IntegrityError: `draft_altered`.

    """
    # (1) The releaser is not an author. (2) Every requirement is met, checked by the module that moves the state.
    # (3) The text is the approved one. (4) Readers are the decision makers in force, with their enrolled keys.
    # (5) Sign and encrypt. (6) Keep the ciphertext; nothing clear is kept.
    with act(office.store, actor, Action.SUMMARY_RELEASED, Permission.CASE_SUMMARY_RELEASE, case=case_id) as deed:
        tx = deed.tx
        draft = latest_draft(tx, case_id)
        if draft is not None and actor.person in authors(tx, draft):  # (1)
            raise PolicyError(
                "four_eyes",
                f"{actor.person} wrote a part of the summary of {case_id} and cannot release it.",
                law=8,
                remedy="A reviewer releases it.",
            )
        case = move(tx, case_id, CaseState.RELEASED)  # (2)
        if draft is None:
            raise RuntimeError("a case without a draft passed the gate")
        review = _approval(tx, draft)
        content = _content(office, tx, draft, review)  # (3)
        keyed = [(row, _public(tx, row.person)) for row in readers(tx, case.round)]  # (4)
        earlier = tx.all(Release, order=("version",), case=case_id)
        version = len(earlier) + 1
        summary = Summary(
            **content.body.model_dump(),
            version=version,
            replaces=earlier[-1].version if earlier else None,
            released_at=now(),
            reviewer=review.reviewer,
            recipients=tuple(row.person for row, _ in keyed),
            recipients_sha256=recipients_digest(public for _, public in keyed),
            nonce=secrets.token_hex(16),
        )
        sealed = seal(summary, [public for _, public in keyed], office.keys)  # (5)
        row = Release(
            id=f"{case_id}.summary-{version}",
            case=case_id,
            version=version,
            draft=draft.id,
            review=review.id,
            author=draft.author,
            released_by=actor.person,
            released_at=summary.released_at,
            readers=tuple(row.id for row, _ in keyed),
            recipients_sha256=summary.recipients_sha256,
            sealed_sha256=hashlib.sha256(sealed).hexdigest(),
            sealed=sealed.decode("ascii"),
            replaces=earlier[-1].id if earlier else None,
        )
        tx.add(row)  # (6)
        deed.subject = row.id
        deed.note(
            version=version,
            draft=draft.id,
            review=review.id,
            author=draft.author,
            reviewer=review.reviewer,
            readers=summary.recipients,
            recipients_sha256=summary.recipients_sha256,
            sealed_sha256=row.sealed_sha256,
            plan=summary.plan_sha256,
            pack=summary.policy_sha256,
            lexicon=summary.lexicon_sha256,
            software=summary.software,
            plan_version=draft.plan_version,
            replaces=row.replaces,
        )
        return row


@enforces(Control.SEALED_TO_READERS)
def fetch(office: Office, actor: Actor, case_id: str) -> bytes:
    """The sealed file for one of its readers; a reader whose assignment ended gets nothing.

    Raises:
        PolicyError: not a decision maker in force, or `not_a_reader` of this summary.
        StateError: `not_released`, `withdrawn`, `disposed`.
        IntegrityError: `summary_altered`.

    """
    with act(office.store, actor, Action.SUMMARY_FETCHED, Permission.CASE_SUMMARY_FETCH, case=case_id) as deed:
        tx = deed.tx
        rows = tx.all(Release, order=("version",), case=case_id)
        if not rows:
            raise StateError("not_released", f"{case_id} has no released summary.", remedy="Wait for the release.")
        withdrawn = rows[-1].withdrawn_at
        if withdrawn is not None:
            deed.subject = rows[-1].id
            raise StateError(
                "withdrawn",
                f"{rows[-1].id} was withdrawn on {withdrawn:%Y-%m-%d}; nothing takes its place yet.",
                law=6,
                remedy=f"Do not rely on a copy of it. `vetting withdrawal notice {case_id} --out FILE` gives you the signed"
                " notice, with which `vetting open` refuses the file; wait for the new version.",
            )
        # A right to read hangs off an appointment in force; whether the file was sealed to this person, off any of theirs.
        appointments = tx.all(
            Assignment, round=tx.get(Case, case_id).round, person=actor.person, role=Role.DECISION_MAKER
        )
        in_force = any(row.ended_at is None for row in appointments)
        if not in_force or not {row.id for row in appointments} & set(rows[-1].readers):
            raise PolicyError(
                "not_a_reader",
                f"{actor.person} is not a reader of {rows[-1].id}.",
                law=9,
                remedy="Ask the reviewer.",
            )
        deed.subject = rows[-1].id
        if not rows[-1].sealed:
            raise StateError("disposed", f"The summary of {case_id} was disposed of with its case.", law=12)
        sealed = rows[-1].sealed.encode("ascii")
        if hashlib.sha256(sealed).hexdigest() != rows[-1].sealed_sha256:
            raise IntegrityError(
                "summary_altered",
                f"{rows[-1].id} is not the file that was sealed.",
                law=9,
                remedy="Do not use it, and tell the auditor.",
            )
        deed.note(sealed_sha256=rows[-1].sealed_sha256)
        return sealed


def _approval(tx: Tx, draft: Draft) -> Review:
    review = tx.find(Review, draft=draft.id, decision=ReviewDecision.APPROVED)
    if review is None:
        raise StateError("not_approved", f"{draft.id} is not approved.", law=8)
    return review


def _content(office: Office, tx: Tx, draft: Draft, review: Review) -> DraftContent:
    data = office.vault.get(tx, draft.object, ObjectKind.DRAFT, scope=draft.case)
    if not hashlib.sha256(data).hexdigest() == draft.text_sha256 == review.text_sha256:
        raise IntegrityError(
            "draft_altered",
            f"{draft.id} is not the text that was approved.",
            law=8,
            remedy="Stop and tell the auditor.",
        )
    return DraftContent.model_validate_json(data)


def _public(tx: Tx, person: str) -> PersonPublic:
    return PersonPublic.model_validate({**tx.get(Person, person).public, "id": person})
