"""The story of the auditor who asks: has every rule of every order code, and has somebody tried to break it?"""

from pathlib import Path

import schemas
from vetting.policy.check import check


def test_the_real_tree_has_no_dangling_names() -> None:
    root = Path(schemas.__file__).resolve().parent.parent
    report = check(root / "config", root)
    assert [f"{problem.code} {problem.place}: {problem.message}" for problem in report.problems] == []
