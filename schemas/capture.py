"""What one step of collection gives back, before it is kept."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schemas.base import Record, Sha256, UtcTime
from schemas.platform import Method
from schemas.post import Post


class StepOutcome(StrEnum):
    """The result that every step has for every candidate (law 2)."""

    CAPTURED = "captured"
    NO_CONTENT = "no_content"
    NOT_PUBLIC = "not_public"
    NOT_FOUND = "not_found"
    NOT_APPLICABLE = "not_applicable"
    FAILED = "failed"


PROVEN = frozenset({StepOutcome.NO_CONTENT, StepOutcome.NOT_PUBLIC, StepOutcome.NOT_FOUND})
"""Outcomes without content whose exchanges are kept as proof, when a program made them. Nothing in them can be cited."""


class Capture(Record):
    """Bytes and items of one step, held in memory only.

    `reason` is a short code (`http_403`, `timeout`, `none_declared` ...), never a text from outside.
    `content_sha256` covers the payloads in order, without dates and record ids, so that two captures of
    the same content agree; the evidence digest is the SHA-256 of `data` itself.
    """

    outcome: StepOutcome
    reason: Annotated[str, Field(pattern=r"^[a-z0-9_]{0,60}$")] = ""
    method: Method
    media_type: str = "application/warc"
    data: bytes = b""
    posts: tuple[Post, ...] = ()
    content_sha256: Sha256 | None = None
    captured_at: UtcTime
    requests: int = 0
    attempts: int = 1
    left_out: int = 0
    """Items seen but outside the plan's window or limits, and therefore not kept (law 3)."""
