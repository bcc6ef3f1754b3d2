"""Stock-takes with their lines, and the places that goods come from or go to when a count differs from the book."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from daurulang.migrations.guards import Guard, append_only, create

revision = "0004"
down_revision = "0003"

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

GUARDS = (
    *append_only("stocktake"),
    *append_only("stocktake_line"),
    Guard(
        "opening_count_comes_first",
        "stocktake",
        "INSERT",
        "NEW.is_opening = 1 AND EXISTS (SELECT 1 FROM stocktake WHERE place_id = NEW.place_id)",
    ),
    Guard(
        "stocktake_line_is_counted",
        "stocktake_line",
        "INSERT",
        "NEW.position > (SELECT line_count FROM stocktake WHERE entry_id = NEW.entry_id)",
    ),
    Guard(
        "stocktake_line_says_why",
        "stocktake_line",
        "INSERT",
        "length(NEW.reason) < 3 AND NOT (NEW.counted_grams = NEW.expected_grams"
        " AND NEW.counted_pieces = NEW.expected_pieces AND NEW.counted_millilitres = NEW.expected_millilitres)"
        " AND (SELECT is_opening FROM stocktake WHERE entry_id = NEW.entry_id) = 0",
    ),
)


def upgrade() -> None:
    """Add the tables and the rows that each book has."""
    connection = op.get_bind()
    _create_tables()
    create(connection, GUARDS)
    connection.execute(sa.text("INSERT INTO entry_kind (code) VALUES ('stocktake')"))
    connection.execute(sa.text("INSERT INTO place (id, code) VALUES (3, 'difference'), (4, 'before')"))
    if connection.dialect.name != "sqlite":  # ids given by hand do not move the sequence
        connection.execute(sa.text("SELECT setval(pg_get_serial_sequence('place', 'id'), 4)"))


def _create_tables() -> None:
    op.create_table(
        "stocktake",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("place_id", Whole, nullable=False),
        sa.Column("is_opening", Whole, nullable=False),
        sa.Column("line_count", Whole, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("is_opening IN (0, 1)", name="ck_stocktake_is_opening"),
        sa.CheckConstraint("line_count > 0", name="ck_stocktake_line_count"),
        sa.CheckConstraint("length(reason) BETWEEN 10 AND 200", name="ck_stocktake_reason"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_stocktake_entry_id"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_stocktake_place_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_stocktake"),
        sqlite_strict=True,
    )
    op.create_index("ix_stocktake_place_id", "stocktake", ["place_id"], unique=False)
    op.create_table(
        "stocktake_line",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("entry_id", Whole, nullable=False),
        sa.Column("position", Whole, nullable=False),
        sa.Column("material_id", Whole, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("expected_grams", Whole, nullable=False),
        sa.Column("expected_pieces", Whole, nullable=False),
        sa.Column("expected_millilitres", Whole, nullable=False),
        sa.Column("counted_grams", Whole, nullable=False),
        sa.Column("counted_pieces", Whole, nullable=False),
        sa.Column("counted_millilitres", Whole, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("unit IN ('kg', 'pcs', 'liter')", name="ck_stocktake_line_unit"),
        sa.CheckConstraint(
            "counted_grams >= 0 AND counted_pieces >= 0 AND counted_millilitres >= 0",
            name="ck_stocktake_line_not_negative",
        ),
        sa.CheckConstraint(
            "(unit = 'pcs' OR counted_pieces = 0) AND (unit = 'liter' OR counted_millilitres = 0)",
            name="ck_stocktake_line_measure",
        ),
        sa.CheckConstraint("length(reason) <= 100", name="ck_stocktake_line_reason"),
        sa.CheckConstraint("position > 0", name="ck_stocktake_line_position"),
        sa.ForeignKeyConstraint(["entry_id"], ["stocktake.entry_id"], name="fk_stocktake_line_entry_id"),
        sa.ForeignKeyConstraint(["material_id"], ["material.id"], name="fk_stocktake_line_material_id"),
        sa.PrimaryKeyConstraint("id", name="pk_stocktake_line"),
        sa.UniqueConstraint("entry_id", "material_id", name="uq_stocktake_line_entry_id_material_id"),
        sa.UniqueConstraint("entry_id", "position", name="uq_stocktake_line_entry_id_position"),
        sqlite_strict=True,
    )
