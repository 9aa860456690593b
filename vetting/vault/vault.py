"""The vault: identity, captures, findings, drafts and notes, encrypted with the key of their case (laws 9 and 11).

The ciphertext is stored first and its row second, inside the caller's transaction: a crash between the two leaves an
unreachable object, which `sweep` removes, and never a row without its object.
Leaves who may open what to `custody.py` and `vetting.access`.
"""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta

from schemas.evidence import ObjectKind, VaultKey, VaultObject
from vetting.clock import now
from vetting.errors import IntegrityError, StateError
from vetting.policy.controls import Control, enforces
from vetting.store import Tx
from vetting.vault.crypto import CaseKey
from vetting.vault.objects import Objects

Staged = dict[ObjectKind, tuple[str, bytes]]
"""Ids and ciphertexts of objects that are stored and have no row yet."""


@enforces(Control.CONTENT_IN_VAULT_ONLY)
class Vault:
    """Puts and gets encrypted objects. Unwrapped keys live in this process's memory only."""

    def __init__(self, objects: Objects, agency_key: bytes) -> None:
        self._objects = objects
        self._agency_key = agency_key
        self._keys: dict[str, CaseKey] = {}

    def create_key(self, tx: Tx, scope: str) -> None:
        """Make the key of a new case or round."""
        wrapped = CaseKey.create().wrap(self._agency_key, scope)
        tx.add(VaultKey(scope=scope, wrapped=wrapped, created_at=now()))

    def _key(self, tx: Tx, scope: str) -> CaseKey:
        row = tx.get(VaultKey, scope)
        if row.destroyed_at is not None:
            self._keys.pop(scope, None)
            raise StateError("disposed", f"The content of {scope} was disposed of; nothing can open it.", law=12)
        key = self._keys.get(scope)
        if key is None:
            key = self._keys[scope] = CaseKey.unwrap(row.wrapped, self._agency_key, scope)
        return key

    def put(self, tx: Tx, scope: str, kind: ObjectKind, data: bytes) -> str:
        """Encrypt and store; returns the object's id, which is random and says nothing."""
        object_id, ciphertext = self.stage(tx, scope, kind, data)
        self.register(tx, scope, kind, object_id, ciphertext)
        return object_id

    def stage(self, tx: Tx, scope: str, kind: ObjectKind, data: bytes) -> tuple[str, bytes]:
        """Encrypt and store without a row: `tx` may be a reading one, so that long writes hold no lock."""
        return self.stage_all(tx, scope, [{kind: data}])[0][kind]

    def stage_all(self, tx: Tx, scope: str, clear: Sequence[Mapping[ObjectKind, bytes]]) -> "list[Staged]":
        """As `stage`, for several objects of one scope; those of one mapping belong together."""
        if not any(clear):
            return [{} for _ in clear]
        key = self._key(tx, scope)
        return [{kind: self._stage(key, scope, kind, data) for kind, data in each.items()} for each in clear]

    def _stage(self, key: CaseKey, scope: str, kind: ObjectKind, data: bytes) -> tuple[str, bytes]:
        object_id = secrets.token_hex(16)
        ciphertext = key.encrypt(data, scope=scope, object_id=object_id, kind=kind)
        self._objects.put(object_id, ciphertext)
        return object_id, ciphertext

    def register(self, tx: Tx, scope: str, kind: ObjectKind, object_id: str, ciphertext: bytes) -> None:
        """Write the row of a staged object."""
        self.register_all(tx, scope, [{kind: (object_id, ciphertext)}])

    def register_all(self, tx: Tx, scope: str, staged: "Sequence[Staged]") -> list[dict[ObjectKind, str]]:
        """Write the rows of staged objects; returns the SHA-256 of what is stored of each."""
        digests = [{kind: hashlib.sha256(stored).hexdigest() for kind, (_, stored) in each.items()} for each in staged]
        rows = [
            VaultObject(
                id=object_id,
                scope=scope,
                kind=kind,
                size=len(ciphertext),
                cipher_sha256=digest[kind],
                created_at=now(),
            )
            for each, digest in zip(staged, digests, strict=True)
            for kind, (object_id, ciphertext) in each.items()
        ]
        if rows:
            tx.add(*rows)
        return digests

    def get(self, tx: Tx, object_id: str, kind: ObjectKind, *, scope: str | None = None) -> bytes:
        """The clear bytes of one object, whole and authenticated; `scope` is the case or round it must belong to.

        Raises:
            IntegrityError: `object_missing`, `object_altered`, or `object_elsewhere`.
            StateError: `disposed`.

        """
        # (1) The row says where it belongs, and that is where the caller expects it. (2) The stored bytes are the ones
        # recorded. (3) They decrypt as exactly that object.
        row = tx.get(VaultObject, object_id)  # (1)
        if scope is not None and row.scope != scope:
            raise IntegrityError(
                "object_elsewhere",
                f"Vault object {object_id} does not belong to {scope}.",
                remedy="Do not use it, and tell the auditor: a row was altered.",
            )
        key = self._key(tx, row.scope)
        ciphertext = self._objects.get(object_id)
        if hashlib.sha256(ciphertext).hexdigest() != row.cipher_sha256:  # (2)
            raise IntegrityError(
                "object_altered",
                f"Vault object {object_id} of {row.scope} is not the one that was recorded.",
                remedy="Do not use it. Restore it from a backup and tell the auditor.",
            )
        return key.decrypt(ciphertext, scope=row.scope, object_id=object_id, kind=kind)  # (3)

    def sweep(self, tx: Tx, age: timedelta = timedelta(hours=6)) -> int:
        """Remove objects without a row, and halves of objects, that an interrupted run left behind; returns how many."""
        known = {row.id for row in tx.all(VaultObject)}
        orphans = self._objects.older_than(age) - known
        for object_id in orphans:
            self._objects.delete(object_id)
        return len(orphans) + self._objects.remove_unfinished(age)

    def destroy(self, tx: Tx, scope: str) -> list[str]:
        """Destroy the key of a scope: from here on nothing decrypts (CJIS MP-6 names crypto-erase). Returns the ids to delete.

        Leaves authority, holds and the deletion of the files (`drop`) to `vetting.cases.disposal`.
        """
        tx.change(VaultKey, scope, expect={"destroyed_at": None}, wrapped="", destroyed_at=now())
        self._keys.pop(scope, None)
        return [row.id for row in tx.all(VaultObject, scope=scope)]

    def drop(self, object_ids: list[str]) -> None:
        """Delete stored ciphertext; may be repeated after an interruption."""
        for object_id in object_ids:
            self._objects.delete(object_id)
