"""Each way of being not uniform, unfinished, or uniform with deviations, as its own story."""

from collections.abc import Callable

import pytest

from tests.simulators.roundlog import DIGESTS, ONE, ROUND, STEPS, TWO, RoundStory, whole_round
from vetting.audit.tags import Action
from vetting.reports.reasons import Weight
from vetting.reports.uniformity import UniformityReport, Verdict

Judged = Callable[[RoundStory], UniformityReport]


def begun(*, collected: bool = True) -> RoundStory:
    """Both candidates declared one account; with `collected`, both have every step."""
    story = RoundStory().open()
    for case in (ONE, TWO):
        story.declare(case, 1)
        if collected:
            story.collect(case, 1)
    return story


def released(story: RoundStory) -> RoundStory:
    story.finish(ONE)
    story.finish(TWO)
    return story


def rules(report: UniformityReport, weight: Weight = Weight.BREACH) -> set[str]:
    return {reason.rule for reason in report.reasons if reason.weight is weight}


def breaks(report: UniformityReport, *expected: str) -> None:
    assert report.verdict is Verdict.NOT_UNIFORM
    assert rules(report) == set(expected), [r.sentence for r in report.reasons]


def test_whole_round_is_uniform_without_reasons(judged: Judged) -> None:
    report = judged(whole_round())
    assert (report.verdict, report.reasons, report.uniform) == (Verdict.UNIFORM, (), True)


# --- unfinished ------------------------------------------------------------------------------------------------------


def test_round_just_opened_is_unfinished(judged: Judged) -> None:
    report = judged(RoundStory().open())
    assert report.verdict is Verdict.UNFINISHED
    assert rules(report, Weight.OPEN) == {"declared", "released"}


def test_step_without_outcome_is_named_as_open(judged: Judged) -> None:
    story = begun(collected=False)
    story.step(ONE, "profile", "A1")
    report = judged(story)
    assert report.verdict is Verdict.UNFINISHED
    open_ = [r.sentence for r in report.reasons if r.rule == "every_step" and r.case == ONE]
    assert open_ == [
        f"{ONE} has no outcome for step posts of account {ONE}.A1 (plan version 1).",
        f"{ONE} has no outcome for step name-search (plan version 1).",
    ]


def test_round_without_a_release_is_unfinished(judged: Judged) -> None:
    story = begun()
    story.finish(ONE)
    report = judged(story)
    assert report.verdict is Verdict.UNFINISHED
    assert [(r.rule, r.case) for r in report.reasons] == [("released", TWO)]


def test_undecided_deviation_is_unfinished(judged: Judged) -> None:
    story = begun(collected=False)
    story.deviate(ONE, "omit_step", "posts", "A1", approve=None)
    assert "deviation_decided" in rules(judged(story), Weight.OPEN)


def test_amended_declaration_needs_the_new_accounts_steps(judged: Judged) -> None:
    story = begun()
    story.declare(ONE, 2, version=2)
    report = judged(story)
    assert report.verdict is Verdict.UNFINISHED
    assert len([r for r in report.reasons if f"{ONE}.A2" in r.sentence]) == 2


def test_new_plan_version_needs_every_step_again(judged: Judged) -> None:
    story = begun()
    story.replan()
    report = judged(story)
    assert report.verdict is Verdict.UNFINISHED
    assert len([r for r in report.reasons if r.rule == "every_step"]) == 6
    for case in (ONE, TWO):
        story.collect(case, 1)
    assert judged(released(story)).verdict is Verdict.UNIFORM


# --- deviations ------------------------------------------------------------------------------------------------------


def test_approved_omission_is_uniform_with_deviations(judged: Judged) -> None:
    story = begun(collected=False)
    story.collect(ONE, 1)
    story.step(TWO, "profile", "A1")
    story.deviate(TWO, "omit_step", "posts", "A1")
    story.step(TWO, "name-search", outcome="not_found")
    report = judged(released(story))
    assert (report.verdict, report.uniform) == (Verdict.DEVIATIONS, True)
    assert [r.sentence for r in report.reasons] == [
        f"{ROUND}.deviation-1: omit_step (posts of {TWO}.A1), reason technical_fault, asked for by inv-1, approved by rev-1."
    ]


def test_approved_repeat_counts_the_second_attempt(judged: Judged) -> None:
    story = begun()
    story.deviate(ONE, "repeat_step", "posts", "A1")
    assert judged(story).verdict is Verdict.UNFINISHED
    story.step(ONE, "posts", "A1", attempt=2)
    report = judged(released(story))
    assert report.verdict is Verdict.DEVIATIONS
    assert report.table("steps")["step posts"][0] == "captured (attempt 2)"


def test_refused_deviation_changes_nothing(judged: Judged) -> None:
    story = begun()
    story.deviate(ONE, "repeat_step", "posts", "A1", approve=False)
    assert judged(released(story)).verdict is Verdict.UNIFORM


def test_deviation_decided_by_who_asked_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.deviate(ONE, "other", "posts", "A1", decided_by="inv-1")
    assert "deviation_four_eyes" in rules(judged(released(story)))


def test_decision_without_request_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.deviate(ONE, "other", "posts", "A1")
    story.remove(story.find(Action.DEVIATION_REQUESTED).seq)
    breaks(judged(released(story)), "deviation_requested")


def test_omission_under_a_deviation_of_another_step_is_a_breach(judged: Judged) -> None:
    story = begun(collected=False)
    story.collect(ONE, 1)
    story.step(TWO, "profile", "A1")
    story.deviate(TWO, "omit_step", "posts", "A1")
    story.step(TWO, "name-search", outcome="not_applicable", reason="deviation")
    breaks(judged(released(story)), "omission_approved")


def test_step_left_out_as_if_none_was_declared_is_a_breach(judged: Judged) -> None:
    story = begun(collected=False)
    story.collect(ONE, 1)
    story.step(TWO, "profile", "A1")
    story.step(TWO, "posts", "A1", "not_applicable", reason="none_declared")
    story.step(TWO, "name-search", outcome="not_found")
    breaks(judged(released(story)), "omission_approved")


def test_release_before_a_deviation_is_decided_is_a_breach(judged: Judged) -> None:
    story = begun()
    name = story.deviate(ONE, "other", "posts", "A1", approve=None)
    released(story)
    story.say(Action.DEVIATION_APPROVED, "rev-1", role="reviewer", case=ONE, subject=name, details={"kind": "other"})
    breaks(judged(story), "release_complete")


# --- outcomes and accounts -------------------------------------------------------------------------------------------


def test_second_outcome_of_one_attempt_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.step(ONE, "posts", "A1")
    breaks(judged(released(story)), "one_outcome")


def test_repeat_without_deviation_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.step(ONE, "posts", "A1", attempt=2)
    breaks(judged(released(story)), "repeat_approved")


def test_step_outside_the_plan_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.step(ONE, "friends", "A1", "no_content")
    breaks(judged(released(story)), "inside_plan")


def test_candidate_step_done_for_an_account_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.step(ONE, "name-search", "A1", "no_content")
    breaks(judged(released(story)), "inside_plan")


def test_undeclared_account_is_a_breach_for_step_and_evidence(judged: Judged) -> None:
    story = begun()
    story.step(ONE, "posts", "A9")
    breaks(judged(released(story)), "declared_accounts_only", "evidence_declared_only")


def test_account_dropped_by_an_amendment_is_not_looked_at_any_more(judged: Judged) -> None:
    story = begun(collected=False)
    story.collect(TWO, 1)
    story.declare(ONE, 0, version=2)
    story.step(ONE, "posts", "A1", "no_content")
    story.step(ONE, "name-search", outcome="not_found")
    breaks(judged(released(story)), "declared_accounts_only")


def test_step_before_the_declaration_is_a_breach(judged: Judged) -> None:
    story = RoundStory().open(candidates=1)
    story.step(ONE, "name-search", outcome="not_found")
    story.declare(ONE, 0)
    story.finish(ONE)
    breaks(judged(story), "declared_first")


def test_unknown_outcome_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.change(story.find(Action.STEP_RECORDED, case=ONE).seq, details={"outcome": "skipped"})
    breaks(judged(released(story)), "known_outcome")


@pytest.mark.parametrize("extra", [False, True])
def test_captured_step_has_exactly_one_evidence_item(judged: Judged, extra: bool) -> None:
    story = begun()
    kept = story.find(Action.EVIDENCE_KEPT, case=ONE)
    if extra:
        story.say(
            Action.EVIDENCE_KEPT, "inv-1", role="investigator", case=ONE, subject=f"{ONE}.E9", details=kept.details
        )
    else:
        story.remove(kept.seq)
    breaks(judged(released(story)), "evidence_of_step")


def test_evidence_of_another_candidates_step_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.change(story.find(Action.EVIDENCE_KEPT, case=ONE).seq, case=TWO)
    breaks(judged(released(story)), "evidence_of_step")


@pytest.mark.parametrize("changes", [{"accounts": 2}, {"none_declared": True}, {"account_ids": ()}])
def test_declaration_that_contradicts_itself_is_a_breach(judged: Judged, changes: dict[str, object]) -> None:
    story = begun()
    story.change(story.find(Action.DECLARATION_RECORDED, case=ONE).seq, details=changes)
    assert "accounts_named" in rules(judged(released(story)))


def test_declaration_version_left_out_is_a_breach(judged: Judged) -> None:
    story = begun(collected=False)
    story.declare(ONE, 1, version=3)
    assert "declarations_in_order" in rules(judged(story))


def test_case_that_was_never_entered_is_a_breach(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.CANDIDATE_ADDED, "inv-1", role="investigator", case=f"{ROUND}.009")
    breaks(judged(story), "candidate_entered")


# --- versions --------------------------------------------------------------------------------------------------------


def test_outcome_under_an_old_version_is_a_breach(judged: Judged) -> None:
    story = begun(collected=False)
    story.replan()
    story.collect(ONE, 1)
    story.version = 1
    story.collect(TWO, 1)
    story.version = 2
    breaks(judged(released(story)), "version_in_force", "every_step", "release_complete")


def test_step_under_way_when_the_plan_changed_is_only_noted(judged: Judged) -> None:
    story = begun(collected=False)
    story.replan()
    for case in (ONE, TWO):
        story.collect(case, 1)
    story.step(ONE, "posts", "A1", "no_content", version=1, seconds_hundredths=100_000)
    report = judged(released(story))
    assert report.verdict is Verdict.UNIFORM
    assert rules(report, Weight.NOTE) == {"version_in_force"}


def test_other_software_for_one_step_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.change(story.find(Action.STEP_RECORDED, case=ONE).seq, details={"software": "0.2.0"})
    breaks(judged(released(story)), "same_software")


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"lexicon": "0" * 64}, "release_versions"),
        ({"lexicon": ""}, "release_versions"),
        ({"plan": "0" * 64}, "release_versions"),
        ({"pack": "0" * 64}, "release_versions"),
        ({"plan_version": 7}, "release_versions"),
        ({"software": "0.2.0"}, "same_software"),
    ],
)
def test_release_under_other_versions_is_a_breach(judged: Judged, changes: dict[str, object], rule: str) -> None:
    story = begun()
    story.finish(ONE, **changes)
    story.finish(TWO)
    breaks(judged(story), rule)


def test_round_opened_twice_is_a_breach(judged: Judged) -> None:
    story = whole_round()
    again = story.find(Action.ROUND_OPENED)
    story.say(Action.ROUND_OPENED, "adm-1", role="administrator", details=again.details)
    assert "versions_in_order" in rules(judged(story))


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"steps": ()}, "plan_on_record"),
        ({"steps": (*STEPS, STEPS[0])}, "plan_on_record"),
        ({"digests": {k: v for k, v in DIGESTS.items() if k != "lexicon"}}, "versions_on_record"),
        ({"software": ""}, "versions_on_record"),
    ],
)
def test_version_that_does_not_say_what_it_fixes_is_a_breach(
    judged: Judged, changes: dict[str, object], rule: str
) -> None:
    story = begun()
    story.change(story.find(Action.ROUND_OPENED).seq, details=changes)
    assert rule in rules(judged(story))


# --- releases --------------------------------------------------------------------------------------------------------


def test_release_before_all_steps_is_a_breach_even_if_done_later(judged: Judged) -> None:
    story = begun(collected=False)
    story.collect(TWO, 1)
    story.step(ONE, "profile", "A1")
    story.finish(ONE)
    story.step(ONE, "posts", "A1", "no_content")
    story.step(ONE, "name-search", outcome="not_found")
    story.finish(TWO)
    breaks(judged(story), "release_complete", "fixed_by_release")


def test_release_without_certified_approval_is_a_breach(judged: Judged) -> None:
    story = whole_round()
    story.change(story.find(Action.REVIEW_APPROVED).seq, details={"certified": False})
    breaks(judged(story), "release_approved")


def test_declaration_after_the_release_is_a_breach(judged: Judged) -> None:
    story = whole_round()
    story.declare(TWO, 0, version=2)
    breaks(judged(story), "fixed_by_release")


def test_round_closed_without_a_summary_is_a_breach(judged: Judged) -> None:
    story = begun()
    story.finish(ONE)
    story.say(Action.ROUND_CLOSED, "adm-1", role="administrator")
    breaks(judged(story), "closed_complete")


def test_release_without_any_declaration_is_a_breach(judged: Judged) -> None:
    story = RoundStory().open(candidates=1)
    story.finish(ONE)
    breaks(judged(story), "release_complete")


def test_candidate_entered_twice_is_a_breach(judged: Judged) -> None:
    story = whole_round()
    entered = story.find(Action.CANDIDATE_ADDED)
    story.say(Action.CANDIDATE_ADDED, "adm-1", role="administrator", case=TWO, subject=TWO, details=entered.details)
    breaks(judged(story), "candidate_once")


def test_round_without_candidates_is_unfinished(judged: Judged) -> None:
    report = judged(RoundStory().open(candidates=0))
    assert report.verdict is Verdict.UNFINISHED
    assert rules(report, Weight.OPEN) == {"candidate_entered"}


@pytest.mark.parametrize("items", [1, 2])
def test_a_step_without_content_has_at_most_one_item_that_proves_it(judged: Judged, items: int) -> None:
    story = begun()
    done = next(e for e in story.events if e.details.get("outcome") == "not_found" and e.case == ONE)
    for number in range(items):
        story.say(
            Action.EVIDENCE_KEPT,
            "inv-1",
            role="investigator",
            case=ONE,
            subject=f"{ONE}.E{8 + number}",
            details={"step": done.subject, "items": 0, "size": 300, "sha256": "e" * 64, "timestamp": "absent"},
        )
    report = judged(released(story))
    if items == 1:
        assert "evidence_of_step" not in rules(report)
    else:
        breaks(report, "evidence_of_step")
