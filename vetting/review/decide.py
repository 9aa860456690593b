"""The second person: reads the draft as the board would, and approves or returns it (law 8).

One function writes a decision, for every door and everybody; there is no role that skips it. The database compares
author and reviewer once more (`review_four_eyes`), and the decision holds for exactly one text.
"""

from schemas.case import Case, CaseState
from schemas.draft import Draft, DraftContent, ReturnReason, Review, ReviewDecision
from schemas.evidence import ObjectKind
from schemas.summary import SummaryBody
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases import authors, latest_draft, move
from vetting.clock import now
from vetting.errors import InputError, PolicyError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces

_DECIDABLE = frozenset({CaseState.IN_REVIEW, CaseState.APPROVED})


def read_as_board(office: Office, actor: Actor, case_id: str) -> tuple[str, SummaryBody]:
    """The draft in review, its id and exactly the text the board would get."""
    with act(office.store, actor, Action.REVIEW_OPENED, Permission.CASE_REVIEW_DECIDE, case=case_id) as deed:
        draft = latest_draft(deed.tx, case_id)
        if draft is None:
            raise StateError(
                "draft_missing",
                f"{case_id} has no draft.",
                remedy="The investigator prepares it with `vetting draft prepare`.",
            )
        deed.subject = draft.id
        content = DraftContent.model_validate_json(
            office.vault.get(deed.tx, draft.object, ObjectKind.DRAFT, scope=case_id)
        )
        return draft.id, content.body


@enforces(Control.FOUR_EYES)
def decide(
    office: Office,
    actor: Actor,
    draft_id: str,
    decision: ReviewDecision,
    *,
    certify: bool = False,
    note: str = "",
    reasons: tuple[ReturnReason, ...] = (),
) -> str:
    """Approve or return a draft; returns the review's id.

    Raises:
        PolicyError: `four_eyes` when the reviewer wrote the draft or one of its findings, `not_certified`.
        InputError: `reason_missing` or `note_missing` when a draft is returned without saying why, by code and in words.
        StateError: `out_of_order`, `draft_superseded`, `approved_already`, `requirements_unmet`.

    """
    # (1) Nobody decides on their own work, whatever else they may do. (2) The draft is the newest one, and in review.
    # (3) An approval certifies that no class can be inferred. (4) The decision, bound to the text's digest, and the move.
    case_id = draft_id.rpartition(".")[0]
    action = Action.REVIEW_APPROVED if decision is ReviewDecision.APPROVED else Action.REVIEW_RETURNED
    with act(office.store, actor, action, Permission.CASE_REVIEW_DECIDE, case=case_id, subject=draft_id) as deed:
        tx = deed.tx
        draft = tx.get(Draft, draft_id)
        if actor.person in authors(tx, draft):  # (1)
            raise PolicyError(
                "four_eyes",
                f"{actor.person} wrote {draft_id} or a part of it and cannot decide on it.",
                law=8,
                remedy="Another reviewer of the round decides.",
            )
        newest = latest_draft(tx, case_id)
        if newest is None or newest.id != draft_id:  # (2)
            raise StateError(
                "draft_superseded",
                f"{draft_id} was superseded.",
                remedy="Read and decide on the newest draft.",
            )
        if tx.find(Review, draft=draft_id, decision=ReviewDecision.APPROVED) and decision is ReviewDecision.APPROVED:
            raise StateError(
                "approved_already",
                f"{draft_id} was approved before; one text is approved once.",
                law=8,
                remedy="If it was returned since, the investigator prepares the draft anew.",
            )
        if decision is ReviewDecision.RETURNED and tx.get(Case, case_id).state not in _DECIDABLE:
            raise StateError(
                "out_of_order",
                f"{draft_id} is not in review.",
                remedy=f"A draft is returned once, while it is in review or approved: see `vetting case show {case_id}`.",
            )
        if decision is ReviewDecision.APPROVED and not certify:  # (3)
            raise PolicyError(
                "not_certified",
                f"{draft_id} cannot be approved without the certificate.",
                law=7,
                clause="Bridgeport General Order 5.14, IV. D. 2",
                remedy="Read it as the board will; if no protected class can be inferred from what is left, approve with --certify.",
            )
        if decision is ReviewDecision.RETURNED and not reasons:
            raise InputError(
                "reason_missing",
                f"Say by code why {draft_id} is returned.",
                remedy=f"Give --reason, once or more: {', '.join(ReturnReason)}.",
            )
        if decision is ReviewDecision.RETURNED and len(note.strip()) < 10:
            raise InputError(
                "note_missing",
                f"Say what has to change in {draft_id}.",
                remedy="Write it in a sentence: --note-file, or type it when asked.",
            )
        given = tuple(dict.fromkeys(reasons)) if decision is ReviewDecision.RETURNED else ()
        review_id = f"{draft_id}.review-{tx.count(Review, draft=draft_id) + 1}"
        tx.add(  # (4)
            Review(
                id=review_id,
                case=case_id,
                draft=draft_id,
                author=draft.author,
                reviewer=actor.person,
                decision=decision,
                certified=certify,
                text_sha256=draft.text_sha256,
                note_object=office.vault.put(tx, case_id, ObjectKind.NOTE, note.encode()) if note.strip() else None,
                decided_at=now(),
                reasons=given,
            )
        )
        move(tx, case_id, CaseState.APPROVED if decision is ReviewDecision.APPROVED else CaseState.DRAFTED)
        deed.note(review=review_id, certified=certify, text_sha256=draft.text_sha256, author=draft.author)
        if given:
            deed.note(reasons=tuple(reason.value for reason in given))
        return review_id


def read_review_note(office: Office, actor: Actor, review_id: str) -> tuple[Review, str]:
    """A decision and what the reviewer wrote with it, for the author and other reviewers."""
    draft_id = review_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.REVIEW_OPENED,
        Permission.CASE_DRAFT_READ,
        case=draft_id.rpartition(".")[0],
        subject=review_id,
    ) as deed:
        row = deed.tx.get(Review, review_id)
        if row.note_object is None:
            return row, ""
        return row, office.vault.get(deed.tx, row.note_object, ObjectKind.NOTE, scope=row.case).decode()
