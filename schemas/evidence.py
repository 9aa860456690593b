"""Evidence items and the vault's own records."""

from enum import StrEnum

from schemas.base import Id, Record, Sha256, UtcTime
from schemas.platform import Method


class ObjectKind(StrEnum):
    """What an encrypted object holds; bound into its encryption, so one kind cannot pass for another."""

    IDENTITY = "identity"
    DECLARATION = "declaration"
    CAPTURE = "capture"
    POSTS = "posts"
    STATEMENT = "statement"
    TIMESTAMP = "timestamp"
    FINDING = "finding"
    NOTE = "note"
    LEAD = "lead"
    CODE = "code"
    DRAFT = "draft"


class VaultKey(Record):
    """The key of one scope (a case or a round), wrapped by the agency's key; emptied when destroyed (law 12)."""

    scope: Id
    wrapped: str
    created_at: UtcTime
    destroyed_at: UtcTime | None = None


class VaultObject(Record):
    """An encrypted object. The digest is of the ciphertext: a hash of a name or a handle would be content."""

    id: Id
    scope: Id
    kind: ObjectKind
    size: int
    cipher_sha256: Sha256
    created_at: UtcTime


class TimestampStatus(StrEnum):
    """Whether a time-stamp authority signed the digest."""

    ABSENT = "absent"
    GRANTED = "granted"


class OpenReason(StrEnum):
    """Why somebody opens evidence; stated, logged, and shown in the custody list."""

    FIND = "find"
    VALIDATE = "validate"
    REDACT = "redact"
    REVIEW = "review"
    CANDIDATE_REQUEST = "candidate_request"
    COURT_ORDER = "court_order"


class Evidence(Record):
    """One kept capture. `sha256` is of the captured file, `content_sha256` of its payloads without dates."""

    id: Id
    case: Id
    account: str
    step: Id
    object: Id
    posts_object: Id | None
    statement_object: Id | None
    sha256: Sha256
    content_sha256: Sha256
    size: int
    media_type: str
    method: Method
    items: int
    captured_at: UtcTime
    kept_at: UtcTime
    kept_by: Id
    timestamp: TimestampStatus
    timestamp_object: Id | None = None


class AttributionStatus(StrEnum):
    """Whether an account is the candidate's (law 6: the right person)."""

    ATTRIBUTED = "attributed"
    NOT_ATTRIBUTED = "not_attributed"
    UNRESOLVED = "unresolved"


class AttributionFactor(StrEnum):
    """What speaks for or against an account being the candidate's; never a look at a protected class."""

    DECLARED = "declared"
    CANDIDATE_CONFIRMS = "candidate_confirms"
    LINK_BACK = "link_back"
    SAME_NAME = "same_name"
    CODE_POSTED = "code_posted"
    EMAIL_DIGEST = "email_digest"
    """The profile carries the digest of a declared e-mail address, as avatar services use it."""
    CANDIDATE_DENIES = "candidate_denies"
    DIFFERENT_NAME = "different_name"
    DIFFERENT_PERSON_SHOWN = "different_person_shown"


class Attribution(Record):
    """A judgement on one account; the latest one counts."""

    id: Id
    case: Id
    account: Id
    status: AttributionStatus
    factors: tuple[AttributionFactor, ...]
    recorded_by: Id
    recorded_at: UtcTime


class Proposal(Record):
    """Factors that a program found in captured profiles: shown to the investigator, and no judgement (law 6)."""

    id: Id
    case: Id
    account: Id
    number: int
    factors: tuple[AttributionFactor, ...]
    evidence: tuple[Id, ...]
    """Where they were found; being declared needs none."""
    proposed_by: Id
    proposed_at: UtcTime


class AccountCode(Record):
    """A one-time code that the candidate may put on a profile; the code itself lies in the vault."""

    id: Id
    case: Id
    account: Id
    number: int
    object: Id
    issued_by: Id
    issued_at: UtcTime
