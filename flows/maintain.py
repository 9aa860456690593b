"""Nightly work: all evidence of a round checked again, leftovers of interruptions removed, the log checked and signed.

It disposes of nothing: disposal needs a person's recorded authority (law 12).
"""

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.desk import desk, only_refusals
from schemas.case import Case, CaseState
from schemas.round import Round
from vetting.access import Permission, act, refusals_recorded
from vetting.audit.recorder import checkpoint
from vetting.audit.tags import Action
from vetting.vault.verification import check_case, failed


@flow(name="maintain", persist_result=False, log_prints=False, validate_parameters=False)
def maintain(round_id: str) -> list[str]:
    """Check one round; returns the ids of evidence that fails. Run by an investigator or reviewer of the round.

    Raises:
        IntegrityError: `log_altered`; the rows were compared with a log that is not the one that was signed.

    """
    # (1) Each case's evidence against its digests and the log. (2) Objects that no row knows. (3) The log itself, once:
    # recomputed, compared with every checkpoint, and signed. A log that fails is a refusal on the record too.
    with only_refusals():
        office, actor, progress = desk().office, desk().actor, desk().progress
        with office.store.reading() as tx:
            tx.get(Round, round_id)
            cases = [c.id for c in tx.all(Case, order=("number",), round=round_id) if c.state is not CaseState.DISPOSED]
        bad: list[str] = []
        for number, case_id in enumerate(cases, start=1):
            bad += verify_evidence(case_id)  # (1)
            progress(number, len(cases), case_id)
        with act(office.store, actor, Action.VAULT_SWEPT, Permission.CASE_EVIDENCE_LIST, round_=round_id) as deed:
            deed.note(removed=office.vault.sweep(deed.tx), bad=len(bad))  # (2)
        with (
            refusals_recorded(office.store, actor, Action.LOG_CHECKPOINTED, round_=round_id),
            office.store.transaction() as tx,
        ):
            checkpoint(tx, office.keys)  # (3)
        return bad


@task(
    name="verify-evidence",
    persist_result=False,
    log_prints=False,
    cache_policy=NO_CACHE,
    task_run_name="verify {case_id}",
)
def verify_evidence(case_id: str) -> list[str]:
    """Check one case's evidence; the log is checked once, at the end of the flow."""
    with only_refusals():
        return failed(check_case(desk().office, desk().actor, case_id, log_too=False))
