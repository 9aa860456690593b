"""The steps that wait for a person, and what the person needs to carry one out.

The list has ids and the plan's instructions. Address, handle and, for a search by name, the name are content: they are
opened from the vault for one step at a time, and each opening is an event.
"""

import json
from dataclasses import dataclass

from schemas.account import DeclaredAccount
from schemas.case import Account, Case, CaseState, Step
from schemas.declaration import CandidateIdentity
from schemas.evidence import Evidence, ObjectKind
from schemas.plan import PlanStep
from schemas.platform import Method
from schemas.round import Round
from schemas.statement import CaptureStatement
from schemas.window import Window
from vetting.access import Actor, Permission, act
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.cases import expand, plan_in_force
from vetting.cases.declared import declared_accounts, identity
from vetting.collection.keep import window_for
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.rounds.opening import open_only
from vetting.store import Tx


@dataclass(frozen=True)
class Task:
    """A step that waits for a person, with the plan's instruction: word for word the same for everybody."""

    step: Step
    title: str
    instruction: str


@dataclass(frozen=True)
class StepView:
    """One step with what is needed to carry it out; `account` and `identity` are content, for the screen only."""

    task: Task
    account: DeclaredAccount | None
    identity: CandidateIdentity | None
    statement: CaptureStatement | None
    """How it was done, once it is done by hand."""
    window: Window
    """The stretch of time that is looked at, as for what a program collects."""


@enforces(Control.UNIFORM_PLAN)
def worklist(office: Office, actor: Actor, round_id: str) -> list[Task]:
    """The steps of a round that no program carries out and that have no outcome yet, in order.

    Raises:
        StateError: `round_closed`.

    """
    with act(office.store, actor, Action.STATUS_READ, Permission.ROUND_COLLECTION_RUN, round_=round_id) as deed:
        tx = deed.tx
        open_only(tx, round_id)
        _, plan = plan_in_force(tx, round_id)
        by_key = {step.key: step for step in plan.steps}
        tasks = [
            _task(step, by_key[step.key])
            for case in tx.all(Case, order=("number",), round=round_id)
            if case.state not in {CaseState.OPEN, CaseState.DISPOSED}
            for step in expand(tx, case)
            if _by_hand(tx, step)
        ]
        deed.note(waiting=len(tasks))
        return tasks


@enforces(Control.CONTENT_IN_VAULT_ONLY)
def open_step(office: Office, actor: Actor, step_id: str) -> StepView:
    """One step of a case with its address or name, for whoever carries it out; the opening is an event."""
    case_id = step_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.DECLARATION_OPENED,
        Permission.CASE_DECLARATION_RECORD,
        case=case_id,
        subject=step_id,
    ) as deed:
        tx = deed.tx
        step = tx.get(Step, step_id)
        round_ = tx.get(Round, tx.get(Case, case_id).round)
        _, plan = plan_in_force(tx, round_.id)
        person = identity(office.vault, tx, case_id)
        planned = next((s for s in plan.steps if s.key == step.key), None)
        task = Task(step, planned.title, planned.instruction) if planned else Task(step, step.key, "")
        accounts = {a.id: a for a in declared_accounts(office.vault, tx, case_id)}
        return StepView(
            task=task,
            account=accounts.get(step.account),
            identity=None if step.account else person,
            statement=_statement(office, tx, step),
            window=window_for(round_, plan, person),
        )


def _task(step: Step, planned: PlanStep) -> Task:
    return Task(step, planned.title, planned.instruction)


def _by_hand(tx: Tx, step: Step) -> bool:
    return not step.account or tx.get(Account, step.account).method is Method.MANUAL_CAPTURE


def _statement(office: Office, tx: Tx, step: Step) -> CaptureStatement | None:
    row = tx.find(Evidence, step=step.id)
    found: object = row.statement_object if row is not None else None
    if row is None and step.outcome is not None:
        # A step that ended without a file has no evidence row; its event names the statement.
        done = [e for e in events(tx, case=step.case) if e.subject == step.id and "statement" in e.details]
        found = done[-1].details["statement"] if done else None
    if not isinstance(found, str):
        return None
    return CaptureStatement.model_validate(
        json.loads(office.vault.get(tx, found, ObjectKind.STATEMENT, scope=step.case))
    )
