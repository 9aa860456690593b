"""Sealing: the agency signs a summary, then encrypts it to each person who may read it (law 9).

The summary exists in clear only in the memory of the process that seals it. This module does not decide
whether a summary may be released, or to whom: `vetting.cases` did that. It writes nothing.
"""

import os
from collections.abc import Sequence
from copy import copy
from typing import Any

import rfc8785
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from joserfc import jws
from joserfc.jwe import GeneralJSONEncryption, JWERegistry, encrypt_json
from joserfc.jwk import ECKey

from schemas.keys import PersonPublic
from schemas.summary import Summary
from vetting.errors import InputError, PolicyError
from vetting.keys.agency import AgencyKeys
from vetting.keys.curves import encode, p384_public
from vetting.keys.person import check_person_public, recipients_digest
from vetting.policy.controls import Control, enforces
from vetting.sealing.envelope import (
    ENCRYPTION,
    MAX_READERS,
    PROTECTED,
    Sealed,
    SealedRecipient,
    recipients_aad,
    signature_header,
)

PAD_TO = 32768
"""Bytes. Signed payloads are a multiple of it, so that the length of a file does not tell a summary without
findings from one with a dozen."""


@enforces(Control.SEALED_TO_READERS)
def seal(summary: Summary, readers: Sequence[PersonPublic], keys: AgencyKeys) -> bytes:
    """The sealed summary as the bytes of a file.

    (1) There are readers, distinct ones, each with sound keys.
    (2) The summary names exactly these readers: by id, and by the digest of their keys.
    (3) The summary is written as canonical JSON and padded with spaces, which the signature covers.
    (4) The agency signs it (JWS, ES384).
    (5) The signed text is encrypted to each reader (JWE, ECDH-ES+A256KW over P-384, A256GCM).

    Leaves to the caller: that this summary may be released to these people, and the event that records it.

    Raises: PolicyError `no_readers`, `readers_differ`; InputError `too_many_readers`; IntegrityError
    `weak_key`.
    """
    # (1) readers
    _require_readers(readers)
    # (2) the summary's own list is what the signature protects
    if sorted(summary.recipients) != sorted(str(reader.id) for reader in readers) or (
        summary.recipients_sha256 != recipients_digest(readers)
    ):
        raise PolicyError(
            "readers_differ",
            f"The summary of case {summary.case} names other readers, or keys, than it would be sealed to.",
            law=9,
            remedy="Prepare the release again with the round's present decision makers.",
        )
    # (3) one way to write it, one of few lengths
    payload = pad(rfc8785.dumps(summary.model_dump(mode="json")))
    # (4) sign
    signed = sign_payload(payload, keys)
    # (5) encrypt
    return encrypt_to(readers, signed.encode("ascii")).to_bytes()


def pad(payload: bytes) -> bytes:
    """JSON followed by spaces up to the next multiple of `PAD_TO`; they are not part of its value."""
    return payload + b" " * (-len(payload) % PAD_TO)


def sign_payload(payload: bytes, keys: AgencyKeys) -> str:
    """The payload as a compact JWS by the agency's release key."""
    header = signature_header(keys.public.fingerprint)
    return jws.serialize_compact(header, payload, ECKey.import_key(keys.release_private), algorithms=["ES384"])


def encrypt_to(readers: Sequence[PersonPublic], plaintext: bytes) -> Sealed:
    """`plaintext` in a JWE to each reader, with their slots authenticated in `aad`.

    The slots must be known before the content is encrypted, so joserfc wraps a key that is chosen here and
    the content is encrypted with that key afterwards.
    """
    content_key = os.urandom(32)
    obj = GeneralJSONEncryption(dict(ENCRYPTION), b"")
    for reader in readers:
        obj.add_recipient({"kid": reader.thumbprint}, ECKey.import_key(p384_public(reader.seal)))
    wrapped = encrypt_json(obj, None, registry=_Wrapping(content_key))
    recipients = tuple(SealedRecipient.model_validate(dict(slot)) for slot in wrapped["recipients"])
    aad = recipients_aad(recipients)
    nonce = os.urandom(12)
    # RFC 7516 section 5.1 step 14: what GCM authenticates is the encoded header, a dot, and the encoded aad.
    sealed = AESGCM(content_key).encrypt(nonce, plaintext, f"{PROTECTED}.{aad}".encode("ascii"))
    return Sealed(
        aad=aad,
        ciphertext=encode(sealed[:-16]),
        iv=encode(nonce),
        recipients=recipients,
        tag=encode(sealed[-16:]),
    )


class _Wrapping(JWERegistry):
    """A registry of one algorithm, whose content key is given instead of drawn."""

    max_recipients = MAX_READERS

    def __init__(self, content_key: bytes) -> None:
        super().__init__(algorithms=[ENCRYPTION["alg"], ENCRYPTION["enc"]])
        self._content_key = content_key

    def get_enc(self, name: str) -> Any:
        model = copy(super().get_enc(name))  # the library's model is shared by the whole process
        vars(model)["generate_cek"] = lambda: self._content_key
        return model


def _require_readers(readers: Sequence[PersonPublic]) -> None:
    if not readers or any(reader.id is None for reader in readers):
        raise PolicyError("no_readers", "A summary is sealed to at least one reader, each with an id.", law=9)
    if len(readers) > MAX_READERS:
        raise InputError("too_many_readers", f"A summary can be sealed to at most {MAX_READERS} readers.")
    distinct = {reader.thumbprint for reader in readers}, {reader.id for reader in readers}
    if any(len(each) != len(readers) for each in distinct):
        raise PolicyError("readers_differ", "A reader is named twice, or two readers have the same keys.", law=9)
    for reader in readers:
        check_person_public(reader)
