"""How a case stands, for the people who may ask: states, numbers, codes and digests. No content; every look is an event."""

from dataclasses import dataclass
from datetime import datetime

from schemas.case import Account, Case, DeclarationRow, Step
from schemas.draft import Draft, Release, Review, UnmetRequirement, Validation
from schemas.event import Event
from schemas.evidence import AttributionStatus, Evidence
from schemas.finding import Corroboration, Finding
from schemas.withdrawal import Withdrawal
from vetting.access import Actor, Permission, act
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.cases.findings import attribution, blocked_findings, current_findings
from vetting.cases.rules import declaration_version, unmet
from vetting.cases.steps import current_accounts, current_steps, missing_steps
from vetting.store import Store, Tx


@dataclass(frozen=True)
class CaseLine:
    """A case in a line."""

    case: Case
    declaration: int
    """Version in force, 0 when there is none."""
    accounts: int
    missing: int
    """Steps without an outcome."""
    evidence: int
    findings: int


@dataclass(frozen=True)
class FindingStatus:
    """A version of a finding, why it is held back (empty: it is not), and the attempts to corroborate it."""

    finding: Finding
    current: bool
    blocked: str
    corroborations: tuple[Corroboration, ...]


@dataclass(frozen=True)
class ReleaseLine:
    """A released summary, without its ciphertext."""

    id: str
    released_at: datetime
    released_by: str
    withdrawn_at: datetime | None
    replaces: str | None


@dataclass(frozen=True)
class CaseStatus:
    """Everything that is known of a case without opening the vault."""

    case: Case
    declaration: DeclarationRow | None
    accounts: tuple[tuple[Account, AttributionStatus], ...]
    steps: tuple[Step, ...]
    missing: tuple[str, ...]
    evidence: int
    findings: tuple[FindingStatus, ...]
    drafts: tuple[Draft, ...]
    validations: tuple[Validation, ...]
    reviews: tuple[Review, ...]
    releases: tuple[ReleaseLine, ...]
    withdrawals: tuple[Withdrawal, ...]
    unmet: tuple[UnmetRequirement, ...]


def case_status(store: Store, actor: Actor, case_id: str) -> CaseStatus:
    """How one case stands, and what still stands between it and its release."""
    with act(store, actor, Action.STATUS_READ, Permission.CASE_STATUS_READ, case=case_id) as deed:
        tx = deed.tx
        case = tx.get(Case, case_id)
        declarations = tx.all(DeclarationRow, order=("version",), case=case_id)
        return CaseStatus(
            case=case,
            declaration=declarations[-1] if declarations else None,
            accounts=tuple((a, attribution(tx, a.id)) for a in current_accounts(tx, case_id)),
            steps=tuple(current_steps(tx, case)),
            missing=tuple(missing_steps(tx, case)),
            evidence=tx.count(Evidence, case=case_id),
            findings=tuple(_findings(tx, case_id)),
            drafts=tuple(tx.all(Draft, order=("version",), case=case_id)),
            validations=tuple(tx.all(Validation, order=("created_at",), case=case_id)),
            reviews=tuple(tx.all(Review, order=("decided_at",), case=case_id)),
            releases=tuple(
                ReleaseLine(r.id, r.released_at, r.released_by, r.withdrawn_at, r.replaces)
                for r in tx.all(Release, order=("version",), case=case_id)
            ),
            withdrawals=tuple(tx.all(Withdrawal, order=("requested_at", "id"), case=case_id)),
            unmet=tuple(unmet(tx, case)),
        )


def case_history(store: Store, actor: Actor, case_id: str) -> list[Event]:
    """What the log says of one case, in order."""
    with act(store, actor, Action.STATUS_READ, Permission.CASE_STATUS_READ, case=case_id) as deed:
        return events(deed.tx, case=case_id)


def case_lines(store: Store, actor: Actor, round_id: str) -> list[CaseLine]:
    """Every case of a round in a line."""
    with act(store, actor, Action.STATUS_READ, Permission.CASE_STATUS_READ, round_=round_id) as deed:
        return lines_of(deed.tx, round_id)


def lines_of(tx: Tx, round_id: str) -> list[CaseLine]:
    """The lines themselves; whoever calls is inside an `act` of their own."""
    return [
        CaseLine(
            case=case,
            declaration=declaration_version(tx, case.id),
            accounts=len(current_accounts(tx, case.id)),
            missing=len(missing_steps(tx, case)),
            evidence=tx.count(Evidence, case=case.id),
            findings=len(current_findings(tx, case.id)),
        )
        for case in tx.all(Case, order=("number",), round=round_id)
    ]


def _findings(tx: Tx, case_id: str) -> list[FindingStatus]:
    current = {f.id for f in current_findings(tx, case_id)}
    blocked = blocked_findings(tx, case_id)
    return [
        FindingStatus(
            finding=row,
            current=row.id in current,
            blocked=blocked.get(row.id, ""),
            corroborations=tuple(tx.all(Corroboration, order=("recorded_at", "id"), finding=row.id)),
        )
        for row in tx.all(Finding, order=("number", "version"), case=case_id)
    ]
