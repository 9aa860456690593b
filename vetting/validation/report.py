"""The validation report of a draft: every check that can be made by machine before a second person looks (laws 6 and 7).

It reads what earlier stages stored and trusts none of it: evidence bytes are hashed again, the right person and the
corroboration are looked up again, and the leak check goes over the text that would be sealed with other code and
other data than the redaction used. Identifiers are taken from the declaration in the vault.
"""

import hashlib
from collections.abc import Iterator

from schemas.case import Case, CaseState
from schemas.draft import Draft, DraftContent, Validation
from schemas.evidence import Evidence, ObjectKind
from schemas.finding import Finding
from schemas.round import Frozen, Round
from schemas.summary import SummaryBody
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases import blocked_findings, current_findings, declaration_version, latest_draft
from vetting.cases.declared import everything_declared
from vetting.clock import now
from vetting.errors import IntegrityError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.store import Tx
from vetting.validation.leakcheck import Identifiers, leak_check_summary
from vetting.vault.custody import verified_bytes

CHECKS = (
    "draft_intact",
    "findings_current",
    "evidence_digests",
    "right_person_and_corroboration",
    "versions",
    "leak_check",
)


@enforces(Control.VALIDATE_BEFORE_USE, Control.LEAK_CHECK, Control.AUTHENTIC_CAPTURE)
def validate(office: Office, actor: Actor, draft_id: str) -> Validation:
    """Run every check over one draft and keep the report; a failed check is a report, not an exception.

    Raises:
        StateError: `draft_superseded`, or `out_of_order` once the draft is released.

    """
    case_id = draft_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.VALIDATION_REPORTED,
        Permission.CASE_VALIDATION_RUN,
        case=case_id,
        subject=draft_id,
    ) as deed:
        tx = deed.tx
        draft = tx.get(Draft, draft_id)
        newest = latest_draft(tx, case_id)
        case = tx.get(Case, case_id)
        if newest is None or newest.id != draft.id or case.state in {CaseState.RELEASED, CaseState.DISPOSED}:
            raise StateError(
                "draft_superseded", f"{draft_id} is not the draft in work.", remedy="See `vetting case show`."
            )
        failures = tuple(dict.fromkeys(_failures(office, tx, case, draft)))
        report = Validation(
            id=f"{draft_id}.validation-{tx.count(Validation, draft=draft_id) + 1}",
            case=case_id,
            draft=draft_id,
            text_sha256=draft.text_sha256,
            passed=not failures,
            checks=CHECKS,
            failures=failures,
            created_at=now(),
            created_by=actor.person,
        )
        tx.add(report)
        deed.note(passed=report.passed, checks=CHECKS, failures=failures, text_sha256=draft.text_sha256)
        return report


def _failures(office: Office, tx: Tx, case: Case, draft: Draft) -> Iterator[str]:
    data = office.vault.get(tx, draft.object, ObjectKind.DRAFT, scope=case.id)
    if hashlib.sha256(data).hexdigest() != draft.text_sha256:
        yield "draft_altered"
        return
    content = DraftContent.model_validate_json(data)
    if [x.text for x in content.fields] != [text for _, text in _finding_texts(content.body)]:
        yield "texts_differ"
    yield from _findings(tx, case, draft)
    yield from _evidence(office, tx, draft)
    version = tx.get(Round, case.round).version
    if draft.plan_version != version or draft.declaration_version != declaration_version(tx, case.id):
        yield "versions_differ"
    if draft.lexicon_sha256 != tx.get(Frozen, f"{case.round}.v{version}").digests["lexicon"]:
        yield "lexicon_differs"
    yield from _leaks(office, tx, case.id, content.body)


def _findings(tx: Tx, case: Case, draft: Draft) -> Iterator[str]:
    blocked = blocked_findings(tx, case.id)
    current = [row.id for row in current_findings(tx, case.id)]
    if tuple(i for i in current if i not in blocked) != draft.findings or tuple(sorted(blocked)) != draft.held_back:
        yield "findings_changed"
    yield from (f"{blocked[finding]}" for finding in draft.findings if finding in blocked)


def _evidence(office: Office, tx: Tx, draft: Draft) -> Iterator[str]:
    cited = dict.fromkeys(e for finding in draft.findings for e in tx.get(Finding, finding).evidence)
    for evidence_id in cited:
        try:
            verified_bytes(office.vault, tx, tx.get(Evidence, evidence_id))
        except IntegrityError:
            yield f"evidence_altered:{evidence_id}"


def _finding_texts(body: SummaryBody) -> list[tuple[str, str]]:
    """(field name, text) of every free text a reader would see."""
    return [
        (f"findings.{item.number}.{name}", str(getattr(item, name)))
        for item in body.findings
        for name in ("narrative", "quotation", "context")
    ]


@enforces(Control.FILTER_PROTECTED_CLASSES)
def _leaks(office: Office, tx: Tx, case_id: str, body: SummaryBody) -> Iterator[str]:
    people, accounts = everything_declared(office.vault, tx, case_id)
    identifiers = Identifiers(
        names=tuple(n for p in people for n in (p.full_name, *p.other_names)),
        handles=tuple(h for a in accounts for h in (a.handle, a.user) if h),
        urls=tuple(u for a in accounts for u in (a.url, a.target) if u),
        hosts=tuple(a.host for a in accounts if a.host),
        places=tuple(place for p in people for place in p.places),
        emails=tuple(e for p in people for e in p.emails),
        birth_dates=tuple(p.birth_date for p in people if p.birth_date is not None),
    )
    for leak in leak_check_summary(_finding_texts(body), identifiers=identifiers):
        yield f"leak:{leak.kind}:{leak.field}"
