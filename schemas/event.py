"""Events of the audit log. An event can hold ids, codes, digests and counts; no value in it can hold a sentence or a handle."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Id, Record, UtcTime

Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._:+=/-]{0,160}$")]
"""An id, code, digest, version or time. No space and no @: what a person writes does not fit (law 11)."""

Scalar = Token | int | bool | None
Detail = Scalar | tuple[Scalar, ...] | dict[Token, Scalar | tuple[Scalar, ...]] | tuple[dict[Token, Scalar], ...]


class Result(StrEnum):
    """Whether what was asked for happened."""

    DONE = "done"
    REFUSED = "refused"


class Event(Record):
    """One line of the log. `seq` counts from 0 and is the leaf index of the Merkle tree."""

    seq: Annotated[int, Field(ge=0)]
    time: UtcTime
    actor: Id
    """A person's id, or `system`."""
    action: Token
    """`noun.verb`; the closed list is `vetting.audit.tags.Action`."""
    result: Result
    round: Id | None = None
    case: Id | None = None
    subject: Id | None = None
    """The id of what was acted on."""
    code: Token | None = None
    """The stable code of a refusal."""
    details: dict[Token, Detail] = Field(default_factory=dict)
