"""The export as an act: on record, signed, whole, and for those only who may."""

from pathlib import Path

import pytest

from tests.world import ROUND, World
from vetting.audit.export import open_export
from vetting.audit.exporting import export_for_report, export_log, sign_log
from vetting.audit.tags import Action
from vetting.audit.verify import verify_export
from vetting.errors import InputError, IntegrityError, PolicyError


def test_the_export_verifies_and_holds_the_event_of_itself(opened: World, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    size = export_log(opened.office, opened.actors["admin-1"], path)
    assert verify_export(path, opened.office.keys.public).size == size
    with open_export(path) as log:
        last = list(log.events())[-1][1]
    assert Action.LOG_EXPORTED.value.encode() in last
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_second_export_continues_the_first(opened: World, tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    export_log(opened.office, opened.actors["aud-1"], first)
    with open_export(first) as log:
        kept = log.checkpoints()[-1]
    opened.declare(1)
    export_log(opened.office, opened.actors["aud-1"], second)
    assert verify_export(second, opened.office.keys.public, earlier=kept).continues is not None


@pytest.mark.parametrize("person", ["inv-1", "rev-1", "board-1"])
def test_others_may_not_export(opened: World, tmp_path: Path, person: str) -> None:
    for act in (lambda p: export_log(opened.office, p, tmp_path / "x"), lambda p: sign_log(opened.office, p)):
        with pytest.raises(PolicyError):
            act(opened.actors[person])
    assert not (tmp_path / "x").exists()


def test_only_the_rounds_auditor_makes_its_report(opened: World, tmp_path: Path) -> None:
    with pytest.raises(PolicyError):
        export_for_report(opened.office, opened.actors["admin-1"], ROUND, tmp_path / "x")
    export_for_report(opened.office, opened.actors["aud-1"], ROUND, tmp_path / "x")
    assert Action.REPORT_MADE.value in (tmp_path / "x").read_text()


def test_an_existing_file_is_never_written_over(opened: World, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text("earlier")
    with pytest.raises(InputError) as refusal:
        export_log(opened.office, opened.actors["admin-1"], path)
    assert refusal.value.code == "file_exists"
    assert path.read_text() == "earlier"


def test_a_disk_fault_leaves_no_half_file(opened: World, tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        export_log(opened.office, opened.actors["admin-1"], tmp_path / "absent" / "log")
    assert refusal.value.code == "file_not_writable"


@pytest.mark.attacks("tamper_evident_log")
def test_an_altered_log_is_not_signed_again(opened: World, tmp_path: Path) -> None:
    import sqlite3

    sign_log(opened.office, opened.actors["admin-1"])
    raw = sqlite3.connect(opened.office.settings.home / "vetting.db")
    for (name,) in raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'event'"
    ).fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("UPDATE event SET body = CAST(replace(body, 'admin-1', 'admin-2') AS BLOB) WHERE seq = 3")
    raw.commit()
    raw.close()
    with pytest.raises(IntegrityError) as refusal:
        export_log(opened.office, opened.actors["admin-1"], tmp_path / "log")
    assert refusal.value.code == "log_altered"
    assert not (tmp_path / "log").exists()
