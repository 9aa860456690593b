"""PDF captures: recognised and checked for wholeness; their text is not extracted."""

import hashlib
import re

from schemas.post import Authorship, Media, Post
from schemas.statement import CaptureStatement
from vetting.errors import InputError

_VERSION = re.compile(rb"\A%PDF-(1\.[0-7]|2\.0)[\s%]")
_END = re.compile(rb"%%EOF[\s\0]*\Z")
_ENCRYPTED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")


def read(data: bytes, statement: CaptureStatement) -> tuple[Post, ...]:
    """One post that stands for the document.

    Raises:
        InputError: `capture_damaged`, or `capture_encrypted` for a PDF that needs a password (nobody could review it).

    """
    if not _VERSION.match(data) or not _END.search(data[-2048:]):
        raise InputError("capture_damaged", "The PDF is cut short or not a PDF.", remedy="Print the page again.")
    if _ENCRYPTED.search(data):
        raise InputError(
            "capture_encrypted",
            "The PDF is locked with a password.",
            remedy="Print the page without protection.",
        )
    return (file_post(data, statement, "application/pdf", ""),)


def file_post(data: bytes, statement: CaptureStatement, kind: str, shown: str) -> Post:
    """The post that stands for a file without readable text, so that a finding can cite it by number."""
    return Post(
        number=1,
        source_id=statement.address,
        author="",
        authorship=Authorship.OWN,
        time=None,
        text="",
        media=(Media(type=kind, alt=shown, sha256=hashlib.sha256(data).hexdigest()),),
    )
