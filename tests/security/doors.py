"""What attackers of the laws have in common: the database file, its rules taken away, refusals by code, desks."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from flows.desk import Desk, at_desk
from schemas.case import Case, CaseState
from schemas.event import Event, Result
from schemas.person import Role
from schemas.statement import CaptureStatement, MethodStatement
from tests.world import ROUND, World
from vetting.access import Actor
from vetting.audit.recorder import events
from vetting.errors import VettingError
from vetting.rounds.people import assign

STATEMENT = CaptureStatement(
    method=MethodStatement.SIGNED_OUT_PUBLIC_PAGE,
    captured_at=datetime(2026, 1, 20, tzinfo=UTC),
    address="synthetic terms",
    tool="synthetic browser 1",
)


@contextmanager
def refused(*codes: str) -> Iterator[pytest.ExceptionInfo[VettingError]]:
    """The body is refused with one of these codes."""
    with pytest.raises(VettingError) as caught:
        yield caught
    assert caught.value.code in codes, caught.value.diagnostics()


@contextmanager
def raw(world: World) -> Iterator[sqlite3.Connection]:
    """The database file in the hands of somebody with SQL, and nothing of ours in between."""
    connection = sqlite3.connect(world.office.settings.home / "vetting.db", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    try:
        yield connection
    finally:
        connection.close()


def sql_refused(world: World, statement: str, *values: Any) -> str:
    """The database itself refuses the statement; returns its message."""
    with raw(world) as connection, pytest.raises(sqlite3.IntegrityError) as caught:
        connection.execute(statement, values)
    return str(caught.value)


def sql(world: World, statement: str, *values: Any) -> list[Any]:
    """The statement goes through."""
    with raw(world) as connection:
        return connection.execute(statement, values).fetchall()


def drop_rules(world: World) -> None:
    """Take every rule out of the database, as only the owner of the file can."""
    with raw(world) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        assert names
        for name in names:
            connection.execute(f"DROP TRIGGER {name}")


def give(world: World, person: str, role: Role) -> Actor:
    """Somebody new with a role in the round."""
    actor = world.actors.get(person) or world.add_person(person)
    assign(world.office.store, world.actors["admin-1"], ROUND, person, role)
    if role is Role.INVESTIGATOR:
        world.give_credentials(person)
    return actor


def collected(world: World, number: int = 1, accounts: int = 1) -> str:
    """A case whose steps are all done."""
    case = world.declare(number, accounts)
    world.collect(case)
    return case


def state(world: World, case: str) -> CaseState:
    with world.office.store.reading() as tx:
        return tx.get(Case, case).state


def log(world: World, action: str | None = None, result: Result | None = None) -> list[Event]:
    """The events so far, of one action or result if named."""
    with world.office.store.reading() as tx:
        every = events(tx)
    return [e for e in every if (action is None or e.action == action) and (result is None or e.result is result)]


@contextmanager
def desk_of(world: World, person: str) -> Iterator[None]:
    """Flows run as this person."""
    with at_desk(Desk(world.office, world.actors[person])):
        yield


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Run all of them in threads at the same time; results, or the refusals they met."""

    def attempt(deed: Callable[[], Any]) -> Any:
        try:
            return deed()
        except VettingError as refusal:
            return refusal

    with ThreadPoolExecutor(max_workers=len(deeds)) as pool:
        return [future.result() for future in [pool.submit(attempt, deed) for deed in deeds]]


def codes_of(results: list[Any]) -> list[str]:
    """The codes of those that were refused."""
    return [result.code for result in results if isinstance(result, VettingError)]
