"""Withdrawn summaries in the uniformity report: told, and every way of getting round the two people shows."""

from collections.abc import Callable

import pytest

from tests.simulators.roundlog import ONE, TWO, RoundStory, whole_round
from vetting.audit.tags import Action
from vetting.reports.reasons import Weight
from vetting.reports.uniformity import UniformityReport, Verdict

Judged = Callable[[RoundStory], UniformityReport]


def rules(report: UniformityReport, weight: Weight = Weight.BREACH) -> set[str]:
    return {reason.rule for reason in report.reasons if reason.weight is weight}


def test_summary_withdrawn_by_two_and_released_anew_is_uniform_and_told(judged: Judged) -> None:
    story = whole_round()
    story.withdraw(ONE)
    story.finish(ONE, version=2)
    report = judged(story)
    assert report.verdict is Verdict.UNIFORM
    assert [r.rule for r in report.reasons] == ["summary_withdrawn"]
    for told in (f"{ONE}.summary-1", "error_of_fact", "inv-1", "rev-1", "chief-1"):
        assert told in report.reasons[0].sentence
    (row,) = report.table("withdrawals").to_dict("records")
    assert (row["decision"], row["fetched before by"]) == ("approved", "chief-1")
    replaced = report.table("releases").set_index("summary").replaces.to_dict()
    assert replaced[f"{ONE}.summary-2"] == f"{ONE}.summary-1"


def test_withdrawn_summary_without_another_leaves_the_round_unfinished(judged: Judged) -> None:
    story = whole_round()
    story.withdraw(ONE)
    report = judged(story)
    assert report.verdict is Verdict.UNFINISHED
    assert [(r.rule, r.case) for r in report.reasons if r.weight is Weight.OPEN] == [("released", ONE)]
    assert "since one was withdrawn" in report.reasons[0].sentence


def test_withdrawal_after_the_round_was_closed_is_open_and_no_breach(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.ROUND_CLOSED, "adm-1", role="administrator")
    story.withdraw(TWO)
    assert judged(story).verdict is Verdict.UNFINISHED
    story.finish(TWO, version=2)
    assert judged(story).verdict is Verdict.UNIFORM


@pytest.mark.parametrize("approve", [None, False])
def test_undecided_withdrawal_is_open_and_a_refused_one_is_nothing(judged: Judged, approve: bool | None) -> None:
    story = whole_round()
    story.withdraw(ONE, approve=approve)
    report = judged(story)
    assert report.verdict is (Verdict.UNFINISHED if approve is None else Verdict.UNIFORM)
    assert len(report.table("withdrawals")) == 1


def test_refused_withdrawal_changes_nothing_about_what_is_fixed(judged: Judged) -> None:
    story = whole_round()
    story.withdraw(ONE, approve=False)
    story.declare(ONE, 2, version=2)
    assert "fixed_by_release" in rules(judged(story))


def test_case_may_change_while_its_summary_is_withdrawn_and_only_then(judged: Judged) -> None:
    story = whole_round()
    story.withdraw(ONE)
    story.declare(ONE, 2, version=2)
    story.finish(ONE, version=2)
    assert judged(story).verdict is Verdict.UNIFORM
    story.declare(ONE, 2, version=3)
    assert rules(judged(story)) == {"fixed_by_release"}


@pytest.mark.attacks("four_eyes")
@pytest.mark.parametrize(
    ("attack", "rule"),
    [
        (lambda s: s.withdraw(ONE, decided_by="inv-1"), "withdrawal_four_eyes"),
        (lambda s: (s.withdraw(ONE), s.remove(len(s.events) - 2)), "withdrawal_requested"),
        (lambda s: s.withdraw(ONE, version=7), "withdrawal_of_release"),
        (lambda s: (s.withdraw(ONE), s.withdraw(ONE, number=2)), "withdrawal_of_release"),
        (lambda s: s.finish(ONE, version=2), "one_in_force"),
        (lambda s: (s.withdraw(ONE), s.finish(ONE, version=2, replaces=None)), "release_replaces"),
        (lambda s: (s.withdraw(ONE), s.finish(ONE, version=2, replaces=f"{TWO}.summary-1")), "release_replaces"),
    ],
)
def test_way_round_a_withdrawal_is_a_breach(judged: Judged, attack: Callable[[RoundStory], object], rule: str) -> None:
    story = whole_round()
    attack(story)
    assert rule in rules(judged(story))
