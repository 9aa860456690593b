"""The uniformity report: was everybody of a round treated alike, and how does the log show it (law 2).

Computed from an exported log and the agency's public key, and from nothing else: no clock, no database, no
configuration. The same file gives the same report, byte for byte, on anybody's machine.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pandas as pd

from schemas.keys import AgencyPublic
from vetting.audit.verify import VerifiedLog
from vetting.policy.controls import Control, enforces
from vetting.reports.conflicts import conflicts
from vetting.reports.coverage import Coverage
from vetting.reports.read import moment, read_log
from vetting.reports.reasons import Reason, Weight
from vetting.reports.rules import judge
from vetting.reports.tables import Table, tables


class Verdict(StrEnum):
    """What the report says in the end."""

    UNIFORM = "uniform"
    DEVIATIONS = "uniform with approved deviations"
    NOT_UNIFORM = "not uniform"
    UNFINISHED = "unfinished"


@dataclass(frozen=True)
class UniformityReport:
    """The verdict on one round, what it rests on, and the tables behind it."""

    round: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    """The heaviest first."""
    conflicts: tuple[Reason, ...]
    """Those of the reasons that are role conflicts."""
    proof: tuple[tuple[str, str], ...]
    """What the verified log proves of itself: fact and value."""
    checkpoint: str
    """The newest checkpoint, to be kept for the next visit."""
    tables: tuple[Table, ...]

    @property
    def uniform(self) -> bool:
        """Whether everybody was treated alike, approved deviations included, and the round is finished."""
        return self.verdict in {Verdict.UNIFORM, Verdict.DEVIATIONS}

    def table(self, key: str) -> pd.DataFrame:
        """One table's frame by its key."""
        return next(table.frame for table in self.tables if table.key == key)


@enforces(Control.UNIFORM_PLAN, Control.POLICY_VERSION_RECORD)
def uniformity(
    export: Path, agency_public: AgencyPublic, round_id: str, *, earlier: str | None = None
) -> UniformityReport:
    """Judge a round from its exported log; `earlier` is the text of a checkpoint kept from an earlier visit.

    Raises:
        InputError: `unknown_round`.
        VettingError: whatever `vetting.audit.verify.verify_export` refuses: nothing is said about a log that does not verify.

    """
    # (1) The log is whole, signed and unchanged, and continues the earlier checkpoint. (2) Rules and role conflicts are
    # worked out from its events. (3) One breach outweighs everything; then what is open; then deviations.
    log = read_log(export, agency_public, round_id, earlier=earlier)  # (1)
    cover = Coverage(log)
    found = tuple(conflicts(cover))  # (2)
    order = list(Weight)
    reasons = tuple(sorted((*judge(cover), *found), key=lambda reason: order.index(reason.weight)))
    verdict = _verdict(frozenset(reason.weight for reason in reasons))  # (3)
    proof = _proof(log.proof)
    return UniformityReport(
        round=round_id,
        verdict=verdict,
        reasons=reasons,
        conflicts=found,
        proof=proof,
        checkpoint=log.proof.latest,
        tables=(
            _facts((("round", round_id), ("verdict", verdict.value), *proof)),
            _reasons("reasons", "Reasons", "What the verdict rests on, the heaviest first.", reasons),
            _reasons("conflicts", "Role conflicts", "Those of the reasons that are about who acted.", found),
            *tables(cover),
        ),
    )


def _verdict(weights: frozenset[Weight]) -> Verdict:
    for weight, verdict in (
        (Weight.BREACH, Verdict.NOT_UNIFORM),
        (Weight.OPEN, Verdict.UNFINISHED),
        (Weight.DEVIATION, Verdict.DEVIATIONS),
    ):
        if weight in weights:
            return verdict
    return Verdict.UNIFORM


def _facts(facts: tuple[tuple[str, str], ...]) -> Table:
    frame = pd.DataFrame(facts, columns=["fact", "value"], dtype=object)
    return Table("verdict", "Verdict", "The verdict, and what the log proves of itself.", frame)


def _reasons(key: str, title: str, note: str, reasons: tuple[Reason, ...]) -> Table:
    rows = [[r.weight.value, r.rule, r.case, r.sentence, "" if r.seq is None else r.seq] for r in reasons]
    return Table(
        key, title, note, pd.DataFrame(rows, columns=["weight", "rule", "candidate", "reason", "event"], dtype=object)
    )


def _proof(log: VerifiedLog) -> tuple[tuple[str, str], ...]:
    continues = "no earlier checkpoint was given: an end cut off before the export would not show"
    if log.continues is not None:
        continues = f"the log of {log.continues.size} events of an earlier checkpoint"
    return (
        ("agency", log.agency.agency),
        ("log", log.agency.origin),
        ("events", str(log.size)),
        ("root", log.root.hex()),
        ("first event", f"{moment(log.first)} UTC"),
        ("last event", f"{moment(log.last)} UTC"),
        ("checkpoints", f"{len(log.checkpoints)}, each signed; the last covers all {log.size} events"),
        ("verified with the key of fingerprint", log.agency.fingerprint),
        ("continues", continues),
    )
