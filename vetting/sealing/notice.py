"""The signed notice that a summary was withdrawn: a file for its readers, which needs no server to be believed.

A sealed file that somebody holds cannot be called back. The notice names it by its digest, signed with the key that
signed the summary; `open_sealed` refuses a file that a notice names. It holds ids, a digest, a code and a time.
"""

import json

import rfc8785
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from pydantic import ValidationError

from schemas.keys import AgencyPublic
from schemas.withdrawal import WithdrawalNotice
from vetting.errors import InputError, IntegrityError
from vetting.keys.agency import AgencyKeys
from vetting.keys.curves import p384_public

NOTICE_TYPE = "vetting-withdrawal-notice"
SUFFIX = ".withdrawn.json"
"""How a notice's file is named beside a summary for `vetting open` to find it."""
MAX_NOTICE = 16384
"""Bytes; a notice has about 900."""


def sign_notice(notice: WithdrawalNotice, keys: AgencyKeys) -> str:
    """The notice as a file's text, signed by the agency (JWS, ES384) under a header of its own.

    No summary's signature can pass for a notice's, nor the other way round: the header's type is signed.
    """
    payload = rfc8785.dumps(notice.model_dump(mode="json"))
    signed = jws.serialize_compact(
        _header(keys.public.fingerprint), payload, ECKey.import_key(keys.release_private), algorithms=["ES384"]
    )
    return json.dumps({NOTICE_TYPE: signed})


def read_notice(data: bytes, agency: AgencyPublic) -> WithdrawalNotice:
    """A notice, once it is proved to be this agency's.

    (1) The file has the form of a notice. (2) It is signed by this agency, as a notice. (3) It says what a notice says.

    Raises: InputError `not_a_notice`; IntegrityError `wrong_agency`.
    """
    # (1) the form
    try:
        value = json.loads(data) if len(data) <= MAX_NOTICE else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or set(value) != {NOTICE_TYPE} or not isinstance(value[NOTICE_TYPE], str):
        raise _not_a_notice()
    # (2) the signature: key and algorithm are this agency's, none is taken from the file
    try:
        signed = jws.deserialize_compact(
            value[NOTICE_TYPE], ECKey.import_key(p384_public(agency.release_key)), algorithms=["ES384"]
        )
    except (JoseError, ValueError, AssertionError) as error:
        raise _wrong_agency(agency) from error
    if signed.protected != _header(agency.fingerprint):
        raise _wrong_agency(agency)
    # (3) the content
    try:
        return WithdrawalNotice.model_validate_json(signed.payload)
    except ValidationError as error:
        raise _not_a_notice() from error


def _header(fingerprint: str) -> dict[str, str]:
    return {"alg": "ES384", "kid": fingerprint, "typ": NOTICE_TYPE}


def _not_a_notice() -> InputError:
    return InputError(
        "not_a_notice",
        "This file is not a notice of withdrawal that this version of the system can read.",
        remedy="Give the file as `vetting withdrawal notice` wrote it, unchanged.",
    )


def _wrong_agency(agency: AgencyPublic) -> IntegrityError:
    return IntegrityError(
        "wrong_agency",
        f"This notice is not signed by the agency with fingerprint {agency.fingerprint[:16]}.",
        law=9,
        remedy="Ask the agency whether it withdrew the summary, and report this.",
    )
