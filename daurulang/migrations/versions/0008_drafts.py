"""The forms of the plant are kept half typed as those of the counter are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from daurulang.migrations.guards import Guard

revision = "0008"
down_revision = "0007"

GUARDS: tuple[Guard, ...] = ()

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KINDS = "kind IN ('deposit', 'payout', 'load', 'batch', 'sale', 'disposal')"


def upgrade() -> None:
    """Let more kinds in; what is kept stays."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        op.drop_constraint("ck_draft_kind", "draft")
        op.create_check_constraint("ck_draft_kind", "draft", KINDS)
        return
    op.drop_index("ix_draft_counter_id", "draft")
    op.rename_table("draft", "draft_before")
    op.create_table(
        "draft",
        sa.Column("form_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("counter_id", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint(KINDS, name="ck_draft_kind"),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name="fk_draft_counter_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_draft_staff_id"),
        sa.PrimaryKeyConstraint("form_key", name="pk_draft"),
        sqlite_strict=True,
    )
    op.create_index("ix_draft_counter_id", "draft", ["counter_id"], unique=False)
    connection.execute(sa.text("INSERT INTO draft SELECT * FROM draft_before"))
    op.drop_table("draft_before")
