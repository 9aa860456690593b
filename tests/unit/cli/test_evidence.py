"""Evidence by commands: checked again, exported as a package and as WACZ, and looked after every night."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.evidence import keep_all
from tests.unit.cli.terminal import Terminal

CASE = "R1.001"


@pytest.fixture
def kept(terminal: Terminal) -> Terminal:
    """Candidate 1 has two web archives."""
    keep_all(terminal.world, terminal.world.declare(1))
    return terminal


def alter(terminal: Terminal) -> None:
    row = terminal.world.evidence(CASE)[1]
    file = next((terminal.world.office.settings.home / "vault").rglob(row.object))
    file.write_bytes(file.read_bytes() + b"\0")


def test_verify_names_what_fails_and_why(kept: Terminal) -> None:
    shown = kept.done("inv-1", "evidence", "verify", CASE)
    assert "recomputed" in shown
    assert "matches its digests and the log" in shown
    assert f"{CASE}.E2" in kept.done("rev-1", "evidence", "verify", "--round", "R1")
    alter(kept)
    for what in ((CASE,), ("--round", "R1")):
        code, out, err = kept.run("inv-1", "evidence", "verify", *what)
        assert (code, "object altered" in out, f"{CASE}.E2" in err) == (5, True, True)
        assert f"{CASE}.E1" not in err
    assert kept.run("inv-1", "evidence", "verify")[0] == 2
    assert kept.run("inv-1", "evidence", "verify", CASE, "--round", "R1")[0] == 2


def test_a_case_is_exported_as_a_package(kept: Terminal, tmp_path: Path) -> None:
    export = ("evidence", "export", CASE, "--out", str(tmp_path / "package"))
    shown = kept.done("inv-1", *export, "--reason", "court_order")
    assert "2 items" in shown
    assert "another way than the package" in shown
    done = subprocess.run(["bash", "check.sh"], cwd=tmp_path / "package", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    code, _, err = kept.run("inv-1", *export, "--reason", "court_order")
    assert (code, "(input: file_exists)" in err) == (2, True)
    export = (*export[:-1], str(tmp_path / "other"))
    assert "(policy: export_reason)" in kept.run("inv-1", *export, "--reason", "review")[2]
    assert "(policy: decision_maker_looks)" in kept.run("board-1", *export, "--reason", "court_order")[2]
    assert not (tmp_path / "other").exists()


def test_one_item_is_exported_as_itself_and_as_wacz(kept: Terminal, tmp_path: Path) -> None:
    item = (f"{CASE}.E1", "--reason", "validate", "--out")
    kept.done("inv-1", "evidence", "export", *item, str(tmp_path / "one.warc.gz"))
    assert "WARC in it" in kept.done("inv-1", "evidence", "export-wacz", *item, str(tmp_path / "one.wacz"))
    with zipfile.ZipFile(tmp_path / "one.wacz") as archive:
        assert archive.read("archive/data.warc.gz") == (tmp_path / "one.warc.gz").read_bytes()
    assert kept.run("inv-1", "evidence", "export-wacz", *item, str(tmp_path / "one.wacz"))[0] == 2


@pytest.mark.enable_socket
@pytest.mark.timeout(240)
def test_maintain_ends_with_5_when_an_item_fails(kept: Terminal) -> None:
    assert "All evidence of R1 is sound" in kept.done("rev-1", "maintain", "R1")
    assert kept.run("board-1", "maintain", "R1")[0] == 3
    assert kept.run("rev-1", "maintain", "R9")[0] == 2
    alter(kept)
    code, _, err = kept.run("rev-1", "maintain", "R1")
    assert (code, f"{CASE}.E2" in err) == (5, True)
