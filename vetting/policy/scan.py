"""Reads code for `@enforces(Control.X)` and tests for `@pytest.mark.attacks("x")`, without running either.

Only the plain spelling counts: a mark that this scan cannot read is a problem, never silently nothing.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from schemas.base import Record
from schemas.control import Control

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class Problem(Record):
    """One thing that dangles or contradicts: a stable code, where, and what to do about it."""

    code: str
    place: str
    message: str


@dataclass
class Scan:
    """What was found: places by control, in the order of the files."""

    enforcers: dict[Control, list[str]] = field(default_factory=lambda: defaultdict(list))
    attacks: dict[Control, list[str]] = field(default_factory=lambda: defaultdict(list))
    problems: list[Problem] = field(default_factory=list)
    has_tests: bool = False


def scan_tree(root: Path) -> Scan:
    """Scan `vetting/`, `flows/` and, where it is there, `tests/` under `root`."""
    scan = Scan(has_tests=(root / "tests").is_dir())
    for folder in ("vetting", "flows"):
        for path, tree in _sources(root, folder, "enforces", scan):
            _Enforcers(path, scan).read(tree)
    for path, tree in _sources(root, "tests", "attacks", scan):
        _Attacks(path, scan).read(tree)
    return scan


def _sources(root: Path, folder: str, word: str, scan: Scan) -> Iterator[tuple[str, ast.Module]]:
    for file in sorted((root / folder).rglob("*.py")):
        place = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        if word not in text:
            continue
        try:
            yield place, ast.parse(text)
        except SyntaxError as error:
            scan.problems.append(
                Problem(
                    code="unreadable_source",
                    place=f"{place}:{error.lineno}",
                    message="This file does not parse.",
                )
            )


class _Reader:
    """Walks one module with the names of the enclosing definitions; subclasses say what a mark looks like."""

    word = ""

    def __init__(self, path: str, scan: Scan) -> None:
        self.path = path
        self.scan = scan
        self._read: set[int] = set()

    def read(self, tree: ast.Module) -> None:
        """Read the whole module, then report marks that stand where they do not count."""
        self.visit(tree.body, (), ())
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and id(node) not in self._read and self.is_mark(node.func):
                self.problem("misplaced_mark", node, f"{self.word}() counts only as a plain decorator here.")

    def visit(self, body: list[ast.stmt], names: tuple[str, ...], inherited: tuple[Control, ...]) -> None:
        raise NotImplementedError

    def is_mark(self, func: ast.expr) -> bool:
        raise NotImplementedError

    def control(self, argument: ast.expr) -> Control | None:
        raise NotImplementedError

    def controls(self, call: ast.expr) -> tuple[Control, ...]:
        """The controls that a mark names; problems for those it cannot name."""
        if not isinstance(call, ast.Call) or not self.is_mark(call.func):
            return ()
        self._read.add(id(call))
        if not call.args or call.keywords:
            self.problem("unreadable_mark", call, f"{self.word}() must name controls, and nothing else.")
        return tuple(control for argument in call.args if (control := self.control(argument)) is not None)

    def problem(self, code: str, node: ast.expr, message: str) -> None:
        self.scan.problems.append(Problem(code=code, place=f"{self.path}:{node.lineno}", message=message))


class _Enforcers(_Reader):
    word = "enforces"

    def is_mark(self, func: ast.expr) -> bool:
        return (isinstance(func, ast.Name) and func.id == self.word) or (
            isinstance(func, ast.Attribute) and func.attr == self.word
        )

    def control(self, argument: ast.expr) -> Control | None:
        owner = argument.value if isinstance(argument, ast.Attribute) else None
        named = isinstance(owner, ast.Name) and owner.id == "Control"
        if not isinstance(argument, ast.Attribute) or not named:
            self.problem("unreadable_mark", argument, "Write Control.NAME, so that the check can read it.")
            return None
        if argument.attr not in Control.__members__:
            self.problem("unknown_control", argument, f"There is no control {argument.attr}.")
            return None
        return Control[argument.attr]

    def visit(self, body: list[ast.stmt], names: tuple[str, ...], inherited: tuple[Control, ...]) -> None:
        for node in _definitions(body):
            here = (*names, node.name)
            for decorator in node.decorator_list:
                for control in self.controls(decorator):
                    self.scan.enforcers[control].append(f"{self.path}:{'.'.join(here)}")
            self.visit(node.body, here, inherited)


class _Attacks(_Reader):
    word = "attacks"

    def is_mark(self, func: ast.expr) -> bool:
        if not (isinstance(func, ast.Attribute) and func.attr == self.word):
            return False
        owner = func.value
        return (
            isinstance(owner, ast.Attribute | ast.Name)
            and (owner.attr if isinstance(owner, ast.Attribute) else owner.id) == "mark"
        )

    def control(self, argument: ast.expr) -> Control | None:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            self.problem("unreadable_mark", argument, "Write the control's value as a plain string.")
            return None
        if argument.value not in set(Control):
            self.problem("unknown_control", argument, f"There is no control {argument.value!r}.")
            return None
        return Control(argument.value)

    def visit(self, body: list[ast.stmt], names: tuple[str, ...], inherited: tuple[Control, ...]) -> None:
        inherited = (*inherited, *self._pytestmark(body))
        for node in _definitions(body):
            own = tuple(control for decorator in node.decorator_list for control in self.controls(decorator))
            here = (*names, node.name)
            if isinstance(node, ast.ClassDef):
                self.visit(node.body, here, (*inherited, *own))
            elif node.name.startswith("test") and Path(self.path).name.startswith("test_"):
                for control in dict.fromkeys((*inherited, *own)):
                    self.scan.attacks[control].append(f"{self.path}::{'::'.join(here)}")
            elif own:
                self.problem("mark_on_no_test", node.decorator_list[0], f"{node.name} is no test that pytest collects.")

    def _pytestmark(self, body: list[ast.stmt]) -> tuple[Control, ...]:
        marks: list[ast.expr] = []
        for statement in body:
            targets = statement.targets if isinstance(statement, ast.Assign) else []
            if isinstance(statement, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == "pytestmark" for target in targets
            ):
                value = statement.value
                marks += value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
        return tuple(control for mark in marks for control in self.controls(mark))


def _definitions(body: list[ast.stmt]) -> Iterator[Definition]:
    """Functions and classes of a body, those inside `if` and `try` included."""
    for node in body:
        if isinstance(node, Definition):
            yield node
        elif isinstance(node, ast.If | ast.Try | ast.With):
            inner = [*node.body, *getattr(node, "orelse", []), *getattr(node, "finalbody", [])]
            for handler in getattr(node, "handlers", []):
                inner += handler.body
            yield from _definitions(inner)
