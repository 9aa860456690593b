"""The entries of a zip file, judged from its list alone: what is unsafe is refused before anything is unfolded."""

import stat
import struct
import zipfile
import zlib

from vetting.errors import InputError

MAX_RATIO = 200
"""WARCs inside are compressed already; text indexes and exports reach about 20."""
_SMALL = 1024 * 1024
"""Entries up to this size may have any ratio."""
_ENTRY = b"PK\x03\x04"
_END = b"PK\x05\x06"
_TAIL = 65_557
"""A zip's end record lies within so many bytes of the end: 22 plus the longest comment."""
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
BROKEN = (
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


def only_zip(data: bytes) -> None:
    """See that a file is a zip from its first byte to its last (APPNOTE 4.3.6): nothing before the first entry or behind the end.

    Raises:
        InputError: `capture_type_ambiguous`, `capture_damaged`.

    """
    end = data.rfind(_END, max(len(data) - _TAIL, 0))
    if end < 0 or end + 22 > len(data):
        raise damaged()
    comment = int.from_bytes(data[end + 20 : end + 22], "little")
    if not data.startswith(_ENTRY) or end + 22 + comment != len(data):
        raise two_things()


def safe_entries(archive: zipfile.ZipFile, *, max_entries: int, max_size: int) -> dict[str, zipfile.ZipInfo]:
    """The entries by name.

    Raises:
        InputError: `capture_bomb`, `capture_unsafe_path` (a name that reaches out, a link, a double), `capture_encrypted`,
            `capture_type_ambiguous` (something stands before the archive), `capture_damaged`.

    """
    infos = archive.infolist()
    if infos and min(info.header_offset for info in infos) != 0:
        raise two_things()
    # entries that share their bytes unfold to more than any one of them shows
    if sum(info.compress_size for info in infos) > archive.start_dir:
        raise bomb()
    if len(infos) > max_entries or sum(info.file_size for info in infos) > max_size:
        raise bomb()
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename
        if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise bomb()
        linked = stat.S_ISLNK(info.external_attr >> 16)
        # `orig_filename` keeps what the reader cut off at a NUL or changed
        if unsafe_name(name) or linked or info.orig_filename != name or name in entries:
            raise unsafe_path()
        if info.flag_bits & 0x1:
            raise InputError(
                "capture_encrypted",
                "The archive is locked with a password.",
                remedy="Export it without protection.",
            )
        if info.compress_type not in _PACKINGS:
            raise damaged()
        entries[name] = info
    return entries


def unsafe_name(name: str) -> bool:
    """Whether a name could lead out of the archive, or be read differently on another system."""
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/") or "\x00" in name


def content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One entry's bytes, never more than its listed size."""
    with archive.open(info) as source:
        data = source.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise bomb()
    return data


def unsafe_path() -> InputError:
    """The refusal of a name that is a trick."""
    return InputError(
        "capture_unsafe_path",
        "The archive holds an entry that points outside it, is a link, or stands twice.",
        remedy="Do not use this file. Capture or export again.",
    )


def two_things() -> InputError:
    """The refusal of an archive with something before or behind it."""
    return InputError(
        "capture_type_ambiguous",
        "The file can be read as an archive and as something else, so it proves neither.",
        remedy="Capture or export again with an ordinary tool.",
    )


def bomb() -> InputError:
    """The refusal of an archive that unfolds without measure."""
    return InputError(
        "capture_bomb",
        "The archive unfolds to more than may be imported.",
        remedy="Capture fewer pages at a time, or export without pictures and videos.",
    )


def damaged() -> InputError:
    """The refusal of an archive that cannot be read whole."""
    return InputError("capture_damaged", "The archive is cut short or damaged.", remedy="Export it again.")
