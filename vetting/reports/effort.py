"""How much time and work went into each candidate: a difference here is not a breach, but an auditor asks about it."""

import pandas as pd

from vetting.reports.coverage import Coverage
from vetting.reports.read import moment

COLUMNS = (
    "candidate", "kind", "accounts", "steps done", "steps missing", "items", "left out", "requests", "retries",
    "seconds", "evidence items", "evidence bytes", "declared", "first step", "last step", "released",
)  # fmt: skip


def effort(cover: Coverage) -> pd.DataFrame:
    """One row for each candidate; seconds are of the steps, not of the waiting between them."""
    rows = [_row(cover, case) for case in cover.cases]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _row(cover: Coverage, case: str) -> list[object]:
    log = cover.log
    wanted, declared = cover.wanted(case), cover.declaration(case)
    counted = [outcome for want in wanted if (outcome := cover.outcome(want)) is not None]
    work = log.outcomes[log.outcomes.case == case]
    kept = log.evidence[log.evidence.case == case]
    released = log.releases[log.releases.case == case]
    return [
        case,
        log.candidates[log.candidates.case == case].kind.iloc[0],
        declared["count"] if declared else "not declared yet",
        len(counted),
        len(wanted) - len(counted),
        sum(outcome.get("items", 0) for outcome in counted),
        sum(outcome.get("left_out", 0) for outcome in counted),
        int(work.requests.sum()),
        sum(max(tries - 1, 0) for tries in work.attempts),
        round(float(work.seconds.sum()), 2),
        len(kept),
        int(kept.bytes.sum()),
        moment(declared["time"]) if declared else "",
        moment(work.time.min()) if len(work) else "",
        moment(work.time.max()) if len(work) else "",
        moment(released.time.min()) if len(released) else "",
    ]
