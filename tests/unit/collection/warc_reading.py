"""Reads a capture's WARC with warcio, the way another tool would."""

import io
from dataclasses import dataclass

from warcio.archiveiterator import ArchiveIterator


@dataclass(frozen=True)
class Seen:
    """One record as another tool sees it."""

    kind: str
    uri: str
    fields: dict[str, str]
    payload: bytes
    status: str


def records(data: bytes, *, robots: bool = False) -> list[Seen]:
    """All records, digests checked; the exchanges about the host's robots.txt, which open every WARC, only if asked for."""
    seen = []
    for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
        payload = record.raw_stream.read() if record.rec_type != "warcinfo" else record.content_stream().read()
        status = record.http_headers.statusline if record.http_headers else ""
        fields = dict(record.rec_headers.headers)
        seen.append(Seen(record.rec_type, fields.get("WARC-Target-URI", ""), fields, payload, status))
    return [r for r in seen if robots or not r.uri.endswith("/robots.txt")]
