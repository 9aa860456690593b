"""`vetting report uniformity`, on a machine that has the file and the key and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from schemas.keys import AgencyPublic
from tests.simulators.auditlog import signed
from tests.simulators.roundlog import ONE, ROUND, RoundStory, whole_round
from vetting.cli.report import app
from vetting.errors import IntegrityError
from vetting.keys.agency import AgencyKeys

KEYS = AgencyKeys.create("Synthetic Police Department")
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    public: AgencyPublic = KEYS.public
    (tmp_path / "agency.pub.json").write_text(public.model_dump_json())
    monkeypatch.setenv("VETTING_HOME", str(tmp_path / "nowhere"))

    def call(story: RoundStory, *more: str) -> Result:
        log = story.export(tmp_path / "log.jsonl", KEYS)
        given = ["uniformity", ROUND, "--log", str(log), "--key", str(tmp_path / "agency.pub.json")]
        return CliRunner().invoke(app, [*given, "--out", str(tmp_path / "report"), *more])

    return call


def test_uniform_round_ends_with_0_and_says_where_the_files_lie(run: Run, tmp_path: Path) -> None:
    result = run(whole_round())
    assert result.exit_code == 0
    assert f"Round {ROUND}: uniform." in result.output
    assert KEYS.public.fingerprint in result.output
    assert str(tmp_path / "report" / "uniformity.html") in result.output
    assert (tmp_path / "report" / "uniformity-steps.csv").read_bytes().startswith(b'"candidate","account"')
    assert not (tmp_path / "nowhere").exists()


def test_round_that_is_not_uniform_ends_with_1_and_the_reason(run: Run, tmp_path: Path) -> None:
    story = whole_round()
    story.step(ONE, "posts", "A1", attempt=2)
    result = run(story)
    assert result.exit_code == 1
    assert f"Round {ROUND}: not uniform." in result.output
    assert "was repeated without an approved deviation" in result.output
    assert (tmp_path / "report" / "uniformity.html").exists()


def test_unfinished_round_ends_with_1(run: Run) -> None:
    result = run(RoundStory().open(candidates=30))
    assert result.exit_code == 1
    assert "unfinished" in result.output
    assert "and 40 more: see the page." in result.output


def test_earlier_checkpoint_is_checked(run: Run, tmp_path: Path) -> None:
    story = whole_round()
    kept = tmp_path / "kept.txt"
    kept.write_text(signed(story.events, KEYS, 7), encoding="utf-8")
    assert run(story, "--earlier", str(kept)).exit_code == 0
    story.change(3, actor="adm-9")
    refused = run(story, "--earlier", str(kept))
    assert isinstance(refused.exception, IntegrityError)
    assert refused.exception.code == "fork"
