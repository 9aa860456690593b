"""Writes events into the log, in the caller's transaction (law 10), and signs checkpoints over it.

- The sequence is the leaf index: no gap, no second writer, no event without what it records.
- Time never goes backwards, even when the machine's clock does.
- A checkpoint is signed only after the whole log was recomputed and found to extend every earlier
  checkpoint, so a database that was altered behind our back cannot get our signature.
"""

import json
from typing import Any

from pydantic import ValidationError

from schemas.event import Event, Result
from vetting.audit.canonical import canonical
from vetting.audit.checkpoint import sign_checkpoint, verify_checkpoint
from vetting.audit.merkle import Frontier, leaf_hash
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import IntegrityError
from vetting.keys.agency import AgencyKeys
from vetting.policy.controls import Control, enforces
from vetting.store import Tx


@enforces(Control.TAMPER_EVIDENT_LOG)
def record(
    tx: Tx,
    action: Action,
    *,
    actor: str,
    result: Result = Result.DONE,
    round_: str | None = None,
    case: str | None = None,
    subject: str | None = None,
    code: str | None = None,
    details: dict[str, Any] | None = None,
) -> Event:
    """Append one event.

    A value that is not an id, code, digest or count is the programmer's fault and stops everything.
    """
    size, hashes = tx.log_head()
    last = tx.log_last_time(size)
    moment = now()
    try:
        event = Event(
            seq=size,
            time=moment if last is None else max(moment, last),
            actor=actor,
            action=action.value,
            result=result,
            round=round_,
            case=case,
            subject=subject,
            code=code,
            details=details or {},
        )
    except ValidationError as error:
        places = ", ".join(
            ".".join(str(p) for p in e["loc"]) for e in error.errors(include_input=False, include_context=False)
        )
        raise RuntimeError(
            f"event {action.value} would hold something that is not an id, code, digest or count: {places}"
        ) from None
    body = canonical(event)
    frontier = Frontier(size, [bytes.fromhex(h) for h in hashes])
    frontier.append(leaf_hash(body))
    tx.log_append(
        {
            "seq": event.seq,
            "time": event.time,
            "actor": actor,
            "action": action.value,
            "result": result.value,
            "round": round_,
            "case": case,
            "subject": subject,
            "body": body,
        },
        frontier.size,
        [h.hex() for h in frontier.hashes],
    )
    return event


def events(tx: Tx, *, case: str | None = None, round_: str | None = None) -> list[Event]:
    """The events of one case or round, in order."""
    return [Event.model_validate(json.loads(body)) for body in tx.log_bodies(case=case, round_=round_)]


def checkpoint(tx: Tx, keys: AgencyKeys) -> str:
    """Sign the log as it stands, or give back the checkpoint that already covers it.

    Raises:
        IntegrityError: `log_altered`, when the log does not extend what was signed before.

    """
    # (1) Recompute the tree from the stored events. (2) Compare with the head. (3) Compare with every earlier
    # checkpoint at its own size. (4) Sign.
    earlier = {c.size: c for c in (verify_checkpoint(text, keys.public) for text in tx.checkpoints())}
    frontier = Frontier()
    for body in tx.log_bodies():  # (1)
        frontier.append(leaf_hash(body))
        known = earlier.get(frontier.size)
        if known is not None and known.root != frontier.root():  # (3)
            _altered(f"the first {frontier.size} events are not those that were signed")
    size, hashes = tx.log_head()
    if size != frontier.size or [h.hex() for h in frontier.hashes] != hashes:  # (2)
        _altered("the stored events do not add up to the log's head")
    if earlier and max(earlier) > size:
        _altered(f"{max(earlier)} events were signed, {size} are left")
    if size in earlier:
        return next(t for t in tx.checkpoints() if verify_checkpoint(t, keys.public).size == size)
    text = sign_checkpoint(keys.public.origin, size, frontier.root(), keys)  # (4)
    tx.checkpoint_add(size, text)
    return text


def _altered(what: str) -> None:
    raise IntegrityError(
        "log_altered",
        f"The audit log was altered: {what}.",
        law=10,
        remedy="Stop. Keep the database as it is, tell the auditor, and compare with the last exported log.",
    )
