"""Repositories of the AT Protocol as files (CAR v1), made block by block: commit, tree of records, and records."""

import base64
import hashlib
import struct
from collections.abc import Mapping
from typing import Any

DID = "did:plc:synthetic000000000000000"


class Cid(bytes):
    """A content identifier: version 1, DAG-CBOR, SHA-256."""

    @classmethod
    def of(cls, block: bytes) -> "Cid":
        """The identifier of a block."""
        return cls(b"\x01\x71\x12\x20" + hashlib.sha256(block).digest())


def cbor(value: Any) -> bytes:
    """A value as DAG-CBOR; `bytes` subclass `Cid` becomes a link."""
    if isinstance(value, Cid):
        return b"\xd8\x2a" + cbor(b"\0" + bytes(value))
    if value is None or isinstance(value, bool):
        return {None: b"\xf6", True: b"\xf5", False: b"\xf4"}[value]
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, str):
        raw = value.encode()
        return _head(3, len(raw)) + raw
    if isinstance(value, list):
        return _head(4, len(value)) + b"".join(map(cbor, value))
    keys = sorted(value, key=lambda k: (len(k), k))
    return _head(5, len(value)) + b"".join(cbor(k) + cbor(value[k]) for k in keys)


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    for info, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << (8 * size):
            return bytes([major << 5 | info]) + number.to_bytes(size, "big")
    raise ValueError(number)


def varint(number: int) -> bytes:
    """Unsigned LEB128."""
    out = bytearray()
    while True:
        out.append(number & 0x7F | (0x80 if number > 0x7F else 0))
        number >>= 7
        if not number:
            return bytes(out)


def car(records: Mapping[str, Any], *, orphans: tuple[Any, ...] = (), did: str = DID) -> bytes:
    """A repository with these records, half of them in a subtree, and blocks that nothing reaches."""
    blocks: dict[Cid, bytes] = {}

    def put(value: Any) -> Cid:
        block = cbor(value)
        cid = Cid.of(block)
        blocks[cid] = block
        return cid

    def node(paths: list[str], below: Cid | None) -> Cid:
        entries: list[Any] = []
        before = b""
        for path in paths:
            key = path.encode()
            shared = next(
                (i for i, (a, b) in enumerate(zip(before, key, strict=False)) if a != b), min(len(before), len(key))
            )
            entries.append({"p": shared, "k": key[shared:], "v": put(records[path]), "t": None})
            before = key
        return put({"l": below, "e": entries})

    paths = sorted(records)
    half = len(paths) // 2
    tree = node(paths[half:], node(paths[:half], None))
    for orphan in orphans:
        put(orphan)
    commit = put({"did": did, "version": 3, "data": tree, "rev": "3k", "prev": None, "sig": b"s" * 64})
    header = cbor({"version": 1, "roots": [commit]})
    body = b"".join(varint(len(cid) + len(block)) + cid + block for cid, block in blocks.items())
    return varint(len(header)) + header + body


def from_json(value: Any) -> Any:
    """A record as JSON writes it, as the protocol's data: `$link` is an identifier, `$bytes` are bytes."""
    if isinstance(value, list):
        return [from_json(each) for each in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"$link"}:
        text = str(value["$link"])[1:].upper()
        return Cid(base64.b32decode(text + "=" * (-len(text) % 8)))
    if set(value) == {"$bytes"}:
        text = str(value["$bytes"])
        return base64.b64decode(text + "=" * (-len(text) % 4))
    return {key: from_json(each) for key, each in value.items()}
