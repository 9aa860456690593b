"""The validation report: every check by machine, failures by code, never a text."""

import pytest

from schemas.case import CaseState
from schemas.draft import Validation
from schemas.evidence import AttributionFactor, AttributionStatus
from schemas.finding import Citation
from tests.security.doors import collected, log, refused, sql, state
from tests.world import World
from vetting.findings.record import record_finding
from vetting.findings.validate import record_attribution
from vetting.redaction.editing import submit_draft
from vetting.validation.report import CHECKS, validate


def test_sound_draft_passes_every_check(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    report = validate(opened.office, opened.actors["inv-1"], opened.draft(case))
    assert (report.passed, report.checks, report.failures) == (True, CHECKS, ())
    assert report.id == f"{case}.D2.validation-1"
    assert log(opened)[-1].details["passed"] is True


def test_report_belongs_to_one_text_and_later_reports_count(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    draft = opened.draft(case)
    for number in range(1, 12):
        assert validate(opened.office, opened.actors["inv-1"], draft).id.endswith(f"validation-{number}")
    submit_draft(opened.office, opened.actors["inv-1"], draft)
    with opened.office.store.reading() as tx:
        assert tx.count(Validation, draft=draft) == 11
    assert state(opened, case) is CaseState.IN_REVIEW


def test_findings_that_changed_since_the_draft_fail_it(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    draft = opened.draft(case)
    record_finding(opened.office, opened.actors["inv-1"], case, opened.content(case))
    assert validate(opened.office, opened.actors["inv-1"], draft).failures == ("findings_changed",)
    record_attribution(
        opened.office,
        opened.actors["inv-1"],
        f"{case}.A1",
        AttributionStatus.UNRESOLVED,
        (AttributionFactor.SAME_NAME,),
    )
    failures = validate(opened.office, opened.actors["inv-1"], draft).failures
    assert failures == ("findings_changed", "account_not_attributed")


def test_amended_declaration_fails_the_draft(opened: World) -> None:
    case = collected(opened)
    draft = opened.draft(case)
    opened.declare(1, 2, supersedes=1)
    assert validate(opened.office, opened.actors["inv-1"], draft).failures == ("versions_differ",)


@pytest.mark.parametrize(
    "leak",
    [
        "Synthia Testcase1",
        "testcase1",
        "synthetic1x1",
        "@synthetic1x1",
        "http://127.0.0.1:9/@synthetic1x1",
        "2 January 1990",
        "1990-01-02",
    ],
)
def test_identifier_in_the_text_is_a_failure_that_does_not_repeat_it(
    opened: World, leak: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The redaction is switched off, to see that the leak check finds things by itself."""
    text = f"Drove at twice the limit, said {leak}."
    case = opened.declare(1)
    opened.collect(case, (text,))
    place = (Citation(evidence=f"{case}.E1", item=1, start=0, end=len(text)),)
    opened.find(case, citations=place, quotation=text)
    from schemas.redaction import Redacted
    from tests.world import the_redactor

    def unchanged(self: object, original: str, *_: object, **__: object) -> Redacted:
        return Redacted(
            text=original, spans=(), uncertain=False, lexicon_sha256=the_redactor().lexicon_sha256, version="0"
        )

    monkeypatch.setattr(type(the_redactor()), "redact", unchanged)
    report = validate(opened.office, opened.actors["inv-1"], opened.draft(case))
    assert report.passed is False
    assert all(f.startswith("leak:") and f.endswith(":findings.1.quotation") for f in report.failures)
    assert leak not in str(report)


def test_finished_or_superseded_draft_is_not_validated(opened: World) -> None:
    case = collected(opened)
    draft = opened.draft(case)
    newer = opened.approve(case)
    with refused("draft_superseded"):
        validate(opened.office, opened.actors["inv-1"], draft)
    sql(opened, "UPDATE case_file SET state = 'released' WHERE id = ?", case)
    with refused("draft_superseded"):
        validate(opened.office, opened.actors["inv-1"], newer)
    with refused("unknown_id"):
        validate(opened.office, opened.actors["inv-1"], f"{case}.D9")
    with refused("not_permitted"):
        validate(opened.office, opened.actors["rev-1"], newer)
