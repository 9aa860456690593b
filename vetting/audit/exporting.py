"""Writes the whole log into a file for an auditor; that it was exported stands in the log that is exported.

Whoever exports needs the agency-wide permission, or audits a round. What the file proves is `vetting.audit.verify`'s.
"""

import json
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from schemas.event import Event
from schemas.person import AgencyRole, Assignment, Role
from schemas.round import Round
from vetting.access import Actor, Permission, act
from vetting.access.permissions import GRANTS
from vetting.audit.checkpoint import verify_checkpoint
from vetting.audit.export import ExportHeader, write_export
from vetting.audit.recorder import checkpoint
from vetting.audit.tags import Action
from vetting.errors import InputError
from vetting.keys.files import require_free
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.store import Tx


@enforces(Control.TAMPER_EVIDENT_LOG)
def export_log(office: Office, actor: Actor, path: Path) -> int:
    """Export every event and checkpoint into a new file; returns how many events it has.

    Raises:
        InputError: `file_exists`, `file_not_writable`.
        IntegrityError: `log_altered`: a log that does not extend what was signed before is not signed again.

    """
    # (1) The name is free. (2) The export is an event, so that it is part of what is exported. (3) Sign the log as it
    # stands. (4) Write as many events as were signed, and every checkpoint up to that size; half a file is removed.
    require_free(path)  # (1)
    with act(
        office.store, actor, Action.LOG_EXPORTED, Permission.AGENCY_LOG_EXPORT, round_=_round_of(office, actor)
    ):  # (2)
        pass
    with office.store.transaction() as tx:
        size = verify_checkpoint(checkpoint(tx, office.keys), office.keys.public).size  # (3)
    with office.store.reading() as tx:
        _write(office, tx, path, size)  # (4)
    return size


def export_for_report(office: Office, actor: Actor, round_id: str, path: Path) -> int:
    """Export the log for a report on one round; that the report is made stands in the log it is computed from.

    Raises:
        PolicyError: only an auditor of the round makes its report.
        InputError, IntegrityError: see `export_log`.

    """
    require_free(path)
    with act(office.store, actor, Action.REPORT_MADE, Permission.ROUND_REPORT_MAKE, round_=round_id) as deed:
        deed.tx.get(Round, round_id)
    return export_log(office, actor, path)


def sign_log(office: Office, actor: Actor) -> int:
    """Sign a checkpoint over the log as it stands; returns its size in events."""
    with act(
        office.store, actor, Action.LOG_CHECKPOINTED, Permission.AGENCY_LOG_EXPORT, round_=_round_of(office, actor)
    ):
        pass
    with office.store.transaction() as tx:
        return verify_checkpoint(checkpoint(tx, office.keys), office.keys.public).size


def _round_of(office: Office, actor: Actor) -> str | None:
    """The round by which an auditor exports; `None` for whoever holds the permission in the agency, or not at all."""
    with office.store.reading() as tx:
        roles = {r.role for r in tx.all(AgencyRole, person=actor.person, ended_at=None)}
        if any(Permission.AGENCY_LOG_EXPORT in GRANTS[role] for role in roles):
            return None
        rows = tx.all(Assignment, order=("id",), person=actor.person, role=Role.AUDITOR, ended_at=None)
        return rows[0].round if rows else None


def _write(office: Office, tx: Tx, path: Path, size: int) -> None:
    public = office.keys.public
    signed = [text for text in tx.checkpoints() if verify_checkpoint(text, public).size <= size]
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise InputError("file_not_writable", f"The file {path.name} cannot be created ({error.strerror}).") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            write_export(file, ExportHeader.of(public, size), _events(tx, size), signed)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _events(tx: Tx, size: int) -> Iterator[Event]:
    return (Event.model_validate(json.loads(body)) for body in islice(tx.log_bodies(), size))
