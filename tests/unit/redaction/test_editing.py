"""Spans added, given back, confirmed: each a new version with an event."""

from schemas.case import CaseState
from schemas.redaction import Span
from tests.security.doors import collected, log, refused, state
from tests.world import TEXTS, World, the_redactor
from vetting.redaction.drafting import prepare_draft
from vetting.redaction.editing import change_spans, confirm_spans, read_draft, submit_draft
from vetting.validation.report import validate

WORD = "limit"
START = TEXTS[1].index(WORD)
SPAN = Span(start=START, end=START + len(WORD), entity="PC_AGE", score=1, rule="manual")


def prepared(world: World) -> tuple[str, str]:
    case = collected(world)
    world.find(case)
    return case, prepare_draft(world.office, world.actors["inv-1"], case, the_redactor())


def quotation(world: World, draft: str) -> tuple[str, str]:
    """As in the field, and as the board would see it."""
    row, content = read_draft(world.office, world.actors["inv-1"], draft)
    assert row.id == draft
    return content.fields[1].text, content.body.findings[0].quotation


def test_added_span_is_gone_for_the_board_and_can_be_given_back(opened: World) -> None:
    case, draft = prepared(opened)
    before = quotation(opened, draft)
    arguments = {"finding": f"{case}.F1", "field": "quotation"}
    added = change_spans(opened.office, opened.actors["inv-1"], draft, **arguments, add=SPAN)
    assert added == f"{case}.D2"
    text, board = quotation(opened, added)
    assert text == board
    assert WORD not in text
    back = change_spans(opened.office, opened.actors["inv-1"], added, **arguments, restore=(SPAN.start, SPAN.end))
    assert quotation(opened, back) == before
    assert quotation(opened, draft) == before, "the old version stays as it was"
    told = [
        (e.actor, e.details["added"], e.details["restored"], e.details["before"])
        for e in log(opened, "draft.spans_changed")
    ]
    assert told == [("inv-1", "PC_AGE", 0, draft), ("inv-1", None, 1, added)]


def test_only_the_newest_version_is_worked_on(opened: World) -> None:
    case, draft = prepared(opened)
    arguments = {"finding": f"{case}.F1", "field": "quotation"}
    change_spans(opened.office, opened.actors["inv-1"], draft, **arguments, add=SPAN)
    for attempt in (
        lambda: change_spans(opened.office, opened.actors["inv-1"], draft, **arguments, add=SPAN),
        lambda: confirm_spans(opened.office, opened.actors["inv-1"], draft),
        lambda: submit_draft(opened.office, opened.actors["inv-1"], draft),
    ):
        with refused("draft_superseded"):
            attempt()


def test_confirmation_counts_until_a_span_changes(opened: World) -> None:
    case, draft = prepared(opened)
    confirmed = confirm_spans(opened.office, opened.actors["inv-1"], draft)
    with refused("confirmed_already"):
        confirm_spans(opened.office, opened.actors["inv-1"], confirmed)
    changed = change_spans(
        opened.office, opened.actors["inv-1"], confirmed, finding=f"{case}.F1", field="quotation", add=SPAN
    )
    row, _ = read_draft(opened.office, opened.actors["inv-1"], changed)
    assert row.confirmed is False


def test_submitted_draft_is_in_review_until_it_is_changed(opened: World) -> None:
    case, draft = prepared(opened)
    confirmed = confirm_spans(opened.office, opened.actors["inv-1"], draft)
    assert validate(opened.office, opened.actors["inv-1"], confirmed).passed
    submit_draft(opened.office, opened.actors["inv-1"], confirmed)
    assert state(opened, case) is CaseState.IN_REVIEW
    with refused("out_of_order"):
        submit_draft(opened.office, opened.actors["inv-1"], confirmed)
    change_spans(
        opened.office,
        opened.actors["inv-1"],
        confirmed,
        finding=f"{case}.F1",
        field="narrative",
        add=SPAN.model_copy(update={"start": 0, "end": 3}),
    )
    assert state(opened, case) is CaseState.DRAFTED


def test_board_auditor_and_administrator_read_no_draft_and_reviewer_changes_none(opened: World) -> None:
    case, draft = prepared(opened)
    for person in ("board-1", "aud-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            read_draft(opened.office, opened.actors[person], draft)
    assert read_draft(opened.office, opened.actors["rev-1"], draft)
    with refused("not_permitted"):
        change_spans(opened.office, opened.actors["rev-1"], draft, finding=f"{case}.F1", field="quotation", add=SPAN)
    with refused("not_permitted"):
        confirm_spans(opened.office, opened.actors["rev-1"], draft)
