"""Departures from the plan: asked for with a reason, decided by somebody else, shown to the auditor (law 2).

Approval has its effect in the same transaction: an omitted step gets the outcome `not_applicable`, a repeated step a new
attempt beside the old one. The free text of the reason lies in the round's part of the vault, where the auditor can
read it; the log has its code.
"""

from schemas.capture import StepOutcome
from schemas.case import Case, CaseState, Step
from schemas.evidence import ObjectKind
from schemas.round import Deviation, DeviationKind, DeviationReason
from vetting.access import Act, Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases import back_to, current_steps, expand, settle
from vetting.clock import now
from vetting.errors import InputError, PolicyError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.rounds.opening import open_only
from vetting.store import Tx


def request_deviation(
    office: Office,
    actor: Actor,
    round_id: str,
    kind: DeviationKind,
    reason: DeviationReason,
    note: str,
    *,
    case_id: str | None = None,
    step_key: str | None = None,
    account: str | None = None,
) -> str:
    """Ask for a departure; returns its id.

    Raises:
        InputError: `note_missing`, `step_unnamed`, `step_named`, `no_such_step`, `other_round`.
        StateError: `step_done` when a step to be omitted has an outcome, `step_pending` when one to be repeated has none.

    """
    with act(
        office.store,
        actor,
        Action.DEVIATION_REQUESTED,
        Permission.ROUND_DEVIATION_REQUEST,
        round_=round_id,
        case=case_id,
    ) as deed:
        open_only(deed.tx, round_id)
        if case_id is not None and deed.round != round_id:
            raise InputError("other_round", f"{case_id} is not a candidate of {round_id}.", remedy="Check --case.")
        if len(note.strip()) < 10:
            raise InputError(
                "note_missing",
                "A departure needs its reason in a sentence.",
                remedy="Write it in a sentence: --note-file, or type it when asked.",
            )
        if kind is not DeviationKind.OTHER:
            if case_id is None or step_key is None:
                raise InputError(
                    "step_unnamed",
                    "Say which step of which candidate.",
                    remedy="Give --case and --step, and --account for an account step.",
                )
            _find_step(deed.tx, case_id, step_key, account or "", kind)
        elif step_key is not None or account is not None:
            raise InputError(
                "step_named",
                "A departure of another kind concerns no single step.",
                remedy="Leave out --step and --account, or choose the kind that omits or repeats a step.",
            )
        deviation_id = f"{round_id}.deviation-{deed.tx.count(Deviation, round=round_id) + 1}"
        deed.tx.add(
            Deviation(
                id=deviation_id,
                round=round_id,
                case=case_id,
                step=step_key,
                account=account,
                kind=kind,
                reason=reason,
                note_object=office.vault.put(deed.tx, round_id, ObjectKind.NOTE, note.encode()),
                requested_by=actor.person,
                requested_at=now(),
            )
        )
        deed.subject = deviation_id
        deed.note(kind=kind.value, reason=reason.value, step=step_key, account=account)
        return deviation_id


@enforces(Control.DEVIATION_APPROVED)
def decide_deviation(office: Office, actor: Actor, deviation_id: str, *, approve: bool) -> None:
    """Approve or refuse a departure.

    Raises:
        PolicyError: `four_eyes`, when it is one's own.
        StateError: `decided_already`.

    """
    round_id = deviation_id.rpartition(".")[0]
    action = Action.DEVIATION_APPROVED if approve else Action.DEVIATION_REFUSED
    with act(
        office.store, actor, action, Permission.ROUND_DEVIATION_DECIDE, round_=round_id, subject=deviation_id
    ) as deed:
        row = deed.tx.get(Deviation, deviation_id)
        deed.case = row.case
        if row.requested_by == actor.person:
            raise PolicyError(
                "four_eyes",
                f"{deviation_id} was asked for by the same person.",
                law=8,
                remedy="Somebody else decides.",
            )
        if row.decided_by is not None:
            raise StateError(
                "decided_already", f"{deviation_id} is decided.", remedy="Ask for a new one if it is needed."
            )
        deed.tx.change(
            Deviation,
            deviation_id,
            expect={"decided_by": None},
            decided_by=actor.person,
            decided_at=now(),
            approved=approve,
        )
        deed.note(kind=row.kind.value, reason=row.reason.value, step=row.step, account=row.account)
        if approve and row.kind is not DeviationKind.OTHER:
            _carry_out(deed, row)


def read_deviation(office: Office, actor: Actor, deviation_id: str) -> tuple[Deviation, str]:
    """A departure with its reason in words."""
    round_id = deviation_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.DEVIATION_OPENED,
        Permission.ROUND_DEVIATION_READ,
        round_=round_id,
        subject=deviation_id,
    ) as deed:
        row = deed.tx.get(Deviation, deviation_id)
        return row, office.vault.get(deed.tx, row.note_object, ObjectKind.NOTE, scope=round_id).decode()


def deviations_of(office: Office, actor: Actor, round_id: str) -> list[Deviation]:
    """The departures of a round, asked for, approved and refused, in order; reasons by code."""
    with act(office.store, actor, Action.STATUS_READ, Permission.ROUND_DEVIATION_READ, round_=round_id) as deed:
        return deed.tx.all(Deviation, order=("requested_at", "id"), round=round_id)


def _find_step(tx: Tx, case_id: str, key: str, account: str, kind: DeviationKind) -> Step:
    case = tx.get(Case, case_id)
    if case.state is CaseState.OPEN:
        raise StateError(
            "declaration_missing", f"{case_id} has not declared yet.", remedy="Record the declaration first."
        )
    expand(tx, case)
    step = next((s for s in current_steps(tx, case) if (s.key, s.account) == (key, account)), None)
    if step is None:
        raise InputError(
            "no_such_step",
            f"{case_id} has no step {key} for this account.",
            remedy="See `vetting case show`.",
        )
    if kind is DeviationKind.OMIT_STEP and step.outcome is not None:
        raise StateError("step_done", f"Step {step.id} has its outcome already.", remedy="Nothing needs to be omitted.")
    if kind is DeviationKind.REPEAT_STEP and step.outcome is None:
        raise StateError("step_pending", f"Step {step.id} has not been done yet.", remedy="Run `vetting collect`.")
    return step


@enforces(Control.UNIFORM_PLAN)
def _carry_out(deed: Act, row: Deviation) -> None:
    if row.case is None or row.step is None:
        raise RuntimeError("a step deviation without a step was stored")
    step = _find_step(deed.tx, row.case, row.step, row.account or "", row.kind)
    facts = {"step": step.key, "account": step.account, "version": step.version, "deviation": row.id}
    if row.kind is DeviationKind.OMIT_STEP:
        moment = now()
        deed.tx.change(
            Step,
            step.id,
            expect={"outcome": None},
            outcome=StepOutcome.NOT_APPLICABLE,
            reason="deviation",
            started_at=moment,
            finished_at=moment,
            actor=deed.actor,
            deviation=row.id,
        )
        deed.also(
            Action.STEP_RECORDED,
            step.id,
            **facts,
            attempt=step.attempt,
            outcome=StepOutcome.NOT_APPLICABLE.value,
            reason="deviation",
            items=0,
        )
        settle(deed.tx, row.case)
        return
    number = deed.tx.count(Step, case=row.case) + 1
    blank = step.model_copy(
        update={
            "id": f"{row.case}.S{number}",
            "attempt": step.attempt + 1,
            "outcome": None,
            "reason": "",
            "method": "",
            "items": 0,
            "left_out": 0,
            "requests": 0,
            "attempts": 0,
            "started_at": None,
            "finished_at": None,
            "actor": "",
            "deviation": row.id,
        }
    )
    deed.tx.add(blank)
    back_to(deed.tx, row.case, CaseState.DECLARED)
