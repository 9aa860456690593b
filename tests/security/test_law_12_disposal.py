"""Law 12: kept as long as the schedule says, then provably gone. Too early, under a hold, alone, by halves, and back again."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from schemas.case import CaseState
from schemas.event import Result
from schemas.evidence import ObjectKind, OpenReason
from schemas.hold import HoldReason
from schemas.person import Role
from schemas.retention import FLOOR_DAYS, RetentionRule
from schemas.round import RoundCandidate, RoundFile
from tests.security.doors import collected, drop_rules, log, refused, sql, sql_refused, state
from tests.world import ROUND, World, capture_of, rules
from vetting import clock
from vetting.audit.exporting import export_log
from vetting.audit.verify import verify_export
from vetting.cases.disposal import authorise_disposal, dispose, eligible_from, lift_hold, place_hold
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.findings.record import read_finding
from vetting.policy.load import load_retention
from vetting.redaction.editing import read_draft
from vetting.review.decide import read_as_board
from vetting.rounds.closing import close_round
from vetting.rounds.opening import open_round
from vetting.rounds.people import give_agency_role
from vetting.sealing.release import fetch
from vetting.vault import Objects, Vault
from vetting.vault.custody import open_capture, open_posts

FORM = "RC-075-2028-014"
CASE = "R1.001"


def rule() -> RetentionRule:
    from vetting.settings import Settings

    return next(r for r in load_retention(Settings().config_dir).rules if r.id == "applicant-case")


def officer(world: World, person: str = "rec-1") -> None:
    world.add_person(person)
    give_agency_role(world.office.store, world.actors["admin-1"], person, Role.RECORDS_OFFICER)


def authorise(world: World, person: str = "rec-1", form: str = FORM) -> str:
    return authorise_disposal(world.office, world.actors[person], CASE, form, rule())


def later(days: float) -> None:
    moment = datetime.now(tz=clock.now().tzinfo) + timedelta(days=days)
    clock.set_source(lambda: moment)


@pytest.fixture
def closed(world: World) -> Iterator[World]:
    """A round of one candidate, released and closed, long enough ago."""
    world.open_round(1)
    case = world.declare(1)
    world.collect(case)
    world.find(case)
    world.release(case)
    close_round(world.office, world.actors["admin-1"], ROUND)
    officer(world)
    later(FLOOR_DAYS + 1)
    yield world
    clock.set_source(None)


@pytest.mark.attacks("retention_and_disposal")
def test_nothing_is_disposed_of_before_its_time(closed: World) -> None:
    for days in (0, 1, FLOOR_DAYS - 1):
        later(days)
        with refused("retention_runs"):
            authorise(closed)
    assert log(closed, "disposal.authorised")[-1].result is Result.REFUSED


@pytest.mark.attacks("retention_and_disposal")
def test_open_round_has_no_retention_yet(opened: World) -> None:
    officer(opened)
    later(5000)
    try:
        with refused("round_open"):
            authorise(opened)
    finally:
        clock.set_source(None)


@pytest.mark.attacks("retention_and_disposal")
def test_schedule_cannot_be_shortened_below_the_law() -> None:
    with pytest.raises(ValidationError):
        RetentionRule.model_validate({**rule().model_dump(), "floor_days": FLOOR_DAYS - 1})
    forced = rule().model_copy(update={"floor_days": 1})
    assert eligible_from(now(), forced) - now() > timedelta(days=FLOOR_DAYS - 1)


@pytest.mark.attacks("retention_and_disposal")
@pytest.mark.parametrize("form", ["", "x", "yes please", "RC 075", "R" * 60, "https://example.org/form"])
def test_disposal_needs_the_number_of_a_signed_form(closed: World, form: str) -> None:
    with refused("authority_missing"):
        authorise(closed, form=form)


@pytest.mark.attacks("retention_and_disposal")
def test_disposal_without_authority_is_refused(closed: World) -> None:
    with refused("not_authorised"):
        dispose(closed.office, closed.actors["admin-1"], CASE)
    for person in ("admin-1", "inv-1", "rev-1", "aud-1", "board-1"):
        with refused("not_permitted", "decision_maker_looks"):
            authorise(closed, person)
    assert state(closed, CASE) is CaseState.RELEASED


@pytest.mark.attacks("retention_and_disposal")
def test_one_person_does_not_both_authorise_and_carry_out(closed: World) -> None:
    give_agency_role(closed.office.store, closed.actors["admin-1"], "rec-1", Role.ADMINISTRATOR)
    authorise(closed)
    with refused("four_eyes"):
        dispose(closed.office, closed.actors["rec-1"], CASE)
    for person in ("inv-1", "rev-1", "aud-1"):
        with refused("not_permitted"):
            dispose(closed.office, closed.actors[person], CASE)
    assert state(closed, CASE) is CaseState.RELEASED
    sql_refused(closed, "UPDATE disposal SET authorised_by = 'admin-1'")
    sql_refused(closed, "UPDATE disposal SET done_by = 'rec-1', done_at = '2030-01-01'")


@pytest.mark.attacks("retention_and_disposal")
def test_authority_is_given_once(closed: World) -> None:
    authorise(closed)
    with refused("authorised_already"):
        authorise(closed, form="RC-075-2028-015")


@pytest.mark.attacks("retention_and_disposal")
@pytest.mark.parametrize("whole_round", [True, False])
@pytest.mark.parametrize("after_authority", [True, False])
def test_hold_stops_disposal_whenever_it_was_placed(closed: World, after_authority: bool, whole_round: bool) -> None:
    officer(closed, "rec-2")
    if after_authority:
        authorise(closed)
    hold = place_hold(
        closed.office, closed.actors["rec-2"], ROUND, None if whole_round else CASE, HoldReason.LITIGATION
    )
    if after_authority:
        with refused("under_hold"):
            dispose(closed.office, closed.actors["admin-1"], CASE)
    else:
        with refused("under_hold"):
            authorise(closed)
    with refused("four_eyes"):
        lift_hold(closed.office, closed.actors["rec-2"], hold)
    for statement in (
        "UPDATE hold SET lifted_at = '2030-01-01'",
        "UPDATE hold SET lifted_by = placed_by, lifted_at = '2030-01-01'",
        "UPDATE hold SET \"case\" = 'R1.009', round = 'R1'",
        "UPDATE hold SET round = 'R2'",
        "DELETE FROM hold",
        "INSERT OR REPLACE INTO hold SELECT * FROM hold",
    ):
        sql_refused(closed, statement)
    lift_hold(closed.office, closed.actors["rec-1"], hold)
    with refused("changed_meanwhile", "lifted_already"):
        lift_hold(closed.office, closed.actors["rec-1"], hold)
    if not after_authority:
        authorise(closed)
    assert dispose(closed.office, closed.actors["admin-1"], CASE) > 0


@pytest.mark.attacks("retention_and_disposal")
def test_hold_on_a_case_under_another_rounds_name_is_refused(closed: World) -> None:
    """Accepted, it would look like a hold and protect nothing."""
    file = RoundFile(
        round="R2",
        agency="bridgeport",
        position="x",
        sworn=True,
        plan="declared-accounts",
        candidates=(RoundCandidate(number=1),),
    )
    open_round(closed.office, closed.actors["admin-1"], file, rules())
    with refused("other_round"):
        place_hold(closed.office, closed.actors["rec-1"], "R2", CASE, HoldReason.LITIGATION)
    with refused("unknown_id"):
        place_hold(closed.office, closed.actors["rec-1"], "R9", None, HoldReason.LITIGATION)


@pytest.mark.attacks("retention_and_disposal", "evidence_encrypted")
def test_after_disposal_nothing_opens_and_the_log_still_verifies(closed: World, tmp_path: Path) -> None:
    evidence = closed.evidence(CASE)[0]
    vault_files = [p for p in (closed.office.settings.home / "vault").rglob("*") if p.is_file()]
    authorise(closed)
    gone = dispose(closed.office, closed.actors["admin-1"], CASE)
    left = [p for p in vault_files if p.exists()]
    assert len(vault_files) - len(left) == gone > 5
    inv, rev = closed.actors["inv-1"], closed.actors["rev-1"]
    for attempt in (
        lambda: open_posts(closed.office, inv, evidence.id, OpenReason.COURT_ORDER),
        lambda: open_capture(closed.office, inv, evidence.id, OpenReason.COURT_ORDER),
        lambda: read_finding(closed.office, inv, f"{CASE}.F1"),
        lambda: read_draft(closed.office, rev, f"{CASE}.D2"),
        lambda: read_as_board(closed.office, rev, CASE),
        lambda: fetch(closed.office, closed.actors["board-1"], CASE),
    ):
        with refused("disposed"):
            attempt()
    with refused("step_done", "disposed"):
        keep(closed.office, inv, f"{CASE}.S1", capture_of(None), started_at=now())
    assert sql(closed, "SELECT sealed FROM release") == [("",)]
    assert sql(closed, "SELECT wrapped FROM vault_key WHERE scope = ?", CASE) == [("",)]
    path = tmp_path / "log.jsonl"
    export_log(closed.office, closed.actors["aud-1"], path)
    told = [
        e
        for e in verify_export(path, closed.office.keys.public).events()
        if e.case == CASE and e.action.startswith("disposal")
    ]
    assert [(e.action, e.actor, e.details["authority"]) for e in told] == [
        ("disposal.authorised", "rec-1", FORM),
        ("disposal.done", "admin-1", FORM),
    ]


@pytest.mark.attacks("retention_and_disposal")
def test_sealed_summary_is_overwritten_in_the_database_file(closed: World) -> None:
    sealed = sql(closed, "SELECT sealed FROM release")[0][0][200:400].encode()
    sql(closed, "PRAGMA wal_checkpoint(TRUNCATE)")
    database = closed.office.settings.home / "vetting.db"
    assert sealed in database.read_bytes()
    authorise(closed)
    dispose(closed.office, closed.actors["admin-1"], CASE)
    closed.office.close()
    sql(closed, "PRAGMA wal_checkpoint(TRUNCATE)")
    for path in closed.office.settings.home.glob("vetting.db*"):
        assert sealed not in path.read_bytes()


@pytest.mark.attacks("retention_and_disposal", "evidence_encrypted")
def test_interrupted_disposal_is_finished_by_repeating_it(closed: World, monkeypatch: pytest.MonkeyPatch) -> None:
    authorise(closed)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Vault, "drop", killed)
        with pytest.raises(KeyboardInterrupt):
            dispose(closed.office, closed.actors["admin-1"], CASE)
    row = closed.evidence(CASE)[0]
    (left,) = (closed.office.settings.home / "vault").rglob(row.object)
    assert left.exists()
    with refused("disposed"):
        open_capture(closed.office, closed.actors["inv-1"], row.id, OpenReason.COURT_ORDER)
    assert dispose(closed.office, closed.actors["admin-1"], CASE) > 5
    assert not left.exists()
    assert [e.details["repeated"] for e in log(closed, "disposal.done", Result.DONE)] == [False, True]


@pytest.mark.attacks("retention_and_disposal")
def test_disposal_that_fails_before_its_end_destroys_nothing(closed: World, monkeypatch: pytest.MonkeyPatch) -> None:
    authorise(closed)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("vetting.cases.disposal.move", killed)
        with pytest.raises(KeyboardInterrupt):
            dispose(closed.office, closed.actors["admin-1"], CASE)
    assert open_posts(closed.office, closed.actors["inv-1"], f"{CASE}.E1", OpenReason.COURT_ORDER)
    assert state(closed, CASE) is CaseState.RELEASED


@pytest.mark.attacks("retention_and_disposal", "evidence_encrypted")
def test_key_from_an_old_backup_does_not_bring_the_case_back(closed: World) -> None:
    """Row by row the database refuses; the boundary is a whole backup with its key file, which the threat model names."""
    wrapped = sql(closed, "SELECT wrapped FROM vault_key WHERE scope = ?", CASE)[0][0]
    authorise(closed)
    dispose(closed.office, closed.actors["admin-1"], CASE)
    sql(closed, "UPDATE vault_key SET wrapped = ? WHERE scope = ?", wrapped, CASE)
    sql_refused(closed, "UPDATE vault_key SET destroyed_at = NULL WHERE scope = ?", CASE)
    sql_refused(closed, "INSERT OR REPLACE INTO vault_key SELECT scope, wrapped, created_at, NULL FROM vault_key")
    sql_refused(closed, "DELETE FROM vault_key")
    fresh = Vault(Objects(None, closed.office.settings.home / "vault"), closed.office.keys.vault_kek)
    with refused("disposed"), closed.office.store.reading() as tx:
        fresh.get(tx, closed.evidence(CASE)[0].object, ObjectKind.CAPTURE)


@pytest.mark.attacks("retention_and_disposal", "records_retrievable")
def test_nightly_sweep_removes_no_record(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    opened.release(case)
    with opened.office.store.reading() as tx:
        from vetting.vault.vault import VaultObject

        known = {o.id for o in tx.all(VaultObject)}
        stray, _ = opened.office.vault.stage(tx, case, ObjectKind.CAPTURE, b"left behind")
    with opened.office.store.transaction() as tx:
        assert opened.office.vault.sweep(tx) == 0
        assert opened.office.vault.sweep(tx, timedelta(0)) == 1
    files = {p.name for p in (opened.office.settings.home / "vault").rglob("*") if p.is_file()}
    assert known <= files
    assert stray not in files


@pytest.mark.attacks("retention_and_disposal")
def test_database_forgets_nothing_by_itself(closed: World) -> None:
    for table in ("disposal", "hold", "vault_key", "case_file", "round", "release", "evidence", "finding", "event"):
        before = sql(closed, f"SELECT count(*) FROM {table}")  # noqa: S608
        if before != [(0,)]:
            sql_refused(closed, f"DELETE FROM {table}")  # noqa: S608
    drop_rules(closed)
    with refused("under_hold", "not_authorised"):
        dispose(closed.office, closed.actors["admin-1"], CASE)
