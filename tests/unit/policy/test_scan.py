from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.control import Control
from vetting.policy.scan import Scan, scan_tree

Tree = Callable[..., Path]


def codes(scan: Scan) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in scan.problems]


def test_functions_methods_and_classes_are_found(tree: Tree) -> None:
    root = tree(
        vetting__a="""
from vetting.policy import controls
from vetting.policy.controls import Control, enforces

@enforces(Control.FOUR_EYES, Control.LEAK_CHECK)
def release(): ...

@controls.enforces(Control.FOUR_EYES)
class Door:
    @staticmethod
    @enforces(Control.PLAN_ONLY)
    async def open(): ...

if True:
    @enforces(Control.NO_ALIAS)
    def later(): ...
""",
        flows__b="@enforces(Control.FOUR_EYES)\ndef flow(): ...\n",
    )
    scan = scan_tree(root)
    assert scan.enforcers[Control.FOUR_EYES] == [
        "vetting/a.py:release",
        "vetting/a.py:Door",
        "flows/b.py:flow",
    ]
    assert scan.enforcers[Control.LEAK_CHECK] == ["vetting/a.py:release"]
    assert scan.enforcers[Control.PLAN_ONLY] == ["vetting/a.py:Door.open"]
    assert scan.enforcers[Control.NO_ALIAS] == ["vetting/a.py:later"]
    assert not scan.problems
    assert not scan.has_tests


def test_code_is_read_and_not_run(tree: Tree, tmp_path: Path) -> None:
    canary = tmp_path / "ran"
    root = tree(vetting__a=f"open({str(canary)!r}, 'w')\n@enforces(Control.NO_ALIAS)\ndef f(): ...\n")
    assert scan_tree(root).enforcers[Control.NO_ALIAS] == ["vetting/a.py:f"]
    assert not canary.exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("@enforces(Control.NO_SUCH)\ndef f(): ...\n", "unknown_control"),
        ("@enforces('four_eyes')\ndef f(): ...\n", "unreadable_mark"),
        ("@enforces(*many)\ndef f(): ...\n", "unreadable_mark"),
        ("@enforces(Other.FOUR_EYES)\ndef f(): ...\n", "unreadable_mark"),
        ("@enforces()\ndef f(): ...\n", "unreadable_mark"),
        ("@enforces(Control.FOUR_EYES, why=1)\ndef f(): ...\n", "unreadable_mark"),
        ("f = enforces(Control.FOUR_EYES)(g)\n", "misplaced_mark"),
        ("def f(: # enforces\n", "unreadable_source"),
    ],
)
def test_mark_in_code_that_cannot_be_read_is_a_problem(tree: Tree, text: str, code: str) -> None:
    assert codes(scan_tree(tree(vetting__a=text))) == [(code, "vetting/a.py:1")]


def test_words_in_strings_and_comments_do_not_count(tree: Tree) -> None:
    root = tree(vetting__a="# @enforces(Control.FOUR_EYES)\nX = '@enforces(Control.NO_SUCH)'\n")
    scan = scan_tree(root)
    assert not scan.problems
    assert not any(scan.enforcers.values())


def test_marks_on_functions_classes_and_modules_are_found(tree: Tree) -> None:
    root = tree(
        tests__unit__test_a="""
import pytest
pytestmark = [pytest.mark.slow, pytest.mark.attacks("no_alias")]

@pytest.mark.attacks("four_eyes", "leak_check")
@pytest.mark.attacks("plan_only")
def test_one(): ...

@pytest.mark.attacks("right_person")
class TestGroup:
    pytestmark = pytest.mark.attacks("silent_marks")

    def test_two(self): ...

    async def test_three(self): ...

    def helper(self): ...
""",
        tests__unit__test_b="from pytest import mark\n@mark.attacks('four_eyes')\ndef test_four(): ...\n",
    )
    scan = scan_tree(root)
    one, two = "tests/unit/test_a.py::test_one", "tests/unit/test_a.py::TestGroup::test_two"
    three, four = "tests/unit/test_a.py::TestGroup::test_three", "tests/unit/test_b.py::test_four"
    assert scan.has_tests
    assert not scan.problems
    assert scan.attacks[Control.NO_ALIAS] == [one, two, three]
    assert scan.attacks[Control.FOUR_EYES] == [one, four]
    assert scan.attacks[Control.LEAK_CHECK] == [one]
    assert scan.attacks[Control.PLAN_ONLY] == [one]
    assert scan.attacks[Control.RIGHT_PERSON] == [two, three]
    assert scan.attacks[Control.SILENT_MARKS] == [two, three]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("@pytest.mark.attacks('no_such')\ndef test_a(): ...\n", "unknown_control"),
        ("@pytest.mark.attacks('FOUR_EYES')\ndef test_a(): ...\n", "unknown_control"),
        ("@pytest.mark.attacks(NAME)\ndef test_a(): ...\n", "unreadable_mark"),
        ("@pytest.mark.attacks()\ndef test_a(): ...\n", "unreadable_mark"),
        ("@pytest.mark.attacks('four_eyes')\ndef helper(): ...\n", "mark_on_no_test"),
        ("X = pytest.param(1, marks=pytest.mark.attacks('four_eyes'))\n", "misplaced_mark"),
        ("pytestmark = attack = pytest.mark.attacks('no_such')\n", "unknown_control"),
    ],
)
def test_mark_in_tests_that_cannot_be_read_is_a_problem(tree: Tree, text: str, code: str) -> None:
    assert codes(scan_tree(tree(tests__test_a=text))) == [(code, "tests/test_a.py:1")]


def test_mark_in_a_file_that_pytest_does_not_collect_is_a_problem(tree: Tree) -> None:
    scan = scan_tree(tree(tests__helpers="@pytest.mark.attacks('four_eyes')\ndef test_a(): ...\n"))
    assert codes(scan) == [("mark_on_no_test", "tests/helpers.py:1")]
    assert not scan.attacks[Control.FOUR_EYES]
