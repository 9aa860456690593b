"""Steps that a person carries out: the capture comes from the person's own browser, with a statement of method (law 4).

An export that the candidate volunteered comes in the same way; only what was public in it is kept. A refusal of the
file is an event, like every refusal. Storing and the case's state are `keep`'s.
"""

from schemas.capture import Capture, StepOutcome
from schemas.case import Case, Step
from schemas.plan import StepAction
from schemas.round import Round
from schemas.statement import CaptureStatement, MethodStatement
from vetting.access import Actor, Permission, refusals_recorded, require
from vetting.audit.tags import Action
from vetting.cases import plan_in_force
from vetting.cases.declared import declared_accounts, identity
from vetting.clock import now
from vetting.collection.imports import import_capture, import_outcome
from vetting.collection.imports.exports import import_export
from vetting.collection.keep import keep, window_for
from vetting.errors import InputError, PolicyError
from vetting.office import Office
from vetting.policy.controls import Control, enforces


@enforces(Control.LAWFUL_METHODS, Control.AUTHENTIC_CAPTURE)
def import_step(
    office: Office, actor: Actor, step_id: str, data: bytes, declared_type: str | None, statement: CaptureStatement
) -> str:
    """Keep an investigator's file, or what was public in an export, as the evidence of a pending step; returns the evidence id.

    Raises:
        InputError, IntegrityError, PolicyError: see `import_capture` and `import_export`.
        StateError: `step_done`.
        PolicyError: `method_not_listed`, when the step is one that a program carries out; `export_for_posts_only`.

    """
    started = now()
    with refusals_recorded(office.store, actor, Action.STEP_RECORDED, case=step_id.rpartition(".")[0], subject=step_id):
        if statement.method is MethodStatement.CANDIDATE_OWN_EXPORT:
            capture = _from_export(office, actor, step_id, data, declared_type, statement)
        else:
            capture = import_capture(data, declared_type, statement)
    evidence = keep(office, actor, step_id, capture, started_at=started, statement=statement)
    if evidence is None:
        raise RuntimeError("a captured step kept no evidence")
    return evidence


@enforces(Control.PLAN_ONLY)
def _from_export(
    office: Office, actor: Actor, step_id: str, data: bytes, declared_type: str | None, statement: CaptureStatement
) -> Capture:
    """The public items of an export, under the window and limits of the round's plan."""
    with office.store.reading() as tx:
        step = tx.get(Step, step_id)
        round_ = tx.get(Round, tx.get(Case, step.case).round)
        require(tx, actor.person, Permission.ROUND_COLLECTION_RUN, round_=round_.id)
        _, plan = plan_in_force(tx, round_.id)
        account = next((a for a in declared_accounts(office.vault, tx, step.case) if a.id == step.account), None)
        window = window_for(round_, plan, identity(office.vault, tx, step.case))
    if account is None or step.action is not StepAction.POSTS:
        raise PolicyError(
            "export_for_posts_only",
            f"Step {step_id} is not about the posts of a declared account, so no export can answer it.",
            law=3,
            remedy="Import the export for the step that collects the account's posts.",
        )
    return import_export(data, declared_type, statement, account, window, plan.limits)


@enforces(Control.LAWFUL_METHODS)
def record_step(office: Office, actor: Actor, step_id: str, outcome: StepOutcome, statement: CaptureStatement) -> None:
    """Give a pending step an outcome that has no file: nothing found, nothing public, no content.

    Raises:
        InputError: `outcome_needs_file`; `statement_does_not_fit`, when it speaks of an export; a statement from the future.
        StateError: `step_done`.

    """
    started = now()
    with refusals_recorded(office.store, actor, Action.STEP_RECORDED, case=step_id.rpartition(".")[0], subject=step_id):
        if statement.method is MethodStatement.CANDIDATE_OWN_EXPORT:
            raise InputError(
                "statement_does_not_fit",
                f"The statement for step {step_id} speaks of an export, but no file was given.",
                law=4,
                remedy="Import the export, or state how the page was looked at.",
            )
        capture = import_outcome(outcome, statement)
    keep(office, actor, step_id, capture, started_at=started, statement=statement)
