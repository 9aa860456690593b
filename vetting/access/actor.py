"""Who is acting: proven by the person's own key, never by a name on a command line.

A fresh challenge is signed with the private key, on the person's side, and checked against the enrolled public key.
The private key is read where the person is, used once, and kept by nobody.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from schemas.event import Result
from schemas.keys import PersonPublic
from schemas.person import Person
from vetting.audit.recorder import record
from vetting.audit.tags import Action
from vetting.errors import IntegrityError, PolicyError
from vetting.keys.person import verify_person_signature
from vetting.store import Store

_PURPOSE = b"vetting sign-in v1\n"


@dataclass(frozen=True)
class Actor:
    """A person whose key was checked in this process. Made by `sign_in` only."""

    person: str


def sign_in(store: Store, person_id: str, sign: Callable[[bytes], bytes]) -> Actor:
    """Prove that whoever calls holds the private key enrolled for `person_id`.

    Raises:
        PolicyError: `sign_in_refused`, with one message for every cause.

    """
    # (1) The person is enrolled and active. (2) A challenge that was never used before. (3) The signature fits the
    # enrolled key. Success and refusal are both events.
    with store.reading() as tx:
        person = tx.find(Person, id=person_id)  # (1)
    challenge = _PURPOSE + secrets.token_bytes(32)  # (2)
    genuine = False
    if person is not None and person.active:
        genuine = _signed_by(person, sign(challenge), challenge)  # (3)
    known = person_id if person is not None else "unknown"
    with store.transaction() as tx:
        if genuine:
            record(tx, Action.SIGNIN_DONE, actor=known, subject=known)
        else:
            record(
                tx,
                Action.SIGNIN_DONE,
                actor=known,
                subject=known,
                result=Result.REFUSED,
                code="sign_in_refused",
            )
    if not genuine:
        raise PolicyError(
            "sign_in_refused",
            "This key does not belong to an active person of this installation.",
            remedy="Give the key file made at enrolment with --key, or ask the administrator to enrol you.",
        )
    return Actor(person=person_id)


def _signed_by(person: Person, signature: bytes, challenge: bytes) -> bool:
    try:
        verify_person_signature(PersonPublic.model_validate(person.public), signature, challenge)
    except IntegrityError:
        return False
    return True
