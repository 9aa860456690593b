"""Transactions: all or nothing, one writer at a time, readers beside them, and refusals that show no value."""

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from schemas.case import Case
from schemas.person import AgencyRole, Person, Role
from tests.world import World
from vetting.clock import now
from vetting.errors import PolicyError
from vetting.store.tables import UtcDateTime

CANARY = "zebra-canary"


def role(number: int, person: str = "inv-1") -> AgencyRole:
    return AgencyRole(
        id=f"extra-{number}", person=person, role=Role.RECORDS_OFFICER, given_at=now(), given_by="admin-1"
    )


def test_transaction_that_fails_leaves_nothing(world: World) -> None:
    def failing() -> None:
        with world.office.store.transaction() as tx:
            tx.add(role(1))
            raise KeyError(CANARY)

    with pytest.raises(KeyError):
        failing()
    with world.office.store.reading() as tx:
        assert tx.find(AgencyRole, id="extra-1") is None


@pytest.mark.parametrize(
    "broken",
    [role(1, person=CANARY), role(1).model_copy(update={"id": "agency-role-1", "given_by": CANARY})],
    ids=["no such person", "id twice"],
)
def test_constraint_refusal_is_a_policy_error_without_values(
    world: World, broken: AgencyRole, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    def write() -> None:
        with world.office.store.transaction() as tx:
            tx.add(broken)

    with pytest.raises(PolicyError) as caught:
        write()
    assert caught.value.code == "constraint"
    assert CANARY not in caught.value.diagnostics() + repr(caught.value.__cause__) + caplog.text


def test_database_errors_show_no_values(world: World) -> None:
    def write() -> None:
        with world.office.store.transaction() as tx:
            tx._connection.execute(sa.text("INSERT INTO nowhere VALUES (:v)"), {"v": CANARY})

    with pytest.raises(sa.exc.OperationalError) as caught:
        write()
    assert CANARY not in str(caught.value)


def test_two_writers_at_once_lose_nothing(world: World) -> None:
    """Each reads a count and writes from it: without one writer at a time, ids would collide or be lost."""
    store = world.office.store

    def write(_: int) -> None:
        with store.transaction() as tx:
            tx.add(role(tx.count(AgencyRole)))

    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(write, range(24)))
    with store.reading() as tx:
        assert sorted(r.id for r in tx.all(AgencyRole) if r.id.startswith("extra")) == sorted(
            f"extra-{n}" for n in range(1, 25)
        )


def test_reader_does_not_hold_up_a_writer(world: World) -> None:
    """A reader may stay as long as a network request takes (`keep` encrypts and stamps while reading)."""
    written = threading.Event()

    def write() -> None:
        with world.office.store.transaction() as tx:
            tx.add(role(1))
        written.set()

    with world.office.store.reading() as tx:
        assert tx.count(AgencyRole) == 1
        thread = threading.Thread(target=write)
        thread.start()
        assert written.wait(10)
        assert tx.count(AgencyRole) == 1, "a reader sees one state throughout"
    thread.join()


def test_reading_does_not_write(world: World) -> None:
    def write() -> None:
        with world.office.store.reading() as tx:
            tx.add(role(1))

    with pytest.raises(sa.exc.OperationalError):
        write()
    with world.office.store.transaction() as tx:
        tx.add(role(1))


def test_database_forgets_what_it_deletes_and_waits_for_the_disk(world: World) -> None:
    with world.office.store._engine.connect() as connection:
        pragmas = {
            p: connection.exec_driver_sql(f"PRAGMA {p}").scalar()
            for p in ("secure_delete", "synchronous", "foreign_keys", "journal_mode")
        }
    assert pragmas == {"secure_delete": 1, "synchronous": 2, "foreign_keys": 1, "journal_mode": "wal"}


def test_time_is_kept_as_utc_and_naive_time_is_refused() -> None:
    column, dialect = UtcDateTime(), sa.create_engine("sqlite://").dialect
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert column.process_bind_param(noon.astimezone(timezone(timedelta(hours=5))), dialect) == noon
    assert column.process_bind_param(None, dialect) is None
    assert column.process_result_value(None, dialect) is None
    assert column.process_result_value(noon.replace(tzinfo=None), dialect) == noon
    assert column.process_result_value(
        noon.astimezone(timezone(timedelta(hours=-5))), dialect
    ).utcoffset() == timedelta(0)
    with pytest.raises(TypeError, match="naive"):
        column.process_bind_param(noon.replace(tzinfo=None), dialect)


def test_no_column_is_wide_enough_in_meaning_for_content(opened: World) -> None:
    """Every text column of a case in the database is an id, a code, a digest or ciphertext."""
    case = opened.declare(1, name=CANARY)
    opened.collect(case, (f"{CANARY} text",))
    with opened.office.store.reading() as tx:
        for model in (Case, Person):
            assert all(CANARY not in row.model_dump_json() for row in tx.all(model))
