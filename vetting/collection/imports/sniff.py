"""Tells an imported file's type from its bytes, and refuses files that could be read as two types.

The rule: a file is of the one type whose signs stand where that type's own readers look for them. Signs of two types are
a refusal; there is no order in which one type wins. The reader of the type then asks for a file that begins and ends as
the type does, so that nothing lies before or behind it. What lies inside (a comment in a picture, a script in a page) is
never read as anything else than a part of that type.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from vetting.errors import InputError


class FileType(StrEnum):
    """What may be imported."""

    WARC = "warc"
    WACZ = "wacz"
    MHTML = "mhtml"
    HTML = "html"
    PNG = "png"
    JPEG = "jpeg"
    PDF = "pdf"
    MBOX = "mbox"

    @property
    def media_type(self) -> str:
        """The media type that the capture carries."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES: Mapping[FileType, str] = MappingProxyType(
    {
        FileType.WARC: "application/warc",
        FileType.WACZ: "application/wacz",
        FileType.MHTML: "multipart/related",
        FileType.HTML: "text/html",
        FileType.PNG: "image/png",
        FileType.JPEG: "image/jpeg",
        FileType.PDF: "application/pdf",
        FileType.MBOX: "application/mbox",
    }
)
_STATED: Mapping[str, FileType] = MappingProxyType(
    {
        **{kind.value: kind for kind in FileType},
        **{name: kind for kind, name in _MEDIA_TYPES.items()},
        "warc.gz": FileType.WARC,
        "application/warc+gzip": FileType.WARC,
        "application/wacz+zip": FileType.WACZ,
        "htm": FileType.HTML,
        "xhtml": FileType.HTML,
        "application/xhtml+xml": FileType.HTML,
        "jpg": FileType.JPEG,
        "mht": FileType.MHTML,
        "message/rfc822": FileType.MHTML,
        "application/x-mimearchive": FileType.MHTML,
    }
)
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 65_557
"""A zip's end record lies within so many bytes of the end: 22 plus the longest comment."""
_HTML_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_XML_MARK = re.compile(rb"<\?xml[^>]{0,200}\?>")
_FIELD = rb"[!-9;-~]{1,100}:[^\r\n]{0,4000}\r?\n(?:[ \t][^\r\n]{0,4000}\r?\n){0,50}"
_MESSAGE_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:" + _FIELD + rb"){1,60}")
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_MBOX_START = re.compile(rb"\A(?:\xef\xbb\xbf)?From [^\r\n]{1,500}\r?\n>?[!-9;-~]{1,100}:")


def _is_warc(data: bytes) -> bool:
    return data.startswith((b"WARC/1.0\r\n", b"WARC/1.1\r\n", b"\x1f\x8b\x08"))


def _is_zip(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") or _ZIP_END in data[-_ZIP_TAIL:]


def _is_pdf(data: bytes) -> bool:
    # readers accept the mark anywhere in the first 1024 bytes, so a file that hides it there is a PDF to them
    return b"%PDF-" in data[:1024]


def _is_html(data: bytes) -> bool:
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if mark := _XML_MARK.match(head):
        head = head[mark.end() :].lstrip()
    # step by step and not by one expression: comments in a row would make it try every way of dividing them
    while head.startswith(b"<!--"):
        _, end, head = head.partition(b"-->")
        head = head.lstrip() if end else b""
    return _HTML_TAG.match(head) is not None


def _is_mhtml(data: bytes) -> bool:
    # any field name that mail allows, `<!--x` too: a page that begins with a comment like that is then two things
    head = _MESSAGE_HEAD.match(data[:16_384])
    return head is not None and _RELATED.search(head.group()) is not None


_SIGNS: Mapping[FileType, Callable[[bytes], bool]] = MappingProxyType(
    {
        FileType.WARC: _is_warc,
        FileType.WACZ: _is_zip,
        FileType.MHTML: _is_mhtml,
        FileType.HTML: _is_html,
        FileType.PNG: lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
        FileType.JPEG: lambda data: data.startswith(b"\xff\xd8\xff"),
        FileType.PDF: _is_pdf,
        FileType.MBOX: lambda data: _MBOX_START.match(data) is not None,
    }
)


def true_type(data: bytes) -> FileType:
    """The one type whose signs the file bears.

    Raises:
        InputError: `capture_type_unknown` or `capture_type_ambiguous`.

    """
    found = [kind for kind, sign in _SIGNS.items() if sign(data)]
    if not found:
        raise InputError(
            "capture_type_unknown",
            "The file is none of WARC, WACZ, MHTML, HTML, PNG, JPEG or PDF, and no mail archive.",
            remedy="Save the page with a tool that writes one of these.",
        )
    if len(found) > 1:
        raise InputError(
            "capture_type_ambiguous",
            f"The file can be read as {' and as '.join(kind.value for kind in found)}, so it proves neither.",
            remedy="Capture the page again with an ordinary tool.",
        )
    return found[0]


def stated_type(declared: str | None) -> FileType | None:
    """The type that the investigator states, as a media type or a file suffix with or without its dot.

    Raises:
        InputError: `capture_type_not_accepted`.

    """
    if declared is None:
        return None
    name = declared.split(";")[0].strip().lower().removeprefix(".")
    try:
        return _STATED[name]
    except KeyError:
        raise InputError(
            "capture_type_not_accepted",
            "The stated file type is not one that can be imported.",
            remedy="Use one of: warc, wacz, mhtml, html, png, jpeg, pdf; mbox for archives of newsgroups and lists.",
        ) from None
