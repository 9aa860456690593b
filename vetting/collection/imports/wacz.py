"""WACZ packages (zip files around WARCs): opened in memory under limits, their own digests checked.

Refused before anything is unfolded: names that reach out of the archive, links, locked or doubled entries, and sizes or
ratios of a zip bomb.
"""

import hashlib
import io
import json
import stat
import struct
import zipfile
import zlib
from typing import Any

from schemas.post import Post
from schemas.statement import CaptureStatement
from vetting.collection.imports import warcs
from vetting.errors import InputError, IntegrityError

MAX_ENTRIES = 5000
MAX_RATIO = 200
"""WARCs inside are compressed already; text indexes reach about 20."""
_SMALL = 1024 * 1024
"""Entries up to this size may have any ratio."""
_PACKAGE = "datapackage.json"
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile has been seen to raise on damaged files."""


def read(data: bytes, statement: CaptureStatement) -> tuple[Post, ...]:
    """The posts of the pages in a WACZ.

    Steps: (1) the list of entries is safe; (2) the package's own digests match; (3) every WARC in it is read.

    Raises:
        InputError: `capture_damaged`, `capture_bomb`, `capture_unsafe_path`, `capture_no_pages`.
        IntegrityError: `wacz_digest_mismatch`.
        PolicyError: `capture_has_sign_in`.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # (1) before anything is unfolded
            entries = _safe_entries(archive)
            # (2) over the entries as they stand in the file
            _check_digests(archive, entries)
            # (3) in the order of their names, so that numbers are the same each time
            posts: list[Post] = []
            found = sorted(n for n in entries if n.startswith("archive/") and n.endswith((".warc", ".warc.gz")))
            for name in found:
                for post in warcs.read(_content(archive, entries[name]), statement):
                    posts.append(post.model_copy(update={"number": len(posts) + 1}))
    except _BROKEN:
        raise _damaged() from None
    if not found:
        raise InputError(
            "capture_no_pages", "The WACZ holds no WARC.", remedy="Export the capture again with its archive."
        )
    return tuple(posts)


def _safe_entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES or sum(info.file_size for info in infos) > warcs.MAX_CONTENT:
        raise _bomb()
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename
        if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise _bomb()
        unsafe = name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/") or "\x00" in name
        linked = stat.S_ISLNK(info.external_attr >> 16)
        # `orig_filename` keeps what the reader cut off at a NUL or changed
        if unsafe or linked or info.orig_filename != name or name in entries:
            raise InputError(
                "capture_unsafe_path",
                "The WACZ holds an entry that points outside it, is a link, or stands twice.",
                remedy="Do not use this file. Capture the page again.",
            )
        if info.flag_bits & 0x1:
            raise InputError(
                "capture_encrypted",
                "The WACZ is locked with a password.",
                remedy="Export it without protection.",
            )
        if info.compress_type not in _PACKINGS:
            raise _damaged()
        entries[name] = info
    return entries


def _check_digests(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> None:
    """Compare the package's list (WACZ 1.1.1, datapackage) with what is there; a WARC that is not listed is not vouched for."""
    if _PACKAGE not in entries:
        raise _damaged()
    try:
        package = json.loads(_content(archive, entries[_PACKAGE]))
        resources = {str(r["path"]): str(r["hash"]) for r in package["resources"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _damaged() from None
    for name in entries:
        if name.startswith("archive/") and not name.endswith("/") and name not in resources:
            raise _mismatch()
    for name, stated in resources.items():
        kind, _, value = stated.partition(":")
        if kind != "sha256" or name not in entries or _sha256(archive, entries[name]) != value.lower():
            raise _mismatch()


def _sha256(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    total = hashlib.sha256()
    with archive.open(info) as source:
        while piece := source.read(1 << 20):
            total.update(piece)
    return total.hexdigest()


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Any:
    with archive.open(info) as source:
        content = source.read(info.file_size + 1)
    if len(content) > info.file_size:
        raise _bomb()
    return content


def _bomb() -> InputError:
    return InputError(
        "capture_bomb",
        "The WACZ unfolds to more than may be imported.",
        remedy="Capture fewer pages at a time.",
    )


def _damaged() -> InputError:
    return InputError("capture_damaged", "The WACZ is cut short or damaged.", remedy="Export the capture again.")


def _mismatch() -> IntegrityError:
    return IntegrityError(
        "wacz_digest_mismatch",
        "The WACZ's own list of digests does not match what it holds.",
        remedy="Do not use this file. Capture the page again.",
    )
