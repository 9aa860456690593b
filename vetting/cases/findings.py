"""Which findings count: the newest version of each, and why one may be held back (law 6)."""

from schemas.evidence import Attribution, AttributionStatus, Evidence
from schemas.finding import Corroboration, Finding, Means, Verdict
from vetting.policy.controls import Control, enforces
from vetting.store import Tx

_ESTABLISH_AUTHOR = frozenset({Means.INTERVIEW, Means.CANDIDATE_CONFIRMATION, Means.OFFICIAL_RECORD})


def current_findings(tx: Tx, case_id: str) -> list[Finding]:
    """The newest version of each finding, by number; withdrawn ones are left out."""
    newest: dict[int, Finding] = {}
    for row in tx.all(Finding, order=("number", "version"), case=case_id):
        newest[row.number] = row
    return [row for row in newest.values() if not row.withdrawn]


def attribution(tx: Tx, account: str) -> AttributionStatus:
    """The latest judgement on an account; none recorded is unresolved."""
    rows = tx.all(Attribution, account=account)
    # By number: a clock that was set back must not make an older judgement the latest.
    return max(rows, key=lambda row: int(row.id.rpartition("-")[2])).status if rows else AttributionStatus.UNRESOLVED


@enforces(Control.RIGHT_PERSON, Control.VALIDATE_BEFORE_USE)
def blocked_findings(tx: Tx, case_id: str) -> dict[str, str]:
    """Findings that may not be released as fact, each with the code of the reason.

    A finding needs every account it cites attributed to the candidate, at least one confirmation by an independent
    means, and no refutation (Bridgeport IV. D. 6; Colchester II. a. iv. 2).
    """
    blocked: dict[str, str] = {}
    for finding in current_findings(tx, case_id):
        accounts = {tx.get(Evidence, e).account for e in finding.evidence}
        attempts = tx.all(Corroboration, finding=finding.id)
        verdicts = {c.verdict for c in attempts}
        confirmed_by = {c.means for c in attempts if c.verdict is Verdict.CONFIRMED}
        if any(account and attribution(tx, account) is not AttributionStatus.ATTRIBUTED for account in accounts):
            blocked[finding.id] = "account_not_attributed"
        elif Verdict.REFUTED in verdicts:
            blocked[finding.id] = "refuted"
        elif Verdict.CONFIRMED not in verdicts:
            blocked[finding.id] = "not_corroborated"
        elif "" in accounts and not confirmed_by & _ESTABLISH_AUTHOR:
            # Found by a name search, not on a declared account: only these means tell whose it is.
            blocked[finding.id] = "author_not_established"
    return blocked
