"""What redaction gives back, and what a protected class is.

Spans carry the class for the investigator, the reviewer and the auditor; the board only ever gets `Redacted.text`.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from schemas.base import Record, Sha256

Entity = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,63}$")]
"""`PC_…` for a protected class, Presidio's name for an identifier (`URL`, `PERSON` …), or `HANDLE`."""


class Mark(StrEnum):
    """What stands in the board's text in place of a span."""

    REMOVED = "removed"
    """The mark of every class: same form, same length."""
    PERSON = "person"
    """A neutral word for a kin or gendered noun."""
    GROUP = "group"
    """A group that the text disparages: the attack stays readable."""
    SLUR = "slur"
    PRONOUN = "pronoun"
    """he and she become they."""
    PSEUDONYM = "pseudonym"
    """person A, person B: the same inside one case only."""


class Span(Record):
    """A range of the original, in code points, that must not reach the board, and why."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    entity: Entity
    score: float = Field(ge=0, le=1)
    rule: str
    """`file.rule` of the lexicon, a named pattern, or `manual` for what a person added."""
    mark: Mark = Mark.REMOVED

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.end <= self.start:
            raise ValueError("a span ends after it starts")
        return self


class Redacted(Record):
    """A text as the board would see it, with the spans that were taken out (sorted, not overlapping)."""

    text: str
    spans: tuple[Span, ...]
    uncertain: bool
    """At least one span scores below the certain threshold: a person looks first."""
    lexicon_sha256: Sha256
    version: str


class LegalBasis(Record):
    """One legal source of a class. `unknown` dates are said, never guessed."""

    citation: str
    effective_from: date | Literal["unknown"] = "unknown"
    effective_until: date | None = None
    confirmed: bool
    """Whether the citation and its date were read in a source; otherwise counsel confirms them."""
    note: str = ""


class ProtectedClass(Record):
    """A class that the board must not learn of, with its legal basis."""

    entity: Annotated[str, StringConstraints(pattern=r"^PC_[A-Z_]+$")]
    name: str
    tier: Literal["A", "B", "C"]
    """A: class protected by statute in employment. B: protected by other law. C: policy choice or proxy."""
    basis: tuple[LegalBasis, ...] = Field(min_length=1)
    description: str
    enabled: bool = True


class ProtectedClasses(Record):
    """The catalogue in `classes.yaml`."""

    certain_score: float = Field(ge=0, le=1)
    """Spans below this are redacted and flagged for a person."""
    classes: tuple[ProtectedClass, ...]

    @model_validator(mode="after")
    def _unique(self) -> Self:
        names = [c.entity for c in self.classes]
        if len(names) != len(set(names)):
            raise ValueError("a class is listed twice")
        return self

    def enabled(self) -> frozenset[str]:
        """Entities that are on."""
        return frozenset(c.entity for c in self.classes if c.enabled)


class TermRule(Record):
    """Terms of one kind in a class, with the context in which they count.

    `when`: any of these named tests must hold (none: always). `before`/`after`: the next/previous word must be one of these.
    `not_before`/`not_after`: it must not. `@name` refers to a set of `words.yaml`.
    """

    name: str
    terms: tuple[str, ...] = ()
    forms: Annotated[str, StringConstraints(pattern=r"^[nva]*$")] = ""
    score: float = Field(default=0.9, gt=0, le=1)
    mark: Literal["removed", "person", "slur"] = "removed"
    group: bool = False
    """Names people, so that an attack on them is shown as an attack on a protected group."""
    case: Literal["any", "title", "upper"] = "any"
    when: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    tag: bool = True
    """Whether the term also counts inside a hashtag or a handle."""


class TermFile(Record):
    """One file of `config/protected-classes/`: the rules of one class."""

    entity: Entity
    rules: tuple[TermRule, ...]
