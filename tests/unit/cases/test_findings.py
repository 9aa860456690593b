"""Which findings count, and why one is held back."""

import pytest

from schemas.evidence import AttributionFactor, AttributionStatus
from schemas.finding import Means, Verdict
from tests.security.doors import collected
from tests.world import World
from vetting.cases import blocked_findings, current_findings
from vetting.cases.findings import attribution
from vetting.findings.record import record_finding, supersede_finding, withdraw_finding
from vetting.findings.validate import record_attribution, record_corroboration


@pytest.fixture
def case(opened: World) -> str:
    return collected(opened)


def test_newest_version_counts_and_withdrawn_ones_do_not(opened: World, case: str) -> None:
    actor = opened.actors["inv-1"]
    first = record_finding(opened.office, actor, case, opened.content(case))
    second = record_finding(opened.office, actor, case, opened.content(case))
    third = supersede_finding(opened.office, actor, first, opened.content(case))
    withdraw_finding(opened.office, actor, second)
    assert (first, second, third) == (f"{case}.F1", f"{case}.F2", f"{case}.F1v2")
    with opened.office.store.reading() as tx:
        assert [f.id for f in current_findings(tx, case)] == [third]


def test_finding_passes_once_attributed_and_confirmed(opened: World, case: str) -> None:
    finding = opened.find(case, corroborated=False, attributed=False)
    account = f"{case}.A1"

    def blocked() -> dict[str, str]:
        with opened.office.store.reading() as tx:
            return blocked_findings(tx, case)

    assert blocked() == {finding: "account_not_attributed"}
    record_attribution(
        opened.office, opened.actors["inv-1"], account, AttributionStatus.UNRESOLVED, (AttributionFactor.SAME_NAME,)
    )
    assert blocked() == {finding: "account_not_attributed"}
    record_attribution(
        opened.office, opened.actors["inv-1"], account, AttributionStatus.ATTRIBUTED, (AttributionFactor.LINK_BACK,)
    )
    assert blocked() == {finding: "not_corroborated"}
    record_corroboration(
        opened.office, opened.actors["inv-1"], finding, Means.ADDRESS, Verdict.CONFIRMED, "Compared the addresses."
    )
    assert blocked() == {}


def test_latest_of_many_judgements_counts(opened: World, case: str) -> None:
    """More than nine, so that an order by text would take the ninth for the last."""
    for number in range(11):
        against = number % 2 == 0
        record_attribution(
            opened.office,
            opened.actors["inv-1"],
            f"{case}.A1",
            AttributionStatus.NOT_ATTRIBUTED if against else AttributionStatus.ATTRIBUTED,
            (AttributionFactor.CANDIDATE_DENIES if against else AttributionFactor.DECLARED,),
        )
        with opened.office.store.reading() as tx:
            wanted = AttributionStatus.NOT_ATTRIBUTED if against else AttributionStatus.ATTRIBUTED
            assert attribution(tx, f"{case}.A1") is wanted
    with opened.office.store.reading() as tx:
        assert attribution(tx, f"{case}.A2") is AttributionStatus.UNRESOLVED
