"""Undeclared accounts that turn up: a lead for the candidate's interview, and nothing that anybody collects (law 3).

- What turned up lies in the vault; no stage of collection reads it, and a lead has no step, no account and no capture.
- It becomes a finding only with the code for not disclosing, and only after the interview is recorded: the candidate is
  asked before anything is held against them (New Canaan VII. A).
- Nothing is edited: a second interview is a further record, and the latest counts.
"""

import re
from urllib.parse import urlsplit

from schemas.account import DeclaredAccount
from schemas.evidence import ObjectKind
from schemas.lead import Lead, LeadAnswer, LeadContent, LeadInterview
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases.declared import declared_accounts
from vetting.clock import now
from vetting.errors import InputError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.store import Tx

CLAUSE = "New Canaan General Order 13-01-116, VII. A"


@enforces(Control.PLAN_ONLY)
def record_lead(office: Office, actor: Actor, case_id: str, content: LeadContent) -> str:
    """Record an undeclared account that turned up; returns the lead's id.

    Raises:
        StateError: `declaration_missing`: before it, nothing is undeclared.
        InputError: `lead_declared`, when the candidate has declared that account.

    """
    with act(office.store, actor, Action.LEAD_RECORDED, Permission.CASE_LEAD_RECORD, case=case_id) as deed:
        tx = deed.tx
        known = {form for account in declared_accounts(office.vault, tx, case_id) for form in forms_of(account)}
        if known & written_forms(content.where):
            raise InputError(
                "lead_declared",
                f"The candidate of {case_id} has declared this account; the plan's steps look at it.",
                law=3,
                remedy="See its evidence with `vetting evidence list`.",
            )
        number = tx.count(Lead, case=case_id) + 1
        lead_id = f"{case_id}.lead-{number}"
        tx.add(
            Lead(
                id=lead_id,
                case=case_id,
                number=number,
                object=office.vault.put(tx, case_id, ObjectKind.LEAD, content.model_dump_json().encode()),
                recorded_by=actor.person,
                recorded_at=now(),
            )
        )
        deed.subject = lead_id
        return lead_id


def record_interview(office: Office, actor: Actor, lead_id: str, answer: LeadAnswer, note: str) -> str:
    """Record what the candidate said when they were asked about a lead; returns the interview's id.

    Raises:
        InputError: `note_missing`: an answer in a word cannot be judged by anybody else.

    """
    case_id = lead_id.rpartition(".")[0]
    with act(
        office.store, actor, Action.LEAD_INTERVIEWED, Permission.CASE_LEAD_RECORD, case=case_id, subject=lead_id
    ) as deed:
        deed.tx.get(Lead, lead_id)
        if len(note.strip()) < 10:
            raise InputError(
                "note_missing",
                f"Say what the candidate answered about {lead_id}.",
                remedy="A sentence or two, with the reason they gave, if any.",
            )
        number = deed.tx.count(LeadInterview, lead=lead_id) + 1
        row = LeadInterview(
            id=f"{lead_id}.interview-{number}",
            case=case_id,
            lead=lead_id,
            number=number,
            answer=answer,
            note_object=office.vault.put(deed.tx, case_id, ObjectKind.NOTE, note.encode()),
            recorded_by=actor.person,
            recorded_at=now(),
        )
        deed.tx.add(row)
        deed.note(interview=row.id, answer=answer.value)
        return row.id


def list_leads(office: Office, actor: Actor, case_id: str) -> list[tuple[Lead, LeadInterview | None]]:
    """The leads of a case, each with its latest interview; no content."""
    with act(office.store, actor, Action.STATUS_READ, Permission.CASE_LEAD_READ, case=case_id) as deed:
        deed.note(listed=Action.LEAD_RECORDED.value)
        rows = deed.tx.all(Lead, order=("number",), case=case_id)
        return [(row, latest_interview(deed.tx, row.id)) for row in rows]


def read_lead(office: Office, actor: Actor, lead_id: str) -> tuple[LeadContent, list[tuple[LeadInterview, str]]]:
    """What turned up, and what the candidate said about it."""
    case_id = lead_id.rpartition(".")[0]
    with act(office.store, actor, Action.LEAD_OPENED, Permission.CASE_LEAD_READ, case=case_id, subject=lead_id) as deed:
        tx = deed.tx
        row = tx.get(Lead, lead_id)
        content = office.vault.get(tx, row.object, ObjectKind.LEAD, scope=case_id)
        return LeadContent.model_validate_json(content), [
            (each, office.vault.get(tx, each.note_object, ObjectKind.NOTE, scope=case_id).decode())
            for each in tx.all(LeadInterview, order=("number",), lead=lead_id)
        ]


def latest_interview(tx: Tx, lead_id: str) -> LeadInterview | None:
    """The interview that counts."""
    rows = tx.all(LeadInterview, order=("number",), lead=lead_id)
    return rows[-1] if rows else None


def require_interviewed(tx: Tx, case_id: str, lead_id: str) -> None:
    """Refuse a finding on a lead that is not this candidate's, or about which nobody asked them.

    Raises:
        InputError: `lead_of_other_case`.
        StateError: `interview_missing`.

    """
    row = tx.find(Lead, id=lead_id)
    if row is None or row.case != case_id:
        raise InputError("lead_of_other_case", f"{case_id} has no such lead.", remedy="See `vetting lead list`.")
    if latest_interview(tx, lead_id) is None:
        raise StateError(
            "interview_missing",
            f"The candidate was not asked about {lead_id} yet.",
            law=6,
            clause=CLAUSE,
            remedy=f"Ask them, and record the answer with `vetting lead interview {lead_id}`.",
        )


def forms_of(account: DeclaredAccount) -> set[str]:
    """The ways in which an account may be written down, brought to one spelling."""
    written = {account.url or "", account.target, account.handle or ""}
    if account.host and account.user:
        written |= {f"{account.host}/@{account.user}", f"@{account.user}@{account.host}"}
    return {form for text in written for form in written_forms(text)}


def written_forms(text: str) -> set[str]:
    """An address or handle as it was written, brought to one spelling: without scheme, `www.` and closing slash."""
    plain = text.strip().casefold()
    if not plain:
        return set()
    address = urlsplit(plain if "://" in plain else f"//{plain}")
    host = (address.netloc or "").removeprefix("www.")
    forms = {plain.removeprefix("@")}
    if "." in host and not re.search(r"\s", plain):
        forms.add(f"{host}{address.path.rstrip('/')}{f'?{address.query}' if address.query else ''}")
    return forms
