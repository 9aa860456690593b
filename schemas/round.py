"""Hiring rounds, the frozen versions of what they are run by, and departures from them."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from schemas.base import Id, Record, Sha256, UtcTime
from schemas.person import Role
from schemas.plan import SearchPlan


class RoundState(StrEnum):
    """A round is open or closed; closing needs every candidate finished."""

    OPEN = "open"
    CLOSED = "closed"


class CandidateKind(StrEnum):
    """Decides which conduct codes apply: an order's rules on badges and duty bind officers, not civilians."""

    ENTRY = "entry"
    LATERAL = "lateral"


class Round(Record):
    """A hiring round. `sworn` with pre-employment is what C.G.S. 31-40x exempts; passwords are refused either way."""

    id: Id
    agency: str
    position: str
    sworn: bool
    state: RoundState
    version: Annotated[int, Field(ge=1)]
    opened_at: UtcTime
    opened_by: Id
    closed_at: UtcTime | None = None


class Frozen(Record):
    """One frozen version of a round: the whole plan and policy as they were, with their digests (law 2)."""

    id: Id
    round: Id
    version: Annotated[int, Field(ge=1)]
    documents: dict[str, Any]
    """`plan`, `pack`, `conduct`, `platforms`: canonical JSON values."""
    digests: dict[str, Sha256]
    """SHA-256 by document name, and `lexicon`."""
    software: str
    created_at: UtcTime
    created_by: Id
    approved_by: Id | None = None


class DeviationKind(StrEnum):
    """The departures that can be asked for."""

    OMIT_STEP = "omit_step"
    REPEAT_STEP = "repeat_step"
    OTHER = "other"


class DeviationReason(StrEnum):
    """Why a departure is asked for; the free text lies in the vault, where the auditor can read it."""

    ACCOMMODATION = "accommodation"
    COURT_ORDER = "court_order"
    PLATFORM_UNAVAILABLE = "platform_unavailable"
    SAFETY = "safety"
    TECHNICAL_FAULT = "technical_fault"
    OTHER = "other"


class Deviation(Record):
    """A departure from the plan: asked for by one person, decided by another."""

    id: Id
    round: Id
    case: Id | None
    step: str | None
    """Plan step key."""
    account: Id | None
    kind: DeviationKind
    reason: DeviationReason
    note_object: Id
    requested_by: Id
    requested_at: UtcTime
    decided_by: Id | None = None
    decided_at: UtcTime | None = None
    approved: bool | None = None


class RoundCandidate(Record):
    """A candidate of a round file: a number, never a name."""

    number: Annotated[int, Field(ge=1, le=9999)]
    kind: CandidateKind = CandidateKind.ENTRY


class RoundPerson(Record):
    """A person and a role in a round file."""

    person: Id
    role: Role


class RoundFile(Record):
    """What `vetting round open FILE` reads."""

    round: Id
    agency: str
    position: Annotated[str, Field(min_length=1, max_length=80)]
    sworn: bool
    plan: str
    candidates: Annotated[tuple[RoundCandidate, ...], Field(min_length=1)]
    people: tuple[RoundPerson, ...] = ()


class FrozenPlan(Record):
    """The plan in force, with its version and when the round's window ends."""

    version: int
    plan: SearchPlan
    sha256: Sha256
    opened_at: UtcTime
