"""The steps every candidate gets: plan x declared accounts, expanded the same way for all (law 2).

A candidate who declared none, or a step done once per candidate, has a row with no account. An account a later
declaration dropped keeps its outcomes on record and needs no new ones.
"""

from schemas.capture import StepOutcome
from schemas.case import Account, Case, Step
from schemas.plan import SearchPlan, StepScope
from schemas.round import Frozen, Round
from vetting.clock import now
from vetting.errors import StateError
from vetting.policy.controls import Control, enforces
from vetting.policy.load import digest_of
from vetting.store import Tx


def plan_in_force(tx: Tx, round_id: str) -> tuple[int, SearchPlan]:
    """The frozen plan of a round and its version.

    Raises:
        StateError: `frozen_altered`, when it does not match its digest.

    """
    version = tx.get(Round, round_id).version
    row = tx.get(Frozen, f"{round_id}.v{version}")
    plan = SearchPlan.model_validate(row.documents["plan"])
    if digest_of(row.documents["plan"]) != row.digests["plan"]:
        raise StateError(
            "frozen_altered",
            f"The frozen plan of {row.id} does not match its digest.",
            law=2,
            remedy="Stop and tell the auditor.",
        )
    return version, plan


def current_accounts(tx: Tx, case_id: str) -> list[Account]:
    """The accounts of the declaration in force, in order."""
    return sorted(tx.all(Account, case=case_id, until=None), key=lambda a: int(a.id.rsplit("A", 1)[1]))


def wanted(plan: SearchPlan, accounts: list[Account]) -> list[tuple[int, str, str]]:
    """(ordinal, step key, account id or empty) of every step a candidate with these accounts gets."""
    rows = []
    for ordinal, step in enumerate(plan.steps, start=1):
        if step.scope is StepScope.CANDIDATE or not accounts:
            rows.append((ordinal, step.key, ""))
        else:
            rows += [(ordinal, step.key, account.id) for account in accounts]
    return rows


@enforces(Control.UNIFORM_PLAN)
def expand(tx: Tx, case: Case) -> list[Step]:
    """Make the missing step rows of a case; repeated calls change nothing. Returns those without an outcome, in order.

    An account step of a candidate who declared none is done at once: not applicable, because none was declared.
    """
    version, plan = plan_in_force(tx, case.round)
    have = {(s.key, s.account): s for s in _current(tx, case.id, version)}
    actions = {s.key: s for s in plan.steps}
    number = tx.count(Step, case=case.id)
    for ordinal, key, account in wanted(plan, current_accounts(tx, case.id)):
        if (key, account) in have:
            continue
        number += 1
        none_declared = not account and actions[key].scope is StepScope.ACCOUNT
        row = Step(
            id=f"{case.id}.S{number}",
            case=case.id,
            account=account,
            version=version,
            key=key,
            action=actions[key].action,
            ordinal=ordinal,
            attempt=1,
            outcome=StepOutcome.NOT_APPLICABLE if none_declared else None,
            reason="none_declared" if none_declared else "",
            finished_at=now() if none_declared else None,
            started_at=now() if none_declared else None,
            actor="system" if none_declared else "",
        )
        tx.add(row)
        have[key, account] = row
    return sorted((s for s in have.values() if s.outcome is None), key=lambda s: (s.ordinal, s.id))


def _current(tx: Tx, case_id: str, version: int) -> list[Step]:
    """The newest attempt of each step under one plan version."""
    newest: dict[tuple[str, str], Step] = {}
    for step in tx.all(Step, order=("attempt",), case=case_id, version=version):
        newest[step.key, step.account] = step
    return list(newest.values())


def current_steps(tx: Tx, case: Case) -> list[Step]:
    """The newest attempt of each wanted step, in the plan's order."""
    version, plan = plan_in_force(tx, case.round)
    keys = {(key, account) for _, key, account in wanted(plan, current_accounts(tx, case.id))}
    rows = [s for s in _current(tx, case.id, version) if (s.key, s.account) in keys]
    return sorted(rows, key=lambda s: (s.ordinal, s.account))


def missing_steps(tx: Tx, case: Case) -> list[str]:
    """Names of wanted steps without an outcome, for messages: step key and account number."""
    version, plan = plan_in_force(tx, case.round)
    done = {(s.key, s.account) for s in _current(tx, case.id, version) if s.outcome is not None}
    return [
        f"{key} of {account}" if account else key
        for _, key, account in wanted(plan, current_accounts(tx, case.id))
        if (key, account) not in done
    ]
