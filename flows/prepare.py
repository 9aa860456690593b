"""Prepares the drafts of a round: one task for each candidate whose findings stand (step 6 of the data's way)."""

from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import ThreadPoolTaskRunner

from flows.desk import desk, only_refusals
from flows.results import Results
from schemas.case import Case, CaseState
from vetting.redaction.drafting import prepare_draft
from vetting.redaction.engine import redactor


def prepare(round_id: str, case_ids: list[str] | None = None) -> Results:
    """Draft each collected case, or just those named and say what came of it."""
    with desk().office.store.reading() as tx:
        cases = [c.id for c in tx.all(Case, order=("number",), round=round_id) if c.state is CaseState.COLLECTED]
    chosen = case_ids if case_ids is not None else cases
    runner: Any = ThreadPoolTaskRunner(max_workers=2)
    with only_refusals():
        return prepare_flow.with_options(task_runner=runner)(round_id, chosen)


@flow(name="prepare", persist_result=False, log_prints=False, validate_parameters=False, flow_run_name="{round_id}")
def prepare_flow(round_id: str, case_ids: list[str]) -> Results:  # noqa: ARG001  (names the run in Prefect)
    """One task for each case."""
    futures = {case_id: prepare_case.submit(case_id) for case_id in case_ids}
    results = Results()
    for done, (case_id, future) in enumerate(futures.items(), start=1):
        outcome = future.result(raise_on_failure=False)
        results.put(case_id, outcome)
        desk().progress(done, len(futures), case_id)
    return results


@task(
    name="prepare-case",
    persist_result=False,
    log_prints=False,
    cache_policy=NO_CACHE,
    task_run_name="prepare {case_id}",
)
def prepare_case(case_id: str) -> str:
    """Build and redact the draft of one case; returns its id."""
    with only_refusals():
        return prepare_draft(desk().office, desk().actor, case_id, redactor(desk().office.settings.config_dir))
