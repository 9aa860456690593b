"""What must be true before a case moves: each requirement looked up in the database, none taken from a caller.

`unmet` is the release gate: it names every law that is not met yet. Flows, commands and pages call it through
`cases.state.move`; none of them can leave one out.
"""

from collections.abc import Iterator

from schemas.case import Case, CaseState, DeclarationRow
from schemas.draft import Draft, Release, Review, ReviewDecision, UnmetRequirement, Validation
from schemas.evidence import VaultKey
from schemas.finding import Finding
from schemas.person import AgencyRole, Assignment, Person, Role
from schemas.round import Deviation, Frozen, Round
from vetting.cases.findings import blocked_findings
from vetting.cases.steps import missing_steps
from vetting.policy.controls import Control, enforces
from vetting.store import Tx

S = CaseState


def unmet_before(tx: Tx, case: Case, to: CaseState) -> list[UnmetRequirement]:
    """What is missing for a move to `to`."""
    checks = {
        S.DECLARED: [_declaration],
        S.COLLECTED: [_declaration, _steps, _withdrawn],
        S.DRAFTED: [_declaration, _steps],
        S.IN_REVIEW: [_declaration, _steps, _draft, _validation],
        S.APPROVED: [_declaration, _steps, _draft, _validation, _review],
        S.RELEASED: [
            _declaration,
            _steps,
            _deviations,
            _findings,
            _draft,
            _validation,
            _review,
            _readers,
            _content,
        ],
    }
    return [item for check in checks.get(to, []) for item in check(tx, case)]


@enforces(Control.FOUR_EYES)
def unmet(tx: Tx, case: Case) -> list[UnmetRequirement]:
    """Everything that still stands between a case and its release."""
    return unmet_before(tx, case, S.RELEASED)


def latest_draft(tx: Tx, case_id: str) -> Draft | None:
    """The newest draft of a case; older ones never count."""
    drafts = tx.all(Draft, order=("version",), case=case_id)
    return drafts[-1] if drafts else None


def declaration_version(tx: Tx, case_id: str) -> int:
    """The version of the declaration in force, 0 when there is none."""
    rows = tx.all(DeclarationRow, order=("version",), case=case_id)
    return rows[-1].version if rows else 0


def _say(law: int, code: str, message: str) -> UnmetRequirement:
    return UnmetRequirement(law=law, code=code, message=message)


@enforces(Control.MANDATORY_DECLARATION, Control.NOTICE_ACKNOWLEDGED)
def _declaration(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    if not declaration_version(tx, case.id):
        yield _say(3, "declaration_missing", "The candidate has not declared accounts, or an explicit none.")


def _steps(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    missing = missing_steps(tx, case)
    if missing:
        yield _say(
            2,
            "steps_missing",
            f"Steps of the plan without an outcome: {', '.join(missing[:8])}{' ...' if len(missing) > 8 else ''}.",
        )


def _withdrawn(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    for row in tx.all(Release, case=case.id, withdrawn_at=None):
        yield _say(8, "summary_in_force", f"{row.id} is released and was not withdrawn.")


def _deviations(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    for row in tx.all(Deviation, round=case.round, decided_by=None):
        if row.case in {None, case.id}:
            yield _say(2, "deviation_undecided", f"Deviation {row.id} is not decided.")


def _findings(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    draft = latest_draft(tx, case.id)
    blocked = blocked_findings(tx, case.id)
    for finding in draft.findings if draft else ():
        if finding in blocked:
            yield _say(6, blocked[finding], f"Finding {finding} is in the draft and not validated.")


def _draft(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    draft = latest_draft(tx, case.id)
    if draft is None:
        yield _say(7, "draft_missing", "There is no draft.")
        return
    gone = tx.find(Release, draft=draft.id)
    if gone is not None and gone.withdrawn_at is not None:
        yield _say(
            6, "draft_withdrawn", f"{gone.id} was made from the newest draft and withdrawn: a new draft is needed."
        )
    current = tx.get(Round, case.round).version
    lexicon = tx.get(Frozen, f"{case.round}.v{current}").digests["lexicon"]
    if draft.plan_version != current:
        yield _say(
            2,
            "draft_of_old_plan",
            f"The draft is of plan version {draft.plan_version}, in force is {current}.",
        )
    if draft.declaration_version != declaration_version(tx, case.id):
        yield _say(2, "draft_of_old_declaration", "The draft is older than the declaration in force.")
    if draft.lexicon_sha256 != lexicon:
        yield _say(7, "lexicon_differs", "The draft was redacted with another lexicon than the round's.")
    if not draft.confirmed:
        yield _say(7, "spans_not_confirmed", "The author has not confirmed the redactions.")


@enforces(Control.VALIDATE_BEFORE_USE, Control.LEAK_CHECK)
def _validation(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    draft = latest_draft(tx, case.id)
    if draft is None:
        return
    # By number: a clock that was set back must not make an older report the latest.
    reports = sorted(tx.all(Validation, draft=draft.id), key=lambda report: int(report.id.rpartition("-")[2]))
    if not reports:
        yield _say(6, "not_validated", "The draft has no validation report.")
    elif reports[-1].text_sha256 != draft.text_sha256:
        yield _say(6, "validated_other_text", "The validation report is of another text.")
    elif not reports[-1].passed:
        yield _say(6, "validation_failed", f"The validation report failed: {', '.join(reports[-1].failures)}.")


def _review(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    draft = latest_draft(tx, case.id)
    if draft is None:
        return
    review = tx.find(Review, draft=draft.id, decision=ReviewDecision.APPROVED)
    if review is None:
        yield _say(8, "not_approved", "No second person has approved the draft.")
    elif review.reviewer == draft.author or review.text_sha256 != draft.text_sha256 or not review.certified:
        yield _say(8, "approval_does_not_count", "The approval is by the author, of another text, or not certified.")


@enforces(Control.SEALED_TO_READERS)
def _readers(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    rows = tx.all(Assignment, round=case.round, role=Role.DECISION_MAKER, ended_at=None)
    if not rows:
        yield _say(9, "no_reader", "The round has no decision maker to seal the summary to.")
    for row in rows:
        if not tx.get(Person, row.person).active:
            yield _say(9, "reader_inactive", f"Decision maker {row.person} is not active: end the assignment.")
        if any(a.role is not row.role for a in tx.all(Assignment, round=case.round, person=row.person)):
            yield _say(1, "decider_holds_other_role", f"Decision maker {row.person} holds or held another role.")
        if tx.count(AgencyRole, person=row.person, role=Role.ADMINISTRATOR):
            yield _say(1, "decider_administers", f"Decision maker {row.person} is or was an administrator.")


def _content(tx: Tx, case: Case) -> Iterator[UnmetRequirement]:
    if tx.get(VaultKey, case.id).destroyed_at is not None:
        yield _say(12, "disposed", "The content of this case was disposed of.")


def authors(tx: Tx, draft: Draft) -> frozenset[str]:
    """Everybody who wrote a part of a draft: any version of it, or any version of a finding of its case."""
    drafts = {d.author for d in tx.all(Draft, case=draft.case)}
    return frozenset(drafts | {f.author for f in tx.all(Finding, case=draft.case)})
