"""A synthetic log, its checkpoints and its export, and a forger who may rewrite any of it."""

import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from schemas.event import Event, Result
from vetting.audit.canonical import leaf
from vetting.audit.checkpoint import sign_checkpoint
from vetting.audit.export import ExportHeader, write_export
from vetting.audit.merkle import root_of
from vetting.keys.agency import AgencyKeys

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def event(seq: int, **changes: Any) -> Event:
    values: dict[str, Any] = {
        "seq": seq,
        "time": START + timedelta(seconds=seq),
        "actor": f"person-{seq % 3}",
        "action": "step.recorded",
        "result": Result.DONE,
        "round": "round-1",
        "case": f"round-1-c{seq % 4}",
        "subject": f"step-{seq}",
        "details": {"outcome": "captured", "items": seq, "steps": ("a", "b")},
    }
    return Event(**{**values, **changes})


def log(count: int) -> list[Event]:
    return [event(seq) for seq in range(count)]


def signed(events: Sequence[Event], keys: AgencyKeys, size: int | None = None) -> str:
    """A true checkpoint over the first `size` events (default: all)."""
    covered = len(events) if size is None else size
    return sign_checkpoint(keys.public.origin, covered, root_of([leaf(e) for e in events[:covered]]), keys)


def export(path: Path, events: Sequence[Event], keys: AgencyKeys, checkpoints: Sequence[str] | None = None) -> Path:
    """An export file; by default with one true checkpoint over everything."""
    stream = io.BytesIO()
    texts = [signed(events, keys)] if checkpoints is None else checkpoints
    write_export(stream, ExportHeader.of(keys.public, len(events)), events, texts)
    path.write_bytes(stream.getvalue())
    return path


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def rewrite(path: Path, lines: Sequence[bytes], *, events: int | None = None) -> Path:
    """The file with these lines; with `events` the header's count is made to fit, as a forger would."""
    kept = list(lines)
    if events is not None:
        header = json.loads(kept[0])
        header["events"] = events
        kept[0] = json.dumps(header, separators=(",", ":"), sort_keys=True).encode() + b"\n"
    path.write_bytes(b"".join(kept))
    return path
