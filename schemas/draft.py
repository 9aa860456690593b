"""Draft summaries, their validation, review and release."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Id, Record, Sha256, UtcTime
from schemas.redaction import Span
from schemas.summary import SummaryBody


class DraftField(Record):
    """One free text of a finding: as written, the spans in force, and the text the board would see."""

    finding: Id
    field: Annotated[str, StringConstraints(pattern=r"^(narrative|quotation|context)$")]
    original: str
    spans: tuple[Span, ...]
    text: str


class DraftContent(Record):
    """What lies in the vault for a draft. `body` is the summary as it would be sealed, but for the release's own facts."""

    fields: tuple[DraftField, ...]
    body: SummaryBody
    nonce: str
    """Secret and random: makes the digest of the text say nothing about the text."""


class Draft(Record):
    """A draft as the database knows it. Every change is a new version; `text_sha256` covers a secret nonce too."""

    id: Id
    case: Id
    version: Annotated[int, Field(ge=1)]
    author: Id
    object: Id
    text_sha256: Sha256
    lexicon_sha256: Sha256
    plan_version: int
    declaration_version: int
    findings: tuple[Id, ...]
    held_back: tuple[Id, ...]
    spans: int
    confirmed: bool
    """The author has gone through the spans and confirmed them."""
    created_at: UtcTime


class Validation(Record):
    """The validation report of one draft: which checks ran, which failed, by code."""

    id: Id
    case: Id
    draft: Id
    text_sha256: Sha256
    passed: bool
    checks: tuple[str, ...]
    failures: tuple[str, ...]
    notes: tuple[str, ...] = ()
    created_at: UtcTime
    created_by: Id


class ReviewDecision(StrEnum):
    """A reviewer approves or returns; there is no third door."""

    APPROVED = "approved"
    RETURNED = "returned"


class ReturnReason(StrEnum):
    """Why a draft was returned, by code; the reviewer's words are in the vault."""

    CLASS_CAN_BE_INFERRED = "class_can_be_inferred"
    NOT_NEUTRAL = "not_neutral"
    NOT_SUPPORTED = "not_supported"
    CODE_DOES_NOT_FIT = "code_does_not_fit"
    CONTEXT_MISSING = "context_missing"
    TOO_MUCH_REMOVED = "too_much_removed"
    OTHER = "other"


class Review(Record):
    """A second person's decision on exactly one text. `author` stands here so that the database can compare."""

    id: Id
    case: Id
    draft: Id
    author: Id
    reviewer: Id
    decision: ReviewDecision
    certified: bool
    """The reviewer certifies that what is left lets no reader infer a protected class."""
    text_sha256: Sha256
    note_object: Id | None = None
    decided_at: UtcTime
    reasons: tuple[ReturnReason, ...] = ()
    """Of a return; empty for an approval."""


class Release(Record):
    """A sealed summary. `sealed_sha256` is of the ciphertext file."""

    id: Id
    case: Id
    version: int
    draft: Id
    review: Id
    author: Id
    released_by: Id
    released_at: UtcTime
    readers: tuple[Id, ...]
    """Assignment ids."""
    recipients_sha256: Sha256
    sealed_sha256: Sha256
    sealed: str
    """The sealed summary itself: ciphertext."""
    withdrawn_at: UtcTime | None = None
    replaces: Id | None = None
    """The withdrawn release that this one takes the place of."""


class UnmetRequirement(Record):
    """One reason why a case cannot be released yet."""

    law: Annotated[int, Field(ge=1, le=12)]
    code: str
    message: str
