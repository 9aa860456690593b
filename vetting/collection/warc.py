"""Writes one step's exchanges as a WARC/1.1 file (ISO 28500:2017) in memory.

- Each step has its own recorder, so steps that run at the same time cannot mix records. (`warcio.capture_http`
  patches the process as a whole and is not used.)
- A response is kept as it came. When some of its items lie outside the plan's window or limits, only the others are
  kept: a `conversion` record with the remaining items, and header fields that say how many were left out and how
  large the original was (law 3).
- Digests are SHA-256 for every record.

It writes the records itself, each compressed in one pass: `warcio`'s writer reads every block again for digests that
are at hand and compresses at the slowest setting, which together cost as much as a request. `warcio` reads what is written
here in the tests. It leaves the choice of what is kept to the collectors.
"""

import base64
import hashlib
import uuid
import zlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

import vetting
from vetting import clock

LEFT_OUT_FIELD = "X-Vetting-Items-Left-Out"
ORIGINAL_LENGTH_FIELD = "X-Vetting-Original-Length"
STATUS_FIELD = "X-Vetting-HTTP-Status"
ROLE_FIELD = "X-Vetting-Role"
"""`robots` on an answer that is a host's robots.txt: it shows what the host permits and is no content of the account."""
_SOFTWARE = f"vetting/{vetting.__version__}"
_LEVEL: Final = 3
"""Of zlib: a page of posts comes out five per cent larger than at 9, in a fifth of the time."""
_GZIP: Final = zlib.MAX_WBITS | 16
_SMALL: Final = 4096
"""Bytes of a block up to which a window of that size does: to make the usual one ready takes longer than to compress so little."""
_GZIP_SMALL: Final = 12 | 16
_SMALL_MEMORY: Final = 5
_HOP_FIELDS = frozenset({"transfer-encoding"})


class Recorder:
    """One WARC in the making. `content` covers the kept payloads in order, each with its length before it."""

    def __init__(self, info: Mapping[str, str]) -> None:
        self._pieces: list[bytes] = []
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
        return self._write("request", head, kind, date=date, url=url, payload=head.partition(b"\r\n\r\n")[2])

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
        role: str | None = None,
    ) -> str:
        """Record an answer as it came, `body` being the bytes on the wire; `truncated` is a WARC-Truncated reason."""
        extra = {"WARC-Concurrent-To": request_id}
        if peer:
            extra["WARC-IP-Address"] = peer
        if truncated:
            extra["WARC-Truncated"] = truncated
        if role:
            extra[ROLE_FIELD] = role
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
        return b"".join(self._pieces)

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
        digest = _digest(block)
        fields = [
            ("WARC-Type", kind),
            ("WARC-Record-ID", record_id),
            ("WARC-Date", warc_date(date)),
            *([("WARC-Target-URI", url)] if url else []),
            *(extra or {}).items(),
            ("WARC-Block-Digest", digest),
        ]
        if payload is not None:
            fields.append(("WARC-Payload-Digest", digest if payload is block else _digest(payload)))
        fields += [("Content-Type", content_type), ("Content-Length", str(len(block)))]
        head = "".join(f"{name}: {_on_one_line(value)}\r\n" for name, value in fields)
        # each record is a gzip member of its own, so that a reader can begin at any of them (annex A of the standard)
        if len(block) <= _SMALL:
            member = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP_SMALL, _SMALL_MEMORY)
        else:
            member = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
        self._pieces += (
            member.compress(f"WARC/1.1\r\n{head}\r\n".encode("utf-8", "replace")),
            member.compress(block),
            member.compress(b"\r\n\r\n"),
            member.flush(),
        )
        return record_id


def _on_one_line(value: str) -> str:
    """A field's value that cannot begin another field."""
    return value if value.isprintable() else " ".join(value.split())


_EMPTY: Final = "sha256:" + base64.b32encode(hashlib.sha256().digest()).decode("ascii")


def _digest(data: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(data).digest()).decode("ascii") if data else _EMPTY


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
