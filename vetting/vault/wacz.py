"""A kept WARC as WACZ 1.1.1, which ReplayWeb.page and other tools open: the WARC unaltered, an index, and a list of pages.

The WARC inside is byte for byte the evidence, so its digest still holds; what is around it is computed from it and can be
made again. Leaves opening evidence, for a reason and on the record, to `custody`.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import vetting
from schemas.evidence import Evidence, OpenReason
from vetting.access import Actor
from vetting.errors import InputError
from vetting.office import Office
from vetting.vault.custody import open_capture
from vetting.vault.packing import member
from vetting.vault.warcfile import WarcRecord, looks_like_warc, records

_DEFAULT_PORTS = {"http": 80, "https": 443}
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_HEADER = {"format": "json-pages-1.0", "id": "pages", "title": "Captured pages"}


def open_as_wacz(office: Office, actor: Actor, evidence_id: str, reason: OpenReason) -> tuple[Evidence, bytes]:
    """One evidence item as a WACZ file; an opening like any other.

    Raises:
        InputError: `not_a_warc`, when the capture is of another kind.
        PolicyError, IntegrityError: see `open_capture`.

    """
    row, data = open_capture(office, actor, evidence_id, reason)
    if row.media_type != "application/warc" or not looks_like_warc(data):
        raise InputError(
            "not_a_warc",
            f"{evidence_id} is no web archive ({row.media_type}).",
            remedy="`vetting evidence export` writes the file itself.",
        )
    return row, to_wacz(data, created=f"{row.captured_at:%Y-%m-%dT%H:%M:%SZ}")


def to_wacz(warc: bytes, *, created: str) -> bytes:
    """The WACZ of a WARC: the same WARC gives the same bytes.

    Raises:
        IntegrityError: `capture_damaged`.

    """
    name = "data.warc.gz" if warc.startswith(b"\x1f\x8b") else "data.warc"
    answers = [(record, facts) for record in records(warc) if (facts := _facts(record)) is not None]
    resources = {
        f"archive/{name}": warc,
        "indexes/index.cdxj": _index(answers, name),
        "pages/pages.jsonl": _pages(answers),
    }
    described = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "created": created,
        "software": f"vetting {vetting.__version__}",
        "resources": [
            {"name": path.rpartition("/")[2], "path": path, "hash": _sha256(data), "bytes": len(data)}
            for path, data in resources.items()
        ],
    }
    package = _json(described, indent=2)
    digest = _json({"path": "datapackage.json", "hash": _sha256(package)}, indent=2)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path, data in {**resources, "datapackage.json": package, "datapackage-digest.json": digest}.items():
            archive.writestr(member(path), data)
    return stream.getvalue()


def surt(url: str) -> str:
    """An address in the order that an index is sorted by: host reversed, then path and query, in lower case."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = None
    host = ",".join(reversed((parts.hostname or "").split(".")))
    shown = "" if port in {None, _DEFAULT_PORTS.get(parts.scheme)} else f":{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{shown}){parts.path or '/'}{query}".lower()


def _facts(record: WarcRecord) -> tuple[int, str] | None:
    """Status and media type of a record that can be replayed."""
    if record.kind in {"conversion", "resource"}:
        return 200, _media_type(record.fields)
    answer = record.http
    return None if answer is None else (answer[0], _media_type(answer[1]))


def _media_type(fields: Mapping[str, str]) -> str:
    return fields.get("content-type", "").split(";")[0].strip().lower() or "application/octet-stream"


def _index(answers: list[tuple[WarcRecord, tuple[int, str]]], name: str) -> bytes:
    lines = [
        f"{surt(record.target)} {_stamp(record)} "
        + _json(
            {
                "url": record.target,
                "mime": mime,
                "status": str(status),
                "digest": record.fields.get("warc-payload-digest") or _sha256(record.block),
                "length": str(record.length),
                "offset": str(record.offset),
                "filename": name,
            }
        ).decode()
        for record, (status, mime) in answers
    ]
    return "".join(f"{line}\n" for line in sorted(lines)).encode()


def _pages(answers: list[tuple[WarcRecord, tuple[int, str]]]) -> bytes:
    """The pages a person can begin at: HTML that was answered; where there is none, everything that was answered."""
    good = [(record, mime) for record, (status, mime) in answers if 200 <= status < 300]
    shown = [record for record, mime in good if mime in _PAGES] or [record for record, _ in good]
    return b"".join(line + b"\n" for line in (_json(_HEADER), *_page_lines(shown)))


def _page_lines(shown: list[WarcRecord]) -> Iterator[bytes]:
    for number, record in enumerate(shown, start=1):
        yield _json({"id": f"page-{number}", "url": record.target, "ts": record.fields.get("warc-date", "")})


def _stamp(record: WarcRecord) -> str:
    return "".join(c for c in record.fields.get("warc-date", "") if c.isdigit())[:14]


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _json(value: Mapping[str, Any], *, indent: int | None = None) -> bytes:
    return json.dumps(value, indent=indent, ensure_ascii=True).encode()
