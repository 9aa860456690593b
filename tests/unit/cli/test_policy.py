import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import schemas
from schemas.control import Control
from vetting.cli.policy import app
from vetting.errors import InputError

CONFIG = Path(schemas.__file__).resolve().parent.parent / "config"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("COLUMNS", "100")
    return CliRunner()


@pytest.fixture
def complete(tmp_path: Path) -> Path:
    code = "\n".join(f"@enforces(Control.{control.name})\ndef do_{control}(): ..." for control in Control)
    tests = "\n".join(f"@pytest.mark.attacks({control.value!r})\ndef test_{control}(): ..." for control in Control)
    for name, text in (("vetting/a.py", code), ("tests/test_a.py", tests)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    return tmp_path


def narrow(text: str) -> bool:
    return max(map(len, text.splitlines())) <= 100


def test_list_names_agencies_and_plans(run: CliRunner) -> None:
    result = run.invoke(app, ["list"])
    assert result.exit_code == 0
    assert narrow(result.output)
    for word in (
        "bridgeport",
        "west-hartford",
        "General Order 5.14",
        "declared-and-name-search",
        "2555 days",
    ):
        assert word in result.output


def test_list_as_json(run: CliRunner) -> None:
    found = json.loads(run.invoke(app, ["list", "--json"]).output)
    assert found["agencies"][0]["id"] == "bridgeport"
    assert {plan["id"] for plan in found["plans"]} == {"declared-accounts", "declared-and-name-search"}


@pytest.mark.parametrize("agency", ["bridgeport", "colchester", "new-canaan", "new-haven", "west-hartford"])
def test_show_is_legible_at_100_columns(run: CliRunner, agency: str) -> None:
    result = run.invoke(app, ["show", agency])
    assert result.exit_code == 0
    assert narrow(result.output)
    assert "What the order does not say" in result.output
    assert "agency choice" in result.output


def test_show_keeps_brackets_of_a_pack_as_text(run: CliRunner, tmp_path: Path) -> None:
    shutil.copytree(CONFIG, tmp_path / "config")
    path = tmp_path / "config/agencies/bridgeport.yaml"
    path.write_text(path.read_text().replace("Somebody who does not decide", "Some [bold]one[/bold]"))
    assert "[bold]one[/bold]" in run.invoke(app, ["show", "bridgeport", "--config", str(tmp_path / "config")]).output


def test_show_as_json_is_the_pack(run: CliRunner) -> None:
    from schemas.policy import PolicyPack
    from vetting.policy.load import load_pack

    output = run.invoke(app, ["show", "new-haven", "--json"]).output
    assert PolicyPack.model_validate_json(output) == load_pack("new-haven", CONFIG)


def test_show_of_an_unknown_agency_is_refused(run: CliRunner) -> None:
    result = run.invoke(app, ["show", "nowhere"])
    assert isinstance(result.exception, InputError)
    assert result.exception.code == "unknown_agency"


def test_platforms_flags_names_that_tell_a_class(run: CliRunner) -> None:
    result = run.invoke(app, ["platforms"])
    assert narrow(result.output)
    lines = {line.split()[0]: line for line in result.output.splitlines() if line.startswith(" ") and line.split()}
    assert "yes" in lines["grindr"].split()
    assert "yes" not in lines["facebook"].split()
    assert "address" in lines["web-page"]
    assert len(json.loads(run.invoke(app, ["platforms", "--json"]).output)["platforms"]) > 40


def test_check_of_a_complete_tree_ends_with_0(run: CliRunner, complete: Path) -> None:
    result = run.invoke(app, ["check", "--source", str(complete)])
    assert result.exit_code == 0
    assert narrow(result.output)
    assert f"{len(Control)} controls, nothing dangles." in result.output
    assert "IV. D. 2, sentence" in result.output
    assert "NOTHING" not in result.output


def test_check_with_a_problem_ends_with_1_and_names_it(run: CliRunner, complete: Path) -> None:
    (complete / "tests/test_b.py").write_text("@pytest.mark.attacks('no_such')\ndef test_b(): ...\n")
    result = run.invoke(app, ["check", "--source", str(complete)])
    assert result.exit_code == 1
    assert narrow(result.output)
    assert "unknown_control" in result.output
    assert "1 problem." in result.output


def test_check_as_json_has_rows_and_problems(run: CliRunner, complete: Path) -> None:
    (complete / "vetting/a.py").unlink()
    result = run.invoke(app, ["check", "--source", str(complete), "--json"])
    report = json.loads(result.output)
    assert result.exit_code == 1
    assert len(report["rows"]) == len(Control)
    assert {problem["code"] for problem in report["problems"]} == {"no_enforcer"}
