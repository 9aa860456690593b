"""Checks an exported log alone, with the agency's public key and a checkpoint kept from an earlier visit.

Needs no server, no database and no network. Reads the file twice and holds one frontier, so memory does not
grow with the log. `verify_export` is what an auditor's trust rests on: read it with RFC 6962 at hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from schemas.event import Event
from schemas.keys import AgencyPublic
from vetting.audit.canonical import canonical
from vetting.audit.checkpoint import Checkpoint, verify_checkpoint
from vetting.audit.export import ExportReader, open_export
from vetting.audit.merkle import Frontier, leaf_hash
from vetting.errors import IntegrityError
from vetting.policy.controls import Control, enforces

_REMEDY = "Do not rely on this file: ask for the export again, compare it with an earlier one, and report this."


@dataclass(frozen=True)
class VerifiedLog:
    """What a verified export has proved."""

    path: Path
    agency: AgencyPublic
    size: int
    """Number of events."""
    root: bytes
    checkpoints: tuple[Checkpoint, ...]
    """In the order in which they were signed; the last covers all events."""
    latest: str
    """The text of the last checkpoint: what the auditor keeps for the next visit."""
    continues: Checkpoint | None
    """The earlier checkpoint that this log was shown to continue."""
    first: datetime | None
    last: datetime | None

    def events(self) -> Iterator[Event]:
        """All events in order, read again from the file.

        Raises: IntegrityError `log_altered` at the end when the file is no longer the one that was verified.
        """
        frontier = Frontier()
        with open_export(self.path) as export:
            for place, line in export.events():
                frontier.append(leaf_hash(line))
                yield _parse(place, line)
        if frontier.size != self.size or frontier.root() != self.root:
            raise IntegrityError("log_altered", "The export changed on disk after it was verified.", law=10)


@enforces(Control.TAMPER_EVIDENT_LOG)
def verify_export(path: Path, public: AgencyPublic, *, earlier: str | None = None) -> VerifiedLog:
    """Prove that the export is the whole log that the agency signed, unchanged.

    (1) The header names this agency's log and keys.
    (2) Every checkpoint in the file is signed by the agency's log key; their sizes never go down.
    (3) The last one covers every event in the file, and none is about events that are not there.
    (4) The earlier checkpoint, if one is given, is signed by the same key and is not about more events than
    these.
    (5) Every line is an event, in the place its `seq` says, written byte for byte as events are written.
    (6) Times never go backwards.
    (7) The root of every checkpoint is the root of the events before it.
    (8) So is the root of the earlier checkpoint: the log that the auditor saw is the beginning of this one.

    Leaves to the caller: that `public` is the agency's (compare its fingerprint with the published one).

    Raises: InputError `not_a_log_export`, `file_not_readable`; IntegrityError `wrong_agency`,
    `checkpoint_malformed`, `checkpoint_forged`, `log_truncated`, `log_reordered`, `log_altered`,
    `log_time_reversed`, `fork`.
    """
    with open_export(path) as export:
        # (1) the agency
        if export.header.origin != public.origin or export.header.agency_fingerprint != public.fingerprint:
            raise IntegrityError(
                "wrong_agency",
                f"This export is of the log {export.header.origin}, and names other keys than those given.",
                law=10,
                remedy="Use the public file of the agency whose log this is, and compare its fingerprint.",
            )
        # (2) signatures
        texts = export.checkpoints()
        checkpoints = tuple(verify_checkpoint(text, public) for text in texts)
        sizes = [checkpoint.size for checkpoint in checkpoints]
        if sizes != sorted(sizes):
            raise IntegrityError(
                "log_reordered", "The checkpoints do not stand in the order of their sizes.", law=10, remedy=_REMEDY
            )
        # (3) coverage
        events = export.header.events
        covered = sizes[-1] if sizes else None
        if covered != events:
            raise IntegrityError(
                "log_truncated" if covered is not None and covered > events else "log_not_covered",
                f"The file holds {events} events and its last checkpoint covers {covered or 0}.",
                law=10,
                remedy="Ask for a fresh export: every export ends with a checkpoint over all of its events.",
            )
        # (4) the earlier checkpoint
        kept = verify_checkpoint(earlier, public) if earlier is not None else None
        if kept is not None and kept.size > events:
            raise IntegrityError(
                "log_truncated",
                f"The checkpoint kept from before covers {kept.size} events; this log has only {events}.",
                law=10,
                remedy="Events were removed after that checkpoint was signed, or this is an older export.",
            )
        # (5) to (7)
        wanted = {*sizes, *({kept.size} if kept is not None else ())}
        roots, first, last = _walk(export, wanted, checkpoints)
        # (8) the continuation
        if kept is not None and roots[kept.size] != kept.root:
            raise IntegrityError(
                "fork",
                f"Both checkpoints are signed, but the first {kept.size} events are not the ones seen before:"
                " the agency's key has signed two different histories.",
                law=10,
                remedy="Keep this file and the earlier checkpoint: together they prove it.",
            )
    return VerifiedLog(
        path=path,
        agency=public,
        size=events,
        root=roots[events],
        checkpoints=checkpoints,
        latest=texts[-1],
        continues=kept,
        first=first,
        last=last,
    )


def _walk(
    export: ExportReader, wanted: set[int], checkpoints: tuple[Checkpoint, ...]
) -> tuple[dict[int, bytes], datetime | None, datetime | None]:
    """Steps (5) to (7): the roots at the sizes wanted, and the first and last time."""
    frontier = Frontier()
    roots: dict[int, bytes] = {}
    first = last = None
    signed = {checkpoint.size: checkpoint for checkpoint in reversed(checkpoints)}
    proven = 0
    if 0 in wanted:
        roots[0] = frontier.root()
    for place, line in export.events():
        event = _parse(place, line)
        # (6) times
        if last is not None and event.time < last:
            raise IntegrityError(
                "log_time_reversed", f"Event {place} is dated before event {place - 1}.", law=10, remedy=_REMEDY
            )
        first, last = first or event.time, event.time
        frontier.append(leaf_hash(line))
        if frontier.size in wanted:
            roots[frontier.size] = frontier.root()
            # (7) roots, as soon as one is due: what follows a wrong one need not be read
            if frontier.size in signed:
                _require_root(signed[frontier.size], roots[frontier.size], proven)
                proven = frontier.size
    for checkpoint in checkpoints:  # (7) again: several may be of one size, and one may be of none
        _require_root(checkpoint, roots[checkpoint.size], proven)
    return roots, first, last


def _require_root(checkpoint: Checkpoint, root: bytes, proven: int) -> None:
    if checkpoint.root != root:
        raise IntegrityError(
            "log_altered",
            f"The events do not have the root that was signed over the first {checkpoint.size} of them:"
            f" one of the events {proven} to {checkpoint.size - 1} was changed, removed or put in.",
            law=10,
            remedy="The log cannot be relied on from there. Compare it with an earlier export.",
        )


def _parse(place: int, line: bytes) -> Event:
    """Step (5) for one line."""
    try:
        event = Event.model_validate_json(line)
    except ValidationError as error:
        raise IntegrityError(
            "log_altered", f"The line of event {place} is not an event.", law=10, remedy=_REMEDY
        ) from error
    if event.seq != place:
        raise IntegrityError(
            "log_reordered",
            f"Where event {place} should stand, the file has event {event.seq}.",
            law=10,
            remedy=_REMEDY,
        )
    if canonical(event) != line:
        raise IntegrityError(
            "log_altered",
            f"Event {place} is not written as events are written (canonical JSON).",
            law=10,
            remedy=_REMEDY,
        )
    return event
