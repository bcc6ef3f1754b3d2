"""Replacements, the cash box, closed days, months opened again, administrators, drafts, and jobs for the printer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from daurulang.migrations.guards import Guard, append_only, create, drop

revision = "0003"
down_revision = "0002"

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Of the step before, in other words from now on: a month that was opened again takes entries.
OPEN_MONTH = Guard(
    "entry_is_of_an_open_month",
    "entry",
    "INSERT",
    "EXISTS (SELECT 1 FROM month_closing WHERE last_day >= NEW.day AND NOT EXISTS"
    " (SELECT 1 FROM month_reopening WHERE closing_id = month_closing.id))",
)
GUARDS = (
    OPEN_MONTH,
    *append_only("replacement"),
    *append_only("cash_opening"),
    *append_only("cash_movement"),
    *append_only("cash_closing"),
    *append_only("day_closing"),
    *append_only("month_reopening"),
    Guard(
        "replacement_follows_a_reversal",
        "replacement",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM reversal WHERE original_id = NEW.original_id)",
    ),
    Guard(
        "one_cash_session_at_a_counter",
        "cash_opening",
        "INSERT",
        "EXISTS (SELECT 1 FROM cash_opening WHERE counter_id = NEW.counter_id AND NOT EXISTS"
        " (SELECT 1 FROM cash_closing WHERE opening_id = cash_opening.entry_id))",
    ),
    # What an old book brings lies before all days that were closed here, and keeps to closed months only.
    Guard(
        "entry_is_of_an_open_day",
        "entry",
        "INSERT",
        "EXISTS (SELECT 1 FROM day_closing WHERE day >= NEW.day)"
        " AND NOT EXISTS (SELECT 1 FROM counter WHERE id = NEW.counter_id AND archive = 1)",
    ),
    Guard(
        "day_closing_follows_the_last",
        "day_closing",
        "INSERT",
        "EXISTS (SELECT 1 FROM day_closing WHERE day >= NEW.day)",
    ),
)


def upgrade() -> None:
    """Add the tables, the mark of administrators, and the rows that each book has."""
    connection = op.get_bind()
    number = "INTEGER" if connection.dialect.name == "sqlite" else "BIGINT"
    # In plain words: Alembic would rebuild the table for a CHECK, and a rebuild drops the guards.
    connection.execute(
        sa.text(
            f"ALTER TABLE staff ADD COLUMN administrator {number} NOT NULL DEFAULT 0"
            " CONSTRAINT ck_staff_administrator CHECK (administrator IN (0, 1))"
        )
    )
    _create_cash()
    _create_corrections()
    _create_closings()
    _create_work_in_hand()
    drop(connection, OPEN_MONTH)
    create(connection, GUARDS)
    for statement in (
        # Who began the book looks after it.
        "UPDATE staff SET administrator = 1 WHERE id = (SELECT min(id) FROM staff WHERE active = 1)",
        "INSERT INTO entry_kind (code) VALUES ('cash_opening'), ('cash_movement'), ('cash_closing')",
        "INSERT INTO account_kind (code) VALUES ('cash_difference'), ('owner')",
        "INSERT INTO account (id, kind) VALUES (-2, 'cash_difference'), (-3, 'owner')",
    ):
        connection.execute(sa.text(statement))


def _create_corrections() -> None:
    op.create_table(
        "replacement",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("original_id", Whole, nullable=False),
        sa.CheckConstraint("original_id < entry_id", name="ck_replacement_original"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_replacement_entry_id"),
        sa.ForeignKeyConstraint(["original_id"], ["entry.id"], name="fk_replacement_original_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_replacement"),
        sa.UniqueConstraint("original_id", name="uq_replacement_original_id"),
        sqlite_strict=True,
    )


def _create_cash() -> None:
    op.create_table(
        "cash_opening",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("counter_id", Whole, nullable=False),
        sa.Column("expected_rupiah", Whole, nullable=False),
        sa.Column("counted_rupiah", Whole, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("counted_rupiah >= 0", name="ck_cash_opening_counted"),
        sa.CheckConstraint("length(reason) <= 200", name="ck_cash_opening_reason"),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name="fk_cash_opening_counter_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_cash_opening_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_cash_opening"),
        sqlite_strict=True,
    )
    op.create_index("ix_cash_opening_counter_id", "cash_opening", ["counter_id"], unique=False)
    op.create_table(
        "cash_movement",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("other_side", sa.Text(), nullable=False),
        sa.Column("rupiah", Whole, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("direction IN ('in', 'out')", name="ck_cash_movement_direction"),
        sa.CheckConstraint("other_side IN ('bank', 'owner')", name="ck_cash_movement_other_side"),
        sa.CheckConstraint("rupiah > 0", name="ck_cash_movement_rupiah"),
        sa.CheckConstraint("length(reason) BETWEEN 1 AND 200", name="ck_cash_movement_reason"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_cash_movement_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_cash_movement"),
        sqlite_strict=True,
    )
    op.create_table(
        "cash_closing",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("opening_id", Whole, nullable=False),
        sa.Column("expected_rupiah", Whole, nullable=False),
        sa.Column("counted_rupiah", Whole, nullable=False),
        sa.Column("denominations", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("counted_rupiah >= 0", name="ck_cash_closing_counted"),
        sa.CheckConstraint(
            "length(reason) <= 200 AND (length(reason) >= 3 OR counted_rupiah = expected_rupiah)",
            name="ck_cash_closing_reason",
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_cash_closing_entry_id"),
        sa.ForeignKeyConstraint(["opening_id"], ["cash_opening.entry_id"], name="fk_cash_closing_opening_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_cash_closing"),
        sa.UniqueConstraint("opening_id", name="uq_cash_closing_opening_id"),
        sqlite_strict=True,
    )


def _create_closings() -> None:
    op.create_table(
        "day_closing",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("report_hash", sa.Text(), nullable=False),
        sa.CheckConstraint("length(day) = 10", name="ck_day_closing_day"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_day_closing_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_day_closing"),
        sa.UniqueConstraint("day", name="uq_day_closing_day"),
        sqlite_strict=True,
    )
    op.create_table(
        "month_reopening",
        sa.Column("closing_id", Whole, autoincrement=False, nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("length(reason) BETWEEN 10 AND 200", name="ck_month_reopening_reason"),
        sa.ForeignKeyConstraint(["closing_id"], ["month_closing.id"], name="fk_month_reopening_closing_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_month_reopening_staff_id"),
        sa.PrimaryKeyConstraint("closing_id", name="pk_month_reopening"),
        sqlite_strict=True,
    )


def _create_work_in_hand() -> None:
    op.create_table(
        "draft",
        sa.Column("form_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("counter_id", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('deposit', 'payout')", name="ck_draft_kind"),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name="fk_draft_counter_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_draft_staff_id"),
        sa.PrimaryKeyConstraint("form_key", name="pk_draft"),
        sqlite_strict=True,
    )
    op.create_index("ix_draft_counter_id", "draft", ["counter_id"], unique=False)
    op.create_table(
        "print_job",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("entry_id", Whole, nullable=False),
        sa.Column("counter_id", Whole, nullable=False),
        sa.Column("copy", Whole, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=True),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'failed', 'dropped')", name="ck_print_job_state"),
        sa.CheckConstraint("copy >= 0", name="ck_print_job_copy"),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name="fk_print_job_counter_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_print_job_entry_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_print_job_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_print_job"),
        sqlite_strict=True,
    )
    op.create_index("ix_print_job_counter_id_state", "print_job", ["counter_id", "state"], unique=False)
