"""From an exported log, verified first, to frames: what the log says of one round, and nothing that it does not say.

- Nothing is read before the whole file was verified (law 10).
Leaves what an event's fields mean to `vetting.reports.facts`, and every judgement to `vetting.reports.rules` and
`vetting.reports.conflicts`.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from schemas.event import Event, Result
from schemas.keys import AgencyPublic
from vetting.audit.tags import Action
from vetting.audit.verify import VerifiedLog, verify_export
from vetting.errors import InputError
from vetting.reports.facts import Rows, add_facts, add_roles, event_row

COLUMNS: dict[str, tuple[str, ...]] = {
    "events": ("seq", "time", "actor", "action", "done", "case", "subject", "code", "role", "details"),
    "versions": (
        "version", "seq", "time", "approved_by", "requested_by", "agency", "plan", "software", "digests", "steps",
        "limits",
    ),
    "candidates": ("case", "number", "kind", "seq"),
    "declarations": ("case", "seq", "time", "version", "none_declared", "count", "account_ids"),
    "outcomes": (
        "seq", "time", "case", "step_id", "key", "account", "version", "attempt", "outcome", "reason", "method",
        "items", "left_out", "requests", "attempts", "seconds", "software", "actor",
    ),
    "evidence": ("seq", "case", "evidence", "step_id", "items", "bytes", "timestamp"),
    "deviations": (
        "deviation", "case", "step", "account", "kind", "reason", "requested_by", "requested_at", "requested_seq",
        "decision", "decided_by", "decided_at", "decided_seq", "version",
    ),
    "roles": ("person", "role", "scope", "from_seq", "until_seq"),
    "releases": (
        "seq", "time", "summary", "case", "version", "draft", "plan_version", "plan", "pack", "lexicon", "software",
        "author", "reviewer", "released_by", "readers", "replaces",
    ),
    "withdrawals": (
        "withdrawal", "case", "summary", "reason", "requested_by", "requested_at", "requested_seq", "decision",
        "decided_by", "decided_at", "decided_seq", "fetched_by",
    ),
}  # fmt: skip
"""The columns of each frame, also of an empty one."""


@dataclass(frozen=True)
class RoundLog:
    """One round as a verified log tells it. Frames are in the order of the log; `seq` is an event's place in it."""

    round: str
    proof: VerifiedLog
    events: pd.DataFrame
    """Events of the round; `details` is the event's own mapping."""
    versions: pd.DataFrame
    """Frozen versions: `steps`, `digests` and `limits` as the events give them."""
    candidates: pd.DataFrame
    declarations: pd.DataFrame
    outcomes: pd.DataFrame
    """Every outcome ever recorded for a step, superseded attempts and versions too; `seconds` as a number."""
    evidence: pd.DataFrame
    deviations: pd.DataFrame
    """`version`: the plan version in force when it was decided."""
    roles: pd.DataFrame
    """Roles of the round (`scope` round) and of the agency; a role ends at `until_seq`."""
    releases: pd.DataFrame
    withdrawals: pd.DataFrame
    """Requests to withdraw a released summary, with what was decided; `fetched_by`: who held a copy then."""


def read_log(export: Path, agency_public: AgencyPublic, round_id: str, *, earlier: str | None = None) -> RoundLog:
    """The frames of one round, out of an export that was proved whole and unchanged first.

    Raises:
        InputError: `unknown_round`, naming the rounds of the log; and whatever `verify_export` refuses.

    """
    proof = verify_export(export, agency_public, earlier=earlier)
    rows: Rows = defaultdict(list)
    rounds: set[str] = set()
    for event in proof.events():
        if event.action == Action.ROUND_OPENED and event.result is Result.DONE and event.round is not None:
            rounds.add(event.round)
        add_roles(rows, event, round_id)
        if _belongs(event, round_id):
            rows["events"].append(event_row(event))
            if event.result is Result.DONE:
                add_facts(rows, event)
    if round_id not in rounds:
        raise InputError(
            "unknown_round",
            "This log opens no round of that id.",
            remedy=f"The rounds in it are: {', '.join(sorted(rounds)) or 'none'}.",
        )
    frames = {name: _frame(name, rows[name]) for name in COLUMNS}
    return RoundLog(round=round_id, proof=proof, **frames)


def _belongs(event: Event, round_id: str) -> bool:
    """Whether an event is of the round. A case's id names its round: leaving the round out hides nothing."""
    of_case = event.round is None and event.case is not None and event.case.rpartition(".")[0] == round_id
    return event.round == round_id or of_case


def _frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = list(COLUMNS[name])
    return pd.DataFrame.from_records(rows, columns=columns) if rows else pd.DataFrame(columns=columns, dtype=object)


def moment(value: datetime | None) -> str:
    """A time as reports print it, in UTC; empty for none."""
    return "" if value is None or pd.isna(value) else f"{value:%Y-%m-%d %H:%M:%S}"
