"""Key files on disk: written once, never over another file, public and private told apart."""

import json
import os
from pathlib import Path
from typing import Any

from vetting.errors import InputError, PolicyError

MAX_KEY_FILE = 65536
"""Bytes. A key file has about 1 kB; anything large is something else."""

_PRIVATE_MEMBERS = frozenset({"d", "k", "p", "q", "dp", "dq", "qi", "oth", "secret", "ciphertext", "kdf"})


def write_new(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write a new file, on disk when this returns.

    Raises: InputError `file_exists`, `file_not_writable`.
    """
    try:
        # O_EXCL refuses a file, and a link, that somebody put there before; the mode holds from the first
        # byte on.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        raise InputError("file_not_writable", f"The file {path.name} cannot be created ({error.strerror}).") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)  # half a key would block the name and open nothing
        raise InputError("file_not_writable", f"The file {path.name} cannot be written ({error.strerror}).") from error


def require_free(*paths: Path) -> None:
    """Refuse names that are taken, before anything is asked or made.

    Raises: InputError `file_exists`.
    """
    for path in paths:
        if path.exists() or path.is_symlink():
            raise _exists(path)


def read_small(path: Path, most: int) -> bytes:
    """At most one byte more than `most`, so that whoever reads can tell that a file is too large.

    Raises: InputError `file_not_readable`.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise InputError("file_not_readable", f"The file {path.name} cannot be read ({error.strerror}).") from error


def read_json(path: Path) -> dict[str, Any]:
    """A key file as a JSON object.

    Raises: InputError `file_not_readable`, `not_a_key_file`.
    """
    data = read_small(path, MAX_KEY_FILE)
    try:
        value = json.loads(data) if len(data) <= MAX_KEY_FILE else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise InputError("not_a_key_file", f"The file {path.name} is not a key file of this system.")
    return value


def refuse_private(value: object, name: str) -> None:
    """Refuse what should be public but holds private material, at any depth.

    Raises: PolicyError `private_key_given`.
    """
    if isinstance(value, dict):
        if _PRIVATE_MEMBERS & value.keys():
            raise PolicyError(
                "private_key_given",
                f"The file {name} holds a private key; only the public file may leave its owner's machine.",
                law=9,
                remedy="Send the file whose name ends in .pub.json. If the private file has already been sent"
                " to anybody, make new keys and have them enrolled instead.",
            )
        for member in value.values():
            refuse_private(member, name)
    elif isinstance(value, list):
        for member in value:
            refuse_private(member, name)


def public_path(path: Path) -> Path:
    """Where the public file of a private key file lies: beside it, ending in `.pub.json`."""
    stem = path.name.removesuffix(".json").removesuffix(".key")
    return path.with_name(f"{stem}.pub.json")


def to_json(value: dict[str, Any]) -> bytes:
    """A public file's bytes: indented and sorted, so that people can read and compare it."""
    return (json.dumps(value, indent=2, sort_keys=True) + "\n").encode("utf-8")


def _exists(path: Path) -> InputError:
    return InputError(
        "file_exists",
        f"The file {path.name} already exists; a file is never written over another.",
        remedy="Choose another name, or move the old file away yourself.",
    )
