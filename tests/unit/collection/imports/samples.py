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


SINGLE_FILE = (
    b"<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://page.test/ \n saved date: Sun Jun 01"
    b" 2025 12:00:00 GMT+0000 \n--><meta charset=utf-8>\n<title>Synthetic</title>"
    b"<style>@font-face{src:url(data:font/woff2;base64,AAAA)}</style><body><p>Words of a page.</p>"
    b'<img src="data:image/png;base64,iVBORw0KGgo=" alt="a picture">'
)


def part(
    body: bytes = HTML,
    place: str = "https://page.test/",
    kind: str = "text/html",
    encoding: str = "8bit",
    more: str = "",
) -> bytes:
    """One part of a saved page, without its boundary."""
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {place}\r\n{more}\r\n"
    return head.encode() + body


def mhtml(*parts: bytes, place: str = "https://page.test/", mark: str = "--synthetic--", end: bytes = b"") -> bytes:
    """A page saved as one file, as browsers built on Chromium write it."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {place}\r\nSubject: Synthetic\r\n"
        f"Date: Sun, 1 Jun 2025 12:00:00 GMT\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{mark}"\r\n\r\n\r\n'
    )
    inside = b"".join(f"--{mark}\r\n".encode() + each + b"\r\n" for each in (parts or (part(),)))
    return head.encode() + inside + f"--{mark}--\r\n".encode() + end


def message(
    sender: str = "Synthia <synthia@mail.test>",
    body: str = "Words of a message.",
    *,
    group: str = "Newsgroups: alt.synthetic",
    number: int = 1,
    date: str = "Sun, 1 Jun 2025 12:00:00 +0000",
    more: str = "",
) -> str:
    """One message of an archive of mail, with its separator line."""
    head = (
        f"From: {sender}\nSubject: Synthetic {number}\nDate: {date}\nMessage-ID: <{number}@mail.test>\n{group}\n{more}"
    )
    return f"From synthia@mail.test Sun Jun  1 12:00:00 2025\n{head}\n{body}\n\n"


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
