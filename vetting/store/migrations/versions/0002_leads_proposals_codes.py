"""Leads, proposed factors, one-time codes"""

import sqlalchemy as sa
from alembic import op

from vetting.store.tables import UtcDateTime
from vetting.store.triggers import removal, statements

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("proposal", "account_code", "lead", "lead_interview")


def upgrade() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("factors", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("proposed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_proposal_account"),
        sa.PrimaryKeyConstraint("id", name="pk_proposal"),
        sa.UniqueConstraint("account", "number", name="uq_proposal_account_number"),
    )
    op.create_table(
        "account_code",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("issued_by", sa.Text(), nullable=False),
        sa.Column("issued_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_account_code_account"),
        sa.ForeignKeyConstraint(["object"], ["vault_object.id"], name="fk_account_code_object"),
        sa.PrimaryKeyConstraint("id", name="pk_account_code"),
        sa.UniqueConstraint("account", "number", name="uq_account_code_account_number"),
    )
    op.create_table(
        "lead",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["case_file.id"], name="fk_lead_case"),
        sa.ForeignKeyConstraint(["object"], ["vault_object.id"], name="fk_lead_object"),
        sa.PrimaryKeyConstraint("id", name="pk_lead"),
        sa.UniqueConstraint("case", "number", name="uq_lead_case_number"),
    )
    op.create_table(
        "lead_interview",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("note_object", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["lead.id"], name="fk_lead_interview_lead"),
        sa.ForeignKeyConstraint(["note_object"], ["vault_object.id"], name="fk_lead_interview_note_object"),
        sa.PrimaryKeyConstraint("id", name="pk_lead_interview"),
        sa.UniqueConstraint("lead", "number", name="uq_lead_interview_lead_number"),
    )
    for statement in statements(op.get_bind().dialect.name, TABLES):
        op.execute(sa.text(statement.replace(":", "\\:")))


def downgrade() -> None:
    for statement in removal(op.get_bind().dialect.name, TABLES):
        op.execute(sa.text(statement))
    for name in reversed(TABLES):
        op.drop_table(name)
