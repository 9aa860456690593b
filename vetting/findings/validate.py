"""Records what makes a finding usable: whose account it is, and independent corroboration (law 6).

Bridgeport IV. D. 6 asks for every effort to validate; Colchester II. a. iv. 2 names the means. What is recorded here
is never edited; the latest attribution counts, and one refutation blocks a finding.
"""

from schemas.case import Account, CaseState
from schemas.evidence import Attribution, AttributionFactor, AttributionStatus, ObjectKind
from schemas.finding import Corroboration, Finding, Means, Verdict
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases import back_to, current_findings
from vetting.clock import now
from vetting.errors import InputError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces

_AGAINST = frozenset(
    {
        AttributionFactor.CANDIDATE_DENIES,
        AttributionFactor.DIFFERENT_NAME,
        AttributionFactor.DIFFERENT_PERSON_SHOWN,
    }
)


@enforces(Control.RIGHT_PERSON)
def record_attribution(
    office: Office,
    actor: Actor,
    account_id: str,
    status: AttributionStatus,
    factors: tuple[AttributionFactor, ...],
) -> None:
    """Judge whether an account is the candidate's, with the factors for and against.

    Raises:
        InputError: `factors_missing` or `factors_contradict`.

    """
    case_id = account_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.ATTRIBUTION_RECORDED,
        Permission.CASE_ATTRIBUTION_RECORD,
        case=case_id,
        subject=account_id,
    ) as deed:
        deed.tx.get(Account, account_id)
        _check(account_id, status, factors)
        number = deed.tx.count(Attribution, case=case_id) + 1
        deed.tx.add(
            Attribution(
                id=f"{case_id}.attribution-{number}",
                case=case_id,
                account=account_id,
                status=status,
                factors=factors,
                recorded_by=actor.person,
                recorded_at=now(),
            )
        )
        back_to(deed.tx, case_id, CaseState.COLLECTED)
        deed.note(status=status.value, factors=tuple(f.value for f in factors))


def _check(account_id: str, status: AttributionStatus, factors: tuple[AttributionFactor, ...]) -> None:
    against = set(factors) & _AGAINST
    if not factors:
        raise InputError(
            "factors_missing",
            f"Say what the judgement on {account_id} rests on.",
            remedy="Give at least one --factor.",
        )
    if (status is AttributionStatus.ATTRIBUTED and not set(factors) - _AGAINST) or (
        status is AttributionStatus.NOT_ATTRIBUTED and not against
    ):
        raise InputError(
            "factors_contradict",
            f"The factors given for {account_id} speak for the opposite.",
            remedy="Check --status and --factor.",
        )


@enforces(Control.VALIDATE_BEFORE_USE)
def record_corroboration(
    office: Office, actor: Actor, finding_id: str, means: Means, verdict: Verdict, note: str
) -> str:
    """Record one attempt to corroborate a finding; what was learned lies in the vault.

    Raises:
        InputError: `note_missing`: a corroboration nobody can retrace is none.
        StateError: `superseded`.

    """
    case_id = finding_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.CORROBORATION_RECORDED,
        Permission.CASE_CORROBORATION_RECORD,
        case=case_id,
        subject=finding_id,
    ) as deed:
        deed.tx.get(Finding, finding_id)
        if finding_id not in {row.id for row in current_findings(deed.tx, case_id)}:
            raise StateError(
                "superseded",
                f"{finding_id} was superseded or withdrawn; what is recorded of it would count for nothing.",
                remedy=f"Corroborate its newest version: see `vetting finding list {case_id}`.",
            )
        if len(note.strip()) < 10:
            raise InputError(
                "note_missing",
                f"Say how {finding_id} was corroborated.",
                remedy="A sentence that lets a colleague retrace it.",
            )
        row_id = f"{finding_id}.corroboration-{deed.tx.count(Corroboration, finding=finding_id) + 1}"
        deed.tx.add(
            Corroboration(
                id=row_id,
                case=case_id,
                finding=finding_id,
                means=means,
                verdict=verdict,
                note_object=office.vault.put(deed.tx, case_id, ObjectKind.NOTE, note.encode()),
                recorded_by=actor.person,
                recorded_at=now(),
            )
        )
        back_to(deed.tx, case_id, CaseState.COLLECTED)
        deed.note(corroboration=row_id, means=means.value, verdict=verdict.value)
        return row_id


def read_corroborations(office: Office, actor: Actor, finding_id: str) -> list[tuple[Corroboration, str]]:
    """The attempts to corroborate a finding, each with what was learned, for its author and a reviewer."""
    case_id = finding_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.FINDING_OPENED,
        Permission.CASE_DRAFT_READ,
        case=case_id,
        subject=finding_id,
    ) as deed:
        deed.tx.get(Finding, finding_id)
        rows = deed.tx.all(Corroboration, order=("recorded_at", "id"), finding=finding_id)
        deed.note(corroborations=len(rows))
        return [
            (row, office.vault.get(deed.tx, row.note_object, ObjectKind.NOTE, scope=row.case).decode()) for row in rows
        ]
