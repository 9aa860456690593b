"""Keeps what steps of collection gave: encrypted first, then one transaction for outcomes, evidence and events.

Interrupted anywhere, a step either has its one outcome and its evidence, or neither and is done again; a staged
object without a row cannot be reached and is swept. The clear bytes never leave memory (law 11).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from schemas.capture import PROVEN, Capture, StepOutcome
from schemas.case import Account, Step
from schemas.declaration import CandidateIdentity
from schemas.evidence import Evidence, ObjectKind, TimestampStatus
from schemas.plan import SearchPlan
from schemas.platform import Method
from schemas.post import Post
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
from vetting.settings import Settings
from vetting.store import Tx
from vetting.vault import Staged

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


@dataclass(frozen=True)
class Done:
    """A step that was carried out, and what it gave. Without `finished_at` it ended when it is kept."""

    step: str
    capture: Capture
    started_at: datetime
    finished_at: datetime | None = None
    statement: CaptureStatement | None = None


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
        VettingError: as `keep_all`.

    """
    return keep_all(office, actor, [Done(step_id, capture, started_at, statement=statement)])[0]


@enforces(Control.AUTHENTIC_CAPTURE, Control.EVIDENCE_ENCRYPTED)
def keep_all(office: Office, actor: Actor, done: Sequence[Done]) -> list[str | None]:
    """Give pending steps of one account their outcomes and keep their evidence, all or none; returns the evidence ids.

    Raises:
        StateError: `step_done`, when one has an outcome already: nothing is kept twice.
        PolicyError: `method_not_listed`, when a capture's method is not the one of the step's account;
            `omission_not_approved`, when a step would be left out without a deviation.
        InputError: `statement_missing`, when a capture by hand does not say how it was made.

    """
    # (1) Encrypt and store outside the writing transaction. (2) In one transaction: each step is still pending, the method
    # is the account's, rows for objects, evidence and outcome, and both events.
    case_id = done[0].step.rpartition(".")[0]
    with (
        refusals_recorded(office.store, actor, Action.STEP_RECORDED, case=case_id, subject=done[0].step),
        office.store.reading() as tx,
    ):
        steps = _pending(tx, done)
        if len({(step.case, step.account) for step in steps}) != 1:
            raise RuntimeError("steps of several accounts were to be kept together")
        clear = [_clear(each, office.settings) for each in done]
        staged = office.vault.stage_all(tx, case_id, [objects for objects, _ in clear])  # (1)
    with act(
        office.store,
        actor,
        Action.STEP_RECORDED,
        Permission.ROUND_COLLECTION_RUN,
        case=case_id,
        subject=done[0].step if len(done) == 1 else steps[0].account,  # what a refusal is about
    ) as deed:  # (2)
        deed.subject = done[-1].step
        evidence = _record(office, deed, done, staged, [sha256 for _, sha256 in clear])
        return [None if row is None else row.id for row in evidence]


def _record(
    office: Office, deed: Act, done: Sequence[Done], staged: Sequence[Staged], sha256: Sequence[str]
) -> list[Evidence | None]:
    """Write the steps' rows and say in their events what they hold; returns the evidence of each."""
    tx = deed.tx
    steps = _pending(tx, done)
    account = _account_in_force(tx, steps[0])
    for step, each in zip(steps, done, strict=True):
        _check_method(step, account, each.capture)
        _check_outcome(step, each.capture, each.statement)
    ciphertexts = office.vault.register_all(tx, steps[0].case, staged)
    evidence = _evidence(deed, steps, done, staged, sha256)
    for step, each, objects, digests, row in zip(steps, done, staged, ciphertexts, evidence, strict=True):
        if row is not None:
            _tell_evidence(deed, row, objects, digests)
        told = _finish(deed, step, each, objects)
        if each is done[-1]:
            deed.note(**told)
        else:
            deed.also(Action.STEP_RECORDED, each.step, **told)
    return evidence


def _finish(deed: Act, step: Step, done: Done, staged: Staged) -> dict[str, Any]:
    """Give one step its outcome; returns what its event says."""
    tx, capture = deed.tx, done.capture
    finished_at = done.finished_at or now()
    facts: dict[str, Any] = {
        "reason": capture.reason,
        "method": capture.method.value,
        "items": len(capture.posts),
        "left_out": capture.left_out,
        "requests": capture.requests,
        "attempts": capture.attempts,
    }
    tx.change(
        Step,
        step.id,
        expect={"outcome": None},
        outcome=capture.outcome,
        started_at=done.started_at,
        finished_at=finished_at,
        actor=deed.actor,
        **facts,
    )
    told = {
        **step_facts(step),
        "outcome": capture.outcome.value,
        **facts,
        "software": __version__,
        "seconds_hundredths": int((finished_at - done.started_at).total_seconds() * 100),
    }
    if done.statement is not None:
        # A step done by hand has nobody after it to move the case on; a run of the collector moves many at once.
        told["statement"] = staged[ObjectKind.STATEMENT][0]
        settle(tx, step.case)
    return told


def step_facts(step: Step) -> dict[str, str | int]:
    """What every event about a step says of it."""
    return {"step": step.key, "account": step.account, "version": step.version, "attempt": step.attempt}


def _pending(tx: Tx, done: Sequence[Done]) -> list[Step]:
    found = {step.id: step for step in tx.all(Step, id=frozenset(each.step for each in done))}
    # one that is not there is looked for by itself, which says so
    steps = [found.get(each.step) or tx.get(Step, each.step) for each in done]
    for step in steps:
        if step.outcome is not None:
            raise StateError(
                "step_done",
                f"Step {step.id} has its outcome already ({step.outcome.value}).",
                law=2,
                remedy="Nothing; to do it once more, ask for it with `vetting deviation request --kind repeat_step`.",
            )
    return steps


def _account_in_force(tx: Tx, step: Step) -> Account | None:
    account = tx.get(Account, step.account) if step.account else None
    if account is not None and account.until is not None:
        raise StateError(
            "account_dropped",
            f"Account {step.account} was dropped by a later declaration; nothing more of it is kept.",
            law=3,
            remedy="Run `vetting collect` again: it goes by the declaration in force.",
        )
    return account


@enforces(Control.LAWFUL_METHODS, Control.PLAN_ONLY)
def _check_method(step: Step, account: Account | None, capture: Capture) -> None:
    """The account's own method, or a volunteered export in its place.

    An export stands in for a capture by hand. In place of a program it is taken only when a second person has approved,
    as a deviation, that the step is repeated: the same for everybody comes first (law 2).
    """
    wanted = account.method if account is not None else Method.MANUAL_CAPTURE
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


def _clear(done: Done, settings: Settings) -> tuple[dict[ObjectKind, bytes], str]:
    """What of a step goes into the vault, and the SHA-256 of the capture, empty where none is kept."""
    capture = done.capture
    clear: dict[ObjectKind, bytes] = {}
    sha256 = ""
    if _has_evidence(capture):
        digest = hashlib.sha256(capture.data)
        sha256 = digest.hexdigest()
        clear[ObjectKind.CAPTURE] = capture.data
        if capture.outcome is StepOutcome.CAPTURED:
            clear[ObjectKind.POSTS] = _items(capture)
        token = stamp(digest.digest(), settings)
        if token is not None:
            clear[ObjectKind.TIMESTAMP] = token
    if done.statement is not None:
        clear[ObjectKind.STATEMENT] = json.dumps(done.statement.model_dump(mode="json")).encode()
    return clear, sha256


def _items(capture: Capture) -> bytes:
    to_json = Post.__pydantic_serializer__.to_json  # what `model_dump_json` calls, before it makes text of the bytes
    return b"\n".join([to_json(post) for post in capture.posts])


def _evidence(
    deed: Act, steps: Sequence[Step], done: Sequence[Done], staged: Sequence[Staged], sha256: Sequence[str]
) -> list[Evidence | None]:
    """Write the evidence rows of steps of one case; `None` for a step that gave no evidence."""
    number = deed.tx.count(Evidence, case=steps[0].case) if any(sha256) else 0
    evidence: list[Evidence | None] = []
    for step, each, objects, digest in zip(steps, done, staged, sha256, strict=True):
        if not digest:
            evidence.append(None)
            continue
        number += 1
        capture = each.capture
        ids = {kind: object_id for kind, (object_id, _) in objects.items()}
        evidence.append(
            Evidence(
                id=f"{step.case}.E{number}",
                case=step.case,
                account=step.account,
                step=step.id,
                object=ids[ObjectKind.CAPTURE],
                posts_object=ids.get(ObjectKind.POSTS),
                statement_object=ids.get(ObjectKind.STATEMENT),
                sha256=digest,
                content_sha256=capture.content_sha256 or digest,
                size=len(capture.data),
                media_type=capture.media_type,
                method=capture.method,
                items=len(capture.posts),
                captured_at=capture.captured_at,
                kept_at=now(),
                kept_by=deed.actor,
                timestamp=TimestampStatus.GRANTED if ObjectKind.TIMESTAMP in ids else TimestampStatus.ABSENT,
                timestamp_object=ids.get(ObjectKind.TIMESTAMP),
            )
        )
    rows = [row for row in evidence if row is not None]
    if rows:
        deed.tx.add(*rows)
    return evidence


def _tell_evidence(deed: Act, row: Evidence, objects: Staged, ciphertexts: Mapping[ObjectKind, str]) -> None:
    deed.also(
        Action.EVIDENCE_KEPT,
        row.id,
        step=row.step,
        sha256=row.sha256,
        content_sha256=row.content_sha256,
        size=row.size,
        items=row.items,
        method=row.method.value,
        timestamp=row.timestamp.value,
        # what a later check compares the database's own rows with
        objects={kind.value: object_id for kind, (object_id, _) in objects.items()},
        ciphertexts={kind.value: digest for kind, digest in ciphertexts.items()},
    )
