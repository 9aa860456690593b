"""Reads the WARC files that were kept, to check them again and to index them (ISO 28500:2017).

Written apart from the code that writes WARCs, so that verification does not rest on what it verifies. Every record's own
digests are compared while it is read. Nothing in here leaves as text: refusals say that a file is damaged, not how.
"""

import base64
import hashlib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vetting.errors import IntegrityError

MAX_UNFOLDED = 1 << 30
"""Bytes of all records together, unfolded."""
_GZIP = b"\x1f\x8b"
_GZIP_BITS = zlib.MAX_WBITS | 16
_MAX_HEAD = 1 << 16
_PIECE = 1 << 16
_BITS = {"gzip": _GZIP_BITS, "x-gzip": _GZIP_BITS, "deflate": zlib.MAX_WBITS}


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record: fields with lower-case names, its block, and where it lies in the file (`offset`, `length`, in bytes)."""

    fields: Mapping[str, str]
    block: bytes
    offset: int
    length: int

    @property
    def kind(self) -> str:
        """The WARC-Type."""
        return self.fields.get("warc-type", "")

    @property
    def target(self) -> str:
        """The WARC-Target-URI."""
        return self.fields.get("warc-target-uri", "").strip("<>")

    @property
    def http(self) -> tuple[int, Mapping[str, str], bytes] | None:
        """Status, header fields and body as sent of an HTTP answer; `None` for any other record."""
        if self.kind != "response" or not self.fields.get("content-type", "").startswith("application/http"):
            return None
        head, separator, body = self.block.partition(b"\r\n\r\n")
        words = head[:64].split(b" ")
        if not separator or len(words) < 2 or not words[1][:3].isdigit():
            raise damaged()
        return int(words[1][:3]), _fields(head), body

    @property
    def payload(self) -> bytes | None:
        """The content that this record gives, unfolded; `None` when it gives none (a request, a failed answer)."""
        if self.kind in {"conversion", "resource"}:
            return self.block
        answer = self.http
        if self.fields.get("x-vetting-role") == "robots":  # what the host permits, no content of the account
            return None
        if answer is None or not 200 <= answer[0] < 300:
            return None
        return _decoded(answer[2], answer[1].get("content-encoding", ""))


def records(data: bytes) -> Iterator[WarcRecord]:
    """The records of a WARC, compressed one by one or not at all.

    Raises:
        IntegrityError: `capture_damaged`, also when a record does not match a digest that it carries.

    """
    left = MAX_UNFOLDED
    at = 0
    while at < len(data):
        if data.startswith(_GZIP, at):
            chunk, size = _member(data, at, left)
            left -= len(chunk)
            record, end = _record(chunk, 0, at, size)
            if end != len(chunk):
                raise damaged()
        else:
            record, end = _record(data, at, at, None)
            size = end - at
        yield record
        at += size


def content_sha256(data: bytes) -> str | None:
    """Digest of a WARC's payloads in order, each with its length before it; `None` when it gives none.

    Without dates, headers and record ids, so that two captures of the same content agree.
    """
    total = hashlib.sha256()
    found = False
    for record in records(data):
        payload = record.payload
        if payload is not None:
            found = True
            total.update(len(payload).to_bytes(8, "big"))
            total.update(payload)
    return total.hexdigest() if found else None


def looks_like_warc(data: bytes) -> bool:
    """Whether the bytes begin as a WARC does."""
    return data.startswith((b"WARC/1.", _GZIP))


def damaged() -> IntegrityError:
    """The one refusal of this module."""
    return IntegrityError(
        "capture_damaged",
        "The captured WARC cannot be read to its end, or a record of it does not match its own digest.",
        law=6,
        remedy="Treat it as unproven, and tell the auditor.",
    )


def _member(data: bytes, at: int, limit: int) -> tuple[bytes, int]:
    """One gzip member: what it holds, and its size in the file."""
    engine = zlib.decompressobj(_GZIP_BITS)
    view = memoryview(data)
    parts: list[bytes] = []
    end = at
    try:
        # in pieces: what zlib has not used yet is copied by every call
        while not engine.eof and end < len(data):
            piece = view[end : end + _PIECE]
            parts.append(engine.decompress(piece, limit + 1))
            limit -= len(parts[-1])
            if limit < 0:
                raise damaged()
            end += len(piece)
    except zlib.error:
        raise damaged() from None
    if not engine.eof:
        raise damaged()
    return b"".join(parts), end - len(engine.unused_data) - at


def _record(data: bytes, at: int, offset: int, length: int | None) -> tuple[WarcRecord, int]:
    end = data.find(b"\r\n\r\n", at, at + _MAX_HEAD)
    if end < 0 or not data.startswith((b"WARC/1.0\r\n", b"WARC/1.1\r\n"), at):
        raise damaged()
    fields = _fields(data[at:end])
    size = fields.get("content-length", "")
    if not (size.isascii() and size.isdigit() and len(size) < 13):
        raise damaged()
    start, stop = end + 4, end + 4 + int(size)
    if data[stop : stop + 4] != b"\r\n\r\n":
        raise damaged()
    block = data[start:stop]
    if not _matches(fields.get("warc-block-digest", ""), block):
        raise damaged()
    return WarcRecord(fields, block, offset, stop + 4 - at if length is None else length), stop + 4


def _matches(stated: str, block: bytes) -> bool:
    """Whether a block has the digest it states; digests of another kind than SHA-256 say nothing here."""
    name, _, value = stated.partition(":")
    if name.lower().replace("-", "") != "sha256":
        return True
    digest = hashlib.sha256(block)
    return value in {base64.b32encode(digest.digest()).decode("ascii"), digest.hexdigest()}


def _fields(head: bytes) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        fields[name.strip().lower()] = value.strip()
    return fields


def _decoded(body: bytes, encoding: str) -> bytes:
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return body
    bits = _BITS.get(name)
    if bits is None:
        raise damaged()
    if name == "deflate" and (len(body) < 2 or (body[0] & 0x0F) != 8 or ((body[0] << 8) | body[1]) % 31):
        bits = -zlib.MAX_WBITS  # sent in its raw form by many servers (RFC 9110, 8.4.1.2)
    engine = zlib.decompressobj(bits)
    try:
        content = engine.decompress(body, MAX_UNFOLDED)
    except zlib.error:
        raise damaged() from None
    if not engine.eof:
        raise damaged()
    return content
