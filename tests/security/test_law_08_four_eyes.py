"""Law 8: four eyes. Authors in every disguise, administrators, races, retries, and SQL."""

import pytest

from flows.release import release_case
from schemas.case import CaseState
from schemas.draft import ReturnReason, ReviewDecision
from schemas.event import Result
from schemas.person import Role
from tests.security.doors import at_once, codes_of, collected, desk_of, give, log, refused, sql, sql_refused, state
from tests.world import ROUND, World, the_redactor
from vetting.findings.record import record_finding, supersede_finding, withdraw_finding
from vetting.redaction.drafting import prepare_draft
from vetting.redaction.editing import confirm_spans, submit_draft
from vetting.review.decide import decide, read_as_board
from vetting.rounds.people import assign, disable, end_assignment, give_agency_role
from vetting.sealing.release import release
from vetting.validation.report import validate

APPROVED, RETURNED = ReviewDecision.APPROVED, ReviewDecision.RETURNED


def both(world: World, person: str = "both-1") -> str:
    """Somebody who investigates and reviews in the same round, which the orders allow."""
    give(world, person, Role.INVESTIGATOR)
    give(world, person, Role.REVIEWER)
    return person


def submitted_by(world: World, person: str, case: str) -> str:
    actor = world.actors[person]
    draft = confirm_spans(world.office, actor, prepare_draft(world.office, actor, case, the_redactor()))
    validate(world.office, actor, draft)
    submit_draft(world.office, actor, draft)
    return draft


def approve(world: World, person: str, draft: str) -> str:
    return decide(world.office, world.actors[person], draft, APPROVED, certify=True)


@pytest.mark.attacks("four_eyes")
def test_author_who_is_also_reviewer_neither_approves_nor_returns_nor_releases(opened: World) -> None:
    case, person = collected(opened), both(opened)
    draft = submitted_by(opened, person, case)
    with refused("four_eyes"):
        approve(opened, person, draft)
    with refused("four_eyes"):
        decide(
            opened.office,
            opened.actors[person],
            draft,
            RETURNED,
            reasons=(ReturnReason.OTHER,),
            note="A synthetic reason.",
        )
    approve(opened, "rev-1", draft)
    with refused("four_eyes"):
        release(opened.office, opened.actors[person], case)
    assert [(e.action, e.code) for e in log(opened, result=Result.REFUSED)[-3:]] == [
        ("review.approved", "four_eyes"),
        ("review.returned", "four_eyes"),
        ("summary.released", "four_eyes"),
    ]


@pytest.mark.attacks("four_eyes")
@pytest.mark.parametrize(
    "part", ["finding", "corrected by another", "withdrawn", "withdrew", "earlier draft", "span change"]
)
def test_whoever_wrote_any_part_at_any_time_is_an_author(opened: World, part: str) -> None:
    case, person = collected(opened), both(opened)
    actor, other = opened.actors[person], opened.actors["inv-1"]
    match part:
        case "finding":
            record_finding(opened.office, actor, case, opened.content(case))
        case "corrected by another":
            finding = record_finding(opened.office, actor, case, opened.content(case))
            supersede_finding(opened.office, other, finding, opened.content(case, narrative="Another narrative."))
        case "withdrawn":
            finding = record_finding(opened.office, actor, case, opened.content(case))
            withdraw_finding(opened.office, other, finding)
        case "withdrew":
            withdraw_finding(opened.office, actor, record_finding(opened.office, other, case, opened.content(case)))
        case "earlier draft":
            prepare_draft(opened.office, actor, case, the_redactor())
        case "span change":
            first = prepare_draft(opened.office, other, case, the_redactor())
            confirm_spans(opened.office, actor, first)
    draft = submitted_by(opened, "inv-1", case)
    with refused("four_eyes"):
        approve(opened, person, draft)
    approve(opened, "rev-1", draft)
    with refused("four_eyes"):
        release(opened.office, actor, case)
    assert state(opened, case) is CaseState.APPROVED


@pytest.mark.attacks("four_eyes")
def test_author_does_not_shed_authorship_by_changing_roles(opened: World) -> None:
    case = collected(opened)
    draft = opened.submit(case)
    admin = opened.actors["admin-1"]
    end_assignment(opened.office.store, admin, ROUND, "inv-1", Role.INVESTIGATOR)
    assign(opened.office.store, admin, ROUND, "inv-1", Role.REVIEWER)
    with refused("four_eyes"):
        approve(opened, "inv-1", draft)


@pytest.mark.attacks("four_eyes")
def test_administrator_has_no_way_round(opened: World) -> None:
    case = collected(opened)
    draft = opened.submit(case)
    with refused("not_permitted"):
        approve(opened, "admin-1", draft)
    with refused("not_permitted"):
        release(opened.office, opened.actors["admin-1"], case)
    opened.add_person("admin-2")
    give_agency_role(opened.office.store, opened.actors["admin-1"], "admin-2", Role.ADMINISTRATOR)
    give_agency_role(opened.office.store, opened.actors["admin-1"], "admin-2", Role.RECORDS_OFFICER)
    with refused("not_permitted"):
        approve(opened, "admin-2", draft)
    assert sql(opened, "SELECT count(*) FROM review") == [(0,)]


@pytest.mark.attacks("four_eyes")
def test_two_approvals_at_once_are_one(opened: World) -> None:
    case = collected(opened)
    draft = opened.submit(case)
    give(opened, "rev-2", Role.REVIEWER)
    results = at_once(lambda: approve(opened, "rev-1", draft), lambda: approve(opened, "rev-2", draft))
    assert codes_of(results) == ["approved_already"]
    assert sql(opened, "SELECT count(*) FROM review WHERE decision = 'approved'") == [(1,)]


@pytest.mark.attacks("four_eyes")
def test_two_releases_at_once_are_one(opened: World) -> None:
    case = collected(opened)
    opened.approve(case)
    give(opened, "rev-2", Role.REVIEWER)
    results = at_once(
        *(lambda p=p: release(opened.office, opened.actors[p], case) for p in ("rev-1", "rev-2", "rev-1"))
    )
    assert codes_of(results) == ["out_of_order"] * 2
    assert sql(opened, "SELECT count(*) FROM release") == [(1,)]
    assert len(log(opened, "summary.released", Result.DONE)) == 1


@pytest.mark.attacks("four_eyes")
def test_author_changing_the_draft_while_it_is_approved_leaves_no_approved_new_text(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    draft = opened.submit(case)
    at_once(
        lambda: approve(opened, "rev-1", draft),
        lambda: prepare_draft(opened.office, opened.actors["inv-1"], case, the_redactor()),
    )
    assert state(opened, case) is CaseState.DRAFTED
    with refused("out_of_order"):
        release(opened.office, opened.actors["rev-1"], case)


@pytest.mark.attacks("four_eyes")
def test_approval_and_return_again_do_not_add_up_to_a_release(opened: World) -> None:
    case = collected(opened)
    draft = opened.approve(case)
    give(opened, "rev-2", Role.REVIEWER)
    decide(
        opened.office,
        opened.actors["rev-2"],
        draft,
        RETURNED,
        reasons=(ReturnReason.OTHER,),
        note="A class can be inferred.",
    )
    assert state(opened, case) is CaseState.DRAFTED
    with refused("out_of_order"):
        release(opened.office, opened.actors["rev-1"], case)
    submit_draft(opened.office, opened.actors["inv-1"], draft)
    with refused("approved_already"):
        approve(opened, "rev-1", draft)
    assert state(opened, case) is CaseState.IN_REVIEW


@pytest.mark.attacks("four_eyes")
def test_draft_is_approved_only_while_it_is_in_review(opened: World) -> None:
    case = collected(opened)
    draft = opened.draft(case)
    with refused("out_of_order"):
        approve(opened, "rev-1", draft)
    with refused("out_of_order"):
        decide(
            opened.office,
            opened.actors["rev-1"],
            draft,
            RETURNED,
            reasons=(ReturnReason.OTHER,),
            note="A synthetic reason.",
        )
    newest = opened.submit(case)
    with refused("note_missing"):
        decide(opened.office, opened.actors["rev-1"], newest, RETURNED, reasons=(ReturnReason.OTHER,))
    with refused("draft_superseded"):
        approve(opened, "rev-1", draft)


@pytest.mark.attacks("four_eyes")
@pytest.mark.parametrize("person", ["inv-1", "board-1", "aud-1", "admin-1"])
def test_flow_releases_nothing_for_the_wrong_person(opened: World, person: str) -> None:
    case = collected(opened)
    opened.approve(case)
    with desk_of(opened, person), refused("not_permitted", "decision_maker_looks", "four_eyes"):
        release_case.fn(case)
    assert state(opened, case) is CaseState.APPROVED
    with desk_of(opened, "rev-1"):
        assert release_case.fn(case) == f"{case}.summary-1"


@pytest.mark.attacks("four_eyes")
def test_reviewer_put_out_of_service_approves_nothing(opened: World) -> None:
    draft = opened.submit(collected(opened))
    disable(opened.office.store, opened.actors["admin-1"], "rev-1")
    with refused("person_inactive"):
        approve(opened, "rev-1", draft)
    sql_refused(opened, "UPDATE person SET active = 1 WHERE id = 'rev-1'")


REVIEW = (
    'INSERT INTO review (id, "case", draft, author, reviewer, decision, certified, text_sha256, decided_at)'
    " SELECT 'x', \"case\", id, ?, ?, ?, ?, text_sha256, '2026-01-01' FROM draft WHERE id = ?"
)


@pytest.mark.attacks("four_eyes")
@pytest.mark.parametrize(
    ("author", "reviewer", "decision", "certified"),
    [
        ("inv-1", "inv-1", "approved", 1),
        ("rev-1", "inv-1", "approved", 1),
        ("both-1", "rev-1", "approved", 1),
        ("inv-1", "rev-1", "approved", 0),
        ("inv-1", "both-1", "approved", 1),
    ],
)
def test_database_refuses_an_approval_that_is_none(
    opened: World, author: str, reviewer: str, decision: str, certified: int
) -> None:
    case, person = collected(opened), both(opened)
    withdraw_finding(
        opened.office,
        opened.actors["inv-1"],
        record_finding(opened.office, opened.actors[person], case, opened.content(case)),
    )
    draft = opened.submit(case)
    sql_refused(opened, REVIEW, author, reviewer, decision, certified, draft)
    assert sql(opened, "SELECT count(*) FROM review") == [(0,)]


RELEASE = (
    'INSERT INTO release (id, "case", version, draft, review, author, released_by, released_at, readers, recipients_sha256,'
    " sealed_sha256, sealed) SELECT 'x', r.\"case\", 9, r.draft, r.id, ?, ?, '2026-01-01', '[]', '0', '0', 'x' FROM review r"
)


@pytest.mark.attacks("four_eyes")
def test_database_refuses_a_release_by_an_author_or_without_approval(opened: World) -> None:
    case = collected(opened)
    draft = opened.submit(case)
    decide(
        opened.office,
        opened.actors["rev-1"],
        draft,
        RETURNED,
        reasons=(ReturnReason.OTHER,),
        note="A synthetic reason.",
    )
    assert "only an approved draft" in sql_refused(opened, RELEASE, "inv-1", "rev-1")
    submit_draft(opened.office, opened.actors["inv-1"], draft)
    approve(opened, "rev-1", draft)
    for author, releaser in (("inv-1", "inv-1"), ("rev-1", "inv-1"), ("rev-1", "board-1")):
        sql_refused(opened, RELEASE + " WHERE decision = 'approved'", author, releaser)
    assert sql(opened, "SELECT count(*) FROM release") == [(0,)]


@pytest.mark.attacks("four_eyes")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review SET decision = 'returned'",
        "UPDATE review SET reviewer = 'board-1'",
        "DELETE FROM review",
        "INSERT OR REPLACE INTO review SELECT * FROM review",
        "UPDATE draft SET author = 'rev-1'",
        "INSERT OR REPLACE INTO draft SELECT * FROM draft",
        "UPDATE release SET released_by = 'board-1'",
        "UPDATE release SET readers = '[]'",
        "UPDATE release SET sealed = 'other'",
        "UPDATE release SET sealed = ''",
        "DELETE FROM release",
        "INSERT OR REPLACE INTO release SELECT * FROM release",
    ],
)
def test_database_keeps_who_wrote_who_approved_and_what_went_out(opened: World, statement: str) -> None:
    opened.release(collected(opened))
    sql_refused(opened, statement)


@pytest.mark.attacks("four_eyes")
def test_reviewer_reads_what_the_board_would_and_nothing_is_approved_unread_by_accident(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    draft = opened.submit(case)
    shown, body = read_as_board(opened.office, opened.actors["rev-1"], case)
    assert shown == draft
    assert body.findings[0].conduct
    assert log(opened, "review.opened")[-1].subject == draft
