"""The closed list of controls the system enforces, and why a clause of an order may drive none of them.

A control is one rule in code. Policy packs say which clause of an agency's order asks for it; functions say
with `@enforces(Control.X)` that they enforce it; tests say with `@pytest.mark.attacks("x")` that they try to
break it. `vetting policy check` puts the three side by side. What a control does is never configurable.
"""

from enum import StrEnum
from typing import Self

LAWS = range(1, 13)
"""The numbers of the laws of docs/architecture.md."""


class Control(StrEnum):
    """A rule that the code enforces: its name, the laws it serves (1-12) and its meaning in one sentence."""

    laws: tuple[int, ...]
    meaning: str

    def __new__(cls, value: str, laws: tuple[int, ...] = (), meaning: str = "") -> Self:
        """Make a member whose value is its name in packs and test marks."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.laws = laws
        member.meaning = meaning
        return member

    SEARCH_BY_NON_DECISION_MAKER = (
        "search_by_non_decision_maker",
        (1,),
        "A decision maker of a round holds no other role in it, at its opening, later, or by any door.",
    )
    EVIDENCE_ACCESS = (
        "evidence_access",
        (1, 10),
        "Evidence opens only for a role that may, for a stated reason and on record; never for a decider.",
    )
    SENSITIVE_POSITION = (
        "sensitive_position",
        (1,),
        "Investigators act only with a current designation, confidentiality acknowledgement and training.",
    )
    MANDATORY_INTERNET_CONTENT = (
        "mandatory_internet_content",
        (2,),
        "The internet part of a background investigation cannot be left out for a candidate of a round.",
    )
    UNIFORM_PLAN = (
        "uniform_plan",
        (2,),
        "The plan is frozen by digest; every step has an outcome before a candidate's summary is released.",
    )
    DEVIATION_APPROVED = (
        "deviation_approved",
        (2, 8),
        "A departure from the plan has a reason, somebody else's approval, and is shown to the auditor.",
    )
    POLICY_VERSION_RECORD = (
        "policy_version_record",
        (2, 10),
        "The versions and digests of policy, plan, lexicon and software are on record for each round.",
    )
    PLAN_ONLY = (
        "plan_only",
        (3,),
        "Nothing is collected but declared accounts and the plan's own steps, inside its window and limits.",
    )
    MANDATORY_DECLARATION = (
        "mandatory_declaration",
        (3,),
        "Every candidate declares accounts or an explicit none; amendments are versions, never edits.",
    )
    NOTICE_ACKNOWLEDGED = (
        "notice_acknowledged",
        (3,),
        "Nothing is collected before the candidate has acknowledged the notice, by its version.",
    )
    LAWFUL_METHODS = (
        "lawful_methods",
        (4,),
        "Only listed methods collect; there is no login, pretext, friend request or borrowed account.",
    )
    NO_AUTHENTICATORS = (
        "no_authenticators",
        (4,),
        "No field holds a password or other authenticator, and text that looks like one is refused.",
    )
    NO_ALIAS = (
        "no_alias",
        (4,),
        "No alias is used in hiring: requests state their purpose, a capture names the person who made it.",
    )
    JOB_RELATED_ONLY = (
        "job_related_only",
        (5,),
        "A finding cites evidence and carries a conduct code supported for this kind of candidate.",
    )
    PROTECTED_SPEECH_GATE = (
        "protected_speech_gate",
        (5,),
        "Views, faith, lawful groups and other protected expression are not a basis for a finding.",
    )
    HOSTED_CONTENT_FLAG = (
        "hosted_content_flag",
        (5, 6),
        "What others wrote on a candidate's page is marked hosted or shared, never as the candidate's words.",
    )
    VALIDATE_BEFORE_USE = (
        "validate_before_use",
        (6,),
        "A finding is corroborated by an independent means or held back; nothing else is released as fact.",
    )
    RIGHT_PERSON = (
        "right_person",
        (6,),
        "A finding rests only on an account attributed to the candidate.",
    )
    AUTHENTIC_CAPTURE = (
        "authentic_capture",
        (6,),
        "Evidence has a digest from the moment of capture, and is refused when its bytes no longer match it.",
    )
    FILTER_PROTECTED_CLASSES = (
        "filter_protected_classes",
        (7,),
        "No protected-class information, image, handle, address or telling platform name reaches a decider.",
    )
    SILENT_MARKS = (
        "silent_marks",
        (7,),
        "The mark left by a redaction is the same for every class and length and counts nothing.",
    )
    LEAK_CHECK = (
        "leak_check",
        (7,),
        "The final text is checked again by means independent of the redaction before it may be released.",
    )
    FOUR_EYES = (
        "four_eyes",
        (8,),
        "Nothing is released by the person who wrote it; no administrator can override.",
    )
    SEALED_TO_READERS = (
        "sealed_to_readers",
        (9,),
        "A summary is signed, then encrypted to each named reader, and opened on the reader's own machine.",
    )
    EVIDENCE_ENCRYPTED = (
        "evidence_encrypted",
        (9, 11),
        "Evidence is encrypted with a key per case, and the keys are the agency's.",
    )
    TAMPER_EVIDENT_LOG = (
        "tamper_evident_log",
        (10,),
        "Every action and refusal is an event, written with what it records; altering the log shows.",
    )
    RECORDS_RETRIEVABLE = (
        "records_retrievable",
        (10, 12),
        "What was collected, decided and logged can be found again and exported whole.",
    )
    CONTENT_IN_VAULT_ONLY = (
        "content_in_vault_only",
        (11,),
        "No content is in the database, Prefect, logs, messages, temporary files, URLs or process arguments.",
    )
    RETENTION_AND_DISPOSAL = (
        "retention_and_disposal",
        (12,),
        "Records are kept as long as the schedule says; disposal needs recorded authority and no hold.",
    )


class Context(StrEnum):
    """Why a clause drives no control of this product; recorded so that nobody thinks it was forgotten."""

    SCOPE = "scope"
    """What the order is for, whom it binds, and what it is not for."""
    DEFINITION = "definition"
    """Words of the order; they show what a declaration should ask about."""
    RECRUITING = "recruiting"
    """The internet as a means of recruiting, not of vetting."""
    RECOGNISED_USE = "recognised_use"
    """Other official uses of social media."""
    PAGE_REGISTER = "page_register"
    """How the department runs its own pages."""
    STAFF_CONDUCT = "staff_conduct"
    """Binds personnel; supports no finding about a candidate by itself."""
    STAFF_PERMISSION = "staff_permission"
    """Permissions that personnel ask for and how they are answered."""
    STAFF_REPORTING = "staff_reporting"
    """Personnel report violations to a supervisor."""
    STAFF_DEVICES = "staff_devices"
    """Use of the department's and own devices by personnel."""
    STAFF_MONITORING = "staff_monitoring"
    """The department may look at what its personnel do on its equipment or in public."""
    CONSEQUENCE = "consequence"
    """What may follow from a violation."""
    ALIAS_REGISTER = "alias_register"
    """Aliases in criminal investigations; hiring uses none."""
