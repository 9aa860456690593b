"""What one event says, as rows for the frames of `vetting.reports.read`.

An event that lacks a field gives an empty value, never a crash: the rules then say what is missing.
Counts of redactions by class stand in some events; they are not read, because a report is shown to more people.
"""

from collections.abc import Iterable
from typing import Any

from schemas.event import Event, Result
from vetting.audit.tags import Action

NEVER = 1 << 53
"""The sequence number of what has not happened: beyond every event."""

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def text(details: Row, key: str) -> str:
    """A detail as text; empty when it is absent, or not a code or an id."""
    value = details.get(key)
    return value if isinstance(value, str) else ""


def number(details: Row, key: str) -> int:
    """A detail as a count; 0 when it is absent or no number."""
    value = details.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _mapping(details: Row, key: str) -> Row:
    value = details.get(key)
    return dict(value) if isinstance(value, dict) else {}


def _texts(details: Row, key: str) -> tuple[str, ...]:
    value = details.get(key)
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple | list) else ()


def _records(details: Row, key: str) -> tuple[Row, ...]:
    value = details.get(key)
    return tuple(dict(v) for v in value if isinstance(v, dict)) if isinstance(value, tuple | list) else ()


def event_row(event: Event) -> Row:
    """The event itself."""
    return {
        "seq": event.seq,
        "time": event.time,
        "actor": event.actor,
        "action": event.action,
        "done": event.result is Result.DONE,
        "case": event.case or "",
        "subject": event.subject or "",
        "code": event.code or "",
        "role": text(event.details, "role"),
        "details": event.details,
    }


def add_roles(rows: Rows, event: Event, round_id: str) -> None:
    """Roles given and ended in this round or the agency, and people taken out of service."""
    if event.result is not Result.DONE or event.round not in {None, round_id}:
        return
    details, person = event.details, event.subject or ""
    scope = "agency" if event.round is None else "round"
    if event.action == Action.ASSIGNMENT_MADE:
        role = text(details, "given") or (text(details, "role") if event.round is None else "")
        rows["roles"].append(
            {"person": person, "role": role, "scope": scope, "from_seq": event.seq, "until_seq": NEVER}
        )
    elif event.action == Action.ASSIGNMENT_ENDED:
        ended = [r for r in rows["roles"] if (r["person"], r["scope"]) == (person, scope)]
        _end((r for r in ended if r["role"] == text(details, "ended")), event.seq)
    elif event.action == Action.PERSON_DISABLED:
        _end((r for r in rows["roles"] if r["person"] == person), event.seq)


def _end(rows: Iterable[Row], seq: int) -> None:
    for row in rows:
        row["until_seq"] = min(row["until_seq"], seq)


def add_facts(rows: Rows, event: Event) -> None:
    """What a done event of the round adds to the frames."""
    details = event.details
    at = {"seq": event.seq, "time": event.time, "case": event.case or ""}
    match event.action:
        case Action.ROUND_OPENED | Action.ROUND_REPLANNED:
            rows["versions"].append(_version(event))
        case Action.CANDIDATE_ADDED if event.subject:
            known = {"number": number(details, "number"), "kind": text(details, "kind")}
            rows["candidates"].append({"case": event.subject, "seq": event.seq, **known})
        case Action.DECLARATION_RECORDED:
            rows["declarations"].append(
                {
                    **at,
                    "version": number(details, "version"),
                    "none_declared": details.get("none_declared") is True,
                    "count": number(details, "accounts"),
                    "account_ids": _texts(details, "account_ids"),
                }
            )
        case Action.STEP_RECORDED:
            rows["outcomes"].append({**at, **_outcome(event)})
        case Action.EVIDENCE_KEPT:
            counts = {"items": number(details, "items"), "bytes": number(details, "size")}
            stamp = {"timestamp": text(details, "timestamp")}
            rows["evidence"].append(
                {**at, "evidence": event.subject or "", "step_id": text(details, "step"), **counts, **stamp}
            )
        case Action.DEVIATION_REQUESTED:
            rows["deviations"].append(_deviation(event) | {"version": _in_force(rows)})
        case Action.DEVIATION_APPROVED | Action.DEVIATION_REFUSED:
            _decide(rows, event)
        case Action.SUMMARY_RELEASED:
            rows["releases"].append({**at, **_release(event)})
        case Action.SUMMARY_WITHDRAWAL_REQUESTED:
            rows["withdrawals"].append(_withdrawal(event))
        case Action.SUMMARY_WITHDRAWN | Action.SUMMARY_WITHDRAWAL_REFUSED:
            _decide_withdrawal(rows, event)


def _in_force(rows: Rows) -> int:
    return int(rows["versions"][-1]["version"]) if rows["versions"] else 0


def _version(event: Event) -> Row:
    details = event.details
    replanned = event.action == Action.ROUND_REPLANNED
    return {
        "version": number(details, "version"),
        "seq": event.seq,
        "time": event.time,
        "approved_by": event.actor if replanned else "",
        "requested_by": text(details, "requested_by") if replanned else event.actor,
        "agency": text(details, "agency"),
        "plan": text(details, "plan"),
        "software": text(details, "software"),
        "digests": _mapping(details, "digests"),
        "steps": _records(details, "steps"),
        "limits": _mapping(details, "limits"),
    }


def _outcome(event: Event) -> Row:
    details = event.details
    texts = {"key": "step"} | {n: n for n in ("account", "outcome", "reason", "method", "software")}
    counts = ("version", "attempt", "items", "left_out", "requests", "attempts")
    return {
        "step_id": event.subject or "",
        "actor": event.actor,
        **{column: text(details, name) for column, name in texts.items()},
        **{name: number(details, name) for name in counts},
        "seconds": number(details, "seconds_hundredths") / 100,
    }


def _deviation(event: Event) -> Row:
    details = event.details
    return {
        "deviation": event.subject or "",
        "case": event.case or "",
        **{name: text(details, name) for name in ("step", "account", "kind", "reason")},
        "requested_by": event.actor,
        "requested_at": event.time,
        "requested_seq": event.seq,
        "decision": "",
        "decided_by": "",
        "decided_at": None,
        "decided_seq": NEVER,
    }


def _decide(rows: Rows, event: Event) -> None:
    """Put a decision beside its request; one without a request gets a row that shows it."""
    decision = {
        "decision": "approved" if event.action == Action.DEVIATION_APPROVED else "refused",
        "decided_by": event.actor,
        "decided_at": event.time,
        "decided_seq": event.seq,
        "version": _in_force(rows),
    }
    for row in rows["deviations"]:
        if row["deviation"] == event.subject and not row["decision"]:
            row.update(decision)
            return
    unasked = {"requested_by": "", "requested_at": None, "requested_seq": NEVER}
    rows["deviations"].append(_deviation(event) | unasked | decision)


def _release(event: Event) -> Row:
    details = event.details
    names = ("draft", "plan", "pack", "lexicon", "software", "author", "reviewer")
    return {
        "summary": event.subject or "",
        "released_by": event.actor,
        "version": number(details, "version"),
        "plan_version": number(details, "plan_version"),
        "replaces": text(details, "replaces"),
        "readers": _texts(details, "readers"),
        **{name: text(details, name) for name in names},
    }


def _withdrawal(event: Event) -> Row:
    return {
        "withdrawal": event.subject or "",
        "case": event.case or "",
        **{name: text(event.details, name) for name in ("summary", "reason")},
        "requested_by": event.actor,
        "requested_at": event.time,
        "requested_seq": event.seq,
        "decision": "",
        "decided_by": "",
        "decided_at": None,
        "decided_seq": NEVER,
        "fetched_by": (),
    }


def _decide_withdrawal(rows: Rows, event: Event) -> None:
    """Put a decision beside its request; one without a request gets a row that shows it."""
    decision = {
        "decision": "approved" if event.action == Action.SUMMARY_WITHDRAWN else "refused",
        "decided_by": event.actor,
        "decided_at": event.time,
        "decided_seq": event.seq,
        "fetched_by": _texts(event.details, "fetched_by"),
    }
    for row in rows["withdrawals"]:
        if row["withdrawal"] == event.subject and not row["decision"]:
            row.update(decision)
            return
    unasked = {"requested_by": "", "requested_at": None, "requested_seq": NEVER}
    rows["withdrawals"].append(_withdrawal(event) | unasked | decision)
