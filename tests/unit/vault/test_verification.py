"""Kept evidence checked again: what sound evidence looks like, and what each kind of change is called."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from schemas.event import Result
from schemas.evidence import ObjectKind
from tests.evidence import keep_all, warc_capture, with_authority
from tests.security.doors import collected, drop_rules, log, raw, refused, sql
from tests.simulators.tsa import TimestampAuthority
from tests.world import ROUND, World
from vetting import clock
from vetting.vault.verification import check_case, verify_case, verify_round


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> TimestampAuthority:
    return TimestampAuthority(tmp_path_factory.mktemp("tsa"), days=2)


@pytest.fixture
def case(opened: World) -> str:
    case = opened.declare(1)
    keep_all(opened, case)
    return case


def test_sound_evidence_has_its_content_recomputed_from_the_warc(opened: World, case: str) -> None:
    first, second = check_case(opened.office, opened.actors["rev-1"], case)
    assert (first.evidence, first.problems, first.content, first.timestamp) == (
        f"{case}.E1",
        (),
        "recomputed",
        "absent",
    )
    assert second.problems == ()
    assert log(opened)[-1].details == {"role": "reviewer", "checked": 2, "bad": ()}


def test_a_captured_file_of_another_kind_is_checked_whole(opened: World) -> None:
    case = collected(opened)
    assert {check.content for check in check_case(opened.office, opened.actors["inv-1"], case)} == {"whole_file"}


def test_time_stamp_is_verified_and_an_expired_certificate_is_told(
    opened: World, tsa: TimestampAuthority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_authority(opened, tsa, monkeypatch)
    case = opened.declare(1)
    keep_all(opened, case)
    actor = opened.actors["inv-1"]
    first, _ = check_case(opened.office, actor, case)
    assert (first.timestamp, first.problems) == ("valid", ())
    assert first.stamped_at is not None
    assert abs(first.stamped_at - clock.now()) < timedelta(minutes=5)
    later = clock.now() + timedelta(days=900)
    clock.set_source(lambda: later)
    try:
        again, _ = check_case(opened.office, actor, case)
    finally:
        clock.set_source(None)
    assert (again.timestamp, again.problems) == ("valid_certificate_expired", ())
    assert again.stamped_at == first.stamped_at


def test_time_stamp_of_another_authority_fails_and_without_one_it_is_not_checked(
    opened: World, tsa: TimestampAuthority, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_authority(opened, tsa, monkeypatch)
    case = opened.declare(1)
    keep_all(opened, case)
    actor = opened.actors["inv-1"]
    with_authority(opened, TimestampAuthority(tmp_path / "other"), monkeypatch)
    assert [c.problems for c in check_case(opened.office, actor, case)] == [("timestamp_not_valid",)] * 2
    object.__setattr__(
        opened.office, "settings", opened.office.settings.model_copy(update={"timestamp_ca": tmp_path / "none.pem"})
    )
    with refused("timestamp_ca_missing"):
        check_case(opened.office, actor, case)
    object.__setattr__(opened.office, "settings", opened.office.settings.model_copy(update={"timestamp_ca": None}))
    assert {(c.timestamp, c.problems) for c in check_case(opened.office, actor, case)} == {("not_checked", ())}


def test_round_is_checked_case_by_case(opened: World, case: str) -> None:
    other = opened.declare(2)
    keep_all(opened, other)
    checks = verify_round(opened.office, opened.actors["inv-1"], ROUND)
    assert [c.evidence for c in checks] == [f"{c}.E{n}" for c in (case, other) for n in (1, 2)]
    assert [e.case for e in log(opened, "evidence.verified")] == [case, other]
    with refused("decision_maker_looks"):
        verify_round(opened.office, opened.actors["board-1"], ROUND)
    with refused("unknown_id"):
        verify_round(opened.office, opened.actors["inv-1"], "R9")


def object_of(world: World, evidence: str, column: str) -> Path:
    name = sql(world, f"SELECT {column} FROM evidence WHERE id = ?", evidence)[0][0]  # noqa: S608
    return next((world.office.settings.home / "vault").rglob(name))


@pytest.mark.attacks("authentic_capture", "records_retrievable")
@pytest.mark.parametrize("column", ["object", "posts_object", "timestamp_object"])
@pytest.mark.parametrize("damage", ["bit", "gone"])
def test_a_missing_or_altered_byte_names_the_item_in_an_event(
    opened: World, tsa: TimestampAuthority, monkeypatch: pytest.MonkeyPatch, column: str, damage: str
) -> None:
    with_authority(opened, tsa, monkeypatch)
    case = opened.declare(1)
    keep_all(opened, case)
    file = object_of(opened, f"{case}.E2", column)
    if damage == "gone":
        file.unlink()
    else:
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(bytes(data))
    assert verify_case(opened.office, opened.actors["inv-1"], case) == [f"{case}.E2"]
    code = "object_missing" if damage == "gone" else "object_altered"
    assert log(opened)[-1].details["bad"] == (f"{case}.E2",)
    assert log(opened)[-1].details["problems"] == {f"{case}.E2": (code,)}


ROW_CHANGES = {
    "captured at another step": "UPDATE evidence SET step = (SELECT max(id) || '0' FROM step) WHERE id = ?",
    "another method": "UPDATE evidence SET method = 'web_page' WHERE id = ?",
    "fewer items": "UPDATE evidence SET items = items - 1 WHERE id = ?",
    "another size": "UPDATE evidence SET size = size + 1 WHERE id = ?",
    "another content digest": "UPDATE evidence SET content_sha256 = sha256 WHERE id = ?",
    "the stamp is gone": "UPDATE evidence SET timestamp = 'absent', timestamp_object = NULL WHERE id = ?",
    "the items are gone": "UPDATE evidence SET posts_object = NULL, items = 0 WHERE id = ?",
    "kept by somebody else": "UPDATE evidence SET kept_by = 'rev-1' WHERE id = ?",
}


@pytest.mark.attacks("authentic_capture", "records_retrievable")
@pytest.mark.parametrize("change", ROW_CHANGES)
def test_a_row_altered_behind_our_back_does_not_agree_with_the_log(
    opened: World, tsa: TimestampAuthority, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    with_authority(opened, tsa, monkeypatch)
    case = opened.declare(1)
    keep_all(opened, case)
    drop_rules(opened)
    with raw(opened) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(ROW_CHANGES[change], (f"{case}.E1",))
    (bad, sound) = check_case(opened.office, opened.actors["inv-1"], case)
    assert "row_differs_from_log" in bad.problems
    assert sound.problems == ()
    assert log(opened)[-1].details["bad"] == (f"{case}.E1",)


@pytest.mark.attacks("authentic_capture", "records_retrievable")
def test_a_row_that_was_deleted_is_named(opened: World, case: str) -> None:
    drop_rules(opened)
    sql(opened, "DELETE FROM evidence WHERE id = ?", f"{case}.E2")
    assert verify_case(opened.office, opened.actors["inv-1"], case) == [f"{case}.E2"]
    assert log(opened)[-1].details["problems"] == {f"{case}.E2": ("row_missing",)}


@pytest.mark.attacks("authentic_capture")
def test_evidence_put_in_without_having_been_kept_is_named(opened: World, case: str) -> None:
    drop_rules(opened)
    columns = (
        '"case", account, object, posts_object, statement_object, sha256, content_sha256, size, media_type, method'
    )
    rest = "items, captured_at, kept_at, kept_by, timestamp, timestamp_object"
    with raw(opened) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(
            f"INSERT INTO evidence (id, step, {columns}, {rest})"  # noqa: S608
            f" SELECT ?, 'R1.001.S99', {columns}, {rest} FROM evidence WHERE id = ?",
            (f"{case}.E3", f"{case}.E1"),
        )
    assert verify_case(opened.office, opened.actors["inv-1"], case) == [f"{case}.E3"]


@pytest.mark.attacks("authentic_capture")
def test_capture_exchanged_with_row_and_keys_does_not_agree_with_the_log(opened: World, case: str) -> None:
    """Somebody with keys and database puts other bytes in and makes every digest of the rows fit."""
    forged = warc_capture(("A post that nobody wrote.",) * 3)
    with opened.office.store.transaction() as tx:
        name = opened.office.vault.put(tx, case, ObjectKind.CAPTURE, forged.data)
    drop_rules(opened)
    sql(
        opened,
        "UPDATE evidence SET object = ?, sha256 = ?, content_sha256 = ?, size = ? WHERE id = ?",
        name,
        hashlib.sha256(forged.data).hexdigest(),
        forged.content_sha256,
        len(forged.data),
        f"{case}.E1",
    )
    bad, _ = check_case(opened.office, opened.actors["inv-1"], case)
    assert "row_differs_from_log" in bad.problems


@pytest.mark.attacks("authentic_capture")
def test_items_exchanged_with_row_and_keys_do_not_agree_with_the_log(opened: World, case: str) -> None:
    """The text that findings cite, properly encrypted and as many lines as before, is not the one that was kept."""
    with opened.office.store.transaction() as tx:
        row = opened.evidence(case)[0]
        lines = opened.office.vault.get(tx, row.posts_object or "", ObjectKind.POSTS)
        name = opened.office.vault.put(tx, case, ObjectKind.POSTS, lines.replace(b"tomatoes", b"bombs"))
    drop_rules(opened)
    sql(opened, "UPDATE evidence SET posts_object = ? WHERE id = ?", name, row.id)
    bad, _ = check_case(opened.office, opened.actors["inv-1"], case)
    assert bad.problems == ("row_differs_from_log",)
    sql(opened, "UPDATE evidence SET posts_object = ? WHERE id = ?", row.posts_object, row.id)
    file, other = object_of(opened, row.id, "posts_object"), next((opened.office.settings.home / "vault").rglob(name))
    file.write_bytes(other.read_bytes())
    sql(
        opened,
        "UPDATE vault_object SET cipher_sha256 = (SELECT cipher_sha256 FROM vault_object WHERE id = ?) WHERE id = ?",
        name,
        row.posts_object,
    )
    bad, _ = check_case(opened.office, opened.actors["inv-1"], case)
    assert "object_differs_from_log" in bad.problems


@pytest.mark.attacks("authentic_capture", "tamper_evident_log")
def test_row_and_log_altered_together_are_found_by_the_log_itself(opened: World, case: str) -> None:
    old = opened.evidence(case)[0].content_sha256
    drop_rules(opened)
    sql(opened, "UPDATE evidence SET content_sha256 = sha256")
    for row in opened.evidence(case):
        sql(
            opened,
            "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), ?, ?) AS BLOB) WHERE action = 'evidence.kept'",
            old,
            row.sha256,
        )
    with refused("log_altered"):
        verify_case(opened.office, opened.actors["inv-1"], case)
    assert log(opened)[-1].result is Result.REFUSED
    assert log(opened)[-1].code == "log_altered"
