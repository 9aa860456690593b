"""Screenshots as PNG or JPEG: measured from their headers, never decoded, so a picture bomb has nothing to explode in."""

import re
import zlib

from schemas.post import Post
from schemas.statement import CaptureStatement
from vetting.collection.imports.pdf import file_post
from vetting.errors import InputError

MAX_PIXELS = 100_000_000
"""A whole page of 1,600 pixels' width may be 62,500 high; more would exhaust the viewer that opens it."""
_PNG_HEAD = 8
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def read_png(data: bytes, statement: CaptureStatement) -> tuple[Post, ...]:
    """One post that stands for a PNG screenshot.

    Raises:
        InputError: `capture_damaged`, or `image_too_large` in pixels.

    """
    return (file_post(data, statement, "image/png", _shown(*_png_size(data))),)


def read_jpeg(data: bytes, statement: CaptureStatement) -> tuple[Post, ...]:
    """One post that stands for a JPEG screenshot.

    Raises:
        InputError: `capture_damaged`, or `image_too_large` in pixels.

    """
    return (file_post(data, statement, "image/jpeg", _shown(*_jpeg_size(data))),)


def _png_size(data: bytes) -> tuple[int, int]:
    """Walk all chunks (PNG 3rd edition, 5.3): a whole file begins with IHDR, ends with IEND, and every CRC fits."""
    at = _PNG_HEAD
    size: tuple[int, int] | None = None
    has_pixels = False
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        end = at + 8 + length
        if end + 4 > len(data) or zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            raise _damaged()
        if size is None:
            if kind != b"IHDR" or length != 13:
                raise _damaged()
            size = (
                int.from_bytes(data[at + 8 : at + 12], "big"),
                int.from_bytes(data[at + 12 : at + 16], "big"),
            )
        has_pixels = has_pixels or kind == b"IDAT"
        at = end + 4
        if kind == b"IEND":
            if at != len(data) or not has_pixels:
                raise _damaged()
            return size
    raise _damaged()


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walk all segments (ITU-T T.81, B.1 and B.2): a whole file has one frame header and a scan, and ends with its end mark."""
    size: tuple[int, int] | None = None
    has_pixels = False
    at = 2
    while at + 2 <= len(data):
        mark = data[at + 1]
        if data[at] != 0xFF or mark == 0xD8:
            raise _damaged()
        if mark == 0xD9:
            if at + 2 != len(data) or size is None or not has_pixels:
                raise _damaged()
            return size
        if mark == 0xFF or mark in _BARE:
            at += 1 if mark == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if length < 2 or at + 2 + length > len(data):
            raise _damaged()
        if mark in _FRAMES:
            if length < 8 or size is not None:
                raise _damaged()
            size = int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + length
        if mark == 0xDA:
            # the coded pixels: up to the next mark that is neither a stuffed byte nor a restart
            has_pixels = True
            after = _AFTER_SCAN.search(data, at)
            at = after.start() if after else len(data)
    raise _damaged()


def _shown(width: int, height: int) -> str:
    if width == 0 or height == 0:
        raise _damaged()
    if width * height > MAX_PIXELS:
        raise InputError(
            "image_too_large",
            f"The picture measures {width} x {height} pixels; at most {MAX_PIXELS} pixels are imported.",
            remedy="Capture the page in parts.",
        )
    return f"{width} x {height} pixels"


def _damaged() -> InputError:
    return InputError("capture_damaged", "The picture is cut short or damaged.", remedy="Take the screenshot again.")
