"""What flows work with and may not carry as parameters: the unlocked office, who is acting, and a progress display."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from flows.pace import hosts_for
from vetting.access import Actor
from vetting.collection.hosts import Hosts
from vetting.errors import CollectionError, VettingError
from vetting.office import Office


def _silent(_done: int, _total: int, _what: str) -> None:
    """No display."""


@dataclass
class Desk:
    """One person's work in one process."""

    office: Office
    actor: Actor
    progress: Callable[[int, int, str], None] = _silent
    """Called with steps done, steps in all, and an id."""

    @cached_property
    def hosts(self) -> Hosts:
        """What all workers of this process share about the hosts that they ask."""
        return hosts_for(self.office)


_current: list[Desk] = []


@contextmanager
def at_desk(desk: Desk) -> Iterator[None]:
    """Let flows of this process find `desk`."""
    _current.append(desk)
    try:
        yield
    finally:
        _current.remove(desk)


def desk() -> Desk:
    """The desk in force; a flow that runs without one is the programmer's fault."""
    if not _current:
        raise RuntimeError("a flow ran outside `at_desk`")
    return _current[-1]


@contextmanager
def only_refusals() -> Iterator[None]:
    """Let our own refusals through and replace everything else: Prefect stores exception texts, and a library's may hold content."""
    try:
        yield
    except VettingError:
        raise
    except Exception as error:  # noqa: BLE001  (that is the point)
        raise CollectionError(
            "unexpected",
            f"An unexpected fault of type {type(error).__name__} stopped this part of the work.",
            remedy="Nothing was lost: run the command again. If it stays, report the type and the software version.",
        ) from None
