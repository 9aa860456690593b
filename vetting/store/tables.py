"""The database: one table for each record of `schemas/`, with the constraints that no door can go around.

Columns are derived from the models, so a record is written down once. What the model cannot say stands here:
keys, uniqueness, and the checks behind law 1 (roles), law 8 (four eyes) and law 10 (append-only); the triggers
are in `triggers.py`. No column can hold content of a candidate (law 11): content is in the vault, by object id.
"""

import types
import typing
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel

from schemas.case import Account, Case, DeclarationRow, Step
from schemas.draft import Draft, Release, Review, Validation
from schemas.evidence import AccountCode, Attribution, Evidence, Proposal, VaultKey, VaultObject
from schemas.finding import Corroboration, Finding
from schemas.hold import Disposal, Hold
from schemas.lead import Lead, LeadInterview
from schemas.person import Agency, AgencyRole, Assignment, Credential, Person, Revocation
from schemas.round import Deviation, Frozen, Round
from schemas.withdrawal import Withdrawal

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """An aware UTC instant; databases without time zones keep it as naive UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse naive times: they would silently change meaning."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a naive time reached the database")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        """Give the instant its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _base(annotation: Any) -> tuple[Any, bool]:
    """The plain type under `Annotated` and `| None`, and whether `None` is allowed."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _base(typing.get_args(annotation)[0])
    if origin in {typing.Union, types.UnionType}:
        members = [a for a in typing.get_args(annotation) if a is not type(None)]
        if len(members) == 1:
            return _base(members[0])[0], True
    return annotation, False


def _column(name: str, annotation: Any, *, primary: bool) -> sa.Column[Any]:
    plain, optional = _base(annotation)
    kinds: tuple[tuple[type, Any], ...] = (
        (bool, sa.Boolean()),
        (int, sa.Integer()),
        (datetime, UtcDateTime()),
        (date, sa.Date()),
        (Enum, sa.String(40)),
        (str, sa.Text()),
    )
    column_type: Any = sa.JSON()
    if isinstance(plain, type):
        column_type = next((t for kind, t in kinds if issubclass(plain, kind)), sa.JSON())
    return sa.Column(name, column_type, primary_key=primary, nullable=optional and not primary)


TABLES: dict[type[BaseModel], sa.Table] = {}
KEYS: dict[type[BaseModel], str] = {}


def _table(
    model: type[BaseModel],
    name: str,
    *extra: sa.Constraint | sa.Index,
    key: str = "id",
    refs: dict[str, str] | None = None,
) -> sa.Table:
    columns = [_column(n, f.annotation, primary=n == key) for n, f in model.model_fields.items()]
    links = [sa.ForeignKeyConstraint([c], [target]) for c, target in (refs or {}).items()]
    table = sa.Table(name, metadata, *columns, *links, *extra)
    TABLES[model] = table
    KEYS[model] = key
    return table


def _unique(*columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns)


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=name)


_table(Agency, "agency")
_table(Person, "person", _unique("thumbprint"))
_table(AgencyRole, "agency_role", refs={"person": "person.id"})
_table(Credential, "credential", refs={"person": "person.id"})
_table(Revocation, "revocation", _unique("credential"), refs={"credential": "credential.id"})
_table(Round, "round")
_table(
    Frozen,
    "frozen",
    _unique("round", "version"),
    _check("second_person", "version = 1 OR (approved_by IS NOT NULL AND approved_by <> created_by)"),
    refs={"round": "round.id"},
)
_table(
    Assignment,
    "assignment",
    # One appointment in force; an ended one stays beside a new one.
    sa.Index(
        "uq_assignment_one_in_force",
        "round",
        "person",
        "role",
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    ),
    refs={"round": "round.id", "person": "person.id"},
)
_table(
    Deviation,
    "deviation",
    _check("second_person", "decided_by IS NULL OR decided_by <> requested_by"),
    refs={"round": "round.id"},
)
_table(Case, "case_file", _unique("round", "number"), refs={"round": "round.id"})
_table(DeclarationRow, "declaration", _unique("case", "version"), refs={"case": "case_file.id"})
_table(Account, "account", refs={"case": "case_file.id"})
_table(
    Step,
    "step",
    _unique("case", "account", "version", "key", "attempt"),
    _check("finished_with_outcome", "(outcome IS NULL) = (finished_at IS NULL)"),
    refs={"case": "case_file.id"},
)
_table(VaultKey, "vault_key", key="scope")
_table(VaultObject, "vault_object", refs={"scope": "vault_key.scope"})
_table(
    Evidence,
    "evidence",
    _unique("step"),
    refs={"case": "case_file.id", "step": "step.id", "object": "vault_object.id"},
)
_table(Attribution, "attribution", refs={"account": "account.id"})
_table(Proposal, "proposal", _unique("account", "number"), refs={"account": "account.id"})
_table(
    AccountCode,
    "account_code",
    _unique("account", "number"),
    refs={"account": "account.id", "object": "vault_object.id"},
)
_table(Lead, "lead", _unique("case", "number"), refs={"case": "case_file.id", "object": "vault_object.id"})
_table(
    LeadInterview,
    "lead_interview",
    _unique("lead", "number"),
    refs={"lead": "lead.id", "note_object": "vault_object.id"},
)
_table(
    Finding,
    "finding",
    _unique("case", "number", "version"),
    refs={"case": "case_file.id", "object": "vault_object.id"},
)
_table(Corroboration, "corroboration", refs={"finding": "finding.id"})
_table(
    Draft,
    "draft",
    _unique("case", "version"),
    _unique("id", "author", "text_sha256"),
    refs={"case": "case_file.id"},
)
_table(Validation, "validation", refs={"draft": "draft.id"})
_table(
    Review,
    "review",
    _unique("id", "draft", "author"),
    _check("four_eyes", "reviewer <> author"),
    _check("certified", "decision <> 'approved' OR certified"),
    # The author and the text compared above are the draft's own, not what a caller says they are.
    sa.ForeignKeyConstraint(["draft", "author", "text_sha256"], ["draft.id", "draft.author", "draft.text_sha256"]),
    sa.Index(
        "uq_review_one_approval",
        "draft",
        unique=True,
        sqlite_where=sa.text("decision = 'approved'"),
        postgresql_where=sa.text("decision = 'approved'"),
    ),
)
_table(
    Release,
    "release",
    _unique("case", "version"),
    _unique("draft"),
    _check("four_eyes", "released_by <> author"),
    sa.ForeignKeyConstraint(["review", "draft", "author"], ["review.id", "review.draft", "review.author"]),
)
_table(
    Withdrawal,
    "withdrawal",
    _check("second_person", "decided_by IS NULL OR decided_by <> requested_by"),
    refs={"case": "case_file.id", "release": "release.id"},
)
_table(
    Hold,
    "hold",
    _check("second_person", "lifted_by IS NULL OR lifted_by <> placed_by"),
    refs={"round": "round.id"},
)
_table(
    Disposal,
    "disposal",
    _unique("case"),
    _check("second_person", "done_by IS NULL OR done_by <> authorised_by"),
    refs={"case": "case_file.id"},
)

event = sa.Table(
    "event",
    metadata,
    sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
    sa.Column("time", UtcDateTime(), nullable=False),
    sa.Column("actor", sa.Text(), nullable=False),
    sa.Column("action", sa.Text(), nullable=False, index=True),
    sa.Column("result", sa.String(10), nullable=False),
    sa.Column("round", sa.Text()),
    sa.Column("case", sa.Text(), index=True),
    sa.Column("subject", sa.Text(), index=True),
    sa.Column("body", sa.LargeBinary(), nullable=False),
)
log_state = sa.Table(
    "log_state",
    metadata,
    sa.Column("id", sa.Integer(), sa.CheckConstraint("id = 1", name="single"), primary_key=True),
    sa.Column("size", sa.Integer(), nullable=False),
    sa.Column("hashes", sa.JSON(), nullable=False),
)
checkpoint = sa.Table(
    "checkpoint",
    metadata,
    sa.Column("size", sa.Integer(), primary_key=True, autoincrement=False),
    sa.Column("text", sa.Text(), nullable=False),
)
