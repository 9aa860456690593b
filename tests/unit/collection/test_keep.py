"""Keeping what a step gave: once, whole, with its events; or not at all."""

import hashlib
from datetime import timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.case import Case, CaseState, Step
from schemas.evidence import ObjectKind, TimestampStatus, VaultObject
from schemas.finding import Basis, Citation, FindingContent
from tests.evidence import warc_capture
from tests.security.doors import STATEMENT, log, refused, state
from tests.world import TEXTS, World, capture_of
from vetting.cases import expand, settle
from vetting.clock import now
from vetting.collection.keep import Done, keep, keep_all
from vetting.findings.record import record_finding
from vetting.vault.verification import check_case


def pending(world: World, case: str) -> list[Step]:
    with world.office.store.transaction() as tx:
        return expand(tx, tx.get(Case, case))


def objects(world: World) -> int:
    with world.office.store.reading() as tx:
        return tx.count(VaultObject, kind=ObjectKind.CAPTURE)


def test_capture_becomes_evidence_with_digest_and_two_events(opened: World) -> None:
    case = opened.declare(1)
    step, _ = pending(opened, case)
    evidence = keep(opened.office, opened.actors["inv-1"], step.id, capture_of(None), started_at=now())
    (row,) = opened.evidence(case)
    data = "\n".join(TEXTS).encode()
    assert (row.id, row.step, row.account, row.size, row.items) == (evidence, step.id, f"{case}.A1", len(data), 3)
    assert row.sha256 == hashlib.sha256(data).hexdigest()
    assert row.timestamp is TimestampStatus.ABSENT
    kept, recorded = log(opened)[-2:]
    assert (kept.action, kept.subject, kept.details["sha256"], kept.details["timestamp"]) == (
        "evidence.kept",
        row.id,
        row.sha256,
        "absent",
    )
    assert (recorded.action, recorded.subject, recorded.details["outcome"]) == ("step.recorded", step.id, "captured")
    done = opened.steps(case)[0]
    assert (done.outcome, done.items, done.actor) == (StepOutcome.CAPTURED, 3, "inv-1")


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (StepOutcome.NO_CONTENT, ""),
        (StepOutcome.NOT_PUBLIC, "http_403"),
        (StepOutcome.NOT_FOUND, "http_404"),
        (StepOutcome.FAILED, "timeout"),
        (StepOutcome.NOT_APPLICABLE, "step_does_not_fit"),
    ],
)
def test_outcome_without_content_keeps_no_evidence(opened: World, outcome: StepOutcome, reason: str) -> None:
    case = opened.declare(1)
    step, _ = pending(opened, case)
    capture = capture_of(None, ()).model_copy(update={"outcome": outcome, "reason": reason})
    assert keep(opened.office, opened.actors["inv-1"], step.id, capture, started_at=now()) is None
    assert (opened.steps(case)[0].outcome, opened.steps(case)[0].reason) == (outcome, reason)
    assert opened.evidence(case) == []
    assert objects(opened) == 0


def test_refused_keep_leaves_no_row_behind(opened: World) -> None:
    case = opened.declare(1)
    step, _ = pending(opened, case)
    with refused("not_permitted"):
        keep(opened.office, opened.actors["rev-1"], step.id, capture_of(None), started_at=now())
    assert (objects(opened), opened.evidence(case), opened.steps(case)[0].outcome) == (0, [], None)


def test_fault_in_the_middle_leaves_the_step_to_be_done_again(opened: World, monkeypatch: pytest.MonkeyPatch) -> None:
    case = opened.declare(1)
    step, _ = pending(opened, case)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("vetting.collection.keep._evidence", killed)
        with pytest.raises(KeyboardInterrupt):
            keep(opened.office, opened.actors["inv-1"], step.id, capture_of(None), started_at=now())
    assert (objects(opened), opened.steps(case)[0].outcome) == (0, None)
    assert keep(opened.office, opened.actors["inv-1"], step.id, capture_of(None), started_at=now()) == f"{case}.E1"
    assert objects(opened) == 1


def test_last_step_by_hand_moves_the_case_on(world: World) -> None:
    world.open_round(plan="declared-and-name-search")
    case = world.declare(1, 0)
    (step,) = pending(world, case)
    capture = capture_of(None, method="manual_capture")
    keep(world.office, world.actors["inv-1"], step.id, capture, started_at=now(), statement=STATEMENT)
    assert state(world, case) is CaseState.COLLECTED
    (row,) = world.evidence(case)
    assert (row.account, row.statement_object is not None) == ("", True)


def test_step_of_no_case_is_refused_and_recorded(opened: World) -> None:
    for step in ("R1.001.S9", "R9.001.S1", "nonsense"):
        with refused("unknown_id"):
            keep(opened.office, opened.actors["inv-1"], step, capture_of(None), started_at=now())
        assert log(opened)[-1].code == "unknown_id"


@pytest.mark.attacks("records_retrievable")
@pytest.mark.parametrize("outcome", [StepOutcome.NOT_PUBLIC, StepOutcome.NOT_FOUND, StepOutcome.NO_CONTENT])
def test_what_shows_that_there_was_nothing_is_kept_as_proof_and_cannot_be_cited(
    opened: World, outcome: StepOutcome
) -> None:
    case = opened.declare(1)
    for step in pending(opened, case):
        capture = warc_capture().model_copy(update={"outcome": outcome, "posts": (), "content_sha256": None})
        keep(opened.office, opened.actors["inv-1"], step.id, capture, started_at=now())
    with opened.office.store.transaction() as tx:
        settle(tx, case)
    first, _ = opened.evidence(case)
    assert (first.items, first.posts_object, first.content_sha256) == (0, None, first.sha256)
    assert {c.problems for c in check_case(opened.office, opened.actors["inv-1"], case)} == {()}
    whole = (Citation(evidence=first.id, item=1, start=0, end=1),)
    content = FindingContent(
        code="reckless", basis=(Basis.CONDUCT,), citations=whole, narrative="A synthetic narrative of nothing."
    )
    with refused("evidence_without_content"):
        record_finding(opened.office, opened.actors["inv-1"], case, content)


@pytest.mark.parametrize("outcome", [StepOutcome.FAILED, StepOutcome.NOT_APPLICABLE])
def test_a_step_that_came_to_nothing_keeps_no_half_answer(opened: World, outcome: StepOutcome) -> None:
    case = opened.declare(1)
    step, _ = pending(opened, case)
    changes = {"outcome": outcome, "posts": (), "content_sha256": None, "reason": "step_does_not_fit"}
    capture = warc_capture().model_copy(update=changes)
    assert keep(opened.office, opened.actors["inv-1"], step.id, capture, started_at=now()) is None
    assert objects(opened) == 0


def test_steps_of_an_account_are_kept_together_each_with_its_own_events_and_time(opened: World) -> None:
    case = opened.declare(1)
    profile, posts = pending(opened, case)
    began = now()
    ended = began + timedelta(seconds=2)
    nothing = capture_of(None, ()).model_copy(update={"outcome": StepOutcome.NOT_PUBLIC, "reason": "http_403"})
    done = [Done(profile.id, nothing, began, ended), Done(posts.id, capture_of(None), ended, ended)]
    before = len(log(opened))
    assert keep_all(opened.office, opened.actors["inv-1"], done) == [None, f"{case}.E1"]
    told = [(e.action, e.subject, e.details.get("outcome")) for e in log(opened)[before:]]
    assert told == [
        ("step.recorded", profile.id, "not_public"),
        ("evidence.kept", f"{case}.E1", None),
        ("step.recorded", posts.id, "captured"),
    ]
    first, second = (e for e in log(opened)[before:] if e.action == "step.recorded")
    assert (first.details["seconds_hundredths"], second.details["seconds_hundredths"]) == (200, 0)
    assert first.details.keys() == second.details.keys()
    assert [(s.finished_at, s.actor) for s in opened.steps(case)[:2]] == [(ended, "inv-1"), (ended, "inv-1")]


def test_steps_kept_together_are_kept_all_or_none(opened: World) -> None:
    case = opened.declare(1)
    profile, posts = pending(opened, case)
    wrong = capture_of(None, method="feed")
    with refused("method_not_listed"):
        keep_all(
            opened.office,
            opened.actors["inv-1"],
            [Done(profile.id, capture_of(None), now()), Done(posts.id, wrong, now())],
        )
    assert (objects(opened), opened.evidence(case)) == (0, [])
    assert [step.outcome for step in opened.steps(case)] == [None, None]
    assert [e.subject for e in log(opened) if e.code == "method_not_listed"] == [f"{case}.A1"]


def test_step_that_is_done_already_is_not_kept_with_another(opened: World) -> None:
    case = opened.declare(1)
    profile, posts = pending(opened, case)
    keep(opened.office, opened.actors["inv-1"], profile.id, capture_of(None), started_at=now())
    with refused("step_done"):
        keep_all(
            opened.office,
            opened.actors["inv-1"],
            [Done(profile.id, capture_of(None), now()), Done(posts.id, capture_of(None), now())],
        )
    assert len(opened.evidence(case)) == 1
