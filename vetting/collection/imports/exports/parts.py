"""The parts of an export that are asked for by name; nothing else in it is ever unfolded (law 3).

An export holds a whole private life: messages, contacts, searches, places. A reader says which files of the archive may
hold public items, only those are opened, and only in memory. Zip and tar.gz archives are read, and single files.
"""

import csv
import gzip
import hashlib
import io
import json
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from vetting.collection.imports.zips import (
    BROKEN,
    bomb,
    content,
    damaged,
    only_zip,
    safe_entries,
    unsafe_name,
    unsafe_path,
)
from vetting.errors import InputError

MAX_ENTRIES = 200_000
MAX_ARCHIVE = 4 * 1024 * 1024 * 1024
"""Bytes that a whole archive may claim to unfold to; pictures and videos in it are not unfolded."""
MAX_PART = 48 * 1024 * 1024
MAX_PARTS = 96 * 1024 * 1024
"""Bytes of all parts that are read, together."""
_MAX_TAR = 512 * 1024 * 1024
"""Bytes of a tar that are unfolded on the way to its parts."""
_ASSIGNED = re.compile(r"\A\s*window\.YTD\.[A-Za-z0-9_]+\.part[0-9]+\s*=\s*")


class Form(StrEnum):
    """How the file as a whole is packed."""

    ZIP = "zip"
    TAR_GZ = "tar.gz"
    CAR = "car"
    SINGLE = "single"


class Parts:
    """An opened export. `digests` lists the parts that were read, by name."""

    def __init__(self, data: bytes, wanted: Callable[[str], bool]) -> None:
        """Find the parts whose name `wanted` admits; a single file is a part with an empty name.

        Raises:
            InputError: `capture_damaged`, `capture_bomb`, `capture_unsafe_path`, `capture_encrypted`.

        """
        self.form = form_of(data)
        self.digests: dict[str, str] = {}
        self._left = MAX_PARTS
        self._held: dict[str, bytes] = {}
        if self.form is Form.ZIP:
            self._from_zip(data, wanted)
        elif self.form is Form.TAR_GZ:
            self._from_tar(data, wanted)
        else:
            self._hold("", data)

    def find(self, pattern: str) -> list[str]:
        """Names of held parts that end in the pattern (whole path segments), in order of their numbers."""
        ending = re.compile(rf"(?:.*/)?{pattern}", re.IGNORECASE | re.DOTALL)
        return sorted((name for name in self._held if ending.fullmatch(name)), key=_by_number)

    @property
    def single(self) -> bool:
        """Whether the file is no archive; it is then the part with the empty name."""
        return "" in self._held

    def raw(self, name: str) -> bytes:
        """A part as it is; its digest is noted."""
        data = self._held[name]
        self.digests[name or "file"] = hashlib.sha256(data).hexdigest()
        return data

    def text(self, name: str) -> str:
        """A part as text."""
        return self.raw(name).decode("utf-8-sig", "replace")

    def json(self, name: str) -> Any:
        """A part as JSON, or as a script that assigns JSON.

        Raises:
            InputError: `capture_damaged`.

        """
        text = self.text(name)
        assigned = _ASSIGNED.match(text)
        try:
            return json.loads(text[assigned.end() :] if assigned else text)
        except (ValueError, RecursionError):
            raise damaged() from None

    def rows(self, name: str, *needed: str) -> Iterator[Mapping[str, str]]:
        """A part's rows as CSV that have the needed columns, by column name in lower case.

        Raises:
            InputError: `capture_damaged`.

        """
        try:
            for row in csv.DictReader(io.StringIO(self.text(name), newline="")):
                named = {k.strip().lower(): v for k, v in row.items() if isinstance(k, str) and isinstance(v, str)}
                if all(column in named for column in needed):
                    yield named
        except csv.Error:
            raise damaged() from None

    def _hold(self, name: str, data: bytes) -> None:
        self._left -= len(data)
        if len(data) > MAX_PART or self._left < 0:
            raise bomb()
        self._held[name] = data

    def _from_zip(self, data: bytes, wanted: Callable[[str], bool]) -> None:
        only_zip(data)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = safe_entries(archive, max_entries=MAX_ENTRIES, max_size=MAX_ARCHIVE)
                for name, info in entries.items():
                    if not wanted(name) or info.is_dir():
                        continue
                    if info.file_size > min(MAX_PART, self._left):
                        raise bomb()
                    self._hold(name, content(archive, info))
        except BROKEN:
            raise damaged() from None

    def _from_tar(self, data: bytes, wanted: Callable[[str], bool]) -> None:
        count = 0
        seen: set[str] = set()
        try:
            with (
                gzip.GzipFile(fileobj=io.BytesIO(data)) as unfolded,
                tarfile.open(fileobj=_Bounded(unfolded), mode="r|") as archive,
            ):
                for member in archive:
                    count += 1
                    name = member.name.removeprefix("./")
                    if count > MAX_ENTRIES:
                        raise bomb()
                    if unsafe_name(name) or not (member.isreg() or member.isdir()) or name in seen:
                        raise unsafe_path()
                    seen.add(name)
                    if member.isreg() and wanted(name):
                        if member.size > min(MAX_PART, self._left):
                            raise bomb()
                        source = archive.extractfile(member)
                        self._hold(name, source.read() if source else b"")
        except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, OverflowError, RecursionError):
            raise damaged() from None


class _Bounded(io.RawIOBase):
    """A stream that refuses to unfold further than a tar may."""

    def __init__(self, inner: gzip.GzipFile) -> None:
        super().__init__()
        self._inner = inner
        self._left = _MAX_TAR

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes."""
        data = self._inner.read(min(size, 1 << 20) if size >= 0 else 1 << 20)
        self._left -= len(data)
        if self._left < 0:
            raise bomb()
        return data


def form_of(data: bytes) -> Form:
    """How a file is packed, from its first bytes: an archive must begin with its own mark, so nothing hides before it.

    Raises:
        InputError: `capture_type_ambiguous`, for a file that begins as one thing and ends as a zip.

    """
    if data.startswith(b"PK\x03\x04"):
        return Form.ZIP
    # readers find a zip by its end, so a file of another kind with that end could be read as two things
    if b"PK\x05\x06" in data[-65_557:]:
        raise InputError(
            "capture_type_ambiguous",
            "The file can be read as an archive and as something else, so it proves neither.",
            remedy="Import the file as the platform gave it.",
        )
    if data.startswith(b"\x1f\x8b\x08"):
        return Form.TAR_GZ
    if b"eroots" in data[:64] and data.lstrip()[:1] not in (b"{", b"["):
        return Form.CAR
    return Form.SINGLE


def _by_number(name: str) -> tuple[str, int, str]:
    """`part2` before `part10`."""
    numbers = re.findall(r"\d+", name.rsplit("/", 1)[-1])
    return re.sub(r"\d+", "", name), int(numbers[-1][:9]) if numbers else 0, name
