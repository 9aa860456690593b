"""Who may do what: one list of permissions, one table of roles. There is no wildcard and no override.

- A decision maker has one permission: to fetch the sealed summaries addressed to them (law 1).
- An administrator enrols people and opens rounds, and sees no content and decides nothing (law 8).
- An auditor sees the log and the reasons of deviations and withdrawals, and no evidence.
"""

from enum import StrEnum

from schemas.person import Role


class Permission(StrEnum):
    """`scope:resource:action`, alphabetical."""

    AGENCY_CREDENTIAL_RECORD = "agency:credential:record"
    AGENCY_DISPOSAL_AUTHORISE = "agency:disposal:authorise"
    AGENCY_DISPOSAL_CARRY_OUT = "agency:disposal:carry_out"
    AGENCY_HOLD_PLACE = "agency:hold:place"
    AGENCY_LOG_EXPORT = "agency:log:export"
    AGENCY_PERSON_ENROL = "agency:person:enrol"
    AGENCY_ROUND_OPEN = "agency:round:open"
    CASE_ATTRIBUTION_RECORD = "case:attribution:record"
    CASE_CORROBORATION_RECORD = "case:corroboration:record"
    CASE_DECLARATION_RECORD = "case:declaration:record"
    CASE_DRAFT_READ = "case:draft:read"
    CASE_DRAFT_WRITE = "case:draft:write"
    CASE_EVIDENCE_LIST = "case:evidence:list"
    CASE_EVIDENCE_OPEN = "case:evidence:open"
    CASE_FINDING_RECORD = "case:finding:record"
    CASE_LEAD_READ = "case:lead:read"
    CASE_LEAD_RECORD = "case:lead:record"
    CASE_REVIEW_DECIDE = "case:review:decide"
    CASE_STATUS_READ = "case:status:read"
    CASE_SUMMARY_FETCH = "case:summary:fetch"
    CASE_SUMMARY_RELEASE = "case:summary:release"
    CASE_VALIDATION_RUN = "case:validation:run"
    CASE_WITHDRAWAL_DECIDE = "case:withdrawal:decide"
    CASE_WITHDRAWAL_READ = "case:withdrawal:read"
    CASE_WITHDRAWAL_REQUEST = "case:withdrawal:request"
    ROUND_ASSIGNMENT_MAKE = "round:assignment:make"
    ROUND_CLOSE = "round:round:close"
    ROUND_COLLECTION_RUN = "round:collection:run"
    ROUND_DEVIATION_DECIDE = "round:deviation:decide"
    ROUND_DEVIATION_READ = "round:deviation:read"
    ROUND_DEVIATION_REQUEST = "round:deviation:request"
    ROUND_REPLAN_APPROVE = "round:replan:approve"
    ROUND_REPLAN_REQUEST = "round:replan:request"
    ROUND_REPORT_MAKE = "round:report:make"


P = Permission

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(
        {
            P.AGENCY_CREDENTIAL_RECORD,
            P.AGENCY_DISPOSAL_CARRY_OUT,
            P.AGENCY_LOG_EXPORT,
            P.AGENCY_PERSON_ENROL,
            P.AGENCY_ROUND_OPEN,
            P.CASE_STATUS_READ,
            P.ROUND_ASSIGNMENT_MAKE,
            P.ROUND_CLOSE,
            P.ROUND_REPLAN_REQUEST,
        }
    ),
    Role.RECORDS_OFFICER: frozenset({P.AGENCY_DISPOSAL_AUTHORISE, P.AGENCY_HOLD_PLACE, P.CASE_STATUS_READ}),
    Role.INVESTIGATOR: frozenset(
        {
            P.CASE_ATTRIBUTION_RECORD,
            P.CASE_CORROBORATION_RECORD,
            P.CASE_DECLARATION_RECORD,
            P.CASE_DRAFT_READ,
            P.CASE_DRAFT_WRITE,
            P.CASE_EVIDENCE_LIST,
            P.CASE_EVIDENCE_OPEN,
            P.CASE_FINDING_RECORD,
            P.CASE_LEAD_READ,
            P.CASE_LEAD_RECORD,
            P.CASE_STATUS_READ,
            P.CASE_VALIDATION_RUN,
            P.CASE_WITHDRAWAL_READ,
            P.CASE_WITHDRAWAL_REQUEST,
            P.ROUND_COLLECTION_RUN,
            P.ROUND_DEVIATION_READ,
            P.ROUND_DEVIATION_REQUEST,
        }
    ),
    Role.REVIEWER: frozenset(
        {
            P.CASE_DRAFT_READ,
            P.CASE_EVIDENCE_LIST,
            P.CASE_EVIDENCE_OPEN,
            P.CASE_LEAD_READ,
            P.CASE_REVIEW_DECIDE,
            P.CASE_STATUS_READ,
            P.CASE_SUMMARY_RELEASE,
            P.CASE_WITHDRAWAL_DECIDE,
            P.CASE_WITHDRAWAL_READ,
            P.CASE_WITHDRAWAL_REQUEST,
            P.ROUND_DEVIATION_DECIDE,
            P.ROUND_DEVIATION_READ,
            P.ROUND_REPLAN_APPROVE,
        }
    ),
    Role.DECISION_MAKER: frozenset({P.CASE_SUMMARY_FETCH}),
    Role.AUDITOR: frozenset(
        {
            P.AGENCY_LOG_EXPORT,
            P.CASE_STATUS_READ,
            P.CASE_WITHDRAWAL_READ,
            P.ROUND_DEVIATION_READ,
            P.ROUND_REPORT_MAKE,
        }
    ),
}

CONTENT = frozenset(
    {
        P.CASE_EVIDENCE_OPEN,
        P.CASE_DRAFT_READ,
        P.CASE_DRAFT_WRITE,
        P.CASE_FINDING_RECORD,
        P.CASE_DECLARATION_RECORD,
        P.CASE_LEAD_READ,
        P.CASE_LEAD_RECORD,
    }
)
"""Permissions that let a person see what a candidate wrote or declared."""

_EXCLUSIVE = frozenset({Role.DECISION_MAKER, Role.AUDITOR})


def conflict(role: Role, others: frozenset[Role]) -> Role | None:
    """The role among `others` that may not go together with `role`, or `None` (Bridgeport IV. D. 2; CJIS AC-5).

    Decision makers and auditors hold no other role in the round, nor do they administer the agency: an administrator
    enrols keys, and a decider who enrols keys could look through somebody else's.
    """
    for other in sorted(others - {role}):
        if role in _EXCLUSIVE or other in _EXCLUSIVE:
            if Role.RECORDS_OFFICER in {role, other}:
                continue
            return other
    return None
