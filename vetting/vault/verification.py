"""Checks kept evidence again, item by item: that it is there, unaltered, readable, stamped, and what the log says it is.

- A row is compared with the event written when it was kept, so a row altered behind our back is found; the log itself is
  checked against every signed checkpoint first.
- Every check is an event that names the items which fail (law 10).
- A time-stamp is judged at the time of stamping: a certificate that has expired since is told, and is no fault.
It leaves mending to people: nothing here changes or removes anything.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from schemas.case import Case, CaseState
from schemas.event import Event, Result
from schemas.evidence import Evidence, ObjectKind, TimestampStatus, VaultObject
from schemas.platform import Method
from schemas.round import Round
from vetting.access import Actor, Permission, act, refusals_recorded, require
from vetting.audit.recorder import checkpoint, events
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import InputError, IntegrityError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.store import Tx
from vetting.vault.custody import posts_of, verified_bytes
from vetting.vault.timestamp import certificates_end, verify_timestamp
from vetting.vault.warcfile import content_sha256, looks_like_warc

_LOGGED = ("step", "sha256", "content_sha256", "size", "items", "method", "timestamp")


@dataclass(frozen=True)
class ItemCheck:
    """What a check of one evidence item came to: codes of what is wrong, and what else is to be known."""

    evidence: str
    problems: tuple[str, ...] = ()
    content: str = "not_recomputed"
    """How the digest of the content was checked: `recomputed` from the payloads, `whole_file`, or `not_recomputed`."""
    stamped_at: datetime | None = None
    """The time that the authority vouches for, if its token verifies."""
    timestamp: str = "absent"
    """`absent`, `valid`, `valid_certificate_expired`, `not_checked` (no authority is pinned) or `failed`."""


def verify_case(office: Office, actor: Actor, case_id: str) -> list[str]:
    """Check the log and every evidence item of a case; returns the ids that fail. See `check_case`.

    Raises:
        IntegrityError: `log_altered`.

    """
    return failed(check_case(office, actor, case_id))


def verify_round(office: Office, actor: Actor, round_id: str) -> list[ItemCheck]:
    """Check the log and every evidence item of a round's cases; disposed cases hold nothing any more.

    Raises:
        IntegrityError: `log_altered`.
        InputError: `unknown_id`.

    """
    with (
        refusals_recorded(office.store, actor, Action.EVIDENCE_VERIFIED, round_=round_id),
        office.store.reading() as tx,
    ):
        tx.get(Round, round_id)
        require(tx, actor.person, Permission.CASE_EVIDENCE_LIST, round_=round_id)
        cases = tx.all(Case, order=("number",), round=round_id)
    checks: list[ItemCheck] = []
    first = True
    for case in cases:
        if case.state is not CaseState.DISPOSED:
            checks += check_case(office, actor, case.id, log_too=first)
            first = False
    return checks


@enforces(Control.AUTHENTIC_CAPTURE, Control.RECORDS_RETRIEVABLE)
def check_case(office: Office, actor: Actor, case_id: str, *, log_too: bool = True) -> list[ItemCheck]:
    """Check every evidence item of a case; the check is an event that names what fails.

    Raises:
        PolicyError: the person may not list evidence of this round.
        StateError: `disposed`.
        IntegrityError: `log_altered`, when `log_too` and the log does not extend what was signed.

    """
    # (1) The person may. (2) Each item, read without holding up other writers: evidence is only ever added. (3) The log
    # that it was compared with is the one that was signed. (4) The event, with the items that fail and why.
    with (
        refusals_recorded(office.store, actor, Action.EVIDENCE_VERIFIED, case=case_id),
        office.store.reading() as tx,
    ):
        require(tx, actor.person, Permission.CASE_EVIDENCE_LIST, round_=tx.get(Case, case_id).round)  # (1)
        checks = check_items(office, tx, case_id)  # (2)
    with act(office.store, actor, Action.EVIDENCE_VERIFIED, Permission.CASE_EVIDENCE_LIST, case=case_id) as deed:
        if log_too:
            checkpoint(deed.tx, office.keys)  # (3)
        deed.note(checked=len(checks), bad=tuple(failed(checks)))  # (4)
        wrong = {check.evidence: check.problems for check in checks if check.problems}
        if wrong:
            deed.note(problems=wrong)
        return checks


def check_items(office: Office, tx: Tx, case_id: str) -> list[ItemCheck]:
    """The checks alone; whoever calls is inside an `act` of their own."""
    ca_pem = pinned_authority(office)
    logged = _logged(tx, case_id)
    rows = tx.all(Evidence, order=("kept_at", "id"), case=case_id)
    known = {row.id for row in rows}
    checks = [_check(office, tx, row, logged.get(row.id), ca_pem) for row in rows]
    checks += [ItemCheck(gone, problems=("row_missing",)) for gone in logged if gone not in known]
    return checks


def failed(checks: list[ItemCheck]) -> list[str]:
    """The ids of the items with something wrong."""
    return [check.evidence for check in checks if check.problems]


def pinned_authority(office: Office) -> bytes | None:
    """The root certificates of the agency's time-stamp authority (PEM), or `None` when none is set.

    Raises:
        InputError: `timestamp_ca_missing`, when one is set and cannot be read.

    """
    path = office.settings.timestamp_ca
    if path is None:
        return None
    try:
        return Path(path).read_bytes()
    except OSError:
        raise InputError(
            "timestamp_ca_missing",
            "The time-stamp authority's certificate file cannot be read.",
            remedy="Set VETTING_TIMESTAMP_CA to the authority's PEM file.",
        ) from None


def _logged(tx: Tx, case_id: str) -> dict[str, list[Event]]:
    """The events that say what was kept, by evidence id."""
    found: dict[str, list[Event]] = {}
    for event in events(tx, case=case_id):
        if event.action == Action.EVIDENCE_KEPT and event.result is Result.DONE and event.subject is not None:
            found.setdefault(event.subject, []).append(event)
    return found


def _check(office: Office, tx: Tx, row: Evidence, logged: list[Event] | None, ca_pem: bytes | None) -> ItemCheck:
    # (1) The row is what the log says. (2) The capture is there, decrypts and has its digest and size. (3) Its payloads
    # have the content's digest. (4) The items are readable, and as many as were counted. (5) The statement of method is
    # readable. (6) The time-stamp verifies.
    problems = list(_row_problems(tx, row, logged))  # (1)
    content, data = "not_recomputed", None
    try:
        data = verified_bytes(office.vault, tx, row)  # (2)
        if len(data) != row.size:
            problems.append("size_differs")
        content = _content(row, data)  # (3)
    except (IntegrityError, InputError) as refusal:
        problems.append(refusal.code)
    problems += _parts(office, tx, row)  # (4) and (5)
    state, stamped = _timestamp(office, tx, row, ca_pem, problems)  # (6)
    return ItemCheck(row.id, tuple(dict.fromkeys(problems)), content, stamped, state)


def _row_problems(tx: Tx, row: Evidence, logged: list[Event] | None) -> Iterator[str]:
    if not logged:
        yield "event_missing"
        return
    if len(logged) > 1:
        yield "event_repeated"
    details = logged[0].details
    plain = row.model_dump(mode="json")
    if any(details.get(name) != plain[name] for name in _LOGGED) or logged[0].actor != row.kept_by:
        yield "row_differs_from_log"
    objects = details.get("objects")
    ciphertexts = details.get("ciphertexts")
    if not isinstance(objects, dict) or not isinstance(ciphertexts, dict):
        return  # an event of an earlier version, which did not name them
    if objects != {kind.value: name for kind, name in objects_of(row).items()}:
        yield "row_differs_from_log"
    for kind, name in objects.items():
        found = tx.find(VaultObject, id=name)
        if found is None or found.cipher_sha256 != ciphertexts.get(kind):
            yield "object_differs_from_log"


def objects_of(row: Evidence) -> dict[ObjectKind, str]:
    """The vault objects of an evidence item."""
    every = {
        ObjectKind.CAPTURE: row.object,
        ObjectKind.POSTS: row.posts_object,
        ObjectKind.STATEMENT: row.statement_object,
        ObjectKind.TIMESTAMP: row.timestamp_object,
    }
    return {kind: name for kind, name in every.items() if name is not None}


def _content(row: Evidence, data: bytes) -> str:
    """How the content's digest was checked.

    Raises:
        IntegrityError: `content_differs`, `capture_damaged`.

    """
    framed = hashlib.sha256(len(data).to_bytes(8, "big") + data).hexdigest()
    if row.content_sha256 in {row.sha256, framed}:
        return "whole_file"
    by_program = row.method not in {Method.MANUAL_CAPTURE, Method.OWN_EXPORT}
    if row.media_type != "application/warc" or not by_program or not looks_like_warc(data):
        return "not_recomputed"
    if content_sha256(data) != row.content_sha256:
        raise IntegrityError("content_differs", f"The content of {row.id} does not have its digest.", law=6)
    return "recomputed"


def _parts(office: Office, tx: Tx, row: Evidence) -> Iterator[str]:
    try:
        items = len(posts_of(office.vault, tx, row))
    except (IntegrityError, InputError) as refusal:
        yield refusal.code
    except (ValidationError, ValueError):
        yield "items_unreadable"
    else:
        if items != row.items:
            yield "items_differ"
    if row.statement_object is not None:
        try:
            office.vault.get(tx, row.statement_object, ObjectKind.STATEMENT, scope=row.case)
        except (IntegrityError, InputError) as refusal:
            yield refusal.code


def _timestamp(
    office: Office, tx: Tx, row: Evidence, ca_pem: bytes | None, problems: list[str]
) -> tuple[str, datetime | None]:
    if row.timestamp is TimestampStatus.ABSENT and row.timestamp_object is None:
        return "absent", None
    if row.timestamp_object is None:
        problems.append("timestamp_missing")
        return "failed", None
    try:
        token = office.vault.get(tx, row.timestamp_object, ObjectKind.TIMESTAMP, scope=row.case)
        if ca_pem is None:
            return "not_checked", None
        stamped = verify_timestamp(token, bytes.fromhex(row.sha256), ca_pem)
        expired = certificates_end(token, ca_pem) < now()
    except (IntegrityError, InputError) as refusal:
        if refusal.code == "timestamp_ca_unreadable":
            raise  # a wrong setting says nothing about the evidence
        problems.append(refusal.code)
        return "failed", None
    return "valid_certificate_expired" if expired else "valid", stamped
