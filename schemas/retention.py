"""Retention rules (`config/retention.yaml`): how long records are kept at least, and who lets them go."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Record, Slug

FLOOR_DAYS = 731
"""Two years, leap day included: the floor of 29 CFR 1602.31 for hiring records of local government."""


class RetentionTrigger(StrEnum):
    """The moment from which the time counts."""

    LATER_OF_RECORD_OR_ACTION = "later_of_record_or_action"
    """The making of the record or the personnel action, whichever is later (29 CFR 1602.31)."""
    ROUND_CLOSED = "round_closed"
    """The closing of the hiring round."""
    LAST_DEPENDENT_DISPOSED = "last_dependent_disposed"
    """The disposal of the last record that needs this one to be understood or proved."""


class RetentionRule(Record):
    """One kind of record. When its time ends it may be disposed of; nothing is deleted by itself (law 12)."""

    id: Slug
    schedule: Annotated[str, StringConstraints(min_length=2, max_length=120)]
    """The records schedule the agency files it under."""
    what: Annotated[str, StringConstraints(min_length=3, max_length=300)]
    floor_days: Annotated[int, Field(ge=FLOOR_DAYS, le=36_525)]
    trigger: RetentionTrigger
    authority: Annotated[str, StringConstraints(min_length=3, max_length=300)]
    """The law or schedule that the period rests on."""
    disposal_authority: Annotated[str, StringConstraints(min_length=3, max_length=120)]
    """The signed form without which nothing is destroyed; municipalities of Connecticut: RC-075."""
    note: str = ""


class RetentionSchedule(Record):
    """`config/retention.yaml`."""

    version: Annotated[int, Field(ge=1)]
    rules: Annotated[tuple[RetentionRule, ...], Field(min_length=1)]
