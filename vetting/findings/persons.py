"""Looks in captured profiles for what speaks for an account being the candidate's, and proposes it to the investigator.

- Proposals are never a judgement: only an investigator attributes (law 6), and nothing is held back or released by one.
- Only what was collected by the plan is read, and only the account's own words: no picture is compared with any other, and
  nothing is looked up. That something was not found is no factor against: names are short forms, profiles are empty.
- A one-time code is voluntary: the candidate puts it on the profile and takes it away again. It is no password, opens
  nothing, and says nothing about what it is for.
"""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from schemas.account import DeclaredAccount
from schemas.case import Account, Step
from schemas.declaration import CandidateIdentity
from schemas.evidence import AccountCode, AttributionFactor, Evidence, ObjectKind, Proposal
from schemas.plan import StepAction
from schemas.post import Authorship, Post
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases.declared import declared_accounts, identity
from vetting.clock import now
from vetting.errors import StateError
from vetting.findings.leads import forms_of, written_forms
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.store import Tx
from vetting.vault.custody import checked, posts_of

F = AttributionFactor
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No letter or digit that is taken for another."""
_LATE = timedelta(minutes=5)
_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]+")


@dataclass(frozen=True)
class Proposed:
    """The factors found for one account, each with the evidence items it was found in."""

    account: str
    factors: dict[AttributionFactor, tuple[str, ...]]


@enforces(Control.RIGHT_PERSON)
def propose_factors(office: Office, actor: Actor, case_id: str) -> list[Proposed]:
    """Collect the factors for every declared account of a case, and record them as proposals.

    Raises:
        StateError: `declaration_missing`.
        IntegrityError: `evidence_altered`.

    """
    # (1) What was declared, and what was captured of each account, checked against its digest. (2) The factors. (3) A
    # proposal where something changed since the last one. (4) The event, with factors and counts.
    with act(
        office.store, actor, Action.ATTRIBUTION_PROPOSED, Permission.CASE_ATTRIBUTION_RECORD, case=case_id
    ) as deed:
        tx = deed.tx
        accounts = declared_accounts(office.vault, tx, case_id)
        person = identity(office.vault, tx, case_id)
        current = {row.id for row in tx.all(Account, case=case_id, until=None)}
        made = []
        for account in (each for each in accounts if each.id in current):
            others = [each for each in accounts if each.id != account.id]
            captured = _captured(office, tx, case_id, account.id)  # (1)
            found = Proposed(account.id, _factors(person, others, captured, _codes(office, tx, account.id)))  # (2)
            _record(tx, actor, case_id, found)  # (3)
            made.append(found)
        deed.note(proposed={each.account: tuple(factor.value for factor in each.factors) for each in made})  # (4)
        return made


def issue_code(office: Office, actor: Actor, account_id: str) -> str:
    """Make a one-time code that the candidate may put on a declared profile; returns the code itself.

    Raises:
        StateError: `account_dropped`, when a later declaration dropped the account.

    """
    case_id = account_id.rpartition(".")[0]
    with act(
        office.store, actor, Action.CODE_ISSUED, Permission.CASE_ATTRIBUTION_RECORD, case=case_id, subject=account_id
    ) as deed:
        if deed.tx.get(Account, account_id).until is not None:
            raise StateError("account_dropped", f"Account {account_id} was dropped by a later declaration.", law=3)
        code = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3))
        number = deed.tx.count(AccountCode, account=account_id) + 1
        row = AccountCode(
            id=f"{account_id}.code-{number}",
            case=case_id,
            account=account_id,
            number=number,
            object=office.vault.put(deed.tx, case_id, ObjectKind.CODE, code.encode()),
            issued_by=actor.person,
            issued_at=now(),
        )
        deed.tx.add(row)
        deed.note(issued=row.id)
        return code


@dataclass(frozen=True)
class _Capture:
    row: Evidence
    profile: bool
    own: tuple[Post, ...]


def _captured(office: Office, tx: Tx, case_id: str, account_id: str) -> list[_Capture]:
    captured = []
    for row in tx.all(Evidence, order=("kept_at", "id"), case=case_id, account=account_id):
        checked(office.vault, tx, row.id)
        own = tuple(post for post in posts_of(office.vault, tx, row) if post.authorship is Authorship.OWN)
        captured.append(_Capture(row, tx.get(Step, row.step).action is StepAction.PROFILE, own))
    return captured


def _codes(office: Office, tx: Tx, account_id: str) -> list[tuple[AccountCode, str]]:
    rows = tx.all(AccountCode, order=("number",), account=account_id)
    return [(row, office.vault.get(tx, row.object, ObjectKind.CODE, scope=row.case).decode()) for row in rows]


def _factors(
    person: CandidateIdentity,
    others: list[DeclaredAccount],
    captured: list[_Capture],
    codes: list[tuple[AccountCode, str]],
) -> dict[AttributionFactor, tuple[str, ...]]:
    """What was found; being declared comes first and needs no evidence."""
    profiles = [capture for capture in captured if capture.profile]
    names = {_name(name) for name in (person.full_name, *person.other_names)}
    digests = {digest for email in person.emails for digest in _digests(email)}
    # the bare name of a host is an account only where the candidate declared it as one
    known = {f for other in others for f in forms_of(other) if "/" in f or f in written_forms(other.url or "")}
    found = {
        F.LINK_BACK: _where(profiles, lambda post: bool(known & _linked(post))),
        F.SAME_NAME: _where(profiles, lambda post: bool(names & {_name(line) for line in post.text.split("\n")})),
        F.EMAIL_DIGEST: _where(profiles, lambda post: any(d in _addresses(post).lower() for d in digests)),
        F.CODE_POSTED: tuple(
            capture.row.id
            for capture in captured
            if any(
                capture.row.captured_at >= row.issued_at - _LATE and any(_holds(post, code) for post in capture.own)
                for row, code in codes
            )
        ),
    }
    return {F.DECLARED: (), **{factor: ids for factor, ids in found.items() if ids}}


def _where(captured: list[_Capture], holds: Callable[[Post], bool]) -> tuple[str, ...]:
    return tuple(capture.row.id for capture in captured if any(holds(post) for post in capture.own))


def _linked(post: Post) -> set[str]:
    """The addresses that a post leads to, in the spelling of `forms_of`."""
    return {form for link in (*post.links, *_ADDRESS.findall(post.text)) for form in written_forms(link)}


def _addresses(post: Post) -> str:
    return "\n".join((*post.links, *(media.url for media in post.media), *_ADDRESS.findall(post.text)))


def _holds(post: Post, code: str) -> bool:
    return code in post.text.upper()


def _name(text: str) -> str:
    """A name in one spelling: compatibility forms, accents, case and spaces make no difference."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(
        "".join(c if c.isalnum() or c in "'-" else " " for c in plain if not unicodedata.combining(c)).split()
    )


def _digests(email: str) -> Iterable[str]:
    """The digests by which avatar services name an address: SHA-256, and MD5 as they did before."""
    data = email.strip().lower().encode()
    yield hashlib.sha256(data).hexdigest()
    yield hashlib.md5(data, usedforsecurity=False).hexdigest()


def _record(tx: Tx, actor: Actor, case_id: str, found: Proposed) -> None:
    factors = tuple(found.factors)
    evidence = tuple(dict.fromkeys(item for ids in found.factors.values() for item in ids))
    rows = tx.all(Proposal, order=("number",), account=found.account)
    if rows and (rows[-1].factors, rows[-1].evidence) == (factors, evidence):
        return
    number = len(rows) + 1
    tx.add(
        Proposal(
            id=f"{found.account}.proposal-{number}",
            case=case_id,
            account=found.account,
            number=number,
            factors=factors,
            evidence=evidence,
            proposed_by=actor.person,
            proposed_at=now(),
        )
    )
