"""What an old book brings (imported entries, opening balances), reversals, and months that are closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from daurulang.migrations.guards import Guard, append_only, create

revision = "0002"
down_revision = "0001"

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

GUARDS = (
    *append_only("imported_entry"),
    *append_only("opening_balance"),
    *append_only("reversal"),
    *append_only("month_closing"),
    Guard(
        "reversal_is_final",
        "reversal",
        "INSERT",
        "(SELECT kind FROM entry WHERE id = NEW.original_id) = 'reversal'",
    ),
    Guard(
        "entry_is_of_an_open_month",
        "entry",
        "INSERT",
        "EXISTS (SELECT 1 FROM month_closing WHERE last_day >= NEW.day)",
    ),
    Guard(
        "counter_stays_an_archive",
        "counter",
        "UPDATE",
        "NEW.archive <> OLD.archive",
    ),
)


def upgrade() -> None:
    """Add the tables, the counter's mark, and the rows that each book has."""
    connection = op.get_bind()
    number = "INTEGER" if connection.dialect.name == "sqlite" else "BIGINT"
    # In plain words: Alembic would rebuild the table for a CHECK, and a rebuild drops the guards.
    connection.execute(
        sa.text(
            f"ALTER TABLE counter ADD COLUMN archive {number} NOT NULL DEFAULT 0"
            " CONSTRAINT ck_counter_archive CHECK (archive IN (0, 1))"
        )
    )
    _create_tables()
    create(connection, GUARDS)
    for statement in (
        "INSERT INTO entry_kind (code) VALUES ('opening_balance'), ('reversal')",
        "INSERT INTO account_kind (code) VALUES ('opening')",
        # The accounts of members and counters have taken the positive numbers.
        "INSERT INTO account (id, kind) VALUES (-1, 'opening')",
    ):
        connection.execute(sa.text(statement))


def _create_tables() -> None:
    op.create_table(
        "imported_entry",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("batch_id", Whole, nullable=False),
        sa.Column("row", Whole, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.CheckConstraint("row > 0", name="ck_imported_entry_row"),
        sa.CheckConstraint("length(reference) <= 60", name="ck_imported_entry_reference"),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name="fk_imported_entry_batch_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_imported_entry_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_imported_entry"),
        sqlite_strict=True,
    )
    op.create_index("ix_imported_entry_batch_id", "imported_entry", ["batch_id"], unique=False)
    op.create_table(
        "opening_balance",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", Whole, nullable=False),
        sa.Column("balance_before_rupiah", Whole, nullable=False),
        sa.Column("balance_after_rupiah", Whole, nullable=False),
        sa.CheckConstraint("balance_before_rupiah >= 0", name="ck_opening_balance_before"),
        sa.CheckConstraint("balance_after_rupiah >= 0", name="ck_opening_balance_after"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_opening_balance_entry_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_opening_balance_member_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_opening_balance"),
        sqlite_strict=True,
    )
    op.create_index("ix_opening_balance_member_id", "opening_balance", ["member_id"], unique=False)
    op.create_table(
        "reversal",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("original_id", Whole, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("approver_id", Whole, nullable=False),
        sa.Column("balance_after_rupiah", Whole, nullable=True),
        sa.CheckConstraint("original_id < entry_id", name="ck_reversal_original"),
        sa.CheckConstraint("length(reason) BETWEEN 10 AND 200", name="ck_reversal_reason"),
        sa.CheckConstraint("balance_after_rupiah >= 0", name="ck_reversal_balance_after"),
        sa.ForeignKeyConstraint(["approver_id"], ["staff.id"], name="fk_reversal_approver_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_reversal_entry_id"),
        sa.ForeignKeyConstraint(["original_id"], ["entry.id"], name="fk_reversal_original_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_reversal"),
        sa.UniqueConstraint("original_id", name="uq_reversal_original_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "month_closing",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("version", Whole, nullable=False),
        sa.Column("last_day", sa.Text(), nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("report_hash", sa.Text(), nullable=False),
        sa.CheckConstraint("length(last_day) = 10 AND substr(last_day, 1, 7) = month", name="ck_month_closing_month"),
        sa.CheckConstraint("version > 0", name="ck_month_closing_version"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_month_closing_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_month_closing"),
        sa.UniqueConstraint("month", "version", name="uq_month_closing_month_version"),
        sqlite_strict=True,
    )
