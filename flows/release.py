"""Releases the approved summaries of a round: one task for each candidate (step 9 of the data's way)."""

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.desk import desk, only_refusals
from flows.results import Results
from schemas.case import Case, CaseState
from vetting.sealing.release import release


def release_round(round_id: str) -> Results:
    """Release each approved case and say what came of it."""
    with desk().office.store.reading() as tx:
        cases = [c.id for c in tx.all(Case, order=("number",), round=round_id) if c.state is CaseState.APPROVED]
    with only_refusals():
        return release_flow(round_id, cases)


@flow(name="release", persist_result=False, log_prints=False, validate_parameters=False, flow_run_name="{round_id}")
def release_flow(round_id: str, case_ids: list[str]) -> Results:  # noqa: ARG001  (names the run in Prefect)
    """One task for each case, in order; a refusal of one does not stop the others."""
    results = Results()
    for done, case_id in enumerate(case_ids, start=1):
        state = release_case(case_id, return_state=True)
        outcome = state.result(raise_on_failure=False)
        results.put(case_id, outcome)
        desk().progress(done, len(case_ids), case_id)
    return results


@task(
    name="release-case",
    persist_result=False,
    log_prints=False,
    cache_policy=NO_CACHE,
    task_run_name="release {case_id}",
)
def release_case(case_id: str) -> str:
    """Seal one approved case; returns the summary's id."""
    with only_refusals():
        return release(desk().office, desk().actor, case_id).id
