"""Pages saved as one file of mail form (MHTML, RFC 2557), as browsers built on Chromium write them.

- One message, `multipart/related`, and one level deep: a part that is itself a message or a bundle of parts is refused.
- The first part (or the one that `start` names) is the page. Documents shown inside it (frames) have addresses of their
  own, and their words are hosted content. Pictures, styles and scripts stay in the file and are not decoded.
- The page's own address must be the one that the statement names.
- Nothing may stand before the first boundary but plain words, and nothing behind the last.

Heads are read by the `email` package, bodies are cut out here: its reader of whole messages takes time by depth and
lines, and builds the file up in memory several times over. No part grows when it is decoded.
"""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import Compat32

from schemas.post import Authorship, Post
from schemas.statement import CaptureStatement
from vetting.collection.bodies import text_of
from vetting.collection.imports.saved import MAX_FILE, readable
from vetting.collection.imports.whose import check_page, read_address
from vetting.collection.posts import page_posts
from vetting.errors import InputError

MAX_PARTS = 5000
MAX_PAGES = 100
"""Documents in one file, the page and its frames together."""
MAX_HEAD = 16 * 1024
"""Bytes of one head. The reader of fields takes time by the square of a field's length."""
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_ENCODINGS = ("", "7bit", "8bit", "binary", "quoted-printable", "base64")
_ONCE = ("content-type", "content-location", "content-transfer-encoding", "content-id", "snapshot-content-location")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_BOUNDARY = re.compile(r"[ -~]{0,69}[!-~]")
_STRICT: "Compat32[Message[str, str]]" = Compat32(raise_on_defect=True)


@dataclass(frozen=True, slots=True)
class _Part:
    head: "Message[str, str]"
    start: int
    end: int

    @property
    def kind(self) -> str:
        return self.head.get_content_type()

    @property
    def place(self) -> str:
        return _place(self.head, "content-location")


def read(data: bytes, statement: CaptureStatement) -> tuple[Post, ...]:
    """The posts of a saved page: its own text, comments on it, and the documents shown inside it as hosted content.

    Raises:
        InputError: `capture_too_large`, `capture_damaged`, `capture_bomb`, `capture_nested`, `capture_type_ambiguous`,
            `capture_no_pages`, `capture_no_text`, `capture_nested_too_deep`, `capture_address_mismatch`.

    """
    # (1) the file as a whole; (2) its parts, one level deep; (3) the page and its address; (4) its text, then its frames'
    if len(data) > MAX_FILE:
        raise InputError("capture_too_large", f"The saved page exceeds {MAX_FILE} bytes.", remedy="Save it in parts.")
    try:
        head, at = _head(data, 0, len(data))  # (1)
        parts = list(_parts(data, at, _boundary(head)))  # (2)
        root = _root(head, parts)  # (3)
        pages = [root, *(part for part in parts if part is not root and part.kind in _PAGE_TYPES)]
        if len(pages) > MAX_PAGES:
            raise _bomb()
        page = _page_address(head, root)
        check_page(statement.address, [page])
        posts: list[Post] = []
        for part in pages:  # (4)
            html = readable(text_of(_decoded(data, part), part.head.get("content-type", "")))
            address = part.place if read_address(part.place) else page
            found = page_posts(html, address, first=len(posts) + 1)
            posts += found if part is root else _hosted(found, page)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        # what the reader of heads has been seen to raise on malformed fields
        raise _damaged() from None
    if not posts:
        raise InputError(
            "capture_no_text",
            "The saved page holds neither text nor images.",
            remedy="Save the page after it has loaded, or state the outcome no_content.",
        )
    return tuple(posts)


def _head(data: bytes, start: int, end: int) -> "tuple[Message[str, str], int]":
    """The fields from an offset on, and the offset of the body behind them."""
    if data.startswith((b"\r\n", b"\n"), start):  # a part may have no field at all (RFC 2046, 5.1)
        return BytesHeaderParser(policy=_STRICT).parsebytes(b"\n"), start + (2 if data[start] == 13 else 1)
    found = _HEAD_END.search(data, start, min(end, start + MAX_HEAD))
    if found is None:
        raise _damaged()
    head = BytesHeaderParser(policy=_STRICT).parsebytes(data[start : found.start()] + b"\n\n")
    if any(len(head.get_all(name, [])) > 1 for name in _ONCE):
        raise _damaged()
    return head, found.end()


def _boundary(head: "Message[str, str]") -> bytes:
    boundary = head.get_boundary()
    if head.get_content_type() != "multipart/related" or not boundary or not _BOUNDARY.fullmatch(boundary):
        raise _damaged()
    return b"--" + boundary.encode("ascii")


def _parts(data: bytes, at: int, mark: bytes) -> Iterator[_Part]:
    """The parts between the boundaries (RFC 2046, 5.1.1)."""
    start = None
    for begin, end, last in _marks(data, at, mark):
        if start is None:
            if b"<" in data[at:begin]:
                raise _two_things()
        else:
            # the line end before a boundary belongs to the boundary
            stop = begin - (2 if data[begin - 2 : begin] == b"\r\n" else 1)
            head, body = _head(data, start, begin)
            if head.get_content_maintype() in ("multipart", "message"):
                raise _nested()
            yield _Part(head, body, max(stop, body))
        start = end
        if last:
            if data[end:].strip(b" \t\r\n\0"):
                raise _two_things()
            return
    raise _damaged()


def _marks(data: bytes, at: int, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Each line that is a boundary: where it begins, where the next one begins, and whether it closes the file."""
    line = re.compile(rb"(?m:^)" + re.escape(mark) + rb"(--)?[ \t]{0,80}(?:\r?\n|\Z)")
    for count, found in enumerate(line.finditer(data, at), start=1):
        if count > MAX_PARTS:
            raise _bomb()
        yield found.start(), found.end(), found.group(1) is not None


def _root(head: "Message[str, str]", parts: list[_Part]) -> _Part:
    named = head.get_param("start")
    wanted = named.strip("<> ") if isinstance(named, str) else ""
    found = [p for p in parts if not wanted or str(p.head.get("content-id", "")).strip("<> ") == wanted]
    if not found or found[0].kind not in _PAGE_TYPES:
        raise InputError("capture_no_pages", "The file holds no page.", remedy="Save the page again as a single file.")
    return found[0]


def _page_address(head: "Message[str, str]", root: _Part) -> str:
    """The page's address, said by the page's own part and once or twice more; all must agree."""
    said = [root.place, *(_place(head, name) for name in ("snapshot-content-location", "content-location"))]
    said = [place for place in said if place]
    pages = {read_address(place) for place in said}
    if len(pages) != 1 or None in pages:
        raise _damaged()
    return said[0]


def _place(head: "Message[str, str]", name: str) -> str:
    return re.sub(r"\s+", "", str(head.get(name, "")))  # a long address is folded (RFC 2557, 4.4.2)


def _decoded(data: bytes, part: _Part) -> bytes:
    encoding = str(part.head.get("content-transfer-encoding", "")).strip().lower()
    body = data[part.start : part.end]
    if encoding not in _ENCODINGS:
        raise _damaged()
    if encoding == "base64":
        body = binascii.a2b_base64(b"".join(body.split()), strict_mode=True)
    elif encoding == "quoted-printable":
        body = quopri.decodestring(body)
    if len(body) > MAX_FILE:
        raise _bomb()
    return body


def _hosted(posts: tuple[Post, ...], page: str) -> list[Post]:
    return [
        post.model_copy(update={"authorship": Authorship.HOSTED, "reply_to": post.reply_to or page}) for post in posts
    ]


def _damaged() -> InputError:
    return InputError(
        "capture_damaged", "The saved page is cut short or damaged.", remedy="Save the page again as a single file."
    )


def _nested() -> InputError:
    return InputError(
        "capture_nested",
        "The file holds a message or a bundle of files inside another.",
        remedy="Save the page with a browser as a single file; mail that carries a page is not taken.",
    )


def _bomb() -> InputError:
    return InputError("capture_bomb", "The saved page has too many parts.", remedy="Save one page at a time.")


def _two_things() -> InputError:
    return InputError(
        "capture_type_ambiguous",
        "Something stands before or behind the saved page, so the file can be read as two things.",
        remedy="Save the page again with an ordinary browser.",
    )
