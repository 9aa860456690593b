"""The contract of `vetting redact`: JSON lines in, JSON lines out, in the same order, one at a time.

In:  {"id": string or whole number, "text": string}; other keys are ignored; lines of white space only are skipped.
Out: {"id", "text", "spans": [{"start", "end", "entity", "score", "rule"}]}; `text` is as the board would see it, offsets are code points
of the original, spans are sorted and do not overlap.

A bad line (not UTF-8, not JSON, not of this form) is left out; all good lines are still written; each bad line's number (from 1) is named
on standard error, never its content; the exit code is then 2. Memory is bounded by the longest line.
"""

import json
from collections.abc import Iterator
from typing import BinaryIO, Final, TextIO

from schemas.redaction import Redacted
from vetting.errors import InputError
from vetting.redaction.engine import Redactor

BAD_LINE: Final = 2


def run(source: BinaryIO, target: BinaryIO, complaints: TextIO, engine: Redactor) -> int:
    """Redact every line of `source` to `target`; the exit code: 0, or 2 when a line was bad."""
    code = 0
    for number, line in _lines(source):
        try:
            key, text = parse(line)
        except InputError as error:
            complaints.write(f"line {number}: {error.message}\n")
            complaints.flush()
            code = BAD_LINE
            continue
        target.write(render(key, engine.redact(text)))
        target.flush()
    return code


def _lines(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(iter(source.readline, b""), 1):
        if line.strip():
            yield number, line


def parse(line: bytes) -> tuple[str | int, str]:
    """Id and text of one line.

    Raises:
        InputError: not UTF-8, not JSON, or not of the form above; the message holds nothing of the line.

    """
    try:
        value = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise InputError("line_not_json", "not a line of JSON in UTF-8.") from None
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise InputError("line_form", 'not an object with a string "text".')
    key = value.get("id")
    if not isinstance(key, str | int) or isinstance(key, bool):
        raise InputError("line_form", 'no "id" that is a string or a whole number.')
    return key, value["text"]


def render(key: str | int, result: Redacted) -> bytes:
    """One line of output."""
    value = {
        "id": key,
        "text": result.text,
        "spans": [
            {"start": s.start, "end": s.end, "entity": s.entity, "score": s.score, "rule": s.rule} for s in result.spans
        ],
    }
    try:
        return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair: only the escaped form can carry it
        return (json.dumps(value) + "\n").encode("ascii")
