"""Records findings: conduct that the agency's own order supports, cited to evidence, in neutral words (laws 5 and 6).

Refused: a code the order does not support for this kind of candidate; no evidence; a basis that is only a protected
characteristic, a view or a lawful group; a quotation that is not in the evidence; an account that is not the
candidate's. A correction supersedes; nothing is edited or deleted.
"""

from schemas.capture import StepOutcome
from schemas.case import Case, CaseState, Step
from schemas.evidence import AttributionStatus, Evidence, ObjectKind
from schemas.finding import Basis, Finding, FindingContent
from schemas.post import Post
from vetting.access import Act, Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases import back_to, missing_steps
from vetting.cases.findings import attribution, current_findings
from vetting.clock import now
from vetting.errors import InputError, PolicyError, StateError
from vetting.findings.leads import CLAUSE, require_interviewed
from vetting.office import Office
from vetting.policy.conduct import conduct_for
from vetting.policy.controls import Control, enforces
from vetting.rounds.opening import ruleset
from vetting.store import Tx
from vetting.vault.custody import checked, posts_of

_NEVER_ALONE = frozenset({Basis.PROTECTED_CHARACTERISTIC, Basis.VIEW, Basis.LAWFUL_ASSOCIATION})
_UNDECLARED = "nondisclosure"
"""The one code that can rest on the declaration itself (New Canaan VII. A)."""


def record_finding(office: Office, actor: Actor, case_id: str, content: FindingContent) -> str:
    """Record a new finding; returns its id.

    Raises:
        PolicyError: `conduct_not_supported`, `basis_protected`, `account_not_attributed`.
        InputError: `no_evidence`, `evidence_of_other_case`, `citation_outside`, `quotation_differs`.
        StateError: `collection_unfinished`, `already_released`.

    """
    with act(office.store, actor, Action.FINDING_RECORDED, Permission.CASE_FINDING_RECORD, case=case_id) as deed:
        number = max((f.number for f in deed.tx.all(Finding, case=case_id)), default=0) + 1
        return _record(office, deed, case_id, content, number=number, version=1)


def supersede_finding(office: Office, actor: Actor, finding_id: str, content: FindingContent) -> str:
    """Correct a finding by a new version; what corroborated the old one must be recorded again for the new."""
    case_id = finding_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.FINDING_SUPERSEDED,
        Permission.CASE_FINDING_RECORD,
        case=case_id,
        subject=finding_id,
    ) as deed:
        old = _newest(deed.tx, finding_id)
        return _record(office, deed, case_id, content, number=old.number, version=old.version + 1)


def withdraw_finding(office: Office, actor: Actor, finding_id: str) -> None:
    """Withdraw a finding; it stays on record and in no draft."""
    case_id = finding_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.FINDING_WITHDRAWN,
        Permission.CASE_FINDING_RECORD,
        case=case_id,
        subject=finding_id,
    ) as deed:
        old = _newest(deed.tx, finding_id)
        version = old.version + 1
        deed.tx.add(
            old.model_copy(
                update={
                    "id": f"{case_id}.F{old.number}v{version}",
                    "version": version,
                    "withdrawn": True,
                    "author": actor.person,
                    "recorded_at": now(),
                }
            )
        )
        back_to(deed.tx, case_id, CaseState.COLLECTED)


def read_finding(office: Office, actor: Actor, finding_id: str) -> FindingContent:
    """What was written in a finding."""
    case_id = finding_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.FINDING_OPENED,
        Permission.CASE_DRAFT_READ,
        case=case_id,
        subject=finding_id,
    ) as deed:
        return content_of(office, deed.tx, deed.tx.get(Finding, finding_id))


def content_of(office: Office, tx: Tx, row: Finding) -> FindingContent:
    """A finding's content from the vault."""
    return FindingContent.model_validate_json(office.vault.get(tx, row.object, ObjectKind.FINDING, scope=row.case))


def _newest(tx: Tx, finding_id: str) -> Finding:
    row = tx.get(Finding, finding_id)
    newest = next((f for f in current_findings(tx, row.case) if f.number == row.number), None)
    if newest is None or newest.id != row.id:
        raise StateError(
            "superseded",
            f"{finding_id} was superseded or withdrawn.",
            remedy="Correct its newest version: see `vetting finding list`.",
        )
    return row


def _record(office: Office, deed: Act, case_id: str, content: FindingContent, *, number: int, version: int) -> str:
    tx = deed.tx
    case = tx.get(Case, case_id)
    if case.state is CaseState.OPEN or missing_steps(tx, case):
        raise StateError(
            "collection_unfinished",
            f"The steps of {case_id} are not all done; findings are written from the whole, not from a part.",
            law=2,
            remedy="Run `vetting collect`, record the manual steps, then repeat.",
        )
    clause = _supported(tx, case, content)
    _require_lead(tx, case_id, content)
    _refuse_protected_basis(case_id, content)
    evidence = _cited(office, tx, case_id, content)
    finding_id = f"{case_id}.F{number}" + (f"v{version}" if version > 1 else "")
    tx.add(
        Finding(
            id=finding_id,
            case=case_id,
            number=number,
            version=version,
            code=content.code,
            clause=clause,
            withdrawn=False,
            evidence=evidence,
            object=office.vault.put(tx, case_id, ObjectKind.FINDING, content.model_dump_json().encode()),
            author=deed.actor,
            recorded_at=now(),
        )
    )
    back_to(tx, case_id, CaseState.COLLECTED)
    deed.subject = finding_id
    deed.note(code=content.code, evidence=evidence, version=version)
    return finding_id


@enforces(Control.JOB_RELATED_ONLY)
def _supported(tx: Tx, case: Case, content: FindingContent) -> str:
    return conduct_for(ruleset(tx, case.round).pack, content.code, case.kind).clause


@enforces(Control.PROTECTED_SPEECH_GATE)
def _refuse_protected_basis(case_id: str, content: FindingContent) -> None:
    if set(content.basis) <= _NEVER_ALONE:
        raise PolicyError(
            "basis_protected",
            f"A finding of {case_id} cannot rest only on a protected characteristic, a view or a lawful group.",
            law=5,
            clause="Colchester General Order # 9, II. a. iv. 1; New Canaan General Order 13-01-116, IV G 1",
            remedy="Record what was done, if conduct of the code's kind was done; otherwise record nothing.",
        )


@enforces(Control.PLAN_ONLY)
def _require_lead(tx: Tx, case_id: str, content: FindingContent) -> None:
    """An undeclared account counts as not having been disclosed and as nothing else, once the candidate was asked."""
    if content.lead is not None:
        if content.code != _UNDECLARED:
            raise PolicyError(
                "lead_only_nondisclosure",
                f"What an undeclared account holds was not collected; {content.lead} supports no finding of this code.",
                law=3,
                clause=CLAUSE,
                remedy=f"Use the code {_UNDECLARED}, or leave the lead out.",
            )
        require_interviewed(tx, case_id, content.lead)


@enforces(Control.RIGHT_PERSON)
def _cited(office: Office, tx: Tx, case_id: str, content: FindingContent) -> tuple[str, ...]:
    """The evidence ids cited, each place checked to exist and the quotation to be what stands there."""
    if not content.citations and not (content.lead is not None and Basis.DECLARATION in content.basis):
        raise InputError(
            "no_evidence",
            f"A finding of {case_id} must cite evidence.",
            law=5,
            remedy="Give evidence id, item number, start and end; for an account that was not declared, give its lead.",
        )
    quoted = []
    for citation in content.citations:
        row = tx.find(Evidence, id=citation.evidence)
        if row is None or row.case != case_id:
            raise InputError(
                "evidence_of_other_case",
                f"{case_id} has no such evidence item.",
                remedy="See `vetting evidence list`.",
            )
        if tx.get(Step, row.step).outcome is not StepOutcome.CAPTURED:
            raise InputError(
                "evidence_without_content",
                f"{row.id} proves that there was nothing to see; there is nothing in it to cite.",
                law=5,
                remedy="Cite an item that was captured.",
            )
        if row.account and attribution(tx, row.account) is AttributionStatus.NOT_ATTRIBUTED:
            raise PolicyError(
                "account_not_attributed",
                f"{row.id} is from an account that is not the candidate's ({row.account}).",
                law=6,
                clause="Bridgeport General Order 5.14, IV. D. 6",
                remedy="Nothing on it can become a finding.",
            )
        checked(office.vault, tx, row.id)
        quoted.append(_place(posts_of(office.vault, tx, row), row.id, citation.item, citation.start, citation.end))
    if content.quotation and content.quotation not in quoted:
        raise InputError(
            "quotation_differs",
            f"The quotation of this finding of {case_id} is not what stands at a place it cites.",
            remedy="Copy the words exactly, and cite item, start and end of exactly those words (`vetting evidence open --find`).",
        )
    return tuple(dict.fromkeys(c.evidence for c in content.citations))


def _place(posts: list[Post], evidence_id: str, item: int, start: int, end: int) -> str:
    post = next((p for p in posts if p.number == item), None)
    if post is None or not start < end <= len(post.text):
        # A capture without text (a screenshot) is cited as a whole: item 1, 0 to 1.
        if not posts or (post is not None and not post.text):
            return ""
        raise InputError(
            "citation_outside",
            f"{evidence_id} has no item {item} with a place {start} to {end}.",
            remedy="See item numbers and lengths with `vetting evidence open`.",
        )
    return post.text[start:end]
