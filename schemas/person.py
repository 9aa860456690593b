"""People, their roles and what they must hold to act. Rights hang off the assignment row that grants them."""

from datetime import date
from enum import StrEnum
from typing import Any

from schemas.base import Id, Record, UtcTime


class Role(StrEnum):
    """What a person may be. The first two are held in the agency, the others in one round."""

    ADMINISTRATOR = "administrator"
    RECORDS_OFFICER = "records_officer"
    INVESTIGATOR = "investigator"
    REVIEWER = "reviewer"
    DECISION_MAKER = "decision_maker"
    AUDITOR = "auditor"


AGENCY_ROLES = frozenset({Role.ADMINISTRATOR, Role.RECORDS_OFFICER})
ROUND_ROLES = frozenset(set(Role) - AGENCY_ROLES)


class CredentialKind(StrEnum):
    """What an investigator must hold, all current, before acting (Bridgeport IV. D. 3; CJIS AT-3, PL-4)."""

    SENSITIVE_POSITION = "sensitive_position"
    CONFIDENTIALITY = "confidentiality"
    TRAINING = "training"


class Person(Record):
    """An enrolled person; `public` is a `schemas.keys.PersonPublic` as a mapping. The private key never comes here."""

    id: Id
    public: dict[str, Any]
    thumbprint: str
    active: bool
    enrolled_at: UtcTime
    enrolled_by: Id


class AgencyRole(Record):
    """An agency-wide role."""

    id: Id
    person: Id
    role: Role
    given_at: UtcTime
    given_by: Id
    ended_at: UtcTime | None = None


class Credential(Record):
    """One credential of one person; `valid_until` of `None` does not expire."""

    id: Id
    person: Id
    kind: CredentialKind
    valid_from: date
    valid_until: date | None
    recorded_at: UtcTime
    recorded_by: Id


class RevocationReason(StrEnum):
    """Why a credential stopped counting before its last day."""

    RECORDED_IN_ERROR = "recorded_in_error"
    DESIGNATION_ENDED = "designation_ended"
    TRAINING_NOT_VALID = "training_not_valid"
    CONFIDENTIALITY_BREACHED = "confidentiality_breached"
    LEFT_SERVICE = "left_service"
    OTHER = "other"


class Revocation(Record):
    """The end of one credential from this moment on. The credential stays as it was recorded."""

    id: Id
    credential: Id
    reason: RevocationReason
    revoked_by: Id
    revoked_at: UtcTime


class Assignment(Record):
    """One appointment of a person to a role in a round. Never deleted or revived: who once looked can never decide.

    Somebody whose role ended may be appointed to the same role again: a row of its own.
    """

    id: Id
    round: Id
    person: Id
    role: Role
    assigned_at: UtcTime
    assigned_by: Id
    ended_at: UtcTime | None = None


class Agency(Record):
    """The one agency of an installation; `public` is a `schemas.keys.AgencyPublic` as a mapping."""

    id: Id
    name: str
    public: dict[str, Any]
    created_at: UtcTime
