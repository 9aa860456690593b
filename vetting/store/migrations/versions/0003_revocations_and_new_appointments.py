"""Revoked credentials; a role that ended may be given again as a new appointment"""

import sqlalchemy as sa
from alembic import op

from vetting.store.tables import UtcDateTime
from vetting.store.triggers import removal, statements

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_COLUMNS = ("id", "round", "person", "role", "assigned_at", "assigned_by", "ended_at")


def upgrade() -> None:
    op.create_table(
        "revocation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("credential", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("revoked_by", sa.Text(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["credential"], ["credential.id"], name="fk_revocation_credential"),
        sa.PrimaryKeyConstraint("id", name="pk_revocation"),
        sa.UniqueConstraint("credential", name="uq_revocation_credential"),
    )
    _rules_off(("assignment",))
    if op.get_bind().dialect.name == "sqlite":
        _rebuild()
    else:
        op.drop_constraint("uq_assignment_round_person_role", "assignment", type_="unique")
    op.create_index(
        "uq_assignment_one_in_force",
        "assignment",
        ["round", "person", "role"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    _rules_on(("assignment", "revocation"))


def downgrade() -> None:
    """Fails, and changes nothing, where somebody was appointed again: the old form has no place for it."""
    _rules_off(("assignment", "revocation"))
    op.drop_index("uq_assignment_one_in_force", table_name="assignment")
    unique = sa.UniqueConstraint("round", "person", "role", name="uq_assignment_round_person_role")
    if op.get_bind().dialect.name == "sqlite":
        _rebuild(unique)
    else:
        op.create_unique_constraint(str(unique.name), "assignment", ["round", "person", "role"])
    _rules_on(("assignment",))
    op.drop_table("revocation")


def _rebuild(*constraints: sa.UniqueConstraint) -> None:
    """SQLite cannot take a constraint off a table: the table is made anew around its rows. No table refers to it."""
    op.execute("CREATE TABLE assignment_before AS SELECT * FROM assignment")
    op.drop_table("assignment")
    op.create_table(
        "assignment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("assigned_at", UtcDateTime(), nullable=False),
        sa.Column("assigned_by", sa.Text(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_assignment_person"),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_assignment_round"),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
        *constraints,
    )
    columns = ", ".join(_COLUMNS)
    op.execute(f"INSERT INTO assignment ({columns}) SELECT {columns} FROM assignment_before")  # noqa: S608  (names above)
    op.execute("DROP TABLE assignment_before")


def _rules_off(tables: tuple[str, ...]) -> None:
    """Take the rules of these tables away; on SQLite they go with the table."""
    for statement in removal(op.get_bind().dialect.name, tables):
        op.execute(sa.text(statement))


def _rules_on(tables: tuple[str, ...]) -> None:
    for statement in statements(op.get_bind().dialect.name, tables):
        op.execute(sa.text(statement.replace(":", "\\:")))
