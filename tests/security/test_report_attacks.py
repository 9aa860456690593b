"""An agency that holds its own signing key tries to make an uneven round look uniform, and to make the report bite."""

import csv
import io
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schemas.event import Event
from tests.simulators.auditlog import export, signed
from tests.simulators.roundlog import ONE, ROUND, TWO, RoundStory, whole_round
from vetting.audit.tags import Action
from vetting.errors import IntegrityError
from vetting.keys.agency import AgencyKeys
from vetting.reports.csv import to_csv
from vetting.reports.html import to_html
from vetting.reports.uniformity import UniformityReport, Verdict, uniformity

pytestmark = pytest.mark.attacks("uniform_plan")

KEYS = AgencyKeys.create("Synthetic <script>alert(1)</script> \"Department\" & ='Sons'")

FORMULA = "=1+1"
"""What an attacker can write where an event allows a token: it may begin with `=`, `+` or `-`."""


@pytest.fixture
def judged(tmp_path: Path) -> Callable[[RoundStory], UniformityReport]:
    return lambda story: uniformity(story.export(tmp_path / "log.jsonl", KEYS), KEYS.public, ROUND)


Judged = Callable[[RoundStory], UniformityReport]


def breaks(report: UniformityReport, *rules: str) -> None:
    assert report.verdict is Verdict.NOT_UNIFORM
    assert {r.rule for r in report.reasons if r.weight == "breach"} >= set(rules)


# --- an uneven round, honestly signed ---------------------------------------------------------------------------------


@pytest.mark.parametrize("place", range(11, 19))
def test_no_event_of_the_collection_can_be_left_out(judged: Judged, place: int) -> None:
    story = whole_round()
    assert story.events[place].action in {Action.STEP_RECORDED, Action.EVIDENCE_KEPT}
    story.remove(place)
    assert judged(story).verdict is Verdict.NOT_UNIFORM


def test_no_event_of_a_whole_round_but_enrolment_can_be_left_out(judged: Judged) -> None:
    whole = whole_round()
    silent = []
    for event in whole.events:
        story = whole_round()
        story.remove(event.seq)
        if event.action != Action.ROUND_OPENED and judged(story).verdict is Verdict.UNIFORM:
            silent.append((event.action, event.subject))
    # Beginning the agency, an auditor who did nothing yet, and the drafting of a text that was then approved and
    # released under its author's name.
    assert silent == [
        (Action.AGENCY_INITIALISED, None),
        (Action.ASSIGNMENT_MADE, "aud-1"),
        (Action.DRAFT_PREPARED, f"{ONE}.D1"),
        (Action.DRAFT_PREPARED, f"{TWO}.D1"),
    ]


def test_missing_step_hidden_behind_a_dropped_plan_step(judged: Judged) -> None:
    story = whole_round()
    story.remove(story.find(Action.STEP_RECORDED, case=ONE).seq)
    opened = story.find(Action.ROUND_OPENED)
    story.change(opened.seq, details={"steps": opened.details["steps"][:2]})  # type: ignore[index]
    breaks(judged(story), "inside_plan")  # the other candidate still has the step


def test_missing_step_hidden_behind_another_steps_outcome(judged: Judged) -> None:
    story = whole_round()
    posts = [e for e in story.events if e.action == Action.STEP_RECORDED and e.details.get("step") == "posts"][-1]
    story.change(posts.seq, details={"step": "profile"})
    breaks(judged(story), "one_outcome", "every_step", "release_complete")


def test_missing_step_hidden_behind_a_refused_event(judged: Judged) -> None:
    story = whole_round()
    story.change(story.find(Action.STEP_RECORDED, case=TWO).seq, result="refused")
    breaks(judged(story), "every_step")


def test_declared_account_hidden_from_the_count(judged: Judged) -> None:
    story = whole_round()
    story.change(story.find(Action.DECLARATION_RECORDED, case=ONE).seq,
                 details={"accounts": 1, "account_ids": (f"{ONE}.A1",)})  # fmt: skip
    breaks(judged(story), "declared_accounts_only", "evidence_declared_only")


@pytest.mark.parametrize("attempt", [0, 1, 2, -1])
def test_second_look_without_deviation(judged: Judged, attempt: int) -> None:
    story = RoundStory().open()
    for case in (ONE, TWO):
        story.declare(case, 1)
        story.collect(case, 1)
    story.step(ONE, "posts", "A1", attempt=attempt)
    story.finish(ONE)
    story.finish(TWO)
    breaks(judged(story), "one_outcome" if attempt == 1 else "repeat_approved")


def test_deviation_of_one_candidate_does_not_serve_another(judged: Judged) -> None:
    story = RoundStory().open()
    for case in (ONE, TWO):
        story.declare(case, 1)
        story.collect(case, 1)
    story.deviate(ONE, "repeat_step", "posts", "A1")
    story.step(TWO, "posts", "A1", attempt=2)
    breaks(judged(story), "repeat_approved")


def test_deviation_approved_after_the_repeat_does_not_serve(judged: Judged) -> None:
    story = RoundStory().open(candidates=1)
    story.declare(ONE, 1)
    story.collect(ONE, 1)
    story.step(ONE, "posts", "A1", attempt=2)
    story.deviate(ONE, "repeat_step", "posts", "A1")
    story.finish(ONE)
    breaks(judged(story), "repeat_approved")


def test_another_plan_version_for_one_candidate(judged: Judged) -> None:
    story = whole_round()
    story.change(story.find(Action.STEP_RECORDED, case=TWO).seq, details={"version": 2})
    breaks(judged(story), "inside_plan", "every_step")


def test_another_plan_behind_the_same_version_number(judged: Judged) -> None:
    story = whole_round()
    opened = story.find(Action.ROUND_OPENED)
    story.say(Action.ROUND_REPLANNED, "rev-1", role="reviewer", details={**opened.details, "requested_by": "adm-1"})
    breaks(judged(story), "versions_in_order")


def test_look_by_a_decision_maker_under_a_borrowed_role(judged: Judged) -> None:
    story = whole_round()
    for role in ("investigator", "reviewer", "decision_maker", "administrator"):
        story.say(Action.EVIDENCE_OPENED, "chief-1", role=role, case=ONE, subject=f"{ONE}.E1")
    report = judged(story)
    breaks(report, "decider_acted", "role_held")
    assert sum(r.rule == "decider_acted" for r in report.conflicts) == 4


def test_look_by_a_decision_maker_without_naming_the_round(judged: Judged) -> None:
    story = whole_round()
    story.say(Action.EVIDENCE_OPENED, "chief-1", role="investigator", round=None, case=ONE, subject=f"{ONE}.E1")
    breaks(judged(story), "decider_acted")


def test_look_before_the_looker_became_a_decision_maker(judged: Judged) -> None:
    story = whole_round()
    story.assign("late-1", "investigator")
    story.say(Action.EVIDENCE_OPENED, "late-1", role="investigator", case=ONE, subject=f"{ONE}.E1")
    story.say(
        Action.ASSIGNMENT_ENDED, "adm-1", role="administrator", subject="late-1", details={"ended": "investigator"}
    )
    story.assign("late-1", "decision_maker")
    breaks(judged(story), "roles_held_together", "decider_acted")


def test_log_that_was_changed_after_it_was_signed_gives_no_report_at_all(tmp_path: Path) -> None:
    story = whole_round()
    honest = signed(story.events, KEYS)
    story.change(story.find(Action.STEP_RECORDED, case=TWO).seq, details={"outcome": "captured"})
    with pytest.raises(IntegrityError):
        uniformity(export(tmp_path / "log", story.events, KEYS, [honest]), KEYS.public, ROUND)


# --- events that would break the reader or the reader's tools --------------------------------------------------------


def tokens(event: Event) -> list[tuple[str, Any]]:
    return [(key, value) for key, value in event.details.items() if isinstance(value, str | tuple | dict)]


def poisoned(value: Any) -> Any:
    """The same shape with a formula for every text in it, keys too."""
    if isinstance(value, str):
        return FORMULA
    if isinstance(value, dict):
        return {FORMULA if isinstance(v, str) else k: poisoned(v) for k, v in value.items()}
    return tuple(poisoned(v) for v in value) if isinstance(value, tuple) else value


def story_with_everything() -> RoundStory:
    story = whole_round()
    story.deviate(ONE, "repeat_step", "posts", "A1")
    story.replan()
    story.say(Action.EVIDENCE_OPENED, "chief-1", case=ONE, subject=f"{ONE}.E1", code="decision_maker_looks", done=False)
    return story


@pytest.mark.parametrize(
    "wrong", [FORMULA, None, 7, True, (), {}, (FORMULA,), {FORMULA: FORMULA}, ({FORMULA: FORMULA},)]
)
def test_every_detail_of_every_event_may_be_anything_and_the_report_still_says_not_uniform_or_more(
    judged: Judged, wrong: Any
) -> None:
    story = story_with_everything()
    for event in list(story.events):
        if event.details:
            story.change(event.seq, details=dict.fromkeys(event.details, wrong))
    report = judged(story)
    assert report.verdict is Verdict.NOT_UNIFORM
    harmless(report)


def test_every_token_of_every_event_as_a_formula_is_harmless(judged: Judged) -> None:
    whole = story_with_everything()
    shown = 0
    for event in whole.events:
        for key, value in tokens(event):
            story = story_with_everything()
            story.change(event.seq, details={key: poisoned(value)})
            shown += harmless(judged(story))
    story = story_with_everything()
    story.change(len(story.events) - 1, code=FORMULA)
    shown += harmless(judged(story))
    assert shown > 100  # the formula really reached the tables, again and again


def harmless(report: UniformityReport) -> int:
    """No cell can run and no markup gets in; returns how many cells held the formula."""
    found = 0
    for table in report.tables:
        for row in csv.reader(io.StringIO(to_csv(table.frame).decode(), newline="")):
            for cell in row:
                found += FORMULA in cell
                try:
                    float(cell)
                except ValueError:
                    first = unicodedata.normalize("NFKC", cell.lstrip())[:1]
                    assert first not in set("=+-@"), (table.key, cell)
    page = to_html(report)
    assert "<script" not in page
    assert "PC_SECRET_MARK" not in page
    return found


def test_agencys_name_cannot_become_markup_or_a_formula(judged: Judged) -> None:
    report = judged(whole_round())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in to_html(report)
    harmless(report)


def test_redacted_classes_of_a_candidate_never_reach_a_report(judged: Judged) -> None:
    report = judged(whole_round())
    everything = to_html(report) + "".join(to_csv(table.frame).decode() for table in report.tables)
    assert "PC_SECRET_MARK" not in everything
    assert "by_class" not in everything
