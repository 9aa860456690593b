"""The mark that ties code to the control it enforces; `vetting policy check` reads it from the source.

The mark changes nothing at run time. That the code does what it says is for the attacking tests to show.
"""

from collections.abc import Callable
from typing import TypeVar

from schemas.control import Control

__all__ = ["Control", "enforces"]

Marked = TypeVar("Marked", bound=Callable[..., object])


def enforces(*controls: Control) -> Callable[[Marked], Marked]:
    """Mark a function or class as enforcing `controls`; several marks add up in `__enforces__`."""
    if not controls:
        raise TypeError("enforces() needs at least one Control")

    def mark(target: Marked) -> Marked:
        # A subclass adds to its own list; it does not alter its parent's.
        earlier: tuple[Control, ...] = getattr(target, "__enforces__", ())
        target.__enforces__ = tuple(dict.fromkeys((*earlier, *controls)))  # type: ignore[attr-defined]
        return target

    return mark
