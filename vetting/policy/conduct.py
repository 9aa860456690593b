"""Which conduct an agency's order supports, and against whom (law 5).

The conduct rules of the orders bind personnel. A rule on badges, duty or access cannot be held against
somebody who never served; a rule for the department's own employees is held against no candidate.
"""

from schemas.base import Record, Slug
from schemas.policy import AppliesTo, PolicyPack
from schemas.round import CandidateKind
from vetting.errors import PolicyError
from vetting.policy.controls import Control, enforces

_HELD_AGAINST = {
    CandidateKind.ENTRY: frozenset({AppliesTo.ANY_CANDIDATE}),
    CandidateKind.LATERAL: frozenset({AppliesTo.ANY_CANDIDATE, AppliesTo.LATERAL_OFFICER}),
}


class ConductBasis(Record):
    """What supports a conduct code: full citations, or the chosen source where the order has none."""

    code: Slug
    citations: tuple[str, ...]
    source: str = ""
    notes: tuple[str, ...] = ()

    @property
    def clause(self) -> str:
        """What a finding cites: the first clause, or the source."""
        return self.citations[0] if self.citations else self.source


@enforces(Control.JOB_RELATED_ONLY)
def conduct_for(pack: PolicyPack, code: str, candidate_kind: CandidateKind | str) -> ConductBasis:
    """The basis on which `code` can be held against a candidate of this kind.

    Raises:
        PolicyError: `conduct_not_supported`.

    """
    kind = CandidateKind(candidate_kind)
    named = [support for support in pack.conduct if support.code == code]
    found = [support for support in named if support.applies_to in _HELD_AGAINST[kind]]
    if not found:
        raise PolicyError(
            "conduct_not_supported",
            f"{pack.short_name} {pack.order.number} supports no such conduct code"
            + (f" for a candidate of kind {kind}." if named else "."),
            law=5,
            remedy=f"See `vetting policy show {pack.id}` for the codes and whom they apply to.",
        )
    cited = [pack.cite(clause) for support in found for name in support.clauses if (clause := pack.clause(name))]
    if not cited and not found[0].source:
        raise PolicyError(
            "conduct_not_supported",
            f"The pack {pack.id} cites a clause for this code that it does not contain.",
            law=5,
            remedy="Run `vetting policy check`.",
        )
    return ConductBasis(
        code=code,
        citations=tuple(dict.fromkeys(cited)),
        source=next((support.source for support in found if support.source), ""),
        notes=tuple(support.note for support in found if support.note),
    )
