"""A candidate's case, its declared accounts and its steps, as the database knows them: numbers, codes and ids."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schemas.base import Id, Record, UtcTime
from schemas.capture import StepOutcome
from schemas.plan import StepAction
from schemas.platform import Method
from schemas.round import CandidateKind


class CaseState(StrEnum):
    """Where a case stands. `vetting.cases` is the only module that moves it."""

    OPEN = "open"
    DECLARED = "declared"
    COLLECTED = "collected"
    DRAFTED = "drafted"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    RELEASED = "released"
    DISPOSED = "disposed"


class Case(Record):
    """One candidate of one round."""

    id: Id
    round: Id
    number: Annotated[int, Field(ge=1)]
    kind: CandidateKind
    state: CaseState


class DeclarationRow(Record):
    """A version of a declaration; its content is the vault object. Amendments are new versions."""

    id: Id
    case: Id
    version: Annotated[int, Field(ge=1)]
    none_declared: bool
    accounts: int
    notice_version: str
    acknowledged_on: date
    object: Id
    recorded_at: UtcTime
    recorded_by: Id


class Account(Record):
    """A declared account by number. Handle, host and platform are in the vault."""

    id: Id
    case: Id
    method: Method
    since: int
    """Declaration version that brought it in."""
    until: int | None = None
    """Declaration version that dropped it."""


class Step(Record):
    """A plan step of one case and, for account steps, one account; `account` is empty for candidate steps."""

    id: Id
    case: Id
    account: str
    version: int
    """Frozen plan version."""
    key: str
    action: StepAction
    ordinal: int
    attempt: int
    """1, or more when an approved deviation had the step repeated."""
    outcome: StepOutcome | None = None
    reason: str = ""
    method: str = ""
    items: int = 0
    left_out: int = 0
    requests: int = 0
    attempts: int = 0
    started_at: UtcTime | None = None
    finished_at: UtcTime | None = None
    actor: str = ""
    deviation: Id | None = None
