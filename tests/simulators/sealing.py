"""A synthetic agency, its readers, a summary to seal, and the forger's tools against all of it."""

import base64
import json
import string
from datetime import UTC, datetime
from typing import Any

from schemas.keys import PersonPublic
from schemas.summary import Summary, SummaryFinding, SummaryStep
from vetting.keys.agency import AgencyKeys
from vetting.keys.person import PersonKey, recipients_digest
from vetting.sealing.envelope import Sealed, SealedRecipient, recipients_aad
from vetting.sealing.seal import encrypt_to

BASE64URL = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"


def readers(count: int = 2) -> list[PersonKey]:
    """Board members `board-1` and so on, with new keys."""
    return [PersonKey.create(f"board-{number}") for number in range(1, count + 1)]


def agency(name: str = "Synthetic Police Department") -> AgencyKeys:
    return AgencyKeys.create(name)


def publics(people: list[PersonKey]) -> list[PersonPublic]:
    return [person.public for person in people]


def finding(number: int = 1, quotation: str = "Synthetic quotation.") -> SummaryFinding:
    return SummaryFinding(
        number=number,
        code="C1",
        conduct="Synthetic conduct",
        clause="VII.A",
        narrative="On a synthetic date the candidate wrote a synthetic sentence.",
        quotation=quotation,
        context="",
        corroboration=("interview", "second source"),
    )


def summary_for(people: list[PersonPublic], **changes: Any) -> Summary:
    """A summary that names exactly these readers."""
    values: dict[str, Any] = {
        "agency": "synthetic",
        "round": "round-1",
        "candidate": 4,
        "case": "round-1-c4",
        "version": 1,
        "position": "sworn",
        "released_at": datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        "steps": (SummaryStep(key="recent", title="Recent posts", outcomes={"captured": 2, "not_public": 1}),),
        "accounts_declared": 3,
        "accounts_examined": 2,
        "findings": (finding(),),
        "not_validated": 1,
        "notes": ("No time-stamp authority was set.",),
        "plan_sha256": "a" * 64,
        "policy_sha256": "b" * 64,
        "lexicon_sha256": "c" * 64,
        "software": "vetting 0.1.0",
        "author": "investigator-1",
        "reviewer": "reviewer-1",
        "recipients": tuple(str(person.id) for person in people),
        "recipients_sha256": recipients_digest(people),
        "nonce": "00" * 16,
    }
    return Summary(**{**values, **changes})


def forged(signed: str, people: list[PersonKey]) -> bytes:
    """What anybody can make who knows the readers' public keys: any text, soundly encrypted to them."""
    return encrypt_to(publics(people), signed.encode("ascii")).to_bytes()


def with_slots(sealed: Sealed, slots: list[SealedRecipient]) -> bytes:
    """The file with other slots and the `aad` recomputed, as a forger without the content key would do it."""
    recipients = tuple(slots)
    return sealed.model_copy(update={"recipients": recipients, "aad": recipients_aad(recipients)}).to_bytes()


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def b64json(value: object) -> str:
    return b64(json.dumps(value, separators=(",", ":"), sort_keys=True).encode())
