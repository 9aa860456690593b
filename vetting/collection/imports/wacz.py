"""WACZ packages (zip files around WARCs): opened in memory under limits, their own digests checked.

Refused before anything is unfolded: names that reach out of the archive, links, locked or doubled entries, and sizes or
ratios of a zip bomb.
"""

import hashlib
import io
import json
import zipfile

from schemas.post import Post
from schemas.statement import CaptureStatement
from vetting.collection.imports import warcs
from vetting.collection.imports.whose import check_page
from vetting.collection.imports.zips import BROKEN, content, damaged, only_zip, safe_entries
from vetting.errors import InputError, IntegrityError

MAX_ENTRIES = 5000
_PACKAGE = "datapackage.json"


def read(data: bytes, statement: CaptureStatement) -> tuple[Post, ...]:
    """The posts of the pages in a WACZ.

    Steps: (1) the list of entries is safe; (2) the package's own digests match; (3) every WARC in it is read; (4) one of the
    pages is the stated one.

    Raises:
        InputError: `capture_damaged`, `capture_bomb`, `capture_unsafe_path`, `capture_no_pages`, `capture_type_ambiguous`,
            `capture_address_mismatch`.
        IntegrityError: `wacz_digest_mismatch`.
        PolicyError: `capture_has_sign_in`.

    """
    only_zip(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # (1) before anything is unfolded
            entries = safe_entries(archive, max_entries=MAX_ENTRIES, max_size=warcs.MAX_CONTENT)
            # (2) over the entries as they stand in the file
            _check_digests(archive, entries)
            # (3) in the order of their names, so that numbers are the same each time
            posts: list[Post] = []
            seen: list[str] = []
            found = sorted(n for n in entries if n.startswith("archive/") and n.endswith((".warc", ".warc.gz")))
            for name in found:
                pages, addresses = warcs.read_with_addresses(content(archive, entries[name]), statement)
                seen += addresses
                before = len(posts)
                posts += [p.model_copy(update={"number": before + n}) for n, p in enumerate(pages, start=1)]
    except BROKEN:
        raise damaged() from None
    if not found:
        raise InputError(
            "capture_no_pages", "The WACZ holds no WARC.", remedy="Export the capture again with its archive."
        )
    # (4) over all WARCs together
    check_page(statement.address, seen)
    return tuple(posts)


def _check_digests(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> None:
    """Compare the package's list (WACZ 1.1.1, datapackage) with what is there; a WARC that is not listed is not vouched for."""
    if _PACKAGE not in entries:
        raise damaged()
    try:
        package = json.loads(content(archive, entries[_PACKAGE]))
        resources = {str(r["path"]): str(r["hash"]) for r in package["resources"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise damaged() from None
    for name in entries:
        if name.startswith("archive/") and not name.endswith("/") and name not in resources:
            raise _mismatch()
    for name, stated in resources.items():
        kind, _, value = stated.partition(":")
        if kind != "sha256" or name not in entries or _sha256(archive, entries[name]) != value.lower():
            raise _mismatch()


def _sha256(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    total = hashlib.sha256()
    with archive.open(info) as source:
        while piece := source.read(1 << 20):
            total.update(piece)
    return total.hexdigest()


def _mismatch() -> IntegrityError:
    return IntegrityError(
        "wacz_digest_mismatch",
        "The WACZ's own list of digests does not match what it holds.",
        remedy="Do not use this file. Capture the page again.",
    )
