"""Looks host names up, with an end: the system's own resolver knows no limit of time, and a name can be served to hang.

It leaves what may be connected to, to `addresses`.
"""

import ipaddress
import socket
import threading
from typing import Any

MAX_LOOKUPS = 32
"""Look-ups under way at once; those that hang keep a thread until the system's resolver gives up."""

_room = threading.BoundedSemaphore(MAX_LOOKUPS)


class LookupTimedOut(OSError):  # noqa: N818 - named for what happened; it never leaves this package
    """A name was not resolved in time."""


def look_up(host: str, port: int, timeout: float | None) -> list[str]:
    """The network addresses of a name or address literal, in the resolver's order, each once.

    Raises:
        LookupTimedOut: no answer within `timeout` seconds, or no room for one more look-up.
        OSError, UnicodeError: as `socket.getaddrinfo`.

    """
    if _is_literal(host):
        return _addresses(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST))
    room = _room
    if not room.acquire(timeout=timeout):
        raise LookupTimedOut
    found: list[list[str] | Exception] = []
    done = threading.Event()

    def ask() -> None:
        try:
            found.append(_addresses(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except Exception as error:  # noqa: BLE001  (handed to the thread that waits)
            found.append(error)
        finally:
            room.release()
            done.set()

    threading.Thread(target=ask, daemon=True, name="name look-up").start()
    if not done.wait(timeout):
        raise LookupTimedOut
    (answer,) = found
    if isinstance(answer, Exception):
        raise answer
    return answer


def _addresses(answers: list[Any]) -> list[str]:
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
