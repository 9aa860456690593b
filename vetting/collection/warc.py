"""Writes one step's exchanges as a WARC/1.1 file (ISO 28500:2017) in memory.

- Each step has its own recorder, so steps that run at the same time cannot mix records. (`warcio.capture_http`
  patches the process as a whole and is not used.)
- A response is kept as it came. When some of its items lie outside the plan's window or limits, only the others are
  kept: a `conversion` record with the remaining items, and header fields that say how many were left out and how
  large the original was (law 3).
- Digests are SHA-256 for every record.

It leaves the choice of what is kept to the collectors.
"""

import base64
import hashlib
import io
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import vetting
from vetting import clock

LEFT_OUT_FIELD = "X-Vetting-Items-Left-Out"
ORIGINAL_LENGTH_FIELD = "X-Vetting-Original-Length"
STATUS_FIELD = "X-Vetting-HTTP-Status"
_SOFTWARE = f"vetting/{vetting.__version__} (warcio/{version('warcio')})"
"""Read once: `version` parses the package's whole metadata each time."""
_HOP_FIELDS = frozenset({"transfer-encoding"})


class Recorder:
    """One WARC in the making. `content` covers the kept payloads in order, each with its length before it."""

    def __init__(self, info: Mapping[str, str]) -> None:
        self._buffer = io.BytesIO()
        self._writer = WARCWriter(self._buffer, gzip=True, warc_version="1.1")
        self._content = hashlib.sha256()
        self.kept = 0
        fields = {
            "software": _SOFTWARE,
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            **info,
        }
        block = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value).encode()
        self._write("warcinfo", block, "application/warc-fields", date=clock.now(), url=None)

    def request(self, head: bytes, *, url: str, date: datetime) -> str:
        """Record a request; returns the record's id."""
        kind = "application/http; msgtype=request"
        return self._write("request", head, kind, date=date, url=url, payload=b"")

    def response(
        self,
        head: bytes,
        body: bytes,
        *,
        url: str,
        date: datetime,
        peer: str | None,
        request_id: str,
        truncated: str | None = None,
    ) -> str:
        """Record an answer as it came, `body` being the bytes on the wire; `truncated` is a WARC-Truncated reason."""
        extra = {"WARC-Concurrent-To": request_id}
        if peer:
            extra["WARC-IP-Address"] = peer
        if truncated:
            extra["WARC-Truncated"] = truncated
        kind = "application/http; msgtype=response"
        return self._write("response", head + body, kind, date=date, url=url, payload=body, extra=extra)

    def conversion(
        self,
        payload: bytes,
        *,
        media_type: str,
        url: str,
        date: datetime,
        peer: str | None,
        request_id: str,
        left_out: int,
        original_length: int,
        status: int,
    ) -> str:
        """Record what remains of an answer from which items were left out."""
        extra = {
            "WARC-Concurrent-To": request_id,
            LEFT_OUT_FIELD: str(left_out),
            ORIGINAL_LENGTH_FIELD: str(original_length),
            STATUS_FIELD: str(status),
        }
        if peer:
            extra["WARC-IP-Address"] = peer
        return self._write("conversion", payload, media_type, date=date, url=url, payload=payload, extra=extra)

    def metadata(self, fields: Mapping[str, str], *, about: str) -> str:
        """Record a decision of the collector that refers to the record `about`; returns the record's id."""
        block = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
        extra = {"WARC-Refers-To": about}
        return self._write("metadata", block, "application/warc-fields", date=clock.now(), url=None, extra=extra)

    def count(self, payload: bytes) -> None:
        """Add a kept payload, decoded, to the digest of the content."""
        self._content.update(len(payload).to_bytes(8, "big"))
        self._content.update(payload)
        self.kept += 1

    def content_sha256(self) -> str | None:
        """Digest of the kept payloads without dates, headers and record ids; `None` when nothing was kept."""
        return self._content.hexdigest() if self.kept else None

    def data(self) -> bytes:
        """The WARC so far."""
        return self._buffer.getvalue()

    def _write(
        self,
        kind: str,
        block: bytes,
        content_type: str,
        *,
        date: datetime,
        url: str | None,
        payload: bytes | None = None,
        extra: Mapping[str, str] | None = None,
    ) -> str:
        record_id = f"<urn:uuid:{uuid.uuid4()}>"
        fields = [
            ("WARC-Type", kind),
            ("WARC-Record-ID", record_id),
            ("WARC-Date", warc_date(date)),
            *([("WARC-Target-URI", url)] if url else []),
            *(extra or {}).items(),
            ("WARC-Block-Digest", _digest(block)),
        ]
        if payload is not None:
            fields.append(("WARC-Payload-Digest", _digest(payload)))
        headers = StatusAndHeaders("", fields, protocol="WARC/1.1")
        # the record is built by hand because the builder would parse and rewrite HTTP headers: they stay as sent
        record: Any = ArcWarcRecord("warc", kind, headers, io.BytesIO(block), None, content_type, len(block))
        record.payload_length = len(block)
        self._writer.write_record(record)
        return record_id


def _digest(data: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(data).digest()).decode("ascii")


def content_digest(payloads: Iterable[bytes]) -> str:
    """The digest that `Recorder.content_sha256` gives, of payloads that are at hand."""
    total = hashlib.sha256()
    for payload in payloads:
        total.update(len(payload).to_bytes(8, "big"))
        total.update(payload)
    return total.hexdigest()


def warc_date(moment: datetime) -> str:
    """A WARC-Date with microseconds (WARC/1.1 clause 5.4)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def request_head(method: str, target: str, fields: Iterable[tuple[str, str]]) -> bytes:
    """A request's head as bytes."""
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in fields)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def response_head(http_version: int, status: int, reason: str, fields: Iterable[tuple[str, str]]) -> bytes:
    """An answer's head as bytes; the chunked framing is gone from the body, so its header is renamed as replay tools expect."""
    lines = [f"HTTP/{'1.0' if http_version == 10 else '1.1'} {status} {reason}"]
    for name, value in fields:
        shown = f"X-Archive-Orig-{name}" if name.lower() in _HOP_FIELDS else name
        lines.append(f"{shown}: {value}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
