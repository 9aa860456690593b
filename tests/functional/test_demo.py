"""The demo goes as told: exit code 0, the promised scenes and refusals, the promised files, and nothing of a candidate beside them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demo.cast import BIAS, CANDIDATES, FEED, ROUND, RUMOUR, SPEED
from vetting.audit.verify import verify_export
from vetting.keys.agency import read_agency_public
from vetting.reports.uniformity import uniformity
from vetting.sealing.envelope import read_sealed

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
ROOT = Path(__file__).resolve().parents[2]
REFUSALS = {
    "role_conflict",
    "credential_missing",
    "authenticator_password_label",
    "decision_maker_looks",
    "four_eyes",
    "basis_protected",
    "account_not_attributed",
    "out_of_order",
    "not_a_reader",
    "wrong_case",
    "altered",
    "log_altered",
}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """The demo, run once in an empty folder."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VETTING_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default", "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.demo"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    return done, folder / "demo-output"


def test_demo_goes_as_told(played: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    done, _ = played
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert re.search(r"All went as told: \d+ scenes, \d+ commands, \d+ refusals, \d+ seconds\.", done.stdout)
    assert "uniform with approved deviations" in done.stdout


def test_demo_shows_every_promised_refusal(played: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    done, _ = played
    assert set(re.findall(r"\((?:policy|state|input|integrity): (\w+)\)", done.stdout)) >= REFUSALS


def test_demo_fits_a_hundred_columns_and_makes_no_noise(played: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    done, _ = played
    assert max(map(len, done.stdout.splitlines())) <= 100
    assert done.stderr == ""
    assert "Traceback" not in done.stdout
    assert "\x1b" not in done.stdout, "colours in a pipe"


def test_attack_stays_readable_and_its_target_is_neutral(played: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    done, _ = played
    read_by_board = done.stdout.partition("What the board reads")[2]
    assert "vermin and should be driven out of this town" in read_by_board
    assert "Muslim" not in read_by_board
    assert "1 finding was held back" in read_by_board


def test_demo_leaves_summaries_and_a_log_that_prove_themselves(
    played: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    _, output = played
    public = read_agency_public(output / "office/keys/agency.pub.json")
    assert verify_export(output / "auditor/log.jsonl", public).size > 200
    assert uniformity(output / "auditor/log.jsonl", public, ROUND).uniform
    for candidate in CANDIDATES:
        assert read_sealed(output / f"board/{candidate.case}.sealed.json")


def test_demo_leaves_no_content_outside_vault_and_declarations(
    played: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    _, output = played
    posts = [SPEED, BIAS, RUMOUR]
    words = [text.encode() for text in (*posts, *(c.name for c in CANDIDATES), "specimen_three", "specimen_fife")]
    declarations = {output / "given/declarations.yaml"}
    for file in (f for f in output.rglob("*") if f.is_file() and f not in declarations):
        data = file.read_bytes()
        assert not [w for w in words if w in data], f"{file.relative_to(output)} holds content of a candidate"
    assert FEED in {c.number for c in CANDIDATES}
