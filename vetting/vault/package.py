"""Exports a case's evidence as a package for a court, counsel or the candidate, which proves itself without this software.

- Only for a court order or a candidate's request, by a person who may open evidence; the export is an event, and an opening
  of every item, written before the package is: a package without its event cannot exist.
- Every item is checked first; one that fails stops the export, by its name.
- The case's events go along, each with the proof that it is part of the log, and a checkpoint signed for this export.
Leaves writing whole or not at all to `packing.py`, and guarding the package to whoever asked for it.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from schemas.case import Case
from schemas.event import Event
from schemas.evidence import Evidence, ObjectKind, OpenReason
from vetting.access import Actor, Permission, act, refusals_recorded, require
from vetting.audit.checkpoint import verify_checkpoint
from vetting.audit.merkle import inclusion_proofs, leaf_hash
from vetting.audit.recorder import checkpoint
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import IntegrityError, PolicyError
from vetting.keys.curves import ed25519_public
from vetting.keys.files import require_free, to_json
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.spreadsheets import rows_to_csv
from vetting.store import Tx
from vetting.vault.custody import verified_bytes
from vetting.vault.packagetext import CHECK, README
from vetting.vault.packing import File, write_package
from vetting.vault.verification import ItemCheck, check_items, failed, pinned_authority

REASONS = frozenset({OpenReason.COURT_ORDER, OpenReason.CANDIDATE_REQUEST})
_SUFFIXES = {
    "application/warc": ".warc",
    "application/wacz": ".wacz",
    "application/wacz+zip": ".wacz",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/zip": ".zip",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "multipart/related": ".mhtml",
    "text/html": ".html",
}
_CUSTODY = ("seq", "time", "actor", "role", "action", "result", "evidence", "reason", "form", "code")


@dataclass(frozen=True)
class Package:
    """What was exported."""

    items: int
    files: int
    sums_sha256: str
    """Digest of `SHA256SUMS`, to be told by another way than the package."""


@enforces(Control.RECORDS_RETRIEVABLE, Control.EVIDENCE_ACCESS)
def export_case(office: Office, actor: Actor, case_id: str, target: Path, reason: OpenReason) -> Package:
    """Write the package of a case into a new folder, or a new file that ends in `.zip`.

    Raises:
        PolicyError: `export_reason`, or the person may not open evidence of this round.
        InputError: `file_exists`, `file_not_writable`, `package_interrupted`.
        IntegrityError: `evidence_altered`, naming the items; `log_altered`.

    """
    # (1) The name is free, the reason is one of two, the person may, and every item is what was kept. (2) The export is an
    # event, and so is the opening of each item, so that both are part of what is exported. (3) The log is checked and signed
    # as it stands. (4) The package is written whole, or nothing of it stays.
    require_free(target)
    with (
        refusals_recorded(office.store, actor, Action.EVIDENCE_EXPORTED, case=case_id),
        office.store.reading() as tx,
    ):
        checks = _checked(office, actor, tx, case_id, reason)  # (1)
    with act(office.store, actor, Action.EVIDENCE_EXPORTED, Permission.CASE_EVIDENCE_OPEN, case=case_id) as deed:  # (2)
        for check in checks:
            deed.also(Action.EVIDENCE_OPENED, check.evidence, reason=reason.value, form="package")
        deed.note(reason=reason.value, items=len(checks))
    with office.store.transaction() as tx:
        signed = checkpoint(tx, office.keys)  # (3)
    with office.store.reading() as tx:
        files, sums = write_package(target, _files(office, actor, tx, case_id, reason, checks, signed))  # (4)
    return Package(items=len(checks), files=files, sums_sha256=sums)


def _checked(office: Office, actor: Actor, tx: Tx, case_id: str, reason: OpenReason) -> list[ItemCheck]:
    require(tx, actor.person, Permission.CASE_EVIDENCE_OPEN, round_=tx.get(Case, case_id).round)
    if reason not in REASONS:
        raise PolicyError(
            "export_reason",
            f"The evidence of {case_id} leaves the vault as a whole only for a court order or a candidate's request.",
            law=9,
            remedy="Give --reason court_order or candidate_request; `vetting evidence open` shows items on the screen.",
        )
    checks = check_items(office, tx, case_id)
    bad = failed(checks)
    if bad:
        raise IntegrityError(
            "evidence_altered",
            f"These items of {case_id} are not what was kept: {', '.join(bad)}. Nothing was exported.",
            law=6,
            remedy="`vetting evidence verify` says what is wrong with each. Restore them from a backup, and tell the auditor.",
        )
    return checks


def _files(
    office: Office, actor: Actor, tx: Tx, case_id: str, reason: OpenReason, checks: list[ItemCheck], signed: str
) -> Iterator[File]:
    """Every file of the package but `SHA256SUMS`, in the one order that they always have."""
    stamped = {check.evidence: check.stamped_at for check in checks}
    # what was kept since the check is in the next export
    rows = [row for row in tx.all(Evidence, case=case_id) if row.id in stamped]
    rows.sort(key=lambda row: int(row.id.rpartition("E")[2]))
    bodies = [
        body for body in islice(tx.log_bodies(), _size(office, signed)) if json.loads(body).get("case") == case_id
    ]
    events = [Event.model_validate_json(body) for body in bodies]
    yield "README.txt", _readme(office, actor, case_id, reason, rows, ca=pinned_authority(office) is not None)
    yield from _agency(office)
    captures = []
    for row in rows:
        data = verified_bytes(office.vault, tx, row)
        name = f"captures/{row.id}{_suffix(row, data)}"
        captures.append(f"{row.id} {row.sha256} {name}\n")
        yield name, data
    yield "captures.txt", "".join(captures).encode()
    yield "check.sh", CHECK.encode()
    custody = [_custody(event) for event in events if event.action.startswith("evidence.")]
    yield "custody.csv", rows_to_csv(_CUSTODY, [[line[name] for name in _CUSTODY] for line in custody])
    yield "custody.json", to_json({"case": case_id, "events": custody})
    facts = [_facts(row, stamped[row.id]) for row in rows]
    columns = list(facts[0]) if facts else ["evidence"]
    yield "evidence.csv", rows_to_csv(columns, [list(line.values()) for line in facts])
    yield "evidence.json", to_json({"case": case_id, "evidence": facts})
    yield from _log(tx, events, bodies, signed, _size(office, signed))
    for row in rows:
        if row.statement_object is not None:
            text = office.vault.get(tx, row.statement_object, ObjectKind.STATEMENT, scope=case_id)
            yield f"statements/{row.id}.json", to_json(json.loads(text))
    yield from _timestamps(office, tx, rows, stamped)


def _readme(office: Office, actor: Actor, case_id: str, reason: OpenReason, rows: list[Evidence], *, ca: bool) -> bytes:
    with_stamp = sum(row.timestamp_object is not None for row in rows)
    stamps = f"{with_stamp} of {len(rows)} captures are stamped."
    if with_stamp and not ca:
        stamps += " The authority's certificate is not in here: get it from the authority."
    public = office.keys.public
    return README.format(
        case=case_id,
        actor=actor.person,
        time=f"{now():%Y-%m-%d %H:%M} UTC",
        reason=reason.value.replace("_", " "),
        agency=public.agency,
        items=len(rows),
        stamps=stamps,
        fingerprint=public.fingerprint,
    ).encode()


def _agency(office: Office) -> Iterator[File]:
    public = office.keys.public
    yield "agency/agency.pub.json", to_json(public.model_dump(mode="json"))
    key = ed25519_public(public.log_key)
    yield "agency/log-key.pem", key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _log(tx: Tx, events: list[Event], bodies: list[bytes], signed: str, size: int) -> Iterator[File]:
    body, _, signatures = signed.rpartition("\n\n")
    signature = base64.b64decode(signatures.split(" ")[2])[4:]  # the first four bytes name the key (C2SP signed-note)
    yield "log/checkpoint.body", f"{body}\n".encode()
    yield "log/checkpoint.sig", signature
    yield "log/checkpoint.txt", signed.encode()
    yield "log/events.jsonl", b"".join(line + b"\n" for line in bodies)
    leaves = [leaf_hash(line) for line in islice(tx.log_bodies(), size)]
    proofs = inclusion_proofs(leaves, [event.seq for event in events])
    lines = [
        " ".join([str(event.seq), *(f"{side}:{value.hex()}" for side, value in proofs[event.seq])]) for event in events
    ]
    yield "log/proofs.txt", "".join(f"{line}\n" for line in lines).encode()


def _timestamps(office: Office, tx: Tx, rows: list[Evidence], stamped: dict[str, datetime | None]) -> Iterator[File]:
    ca_pem = pinned_authority(office)
    if ca_pem is not None:
        yield "timestamps/authority.pem", ca_pem
    lines = []
    for row in rows:
        if row.timestamp_object is None:
            continue
        token = office.vault.get(tx, row.timestamp_object, ObjectKind.TIMESTAMP, scope=row.case)
        yield f"timestamps/{row.id}.tsr", token
        moment = stamped[row.id]
        lines.append(f"{row.id} {row.sha256} {int(moment.timestamp()) if moment else 0}\n")
    yield "timestamps/list.txt", "".join(lines).encode()


def _size(office: Office, signed: str) -> int:
    return verify_checkpoint(signed, office.keys.public).size


def _suffix(row: Evidence, data: bytes) -> str:
    suffix = _SUFFIXES.get(row.media_type.split(";")[0].strip(), ".bin")
    return f"{suffix}.gz" if suffix == ".warc" and data.startswith(b"\x1f\x8b") else suffix


def _custody(event: Event) -> dict[str, Any]:
    details = event.details
    return {
        "seq": event.seq,
        "time": _time(event.time),
        "actor": event.actor,
        "role": details.get("role", ""),
        "action": event.action,
        "result": event.result.value,
        "evidence": event.subject or "",
        "reason": details.get("reason", ""),
        "form": details.get("form", ""),
        "code": event.code or "",
    }


def _facts(row: Evidence, stamped: datetime | None) -> dict[str, Any]:
    return {
        "evidence": row.id,
        "step": row.step,
        "account": row.account,
        "method": row.method.value,
        "media_type": row.media_type,
        "captured_at": _time(row.captured_at),
        "kept_at": _time(row.kept_at),
        "kept_by": row.kept_by,
        "items": row.items,
        "size": row.size,
        "sha256": row.sha256,
        "content_sha256": row.content_sha256,
        "stamped_at": _time(stamped) if stamped else "",
    }


def _time(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
