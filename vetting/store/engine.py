"""Opens the database and hands out transactions. Leaves what is written to `Tx` and who may write to `vetting.access`."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError as ConstraintError
from sqlalchemy.exc import OperationalError

from vetting.errors import PolicyError, StateError
from vetting.store.tx import Tx

_MIGRATIONS = Path(__file__).parent / "migrations"


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)


class Store:
    """One installation's database."""

    def __init__(self, url: str) -> None:
        options: dict[str, Any] = {}
        if url.startswith("sqlite"):
            options["connect_args"] = {"timeout": 60}
        # `hide_parameters` keeps values out of SQLAlchemy's exception texts.
        # Writers of one process queue here instead of polling the database's own lock.
        self._writer = threading.Lock()
        self._engine = sa.create_engine(url, hide_parameters=True, json_serializer=_dumps, **options)
        if self._engine.dialect.name == "sqlite":
            _prepare_sqlite(self._engine)

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.dialect.name

    def migrate(self) -> None:
        """Bring the schema to the newest version; makes it when there is none."""
        with self._engine.connect() as connection:
            command.upgrade(self._alembic(connection), "head")
            connection.commit()

    def version(self) -> str:
        """The schema version of the database; empty when there is none yet."""
        with self._engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision() or ""

    def require_current(self) -> None:
        """Refuse to work on a database of another version.

        Raises:
            StateError: `database_not_ready`.

        """
        found = self.version()
        wanted = ScriptDirectory(str(_MIGRATIONS)).get_current_head()
        if found != wanted:
            raise StateError(
                "database_not_ready",
                f"The database has schema version {found or 'none'}, this software needs {wanted}.",
                remedy="Run `vetting init` for a new installation, or `vetting upgrade` for an existing one.",
            )

    def _alembic(self, connection: sa.Connection) -> Config:
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS))
        config.attributes["connection"] = connection
        return config

    @contextmanager
    def transaction(self) -> Iterator[Tx]:
        """A serialised read-write transaction: all of it, or nothing.

        Raises:
            PolicyError: `constraint`, when the database itself refuses what was written.
            StateError: `busy`, when another process held the database too long.

        """
        try:
            with self._writer, self._engine.connect() as connection, connection.begin():
                if self.dialect == "postgresql":
                    # One writer at a time keeps the log's order equal to the order of commits.
                    connection.execute(sa.text("SELECT pg_advisory_xact_lock(7269)"))
                yield Tx(connection)
        except ConstraintError as error:
            raise PolicyError(
                "constraint",
                f"The database refused this: {_constraint(error)}.",
                remedy="Nothing was changed.",
            ) from None
        except OperationalError as error:
            if "locked" in str(error.orig):
                raise StateError(
                    "busy",
                    "Another process is writing to the database.",
                    remedy="Wait until it has finished; nothing was lost.",
                ) from None
            raise

    @contextmanager
    def reading(self) -> Iterator[Tx]:
        """A read-only view; writing through it is the programmer's fault."""
        with self._engine.connect().execution_options(read_only=True) as connection:
            # said to the database's own connection: to say it through SQLAlchemy would begin one more transaction
            driver = connection.connection.driver_connection if self.dialect == "sqlite" else None
            if driver is not None:
                driver.execute("PRAGMA query_only = ON")
            try:
                yield Tx(connection)
            finally:
                connection.rollback()
                if driver is not None:
                    driver.execute("PRAGMA query_only = OFF")

    def close(self) -> None:
        """Release all connections."""
        self._engine.dispose()


def _constraint(error: ConstraintError) -> str:
    """The rule's own name or message; never a value (`orig` texts name columns and our trigger messages only)."""
    text = str(error.orig).splitlines()[0]
    return text if len(text) < 160 else "a constraint"


def _prepare_sqlite(engine: sa.Engine) -> None:
    @sa.event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we begin transactions ourselves, below
        for pragma in (
            "foreign_keys = ON",
            "journal_mode = WAL",
            "synchronous = FULL",
            "secure_delete = ON",
            "trusted_schema = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # A reader must not take the writers' lock: it may last as long as a network request (`keep`).
        read_only = connection.get_execution_options().get("read_only", False)
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
