"""Keeps what a step of collection gave: encrypted first, then one transaction for outcome, evidence and events.

Interrupted anywhere, the step either has its one outcome and its evidence, or neither and is done again; a staged
object without a row cannot be reached and is swept. The clear bytes never leave memory (law 11).
"""

import hashlib
import json
from datetime import UTC, date, datetime, timedelta

from schemas.capture import PROVEN, Capture, StepOutcome
from schemas.case import Account, Step
from schemas.declaration import CandidateIdentity
from schemas.evidence import Evidence, ObjectKind, TimestampStatus
from schemas.plan import SearchPlan
from schemas.platform import Method
from schemas.round import Round
from schemas.statement import CaptureStatement
from schemas.window import Window
from vetting import __version__
from vetting.access import Act, Actor, Permission, act, refusals_recorded
from vetting.audit.tags import Action
from vetting.cases import settle
from vetting.clock import now
from vetting.collection.timestamps import stamp
from vetting.errors import InputError, PolicyError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.store import Tx

_ADULT = 18
_DOES_NOT_FIT = "step_does_not_fit"
"""The one reason for which a collector itself leaves a step out: the platform has no such thing, for anybody."""


def window_for(round_: Round, plan: SearchPlan, identity: CandidateIdentity) -> Window:
    """The stretch of time looked at: look-back from the round's opening, and nothing from before the 18th birthday."""
    starts = []
    if plan.look_back_days is not None:
        starts.append(round_.opened_at - timedelta(days=plan.look_back_days))
    if plan.exclude_posts_as_minor and identity.birth_date is not None:
        starts.append(_eighteenth(identity.birth_date))
    return Window(not_before=max(starts, default=None), not_after=round_.opened_at)


def _eighteenth(birth: date) -> datetime:
    try:
        day = birth.replace(year=birth.year + _ADULT)
    except ValueError:  # born on 29 February
        day = date(birth.year + _ADULT, 3, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


@enforces(Control.AUTHENTIC_CAPTURE, Control.EVIDENCE_ENCRYPTED)
def keep(
    office: Office,
    actor: Actor,
    step_id: str,
    capture: Capture,
    *,
    started_at: datetime,
    statement: CaptureStatement | None = None,
) -> str | None:
    """Give a pending step its outcome and keep its evidence; returns the evidence id, or `None` where nothing is kept.

    Raises:
        StateError: `step_done`, when it has an outcome already: nothing is kept twice.
        PolicyError: `method_not_listed`, when the capture's method is not the one of the step's account;
            `omission_not_approved`, when a step would be left out without a deviation.
        InputError: `statement_missing`, when a capture by hand does not say how it was made.

    """
    # (1) Encrypt and store outside the writing transaction. (2) In one transaction: the step is still pending, the method
    # is the account's, rows for objects, evidence and outcome, and both events.
    case_id = step_id.rpartition(".")[0]
    with (
        refusals_recorded(office.store, actor, Action.STEP_RECORDED, case=case_id, subject=step_id),
        office.store.reading() as tx,
    ):
        pending = _pending(tx, step_id)
        staged = _stage(office, tx, pending.case, capture, statement)  # (1)
    with act(
        office.store,
        actor,
        Action.STEP_RECORDED,
        Permission.ROUND_COLLECTION_RUN,
        case=pending.case,
        subject=step_id,
    ) as deed:  # (2)
        tx = deed.tx
        step = _pending(tx, step_id)
        _check_method(tx, step, capture)
        _check_outcome(step, capture, statement)
        for kind, (object_id, ciphertext) in staged.items():
            office.vault.register(tx, step.case, kind, object_id, ciphertext)
        evidence = _evidence(deed, step, capture, staged)
        tx.change(
            Step,
            step.id,
            expect={"outcome": None},
            outcome=capture.outcome,
            reason=capture.reason,
            method=capture.method.value,
            items=len(capture.posts),
            left_out=capture.left_out,
            requests=capture.requests,
            attempts=capture.attempts,
            started_at=started_at,
            finished_at=now(),
            actor=actor.person,
        )
        deed.note(
            **step_facts(step),
            outcome=capture.outcome.value,
            reason=capture.reason,
            method=capture.method.value,
        )
        deed.note(
            items=len(capture.posts),
            left_out=capture.left_out,
            requests=capture.requests,
            attempts=capture.attempts,
            software=__version__,
        )
        deed.note(seconds_hundredths=int((now() - started_at).total_seconds() * 100))
        if statement is not None:
            # A step done by hand has nobody after it to move the case on; a run of the collector moves many at once.
            deed.note(statement=staged[ObjectKind.STATEMENT][0])
            settle(tx, step.case)
        return evidence


def step_facts(step: Step) -> dict[str, str | int]:
    """What every event about a step says of it."""
    return {"step": step.key, "account": step.account, "version": step.version, "attempt": step.attempt}


def _pending(tx: Tx, step_id: str) -> Step:
    step = tx.get(Step, step_id)
    if step.outcome is not None:
        raise StateError(
            "step_done",
            f"Step {step_id} has its outcome already ({step.outcome.value}).",
            law=2,
            remedy="Nothing; to do it once more, ask for it with `vetting deviation request --kind repeat_step`.",
        )
    if step.account and tx.get(Account, step.account).until is not None:
        raise StateError(
            "account_dropped",
            f"Account {step.account} was dropped by a later declaration; nothing more of it is kept.",
            law=3,
            remedy="Run `vetting collect` again: it goes by the declaration in force.",
        )
    return step


@enforces(Control.LAWFUL_METHODS, Control.PLAN_ONLY)
def _check_method(tx: Tx, step: Step, capture: Capture) -> None:
    """The account's own method, or a volunteered export in its place.

    An export stands in for a capture by hand. In place of a program it is taken only when a second person has approved,
    as a deviation, that the step is repeated: the same for everybody comes first (law 2).
    """
    wanted = tx.get(Account, step.account).method if step.account else Method.MANUAL_CAPTURE
    by_hand_or_repeated = wanted is Method.MANUAL_CAPTURE or step.deviation is not None
    export = capture.method is Method.OWN_EXPORT and bool(step.account) and by_hand_or_repeated
    if capture.method is not wanted and not export:
        raise PolicyError(
            "method_not_listed",
            f"Step {step.id} is collected by {wanted.value}, not by {capture.method.value}.",
            law=4,
        )


@enforces(Control.UNIFORM_PLAN, Control.NO_ALIAS)
def _check_outcome(step: Step, capture: Capture, statement: CaptureStatement | None) -> None:
    by_hand = capture.method in (Method.MANUAL_CAPTURE, Method.OWN_EXPORT)
    if capture.outcome is StepOutcome.NOT_APPLICABLE and (by_hand or capture.reason != _DOES_NOT_FIT):
        raise PolicyError(
            "omission_not_approved",
            f"Step {step.id} can only be left out by an approved deviation.",
            law=2,
            remedy="Ask for it with `vetting deviation request`.",
        )
    if by_hand and statement is None:
        raise InputError(
            "statement_missing",
            f"The capture for step {step.id} does not say how it was made.",
            law=4,
            remedy="Give the statement of method: signed out, no alias, which tool and when.",
        )


def _has_evidence(capture: Capture) -> bool:
    """What was captured is evidence; so is what a server answered where there was nothing, as the proof of it."""
    return capture.outcome is StepOutcome.CAPTURED or (capture.outcome in PROVEN and bool(capture.data))


Staged = dict[ObjectKind, tuple[str, bytes]]


def _stage(office: Office, tx: Tx, case_id: str, capture: Capture, statement: CaptureStatement | None) -> Staged:
    staged: Staged = {}
    if _has_evidence(capture):
        staged[ObjectKind.CAPTURE] = office.vault.stage(tx, case_id, ObjectKind.CAPTURE, capture.data)
        if capture.outcome is StepOutcome.CAPTURED:
            lines = "\n".join(post.model_dump_json() for post in capture.posts)
            staged[ObjectKind.POSTS] = office.vault.stage(tx, case_id, ObjectKind.POSTS, lines.encode())
        token = stamp(hashlib.sha256(capture.data).digest(), office.settings)
        if token is not None:
            staged[ObjectKind.TIMESTAMP] = office.vault.stage(tx, case_id, ObjectKind.TIMESTAMP, token)
    if statement is not None:
        text = json.dumps(statement.model_dump(mode="json"))
        staged[ObjectKind.STATEMENT] = office.vault.stage(tx, case_id, ObjectKind.STATEMENT, text.encode())
    return staged


def _evidence(deed: Act, step: Step, capture: Capture, staged: Staged) -> str | None:
    if not _has_evidence(capture):
        return None
    objects = {kind: object_id for kind, (object_id, _) in staged.items()}
    sha256 = hashlib.sha256(capture.data).hexdigest()
    number = deed.tx.count(Evidence, case=step.case) + 1
    timestamp = TimestampStatus.GRANTED if ObjectKind.TIMESTAMP in objects else TimestampStatus.ABSENT
    row = Evidence(
        id=f"{step.case}.E{number}",
        case=step.case,
        account=step.account,
        step=step.id,
        object=objects[ObjectKind.CAPTURE],
        posts_object=objects.get(ObjectKind.POSTS),
        statement_object=objects.get(ObjectKind.STATEMENT),
        sha256=sha256,
        content_sha256=capture.content_sha256 or sha256,
        size=len(capture.data),
        media_type=capture.media_type,
        method=capture.method,
        items=len(capture.posts),
        captured_at=capture.captured_at,
        kept_at=now(),
        kept_by=deed.actor,
        timestamp=timestamp,
        timestamp_object=objects.get(ObjectKind.TIMESTAMP),
    )
    deed.tx.add(row)
    deed.also(
        Action.EVIDENCE_KEPT,
        row.id,
        step=step.id,
        sha256=sha256,
        content_sha256=row.content_sha256,
        size=row.size,
        items=row.items,
        method=row.method.value,
        timestamp=timestamp.value,
        # what a later check compares the database's own rows with
        objects={kind.value: object_id for kind, object_id in objects.items()},
        ciphertexts={kind.value: hashlib.sha256(ciphertext).hexdigest() for kind, (_, ciphertext) in staged.items()},
    )
    return row.id
