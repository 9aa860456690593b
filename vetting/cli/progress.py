"""How far a flow is: a bar on a terminal, plain lines elsewhere; on standard error, so that results can be piped.

Only ids and counts are shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from vetting.access import Actor
    from vetting.office import Office

_LINES = 10
"""Progress lines written where there is no terminal, at most."""


class Display:
    """What is shown while a flow runs."""

    def __init__(self, title: str, bar: "Progress | None") -> None:
        self._title = title
        self._bar = bar
        self._task: TaskID | None = bar.add_task("Starting the workflow server", total=None) if bar else None
        self._lines = 0

    def tick(self) -> None:
        """The server is still starting."""
        if self._bar is not None:
            self._bar.refresh()

    def started(self) -> None:
        """The server answers; the work begins."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=self._title)

    def update(self, done: int, total: int, what: str) -> None:
        """So much is done; `what` is an id."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, total=total, description=f"{self._title} {what}")
        elif done * _LINES // total > self._lines:
            self._lines = done * _LINES // total
            _write(f"{self._title}: {done} of {total} ({what})")


@contextmanager
def display(title: str) -> Iterator[Display]:
    """A display for as long as the block lasts."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        _write(f"{title}: starting the workflow server")
        yield Display(title, None)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        yield Display(title, bar)


@contextmanager
def flow_desk(office: "Office", actor: "Actor", title: str) -> Iterator[None]:
    """A workflow server and a desk for one command's flow, with a display of how far it is."""
    from flows.desk import Desk, at_desk
    from flows.server import prefect_server

    with (
        display(title) as shown,
        prefect_server(office.settings, tick=shown.tick),
        at_desk(Desk(office, actor, shown.update)),
    ):
        shown.started()
        yield


def _write(line: str) -> None:
    import sys

    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
