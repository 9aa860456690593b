"""Attribution and corroboration: recorded with what they rest on."""

from schemas.case import CaseState
from schemas.evidence import Attribution, AttributionFactor, AttributionStatus
from schemas.finding import Corroboration, Means, Verdict
from tests.security.doors import collected, log, refused, state
from tests.world import World
from vetting.findings.record import supersede_finding
from vetting.findings.validate import record_attribution, record_corroboration

NOTE = "Asked about it in the synthetic interview."


def test_attribution_keeps_status_and_factors(opened: World) -> None:
    case = collected(opened)
    factors = (AttributionFactor.DECLARED, AttributionFactor.CANDIDATE_DENIES)
    record_attribution(opened.office, opened.actors["inv-1"], f"{case}.A1", AttributionStatus.UNRESOLVED, factors)
    with opened.office.store.reading() as tx:
        (row,) = tx.all(Attribution, case=case)
    assert (row.status, row.factors, row.recorded_by) == (AttributionStatus.UNRESOLVED, factors, "inv-1")
    assert log(opened)[-1].details["factors"] == ("declared", "candidate_denies")
    with refused("unknown_id"):
        record_attribution(opened.office, opened.actors["inv-1"], f"{case}.A9", AttributionStatus.UNRESOLVED, factors)


def test_corroboration_keeps_means_and_verdict_and_its_note_in_the_vault(opened: World) -> None:
    case = collected(opened)
    finding = opened.find(case, corroborated=False)
    rows = [
        record_corroboration(opened.office, opened.actors["inv-1"], finding, Means.INTERVIEW, verdict, NOTE)
        for verdict in (Verdict.INCONCLUSIVE, Verdict.CONFIRMED)
    ]
    assert rows == [f"{finding}.corroboration-1", f"{finding}.corroboration-2"]
    with opened.office.store.reading() as tx:
        assert [c.verdict for c in tx.all(Corroboration, order=("id",), finding=finding)] == [
            Verdict.INCONCLUSIVE,
            Verdict.CONFIRMED,
        ]
    assert NOTE not in str(log(opened))
    with refused("unknown_id"):
        record_corroboration(
            opened.office, opened.actors["inv-1"], f"{case}.F9", Means.INTERVIEW, Verdict.CONFIRMED, NOTE
        )


def test_only_an_investigator_judges(opened: World) -> None:
    case = collected(opened)
    finding = opened.find(case)
    for person in ("rev-1", "board-1", "aud-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            record_attribution(
                opened.office,
                opened.actors[person],
                f"{case}.A1",
                AttributionStatus.ATTRIBUTED,
                (AttributionFactor.DECLARED,),
            )
        with refused("not_permitted", "decision_maker_looks"):
            record_corroboration(
                opened.office, opened.actors[person], finding, Means.INTERVIEW, Verdict.CONFIRMED, NOTE
            )


def test_new_corroboration_asks_for_a_new_draft(opened: World) -> None:
    case = collected(opened)
    finding = opened.find(case)
    opened.submit(case)
    record_corroboration(opened.office, opened.actors["inv-1"], finding, Means.ADDRESS, Verdict.INCONCLUSIVE, NOTE)
    assert state(opened, case) is CaseState.COLLECTED


def test_nothing_is_recorded_of_a_finding_that_was_superseded(opened: World) -> None:
    case = collected(opened)
    finding = opened.find(case, corroborated=False)
    newer = supersede_finding(opened.office, opened.actors["inv-1"], finding, opened.content(case))
    with refused("superseded"):
        record_corroboration(opened.office, opened.actors["inv-1"], finding, Means.INTERVIEW, Verdict.CONFIRMED, NOTE)
    assert record_corroboration(
        opened.office, opened.actors["inv-1"], newer, Means.INTERVIEW, Verdict.CONFIRMED, NOTE
    ).startswith(newer)
