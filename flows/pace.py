"""One pace for all workers that ask the same host: threads, processes of this machine, and machines of the agency.

- Where the agency runs a Prefect server (VETTING_PREFECT_API_URL), a global concurrency limit of that server for each
  host is the clock that all workers share; elsewhere a locked file for each host, in the home folder.
- Prefect and the files know a host by a keyed digest only (law 11).
- No answer from the server stops the step, and nothing is asked at a pace of one's own.
"""

import hashlib
import hmac
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vetting.collection.hosts import Hosts
from vetting.collection.pace import MAX_QUIET, FilePace, Pace, slot_name
from vetting.errors import CollectionError
from vetting.office import Office

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

UNITS = 10
"""Slots that decay in a second, for every host: quiet time is counted in tenths of a second, whatever pace a plan has."""
_ALL = int(MAX_QUIET * UNITS)
_ASK_AGAIN = 5.0
"""Seconds after which a quiet time is looked at again, however long it is."""


def hosts_for(office: Office) -> Hosts:
    """What the workers of one run share about hosts."""
    return Hosts(pace_for(office))


def pace_for(office: Office) -> Pace | None:
    """The pace of this installation; `None` only where its settings lift it for test servers."""
    if not office.settings.paced:
        return None
    key = hmac.new(office.keys.vault_kek, b"names of hosts outside the vault", hashlib.sha256).digest()
    if office.settings.prefect_api_url is None:
        return FilePace(office.settings.home / "pace", key)
    return PrefectPace(key)


class PrefectPace:
    """A pace kept by Prefect's global concurrency limits, used as clocks: a host's occupied slots are its quiet time left."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._lock = threading.Lock()
        self._gates: dict[str, threading.Lock] = {}

    def turn(self, host: str, pause: float) -> float:
        """As `Pace.turn`."""
        # (1) Somebody's quiet time is not over. (2) All slots at once are given to one asker only, and only when none is
        # occupied; should this process die now, they decay. (3) So many stay occupied as the pause has tenths.
        name = slot_name(host, self._key)
        with self._gate(name), _client() as client:
            left = _occupied(client, name)
            if left > 0:  # (1)
                return min(left / UNITS, _ASK_AGAIN)
            if not _occupy_all(client, name):  # (2)
                return 1 / UNITS
            _set(client, name, math.ceil(pause * UNITS))  # (3)
            return 0.0

    def hold(self, host: str, seconds: float) -> None:
        """As `Pace.hold`."""
        name = slot_name(host, self._key)
        wanted = math.ceil(min(seconds, MAX_QUIET) * UNITS)
        with self._gate(name), _client() as client:
            if _occupied(client, name) < wanted:
                _set(client, name, wanted)

    @contextmanager
    def _gate(self, name: str) -> Iterator[None]:
        """One thread of this process at a time for each host."""
        with self._lock:
            gate = self._gates.setdefault(name, threading.Lock())
        with gate:
            yield


@contextmanager
def _client() -> "Iterator[SyncPrefectClient]":
    """Prefect's client; its failures become ours, without the text of another library."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415  (Prefect takes a second to import)

    try:
        with get_client(sync_client=True) as client:
            yield client
    except Exception:  # noqa: BLE001
        raise CollectionError(
            "pace_unavailable",
            "The Prefect server that keeps the pace between requests did not answer, so nothing was asked.",
            remedy="Nothing was lost: see that the server of VETTING_PREFECT_API_URL runs, and run the command again.",
        ) from None


def _occupied(client: "SyncPrefectClient", name: str) -> int:
    """The slots of a limit that are occupied now; the limit is made if it is not there."""
    from prefect.client.schemas.actions import GlobalConcurrencyLimitCreate  # noqa: PLC0415
    from prefect.exceptions import ObjectAlreadyExists, ObjectNotFound  # noqa: PLC0415

    try:
        return client.read_global_concurrency_limit_by_name(name).active_slots
    except ObjectNotFound:
        made = GlobalConcurrencyLimitCreate(name=name, limit=_ALL, slot_decay_per_second=float(UNITS))
    try:
        client.create_global_concurrency_limit(made)
    except ObjectAlreadyExists:  # by another machine, just now
        return client.read_global_concurrency_limit_by_name(name).active_slots
    return 0


def _occupy_all(client: "SyncPrefectClient", name: str) -> bool:
    from prefect.exceptions import PrefectHTTPStatusError  # noqa: PLC0415

    try:
        granted = client.increment_concurrency_slots(names=[name], slots=_ALL, mode="rate_limit")
    except PrefectHTTPStatusError as refused:
        if refused.response.status_code == 423:
            return False
        raise
    return bool(granted.json())  # empty when somebody deleted the limit just now: Prefect grants what is not limited


def _set(client: "SyncPrefectClient", name: str, slots: int) -> None:
    from prefect.client.schemas.actions import GlobalConcurrencyLimitUpdate  # noqa: PLC0415

    client.update_global_concurrency_limit(name, GlobalConcurrencyLimitUpdate(active_slots=slots))
