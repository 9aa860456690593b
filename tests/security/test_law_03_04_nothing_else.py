"""Laws 3 and 4: nothing but what was declared and planned, by nothing but a listed method, under the own name."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from schemas.capture import StepOutcome
from schemas.case import Account, Case, CaseState
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.event import Result
from schemas.evidence import OpenReason
from schemas.plan import PlanStep, SearchPlan, StepAction
from schemas.platform import Method
from schemas.round import Round
from schemas.statement import MethodStatement
from tests.security.doors import STATEMENT, collected, log, refused, sql, sql_refused, state
from tests.world import ROUND, World, capture_of, rules
from vetting.cases import expand, move
from vetting.cases.declared import everything_declared
from vetting.clock import now
from vetting.collection.by_hand import import_step, record_step
from vetting.collection.keep import keep, window_for
from vetting.intake.record import record_declaration
from vetting.vault.custody import open_posts


def declaration(number: int = 1, **changes: object) -> Declaration:
    fields: dict[str, object] = {
        "round": ROUND,
        "candidate": number,
        "kind": "entry",
        "identity": CandidateIdentity(full_name="Synthia Testcase"),
        "accounts": (AccountDeclaration(platform="mastodon", url="http://127.0.0.1:9/@synthetic"),),
        "notice_version": "2026-1",
        "notice_acknowledged_on": date(2026, 1, 15),
        **changes,
    }
    return Declaration.model_validate(fields)


def record(world: World, what: Declaration) -> str:
    return record_declaration(world.office, world.actors["inv-1"], what, rules().platforms)


def pending(world: World, case: str) -> list[str]:
    with world.office.store.transaction() as tx:
        return [s.id for s in expand(tx, tx.get(Case, case))]


@pytest.mark.attacks("mandatory_declaration", "notice_acknowledged")
def test_nothing_is_collected_before_the_declaration(opened: World) -> None:
    for target in (CaseState.DECLARED, CaseState.COLLECTED):
        with refused("requirements_unmet", "out_of_order"), opened.office.store.transaction() as tx:
            move(tx, "R1.001", target)
    with refused("unknown_id"):
        keep(opened.office, opened.actors["inv-1"], "R1.001.S1", capture_of(None), started_at=now())


@pytest.mark.attacks("notice_acknowledged")
def test_declaration_needs_the_notice_by_version_and_a_past_day(opened: World) -> None:
    for missing in ("notice_version", "notice_acknowledged_on"):
        with pytest.raises(ValidationError):
            declaration(**{missing: None})
    with pytest.raises(ValidationError):
        declaration(notice_version="")
    with refused("acknowledged_in_future"):
        record(opened, declaration(notice_acknowledged_on=now().date() + timedelta(days=1)))
    assert state(opened, "R1.001") is CaseState.OPEN


@pytest.mark.attacks("mandatory_declaration")
def test_declaration_is_accounts_or_an_explicit_none(opened: World) -> None:
    with pytest.raises(ValidationError):
        declaration(accounts=())
    with pytest.raises(ValidationError):
        declaration(none_declared=True)


@pytest.mark.attacks("mandatory_declaration")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": 7}, "unknown_id"),
        ({"round": "R9"}, "unknown_id"),
        ({"kind": "lateral"}, "kind_differs"),
        ({"supersedes": 1}, "version_differs"),
        ({"accounts": (AccountDeclaration(platform="nowhere", handle="x"),)}, "unknown_platform"),
    ],
)
def test_declaration_that_does_not_fit_is_refused_and_recorded(
    opened: World, changes: dict[str, object], code: str
) -> None:
    with refused(code):
        record(opened, declaration(**changes))  # type: ignore[arg-type]
    last = log(opened)[-1]
    assert (last.action, last.result, last.code) == ("declaration.recorded", Result.REFUSED, code)


@pytest.mark.attacks("mandatory_declaration")
def test_declaration_is_amended_by_a_version_and_never_edited(opened: World) -> None:
    case = record(opened, declaration())
    with refused("version_differs"):
        record(opened, declaration())
    other = AccountDeclaration(platform="mastodon", url="http://127.0.0.1:9/@other")
    record(opened, declaration(supersedes=1, accounts=(other,)))
    with opened.office.store.reading() as tx:
        accounts = tx.all(Account, order=("id",), case=case)
        _, declared = everything_declared(opened.office.vault, tx, case)
    assert [(a.id, a.since, a.until) for a in accounts] == [(f"{case}.A1", 1, 2), (f"{case}.A2", 2, None)]
    assert [a.user for a in declared] == ["synthetic", "other"]
    for statement in ("UPDATE declaration SET accounts = 0", "DELETE FROM declaration", "UPDATE account SET since = 9"):
        sql_refused(opened, statement)


@pytest.mark.attacks("mandatory_declaration", "uniform_plan")
def test_amended_declaration_makes_the_approved_draft_worthless(opened: World) -> None:
    case = collected(opened)
    opened.approve(case)
    other = AccountDeclaration(platform="mastodon", url="http://127.0.0.1:9/@other")
    record(opened, declaration(supersedes=1, accounts=(other,)))
    assert state(opened, case) is CaseState.DECLARED
    sql(opened, "UPDATE case_file SET state = 'approved' WHERE id = ?", case)
    from vetting.sealing.release import release

    with refused("requirements_unmet") as caught:
        release(opened.office, opened.actors["rev-1"], case)
    assert "draft_of_old_declaration" in caught.value.message
    assert "steps_missing" in caught.value.message


@pytest.mark.attacks("mandatory_declaration")
def test_dropping_an_account_erases_nothing(opened: World) -> None:
    """A bad account declared away after it was collected: evidence and outcomes stay, and can still be cited."""
    case = collected(opened)
    before = opened.evidence(case)
    opened.declare(1, 0, supersedes=1)
    assert opened.evidence(case) == before
    posts = open_posts(opened.office, opened.actors["inv-1"], before[0].id, OpenReason.FIND)
    assert len(posts) == 3


@pytest.mark.attacks("mandatory_declaration")
def test_released_case_takes_no_new_declaration(opened: World) -> None:
    case = collected(opened)
    opened.release(case)
    with refused("already_released"):
        opened.declare(1, 0, supersedes=1)


@pytest.mark.attacks("plan_only", "lawful_methods")
@pytest.mark.parametrize("method", [m for m in Method if m is not Method.MASTODON_API])
def test_step_is_collected_by_the_method_of_its_account_only(opened: World, method: Method) -> None:
    case = opened.declare(1)
    step, *_ = pending(opened, case)
    with refused("method_not_listed"):
        keep(
            opened.office,
            opened.actors["inv-1"],
            step,
            capture_of(None, method=method.value),
            started_at=now(),
            statement=STATEMENT,
        )
    assert opened.evidence(case) == []
    assert log(opened)[-1].code == "method_not_listed"


@pytest.mark.attacks("lawful_methods", "plan_only")
def test_automatic_step_is_neither_imported_nor_ended_by_hand(opened: World) -> None:
    case = opened.declare(1)
    step, *_ = pending(opened, case)
    page = b"<!doctype html><html><body><p>Synthetic page.</p></body></html>"
    with refused("method_not_listed"):
        import_step(opened.office, opened.actors["inv-1"], step, page, "html", STATEMENT)
    with refused("method_not_listed"):
        record_step(opened.office, opened.actors["inv-1"], step, StepOutcome.NOT_FOUND, STATEMENT)
    assert opened.steps(case)[0].outcome is None


@pytest.mark.attacks("lawful_methods", "no_alias")
def test_the_list_of_methods_has_no_login_pretext_or_alias() -> None:
    words = ("login", "password", "friend", "follow_request", "alias", "pretext", "borrow", "covert", "undercover")
    names = [m.value for m in (*Method, *MethodStatement, *StepAction)]
    assert not [n for n in names if any(w in n for w in words)]
    for value in ("login", "pretext", "friend_request", "alias", ""):
        with pytest.raises(ValueError, match="not a valid"):
            Method(value)
        with pytest.raises(ValueError, match="not a valid"):
            MethodStatement(value)


@pytest.mark.attacks("no_alias", "lawful_methods")
def test_capture_by_hand_without_a_statement_of_method_is_refused(world: World) -> None:
    world.open_round(plan="declared-and-name-search")
    case = world.declare(1, 0)
    (step,) = pending(world, case)
    by_hand = capture_of(None, ("Synthetic result page.",), method="manual_capture")
    with refused("statement_missing"):
        keep(world.office, world.actors["inv-1"], step, by_hand, started_at=now())
    assert world.evidence(case) == []


@pytest.mark.attacks("no_alias")
def test_capture_names_the_person_who_made_it(world: World) -> None:
    world.open_round(plan="declared-and-name-search")
    case = world.declare(1, 0)
    (step,) = pending(world, case)
    by_hand = capture_of(None, ("Synthetic result page.",), method="manual_capture")
    keep(world.office, world.actors["inv-1"], step, by_hand, started_at=now(), statement=STATEMENT)
    assert world.evidence(case)[0].kept_by == "inv-1"
    assert [e.actor for e in log(world, "evidence.kept")] == ["inv-1"]
    drop = "UPDATE evidence SET kept_by = 'rev-1'"
    assert "append-only" in sql_refused(world, drop)


@pytest.mark.attacks("no_alias")
def test_plan_tells_every_server_what_the_requests_are_for() -> None:
    for plan in ("declared-accounts", "declared-and-name-search"):
        assert "background review" in rules(plan=plan).plan.user_agent
    with pytest.raises(ValidationError):
        SearchPlan.model_validate({**rules().plan.model_dump(), "user_agent": ""})


@pytest.mark.attacks("plan_only")
def test_plan_cannot_invent_a_technique() -> None:
    step = rules().plan.steps[0].model_dump()
    for action in ("login", "friends", "reverse_image", "private_messages"):
        with pytest.raises(ValidationError):
            PlanStep.model_validate({**step, "action": action})


@pytest.mark.attacks("plan_only")
def test_nothing_from_before_the_eighteenth_birthday_or_the_window() -> None:
    plan = rules().plan
    opened_at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    round_ = Round(
        id="R1", agency="a", position="p", sworn=True, state="open", version=1, opened_at=opened_at, opened_by="admin-1"
    )
    young = window_for(round_, plan, CandidateIdentity(full_name="x", birth_date=date(2004, 2, 29)))
    assert young.not_before == datetime(2022, 3, 1, tzinfo=UTC)
    old = window_for(round_, plan, CandidateIdentity(full_name="x", birth_date=date(1970, 1, 1)))
    assert old.not_before == opened_at - timedelta(days=plan.look_back_days or 0)
    assert old.not_after == opened_at


@pytest.mark.attacks("plan_only")
def test_account_that_nobody_declared_has_no_step(opened: World) -> None:
    case = opened.declare(1)
    assert pending(opened, case) == [f"{case}.S1", f"{case}.S2"]
    assert {s.account for s in opened.steps(case)} == {f"{case}.A1"}
    with refused("unknown_id"):
        keep(opened.office, opened.actors["inv-1"], f"{case}.S3", capture_of(None), started_at=now())
