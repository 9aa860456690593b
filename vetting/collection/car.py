"""Reads a CAR v1 file that holds one AT Protocol repository: every block against its digest, then the tree of its records.

Only records that the repository's current commit reaches are given out: blocks of deleted records that lie in the file
are not. The commit's signature is not checked, because the key to it is published elsewhere, under the account's DID.

Used for exports that a candidate volunteers and for what a data server gives; both say in their own words what is wrong.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vetting.collection.cbor import BadCbor, Link, decode

MAX_BLOCKS = 1_000_000
_SHA256 = b"\x12\x20"
_CODECS = (0x71, 0x55)
MAX_KEY = 1024
"""Bytes of a record's path. The protocol allows 317 for a collection and 512 for a key."""


class BadCar(ValueError):  # noqa: N818 - a signal inside this package, never an error that leaves it
    """Bytes that are not one whole repository."""


class BlockMismatch(ValueError):  # noqa: N818
    """A block is not what its own identifier says."""


class TooManyBlocks(ValueError):  # noqa: N818
    """A file of more blocks than are read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: where it stands (`collection/key`), and its block."""

    path: str
    cid: bytes
    block: bytes

    def record(self) -> Any:
        """The record's value.

        Raises:
            BadCar: the block is not DAG-CBOR.

        """
        try:
            return decode(self.block)
        except BadCbor:
            raise BadCar from None


class Repository:
    """One account's repository, as a file states it."""

    def __init__(self, data: bytes) -> None:
        """Check every block and read the commit.

        Raises:
            BadCar, BlockMismatch, TooManyBlocks: as their names say.

        """
        try:
            size, at = _varint(data, 0)
            header = decode(data[at : at + size])
            self._blocks = _blocks(data, at + size)
            root = header["roots"][0].cid
            commit = decode(self._blocks[root])
            did, tree = commit["did"], commit["data"]
        except (BadCbor, KeyError, IndexError, TypeError, AttributeError):
            raise BadCar from None
        if header.get("version") != 1 or not isinstance(did, str) or not isinstance(tree, Link):
            raise BadCar
        self.did: str = did
        self.commit: tuple[bytes, bytes] = (root, self._blocks[root])
        """Identifier and block of the signed commit."""
        self._tree = tree

    def entries(self) -> Iterator[Entry]:
        """All records in the order of the tree's nodes (AT Protocol, repository: MST structure); each node once.

        Raises:
            BadCar: a node or a record is missing, or is not what the format says.

        """
        stack: list[Link] = [self._tree]
        seen: set[bytes] = set()
        try:
            while stack:
                link = stack.pop()
                if link.cid in seen:
                    continue
                seen.add(link.cid)
                node = decode(self._blocks[link.cid])
                key = b""
                below = [node["l"]]
                for entry in node["e"]:
                    key = key[: entry["p"]] + entry["k"]
                    if len(key) > MAX_KEY:
                        raise BadCar
                    below.append(entry["t"])
                    cid = entry["v"].cid
                    yield Entry(key.decode("ascii"), cid, self._blocks[cid])
                stack += [link for link in reversed(below) if isinstance(link, Link)]
        except (BadCbor, KeyError, TypeError, AttributeError, UnicodeDecodeError):
            raise BadCar from None


def written(root: bytes, blocks: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A CAR v1 file of some blocks, each byte for byte as it was, under one root."""
    # the header {"roots": [root], "version": 1} in the one form that DAG-CBOR has for it
    link = b"\0" + root
    header = b"\xa2\x65roots\x81\xd8\x2a\x58" + bytes((len(link),)) + link + b"\x67version\x01"
    pieces = [header, *(cid + block for cid, block in blocks)]
    return b"".join(_as_varint(len(piece)) + piece for piece in pieces)


def cid_text(cid: bytes) -> str:
    """A content identifier as the AT Protocol writes it in JSON: base32, lower case."""
    return "b" + base64.b32encode(cid).decode("ascii").lower().rstrip("=")


def _blocks(data: bytes, at: int) -> dict[bytes, bytes]:
    blocks: dict[bytes, bytes] = {}
    while at < len(data):
        size, at = _varint(data, at)
        end = at + size
        if end > len(data) or len(blocks) >= MAX_BLOCKS:
            raise BadCar if end > len(data) else TooManyBlocks
        version, inner = _varint(data, at)
        codec, inner = _varint(data, inner)
        if version != 1 or codec not in _CODECS or data[inner : inner + 2] != _SHA256 or inner + 34 > end:
            raise BadCbor
        cid, block = data[at : inner + 34], data[inner + 34 : end]
        if hashlib.sha256(block).digest() != cid[-32:]:
            raise BlockMismatch
        blocks[cid] = block
        at = end
    return blocks


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


def _as_varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*out, number))
