"""Policy packs: an agency's order as data (`config/agencies/*.yaml`).

Clauses keep the number exactly as printed; paraphrases are ours. A pack says what its order asks for, what it
is silent on, and on what every other control rests instead: law, a security baseline, or the agency's own
choice. No control is lent a clause of another agency's order. How a control works is code, not configuration.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from schemas.base import Record, Slug
from schemas.control import Context, Control

Line = Annotated[str, StringConstraints(min_length=2, max_length=200)]
"""A title or a reference."""
Citation = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""A clause as cited inside its order, e.g. `IV. D. 2, sentence 1`."""
Text = Annotated[str, StringConstraints(min_length=5, max_length=900)]
"""A few sentences of plain English."""


class Modality(StrEnum):
    """The verb of the clause: how strongly it binds."""

    SHALL = "shall"
    SHALL_NOT = "shall_not"
    MUST = "must"
    REQUIRED = "required"
    OBLIGATION = "obligation"
    PROHIBITED = "prohibited"
    WILL = "will"
    WILL_NOT = "will_not"
    MAY_NOT = "may_not"
    MAY_ONLY = "may_only"
    SHOULD = "should"
    MAY = "may"
    STATEMENT = "statement"
    """Says what is, warns, or defines; asks for nothing by its verb."""

    @property
    def binding(self) -> bool:
        """Whether the verb leaves no choice."""
        return self not in {Modality.SHOULD, Modality.MAY, Modality.STATEMENT}


class ClauseKind(StrEnum):
    """What a clause is about."""

    HIRING = "hiring"
    UNIFORMITY = "uniformity"
    """Uniformity and method of vetting."""
    DISCLOSURE = "disclosure"
    CONDUCT = "conduct"
    PERMISSION = "permission"
    RECORDS = "records"
    REPORTING = "reporting"
    ALIAS = "alias"
    SANCTIONED_PAGE = "sanctioned_page"
    MONITORING = "monitoring"
    CONSEQUENCE = "consequence"


class Applied(StrEnum):
    """Whether a clause asks for its controls by its own words."""

    BY_ORDER = "by_order"
    BY_CONFIGURATION = "by_configuration"
    """The clause speaks of something else (investigations, the department's pages, its personnel); the agency
    applies its measure to hiring by choice."""


class Clause(Record):
    """One clause. `number` is empty only where the order prints none; `part` counts sentences or bullets."""

    number: Annotated[str, StringConstraints(max_length=40)] = ""
    heading: Annotated[str, StringConstraints(max_length=160)] = ""
    """As printed."""
    cite_heading: bool = False
    """The heading belongs to the citation because the number alone does not tell which clause is meant."""
    part: Annotated[str, StringConstraints(max_length=80)] = ""
    modality: Modality
    paraphrase: Text
    kinds: tuple[ClauseKind, ...] = ()
    controls: tuple[Control, ...] = ()
    applied: Applied = Applied.BY_ORDER
    context: Context | None = None
    """Why it drives no control; absent where it drives one or supports a conduct code."""
    note: str = ""

    @property
    def citation(self) -> str:
        """How the clause is cited inside its order: number, heading where needed, part."""
        start = f"{self.number} {self.heading}".strip() if self.cite_heading else self.number
        return ", ".join(piece for piece in (start, self.part) if piece)

    @model_validator(mode="after")
    def _citable(self) -> Self:
        if not self.citation:
            raise ValueError("a clause needs a number, a heading to cite, or a part")
        if self.cite_heading and not self.heading:
            raise ValueError("cite_heading without a heading")
        if self.context is not None and self.controls:
            raise ValueError("a clause either drives controls or has a context, not both")
        if self.applied is Applied.BY_CONFIGURATION and not self.controls:
            raise ValueError("a clause applied by configuration must say which controls it is applied to")
        return self


class AppliesTo(StrEnum):
    """Whom a conduct rule can be held against."""

    ANY_CANDIDATE = "any_candidate"
    LATERAL_OFFICER = "lateral_officer"
    """Only somebody who serves, or has served, in a law-enforcement agency."""
    INCUMBENT = "incumbent"
    """Only the department's own personnel: never a candidate."""


class ConductSupport(Record):
    """The clauses that support a conduct code here; or, where it has none, the source the agency chose."""

    code: Slug
    clauses: tuple[Citation, ...] = ()
    """Citations of clauses of this pack."""
    applies_to: AppliesTo
    source: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _one_basis(self) -> Self:
        if bool(self.clauses) == bool(self.source):
            raise ValueError("conduct rests either on clauses or on a source that is no order, not on both or none")
        return self


class SilentOn(Record):
    """Something a reader would look for and this order does not have."""

    subject: Slug
    note: Text


class AgencyChoice(Record):
    """A control that no clause of this order asks for and that the agency applies by its own choice."""

    control: Control
    reason: Text


class BasisKind(StrEnum):
    """What an external basis is."""

    LAW = "law"
    BASELINE = "baseline"
    """A security standard the agency holds itself to although it may not bind here."""


class ExternalBasis(Record):
    """A control that rests on law or a baseline rather than on the order."""

    control: Control
    kind: BasisKind
    basis: Line
    note: str = ""


class OrderReference(Record):
    """The order itself."""

    title: Line
    number: Line
    """As printed, e.g. `General Order 5.14`."""
    effective: date
    issued: date | None = None
    """Original issue date where the order prints one."""
    note: str = ""


class PolicyPack(Record):
    """One agency's order as data. `id` is the file's name without `.yaml`."""

    id: Slug
    version: Annotated[int, Field(ge=1)]
    name: Line
    short_name: Line
    """How the agency is named in citations."""
    order: OrderReference
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]
    conduct: Annotated[tuple[ConductSupport, ...], Field(min_length=1)]
    silent_on: tuple[SilentOn, ...] = ()
    agency_choice: tuple[AgencyChoice, ...] = ()
    external: tuple[ExternalBasis, ...] = ()

    def clause(self, citation: str) -> Clause | None:
        """The clause with this citation, or `None`."""
        return next((clause for clause in self.clauses if clause.citation == citation), None)

    def cite(self, clause: Clause) -> str:
        """The full citation, with agency and order."""
        return f"{self.short_name} {self.order.number}, {clause.citation}"
