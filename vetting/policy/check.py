"""`policy check`: which clause asks for each control, which code enforces it, which tests attack it.

Fails on a name that dangles in either direction: a control without code or attacking test, a mark or a pack
that names a control or conduct code that is not there, a citation of a clause that a pack does not contain, a
control that a pack neither asks for nor accounts for, a clause lent by another agency's order.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

from schemas.base import Record
from schemas.conduct import ConductList
from schemas.control import Control
from schemas.policy import Applied, PolicyPack
from vetting.errors import InputError
from vetting.policy.load import (
    agencies,
    load_conduct,
    load_pack,
    load_plan,
    load_platforms,
    load_retention,
    plans,
)
from vetting.policy.packs import pack_problems
from vetting.policy.scan import Problem, scan_tree

Params = ParamSpec("Params")
Loaded = TypeVar("Loaded")


class Row(Record):
    """One control. `asked`, by agency: clauses with their verb, `agency choice`, or an external basis."""

    control: Control
    laws: tuple[int, ...]
    asked: dict[str, tuple[str, ...]]
    enforcers: tuple[str, ...]
    attacks: tuple[str, ...]


class Report(Record):
    """The table and what is wrong with it; `problems` empty means that everything hangs together."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def check(config_dir: Path, root: Path) -> Report:
    """Check the configuration in `config_dir` against the source tree at `root`."""
    problems: list[Problem] = []
    packs = _load_all(config_dir, problems)
    codes = _try(problems, "conduct.yaml", load_conduct, config_dir)
    if codes is not None:
        for pack in packs:
            problems += pack_problems(pack, codes, others=[other for other in packs if other is not pack])
        problems += _unsupported_codes(codes, packs)
    scan = scan_tree(root)
    problems += scan.problems
    for control in Control:
        if not scan.enforcers[control]:
            problems.append(_problem("no_enforcer", control, "No code is marked as enforcing this control."))
        if scan.has_tests and not scan.attacks[control]:
            problems.append(_problem("no_attack", control, "No test is marked as attacking this control."))
    rows = tuple(
        Row(
            control=control,
            laws=control.laws,
            asked={pack.id: asked for pack in packs if (asked := asked_for(pack, control))},
            enforcers=tuple(dict.fromkeys(scan.enforcers[control])),
            attacks=tuple(dict.fromkeys(scan.attacks[control])),
        )
        for control in Control
    )
    return Report(rows=rows, problems=tuple(problems))


def asked_for(pack: PolicyPack, control: Control) -> tuple[str, ...]:
    """On what the control rests for this agency: clauses first, then agency choice, then law and baseline."""
    clauses = [
        f"{clause.citation} [{clause.modality.value.replace('_', ' ')}]"
        + (" by configuration" if clause.applied is Applied.BY_CONFIGURATION else "")
        for clause in pack.clauses
        if control in clause.controls
    ]
    choice = ["agency choice" for entry in pack.agency_choice if entry.control is control]
    external = [f"{entry.kind}: {entry.basis}" for entry in pack.external if entry.control is control]
    return (*clauses, *choice, *external)


def _unsupported_codes(codes: ConductList, packs: list[PolicyPack]) -> Iterator[Problem]:
    supported = {support.code for pack in packs for support in pack.conduct}
    for code in codes.codes:
        if code.id not in supported and not code.source:
            yield _problem("unsupported_conduct", code.id, "No agency supports this code; it names no other source.")


def _load_all(config_dir: Path, problems: list[Problem]) -> list[PolicyPack]:
    packs = [
        _try(problems, f"agencies/{agency}.yaml", load_pack, agency, config_dir) for agency in agencies(config_dir)
    ]
    for plan in plans(config_dir):
        _try(problems, f"plans/{plan}.yaml", load_plan, plan, config_dir)
    _try(problems, "platforms.yaml", load_platforms, config_dir)
    _try(problems, "retention.yaml", load_retention, config_dir)
    return [pack for pack in packs if pack is not None]


def _try(
    problems: list[Problem],
    place: str,
    load: Callable[Params, Loaded],
    *args: Params.args,
    **kwargs: Params.kwargs,
) -> Loaded | None:
    """What `load` gives, or `None` with its refusal as a problem: one bad file must not hide the others."""
    try:
        return load(*args, **kwargs)
    except InputError as error:
        problems.append(Problem(code=error.code, place=place, message=error.message))
        return None


def _problem(code: str, place: str, message: str) -> Problem:
    return Problem(code=code, place=place, message=message)
