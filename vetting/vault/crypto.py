"""Encryption of vault objects: one Tink streaming key for each case, wrapped by the agency's key.

AES-256-GCM in 1 MiB segments (AES256_GCM_HKDF_1MB). The associated data binds an object to its scope, id and kind, so
bytes moved between cases, ids or kinds do not decrypt. A cut stream shows only at its end: `decrypt` therefore reads
to the end before it hands anything on. At rest: CJIS SC-28 asks for FIPS 197 with 256 bits.
"""

import io
import os

import tink
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from tink import aead, json_proto_keyset_format, streaming_aead

from schemas.evidence import ObjectKind
from vetting.errors import IntegrityError

streaming_aead.register()
_NONCE = 12


class _Wrapper(aead.Aead):  # type: ignore[misc]
    """The agency's 32-byte key in the form that Tink wraps keysets with."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def encrypt(self, plaintext: bytes, associated_data: bytes) -> bytes:
        """Nonce and ciphertext."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, plaintext, associated_data)

    def decrypt(self, ciphertext: bytes, associated_data: bytes) -> bytes:
        """The plaintext; raises `InvalidTag`, which `CaseKey.unwrap` turns into a refusal."""
        return self._cipher.decrypt(ciphertext[:_NONCE], ciphertext[_NONCE:], associated_data)


class _Sink(io.BytesIO):
    """Keeps what was written when Tink closes its destination."""

    written: bytes = b""

    def close(self) -> None:
        if not self.closed:
            self.written = self.getvalue()
        super().close()


class CaseKey:
    """The key of one scope (a case or a round)."""

    def __init__(self, handle: tink.KeysetHandle) -> None:
        self._handle = handle
        self._primitive = handle.primitive(streaming_aead.StreamingAead)

    @classmethod
    def create(cls) -> "CaseKey":
        """A new random key."""
        return cls(tink.new_keyset_handle(streaming_aead.streaming_aead_key_templates.AES256_GCM_HKDF_1MB))

    def wrap(self, agency_key: bytes, scope: str) -> str:
        """The key encrypted with the agency's key, for the database."""
        return str(json_proto_keyset_format.serialize_encrypted(self._handle, _Wrapper(agency_key), scope.encode()))

    @classmethod
    def unwrap(cls, wrapped: str, agency_key: bytes, scope: str) -> "CaseKey":
        """The key of a scope.

        Raises:
            IntegrityError: `case_key_unusable`, when it is damaged, of another scope, or of another agency's key.

        """
        try:
            return cls(json_proto_keyset_format.parse_encrypted(wrapped, _Wrapper(agency_key), scope.encode()))
        except (InvalidTag, tink.TinkError, ValueError):
            raise IntegrityError(
                "case_key_unusable",
                f"The key of {scope} cannot be unwrapped with this agency's key.",
                remedy="Check that the agency key file belongs to this installation; restore the database from a backup if it does.",
            ) from None

    def encrypt(self, data: bytes, *, scope: str, object_id: str, kind: ObjectKind) -> bytes:
        """The object as it is stored."""
        sink = _Sink()
        with self._primitive.new_encrypting_stream(sink, _binding(scope, object_id, kind)) as stream:
            stream.write(data)
        return sink.written

    def decrypt(self, ciphertext: bytes, *, scope: str, object_id: str, kind: ObjectKind) -> bytes:
        """The whole object.

        Raises:
            IntegrityError: `object_altered`.

        """
        try:
            with self._primitive.new_decrypting_stream(
                io.BytesIO(ciphertext), _binding(scope, object_id, kind)
            ) as stream:
                return bytes(stream.read())
        except (tink.TinkError, OSError, ValueError):
            raise IntegrityError(
                "object_altered",
                f"Vault object {object_id} of {scope} was altered, cut, or belongs elsewhere.",
                remedy="Do not use it. Restore it from a backup and tell the auditor.",
            ) from None


def _binding(scope: str, object_id: str, kind: ObjectKind) -> bytes:
    return f"vetting-object-v1\n{scope}\n{object_id}\n{kind.value}".encode()
