"""The one module that moves a case's state.

Its ordering rules:

- open -> declared: a declaration is recorded and the notice acknowledged.
- declared -> collected: every step of the frozen plan has an outcome for this candidate.
- collected -> drafted: a draft was built from the findings as they stand.
- drafted -> in_review: its author confirmed the spans, and the validation report of exactly this text passed.
- in_review -> approved or back to drafted: a second person decided on exactly this text.
- approved -> released: nothing in `rules.unmet` is left.
- Back to declared: the declaration was amended, a repeat was approved, or the round was replanned: drafts no longer count.
- Back to collected: a finding, corroboration or attribution changed: drafts no longer count.
- released -> collected: the summary was withdrawn; a new one takes its place on the same way, from a new draft.
- any -> disposed: the content's key is destroyed; nothing moves from there.

Asking for a move out of order is refused with what must come first.
"""

from schemas.case import Case, CaseState
from schemas.person import Assignment, Role
from vetting.cases.rules import unmet_before
from vetting.cases.steps import missing_steps
from vetting.errors import StateError
from vetting.policy.controls import Control, enforces
from vetting.store import Tx

S = CaseState

MOVES: dict[CaseState, frozenset[CaseState]] = {
    S.OPEN: frozenset({S.DECLARED, S.DISPOSED}),
    S.DECLARED: frozenset({S.DECLARED, S.COLLECTED, S.DISPOSED}),
    S.COLLECTED: frozenset({S.DECLARED, S.COLLECTED, S.DRAFTED, S.DISPOSED}),
    S.DRAFTED: frozenset({S.DECLARED, S.COLLECTED, S.DRAFTED, S.IN_REVIEW, S.DISPOSED}),
    S.IN_REVIEW: frozenset({S.DECLARED, S.COLLECTED, S.DRAFTED, S.APPROVED, S.DISPOSED}),
    S.APPROVED: frozenset({S.DECLARED, S.COLLECTED, S.DRAFTED, S.RELEASED, S.DISPOSED}),
    S.RELEASED: frozenset({S.COLLECTED, S.DISPOSED}),
    S.DISPOSED: frozenset(),
}

_TO = {**{state: state.value for state in S}, S.OPEN: "opened again", S.IN_REVIEW: "given to the reviewer"}

_FIRST = {
    S.OPEN: "a round must be opened with it; a case never becomes open again",
    S.DECLARED: "the candidate's declaration must be recorded",
    S.COLLECTED: "the candidate must have declared, and every step of the plan needs an outcome",
    S.DRAFTED: "every step of the plan needs an outcome: `vetting collect`, `vetting step worklist`",
    S.IN_REVIEW: "a draft must be prepared, confirmed and validated",
    S.APPROVED: "a draft must be submitted for review",
    S.RELEASED: "a second person must approve the draft",
    S.DISPOSED: "nothing; the case is disposed of already",
}


@enforces(Control.UNIFORM_PLAN, Control.VALIDATE_BEFORE_USE, Control.FOUR_EYES, Control.MANDATORY_INTERNET_CONTENT)
def move(tx: Tx, case_id: str, to: CaseState) -> Case:
    """Move a case, if the rules above allow it now.

    Raises:
        StateError: `out_of_order`, or `requirements_unmet` naming each unmet one.

    """
    # (1) Is the move one of the table? (2) Is every requirement of the new state met? Both are told at once, so that
    # nobody meets them one refusal at a time. (3) Has nobody moved it meanwhile?
    case = tx.get(Case, case_id)
    in_order = to in MOVES[case.state]  # (1)
    unmet = unmet_before(tx, case, to)  # (2)
    if in_order and not unmet:
        tx.change(Case, case_id, expect={"state": case.state}, state=to)  # (3)
        return tx.get(Case, case_id)
    lines = "".join(f"\n  - law {u.law}, {u.code}: {u.message}" for u in unmet)
    where = f"{case_id} is {_said(case.state)}"
    if case.state is to and not in_order:
        seen = None if to is S.DISPOSED else f"Nothing; see `vetting case show {case_id}`."
        raise StateError("out_of_order", f"{where} already.", remedy=seen)
    raise StateError(
        "requirements_unmet" if in_order else "out_of_order",
        f"{where} and cannot be {_TO[to]}{' yet:' if lines else ' now.'}{lines}",
        law=unmet[0].law if unmet else None,
        remedy=_remedy(case.state, to, in_order=in_order),
    )


def _said(state: CaseState) -> str:
    return state.value.replace("_", " ")


def _remedy(state: CaseState, to: CaseState, *, in_order: bool) -> str | None:
    if in_order:
        return "Meet each of them, then repeat."
    return None if state is S.DISPOSED else f"First {_FIRST[to]}."


def settle(tx: Tx, case_id: str) -> bool:
    """Move a declared case on when the last of its steps has its outcome; says whether it moved."""
    case = tx.get(Case, case_id)
    if case.state is not S.DECLARED or missing_steps(tx, case):
        return False
    move(tx, case_id, S.COLLECTED)
    return True


def back_to(tx: Tx, case_id: str, state: CaseState) -> None:
    """Take a case back because what a draft rests on changed; a case that has not come so far stays where it is.

    Raises:
        StateError: `already_released` or `disposed`.

    """
    order = list(CaseState)
    case = tx.get(Case, case_id)
    if case.state is S.RELEASED:
        raise StateError(
            "already_released",
            f"The summary of {case_id} is released; what it rests on is fixed.",
            remedy=f"If it is wrong, withdraw it first: `vetting withdrawal request {case_id}`. What is new belongs in a new round.",
        )
    if case.state is S.DISPOSED:
        raise StateError("disposed", f"{case_id} was disposed of.", law=12)
    if order.index(case.state) > order.index(state):
        tx.change(Case, case_id, expect={"state": case.state}, state=state)


def readers(tx: Tx, round_id: str) -> list[Assignment]:
    """The decision makers of a round whose assignment is in force: the only people a summary is sealed to."""
    return tx.all(Assignment, order=("person",), round=round_id, role=Role.DECISION_MAKER, ended_at=None)
