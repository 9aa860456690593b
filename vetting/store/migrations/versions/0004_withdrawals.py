"""Released summaries that were withdrawn, what a later one replaces, and why a draft was returned"""

import sqlalchemy as sa
from alembic import op

from vetting.store.tables import UtcDateTime
from vetting.store.triggers import removal, statements

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "withdrawal",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("release", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("note_object", sa.Text(), nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=False),
        sa.Column("requested_at", UtcDateTime(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("notice", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "decided_by IS NULL OR decided_by <> requested_by", name=op.f("ck_withdrawal_second_person")
        ),
        sa.ForeignKeyConstraint(["case"], ["case_file.id"], name="fk_withdrawal_case"),
        sa.ForeignKeyConstraint(["release"], ["release.id"], name="fk_withdrawal_release"),
        sa.PrimaryKeyConstraint("id", name="pk_withdrawal"),
    )
    _rules_off(("release",))
    op.add_column("release", sa.Column("replaces", sa.Text(), nullable=True))
    op.add_column("review", sa.Column("reasons", sa.JSON(), nullable=False, server_default="[]"))
    _rules_on(("release", "withdrawal"))


def downgrade() -> None:
    _rules_off(("release", "withdrawal"))
    op.drop_column("review", "reasons")
    op.drop_column("release", "replaces")
    op.drop_table("withdrawal")
    _rules_on(("release",))


def _rules_off(tables: tuple[str, ...]) -> None:
    """Take the rules of these tables away, also those of an earlier version under names that are used no more."""
    bind = op.get_bind()
    if bind.dialect.name == "sqlite":
        named = sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
        for name in [row[0] for table in tables for row in bind.execute(named, {"table": table})]:
            op.execute(f'DROP TRIGGER "{name}"')
    for statement in removal(bind.dialect.name, tables):
        op.execute(sa.text(statement))


def _rules_on(tables: tuple[str, ...]) -> None:
    for statement in statements(op.get_bind().dialect.name, tables):
        op.execute(sa.text(statement.replace(":", "\\:")))
