"""Where ciphertext lies: local files by default, S3-compatible storage by one setting. Never sees a clear byte."""

from datetime import timedelta
from pathlib import Path

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url

from vetting.clock import now
from vetting.errors import CollectionError, IntegrityError


class Objects:
    """Ciphertext by object id."""

    def __init__(self, url: str | None, folder: Path) -> None:
        self._folder = None if url else folder.resolve()
        self._store: ObjectStore = from_url(url) if url else LocalStore(folder.resolve(), mkdir=True)

    def put(self, object_id: str, data: bytes) -> None:
        """Store an object; a name is never written twice.

        Raises:
            CollectionError: `storage_failed`.

        """
        try:
            obstore.put(self._store, _path(object_id), data, mode="create")
        except (BaseError, OSError):
            raise CollectionError(
                "storage_failed",
                f"Vault object {object_id} could not be stored.",
                remedy="Check free space and the storage's access rights, then repeat.",
            ) from None

    def get(self, object_id: str) -> bytes:
        """The ciphertext.

        Raises:
            IntegrityError: `object_missing`.

        """
        try:
            return bytes(obstore.get(self._store, _path(object_id)).bytes())
        except (NotFoundError, FileNotFoundError):
            raise IntegrityError(
                "object_missing",
                f"Vault object {object_id} is missing.",
                remedy="Restore it from a backup and tell the auditor.",
            ) from None

    def delete(self, object_id: str) -> None:
        """Delete an object; one that is gone already is fine."""
        try:
            obstore.delete(self._store, _path(object_id))
        except (NotFoundError, FileNotFoundError):
            return

    def older_than(self, age: timedelta) -> set[str]:
        """Ids of all objects at least this old."""
        limit = now() - age
        return {
            str(meta["path"]).rsplit("/", 1)[-1]
            for page in obstore.list(self._store)
            for meta in page
            if meta["last_modified"] <= limit
        }

    def remove_unfinished(self, age: timedelta) -> int:
        """Remove what a `put` that was killed left half written in a local folder; returns how many files.

        The store writes `ID#1` first and then gives it its name, and it hides such files from its own listing. Other
        stores keep nothing of an upload that did not end.
        """
        limit = (now() - age).timestamp()
        removed = 0
        for file in self._folder.rglob("*#*") if self._folder else ():
            try:
                if file.stat().st_mtime <= limit:
                    file.unlink()
                    removed += 1
            except FileNotFoundError:  # its writer has just given it its name
                continue
        return removed


def _path(object_id: str) -> str:
    return f"{object_id[-2:]}/{object_id}"
