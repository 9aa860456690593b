"""Files that an investigator could import, made here byte by byte."""

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping

HTML = b"<!doctype html><html><head><title>Synthetic</title></head><body><p>Words of a page.</p></body></html>"
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"


def png(width: int = 3, height: int = 2) -> bytes:
    """A PNG; the pixels are not there to be seen."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 20)) + chunk(b"IEND", b"")


def jpeg(width: int = 3, height: int = 2) -> bytes:
    """The segments of a JPEG up to and after its frame header."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
         b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame
        + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x00" * 8 + b"\xff\xd9"
    )  # fmt: skip


def warc_record(kind: str, block: bytes, uri: str, content_type: str) -> bytes:
    """One WARC record."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0-{kind}-{len(block)}>\r\n"
        f"WARC-Date: 2025-06-01T00:00:00Z\r\nWARC-Target-URI: {uri}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(
    body: bytes = HTML,
    uri: str = "https://page.test/",
    status: str = "200 OK",
    headers: str = "Content-Type: text/html\r\n",
) -> bytes:
    """A captured answer."""
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body
    return warc_record("response", block, uri, "application/http; msgtype=response")


def request(head: str = "GET / HTTP/1.1\r\nHost: page.test\r\n", body: bytes = b"") -> bytes:
    """A captured request."""
    return warc_record(
        "request", f"{head}\r\n".encode() + body, "https://page.test/", "application/http; msgtype=request"
    )


def gzipped(*records: bytes) -> bytes:
    """Records compressed one by one, as WARC files are."""
    import gzip

    return b"".join(gzip.compress(record, mtime=0) for record in records)


def wacz(
    files: Mapping[str, bytes] | None = None,
    *,
    digests: Mapping[str, str] | None = None,
    method: int = zipfile.ZIP_STORED,
) -> bytes:
    """A WACZ with the given files beside its datapackage."""
    content = {"archive/data.warc.gz": gzipped(request(), response()), **(files or {})}
    listed = [
        {"name": name, "path": name, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
        for name, data in content.items()
    ]
    for entry in listed:
        entry["hash"] = (digests or {}).get(str(entry["path"]), str(entry["hash"]))
    package = {"profile": "data-package", "wacz_version": "1.1.1", "resources": listed}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
        archive.writestr("datapackage.json", json.dumps(package))
    return out.getvalue()
