"""Holds and disposal (law 12)."""

from enum import StrEnum

from schemas.base import Id, Record, UtcTime


class HoldReason(StrEnum):
    """Why a record may not be disposed of."""

    LITIGATION = "litigation"
    INVESTIGATION = "investigation"
    AUDIT = "audit"
    RECORDS_REQUEST = "records_request"
    COMPLAINT = "complaint"


class Hold(Record):
    """A hold on a case, or on every case of a round."""

    id: Id
    round: Id
    case: Id | None
    reason: HoldReason
    placed_by: Id
    placed_at: UtcTime
    lifted_by: Id | None = None
    lifted_at: UtcTime | None = None


class Disposal(Record):
    """A disposal: authorised by one person with the signed form's number (RC-075), carried out by another."""

    id: Id
    case: Id
    authority: str
    schedule: str
    authorised_by: Id
    authorised_at: UtcTime
    done_by: Id | None = None
    done_at: UtcTime | None = None
