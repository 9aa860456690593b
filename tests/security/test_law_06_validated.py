"""Law 6: validated or held back. The wrong person, altered captures, hearsay, and reports that were outlived."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.case import Case, CaseState
from schemas.draft import ReviewDecision
from schemas.event import Result
from schemas.evidence import AttributionFactor, AttributionStatus, ObjectKind, OpenReason
from schemas.finding import Citation, Means, Verdict
from tests.security.doors import STATEMENT, collected, drop_rules, log, refused, sql, sql_refused, state
from tests.world import TEXTS, World, capture_of, the_redactor
from vetting import clock
from vetting.cases import blocked_findings, expand, settle
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.findings.record import record_finding, supersede_finding, withdraw_finding
from vetting.findings.validate import record_attribution, record_corroboration
from vetting.redaction.drafting import prepare_draft
from vetting.redaction.editing import confirm_spans, read_draft, submit_draft
from vetting.review.decide import decide
from vetting.sealing.release import release
from vetting.validation.report import validate
from vetting.vault.custody import open_capture, open_posts
from vetting.vault.verification import verify_case

NOTE = "Asked about it in the synthetic interview."


def object_file(world: World, object_id: str) -> Path:
    (path,) = (world.office.settings.home / "vault").rglob(object_id)
    return path


def objects_of(world: World, case: str) -> tuple[str, str]:
    """Capture and items of the first evidence item."""
    row = world.evidence(case)[0]
    assert row.posts_object is not None
    return row.object, row.posts_object


# The right person


@pytest.mark.attacks("right_person")
def test_misattributed_account_carries_no_finding(opened: World) -> None:
    case = collected(opened)
    actor = opened.actors["inv-1"]
    record_attribution(
        opened.office,
        actor,
        f"{case}.A1",
        AttributionStatus.NOT_ATTRIBUTED,
        (AttributionFactor.DIFFERENT_PERSON_SHOWN,),
    )
    with refused("account_not_attributed"):
        record_finding(opened.office, actor, case, opened.content(case))


@pytest.mark.attacks("right_person", "validate_before_use")
@pytest.mark.parametrize("stage", ["drafted", "in review", "approved"])
def test_account_that_turns_out_not_to_be_the_candidates_stops_everything(opened: World, stage: str) -> None:
    case = collected(opened)
    finding = opened.find(case)
    {"drafted": opened.draft, "in review": opened.submit, "approved": opened.approve}[stage](case)
    record_attribution(
        opened.office,
        opened.actors["inv-1"],
        f"{case}.A1",
        AttributionStatus.NOT_ATTRIBUTED,
        (AttributionFactor.CANDIDATE_DENIES,),
    )
    assert state(opened, case) is CaseState.COLLECTED
    sql(opened, "UPDATE case_file SET state = 'approved' WHERE id = ?", case)
    with refused("requirements_unmet") as caught:
        release(opened.office, opened.actors["rev-1"], case)
    assert "account_not_attributed" in caught.value.message
    assert finding in caught.value.message


@pytest.mark.attacks("right_person")
@pytest.mark.parametrize(
    ("status", "factors", "code"),
    [
        (AttributionStatus.ATTRIBUTED, (), "factors_missing"),
        (AttributionStatus.ATTRIBUTED, (AttributionFactor.CANDIDATE_DENIES,), "factors_contradict"),
        (AttributionStatus.NOT_ATTRIBUTED, (AttributionFactor.DECLARED,), "factors_contradict"),
    ],
)
def test_attribution_rests_on_factors_that_speak_for_it(
    opened: World, status: AttributionStatus, factors: tuple[AttributionFactor, ...], code: str
) -> None:
    case = collected(opened)
    with refused(code):
        record_attribution(opened.office, opened.actors["inv-1"], f"{case}.A1", status, factors)


@pytest.mark.attacks("right_person", "validate_before_use")
@pytest.mark.parametrize(
    ("means", "blocked"),
    [
        (Means.SECOND_SOURCE, True),
        (Means.IP_ADDRESS, True),
        (Means.ADDRESS, True),
        (Means.INTERVIEW, False),
        (Means.CANDIDATE_CONFIRMATION, False),
        (Means.OFFICIAL_RECORD, False),
    ],
)
def test_name_search_hit_is_told_only_when_its_author_is_established(world: World, means: Means, blocked: bool) -> None:
    """Somebody of the same name: a second source can repeat the error, so only means that tell whose it is count."""
    world.open_round(plan="declared-and-name-search")
    case = world.declare(1, 0)
    with world.office.store.transaction() as tx:
        (step,) = expand(tx, tx.get(Case, case))
    by_hand = capture_of(None, method="manual_capture")
    keep(world.office, world.actors["inv-1"], step.id, by_hand, started_at=now(), statement=STATEMENT)
    finding = record_finding(world.office, world.actors["inv-1"], case, world.content(case))
    record_corroboration(world.office, world.actors["inv-1"], finding, means, Verdict.CONFIRMED, NOTE)
    with world.office.store.reading() as tx:
        assert blocked_findings(tx, case) == ({finding: "author_not_established"} if blocked else {})


@pytest.mark.attacks("right_person")
def test_clock_set_back_does_not_make_an_old_judgement_the_latest(opened: World) -> None:
    case = collected(opened)
    finding = opened.find(case)
    earlier = now().replace(hour=0, minute=0, second=0, microsecond=0)
    clock.set_source(lambda: earlier)
    try:
        record_attribution(
            opened.office,
            opened.actors["inv-1"],
            f"{case}.A1",
            AttributionStatus.NOT_ATTRIBUTED,
            (AttributionFactor.CANDIDATE_DENIES,),
        )
    finally:
        clock.set_source(None)
    with opened.office.store.reading() as tx:
        assert blocked_findings(tx, case) == {finding: "account_not_attributed"}


# Corroborated


@pytest.mark.attacks("validate_before_use")
@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        ((), "not_corroborated"),
        ((Verdict.INCONCLUSIVE,), "not_corroborated"),
        ((Verdict.CONFIRMED, Verdict.REFUTED), "refuted"),
        ((Verdict.REFUTED, Verdict.CONFIRMED, Verdict.CONFIRMED), "refuted"),
    ],
)
def test_finding_that_could_not_be_validated_is_counted_and_not_told(
    opened: World, verdicts: tuple[Verdict, ...], code: str
) -> None:
    case = collected(opened)
    finding = opened.find(case, corroborated=False)
    for verdict in verdicts:
        record_corroboration(opened.office, opened.actors["inv-1"], finding, Means.INTERVIEW, verdict, NOTE)
    with opened.office.store.reading() as tx:
        assert blocked_findings(tx, case) == {finding: code}
    draft, content = read_draft(opened.office, opened.actors["inv-1"], opened.draft(case))
    assert (draft.findings, draft.held_back) == ((), (finding,))
    assert content.body.findings == ()
    assert content.body.not_validated == 1
    assert "twice the limit" not in content.model_dump_json()


@pytest.mark.attacks("validate_before_use")
@pytest.mark.parametrize("note", ["", "ok", "         ."])
def test_corroboration_nobody_can_retrace_is_none(opened: World, note: str) -> None:
    case = collected(opened)
    finding = opened.find(case, corroborated=False)
    with refused("note_missing"):
        record_corroboration(opened.office, opened.actors["inv-1"], finding, Means.INTERVIEW, Verdict.CONFIRMED, note)


@pytest.mark.attacks("validate_before_use")
def test_correction_loses_the_corroboration_of_what_it_corrects(opened: World) -> None:
    case = collected(opened)
    finding = opened.find(case)
    new = supersede_finding(
        opened.office,
        opened.actors["inv-1"],
        finding,
        opened.content(case, narrative="Something far worse was written."),
    )
    with opened.office.store.reading() as tx:
        assert blocked_findings(tx, case) == {new: "not_corroborated"}
    with refused("superseded"):
        supersede_finding(opened.office, opened.actors["inv-1"], finding, opened.content(case))


CHANGES: dict[str, Callable[[World, str, str], object]] = {
    "new finding": lambda w, c, _: record_finding(w.office, w.actors["inv-1"], c, w.content(c)),
    "corrected": lambda w, c, f: supersede_finding(
        w.office, w.actors["inv-1"], f, w.content(c, narrative="Another narrative.")
    ),
    "withdrawn": lambda w, c, f: withdraw_finding(w.office, w.actors["inv-1"], f),
    "refuted": lambda w, c, f: record_corroboration(
        w.office, w.actors["inv-1"], f, Means.OFFICIAL_RECORD, Verdict.REFUTED, NOTE
    ),
}


@pytest.mark.attacks("validate_before_use", "four_eyes")
@pytest.mark.parametrize("change", CHANGES)
def test_finding_changed_after_approval_makes_the_approval_worthless(opened: World, change: str) -> None:
    case = collected(opened)
    finding = opened.find(case)
    opened.approve(case)
    CHANGES[change](opened, case, finding)
    assert state(opened, case) is CaseState.COLLECTED
    with refused("out_of_order"):
        release(opened.office, opened.actors["rev-1"], case)


@pytest.mark.attacks("validate_before_use")
@pytest.mark.parametrize("change", CHANGES)
def test_nothing_changes_after_the_release(opened: World, change: str) -> None:
    case = collected(opened)
    finding = opened.find(case)
    opened.release(case)
    with refused("already_released"):
        CHANGES[change](opened, case, finding)


# The report


@pytest.mark.attacks("validate_before_use")
def test_draft_is_not_submitted_without_confirmation_and_report(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    actor = opened.actors["inv-1"]
    draft = prepare_draft(opened.office, actor, case, the_redactor())
    with refused("requirements_unmet") as caught:
        submit_draft(opened.office, actor, draft)
    assert "spans_not_confirmed" in caught.value.message
    assert "not_validated" in caught.value.message
    validate(opened.office, actor, draft)
    confirmed = confirm_spans(opened.office, actor, draft)
    with refused("requirements_unmet") as caught:
        submit_draft(opened.office, actor, confirmed)
    assert "not_validated" in caught.value.message
    with refused("draft_superseded"):
        submit_draft(opened.office, actor, draft)
    with refused("draft_superseded"):
        validate(opened.office, actor, draft)


@pytest.mark.attacks("validate_before_use", "authentic_capture")
def test_report_that_fails_later_withdraws_an_approval(opened: World) -> None:
    """The clock is set back on purpose: the later report counts, not the one with the later time."""
    case = collected(opened)
    opened.find(case)
    draft = opened.approve(case)
    object_file(opened, objects_of(opened, case)[0]).write_bytes(b"altered")
    earlier = now().replace(hour=0, minute=0, second=0, microsecond=0)
    clock.set_source(lambda: earlier)
    try:
        report = validate(opened.office, opened.actors["inv-1"], draft)
        assert report.failures == (f"evidence_altered:{case}.E1",)
        with refused("requirements_unmet") as caught:
            release(opened.office, opened.actors["rev-1"], case)
    finally:
        clock.set_source(None)
    assert "validation_failed" in caught.value.message


@pytest.mark.attacks("validate_before_use")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE validation SET passed = 1",
        "DELETE FROM validation",
        "INSERT OR REPLACE INTO validation SELECT * FROM validation",
        "UPDATE corroboration SET verdict = 'confirmed'",
        "DELETE FROM corroboration",
        "UPDATE attribution SET status = 'attributed'",
        "DELETE FROM attribution",
        "UPDATE draft SET confirmed = 1",
        "DELETE FROM evidence",
        "UPDATE evidence SET sha256 = content_sha256",
        "UPDATE vault_object SET scope = 'R1.002'",
        "INSERT OR REPLACE INTO vault_object SELECT * FROM vault_object",
        "INSERT OR REPLACE INTO evidence SELECT * FROM evidence",
    ],
)
def test_database_keeps_what_was_judged(opened: World, statement: str) -> None:
    case = collected(opened)
    opened.find(case)
    opened.submit(case)
    sql_refused(opened, statement)


# The capture is the captured one


def flip(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


DAMAGE: dict[str, Callable[[Path, Path], object]] = {
    "bit": lambda mine, _: mine.write_bytes(flip(mine.read_bytes())),
    "cut": lambda mine, _: mine.write_bytes(mine.read_bytes()[:-20]),
    "longer": lambda mine, _: mine.write_bytes(mine.read_bytes() + b"\0"),
    "empty": lambda mine, _: mine.write_bytes(b""),
    "gone": lambda mine, _: mine.unlink(),
    "of another case": lambda mine, other: mine.write_bytes(other.read_bytes()),
}


@pytest.mark.attacks("authentic_capture", "evidence_encrypted")
@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("part", [0, 1], ids=["capture", "items"])
def test_altered_evidence_opens_nowhere(opened: World, damage: str, part: int) -> None:
    case, other = collected(opened, 1), collected(opened, 2)
    DAMAGE[damage](
        object_file(opened, objects_of(opened, case)[part]), object_file(opened, objects_of(opened, other)[part])
    )
    actor = opened.actors["inv-1"]
    with refused("object_altered", "object_missing"):
        open_posts(opened.office, actor, f"{case}.E1", OpenReason.FIND)
    with refused("object_altered", "object_missing"):
        record_finding(opened.office, actor, case, opened.content(case))
    assert verify_case(opened.office, actor, case) == [f"{case}.E1"]
    assert verify_case(opened.office, actor, other) == []
    assert log(opened, "evidence.opened")[-1].result is Result.REFUSED


@pytest.mark.attacks("authentic_capture", "evidence_encrypted")
def test_bytes_moved_between_cases_with_matching_rows_do_not_decrypt(opened: World) -> None:
    """The owner of database and disk moves ciphertext and its digest together: the encryption itself knows the case."""
    case, other = collected(opened, 1), collected(opened, 2)
    mine, theirs = objects_of(opened, case)[0], objects_of(opened, other)[0]
    drop_rules(opened)
    object_file(opened, mine).write_bytes(object_file(opened, theirs).read_bytes())
    sql(
        opened,
        "UPDATE vault_object SET cipher_sha256 = (SELECT cipher_sha256 FROM vault_object WHERE id = ?) WHERE id = ?",
        theirs,
        mine,
    )
    with refused("object_altered"):
        open_capture(opened.office, opened.actors["inv-1"], f"{case}.E1", OpenReason.FIND)
    sql(opened, "UPDATE vault_object SET scope = ? WHERE id = ?", other, mine)
    with refused("object_altered", "object_elsewhere"):
        open_capture(opened.office, opened.actors["inv-1"], f"{case}.E1", OpenReason.FIND)


@pytest.mark.attacks("authentic_capture", "evidence_encrypted")
def test_evidence_row_pointed_at_another_case_is_refused(opened: World) -> None:
    case, other = collected(opened, 1), collected(opened, 2)
    drop_rules(opened)
    sql(
        opened,
        "UPDATE evidence SET (object, posts_object, sha256, content_sha256, size) ="
        " (SELECT object, posts_object, sha256, content_sha256, size FROM evidence WHERE id = ?) WHERE id = ?",
        f"{other}.E1",
        f"{case}.E1",
    )
    with refused("object_elsewhere"):
        open_posts(opened.office, opened.actors["inv-1"], f"{case}.E1", OpenReason.FIND)


@pytest.mark.attacks("authentic_capture", "evidence_encrypted")
@pytest.mark.parametrize("kind", [k for k in ObjectKind if k is not ObjectKind.CAPTURE])
def test_object_does_not_pass_for_another_kind(opened: World, kind: ObjectKind) -> None:
    case = collected(opened)
    with refused("object_altered"), opened.office.store.reading() as tx:
        opened.office.vault.get(tx, objects_of(opened, case)[0], kind)


@pytest.mark.attacks("authentic_capture")
def test_capture_exchanged_by_somebody_with_the_keys_fails_its_digest(opened: World) -> None:
    """Other bytes, properly encrypted for the case: the digest taken at capture, in row and log, still differs."""
    case = collected(opened)
    with opened.office.store.transaction() as tx:
        forged = opened.office.vault.put(tx, case, ObjectKind.CAPTURE, b"forged capture")
    drop_rules(opened)
    sql(opened, "UPDATE evidence SET object = ? WHERE id = ?", forged, f"{case}.E1")
    with refused("evidence_altered"):
        open_capture(opened.office, opened.actors["inv-1"], f"{case}.E1", OpenReason.FIND)
    kept = log(opened, "evidence.kept")[0].details["sha256"]
    assert kept == opened.evidence(case)[0].sha256


@pytest.mark.attacks("authentic_capture")
def test_screenshot_without_text_carries_no_quotation(opened: World) -> None:
    case = opened.declare(1)
    with opened.office.store.transaction() as tx:
        pending = expand(tx, tx.get(Case, case))
    picture = capture_of(None).model_copy(update={"posts": ()})
    for step in pending:
        keep(opened.office, opened.actors["inv-1"], step.id, picture, started_at=now())
    with opened.office.store.transaction() as tx:
        settle(tx, case)
    whole = (Citation(evidence=f"{case}.E1", item=1, start=0, end=1),)
    with refused("quotation_differs"):
        record_finding(
            opened.office, opened.actors["inv-1"], case, opened.content(case, citations=whole, quotation=TEXTS[1])
        )
    assert record_finding(
        opened.office, opened.actors["inv-1"], case, opened.content(case, citations=whole, quotation="")
    )
    assert json.loads(sql(opened, "SELECT evidence FROM finding")[0][0]) == [f"{case}.E1"]


@pytest.mark.attacks("validate_before_use")
def test_reviewer_cannot_approve_over_a_failed_report(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    draft = opened.submit(case)
    object_file(opened, objects_of(opened, case)[0]).write_bytes(b"altered")
    assert not validate(opened.office, opened.actors["inv-1"], draft).passed
    with refused("requirements_unmet") as caught:
        decide(opened.office, opened.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)
    assert "validation_failed" in caught.value.message
