"""One transaction: records in, records out. No caller writes SQL, and no caller can commit by halves."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

import sqlalchemy as sa
from pydantic import BaseModel

from schemas.base import ID_PATTERN
from vetting.errors import InputError, StateError
from vetting.store import tables

M = TypeVar("M", bound=BaseModel)

_LISTED = {
    "agency_role": "`vetting person list` shows them",
    "person": "`vetting person list` shows them",
    "round": "`vetting round list` shows yours",
    "deviation": "`vetting deviation list ROUND` shows them",
    "case_file": "`vetting case list ROUND` shows them",
    "account": "`vetting case show CASE` shows them",
    "step": "`vetting case show CASE` shows them",
    "evidence": "`vetting evidence list CASE` shows them",
    "finding": "`vetting finding list CASE` shows them",
    "draft": "`vetting case show CASE` shows them",
    "review": "`vetting case show CASE` shows them",
    "withdrawal": "`vetting withdrawal list ROUND` shows them",
    "hold": "`vetting retention due ROUND` shows them",
}
"""Where a person finds the ids of a table."""


class Tx:
    """Reads and writes `schemas` records; filters are equality, `None`, or a frozenset of values, which is all that the stages need."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._last_event: datetime | None = None
        """Time of the newest event, once this transaction wrote it: nobody else can write before it ends."""
        self._head: tuple[int, tuple[str, ...]] | None = None
        """Size and hashes of the log, likewise."""

    def add(self, *records: BaseModel) -> None:
        """Insert records of one kind."""
        self._connection.execute(_insert(type(records[0])), [_values(record) for record in records])

    def find(self, model: type[M], **where: Any) -> M | None:
        """The one record that matches, or `None`."""
        return next(iter(self.all(model, **where)), None)

    def get(self, model: type[M], key: str) -> M:
        """The record with this key.

        Raises:
            InputError: `unknown_id`.

        """
        record = self.find(model, **{tables.KEYS[model]: key})
        if record is None:
            table_name = tables.TABLES[model].name
            noun = table_name.replace("_file", "").replace("_", " ")
            raise InputError(
                "unknown_id",
                f"There is no {noun} {_shown(key)}.",
                remedy=f"Check the id; {_LISTED.get(table_name, '`vetting --help` shows how to list them')}.",
            )
        return record

    def all(self, model: type[M], *, order: Sequence[str] = (), **where: Any) -> list[M]:
        """All records that match, in the given order (insertion order where none is given is not promised)."""
        query = _select(model, _form(where), tuple(order))
        rows = self._connection.execute(query, _given(where))
        return [model.model_validate(dict(row._mapping)) for row in rows]  # noqa: SLF001

    def count(self, model: type[BaseModel], **where: Any) -> int:
        """How many records match."""
        return int(self._connection.execute(_count(model, _form(where)), _given(where)).scalar_one())

    def change(self, model: type[M], key: str, *, expect: dict[str, Any] | None = None, **values: Any) -> None:
        """Change columns of one record, provided it still is as expected.

        Raises:
            StateError: `changed_meanwhile`, when it is not.

        """
        where = {tables.KEYS[model]: key, **(expect or {})}
        plain = {name: _plain(value) for name, value in values.items()}
        query = _update(model, _form(where), tuple(plain))
        if self._connection.execute(query, {**plain, **_given(where)}).rowcount != 1:
            raise StateError(
                "changed_meanwhile",
                f"{tables.TABLES[model].name.replace('_', ' ')} {_shown(key)} was changed by somebody else.",
                remedy="Look at it again, then repeat.",
            )

    # The log's own tables are not records: only `vetting.audit` calls what follows.

    def log_head(self) -> tuple[int, list[str]]:
        """Size and compact-range hashes (hex) of the Merkle log."""
        if self._head is not None:
            return self._head[0], list(self._head[1])
        row = self._connection.execute(_LOG_HEAD).one_or_none()
        return (0, []) if row is None else (int(row.size), list(row.hashes))

    def log_append(self, columns: dict[str, Any], size: int, hashes: list[str]) -> None:
        """Append one event and move the head."""
        self._connection.execute(_EVENT, columns)
        if size == 1:
            self._connection.execute(tables.log_state.insert(), {"id": 1, "size": size, "hashes": hashes})
        else:
            self._connection.execute(_LOG_MOVE, {"size": size, "hashes": hashes})
        self._last_event, self._head = columns["time"], (size, tuple(hashes))

    def log_bodies(self, *, case: str | None = None, round_: str | None = None, start: int = 0) -> Iterator[bytes]:
        """Canonical bytes of the events in order, optionally of one case or round."""
        query = sa.select(tables.event.c.body).where(tables.event.c.seq >= start).order_by(tables.event.c.seq)
        if case is not None:
            query = query.where(tables.event.c.case == case)
        if round_ is not None:
            query = query.where(tables.event.c.round == round_)
        for row in self._connection.execute(query, execution_options={"yield_per": 1000}):
            # A body that somebody turned into text is not what was written; as bytes it gives another leaf, which shows.
            yield row.body.encode() if isinstance(row.body, str) else bytes(row.body)

    def log_last_time(self, size: int) -> datetime | None:
        """Time of the newest event of the log, which has that size."""
        if self._last_event is not None or not size:
            return self._last_event
        value: datetime = self._connection.execute(_EVENT_TIME, {"is_seq": size - 1}).scalar_one()
        return value

    def checkpoints(self) -> list[str]:
        """Every checkpoint ever signed, oldest first."""
        rows = self._connection.execute(sa.select(tables.checkpoint.c.text).order_by(tables.checkpoint.c.size))
        return [str(row.text) for row in rows]

    def checkpoint_add(self, size: int, text: str) -> None:
        """Keep a signed checkpoint."""
        self._connection.execute(tables.checkpoint.insert(), {"size": size, "text": text})


def _values(record: BaseModel) -> dict[str, Any]:
    return {name: _plain(getattr(record, name)) for name in type(record).model_fields}


def _plain(value: Any) -> Any:
    """A value as a column takes it: enums by value, nested models and tuples as JSON."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, tuple | list | frozenset):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return value


# Statements are built once for each form of question: building them anew costs more than the database takes to answer.

_EVENT = tables.event.insert()
_EVENT_TIME = sa.select(tables.event.c.time).where(tables.event.c.seq == sa.bindparam("is_seq"))
_LOG_HEAD = sa.select(tables.log_state)
_LOG_MOVE = (
    tables.log_state.update()
    .where(tables.log_state.c.id == 1)
    .values(size=sa.bindparam("size"), hashes=sa.bindparam("hashes"))
)

_Form = tuple[tuple[str, str], ...]
"""Columns that are asked for, and how: `empty`, `one` value, or one of `several`."""


def _form(where: dict[str, Any]) -> _Form:
    return tuple(
        (name, "empty" if value is None else "several" if isinstance(value, frozenset) else "one")
        for name, value in where.items()
    )


def _given(where: dict[str, Any]) -> dict[str, Any]:
    return {f"is_{name}": _plain(value) for name, value in where.items() if value is not None}


def _conditions(table: sa.Table, form: _Form) -> list[sa.ColumnElement[bool]]:
    return [_condition(table.c[name], name, how) for name, how in form]


def _condition(column: sa.Column[Any], name: str, how: str) -> sa.ColumnElement[bool]:
    if how == "empty":
        return column.is_(None)
    if how == "several":
        return column.in_(sa.bindparam(f"is_{name}", type_=column.type, expanding=True))
    return column == sa.bindparam(f"is_{name}", type_=column.type)


@lru_cache(maxsize=512)
def _insert(model: type[BaseModel]) -> sa.Insert:
    return tables.TABLES[model].insert()


@lru_cache(maxsize=512)
def _select(model: type[BaseModel], form: _Form, order: tuple[str, ...]) -> sa.Select[Any]:
    table = tables.TABLES[model]
    query = sa.select(table).where(*_conditions(table, form))
    return query.order_by(*(table.c[name] for name in order)) if order else query


@lru_cache(maxsize=512)
def _count(model: type[BaseModel], form: _Form) -> sa.Select[Any]:
    table = tables.TABLES[model]
    return sa.select(sa.func.count()).select_from(table).where(*_conditions(table, form))


@lru_cache(maxsize=512)
def _update(model: type[BaseModel], form: _Form, changed: tuple[str, ...]) -> sa.Update:
    table = tables.TABLES[model]
    return table.update().where(*_conditions(table, form)).values({name: sa.bindparam(name) for name in changed})


def _shown(key: str) -> str:
    """A key for a message; something that is not shaped like an id is not repeated, since it may be content."""
    return key if ID_PATTERN.fullmatch(key) else "with the id given"
