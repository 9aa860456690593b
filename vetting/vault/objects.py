"""Where ciphertext lies: local files by default, S3-compatible storage by one setting. Never sees a clear byte."""

import os
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
            if self._folder is not None:
                _write_new(self._folder / _path(object_id), data)
            else:
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

        `ID#1` is written first and then given its name, as the store for local files does it, which hides such files from
        its listing. Other stores keep nothing of an upload that did not end.
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


def _write_new(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, and let it and its name reach the disk, as the rows that speak of it do.

    Raises `FileExistsError` for a name that is there. The same calls as the store for local files makes, without its change
    to another thread, which on a busy machine takes longer than the writing.
    """
    unfinished = file.with_name(f"{file.name}#1")
    try:
        opened = _create(unfinished)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        _sync_names(file.parent.parent)
        opened = _create(unfinished)
    try:
        with os.fdopen(opened, "wb", buffering=0) as out:
            left = memoryview(data)
            while left:
                left = left[out.write(left) :]
            os.fsync(out.fileno())
        os.link(unfinished, file)  # refuses to replace what is there, which renaming would not
    finally:
        unfinished.unlink()
    _sync_names(file.parent)


def _sync_names(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _create(file: Path) -> int:
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)


def _path(object_id: str) -> str:
    return f"{object_id[-2:]}/{object_id}"
