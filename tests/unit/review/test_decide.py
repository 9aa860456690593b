"""The second person's decision."""

from schemas.case import CaseState
from schemas.draft import ReturnReason, Review, ReviewDecision
from tests.security.doors import collected, log, refused, state
from tests.world import World
from vetting.review.decide import decide, read_as_board

WHY = (ReturnReason.NOT_NEUTRAL, ReturnReason.CONTEXT_MISSING, ReturnReason.NOT_NEUTRAL)
NOTE = "The second finding tells more than it should."


def test_approval_is_of_one_text_and_moves_the_case(opened: World) -> None:
    case = collected(opened)
    draft = opened.submit(case)
    review = decide(opened.office, opened.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)
    with opened.office.store.reading() as tx:
        row = tx.get(Review, review)
    assert (review, row.author, row.reviewer, row.certified) == (f"{draft}.review-1", "inv-1", "rev-1", True)
    assert row.text_sha256 == log(opened)[-1].details["text_sha256"]
    assert state(opened, case) is CaseState.APPROVED


def test_returned_draft_goes_back_with_a_note_in_the_vault(opened: World) -> None:
    case = collected(opened)
    draft = opened.submit(case)
    with refused("reason_missing"):
        decide(opened.office, opened.actors["rev-1"], draft, ReviewDecision.RETURNED, note=NOTE)
    decide(opened.office, opened.actors["rev-1"], draft, ReviewDecision.RETURNED, reasons=WHY, note=NOTE)
    assert state(opened, case) is CaseState.DRAFTED
    assert NOTE not in str(log(opened))
    assert log(opened)[-1].details["reasons"] == ("not_neutral", "context_missing")
    new = opened.approve(case)
    assert new != draft
    assert state(opened, case) is CaseState.APPROVED


def test_reviewer_reads_the_newest_draft(opened: World) -> None:
    case = collected(opened)
    with refused("draft_missing"):
        read_as_board(opened.office, opened.actors["rev-1"], case)
    opened.draft(case)
    newest = opened.draft(case)
    draft, body = read_as_board(opened.office, opened.actors["rev-1"], case)
    assert (draft, body.case, body.findings) == (newest, case, ())
    for person in ("inv-1", "board-1", "aud-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            read_as_board(opened.office, opened.actors[person], case)


def test_draft_that_does_not_exist_is_not_decided_on(opened: World) -> None:
    case = collected(opened)
    with refused("unknown_id"):
        decide(opened.office, opened.actors["rev-1"], f"{case}.D1", ReviewDecision.APPROVED, certify=True)
