"""The summary that decision makers read: the same form for every candidate, content already redacted."""

from schemas.base import Id, Record, Sha256, UtcTime


class SummaryStep(Record):
    """A plan step and how often it ended in each outcome; no platform, no address."""

    key: str
    title: str
    outcomes: dict[str, int]


class SummaryFinding(Record):
    """One validated finding in neutral words, after redaction."""

    number: int
    code: str
    conduct: str
    clause: str
    narrative: str
    quotation: str
    context: str
    """Mitigating context, or an empty string."""
    corroboration: tuple[str, ...]
    """The means by which it was corroborated."""


class SummaryBody(Record):
    """What a draft holds of a summary: everything but the facts of its release."""

    agency: str
    round: Id
    candidate: int
    case: Id
    position: str
    steps: tuple[SummaryStep, ...]
    accounts_declared: int
    accounts_examined: int
    findings: tuple[SummaryFinding, ...]
    not_validated: int
    """Findings held back because they could not be validated (Bridgeport IV. D. 6)."""
    notes: tuple[str, ...] = ()
    """Fixed sentences of the template, e.g. which optional check was absent."""
    plan_sha256: Sha256
    policy_sha256: Sha256
    lexicon_sha256: Sha256
    software: str
    author: Id


class Summary(SummaryBody):
    """The signed payload of a sealed summary. `recipients` is signed because JWE does not authenticate its recipient list."""

    form: int = 1
    version: int
    replaces: int | None = None
    """The version that was withdrawn and that this one takes the place of."""
    released_at: UtcTime
    reviewer: Id
    recipients: tuple[Id, ...]
    recipients_sha256: Sha256
    nonce: str
