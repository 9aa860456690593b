"""Findings and their corroboration."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Id, Record, Slug, UtcTime


class Basis(StrEnum):
    """What a finding rests on. The last three can never carry one alone (Colchester II. a. iv. 1; New Canaan IV G 1)."""

    CONDUCT = "conduct"
    STATEMENT = "statement"
    DECLARATION = "declaration"
    PROTECTED_CHARACTERISTIC = "protected_characteristic"
    VIEW = "view"
    LAWFUL_ASSOCIATION = "lawful_association"


class Citation(Record):
    """A place in evidence: item number (from 1) and code points `start` to `end` of that item's text."""

    evidence: Id
    item: Annotated[int, Field(ge=1)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]


Prose = Annotated[str, StringConstraints(max_length=4000)]


class FindingContent(Record):
    """What an investigator writes; lies in the vault."""

    code: Slug
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    citations: tuple[Citation, ...]
    narrative: Annotated[str, StringConstraints(min_length=10, max_length=4000)]
    quotation: Prose = ""
    context: Prose = ""
    """Mitigating context."""
    lead: Id | None = None
    """The lead a finding of not having disclosed rests on; the candidate was interviewed about it before."""


class Finding(Record):
    """A finding as the database knows it; a correction is a new version that supersedes."""

    id: Id
    case: Id
    number: int
    version: int
    code: Slug
    clause: str
    withdrawn: bool
    evidence: tuple[Id, ...]
    object: Id
    author: Id
    recorded_at: UtcTime


class Means(StrEnum):
    """Independent means of corroboration (Colchester II. a. iv. 2; Bridgeport IV. D. 6)."""

    INTERVIEW = "interview"
    ADDRESS = "address"
    IP_ADDRESS = "ip_address"
    SECOND_SOURCE = "second_source"
    OFFICIAL_RECORD = "official_record"
    CANDIDATE_CONFIRMATION = "candidate_confirmation"


class Verdict(StrEnum):
    """What the corroboration came to."""

    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    INCONCLUSIVE = "inconclusive"


class Corroboration(Record):
    """One attempt to corroborate a finding by independent means."""

    id: Id
    case: Id
    finding: Id
    means: Means
    verdict: Verdict
    note_object: Id
    recorded_by: Id
    recorded_at: UtcTime
