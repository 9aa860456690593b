"""Collects a round: plan x declared accounts, the same for every candidate; may be stopped and run again at any point.

A task is one account: Prefect costs about 20 ms a task, so one for each post would cost more than the work. What a
task did is in our database, step by step; Prefect's state is never asked what is true (ADR 0002).
"""

from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import ThreadPoolTaskRunner

from flows.desk import desk, only_refusals
from schemas.capture import Capture
from schemas.case import Account, Case, CaseState, Step
from schemas.round import Round
from vetting.access import Permission, act
from vetting.audit.tags import Action
from vetting.cases import expand, plan_in_force, settle
from vetting.cases.declared import declared_accounts, identity
from vetting.clock import now
from vetting.collection import collect_step, is_automatic
from vetting.collection.keep import keep, window_for
from vetting.errors import CollectionError, StateError
from vetting.policy.controls import Control, enforces
from vetting.rounds.opening import open_only


@enforces(Control.UNIFORM_PLAN, Control.PLAN_ONLY)
def collect(round_id: str) -> list[str]:
    """Do every automatic step that has no outcome yet; returns the ids of steps that wait for a person.

    Raises:
        StateError: `round_closed`; `collection_incomplete`, when parts stopped on a fault of this machine.

    """
    work = begin(round_id)
    runner: Any = ThreadPoolTaskRunner(max_workers=desk().office.settings.workers)
    with only_refusals():
        stopped = collect_flow.with_options(task_runner=runner)(round_id, [account for account, _ in work])
    waiting = finish(round_id)
    if stopped:
        raise StateError(
            "collection_incomplete",
            f"{len(stopped)} accounts of {round_id} stopped on a fault: {', '.join(stopped[:8])}{' ...' if len(stopped) > 8 else ''}.",
            remedy="Nothing was lost: run `vetting collect` again.",
        )
    return waiting


@flow(name="collect", persist_result=False, log_prints=False, validate_parameters=False, flow_run_name="{round_id}")
def collect_flow(round_id: str, accounts: list[str]) -> list[str]:  # noqa: ARG001  (names the run in Prefect)
    """One task for each account; returns the accounts whose task stopped on a fault."""
    futures = {account: collect_account.submit(account) for account in accounts}
    total = len(futures)
    stopped = []
    for done, (account, future) in enumerate(futures.items(), start=1):
        future.wait()
        if future.state.is_failed() or future.state.is_crashed():
            stopped.append(account)
        desk().progress(done, total, account)
    return stopped


def _world_failed(_task: object, _run: object, state: object) -> bool:
    """Whether another attempt can help: a fault of storage or network, and not a refusal."""
    error = getattr(state, "data", None)
    return isinstance(error, CollectionError) or isinstance(getattr(error, "error", None), CollectionError)


@task(
    name="collect-account",
    retries=2,
    retry_delay_seconds=[1, 5],
    retry_condition_fn=_world_failed,
    persist_result=False,
    log_prints=False,
    cache_policy=NO_CACHE,
    task_run_name="collect {account_id}",
)
def collect_account(account_id: str) -> int:
    """Do the pending automatic steps of one account, in the plan's order; returns how many."""
    with only_refusals():
        return collect_one(account_id)


def collect_one(account_id: str) -> int:
    """The task's work, apart from Prefect."""
    office, actor = desk().office, desk().actor
    case_id = account_id.rpartition(".")[0]
    with office.store.reading() as tx:
        case = tx.get(Case, case_id)
        _, plan = plan_in_force(tx, case.round)
        round_ = tx.get(Round, case.round)
        account = next(a for a in declared_accounts(office.vault, tx, case_id) if a.id == account_id)
        window = window_for(round_, plan, identity(office.vault, tx, case_id))
        pending = _pending(tx.all(Step, order=("ordinal",), case=case_id, account=account_id, version=round_.version))
    by_key = {step.key: step for step in plan.steps}
    for step in pending:
        started = now()
        capture: Capture = collect_step(by_key[step.key], account, plan, window, office.settings)
        keep(office, actor, step.id, capture, started_at=started)
    return len(pending)


def _pending(steps: list[Step]) -> list[Step]:
    return [s for s in steps if s.outcome is None]


def begin(round_id: str) -> list[tuple[str, int]]:
    """Expand the plan for everybody who has declared; (account id, pending steps) of what a program can collect."""
    office = desk().office
    with act(
        office.store,
        desk().actor,
        Action.COLLECTION_STARTED,
        Permission.ROUND_COLLECTION_RUN,
        round_=round_id,
    ) as deed:
        open_only(deed.tx, round_id)
        work: list[tuple[str, int]] = []
        steps = 0
        for case in deed.tx.all(Case, order=("number",), round=round_id):
            if case.state is CaseState.OPEN or case.state is CaseState.DISPOSED:
                continue
            pending = expand(deed.tx, case)
            steps += len(pending)
            methods = {a.id: a.method for a in deed.tx.all(Account, case=case.id, until=None)}
            counts = {a: sum(s.account == a for s in pending) for a, method in methods.items() if is_automatic(method)}
            work += [(account, count) for account, count in counts.items() if count]
        deed.note(accounts=len(work), steps=steps)
        return work


def finish(round_id: str) -> list[str]:
    """Move every case whose steps are all done, and say which steps wait for a person."""
    office = desk().office
    with act(
        office.store,
        desk().actor,
        Action.COLLECTION_FINISHED,
        Permission.ROUND_COLLECTION_RUN,
        round_=round_id,
    ) as deed:
        waiting: list[str] = []
        for case in deed.tx.all(Case, order=("number",), round=round_id):
            if case.state is CaseState.DECLARED and not settle(deed.tx, case.id):
                waiting += [s.id for s in expand(deed.tx, case)]
        deed.note(waiting=len(waiting))
        return waiting
