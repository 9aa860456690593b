"""The exported log: one file that proves itself to anybody who has the agency's public key.

JSON lines, UTF-8, LF. First a header, then one canonical event on each line, then every checkpoint ever
signed. `vetting.audit.verify` checks it. What the file cannot show by itself is an end cut off together
with the checkpoints that covered it: for that the auditor keeps the newest checkpoint of each visit and
gives it at the next.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO, Literal, NoReturn

import rfc8785
from pydantic import Field, ValidationError

from schemas.base import Record, Sha256
from schemas.event import Event
from schemas.keys import AgencyPublic, Origin
from vetting.audit.canonical import canonical
from vetting.errors import InputError, IntegrityError

MAX_LINE = 1 << 20
"""Bytes of one line; an event has a few hundred."""


class ExportHeader(Record):
    """The first line of an export."""

    format: Literal["vetting-log-export"] = "vetting-log-export"
    version: Literal[1] = 1
    origin: Origin
    agency_fingerprint: Sha256
    events: Annotated[int, Field(ge=0)]
    """How many event lines follow."""

    @classmethod
    def of(cls, agency: AgencyPublic, events: int) -> "ExportHeader":
        """The header of an export of this agency's log."""
        return cls(origin=agency.origin, agency_fingerprint=agency.fingerprint, events=events)


def write_export(stream: BinaryIO, header: ExportHeader, events: Iterable[Event], checkpoints: Iterable[str]) -> None:
    """Write the export; events in order of `seq`, checkpoints in the order in which they were signed.

    Raises: IntegrityError `log_truncated` when there are not as many events as the header says.
    """
    stream.write(rfc8785.dumps(header.model_dump(mode="json")) + b"\n")
    written = 0
    for event in events:
        stream.write(canonical(event) + b"\n")
        written += 1
    if written != header.events:
        raise IntegrityError(
            "log_truncated", f"The log gave {written} events where {header.events} were announced.", law=10
        )
    stream.writelines(rfc8785.dumps({"checkpoint": text}) + b"\n" for text in checkpoints)


class ExportReader:
    """The lines of an export, in the order of the file; says nothing about their truth."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.header = self._header()
        self._start = file.tell()

    def events(self) -> Iterator[tuple[int, bytes]]:
        """Each event's place (from 0) and its bytes without the line end, from the first on.

        Raises: IntegrityError `log_truncated`.
        """
        self._file.seek(self._start)
        for place in range(self.header.events):
            line = self._line()
            if line is None:
                raise IntegrityError(
                    "log_truncated",
                    f"The export ends at event {place}; its header announces {self.header.events} events.",
                    law=10,
                    remedy="The file is not whole: ask for the export again, and report it if that one ends early too.",
                )
            yield place, line

    def checkpoints(self) -> list[str]:
        """The texts of the checkpoints that follow the events.

        Raises: IntegrityError `log_truncated`, `log_altered`.
        """
        for _ in self.events():
            pass
        texts = []
        while (line := self._line()) is not None:
            try:
                value = json.loads(line)
                text = value["checkpoint"]
            except (ValueError, TypeError, KeyError, RecursionError):
                text = None
            # Byte for byte: an extra event, a second member or a changed spacing would hide behind a
            # lenient reading.
            if not isinstance(text, str) or rfc8785.dumps({"checkpoint": text}) != line:
                raise IntegrityError(
                    "log_altered",
                    f"After the {self.header.events} events announced, a line is not a checkpoint.",
                    law=10,
                )
            texts.append(text)
        return texts

    def _header(self) -> ExportHeader:
        line = self._line()
        try:
            header = ExportHeader.model_validate_json(line or b"")
        except ValidationError:
            _not_an_export()
        if rfc8785.dumps(header.model_dump(mode="json")) != line:
            _not_an_export()
        return header

    def _line(self) -> bytes | None:
        """The next line without its end; `None` at the end of the file."""
        line = self._file.readline(MAX_LINE + 1)
        if not line:
            return None
        if not line.endswith(b"\n"):
            raise IntegrityError(
                "log_truncated", "The export ends, or a line breaks off, in the middle of a line.", law=10
            )
        return line[:-1]


@contextmanager
def open_export(path: Path) -> Iterator[ExportReader]:
    """An export file, opened for reading.

    Raises: InputError `file_not_readable`, `not_a_log_export`.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise InputError("file_not_readable", f"The file {path.name} cannot be read ({error.strerror}).") from error
    with file:
        yield ExportReader(file)


def _not_an_export() -> NoReturn:
    raise InputError(
        "not_a_log_export",
        "The file is not an exported log of this system: its first line is not the header of one.",
        remedy="Give the file that `vetting log export` wrote, unchanged.",
    )
