"""Handwritten slips, debts, kept counts of the box, numbers lost to a restore; reopened months take days again, and a
closing is an entry.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from daurulang.migrations.guards import Guard, append_only, create, drop

revision = "0005"
down_revision = "0004"

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

CLOSINGS = ("day_closing", "month_closing", "month_reopening")

# Of earlier steps, in other words from now on: numbers that a restore lost are not given again, and a month that was
# opened again takes entries also on its closed days.
FOLLOWS = Guard(
    "entry_follows_the_last",
    "entry",
    "INSERT",
    "NEW.sequence <> 1 + coalesce((SELECT max(last) FROM (SELECT max(sequence) AS last FROM entry"
    " WHERE counter_id = NEW.counter_id UNION ALL SELECT max(to_sequence) FROM number_gap"
    " WHERE counter_id = NEW.counter_id) AS lasts), 0)"
    " OR NEW.previous_hash <> coalesce((SELECT hash FROM number_gap WHERE counter_id = NEW.counter_id"
    " AND to_sequence = NEW.sequence - 1), (SELECT hash FROM entry WHERE counter_id = NEW.counter_id"
    " ORDER BY sequence DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')",
)
# The entry of a closing moves nothing and is of the day it is made on, which may be closed itself.
CLOSES = (
    "NEW.kind IN ('day_closing', 'month_closing', 'month_reopening') AND NEW.money_count = 0 AND NEW.mass_count = 0"
)
OPEN_MONTH = Guard(
    "entry_is_of_an_open_month",
    "entry",
    "INSERT",
    "EXISTS (SELECT 1 FROM month_closing WHERE last_day >= NEW.day AND NOT EXISTS"
    f" (SELECT 1 FROM month_reopening WHERE closing_id = month_closing.id)) AND NOT ({CLOSES})",
)
OPEN_DAY = Guard(
    "entry_is_of_an_open_day",
    "entry",
    "INSERT",
    f"EXISTS (SELECT 1 FROM day_closing WHERE day >= NEW.day) AND NOT ({CLOSES})"
    " AND NOT EXISTS (SELECT 1 FROM counter WHERE id = NEW.counter_id AND archive = 1)"
    " AND NOT EXISTS (SELECT 1 FROM month_closing JOIN month_reopening ON closing_id = month_closing.id"
    " WHERE month = substr(NEW.day, 1, 7))",
)
GUARDS = (
    FOLLOWS,
    OPEN_MONTH,
    OPEN_DAY,
    *append_only("handwritten_slip"),
    *append_only("debt_repayment"),
    *append_only("cash_count"),
    *append_only("number_gap"),
    Guard(
        "handwritten_slip_is_entered_once",
        "handwritten_slip",
        "INSERT",
        "EXISTS (SELECT 1 FROM handwritten_slip WHERE number = NEW.number"
        " AND NOT EXISTS (SELECT 1 FROM reversal WHERE original_id = handwritten_slip.entry_id))",
    ),
    Guard(
        "cash_count_is_of_an_open_session",
        "cash_count",
        "INSERT",
        "EXISTS (SELECT 1 FROM cash_closing WHERE opening_id = NEW.opening_id)",
    ),
    Guard(
        "cash_closing_is_of_the_first_count",
        "cash_closing",
        "INSERT",
        "NEW.counted_rupiah <> coalesce((SELECT counted_rupiah FROM cash_count WHERE opening_id = NEW.opening_id"
        " ORDER BY id LIMIT 1), NEW.counted_rupiah)",
    ),
    Guard(
        "number_gap_follows_the_last",
        "number_gap",
        "INSERT",
        "NEW.from_sequence <> 1 + coalesce((SELECT max(last) FROM (SELECT max(sequence) AS last FROM entry"
        " WHERE counter_id = NEW.counter_id UNION ALL SELECT max(to_sequence) FROM number_gap"
        " WHERE counter_id = NEW.counter_id) AS lasts), 0)",
    ),
    *(
        Guard(
            f"{closing}_has_its_entry",
            closing,
            "INSERT",
            f"NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id AND kind = '{closing}')",
        )
        for closing in CLOSINGS
    ),
)


def upgrade() -> None:
    """Add the tables, the columns, and the rows that each book has."""
    connection = op.get_bind()
    number = "INTEGER" if connection.dialect.name == "sqlite" else "BIGINT"
    # In plain words: Alembic would rebuild the tables for a CHECK, and a rebuild drops the guards.
    for statement in (
        (
            f"ALTER TABLE counter_rule ADD COLUMN debt_allowed {number} NOT NULL DEFAULT 0"
            " CONSTRAINT ck_counter_rule_debt_allowed CHECK (debt_allowed IN (0, 1))"
        ),
        (
            f"ALTER TABLE reversal ADD COLUMN debt_rupiah {number} NOT NULL DEFAULT 0"
            " CONSTRAINT ck_reversal_debt CHECK (debt_rupiah >= 0)"
        ),
        "INSERT INTO entry_kind (code)"
        " VALUES ('debt_repayment'), ('day_closing'), ('month_closing'), ('month_reopening')",
        "INSERT INTO account_kind (code) VALUES ('debt')",
        "INSERT INTO account (id, kind) VALUES (-4, 'debt')",
    ):
        connection.execute(sa.text(statement))
    _create_papers()
    _create_money()
    for table in CLOSINGS:
        reference = f"CONSTRAINT fk_{table}_entry_id REFERENCES entry (id)"
        connection.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN entry_id {number} {reference}"))
        op.create_index(f"ix_{table}_entry_id", table, ["entry_id"], unique=True)
    drop(connection, FOLLOWS)
    drop(connection, OPEN_MONTH)
    drop(connection, OPEN_DAY)
    create(connection, GUARDS)


def _create_papers() -> None:
    op.create_table(
        "handwritten_slip",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.CheckConstraint("length(number) BETWEEN 1 AND 40", name="ck_handwritten_slip_number"),
        sa.CheckConstraint("length(day) = 10", name="ck_handwritten_slip_day"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_handwritten_slip_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_handwritten_slip"),
        sqlite_strict=True,
    )
    op.create_index("ix_handwritten_slip_number", "handwritten_slip", ["number"], unique=False)
    op.create_table(
        "number_gap",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("counter_id", Whole, nullable=False),
        sa.Column("from_sequence", Whole, nullable=False),
        sa.Column("to_sequence", Whole, nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("from_sequence > 0 AND to_sequence >= from_sequence", name="ck_number_gap_sequences"),
        sa.CheckConstraint("length(reason) BETWEEN 10 AND 200", name="ck_number_gap_reason"),
        sa.CheckConstraint("length(hash) = 64", name="ck_number_gap_hash"),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name="fk_number_gap_counter_id"),
        sa.PrimaryKeyConstraint("id", name="pk_number_gap"),
        sa.UniqueConstraint("counter_id", "from_sequence", name="uq_number_gap_counter_id_from_sequence"),
        sqlite_strict=True,
    )


def _create_money() -> None:
    op.create_table(
        "debt_repayment",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", Whole, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("rupiah", Whole, nullable=False),
        sa.Column("debt_after_rupiah", Whole, nullable=False),
        sa.Column("balance_after_rupiah", Whole, nullable=False),
        sa.CheckConstraint("source IN ('savings', 'cash')", name="ck_debt_repayment_source"),
        sa.CheckConstraint("rupiah > 0", name="ck_debt_repayment_rupiah"),
        sa.CheckConstraint("debt_after_rupiah >= 0", name="ck_debt_repayment_debt_after"),
        sa.CheckConstraint("balance_after_rupiah >= 0", name="ck_debt_repayment_balance_after"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_debt_repayment_entry_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_debt_repayment_member_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_debt_repayment"),
        sqlite_strict=True,
    )
    op.create_table(
        "cash_count",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("opening_id", Whole, nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=False),
        sa.Column("counted_rupiah", Whole, nullable=False),
        sa.Column("denominations", sa.Text(), nullable=False),
        sa.CheckConstraint("counted_rupiah >= 0", name="ck_cash_count_counted"),
        sa.ForeignKeyConstraint(["opening_id"], ["cash_opening.entry_id"], name="fk_cash_count_opening_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_cash_count_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cash_count"),
        sqlite_strict=True,
    )
    op.create_index("ix_cash_count_opening_id", "cash_count", ["opening_id"], unique=False)
