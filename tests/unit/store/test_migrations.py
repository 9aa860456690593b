"""The migrations: their end is the models, they go up and down, and they bring the database's own rules with them."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from schemas.person import Role
from tests.security.doors import sql
from tests.world import ROUND, World
from vetting.errors import StateError
from vetting.rounds.people import assign, end_assignment
from vetting.store import Store, tables, triggers
from vetting.store.engine import _MIGRATIONS

NEW_TABLES = ("proposal", "account_code", "lead", "revocation", "withdrawal")
"""Tables that are younger than the first version."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(f"sqlite:///{tmp_path / 'synthetic.db'}")
    made.migrate()
    return made


def trigger_names(store: Store) -> set[str]:
    with store._engine.connect() as connection:
        return {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}


def table_names(store: Store) -> set[str]:
    with store._engine.connect() as connection:
        return set(sa.inspect(connection).get_table_names()) - {"alembic_version"}


def test_migrations_end_where_the_models_are(store: Store) -> None:
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
        assert context.get_current_revision() == ScriptDirectory(str(_MIGRATIONS)).get_current_head()
    store.require_current()


def test_checks_of_the_models_are_in_the_database(store: Store) -> None:
    """Alembic does not compare check constraints, so the test does."""
    with store._engine.connect() as connection:
        inspector = sa.inspect(connection)
        for table in tables.metadata.sorted_tables:
            wanted = {c.name for c in table.constraints if isinstance(c, sa.CheckConstraint) and c.name}
            found = {c["name"] for c in inspector.get_check_constraints(table.name)}
            assert wanted <= found, table.name


def test_every_rule_is_installed(store: Store) -> None:
    names = {name for name, *_ in [*triggers._rules(), *triggers._never_replaced()]}
    assert trigger_names(store) == names
    assert len(triggers.statements("sqlite")) == len(names)


def test_rules_name_every_key_of_the_tables_they_guard() -> None:
    """`INSERT OR REPLACE` can delete a row over any key that is forgotten here."""
    guarded = {*triggers.APPEND_ONLY, *triggers.UNDELETABLE}
    keys = set()
    for table in tables.metadata.sorted_tables:
        if table.name in guarded:
            keys.add((table.name, tuple(c.name for c in table.primary_key)))
            unique = [c for c in table.constraints if isinstance(c, sa.UniqueConstraint)]
            keys |= {(table.name, tuple(c.name for c in constraint.columns)) for constraint in unique}
    assert set(triggers.UNIQUE) == keys
    assert guarded == {t.name for t in tables.metadata.sorted_tables}


def test_changeable_tables_keep_their_keys() -> None:
    fixed = dict(triggers.FIXED)
    for name in triggers.UNDELETABLE:
        for column in tables.metadata.tables[name].primary_key:
            assert column.name in fixed[name], name


def test_down_and_up_again_on_data(world: World) -> None:
    world.open_round()
    case = world.declare(1)
    world.collect(case)
    world.find(case)
    world.release(case)
    store = world.office.store
    before = table_names(store)
    with store._engine.connect() as connection:
        command.downgrade(store._alembic(connection), "base")
        connection.commit()
    assert table_names(store) == set()
    assert trigger_names(store) == set()
    with pytest.raises(StateError) as caught:
        store.require_current()
    assert caught.value.code == "database_not_ready"
    store.migrate()
    store.migrate()
    store.require_current()
    assert table_names(store) == before


def test_an_installation_of_the_first_version_is_brought_up_with_its_data(world: World) -> None:
    world.open_round()
    case = world.declare(1)
    world.collect(case)
    store = world.office.store
    with store._engine.connect() as connection:
        command.downgrade(store._alembic(connection), "0001")
        connection.commit()
    first = trigger_names(store)
    with pytest.raises(StateError):
        store.require_current()
    store.migrate()
    store.require_current()
    assert {name for name in trigger_names(store) - first if not name.startswith(NEW_TABLES)} == set()
    test_every_rule_is_installed(store)
    assert len(world.evidence(case)) == 2


def test_roles_of_an_older_installation_are_kept_and_can_be_given_again(world: World) -> None:
    world.open_round()
    store, admin = world.office.store, world.actors["admin-1"]
    end_assignment(store, admin, ROUND, "rev-1", Role.REVIEWER)
    old = "SELECT * FROM assignment ORDER BY id"
    before = sql(world, old)
    with store._engine.connect() as connection:
        command.downgrade(store._alembic(connection), "0002")
        # What the second version had besides: a key that is there is refused before `OR REPLACE` can delete its row.
        connection.exec_driver_sql(
            "CREATE TRIGGER assignment_round_person_role_kept BEFORE INSERT ON assignment WHEN EXISTS (SELECT 1 FROM assignment x"
            " WHERE x.round = NEW.round AND x.person = NEW.person AND x.role = NEW.role) BEGIN SELECT RAISE(ABORT, 'x'); END"
        )
        connection.commit()
    assert sql(world, old) == before
    store.migrate()
    test_every_rule_is_installed(store)
    assert sql(world, old) == before
    assign(store, admin, ROUND, "rev-1", Role.REVIEWER)
    with store._engine.connect() as connection, pytest.raises(sa.exc.IntegrityError):
        command.downgrade(store._alembic(connection), "0002")
    assert store.version() == "0003"
    store.migrate()
    assert len(sql(world, old)) == len(before) + 1
    test_every_rule_is_installed(store)


def test_postgresql_gets_the_same_rules_but_those_of_replace() -> None:
    made = triggers.statements("postgresql")
    assert len(made) == 2 * len(triggers._rules())
    assert len(triggers.removal("postgresql")) == len(triggers._rules())
    assert triggers.removal("sqlite") == []
    assert all(len(name) <= 63 for name, *_ in triggers._rules())
