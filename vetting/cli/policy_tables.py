"""Tables of `vetting policy`, made to be legible at 100 columns."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from rich import box
from rich.console import Console, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from schemas.plan import SearchPlan
from schemas.platform import Method, Platform, PlatformList
from schemas.policy import Applied, Clause, PolicyPack
from vetting.policy.check import Report, Row
from vetting.policy.load import digest


def print_all(*parts: RenderableType) -> None:
    """Print tables and lines one below the other."""
    console = Console(highlight=False)
    for part in parts:
        console.print(part)


def print_json(value: BaseModel | Mapping[str, Any]) -> None:
    """Print models as JSON."""
    print(json.dumps(_plain(value), indent=2, ensure_ascii=False))  # noqa: T201


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def brief(pack: PolicyPack) -> dict[str, object]:
    """One agency in a line."""
    return {
        "id": pack.id,
        "name": pack.name,
        "order": pack.order.number,
        "effective": pack.order.effective.isoformat(),
        "version": pack.version,
        "clauses": len(pack.clauses),
        "sha256": digest(pack),
    }


def packs_table(packs: Iterable[PolicyPack]) -> Table:
    """All agencies."""
    table = _table("Agencies", "Id", "Agency", "Order", "In force since", "Clauses", "SHA-256")
    for pack in packs:
        line = brief(pack)
        _row(
            table,
            pack.id,
            pack.name,
            pack.order.number,
            line["effective"],
            line["clauses"],
            str(line["sha256"])[:12],
        )
    return table


def plans_table(plans: Iterable[SearchPlan]) -> Table:
    """All search plans."""
    table = _table("Search plans", "Id", "Version", "Steps", "Looks back", "Posts as a minor")
    for plan in plans:
        back = "no limit" if plan.look_back_days is None else f"{plan.look_back_days} days"
        minor = "left out" if plan.exclude_posts_as_minor else "kept"
        _row(table, plan.id, plan.version, ", ".join(step.key for step in plan.steps), back, minor)
    return table


def platforms_table(known: PlatformList) -> Table:
    """All platforms."""
    table = _table("Platforms", "Id", "Name", "Method", "Declared by", "Name tells a class")
    for platform in known.platforms:
        method = platform.method.replace("_", " ")
        _row(
            table,
            platform.id,
            platform.name,
            method,
            _declared_by(platform),
            "yes" if platform.reveals_class else "",
        )
    return table


def _declared_by(platform: Platform) -> str:
    if platform.handle_pattern is None:
        return "address"
    needs_nothing_more = platform.url_template is not None or platform.method is Method.MANUAL_CAPTURE
    return "handle or address" if needs_nothing_more else "handle with address"


def pack_tables(pack: PolicyPack, sha256: str) -> list[RenderableType]:
    """One pack: its order, clauses, conduct, silences, choices and external bases."""
    order = pack.order
    head = f"{pack.name}: {order.number}, {order.title} (in force since {order.effective})"
    clauses = _table("Clauses, numbers as printed, in our words", "Clause", "Verb", "What it says", "What it drives")
    supports = {name: [s.code for s in pack.conduct if name in s.clauses] for s in pack.conduct for name in s.clauses}
    for clause in pack.clauses:
        drives = _drives(clause, supports.get(clause.citation, []))
        _row(clauses, clause.citation, clause.modality.replace("_", " "), clause.paraphrase, drives)
    conduct = _table("Conduct codes", "Code", "Applies to", "Clauses", "Note")
    for support in pack.conduct:
        basis = "\n".join(support.clauses) or f"no clause: {support.source}"
        _row(conduct, support.code, support.applies_to.replace("_", " "), basis, support.note)
    silent = _table("What the order does not say", "Subject", "Note")
    for entry in pack.silent_on:
        _row(silent, entry.subject.replace("_", " "), entry.note)
    choice = _table("Controls by agency choice: no clause of the order asks for them", "Control", "Why")
    for chosen in pack.agency_choice:
        _row(choice, chosen.control, chosen.reason)
    external = _table("Controls that rest on law or a security baseline", "Control", "Kind", "Basis", "Note")
    for basis_entry in pack.external:
        _row(external, basis_entry.control, basis_entry.kind, basis_entry.basis, basis_entry.note)
    lines: list[RenderableType] = [
        Text(head, style="bold"),
        Text(f"Pack version {pack.version}, SHA-256 {sha256}"),
    ]
    return [*lines, *([Text(order.note)] if order.note else []), clauses, conduct, silent, choice, external]


def _drives(clause: Clause, codes: list[str]) -> str:
    lines: list[str] = [*clause.controls]
    if clause.applied is Applied.BY_CONFIGURATION:
        lines.append("(by configuration)")
    if codes:
        lines.append("conduct: " + ", ".join(dict.fromkeys(codes)))
    if clause.context is not None:
        lines.append(f"context only: {clause.context.replace('_', ' ')}")
    return "\n".join(lines)


def report_tables(report: Report) -> list[RenderableType]:
    """A block for each control, then the problems or the sentence that there are none."""
    parts: list[RenderableType] = [part for row in report.rows for part in _block(row)]
    parts.append(Text("* The clause speaks of something else; the agency applies it to hiring by configuration."))
    if not report.problems:
        return [*parts, Text(f"{len(report.rows)} controls, nothing dangles.", style="bold green")]
    count = len(report.problems)
    problems = _table("Problems", "Code", "Where", "What")
    for problem in report.problems:
        _row(problems, problem.code, problem.place, problem.message)
    return [*parts, problems, Text(f"{count} problem{'s' if count > 1 else ''}.", style="bold red")]


def _block(row: Row) -> list[RenderableType]:
    laws = f"law {row.laws[0]}" if len(row.laws) == 1 else f"laws {', '.join(map(str, row.laws))}"
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0))
    for name, share in (("Asked for by", 10), ("Enforced by", 9), ("Attacked by", 11)):
        table.add_column(name, ratio=share, overflow="fold")
    code = "\n".join(place.replace(".py:", " ") for place in row.enforcers) or "NOTHING"
    tests = "\n".join(dict.fromkeys(name.rsplit("::", 1)[-1] for name in row.attacks)) or "NOTHING"
    _row(table, _asked(row), code, tests)
    return [Text(f"{row.control} ({laws})", style="bold"), Text(row.control.meaning), table]


def _asked(row: Row) -> str:
    """Clauses by agency; agencies with the same basis share a line."""
    agencies_of: dict[str, list[str]] = {}
    for agency, bases in row.asked.items():
        for basis in bases:
            agencies_of.setdefault(basis, []).append(agency)
    lines: dict[str, list[str]] = {}
    for basis, agencies in agencies_of.items():
        names = "all" if len(agencies) == len(row.asked) > 1 else ", ".join(agencies)
        lines.setdefault(names, []).append(
            basis.removesuffix(" by configuration") + "*" * basis.endswith(" by configuration")
        )
    # Clauses first: they are what a reader looks for.
    ranked = sorted(lines.items(), key=lambda line: (line[0] == "all", "agency choice" in line[1]))
    return "\n".join(f"{names}: {'; '.join(bases)}" for names, bases in ranked)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _row(table: Table, *cells: object) -> None:
    # Brackets in a pack are text, not markup.
    table.add_row(*(escape(str(cell)) for cell in cells))
