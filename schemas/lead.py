"""Leads: undeclared accounts that turned up. A question for the candidate's interview, never a thing to collect."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Id, Record, UtcTime


class LeadContent(Record):
    """What turned up, and how; lies in the vault. Nothing of it is ever looked up by a program."""

    where: Annotated[str, StringConstraints(min_length=1, max_length=2000)]
    """The account as it was seen: handle, address, or a description."""
    how: Annotated[str, StringConstraints(min_length=10, max_length=2000)]
    """How it came to light in the course of the plan's own steps."""


class Lead(Record):
    """An undeclared account that turned up, by number."""

    id: Id
    case: Id
    number: Annotated[int, Field(ge=1)]
    object: Id
    recorded_by: Id
    recorded_at: UtcTime


class LeadAnswer(StrEnum):
    """What the candidate said in the interview."""

    OWNS = "owns"
    """It is theirs, and they had not declared it."""
    DENIES = "denies"
    FORGOT = "forgot"
    """It is theirs; they give a reason why it was not declared, which the note holds."""
    UNCLEAR = "unclear"


class LeadInterview(Record):
    """The interview about a lead. What was said lies in the vault; the latest interview counts."""

    id: Id
    case: Id
    lead: Id
    number: Annotated[int, Field(ge=1)]
    answer: LeadAnswer
    note_object: Id
    recorded_by: Id
    recorded_at: UtcTime
