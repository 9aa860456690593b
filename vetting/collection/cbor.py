"""Reads DAG-CBOR (RFC 8949 in the closed form that IPLD defines): bounded in depth, and nothing unfolds larger than its bytes."""

import struct
from dataclasses import dataclass
from typing import Any

MAX_DEPTH = 64
_CID_TAG = 42


class BadCbor(ValueError):  # noqa: N818 - a signal inside this package, never an error that leaves it
    """Bytes that are not DAG-CBOR."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another block, by its content identifier's bytes."""

    cid: bytes


def decode(data: bytes) -> Any:
    """One value that fills the bytes.

    Raises:
        BadCbor: cut short, too deep, followed by other bytes, or in a form that DAG-CBOR does not have.

    """
    value, at = read(data, 0)
    if at != len(data):
        raise BadCbor
    return value


def read(data: bytes, at: int, depth: int = 0) -> tuple[Any, int]:
    """A value from an offset, and the offset behind it; raises as `decode`."""
    if depth > MAX_DEPTH:
        raise BadCbor
    major, number, info, at = _head(data, at)
    if major == 0:
        return number, at
    if major == 1:
        return -1 - number, at
    if major in (2, 3):
        if number > len(data) - at:
            raise BadCbor
        piece = data[at : at + number]
        try:
            return (piece if major == 2 else piece.decode()), at + number
        except UnicodeDecodeError:
            raise BadCbor from None
    if major in (4, 5):
        # each item takes a byte at least, so a count that promises more than is there is a lie
        if number > len(data) - at:
            raise BadCbor
        return _list(data, at, number, depth) if major == 4 else _map(data, at, number, depth)
    if major == 6:
        inner, at = read(data, at, depth + 1)
        if number != _CID_TAG or not isinstance(inner, bytes) or inner[:1] != b"\0":
            raise BadCbor
        return Link(inner[1:]), at
    return _simple(number, info), at


def _head(data: bytes, at: int) -> tuple[int, int, int, int]:
    if at >= len(data):
        raise BadCbor
    major, info = data[at] >> 5, data[at] & 0x1F
    at += 1
    if info < 24:
        return major, info, info, at
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(info, 0)
    if not size or at + size > len(data):
        raise BadCbor
    return major, int.from_bytes(data[at : at + size], "big"), info, at + size


def _list(data: bytes, at: int, count: int, depth: int) -> tuple[list[Any], int]:
    values = []
    for _ in range(count):
        value, at = read(data, at, depth + 1)
        values.append(value)
    return values, at


def _map(data: bytes, at: int, count: int, depth: int) -> tuple[dict[str, Any], int]:
    values: dict[str, Any] = {}
    for _ in range(count):
        key, at = read(data, at, depth + 1)
        if not isinstance(key, str) or key in values:
            raise BadCbor
        values[key], at = read(data, at, depth + 1)
    return values, at


def _simple(number: int, info: int) -> Any:
    if info == 27:
        return struct.unpack(">d", number.to_bytes(8, "big"))[0]
    try:
        return {20: False, 21: True, 22: None}[number if info < 24 else -1]
    except KeyError:
        raise BadCbor from None
