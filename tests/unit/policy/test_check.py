from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.control import Control
from vetting.policy.check import Report, check
from vetting.policy.conduct import conduct_for
from vetting.policy.load import agencies, load_pack

SIXTH = """id: sampleton
version: 1
name: Sampleton Fire Department
short_name: Sampleton
order:
  title: Online Conduct
  number: Directive 7
  effective: 2024-05-01
clauses:
  - number: 7(a)
    modality: shall
    paraphrase: Somebody who does not decide does the searching.
    kinds: [uniformity]
    controls: [search_by_non_decision_maker]
  - number: 7(b)
    modality: prohibited
    paraphrase: No reckless behavior online.
    kinds: [conduct]
conduct:
  - code: reckless
    clauses: [7(b)]
    applies_to: any_candidate
agency_choice:
"""


@pytest.fixture
def complete(tree: Callable[..., Path]) -> Path:
    """A tree in which every control has one enforcer and one attacking test."""
    code = "\n".join(f"@enforces(Control.{control.name})\ndef do_{control}(): ..." for control in Control)
    tests = "\n".join(f"@pytest.mark.attacks({control.value!r})\ndef test_{control}(): ..." for control in Control)
    return tree(vetting__all=code, tests__test_all=tests)


def places(report: Report) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in report.problems]


def add_sixth(config: Path) -> None:
    chosen = [control for control in Control if control is not Control.SEARCH_BY_NON_DECISION_MAKER]
    lines = "".join(f"  - control: {control}\n    reason: No clause; our own choice.\n" for control in chosen)
    (config / "agencies/sampleton.yaml").write_text(SIXTH + lines, encoding="utf-8")


def test_complete_tree_has_no_problem(config: Path, complete: Path) -> None:
    report = check(config, complete)
    assert report.problems == ()
    assert [row.control for row in report.rows] == list(Control)
    for row in report.rows:
        assert set(row.asked) == set(agencies(config))
        assert row.enforcers == (f"vetting/all.py:do_{row.control}",)
        assert row.attacks == (f"tests/test_all.py::test_{row.control}",)


def test_table_says_who_asks_for_a_control_and_how(config: Path, complete: Path) -> None:
    rows = {row.control: row.asked for row in check(config, complete).rows}
    search = rows[Control.SEARCH_BY_NON_DECISION_MAKER]
    assert search["bridgeport"][0] == "IV. D. 2, sentence 1 [should]"
    assert search["west-hartford"][0] == "agency choice"
    assert rows[Control.FILTER_PROTECTED_CLASSES]["bridgeport"][0] == "IV. D. 2, sentence 2 [shall]"
    assert rows[Control.VALIDATE_BEFORE_USE]["colchester"] == ("II. a. iv. 2 [should] by configuration",)
    assert rows[Control.EVIDENCE_ENCRYPTED]["bridgeport"] == ("baseline: CJIS Security Policy SC-13, SC-28",)


def test_control_without_code_or_test_is_a_problem(config: Path, tree: Callable[..., Path]) -> None:
    root = tree(
        vetting__a="@enforces(Control.FOUR_EYES)\ndef f(): ...\n",
        tests__test_a="@pytest.mark.attacks('leak_check')\ndef test_a(): ...\n",
    )
    found = places(check(config, root))
    assert ("no_enforcer", "leak_check") in found
    assert ("no_attack", "leak_check") not in found
    assert ("no_enforcer", "four_eyes") not in found
    assert ("no_attack", "four_eyes") in found
    assert len(found) == 2 * (len(Control) - 1)


def test_tree_without_tests_is_an_installation_and_needs_no_attacks(config: Path, complete: Path) -> None:
    (complete / "tests/test_all.py").unlink()
    (complete / "tests").rmdir()
    assert check(config, complete).problems == ()


def test_unknown_control_in_a_mark_is_a_problem(config: Path, complete: Path) -> None:
    (complete / "tests/test_more.py").write_text("@pytest.mark.attacks('no_such')\ndef test_b(): ...\n")
    assert places(check(config, complete)) == [("unknown_control", "tests/test_more.py:1")]


def test_unknown_control_in_a_pack_is_a_problem_and_hides_no_other_pack(own_config: Path, complete: Path) -> None:
    path = own_config / "agencies/bridgeport.yaml"
    path.write_text(path.read_text().replace("[mandatory_internet_content]", "[no_such_control]"))
    report = check(own_config, complete)
    assert places(report) == [("config_invalid", "agencies/bridgeport.yaml")]
    assert ".controls[0]" in report.problems[0].message
    assert "west-hartford" in report.rows[0].asked


def test_problem_inside_a_pack_names_the_file(own_config: Path, complete: Path) -> None:
    path = own_config / "agencies/colchester.yaml"
    path.write_text(path.read_text().replace("clauses: [III. a. vi. 2]", "clauses: [III. a. vi. 9]"))
    assert places(check(own_config, complete)) == [
        ("idle_clause", "agencies/colchester.yaml: III. a. vi. 2"),
        ("unknown_clause", "agencies/colchester.yaml: reckless"),
    ]


def test_conduct_code_that_no_agency_supports_is_a_problem(own_config: Path, complete: Path) -> None:
    with (own_config / "conduct.yaml").open("a") as file:
        file.write("  - {id: lonely, title: Lonely, adverse: true, definition: Nobody supports it.}\n")
    assert places(check(own_config, complete)) == [("unsupported_conduct", "lonely")]


@pytest.mark.parametrize("name", ["conduct.yaml", "platforms.yaml", "retention.yaml", "plans/declared-accounts.yaml"])
def test_spoiled_file_is_a_problem_and_not_a_crash(own_config: Path, complete: Path, name: str) -> None:
    (own_config / name).write_text("version: [")
    assert places(check(own_config, complete)) == [("config_malformed", name)]


def test_sixth_agency_is_a_new_file_and_no_code(own_config: Path, complete: Path) -> None:
    add_sixth(own_config)
    report = check(own_config, complete)
    assert report.problems == ()
    asked = {row.control: row.asked["sampleton"] for row in report.rows}
    assert asked[Control.SEARCH_BY_NON_DECISION_MAKER] == ("7(a) [shall]",)
    assert asked[Control.FILTER_PROTECTED_CLASSES] == ("agency choice",)
    basis = conduct_for(load_pack("sampleton", own_config), "reckless", "entry")
    assert basis.clause == "Sampleton Directive 7, 7(b)"


def test_sixth_agency_that_forgets_a_control_is_told(own_config: Path, complete: Path) -> None:
    add_sixth(own_config)
    path = own_config / "agencies/sampleton.yaml"
    path.write_text(path.read_text().replace("control: four_eyes", "control: leak_check"))
    assert places(check(own_config, complete)) == [
        ("unaccounted_control", "agencies/sampleton.yaml: four_eyes"),
        ("duplicate_choice", "agencies/sampleton.yaml: leak_check"),
    ]
