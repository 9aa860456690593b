"""Writes a package of files whole or not at all: a new folder, or a new zip file, under a temporary name until it is complete.

Files are for their owner alone, their order is the order given, and nothing is ever written over.
Leaves what goes into a package to `package.py`.
"""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from vetting.errors import InputError
from vetting.keys.files import require_free, write_new

SUMS = "SHA256SUMS"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""One date for every member: the same files give the same zip."""

File = tuple[str, bytes]
"""A path inside the package, with slashes, and its bytes."""


def write_package(target: Path, files: Iterable[File]) -> tuple[int, str]:
    """Write `files` and, last, their digests; returns how many files there are and the digest of `SHA256SUMS`.

    A target whose name ends in `.zip` becomes a zip file, any other a folder.

    Raises:
        InputError: `file_exists`, `file_not_writable`, `package_interrupted`.

    """
    # (1) The name is free, and nothing of an interrupted export is in the way. (2) Everything under a temporary name beside
    # the target, on the same disk. (3) The digests last. (4) Renamed in one step; whatever goes wrong, nothing half stays.
    require_free(target)  # (1)
    part = target.with_name(f".{target.name}.part")
    if part.exists():
        raise InputError(
            "package_interrupted",
            f"An interrupted export left {part.name} beside the target; it may hold content of a candidate.",
            remedy="Delete it, then repeat.",
        )
    try:
        if target.suffix.lower() == ".zip":
            count, digest = _write_zip(part, files)  # (2) and (3)
        else:
            count, digest = _write_folder(part, files)
        require_free(target)
        part.rename(target)  # (4)
    except OSError as error:
        raise InputError(
            "file_not_writable",
            f"The package cannot be written ({error.strerror}).",
            remedy="Check the folder and its free space; nothing was left behind.",
        ) from None
    finally:
        _remove(part)
    _sync(target.parent)
    return count, digest


def _write_folder(part: Path, files: Iterable[File]) -> tuple[int, str]:
    part.mkdir(mode=0o700)
    lines = []
    for name, data in files:
        place = part / name
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(place, data)
        lines.append(_line(name, data))
    sums = "".join(lines).encode()
    write_new(part / SUMS, sums)
    return len(lines), hashlib.sha256(sums).hexdigest()


def _write_zip(part: Path, files: Iterable[File]) -> tuple[int, str]:
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    lines = []
    with os.fdopen(descriptor, "wb") as raw:
        with zipfile.ZipFile(raw, "w") as archive:
            for name, data in files:
                archive.writestr(member(name), data)
                lines.append(_line(name, data))
            sums = "".join(lines).encode()
            archive.writestr(member(SUMS), sums)
        raw.flush()
        os.fsync(raw.fileno())
    return len(lines), hashlib.sha256(sums).hexdigest()


def member(name: str) -> zipfile.ZipInfo:
    """How one file stands in a zip: always the same, and for its owner alone."""
    # stored, not packed: captures are compressed already, and replay tools read WARCs in place
    member = zipfile.ZipInfo(name, date_time=_ZIP_DATE)
    member.compress_type = zipfile.ZIP_STORED
    member.create_system = 3
    member.external_attr = 0o600 << 16
    return member


def _line(name: str, data: bytes) -> str:
    return f"{hashlib.sha256(data).hexdigest()}  {name}\n"


def _remove(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part, ignore_errors=True)
    else:
        part.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
