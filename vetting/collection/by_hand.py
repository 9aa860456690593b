"""Steps that a person carries out: the capture comes from the person's own browser, with a statement of method (law 4).

An export that the candidate volunteered comes in the same way; only what was public in it is kept. A refusal of the
file is an event, like every refusal. Storing and the case's state are `keep`'s.
"""

from dataclasses import dataclass

from schemas.capture import Capture, StepOutcome
from schemas.case import Case, Step
from schemas.plan import Limits, StepAction
from schemas.platform import Method, Platform
from schemas.round import Round
from schemas.statement import CaptureStatement, MethodStatement
from schemas.window import Window
from vetting.access import Actor, Permission, refusals_recorded, require
from vetting.audit.tags import Action
from vetting.cases import plan_in_force
from vetting.cases.declared import declared_accounts, identity
from vetting.clock import now
from vetting.collection.imports import checked_type, import_capture, import_outcome
from vetting.collection.imports.exports import import_export
from vetting.collection.imports.mail import ARCHIVED, import_archive
from vetting.collection.imports.sniff import FileType
from vetting.collection.imports.whose import Owner
from vetting.collection.keep import keep, window_for
from vetting.errors import InputError, PolicyError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.rounds.opening import ruleset


@enforces(Control.LAWFUL_METHODS, Control.AUTHENTIC_CAPTURE)
def import_step(
    office: Office, actor: Actor, step_id: str, data: bytes, declared_type: str | None, statement: CaptureStatement
) -> str:
    """Keep an investigator's file, or what was public in an export, as the evidence of a pending step; returns the evidence id.

    Raises:
        InputError, IntegrityError, PolicyError: see `import_capture`, `import_archive` and `import_export`.
        StateError: `step_done`.
        PolicyError: `method_not_listed`, when the step is one that a program carries out; `export_for_posts_only`.

    """
    started = now()
    with refusals_recorded(office.store, actor, Action.STEP_RECORDED, case=step_id.rpartition(".")[0], subject=step_id):
        if statement.method is MethodStatement.CANDIDATE_OWN_EXPORT:
            capture = _from_export(office, actor, step_id, data, declared_type, statement)
        else:
            capture = _from_file(office, actor, step_id, data, declared_type, statement)
    evidence = keep(office, actor, step_id, capture, started_at=started, statement=statement)
    if evidence is None:
        raise RuntimeError("a captured step kept no evidence")
    return evidence


@dataclass(frozen=True)
class _Ground:
    """What a file for a step is judged by."""

    owner: Owner | None
    window: Window
    limits: Limits
    posts: bool

    @property
    def by_hand(self) -> Owner | None:
        """The account, if a person captures it; any other is refused by its method when the capture is kept."""
        return self.owner if self.owner and self.owner.account.method is Method.MANUAL_CAPTURE else None


def _ground(office: Office, actor: Actor, step_id: str) -> _Ground:
    """The step's declared account and platform, and the window and limits of the round's plan."""
    with office.store.reading() as tx:
        step = tx.get(Step, step_id)
        round_ = tx.get(Round, tx.get(Case, step.case).round)
        require(tx, actor.person, Permission.ROUND_COLLECTION_RUN, round_=round_.id)
        _, plan = plan_in_force(tx, round_.id)
        account = next((a for a in declared_accounts(office.vault, tx, step.case) if a.id == step.account), None)
        platforms = {p.id: p for p in ruleset(tx, round_.id).platforms.platforms}
        window = window_for(round_, plan, identity(office.vault, tx, step.case))
    owner = None
    if account is not None:
        # a later list may have struck the platform; the account is then compared by its declared address
        known = platforms.get(account.platform) or Platform(id=account.platform, name="-", method=account.method)
        owner = Owner(account, known)
    return _Ground(owner, window, plan.limits, step.action is StepAction.POSTS)


@enforces(Control.PLAN_ONLY)
def _from_file(
    office: Office, actor: Actor, step_id: str, data: bytes, declared_type: str | None, statement: CaptureStatement
) -> Capture:
    """A capture of the declared account's page, or its own messages from a public archive of mail."""
    ground = _ground(office, actor, step_id)
    owner = ground.by_hand
    if owner is not None and ground.posts and owner.platform.id in ARCHIVED:
        kind = checked_type(data, declared_type, statement)
        if kind is FileType.MBOX:
            return import_archive(data, statement, owner, ground.window, ground.limits)
    return import_capture(data, declared_type, statement, owner)


@enforces(Control.PLAN_ONLY)
def _from_export(
    office: Office, actor: Actor, step_id: str, data: bytes, declared_type: str | None, statement: CaptureStatement
) -> Capture:
    """The public items of an export, under the window and limits of the round's plan."""
    ground = _ground(office, actor, step_id)
    if ground.owner is None or not ground.posts:
        raise PolicyError(
            "export_for_posts_only",
            f"Step {step_id} is not about the posts of a declared account, so no export can answer it.",
            law=3,
            remedy="Import the export for the step that collects the account's posts.",
        )
    return import_export(data, declared_type, statement, ground.owner.account, ground.window, ground.limits)


@enforces(Control.LAWFUL_METHODS)
def record_step(office: Office, actor: Actor, step_id: str, outcome: StepOutcome, statement: CaptureStatement) -> None:
    """Give a pending step an outcome that has no file: nothing found, nothing public, no content.

    Raises:
        InputError: `outcome_needs_file`; `statement_does_not_fit`, when it speaks of an export; a statement from the future.
        PolicyError: `capture_other_account`, when it is not about the declared account's page.
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
        capture = import_outcome(outcome, statement, _ground(office, actor, step_id).by_hand)
    keep(office, actor, step_id, capture, started_at=started, statement=statement)
