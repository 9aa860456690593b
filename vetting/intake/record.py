"""Records a declaration: content into the vault, numbers into the database. Amendments are versions, never edits.

An account that stays in an amended declaration keeps its number; one that is dropped keeps its history.
"""

from schemas.account import DeclaredAccount
from schemas.case import Account, Case, CaseState, DeclarationRow
from schemas.declaration import Declaration
from schemas.platform import PlatformList
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases import back_to, declaration_version, move
from vetting.cases.declared import declared_accounts, write_declared
from vetting.clock import now
from vetting.errors import InputError, StateError
from vetting.intake.duplicates import account_key
from vetting.intake.resolve import resolve_account
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.rounds.opening import ruleset
from vetting.store import Tx


@enforces(Control.MANDATORY_DECLARATION, Control.NOTICE_ACKNOWLEDGED)
def record_declaration(office: Office, actor: Actor, declaration: Declaration, platforms: PlatformList) -> str:
    """Record one candidate's declaration; returns the case id.

    Raises:
        InputError: `unknown_id` for an unknown round or candidate, `kind_differs`, `version_differs`, `acknowledged_in_future`.
        StateError: `already_released`; `platforms_differ`, when the list is not the one the round was frozen with.

    """
    case_id = f"{declaration.round}.{declaration.candidate:03d}"
    with act(
        office.store, actor, Action.DECLARATION_RECORDED, Permission.CASE_DECLARATION_RECORD, case=case_id
    ) as deed:
        tx = deed.tx
        case = tx.get(Case, case_id)
        if platforms != ruleset(tx, case.round).platforms:
            raise StateError(
                "platforms_differ",
                f"{case.round} was opened with another list of platforms.",
                law=2,
                remedy="Read the declaration by the round's own list; a changed list is a new plan version for everybody.",
            )
        version = _next_version(tx, case, declaration)
        accounts = _number_accounts(office, tx, case, declaration, platforms, version)
        object_id = write_declared(office.vault, tx, case_id, declaration.identity, accounts)
        tx.add(
            DeclarationRow(
                id=f"{case_id}.declaration-{version}",
                case=case_id,
                version=version,
                none_declared=declaration.none_declared,
                accounts=len(accounts),
                notice_version=declaration.notice_version,
                acknowledged_on=declaration.notice_acknowledged_on,
                object=object_id,
                recorded_at=now(),
                recorded_by=actor.person,
            )
        )
        if case.state is CaseState.OPEN:
            move(tx, case_id, CaseState.DECLARED)
        else:
            back_to(tx, case_id, CaseState.DECLARED)
        deed.subject = f"{case_id}.declaration-{version}"
        deed.note(
            version=version,
            accounts=len(accounts),
            account_ids=tuple(a.id for a in accounts),
            none_declared=declaration.none_declared,
            notice=declaration.notice_version,
        )
        return case_id


def _next_version(tx: Tx, case: Case, declaration: Declaration) -> int:
    have = declaration_version(tx, case.id)
    if declaration.kind is not case.kind:
        raise InputError(
            "kind_differs",
            f"{case.id} is entered in the round as {case.kind.value}, the declaration says {declaration.kind.value}.",
            remedy="Correct the declaration, or the round before it is opened.",
        )
    if (declaration.supersedes or 0) != have:
        raise InputError(
            "version_differs",
            f"{case.id} has declaration version {have or 'none'}; this one amends {declaration.supersedes or 'none'}.",
            remedy=f"To amend it, set `supersedes: {have}`; if nothing has changed, leave this candidate out of the file."
            if have
            else "Leave `supersedes` out of a first declaration.",
        )
    if declaration.notice_acknowledged_on > now().date():
        raise InputError(
            "acknowledged_in_future",
            f"The notice of {case.id} is acknowledged on a day to come.",
            remedy="Check the date.",
        )
    return have + 1


def _number_accounts(
    office: Office, tx: Tx, case: Case, declaration: Declaration, platforms: PlatformList, version: int
) -> list[DeclaredAccount]:
    by_id = {p.id: p for p in platforms.platforms}
    known = {account_key(a): a.id for a in declared_accounts(office.vault, tx, case.id)} if version > 1 else {}
    numbered: list[DeclaredAccount] = []
    count = tx.count(Account, case=case.id)
    for entry in declaration.accounts:
        platform = by_id.get(entry.platform)
        if platform is None:
            raise InputError(
                "unknown_platform",
                f"{case.id} declares a platform that the round does not know.",
                remedy="See `vetting policy platforms`.",
            )
        account = resolve_account(
            f"{case.id}.A0", entry, platform, allow_private_hosts=office.settings.allow_private_hosts
        )
        account_id = known.pop(account_key(account), "")
        if not account_id:
            count += 1
            account_id = f"{case.id}.A{count}"
            tx.add(Account(id=account_id, case=case.id, method=account.method, since=version))
        numbered.append(account.model_copy(update={"id": account_id}))
    for dropped in known.values():
        tx.change(Account, dropped, expect={"until": None}, until=version)
    return numbered
