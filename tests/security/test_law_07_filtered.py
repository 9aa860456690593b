"""Law 7: filtered before shared. Spans given back, drafts exchanged, identifiers that slip through, certificates left out."""

import json
from pathlib import Path

import pytest

from schemas.case import Case, CaseState
from schemas.draft import Draft, DraftContent, ReviewDecision
from schemas.event import Result
from schemas.evidence import ObjectKind
from schemas.redaction import Span
from tests.security.doors import collected, drop_rules, log, refused, sql, state
from tests.world import World, capture_of, person_key, the_redactor
from vetting.cases import expand, latest_draft, settle
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.redaction.drafting import prepare_draft
from vetting.redaction.editing import change_spans, confirm_spans, read_draft, submit_draft
from vetting.review.decide import decide, read_as_board
from vetting.sealing.open import open_sealed
from vetting.sealing.release import fetch, release
from vetting.validation.report import validate

TELLING = "I pray at the mosque before every shift and drive at twice the limit."


def telling(world: World, text: str = TELLING, name: str = "") -> tuple[str, str]:
    """A case whose finding quotes a text that tells a protected class; returns case and draft."""
    case = world.declare(1, name=name)
    with world.office.store.transaction() as tx:
        pending = expand(tx, tx.get(Case, case))
    for step in pending:
        keep(world.office, world.actors["inv-1"], step.id, capture_of(None, (text,)), started_at=now())
    with world.office.store.transaction() as tx:
        settle(tx, case)
    from schemas.finding import Citation

    place = (Citation(evidence=f"{case}.E1", item=1, start=0, end=len(text)),)
    world.find(case, citations=place, quotation=text)
    return case, prepare_draft(world.office, world.actors["inv-1"], case, the_redactor())


def quotation_of(world: World, draft: str) -> tuple[str, list[Span]]:
    _, content = read_draft(world.office, world.actors["inv-1"], draft)
    field = next(f for f in content.fields if f.field == "quotation")
    return field.text, list(field.spans)


def religion(spans: list[Span]) -> Span:
    return next(s for s in spans if s.entity == "PC_RELIGION")


@pytest.mark.attacks("filter_protected_classes", "leak_check")
def test_protected_class_given_back_by_the_author_is_stopped_by_the_leak_check(opened: World) -> None:
    case, draft = telling(opened)
    text, spans = quotation_of(opened, draft)
    assert "mosque" not in text
    finding = f"{case}.F1"
    given_back = draft
    for span in spans:
        given_back = change_spans(
            opened.office,
            opened.actors["inv-1"],
            given_back,
            finding=finding,
            field="quotation",
            restore=(span.start, span.end),
        )
    text, _ = quotation_of(opened, given_back)
    assert "mosque" in text
    confirmed = confirm_spans(opened.office, opened.actors["inv-1"], given_back)
    report = validate(opened.office, opened.actors["inv-1"], confirmed)
    assert not report.passed
    assert any(failure.startswith("leak:class_term") for failure in report.failures)
    with refused("requirements_unmet") as caught:
        submit_draft(opened.office, opened.actors["inv-1"], confirmed)
    assert "mosque" not in caught.value.diagnostics()
    restored = [e.details["restored"] for e in log(opened, "draft.spans_changed")]
    assert restored == [1] * len(spans)


@pytest.mark.attacks("filter_protected_classes", "leak_check")
@pytest.mark.parametrize("stage", ["validated", "submitted", "approved"])
def test_span_given_back_after_validation_starts_all_over(opened: World, stage: str) -> None:
    case, first = telling(opened)
    actor = opened.actors["inv-1"]
    draft = confirm_spans(opened.office, actor, first)
    assert validate(opened.office, actor, draft).passed
    if stage != "validated":
        submit_draft(opened.office, actor, draft)
    if stage == "approved":
        decide(opened.office, opened.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)
    span = religion(quotation_of(opened, draft)[1])
    new = change_spans(
        opened.office, actor, draft, finding=f"{case}.F1", field="quotation", restore=(span.start, span.end)
    )
    assert new != draft
    assert state(opened, case) is CaseState.DRAFTED
    for attempt in (
        lambda: submit_draft(opened.office, actor, new),
        lambda: release(opened.office, opened.actors["rev-1"], case),
    ):
        with refused("requirements_unmet", "out_of_order"):
            attempt()
    with refused("draft_superseded"):
        decide(opened.office, opened.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)
    sql(opened, "UPDATE case_file SET state = 'approved' WHERE id = ?", case)
    with refused("requirements_unmet") as caught:
        release(opened.office, opened.actors["rev-1"], case)
    for code in ("spans_not_confirmed", "not_validated", "not_approved"):
        assert code in caught.value.message


@pytest.mark.attacks("filter_protected_classes")
def test_identifier_is_never_given_back_whole_or_under_another_span(opened: World) -> None:
    text = "Synthia Testcase9 wrote: drove at twice the limit. Mail synthia9@example.org please."
    case, draft = telling(opened, text, name="Synthia Testcase9")
    shown, spans = quotation_of(opened, draft)
    assert "Testcase9" not in shown
    assert "example.org" not in shown
    identifiers = [s for s in spans if not s.entity.startswith("PC_")]
    assert identifiers
    arguments = {"finding": f"{case}.F1", "field": "quotation"}
    for span in identifiers:
        with refused("identifier_stays"):
            change_spans(opened.office, opened.actors["inv-1"], draft, **arguments, restore=(span.start, span.end))
        with refused("no_such_span"):
            change_spans(opened.office, opened.actors["inv-1"], draft, **arguments, restore=(span.start, span.end - 1))
        # Swallow it by a wider span of a class, and give that one back.
        wide = Span(
            start=max(0, span.start - 1), end=min(len(text), span.end + 1), entity="PC_RELIGION", score=1, rule="manual"
        )
        swallowed = change_spans(opened.office, opened.actors["inv-1"], draft, **arguments, add=wide)
        for place in {
            (s.start, s.end) for s in quotation_of(opened, swallowed)[1] if s.start <= span.start and s.end >= span.end
        }:
            with refused("identifier_stays"):
                change_spans(opened.office, opened.actors["inv-1"], swallowed, **arguments, restore=place)
        draft = swallowed


@pytest.mark.attacks("filter_protected_classes")
def test_adding_a_span_never_uncovers_what_another_covered(opened: World) -> None:
    case, draft = telling(opened)
    old = religion(quotation_of(opened, draft)[1])
    inside = Span(start=old.start + 1, end=old.end - 1, entity="PC_AGE", score=1, rule="manual")
    new = change_spans(
        opened.office, opened.actors["inv-1"], draft, finding=f"{case}.F1", field="quotation", add=inside
    )
    covered = quotation_of(opened, new)[1]
    assert any(s.start <= old.start and s.end >= old.end for s in covered)


@pytest.mark.attacks("filter_protected_classes")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"field": "title"}, "no_such_field"),
        ({"finding": "R1.002.F1"}, "no_such_field"),
        ({"restore": (9000, 9001)}, "no_such_span"),
        ({"add": Span(start=0, end=9000, entity="PC_AGE", score=1, rule="manual")}, "span_outside"),
    ],
)
def test_span_change_out_of_place_is_refused(opened: World, changes: dict[str, object], code: str) -> None:
    case, draft = telling(opened)
    arguments: dict[str, object] = {"finding": f"{case}.F1", "field": "quotation", **changes}
    with refused(code):
        change_spans(opened.office, opened.actors["inv-1"], draft, **arguments)  # type: ignore[arg-type]
    assert log(opened)[-1].result is Result.REFUSED


@pytest.mark.attacks("filter_protected_classes", "leak_check")
def test_draft_exchanged_in_the_vault_is_not_what_was_approved(opened: World) -> None:
    """Somebody with the keys puts an unredacted text in the place of the approved one."""
    case, first = telling(opened)
    actor = opened.actors["inv-1"]
    draft = confirm_spans(opened.office, actor, first)
    validate(opened.office, actor, draft)
    submit_draft(opened.office, actor, draft)
    decide(opened.office, opened.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)
    with opened.office.store.transaction() as tx:
        row = tx.get(Draft, draft)
        content = DraftContent.model_validate_json(opened.office.vault.get(tx, row.object, ObjectKind.DRAFT))
        finding = content.body.findings[0].model_copy(update={"quotation": TELLING})
        body = content.body.model_copy(update={"findings": (finding,)})
        forged = content.model_copy(update={"body": body}).model_dump_json().encode()
        other = opened.office.vault.put(tx, case, ObjectKind.DRAFT, forged)
    drop_rules(opened)
    sql(opened, "UPDATE draft SET object = ? WHERE id = ?", other, draft)
    with refused("draft_altered"):
        release(opened.office, opened.actors["rev-1"], case)
    with refused("draft_altered"):
        read_draft(opened.office, opened.actors["rev-1"], draft)
    assert validate(opened.office, actor, draft).failures == ("draft_altered",)
    assert sql(opened, "SELECT count(*) FROM release") == [(0,)]


@pytest.mark.attacks("filter_protected_classes")
def test_draft_file_swapped_on_disk_opens_nowhere(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    opened.approve(case)
    with opened.office.store.reading() as tx:
        newest = latest_draft(tx, case)
        drafts = tx.all(Draft, order=("version",), case=case)
    assert newest is not None
    vault: Path = opened.office.settings.home / "vault"
    (mine,), (old,) = list(vault.rglob(newest.object)), list(vault.rglob(drafts[0].object))
    mine.write_bytes(old.read_bytes())
    with refused("object_altered"):
        release(opened.office, opened.actors["rev-1"], case)


@pytest.mark.attacks("filter_protected_classes")
def test_approval_without_the_certificate_is_none(opened: World) -> None:
    case, first = telling(opened)
    draft = confirm_spans(opened.office, opened.actors["inv-1"], first)
    validate(opened.office, opened.actors["inv-1"], draft)
    submit_draft(opened.office, opened.actors["inv-1"], draft)
    with refused("not_certified"):
        decide(opened.office, opened.actors["rev-1"], draft, ReviewDecision.APPROVED)
    assert state(opened, case) is CaseState.IN_REVIEW


@pytest.mark.attacks("silent_marks", "filter_protected_classes")
def test_board_gets_neither_spans_nor_classes_nor_platform_nor_address(opened: World) -> None:
    case, first = telling(opened)
    draft = confirm_spans(opened.office, opened.actors["inv-1"], first)
    validate(opened.office, opened.actors["inv-1"], draft)
    submit_draft(opened.office, opened.actors["inv-1"], draft)
    _, seen = read_as_board(opened.office, opened.actors["rev-1"], case)
    decide(opened.office, opened.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)
    release(opened.office, opened.actors["rev-1"], case)
    sealed = fetch(opened.office, opened.actors["board-1"], case)
    summary = open_sealed(sealed, person_key("board-1"), opened.office.keys.public)
    shown = {name: getattr(summary, name) for name in type(seen).model_fields}
    assert shown == {name: getattr(seen, name) for name in type(seen).model_fields}
    text = json.dumps(summary.model_dump(mode="json")).lower()
    for word in ("mosque", "pray", "pc_", "religion", "mastodon", "127.0.0.1", "synthetic1x1", "testcase", "span"):
        assert word not in text


@pytest.mark.attacks("silent_marks")
def test_mark_is_the_same_for_every_class_and_length(opened: World) -> None:
    """A span of any class and length leaves the same mark, so the mark tells nothing and cannot be counted off."""
    case, draft = telling(opened, "alpha beta gamma delta epsilon zeta eta theta")
    texts = set()
    for entity, length in (("PC_AGE", 1), ("PC_RELIGION", 20), ("PC_DISABILITY_MENTAL", 44)):
        add = Span(start=0, end=length, entity=entity, score=1, rule="manual")
        new = change_spans(
            opened.office, opened.actors["inv-1"], draft, finding=f"{case}.F1", field="quotation", add=add
        )
        text, _ = quotation_of(opened, new)
        texts.add(text[: text.index("]") + 1])
        draft = prepare_draft(opened.office, opened.actors["inv-1"], case, the_redactor())
    assert len(texts) == 1
