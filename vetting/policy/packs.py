"""What can be wrong inside one policy pack, and between it and the conduct codes or other agencies' packs."""

from collections import Counter
from collections.abc import Iterable, Iterator

from schemas.conduct import ConductList
from schemas.control import Control
from schemas.policy import PolicyPack
from vetting.policy.scan import Problem

Finding = tuple[str, str, str]
"""Code, place inside the pack, message."""


def pack_problems(pack: PolicyPack, codes: ConductList, *, others: Iterable[PolicyPack] = ()) -> list[Problem]:
    """What is wrong inside one pack; `others` are the packs it must not borrow from."""
    found = [
        *_clause_problems(pack),
        *_conduct_problems(pack, codes),
        *_control_problems(pack),
        *_borrowed(pack, others),
    ]
    return [
        Problem(code=code, place=f"agencies/{pack.id}.yaml: {place}", message=message) for code, place, message in found
    ]


def _clause_problems(pack: PolicyPack) -> Iterator[Finding]:
    for citation in _twice(clause.citation for clause in pack.clauses):
        yield "duplicate_clause", citation, "Two clauses have this citation; cite them with heading or part."
    cited = {citation for support in pack.conduct for citation in support.clauses}
    for clause in pack.clauses:
        if not clause.controls and clause.context is None and clause.citation not in cited:
            yield (
                "idle_clause",
                clause.citation,
                "Drives no control, supports no conduct code, and does not say why.",
            )


def _conduct_problems(pack: PolicyPack, codes: ConductList) -> Iterator[Finding]:
    known = {code.id: code for code in codes.codes}
    for support in pack.conduct:
        if support.code not in known:
            yield "unknown_conduct", support.code, "This conduct code is not in conduct.yaml."
        elif support.source and not known[support.code].source:
            yield (
                "conduct_without_clause",
                support.code,
                "Only a code with a source of its own may do without a clause.",
            )
        for citation in support.clauses:
            if pack.clause(citation) is None:
                yield (
                    "unknown_clause",
                    support.code,
                    f"Cites {citation}, which is not among this pack's clauses.",
                )
    for pair in _twice(f"{support.code} for {support.applies_to}" for support in pack.conduct):
        yield "duplicate_conduct", pair, "Stands there more than once; put the clauses together."


def _control_problems(pack: PolicyPack) -> Iterator[Finding]:
    by_clause = {control for clause in pack.clauses for control in clause.controls}
    chosen = {entry.control for entry in pack.agency_choice}
    external = {entry.control for entry in pack.external}
    for control in Control:
        if control not in by_clause | chosen | external:
            yield (
                "unaccounted_control",
                control,
                "Name the clause that asks for it, its law, or agency choice.",
            )
        if control in by_clause & chosen:
            yield (
                "choice_despite_clause",
                control,
                "A clause asks for it, so it is not the agency's own choice.",
            )
    for name in _twice(entry.control.value for entry in pack.agency_choice):
        yield "duplicate_choice", name, "Listed as agency choice more than once."
    for subject in _twice(entry.subject for entry in pack.silent_on):
        yield "duplicate_silence", subject, "Listed under silent_on more than once."


def _borrowed(pack: PolicyPack, others: Iterable[PolicyPack]) -> Iterator[Finding]:
    """No order is supported by the words of another: no text of a pack may name another agency's."""
    text = pack.model_dump_json().replace(pack.short_name, "")
    for other in others:
        if other.short_name in text or (other.order.number in text and other.order.number != pack.order.number):
            yield "borrowed", other.id, "This pack names another agency's order; say agency choice instead."


def _twice(names: Iterable[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)
