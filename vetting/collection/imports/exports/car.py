"""Reads a CAR v1 file that holds one AT Protocol repository: every block against its digest, then the tree of its records.

Only records that the repository's current commit reaches are given out: blocks of deleted records that lie in the file
are not. The commit's signature is not checked, because the key to it is published elsewhere, under the account's DID.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from vetting.collection.imports.exports.cbor import BadCbor, Link, decode
from vetting.collection.imports.zips import bomb, damaged
from vetting.errors import IntegrityError

MAX_BLOCKS = 1_000_000
_SHA256 = b"\x12\x20"
_CODECS = (0x71, 0x55)


def repository(data: bytes) -> tuple[str, Iterator[tuple[str, dict[str, Any]]]]:
    """The account's DID, and its records by path (`collection/key`), in the tree's order.

    Raises:
        InputError: `capture_damaged`, `capture_bomb`.
        IntegrityError: `export_digest_mismatch`, a block is not what its identifier says.

    """
    try:
        size, at = _varint(data, 0)
        header = decode(data[at : at + size])
        blocks = _blocks(data, at + size)
        commit = decode(blocks[header["roots"][0].cid])
        did, tree = commit["did"], commit["data"]
    except (BadCbor, KeyError, IndexError, TypeError, AttributeError):
        raise damaged() from None
    if header.get("version") != 1 or not isinstance(did, str) or not isinstance(tree, Link):
        raise damaged()
    return did, _records(blocks, tree)


def _blocks(data: bytes, at: int) -> dict[bytes, bytes]:
    blocks: dict[bytes, bytes] = {}
    while at < len(data):
        size, at = _varint(data, at)
        end = at + size
        if end > len(data) or len(blocks) >= MAX_BLOCKS:
            raise damaged() if end > len(data) else bomb()
        version, inner = _varint(data, at)
        codec, inner = _varint(data, inner)
        if version != 1 or codec not in _CODECS or data[inner : inner + 2] != _SHA256 or inner + 34 > end:
            raise BadCbor
        cid, block = data[at : inner + 34], data[inner + 34 : end]
        if hashlib.sha256(block).digest() != cid[-32:]:
            raise IntegrityError(
                "export_digest_mismatch",
                "A block of the repository is not what its own identifier says.",
                remedy="Do not use this file. Export the repository again.",
            )
        blocks[cid] = block
        at = end
    return blocks


def _records(blocks: dict[bytes, bytes], root: Link) -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk the tree (AT Protocol, repository: MST structure); each node once."""
    stack: list[Link] = [root]
    seen: set[bytes] = set()
    try:
        while stack:
            link = stack.pop()
            if link.cid in seen:
                continue
            seen.add(link.cid)
            node = decode(blocks[link.cid])
            key = b""
            below = [node["l"]]
            for entry in node["e"]:
                key = key[: entry["p"]] + entry["k"]
                below.append(entry["t"])
                record = decode(blocks[entry["v"].cid])
                if isinstance(record, dict):
                    yield key.decode("ascii"), record
            stack += [link for link in reversed(below) if isinstance(link, Link)]
    except (BadCbor, KeyError, TypeError, AttributeError, UnicodeDecodeError):
        raise damaged() from None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128 number of at most nine bytes."""
    value = 0
    for shift in range(0, 63, 7):
        if at >= len(data):
            raise BadCbor
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise BadCbor
