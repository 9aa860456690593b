"""Role conflicts, looked for again in what the log says was done."""

from collections.abc import Callable

import pytest

from tests.simulators.roundlog import ONE, PEOPLE, ROUND, RoundStory, whole_round
from vetting.audit.tags import Action
from vetting.reports.uniformity import UniformityReport, Verdict

Judged = Callable[[RoundStory], UniformityReport]


def found(report: UniformityReport) -> set[str]:
    assert report.verdict is Verdict.NOT_UNIFORM
    assert set(report.conflicts) <= set(report.reasons)
    return {reason.rule for reason in report.conflicts}


@pytest.mark.parametrize("person", ["chief-1", "aud-1"])
@pytest.mark.parametrize("role", ["investigator", "reviewer"])
def test_decider_or_auditor_with_another_role_is_a_conflict(judged: Judged, person: str, role: str) -> None:
    story = whole_round()
    story.assign(person, role)
    assert found(judged(story)) == {"roles_held_together"}


def test_decider_who_audits_is_one_conflict(judged: Judged) -> None:
    story = whole_round()
    story.assign("aud-1", "decision_maker")
    report = judged(story)
    assert [r.sentence for r in report.conflicts] == [
        "aud-1 is or was auditor and decision maker; a decision maker or an auditor holds no other role."
    ]


def test_role_that_was_ended_still_conflicts(judged: Judged) -> None:
    story = RoundStory().open(people={**PEOPLE, "det-2": "investigator"}, candidates=1)
    story.say(
        Action.ASSIGNMENT_ENDED, "adm-1", role="administrator", subject="det-2", details={"ended": "investigator"}
    )
    story.assign("det-2", "decision_maker")
    assert found(judged(story)) == {"roles_held_together"}


def test_administrator_who_decides_is_a_conflict_and_a_records_officer_is_none(judged: Judged) -> None:
    story = whole_round()
    given = {"subject": "chief-1", "round": None, "role": "administrator"}
    story.say(Action.ASSIGNMENT_MADE, "adm-1", details={"given": "records_officer"}, **given)
    assert judged(story).verdict is Verdict.UNIFORM
    story.say(Action.ASSIGNMENT_MADE, "adm-1", details={"given": "administrator"}, **given)
    assert found(judged(story)) == {"roles_held_together"}


def test_evidence_opened_by_a_decider_is_a_conflict(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.EVIDENCE_OPENED, "chief-1", role="investigator", case=ONE, subject=f"{ONE}.E1")
    report = judged(story)
    assert found(report) == {"decider_acted", "role_held"}
    assert any(f"chief-1, a decision maker, opened evidence ({ONE}.E1)" in r.sentence for r in report.conflicts)


def test_refused_look_of_a_decider_is_listed_and_no_conflict(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.EVIDENCE_OPENED, "chief-1", case=ONE, subject=f"{ONE}.E1", code="decision_maker_looks", done=False)
    report = judged(story)
    assert report.verdict is Verdict.UNIFORM
    refusals = report.table("refusals").to_dict("records")
    assert [(r["person"], r["roles held"], r["action"], r["code"]) for r in refusals] == [
        ("chief-1", "decision_maker", "evidence.opened", "decision_maker_looks")
    ]


def test_decider_may_fetch_and_auditor_may_read_the_reasons(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.SUMMARY_FETCHED, "chief-1", role="decision_maker", case=ONE, subject=f"{ONE}.summary-1")
    for action in (Action.STATUS_READ, Action.DEVIATION_OPENED, Action.REPORT_MADE):
        story.say(action, "aud-1", role="auditor")
    assert judged(story).verdict is Verdict.UNIFORM
    story.say(Action.EVIDENCE_OPENED, "aud-1", role="auditor", case=ONE, subject=f"{ONE}.E1")
    assert found(judged(story)) == {"auditor_acted"}


@pytest.mark.parametrize("action", [Action.DRAFT_PREPARED, Action.FINDING_RECORDED, Action.DRAFT_SPANS_CHANGED])
def test_review_and_release_by_somebody_who_wrote_a_part_are_conflicts(judged: Judged, action: Action) -> None:
    story = RoundStory().open(people={**PEOPLE, "both-1": "reviewer"}, candidates=1)
    story.assign("both-1", "investigator")
    story.declare(ONE, 0)
    story.collect(ONE, 0)
    story.say(action, "both-1", role="investigator", case=ONE, subject=f"{ONE}.D0")
    story.finish(ONE, reviewer="both-1", releaser="both-1")
    assert found(judged(story)) == {"review_by_author", "release_by_author"}


def test_acting_before_or_after_the_role_is_a_conflict(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.STATUS_READ, "inv-2", role="investigator", case=ONE)
    story.assign("inv-2", "investigator")
    story.say(Action.STATUS_READ, "inv-2", role="investigator", case=ONE)
    story.say(
        Action.ASSIGNMENT_ENDED, "adm-1", role="administrator", subject="inv-2", details={"ended": "investigator"}
    )
    story.say(Action.STATUS_READ, "inv-2", role="investigator", case=ONE)
    report = judged(story)
    assert found(report) == {"role_held"}
    assert len(report.conflicts) == 2


def test_person_taken_out_of_service_holds_nothing_any_more(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.PERSON_DISABLED, "adm-1", role="administrator", subject="inv-1", round=None)
    story.say(Action.STATUS_READ, "inv-1", role="investigator", case=ONE)
    assert found(judged(story)) == {"role_held"}


def test_event_without_a_role_is_a_conflict_unless_the_system_did_it(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.VAULT_SWEPT, "system")
    assert judged(story).verdict is Verdict.UNIFORM
    story.say(Action.VAULT_SWEPT, "inv-1")
    assert found(judged(story)) == {"role_held"}


def test_plan_changed_by_one_person_is_a_conflict(judged: Judged) -> None:
    story = RoundStory().open()
    story.replan(requested_by="rev-1")
    assert found(judged(story)) == {"replan_four_eyes"}


def test_summary_sealed_to_somebody_who_does_not_decide_is_a_conflict(judged: Judged) -> None:
    story = whole_round()
    story.change(story.find(Action.SUMMARY_RELEASED).seq, details={"readers": ("chief-1", "inv-1")})
    assert found(judged(story)) == {"reader_decides"}


def test_roles_of_another_round_do_not_count(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.ASSIGNMENT_MADE, "adm-1", role="administrator", subject="chief-1", round=f"{ROUND}-b",
              details={"given": "investigator"})  # fmt: skip
    assert judged(story).verdict is Verdict.UNIFORM
