"""Builds a draft summary from findings by one fixed template, redacts it, and keeps it in the vault.

- The template is the same for every candidate: steps done, accounts by count, findings or none, what could not be
  validated. No platform, handle or address has a place in it (law 7).
- Findings that could not be validated are counted, not told (law 6).
- Words of others on the candidate's page are said to be words of others, by the template (New Canaan IV. D. 2).
- Every change of a span is a new draft version; nothing is edited.
Leaves validation and the leak check to `vetting.validation`, and the second person to `vetting.review`.
"""

import hashlib
import secrets
from collections import Counter
from itertools import groupby

import schemas.finding as f
from schemas.capture import StepOutcome
from schemas.case import Case, CaseState, Step
from schemas.draft import Draft, DraftContent, DraftField
from schemas.evidence import Evidence, ObjectKind
from schemas.post import Authorship
from schemas.round import Round
from schemas.summary import SummaryBody, SummaryFinding, SummaryStep
from vetting import __version__
from vetting.access import Act, Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases import (
    blocked_findings,
    current_accounts,
    current_findings,
    current_steps,
    declaration_version,
    latest_draft,
    move,
)
from vetting.cases.declared import everything_declared
from vetting.clock import now
from vetting.errors import IntegrityError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.redaction.engine import Redactor
from vetting.redaction.marks import CaseContext
from vetting.rounds.opening import Ruleset, ruleset
from vetting.store import Tx
from vetting.vault.custody import posts_of

FIELDS = ("narrative", "quotation", "context")
_NOT_OWN = {
    Authorship.HOSTED: "Posted by somebody else on a page of the candidate.",
    Authorship.SHARED: "Words of somebody else, shared by the candidate.",
}
_EXAMINED = frozenset({StepOutcome.CAPTURED, StepOutcome.NO_CONTENT})


def prepare_draft(office: Office, actor: Actor, case_id: str, redactor: Redactor) -> str:
    """Build the draft of a case as its findings stand now; returns the draft's id.

    Raises:
        StateError: `requirements_unmet` while steps are missing, `lexicon_differs` when the lexicon is not the round's.

    """
    with act(office.store, actor, Action.DRAFT_PREPARED, Permission.CASE_DRAFT_WRITE, case=case_id) as deed:
        tx = deed.tx
        case = tx.get(Case, case_id)
        rules = ruleset(tx, case.round)
        _same_lexicon(case_id, redactor, rules)
        blocked = blocked_findings(tx, case_id)
        findings = current_findings(tx, case_id)
        included = [row for row in findings if row.id not in blocked]
        context = case_context(office, tx, case_id)
        fields = tuple(_redact(office, tx, row, name, redactor, context) for row in included for name in FIELDS)
        body = _body(
            tx,
            case,
            rules,
            included,
            fields,
            held_back=len(blocked),
            author=actor.person,
            notes=redactor.notes(),
        )
        content = DraftContent(fields=fields, body=body, nonce=secrets.token_hex(16))
        draft = _store(
            office,
            deed,
            content,
            findings=tuple(r.id for r in included),
            held_back=tuple(sorted(blocked)),
            confirmed=False,
        )
        move(tx, case_id, CaseState.DRAFTED)
        return draft.id


@enforces(Control.FILTER_PROTECTED_CLASSES)
def _redact(office: Office, tx: Tx, row: f.Finding, name: str, redactor: Redactor, context: CaseContext) -> DraftField:
    data = office.vault.get(tx, row.object, ObjectKind.FINDING, scope=row.case)
    content = f.FindingContent.model_validate_json(data)
    original = str(getattr(content, name))
    if name == "context":
        original = " ".join(part for part in (*_whose_words(office, tx, content), original) if part)
    redacted = redactor.redact(original, context)
    return DraftField(finding=row.id, field=name, original=original, spans=redacted.spans, text=redacted.text)


@enforces(Control.HOSTED_CONTENT_FLAG)
def _whose_words(office: Office, tx: Tx, content: f.FindingContent) -> tuple[str, ...]:
    """Fixed sentences for cited items that the candidate did not write; nobody can leave them out."""
    kinds = set()
    for evidence, cited in groupby(content.citations, key=lambda c: c.evidence):
        authorship = {post.number: post.authorship for post in posts_of(office.vault, tx, tx.get(Evidence, evidence))}
        kinds |= {authorship.get(c.item, Authorship.OWN) for c in cited}
    return tuple(sentence for kind, sentence in _NOT_OWN.items() if kind in kinds)


def case_context(office: Office, tx: Tx, case_id: str) -> CaseContext:
    """The identifiers of a case, of every version of its declaration, so that none of them reaches a reader."""
    people, accounts = everything_declared(office.vault, tx, case_id)
    return CaseContext(
        names=tuple(dict.fromkeys(n for p in people for n in (p.full_name, *p.other_names))),
        handles=tuple(dict.fromkeys(h for a in accounts for h in (a.handle, a.user, a.url) if h)),
        places=tuple(dict.fromkeys(place for p in people for place in p.places)),
    )


def draft_content(office: Office, tx: Tx, draft: Draft) -> DraftContent:
    """A draft's content, whole and matching its digest."""
    data = office.vault.get(tx, draft.object, ObjectKind.DRAFT, scope=draft.case)
    if hashlib.sha256(data).hexdigest() != draft.text_sha256:
        raise IntegrityError(
            "draft_altered",
            f"Draft {draft.id} does not match its digest.",
            remedy="Prepare it again and tell the auditor.",
        )
    return DraftContent.model_validate_json(data)


def require_latest(tx: Tx, draft_id: str) -> Draft:
    """The draft, provided it is the newest of its case.

    Raises:
        StateError: `draft_superseded`.

    """
    draft = tx.get(Draft, draft_id)
    newest = latest_draft(tx, draft.case)
    if newest is None or newest.id != draft.id:
        raise StateError(
            "draft_superseded",
            f"{draft_id} was superseded.",
            remedy="Work on the newest draft: see `vetting case show`.",
        )
    return draft


def store_changed(office: Office, deed: Act, old: Draft, fields: tuple[DraftField, ...], *, confirmed: bool) -> Draft:
    """Store a new version of a draft whose spans were changed or confirmed; same findings, same template."""
    before = draft_content(office, deed.tx, old)
    body = before.body.model_copy(update={"findings": _with_texts(before.body.findings, fields)})
    content = DraftContent(fields=fields, body=body, nonce=secrets.token_hex(16))
    return _store(office, deed, content, findings=old.findings, held_back=old.held_back, confirmed=confirmed)


def _store(
    office: Office,
    deed: Act,
    content: DraftContent,
    *,
    findings: tuple[str, ...],
    held_back: tuple[str, ...],
    confirmed: bool,
) -> Draft:
    tx = deed.tx
    case = tx.get(Case, deed.case or "")
    data = content.model_dump_json().encode()
    version = tx.count(Draft, case=case.id) + 1
    draft = Draft(
        id=f"{case.id}.D{version}",
        case=case.id,
        version=version,
        author=deed.actor,
        object=office.vault.put(tx, case.id, ObjectKind.DRAFT, data),
        text_sha256=hashlib.sha256(data).hexdigest(),
        lexicon_sha256=content.body.lexicon_sha256,
        plan_version=tx.get(Round, case.round).version,
        declaration_version=declaration_version(tx, case.id),
        findings=findings,
        held_back=held_back,
        spans=sum(len(field.spans) for field in content.fields),
        confirmed=confirmed,
        created_at=now(),
    )
    tx.add(draft)
    deed.subject = draft.id
    deed.note(
        version=version,
        findings=len(findings),
        held_back=len(held_back),
        spans=draft.spans,
        text_sha256=draft.text_sha256,
        lexicon=draft.lexicon_sha256,
    )
    return draft


@enforces(Control.UNIFORM_PLAN)
def _same_lexicon(case_id: str, redactor: Redactor, rules: Ruleset) -> None:
    if redactor.lexicon_sha256 != rules.lexicon_sha256:
        raise StateError(
            "lexicon_differs",
            f"The lexicon on this machine is not the one that {case_id}'s round was opened with.",
            law=2,
            remedy="Install the software version and configuration of the round, or have the round replanned for everybody.",
        )


def _body(
    tx: Tx,
    case: Case,
    rules: Ruleset,
    included: list[f.Finding],
    fields: tuple[DraftField, ...],
    *,
    held_back: int,
    author: str,
    notes: tuple[str, ...],
) -> SummaryBody:
    round_ = tx.get(Round, case.round)
    steps = current_steps(tx, case)
    accounts = current_accounts(tx, case.id)
    examined = {s.account for s in steps if s.account and s.outcome in _EXAMINED}
    titles = {code.id: code.title for code in rules.conduct.codes}
    blank = tuple(
        SummaryFinding(
            number=number,
            code=row.code,
            conduct=titles[row.code],
            clause=row.clause,
            narrative="",
            quotation="",
            context="",
            corroboration=tuple(
                sorted({c.means.value for c in tx.all(f.Corroboration, finding=row.id, verdict=f.Verdict.CONFIRMED)})
            ),
        )
        for number, row in enumerate(included, start=1)
    )
    digests = rules.digests()
    return SummaryBody(
        agency=rules.pack.name,
        round=case.round,
        candidate=case.number,
        case=case.id,
        position=round_.position,
        steps=_step_counts(steps, rules),
        accounts_declared=len(accounts),
        accounts_examined=len(examined),
        findings=_with_texts(blank, fields),
        not_validated=held_back,
        notes=notes,
        plan_sha256=digests["plan"],
        policy_sha256=digests["pack"],
        lexicon_sha256=digests["lexicon"],
        software=__version__,
        author=author,
    )


def _with_texts(findings: tuple[SummaryFinding, ...], fields: tuple[DraftField, ...]) -> tuple[SummaryFinding, ...]:
    """The findings with the redacted texts in place; fields come in the findings' order, three for each."""
    texts = [field.text for field in fields]
    return tuple(
        finding.model_copy(update=dict(zip(FIELDS, texts[3 * i : 3 * i + 3], strict=True)))
        for i, finding in enumerate(findings)
    )


def _step_counts(steps: list[Step], rules: Ruleset) -> tuple[SummaryStep, ...]:
    return tuple(
        SummaryStep(
            key=plan_step.key,
            title=plan_step.title,
            outcomes=dict(
                sorted(Counter(s.outcome.value for s in steps if s.key == plan_step.key and s.outcome).items())
            ),
        )
        for plan_step in rules.plan.steps
    )
