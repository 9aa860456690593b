"""Collects a round: plan x declared accounts, the same for every candidate; may be stopped and run again at any point.

A task is one candidate: Prefect costs about 20 ms a task, as much as collecting an account of fifty posts, so one for
each account would double the work. What a task did is in our database, account by account; Prefect's state is never asked
what is true (ADR 0002). A run that is stopped does the account again that it was at, and no other.
"""

from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import ThreadPoolTaskRunner

from flows.desk import desk, only_refusals
from schemas.account import DeclaredAccount
from schemas.case import Account, Case, CaseState, DeclarationRow, Step
from schemas.declaration import CandidateIdentity
from schemas.plan import SearchPlan
from schemas.round import Round
from vetting.access import Permission, act, refusals_recorded, require
from vetting.audit.tags import Action
from vetting.cases import expand, plan_in_force, settle
from vetting.cases.declared import declared_in_force
from vetting.clock import now
from vetting.collection import collect_step, is_automatic
from vetting.collection.keep import Done, keep_all, window_for
from vetting.collection.transport import Connections
from vetting.errors import CollectionError, StateError
from vetting.policy.controls import Control, enforces
from vetting.rounds.opening import open_only
from vetting.store import Tx


@enforces(Control.UNIFORM_PLAN, Control.PLAN_ONLY)
def collect(round_id: str) -> list[str]:
    """Do every automatic step that has no outcome yet; returns the ids of steps that wait for a person.

    Raises:
        StateError: `round_closed`; `collection_incomplete`, when parts stopped on a fault of this machine.

    """
    cases: dict[str, list[str]] = {}
    for account in begin(round_id):
        cases.setdefault(account.rpartition(".")[0], []).append(account)
    runner: Any = ThreadPoolTaskRunner(max_workers=desk().office.settings.workers)
    _ = desk().hosts  # made here, once, before there are threads
    with only_refusals():
        stopped = collect_flow.with_options(task_runner=runner)(round_id, cases) if cases else []
    waiting = finish(round_id)
    if stopped:
        raise StateError(
            "collection_incomplete",
            f"{len(stopped)} candidates of {round_id} stopped on a fault: {', '.join(stopped[:8])}{' ...' if len(stopped) > 8 else ''}.",
            remedy="Nothing was lost: run `vetting collect` again.",
        )
    return waiting


@flow(name="collect", persist_result=False, log_prints=False, validate_parameters=False, flow_run_name="{round_id}")
def collect_flow(round_id: str, cases: dict[str, list[str]]) -> list[str]:  # noqa: ARG001  (names the run in Prefect)
    """One task for each candidate; returns those whose task stopped on a fault."""
    futures = {case: collect_case.submit(case, accounts) for case, accounts in cases.items()}
    stopped = []
    for done, (case, future) in enumerate(futures.items(), start=1):
        future.wait()
        if future.state.is_failed() or future.state.is_crashed():
            stopped.append(case)
        desk().progress(done, len(futures), case)
    return stopped


def _world_failed(_task: object, _run: object, state: object) -> bool:
    """Whether another attempt can help: a fault of storage or network, and not a refusal."""
    error = getattr(state, "data", None)
    return isinstance(error, CollectionError) or isinstance(getattr(error, "error", None), CollectionError)


@task(
    name="collect-case",
    retries=2,
    retry_delay_seconds=[1, 5],
    retry_condition_fn=_world_failed,
    persist_result=False,
    log_prints=False,
    cache_policy=NO_CACHE,
    task_run_name="collect {case_id}",
)
def collect_case(case_id: str, accounts: list[str]) -> int:  # noqa: ARG001  (names the run in Prefect)
    """Collect these accounts of one candidate, one after the other; returns how many steps were done."""
    with only_refusals():
        return collect_accounts(accounts)


def collect_accounts(accounts: list[str]) -> int:
    """Collect these accounts of one candidate, one after the other; returns how many steps were done. The work, apart from Prefect."""
    basis = Basis()
    return sum(collect_one(account, basis) for account in accounts)


class Basis:
    """What a candidate's accounts are collected by: the plan, checked against its digest, and the declaration.

    Both are opened and checked once, and again when another version is in force or the case's state has changed.
    """

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._found: tuple[SearchPlan, CandidateIdentity, list[DeclaredAccount]] | None = None

    def read(self, tx: Tx, case: Case, round_: Round) -> tuple[SearchPlan, CandidateIdentity, list[DeclaredAccount]]:
        """Plan, identity and declared accounts in force.

        Raises:
            StateError: `frozen_altered`, `declaration_missing`, `disposed`.
            IntegrityError: as `Vault.get`.

        """
        declarations = sorted(row.object for row in tx.all(DeclarationRow, case=case.id))
        of = (case.id, case.state, round_.version, *declarations)
        if self._found is None or of != self._of:
            _, plan = plan_in_force(tx, case.round)
            self._of, self._found = of, (plan, *declared_in_force(desk().office.vault, tx, case.id))
        return self._found


def collect_one(account_id: str, basis: Basis | None = None) -> int:
    """Do the pending automatic steps of one account, in the plan's order; returns how many."""
    office, actor = desk().office, desk().actor
    case_id = account_id.rpartition(".")[0]
    with (
        refusals_recorded(office.store, actor, Action.STEP_RECORDED, case=case_id, subject=account_id),
        office.store.reading() as tx,
    ):
        case = tx.get(Case, case_id)
        # Asked before the first request goes out, not only when its answer is kept.
        require(tx, actor.person, Permission.ROUND_COLLECTION_RUN, round_=case.round)
        round_ = tx.get(Round, case.round)
        plan, identity, declared = (basis or Basis()).read(tx, case, round_)
        account = next(a for a in declared if a.id == account_id)
        window = window_for(round_, plan, identity)
        pending = _pending(tx.all(Step, order=("ordinal",), case=case_id, account=account_id, version=round_.version))
    by_key = {step.key: step for step in plan.steps}
    done: list[Done] = []
    with Connections() as connections:
        for step in pending:
            started, planned = now(), by_key[step.key]
            capture = collect_step(
                planned, account, plan, window, office.settings, hosts=desk().hosts, connections=connections
            )
            done.append(Done(step.id, capture, started, finished_at=now()))
    if done:
        keep_all(office, actor, done)
    return len(done)


def _pending(steps: list[Step]) -> list[Step]:
    return [s for s in steps if s.outcome is None]


def begin(round_id: str) -> list[str]:
    """Expand the plan for everybody who has declared; the accounts with pending steps that a program can do."""
    office = desk().office
    with act(
        office.store,
        desk().actor,
        Action.COLLECTION_STARTED,
        Permission.ROUND_COLLECTION_RUN,
        round_=round_id,
    ) as deed:
        open_only(deed.tx, round_id)
        work: list[str] = []
        steps = 0
        for case in deed.tx.all(Case, order=("number",), round=round_id):
            if case.state is CaseState.OPEN or case.state is CaseState.DISPOSED:
                continue
            pending = expand(deed.tx, case)
            steps += len(pending)
            methods = {a.id: a.method for a in deed.tx.all(Account, case=case.id, until=None)}
            work += [a for a in dict.fromkeys(s.account for s in pending) if a and is_automatic(methods[a])]
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
