"""WARC files made by other tools: read strictly and under limits, one post for each page they hold.

Read here and not by warcio, whose reader writes lines of a damaged file to standard error (law 11) and unfolds without a
limit. A WARC that carries a sign-in is refused: a password, a token, or the cookies of a signed-in session have no
place in evidence (law 4).
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.post import Post
from schemas.statement import CaptureStatement, MethodStatement
from vetting.collection.bodies import BadEncoding, TooLarge, decoded, inflated, media_type, text_of
from vetting.collection.imports.whose import check_page
from vetting.collection.posts import page_posts
from vetting.errors import InputError, PolicyError

MAX_CONTENT = 512 * 1024 * 1024
"""Bytes of all records together, unfolded."""
MAX_RECORDS = 50_000
MAX_PAGES = 500
MAX_PAGE = 16 * 1024 * 1024
_MAX_HEAD = 64 * 1024
_GZIP = b"\x1f\x8b"
_PASSWORD = re.compile(rb"(?:^|[&\"'\s{,])(?:pass(?:word|wd)?|pwd|pin|otp|token)[\"']?\s*[=:]", re.IGNORECASE)
_AUTHENTICATORS = frozenset({"authorization", "proxy-authorization", "x-csrf-token", "x-api-key"})


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its named fields with lower-case names, and its block."""

    fields: Mapping[str, str]
    block: bytes

    @property
    def kind(self) -> str:
        """The WARC-Type."""
        return self.fields.get("warc-type", "")


def read(data: bytes, statement: CaptureStatement) -> tuple[Post, ...]:
    """The posts of a WARC's pages.

    Raises:
        InputError: `capture_damaged`, `capture_bomb`, `capture_no_pages`, or `capture_address_mismatch`.
        PolicyError: `capture_has_sign_in`.

    """
    posts, seen = read_with_addresses(data, statement)
    check_page(statement.address, seen)
    return posts


def read_with_addresses(data: bytes, statement: CaptureStatement) -> tuple[tuple[Post, ...], list[str]]:
    """As `read`, without comparing addresses: the posts, and the addresses of the pages (where there are none, of all records)."""
    posts: list[Post] = []
    captured: list[str] = []
    seen: list[str] = []
    pages = 0
    for record in records(data):
        if record.kind == "request":
            _refuse_sign_in(record, statement)
        elif record.kind in ("response", "resource", "conversion"):
            address = record.fields.get("warc-target-uri", "").strip("<>")
            captured.append(address)
            page = _page(record)
            if page is None:
                continue
            pages += 1
            if pages > MAX_PAGES:
                raise _bomb()
            seen.append(address)
            record_id = record.fields.get("warc-record-id", "")
            posts.extend(page_posts(page, address or statement.address, record_id=record_id, first=len(posts) + 1))
    if not captured:
        raise InputError(
            "capture_no_pages",
            "The WARC holds no captured page.",
            remedy="Capture the page again and export it whole.",
        )
    return tuple(posts), seen or captured


def records(data: bytes) -> Iterator[Record]:
    """Read all records, compressed record by record or not at all.

    Raises:
        InputError: `capture_damaged` or `capture_bomb`.

    """
    left = MAX_CONTENT
    count = 0
    for chunk in _members(data):
        left -= len(chunk)
        if left < 0:
            raise _bomb()
        at = 0
        while at < len(chunk):
            record, at = _record(chunk, at)
            count += 1
            if count > MAX_RECORDS:
                raise _bomb()
            yield record
    if count == 0:
        raise _damaged()


def _members(data: bytes) -> Iterator[bytes]:
    if not data.startswith(_GZIP):
        yield data
        return
    rest = data
    while rest:
        try:
            content, rest = inflated(rest, zlib.MAX_WBITS | 16, MAX_CONTENT)
        except TooLarge:
            raise _bomb() from None
        except BadEncoding:
            raise _damaged() from None
        yield content


def _record(data: bytes, at: int) -> tuple[Record, int]:
    """One record from an offset, and the offset behind it (ISO 28500:2017, clause 4)."""
    end = data.find(b"\r\n\r\n", at, at + _MAX_HEAD)
    if end < 0 or not data.startswith((b"WARC/1.0\r\n", b"WARC/1.1\r\n"), at):
        raise _damaged()
    fields = _fields(data[at:end])
    length = fields.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 13):
        raise _damaged()
    start = end + 4
    stop = start + int(length)
    if data[stop : stop + 4] != b"\r\n\r\n":
        raise _damaged()
    return Record(fields, data[start:stop]), stop + 4


def _fields(head: bytes) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        fields[name.strip().lower()] = value.strip()
    return fields


def _page(record: Record) -> str | None:
    """The HTML of a record, if it is an answered page."""
    body = record.block
    kind = record.fields.get("content-type", "")
    if kind.replace(" ", "").lower().startswith("application/http"):
        head, _, body = body.partition(b"\r\n\r\n")
        words = head[:64].split(b" ")
        if len(words) < 2 or not words[1].startswith(b"2"):
            return None
        headers = _fields(head)
        kind = headers.get("content-type", "")
        if media_type(kind) not in ("text/html", "application/xhtml+xml"):
            return None
        body = _unfolded(body, headers)
    elif media_type(kind) not in ("text/html", "application/xhtml+xml"):
        return None
    if len(body) > MAX_PAGE:
        raise _bomb()
    return text_of(body, kind)


def _unfolded(body: bytes, headers: Mapping[str, str]) -> bytes:
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    try:
        return decoded(body, headers.get("content-encoding", ""), MAX_PAGE)
    except TooLarge:
        raise _bomb() from None
    except BadEncoding:
        # an encoding that is not read here (such as brotli): the record stays evidence, its text is not extracted
        return b""


def _unchunked(body: bytes) -> bytes:
    """Undo chunked framing (RFC 9112, 7.1); tools that removed it already are recognised by its absence."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 1024)
        size = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size):
            return body if at == 0 else b"".join(parts)
        length = int(size, 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 4 + length


def _refuse_sign_in(record: Record, statement: CaptureStatement) -> None:
    head, _, body = record.block.partition(b"\r\n\r\n")
    names = _fields(head)
    signed_in_cookies = "cookie" in names and statement.method is MethodStatement.CANDIDATE_PRESENT_CONSENTING
    sent_password = head.startswith(b"POST ") and _PASSWORD.search(body[:65_536])
    if _AUTHENTICATORS & names.keys() or signed_in_cookies or sent_password:
        raise PolicyError(
            "capture_has_sign_in",
            "The capture carries a password, token or session cookie, which may not be kept.",
            law=4,
            clause="C.G.S. 31-40x",
            remedy="Delete that file. Capture the page again as a screenshot or PDF, or while signed out.",
        )


def _bomb() -> InputError:
    return InputError(
        "capture_bomb",
        "The capture unfolds to more than may be imported.",
        remedy="Capture fewer pages at a time.",
    )


def _damaged() -> InputError:
    return InputError("capture_damaged", "The WARC is cut short or damaged.", remedy="Export the capture again.")
