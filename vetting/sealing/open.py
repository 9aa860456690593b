"""Opening a sealed summary on its reader's own machine: the file, the reader's key, the agency's public key.

Nothing is shown unless everything holds. It writes nothing and asks nobody.
"""

import hashlib
from collections.abc import Iterable

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwe import GeneralJSONSerialization, JWERegistry, decrypt_json
from joserfc.jwk import ECKey
from pydantic import ValidationError

from schemas.keys import AgencyPublic
from schemas.summary import Summary
from schemas.withdrawal import WithdrawalNotice
from vetting.errors import IntegrityError, PolicyError, StateError
from vetting.keys.curves import p384_public
from vetting.keys.person import PersonKey, recipients_digest
from vetting.policy.controls import Control, enforces
from vetting.sealing.envelope import (
    ENCRYPTION,
    MAX_SEALED,
    Sealed,
    not_a_sealed_summary,
    parse_sealed,
    recipients_changed,
    signature_header,
)


@enforces(Control.SEALED_TO_READERS)
def open_sealed(
    data: bytes,
    person: PersonKey,
    agency: AgencyPublic,
    *,
    expect_case: str | None = None,
    expect_round: str | None = None,
    least_version: int | None = None,
    notices: Iterable[WithdrawalNotice] = (),
) -> Summary:
    """The summary in a sealed file, once everything about it holds.

    (1) The file is of the one form (algorithms, headers, members), and its slots are intact: `parse_sealed`.
    (2) This person is one of its readers.
    (3) This person's slot opens it, and no byte was altered.
    (4) What is inside is signed by this agency, with ES384 and nothing else.
    (5) It is a summary.
    (6) The readers that the agency signed are exactly the readers of this file.
    (7) It is about the case and the round that the reader asked for, and not an older version than asked for.
    (8) No notice of withdrawal that this agency signed names it.

    Leaves to the caller: that `agency` is the agency's key (compare its fingerprint), and asking for
    `expect_case` and `least_version` where the reader knows them: a true summary of another case, or an old
    one, is still true. And that `notices` are proved (`vetting.sealing.notice`), and all that the reader has.

    Raises: InputError `not_a_sealed_summary`; PolicyError `not_a_reader`; IntegrityError `altered`,
    `wrong_agency`, `recipients_changed`, `wrong_case`, `wrong_round`, `superseded`; StateError
    `withdrawn`.
    """
    # (1) the form
    sealed = parse_sealed(data)
    # (2) the reader
    if person.public.thumbprint not in sealed.readers():
        raise PolicyError(
            "not_a_reader",
            f"This summary is not sealed to the key {person.public.thumbprint[:16]}.",
            law=9,
            remedy="Use the key that the agency enrolled for you. After a change of readers or of"
            " keys, ask the agency to seal it again.",
        )
    # (3) decrypt
    plaintext = _decrypt(sealed, person)
    # (4) the signature
    payload = _verified_payload(plaintext, agency)
    # (5) the content
    try:
        summary = Summary.model_validate_json(payload)
    except ValidationError as error:
        raise not_a_sealed_summary() from error
    # (6) readers, as signed: somebody who can open the file could have sealed it again to others
    if summary.recipients_sha256 != recipients_digest(sealed.readers()) or len(summary.recipients) != len(
        sealed.recipients
    ):
        raise recipients_changed()
    # (7) what was asked for
    _require(summary, expect_case, expect_round, least_version)
    # (8) withdrawn since: by the file's digest, and by case and version, whatever the file is called
    digest = hashlib.sha256(data).hexdigest()
    for notice in notices:
        if notice.sealed_sha256 == digest or (notice.case, notice.version) == (summary.case, summary.version):
            raise StateError(
                "withdrawn",
                f"Version {summary.version} of the summary of case {summary.case} was withdrawn on"
                f" {notice.withdrawn_at:%Y-%m-%d} ({notice.reason.value.replace('_', ' ')}).",
                law=6,
                remedy="Do not rely on it, nor on what you remember of it. Ask for the version that takes its place.",
            )
    return summary


def _decrypt(sealed: Sealed, person: PersonKey) -> bytes:
    value = sealed.model_dump(mode="json")
    mine = [slot for slot in value["recipients"] if slot["header"]["kid"] == person.public.thumbprint]
    # Only the own slot is given to the library: with several it would try them all, and stop at the first
    # that fails.
    general: GeneralJSONSerialization = {**value, "recipients": mine}  # type: ignore[typeddict-item]
    try:
        opened = decrypt_json(general, ECKey.import_key(person.seal_private), registry=_Decryption())
    except (JoseError, ValueError, AssertionError) as error:
        raise IntegrityError(
            "altered",
            "This sealed summary was altered: it does not open, although it is sealed to this key.",
            law=9,
            remedy="Do not rely on it. Ask the agency for the file again, and report this.",
        ) from error
    return opened.plaintext or b""


def _verified_payload(plaintext: bytes, agency: AgencyPublic) -> bytes:
    try:
        # No key and no algorithm is taken from the text: both are the ones this agency signs with.
        signed = jws.deserialize_compact(
            plaintext, ECKey.import_key(p384_public(agency.release_key)), registry=_Signature()
        )
    except (JoseError, ValueError, AssertionError) as error:
        raise _wrong_agency(agency) from error
    if signed.protected != signature_header(agency.fingerprint):
        raise _wrong_agency(agency)
    return signed.payload


class _Decryption(JWERegistry):
    max_ciphertext_length = MAX_SEALED

    def __init__(self) -> None:
        super().__init__(algorithms=[ENCRYPTION["alg"], ENCRYPTION["enc"]])


class _Signature(jws.JWSRegistry):
    max_payload_length = MAX_SEALED

    def __init__(self) -> None:
        super().__init__(algorithms=["ES384"])


def _wrong_agency(agency: AgencyPublic) -> IntegrityError:
    return IntegrityError(
        "wrong_agency",
        f"What is inside this file is not signed by the agency with fingerprint {agency.fingerprint[:16]}.",
        law=9,
        remedy="Anybody can encrypt to you; only the agency can sign. Compare the fingerprint of its public"
        " file with the one that it publishes. If it is right, do not rely on this file, and report it.",
    )


def _require(summary: Summary, case: str | None, round_: str | None, least_version: int | None) -> None:
    for code, what, asked, found in (
        ("wrong_case", "case", case, summary.case),
        ("wrong_round", "round", round_, summary.round),
    ):
        if asked is not None and asked != found:
            raise IntegrityError(
                code,
                f"This is a true summary, but of {what} {found}; {what} {asked} was asked for.",
                law=9,
                remedy="Files may have been exchanged. Ask for the file of the right one, and report this.",
            )
    if least_version is not None and summary.version < least_version:
        raise IntegrityError(
            "superseded",
            f"This is version {summary.version} of the summary of case {summary.case}; version"
            f" {least_version} or later was asked for.",
            law=9,
            remedy="Ask the agency for the present version.",
        )
