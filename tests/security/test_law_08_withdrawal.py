"""Law 8 for what is out already: nobody withdraws a summary alone, nobody un-withdraws one, and nothing takes a short way back."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from schemas.case import CaseState
from schemas.draft import Release, ReviewDecision
from schemas.event import Result
from schemas.person import Role
from schemas.withdrawal import Withdrawal, WithdrawalNotice, WithdrawalReason
from tests.security.doors import at_once, codes_of, collected, give, log, refused, sql, sql_refused, state
from tests.world import ROUND, World, person_key
from vetting.audit.exporting import export_log
from vetting.cases import back_to, move
from vetting.clock import now
from vetting.findings.record import supersede_finding
from vetting.keys.agency import AgencyKeys
from vetting.keys.files import read_small
from vetting.reports.uniformity import Verdict, uniformity
from vetting.review.decide import decide
from vetting.rounds.closing import close_round
from vetting.rounds.people import end_assignment
from vetting.sealing.notice import NOTICE_TYPE, read_notice, sign_notice
from vetting.sealing.open import open_sealed
from vetting.sealing.release import fetch, release
from vetting.sealing.withdrawal import (
    decide_withdrawal,
    fetch_notice,
    read_withdrawal,
    request_withdrawal,
    withdrawals_of,
)

NOTE = "The synthetic interview was with somebody else."
WRONG = WithdrawalReason.SUPPORT_LOST


def ask(world: World, case: str, person: str = "inv-1") -> str:
    return request_withdrawal(world.office, world.actors[person], case, WRONG, NOTE)


def withdraw(world: World, case: str) -> None:
    decide_withdrawal(world.office, world.actors["rev-1"], ask(world, case), approve=True)


@pytest.fixture
def out(opened: World) -> tuple[World, str]:
    """Candidate 1's summary is released."""
    case = collected(opened)
    opened.find(case)
    opened.release(case)
    return opened, case


@pytest.mark.attacks("four_eyes")
def test_nobody_withdraws_alone(out: tuple[World, str]) -> None:
    world, case = out
    asked = ask(world, case, "rev-1")
    with refused("four_eyes"):
        decide_withdrawal(world.office, world.actors["rev-1"], asked, approve=True)
    for person in ("inv-1", "aud-1", "admin-1", "board-1"):
        with refused("not_permitted", "decision_maker_looks"):
            decide_withdrawal(world.office, world.actors[person], asked, approve=True)
    assert state(world, case) is CaseState.RELEASED
    assert fetch(world.office, world.actors["board-1"], case)
    give(world, "rev-2", Role.REVIEWER)
    decide_withdrawal(world.office, world.actors["rev-2"], asked, approve=True)
    assert state(world, case) is CaseState.COLLECTED


@pytest.mark.attacks("four_eyes", "search_by_non_decision_maker")
@pytest.mark.parametrize("person", ["board-1", "aud-1", "admin-1"])
def test_withdrawal_is_asked_for_by_who_worked_on_the_round(out: tuple[World, str], person: str) -> None:
    world, case = out
    with refused("not_permitted", "decision_maker_looks"):
        ask(world, case, person)
    asked = ask(world, case)
    if person != "aud-1":
        with refused("not_permitted", "decision_maker_looks"):
            read_withdrawal(world.office, world.actors[person], asked)
        with refused("not_permitted", "decision_maker_looks"):
            withdrawals_of(world.office, world.actors[person], ROUND)


@pytest.mark.attacks("four_eyes", "validate_before_use")
def test_withdrawn_summary_is_fetched_by_nobody_and_who_holds_it_is_named(out: tuple[World, str]) -> None:
    world, case = out
    sealed = fetch(world.office, world.actors["board-2"], case)
    fetch(world.office, world.actors["board-2"], case)
    asked = ask(world, case)
    told = decide_withdrawal(world.office, world.actors["rev-1"], asked, approve=True)
    assert [holder.person for holder in told] == ["board-2"]
    for person in ("board-1", "board-2"):
        with refused("withdrawn"):
            fetch(world.office, world.actors[person], case)
    event = log(world, "summary.withdrawn")[-1]
    assert (event.actor, event.subject, event.result) == ("rev-1", asked, Result.DONE)
    assert event.details["fetched_by"] == ("board-2",)
    assert event.details["requested_by"] == "inv-1"
    assert event.details["sealed_sha256"] == hashlib.sha256(sealed).hexdigest()
    assert NOTE not in str(log(world))
    database = b"".join(path.read_bytes() for path in world.office.settings.home.glob("vetting.db*"))
    assert NOTE.encode() not in database
    row, words, _ = read_withdrawal(world.office, world.actors["aud-1"], asked)
    assert (row.reason, words) == (WRONG, NOTE)


@pytest.mark.attacks("four_eyes")
def test_refused_withdrawal_changes_nothing_and_is_decided_once(out: tuple[World, str]) -> None:
    world, case = out
    asked = ask(world, case)
    with refused("asked_already"):
        ask(world, case, "rev-1")
    decide_withdrawal(world.office, world.actors["rev-1"], asked, approve=False)
    with refused("decided_already"):
        decide_withdrawal(world.office, world.actors["rev-1"], asked, approve=True)
    assert state(world, case) is CaseState.RELEASED
    assert fetch(world.office, world.actors["board-1"], case)
    assert ask(world, case).endswith("withdrawal-2")


@pytest.mark.attacks("four_eyes")
def test_approval_and_refusal_at_the_same_moment_are_one_decision(out: tuple[World, str]) -> None:
    world, case = out
    give(world, "rev-2", Role.REVIEWER)
    asked = ask(world, case)
    results = at_once(
        lambda: decide_withdrawal(world.office, world.actors["rev-1"], asked, approve=True),
        lambda: decide_withdrawal(world.office, world.actors["rev-2"], asked, approve=False),
    )
    assert codes_of(results) in (["decided_already"], ["not_released"])
    with world.office.store.reading() as tx:
        row = tx.get(Withdrawal, asked)
        gone = tx.find(Release, case=case, withdrawn_at=None) is None
    assert gone is bool(row.approved)
    assert (state(world, case) is CaseState.COLLECTED) is gone


@pytest.mark.attacks("four_eyes", "validate_before_use")
def test_case_comes_back_by_the_whole_way_only(out: tuple[World, str]) -> None:
    world, case = out
    with refused("requirements_unmet") as caught, world.office.store.transaction() as tx:
        move(tx, case, CaseState.COLLECTED)
    assert "summary_in_force" in caught.value.message
    with refused("already_released"), world.office.store.transaction() as tx:
        back_to(tx, case, CaseState.COLLECTED)
    withdraw(world, case)
    with refused("out_of_order") as caught:
        release(world.office, world.actors["rev-1"], case)
    assert "draft_withdrawn" in caught.value.message
    with refused("out_of_order", "approved_already"):
        decide(world.office, world.actors["rev-1"], f"{case}.D2", ReviewDecision.APPROVED, certify=True)
    with refused("not_released"):
        ask(world, case)
    sql_refused(world, "INSERT INTO release SELECT 'x', \"case\", 2, draft, review, author, released_by, released_at,"
                " readers, recipients_sha256, sealed_sha256, sealed, NULL, id FROM release")  # fmt: skip
    draft = world.submit(case)
    with refused("out_of_order"):
        release(world.office, world.actors["rev-1"], case)
    decide(world.office, world.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)
    assert release(world.office, world.actors["rev-1"], case).version == 2


@pytest.mark.attacks("four_eyes", "sealed_to_readers", "validate_before_use")
def test_corrected_summary_names_what_it_replaces_and_the_old_file_is_refused(out: tuple[World, str]) -> None:
    world, case = out
    old = fetch(world.office, world.actors["board-1"], case)
    withdraw(world, case)
    proved = read_notice(fetch_notice(world.office, world.actors["board-1"], case), world.office.keys.public)
    supersede_finding(
        world.office,
        world.actors["inv-1"],
        f"{case}.F1",
        world.content(case, narrative="The candidate wrote about driving too fast."),
    )
    made = world.release(case)
    new = fetch(world.office, world.actors["board-1"], case)
    assert made.replaces == f"{case}.summary-1"

    def read(data: bytes, **more: Any) -> Any:
        return open_sealed(data, person_key("board-1"), world.office.keys.public, **more)

    assert (read(new, notices=[proved]).version, read(new).replaces, read(old).replaces) == (2, 1, None)
    with refused("withdrawn"):
        read(old, notices=[proved])
    with refused("superseded"):
        read(old, least_version=2)
    # A notice that names the summary and not these bytes counts too: a reader may have another copy of the same version.
    with refused("withdrawn"):
        read(old, notices=[proved.model_copy(update={"sealed_sha256": "0" * 64})])
    assert read(old, notices=[proved.model_copy(update={"sealed_sha256": "0" * 64, "case": "R1.002"})])


@pytest.mark.attacks("four_eyes", "sealed_to_readers")
def test_notice_is_believed_only_with_the_agencys_signature_on_a_notice(out: tuple[World, str]) -> None:
    world, case = out
    withdraw(world, case)
    keys, other = world.office.keys, AgencyKeys.create("Another Synthetic Department")
    data = fetch_notice(world.office, world.actors["board-1"], case)
    assert read_notice(data, keys.public).case == case
    notice = WithdrawalNotice(
        round=ROUND, case=case, version=1, sealed_sha256="0" * 64, reason=WRONG, withdrawn_at=now()
    )
    with refused("wrong_agency"):
        read_notice(sign_notice(notice, other).encode(), keys.public)
    signed = json.loads(data)[NOTICE_TYPE]
    head, body, tail = signed.split(".")
    other_body = json.loads(sign_notice(notice, other))[NOTICE_TYPE].split(".")[1]
    for forged in (f"{head}.{other_body}.{tail}", f"{head}.{body}.{tail[:-4]}AAAA", "a.b.c", ""):
        with refused("wrong_agency"):
            read_notice(json.dumps({NOTICE_TYPE: forged}).encode(), keys.public)
    # What the agency signed as something else is no notice, whatever it says.
    from vetting.sealing.seal import sign_payload

    with refused("wrong_agency"):
        text = sign_payload(notice.model_dump_json().encode(), keys)
        read_notice(json.dumps({NOTICE_TYPE: text}).encode(), keys.public)
    for junk in (b"", b"[]", b"{}", b'{"vetting-withdrawal-notice": 1}', b"{" * 5000, b" " * 20000):
        with refused("not_a_notice"):
            read_notice(junk, keys.public)


@pytest.mark.attacks("four_eyes")
def test_notice_goes_to_readers_and_to_those_who_tell_them(out: tuple[World, str]) -> None:
    world, case = out
    with refused("not_withdrawn"):
        fetch_notice(world.office, world.actors["board-1"], case)
    withdraw(world, case)
    give(world, "board-3", Role.DECISION_MAKER)
    with refused("not_a_reader"):
        fetch_notice(world.office, world.actors["board-3"], case)
    with refused("not_permitted"):
        fetch_notice(world.office, world.actors["admin-1"], case)
    end_assignment(world.office.store, world.actors["admin-1"], ROUND, "board-1", Role.DECISION_MAKER)
    with refused("not_permitted"):
        fetch_notice(world.office, world.actors["board-1"], case)
    for person in ("board-2", "inv-1", "rev-1", "aud-1"):
        data = fetch_notice(world.office, world.actors[person], case)
        assert read_notice(data, world.office.keys.public).version == 1
        assert log(world)[-1].action == "summary.notice_fetched"


@pytest.mark.attacks("four_eyes")
def test_round_is_not_closed_over_an_open_question_and_a_closed_round_can_still_withdraw(world: World) -> None:
    world.open_round(1)
    case = collected(world)
    world.release(case)
    asked = ask(world, case)
    with refused("withdrawal_undecided"):
        close_round(world.office, world.actors["admin-1"], ROUND)
    decide_withdrawal(world.office, world.actors["rev-1"], asked, approve=False)
    close_round(world.office, world.actors["admin-1"], ROUND)
    withdraw(world, case)
    assert state(world, case) is CaseState.COLLECTED
    assert world.release(case).version == 2


def test_uniformity_report_tells_a_withdrawal_out_of_the_exported_log(world: World, tmp_path: Path) -> None:
    world.open_round(1)
    case = collected(world)
    world.release(case)
    fetch(world.office, world.actors["board-1"], case)
    withdraw(world, case)
    keys = world.office.keys.public
    export_log(world.office, world.actors["aud-1"], tmp_path / "one")
    assert uniformity(tmp_path / "one", keys, ROUND).verdict is Verdict.UNFINISHED
    world.release(case)
    export_log(world.office, world.actors["aud-1"], tmp_path / "two")
    report = uniformity(tmp_path / "two", keys, ROUND)
    assert report.verdict is Verdict.UNIFORM
    assert [r.rule for r in report.reasons] == ["summary_withdrawn"]
    assert "fetched before by board-1" in report.reasons[0].sentence
    assert not report.conflicts


@pytest.mark.attacks("four_eyes")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE release SET withdrawn_at = '2026-01-01'",
        "UPDATE withdrawal SET decided_by = 'inv-1', decided_at = '2026-01-01', approved = 1, notice = 'x'",
        "UPDATE withdrawal SET approved = 1",
        "UPDATE withdrawal SET decided_by = 'rev-1', decided_at = '2026-01-01', approved = 1",
        "UPDATE withdrawal SET decided_by = 'rev-1', decided_at = '2026-01-01', approved = 0, notice = 'x'",
        "UPDATE withdrawal SET requested_by = 'rev-1'",
        "UPDATE withdrawal SET reason = 'other'",
        "UPDATE withdrawal SET release = 'x'",
        "DELETE FROM withdrawal",
        "INSERT OR REPLACE INTO withdrawal SELECT * FROM withdrawal",
        (
            "INSERT INTO withdrawal SELECT 'x', \"case\", release, reason, note_object, requested_by, requested_at, 'rev-1',"
            " '2026-01-01', 1, 'x' FROM withdrawal"
        ),
        (
            "INSERT INTO withdrawal SELECT 'x', 'R1.002', release, reason, note_object, requested_by, requested_at, NULL, NULL,"
            " NULL, NULL FROM withdrawal"
        ),
        (
            "INSERT INTO release SELECT 'x', \"case\", 2, 'y', review, author, released_by, released_at, readers,"
            " recipients_sha256, sealed_sha256, sealed, '2026-01-01', NULL FROM release"
        ),
    ],
)
def test_database_withdraws_nothing_by_itself(out: tuple[World, str], statement: str) -> None:
    world, case = out
    ask(world, case)
    sql_refused(world, statement)
    assert sql(world, "SELECT withdrawn_at FROM release") == [(None,)]


@pytest.mark.attacks("four_eyes")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE release SET withdrawn_at = NULL",
        "UPDATE release SET withdrawn_at = '2099-01-01'",
        "UPDATE release SET replaces = id",
        "UPDATE withdrawal SET approved = 0",
        "UPDATE withdrawal SET notice = NULL",
        "UPDATE withdrawal SET decided_by = 'inv-1'",
        "DELETE FROM withdrawal",
        "DELETE FROM release",
    ],
)
def test_database_un_withdraws_nothing(out: tuple[World, str], statement: str) -> None:
    world, case = out
    withdraw(world, case)
    sql_refused(world, statement)


def test_small_files_are_read_to_their_limit(tmp_path: Path) -> None:
    path = tmp_path / "notice"
    path.write_bytes(b"x" * 100)
    assert read_small(path, 10) == b"x" * 11
    with refused("file_not_readable"):
        read_small(tmp_path / "none", 10)
