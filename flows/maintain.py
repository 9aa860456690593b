"""Nightly work: every evidence item checked against its digest, leftovers of interruptions removed, the log checkpointed.

It disposes of nothing: disposal needs a person's recorded authority (law 12).
"""

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.desk import desk, only_refusals
from schemas.case import Case, CaseState
from schemas.round import Round
from vetting.access import Permission, act
from vetting.audit.recorder import checkpoint
from vetting.audit.tags import Action
from vetting.vault.custody import verify_case


@flow(name="maintain", persist_result=False, log_prints=False, validate_parameters=False)
def maintain(round_id: str) -> list[str]:
    """Check one round; returns the ids of evidence that fails. Run by an investigator or reviewer of the round."""
    with only_refusals():
        office = desk().office
        with office.store.reading() as tx:
            tx.get(Round, round_id)
            cases = [c.id for c in tx.all(Case, order=("number",), round=round_id) if c.state is not CaseState.DISPOSED]
        bad = [item for case_id in cases for item in verify_evidence(case_id)]
        with act(
            office.store, desk().actor, Action.VAULT_SWEPT, Permission.CASE_EVIDENCE_LIST, round_=round_id
        ) as deed:
            deed.note(removed=office.vault.sweep(deed.tx), bad=len(bad))
        with office.store.transaction() as tx:
            checkpoint(tx, office.keys)
        return bad


@task(
    name="verify-evidence",
    persist_result=False,
    log_prints=False,
    cache_policy=NO_CACHE,
    task_run_name="verify {case_id}",
)
def verify_evidence(case_id: str) -> list[str]:
    """Check one case's evidence."""
    with only_refusals():
        return verify_case(desk().office, desk().actor, case_id)
