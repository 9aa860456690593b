"""Bodies of answers: decoded under a limit, and turned into text.

Collection asks for unencoded bodies. A server that compresses all the same is decoded here, a piece at a time, so that
a small body cannot unfold into one that fills the memory.
"""

import codecs
import re
import zlib

_WINDOW_BITS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{1,40})[\"']")
_NOT_CHARSETS = frozenset(
    {"undefined", "idna", "punycode", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape"}
)
"""Python's own codecs, which no page is written in; some fail, or warn, whatever they are told to do with faults."""
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class TooLarge(Exception):  # noqa: N818 - a signal inside this package, never an error that leaves it
    """A body is larger than what is left of the step's limit."""


class BadEncoding(Exception):  # noqa: N818
    """A body is not what its Content-Encoding says, is cut short, or uses an encoding nobody asked for."""


def decoded(body: bytes, encoding: str, limit: int) -> bytes:
    """Undo a Content-Encoding.

    Raises:
        TooLarge: the result would exceed `limit` bytes.
        BadEncoding: unknown, nested, damaged or truncated.

    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return body
    if name not in _WINDOW_BITS:
        raise BadEncoding
    bits = _WINDOW_BITS[name]
    if name == "deflate" and (len(body) < 2 or (body[0] & 0x0F) != 8 or ((body[0] << 8) | body[1]) % 31):
        bits = -zlib.MAX_WBITS  # many servers send the raw form under this name (RFC 9110, 8.4.1.2)
    return inflated(body, bits, limit)[0]


def inflated(body: bytes, bits: int, limit: int) -> tuple[bytes, bytes]:
    """Inflate one zlib stream; returns the content and the bytes that follow it.

    Raises:
        TooLarge, BadEncoding: as `decoded`.

    """
    engine = zlib.decompressobj(bits)
    try:
        content = engine.decompress(body, limit + 1)
    except zlib.error:
        raise BadEncoding from None
    if len(content) > limit:
        raise TooLarge
    if not engine.eof:
        raise BadEncoding
    return content, engine.unused_data


def charset(content_type: str) -> str | None:
    """The charset that a Content-Type names, if Python knows it."""
    found = _CHARSET.search(content_type)
    return _known(found.group(1)) if found else None


def text_of(body: bytes, content_type: str) -> str:
    """Decode a page: byte order mark, then Content-Type, then the page's own statement, then UTF-8; never fails."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    name_found = charset(content_type)
    if name_found is None:
        stated = _XML_CHARSET.search(body[:1024]) or _META_CHARSET.search(body[:4096])
        name_found = _known(stated.group(1).decode("ascii")) if stated else None
    return body.decode(name_found or "utf-8", "replace")


def _known(name: str) -> str | None:
    try:
        info = codecs.lookup(name)
    except LookupError:
        return None
    # codecs such as `zip` or `rot13` are not text encodings, and `zip` would unfold without a limit
    known = getattr(info, "_is_text_encoding", False) and info.name not in _NOT_CHARSETS
    return info.name if known else None


def media_type(content_type: str) -> str:
    """The bare media type of a Content-Type, lower case."""
    return content_type.split(";", maxsplit=1)[0].strip().lower()


def well_formed(text: str) -> str:
    """Text without lone surrogates, which JSON can carry and no encoding can write."""
    if text.isascii():  # known of every text without looking at it
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
