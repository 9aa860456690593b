"""Steps that a person carries out: the capture comes from the person's own browser, with a statement of method (law 4).

A refusal of the file is an event, like every refusal. Storing and the case's state are `keep`'s.
"""

from schemas.capture import StepOutcome
from schemas.statement import CaptureStatement
from vetting.access import Actor, refusals_recorded
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.collection.imports import import_capture, import_outcome
from vetting.collection.keep import keep
from vetting.office import Office
from vetting.policy.controls import Control, enforces


@enforces(Control.LAWFUL_METHODS, Control.AUTHENTIC_CAPTURE)
def import_step(
    office: Office, actor: Actor, step_id: str, data: bytes, declared_type: str | None, statement: CaptureStatement
) -> str:
    """Keep an investigator's file as the evidence of a pending step; returns the evidence id.

    Raises:
        InputError, IntegrityError, PolicyError: see `import_capture`.
        StateError: `step_done`.
        PolicyError: `method_not_listed`, when the step is one that a program carries out.

    """
    started = now()
    with refusals_recorded(office.store, actor, Action.STEP_RECORDED, case=step_id.rpartition(".")[0], subject=step_id):
        capture = import_capture(data, declared_type, statement)
    evidence = keep(office, actor, step_id, capture, started_at=started, statement=statement)
    if evidence is None:
        raise RuntimeError("a captured step kept no evidence")
    return evidence


@enforces(Control.LAWFUL_METHODS)
def record_step(office: Office, actor: Actor, step_id: str, outcome: StepOutcome, statement: CaptureStatement) -> None:
    """Give a pending step an outcome that has no file: nothing found, nothing public, no content.

    Raises:
        InputError: `outcome_needs_file`; a statement from the future.
        StateError: `step_done`.

    """
    started = now()
    with refusals_recorded(office.store, actor, Action.STEP_RECORDED, case=step_id.rpartition(".")[0], subject=step_id):
        capture = import_outcome(outcome, statement)
    keep(office, actor, step_id, capture, started_at=started, statement=statement)
