"""Released summaries that must no longer be relied on: asked for by one person, decided by another."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from schemas.base import Id, Record, Sha256, UtcTime


class WithdrawalReason(StrEnum):
    """Why a released summary must no longer be relied on; the words are in the vault, where the auditor can read them."""

    ERROR_OF_FACT = "error_of_fact"
    WRONG_PERSON = "wrong_person"
    SUPPORT_LOST = "support_lost"
    """What corroborated a finding turned out not to hold."""
    PROTECTED_CLASS_LEFT = "protected_class_left"
    WRONG_READERS = "wrong_readers"
    COURT_ORDER = "court_order"
    OTHER = "other"


class Withdrawal(Record):
    """A request to withdraw one released summary, and the decision on it."""

    id: Id
    case: Id
    release: Id
    reason: WithdrawalReason
    note_object: Id
    requested_by: Id
    requested_at: UtcTime
    decided_by: Id | None = None
    decided_at: UtcTime | None = None
    approved: bool | None = None
    notice: str | None = None
    """The signed notice for readers, once approved: ids, a digest, a code and a time."""


class WithdrawalNotice(Record):
    """What the agency signs about a withdrawn summary. It names the file by its digest and says nothing of what is in it."""

    form: Literal[1] = 1
    round: Id
    case: Id
    version: Annotated[int, Field(ge=1)]
    sealed_sha256: Sha256
    reason: WithdrawalReason
    withdrawn_at: UtcTime
