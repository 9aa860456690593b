"""Tells an imported file's type from its bytes, and refuses files that could be read as two types."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from vetting.errors import InputError


class FileType(StrEnum):
    """What may be imported."""

    WARC = "warc"
    WACZ = "wacz"
    HTML = "html"
    PNG = "png"
    JPEG = "jpeg"
    PDF = "pdf"

    @property
    def media_type(self) -> str:
        """The media type that the capture carries."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES: Mapping[FileType, str] = MappingProxyType(
    {
        FileType.WARC: "application/warc",
        FileType.WACZ: "application/wacz",
        FileType.HTML: "text/html",
        FileType.PNG: "image/png",
        FileType.JPEG: "image/jpeg",
        FileType.PDF: "application/pdf",
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
    }
)
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 65_557
"""A zip's end record lies within so many bytes of the end: 22 plus the longest comment."""
_HTML_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,5000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


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
    return _HTML_START.match(head) is not None


_SIGNS: Mapping[FileType, Callable[[bytes], bool]] = MappingProxyType(
    {
        FileType.WARC: _is_warc,
        FileType.WACZ: _is_zip,
        FileType.HTML: _is_html,
        FileType.PNG: lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
        FileType.JPEG: lambda data: data.startswith(b"\xff\xd8\xff"),
        FileType.PDF: _is_pdf,
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
            "The file is none of WARC, WACZ, HTML, PNG, JPEG or PDF.",
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
            remedy="Use one of: warc, wacz, html, png, jpeg, pdf.",
        ) from None
