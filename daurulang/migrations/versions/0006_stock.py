"""What goods cost and in which condition they lie where: stores, graded transfers, counts by condition."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.engine import Connection

from daurulang.migrations.guards import Guard, append_only, create, drop, never_updated

revision = "0006"
down_revision = "0005"

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CONDITIONS = "('clean', 'dirty', 'wet', 'mixed')"

LINE_GUARDS = (
    *append_only("stocktake_line"),
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
GUARDS = (
    *LINE_GUARDS,
    Guard("store_is_kept", "store", "DELETE"),
)


def upgrade() -> None:
    """Add the columns, the stores and the rows that each book has; old deposits get the condition and the cost of
    their lines.
    """
    connection = op.get_bind()
    for statement in (
        "INSERT INTO account_kind (code) VALUES ('stock_difference')",
        "INSERT INTO account (id, kind) VALUES (-5, 'stock_difference')",
        "INSERT INTO place (id, code) VALUES (5, 'hauled'), (6, 'process'), (7, 'buyers')",
        "INSERT INTO place (id, code) VALUES (8, 'landfill'), (9, 'loss')",
    ):
        connection.execute(sa.text(statement))
    if connection.dialect.name != "sqlite":  # ids given by hand do not move the sequence
        connection.execute(sa.text("SELECT setval(pg_get_serial_sequence('place', 'id'), 9)"))
    _grade(connection)
    _count_by_condition(connection)
    op.create_table(
        "store",
        sa.Column("place_id", Whole, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", Whole, nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name="ck_store_name"),
        sa.CheckConstraint("active IN (0, 1)", name="ck_store_active"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_store_place_id"),
        sa.PrimaryKeyConstraint("place_id", name="pk_store"),
        sa.UniqueConstraint("name", name="uq_store_name"),
        sqlite_strict=True,
    )
    connection.execute(sa.text("INSERT INTO store (place_id, name, active) VALUES (2, 'Gudang', 1)"))
    create(connection, GUARDS)


_OF_LINES = (
    "UPDATE mass_transfer SET from_condition = line.condition, to_condition = line.condition,"
    " cost_rupiah = line.amount_rupiah FROM ({source}) AS line"
    " WHERE line.entry_id = mass_transfer.entry_id AND line.position = mass_transfer.position"
)


def _grade(connection: Connection) -> None:
    """Transfers say in which condition goods leave and arrive, and what they had cost."""
    number = "INTEGER" if connection.dialect.name == "sqlite" else "BIGINT"
    # In plain words: Alembic would rebuild the table for a CHECK, and a rebuild drops the guards.
    for column, what, rule in (
        ("from_condition", "TEXT NOT NULL DEFAULT 'clean'", f"from_condition IN {CONDITIONS}"),
        ("to_condition", "TEXT NOT NULL DEFAULT 'clean'", f"to_condition IN {CONDITIONS}"),
        ("cost_rupiah", f"{number} NOT NULL DEFAULT 0", "cost_rupiah >= 0"),
    ):
        check = f"CONSTRAINT ck_mass_transfer_{column.removesuffix('_rupiah')} CHECK ({rule})"
        connection.execute(sa.text(f"ALTER TABLE mass_transfer ADD COLUMN {column} {what} {check}"))
    frozen = never_updated("mass_transfer")
    drop(connection, frozen)
    lines = "SELECT entry_id, position, condition, amount_rupiah FROM deposit_line"
    reversed_lines = (
        "SELECT reversal.entry_id, position, condition, amount_rupiah FROM reversal"
        " JOIN deposit_line ON deposit_line.entry_id = reversal.original_id"
    )
    for source in (lines, reversed_lines):
        connection.execute(sa.text(_OF_LINES.format(source=source)))
    create(connection, (frozen,))
    to = "to_place_id, to_material_id, to_condition, grams, pieces, millilitres, cost_rupiah"
    connection.execute(sa.text(f"CREATE INDEX ix_mass_transfer_to ON mass_transfer ({to})"))
    gone = f"{to.replace('to_', 'from_')}) WHERE from_place_id <> 1"
    connection.execute(sa.text(f"CREATE INDEX ix_mass_transfer_from ON mass_transfer ({gone}"))


_LINE = (
    *("id", "entry_id", "position", "material_id", "code", "name", "unit"),
    *("expected_grams", "expected_pieces", "expected_millilitres"),
    *("counted_grams", "counted_pieces", "counted_millilitres", "reason"),
)


def _count_by_condition(connection: Connection) -> None:
    """A count has a line for each material and condition. The table is made anew, since SQLite cannot drop a UNIQUE."""
    for guard in LINE_GUARDS:
        drop(connection, guard)
    names = ", ".join(_LINE)
    connection.execute(sa.text(f"CREATE TABLE old_line AS SELECT {names} FROM stocktake_line"))  # noqa: S608
    connection.execute(sa.text("DROP TABLE stocktake_line"))
    op.create_table(
        "stocktake_line",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("entry_id", Whole, nullable=False),
        sa.Column("position", Whole, nullable=False),
        sa.Column("material_id", Whole, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False, server_default="clean"),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("expected_grams", Whole, nullable=False),
        sa.Column("expected_pieces", Whole, nullable=False),
        sa.Column("expected_millilitres", Whole, nullable=False),
        sa.Column("counted_grams", Whole, nullable=False),
        sa.Column("counted_pieces", Whole, nullable=False),
        sa.Column("counted_millilitres", Whole, nullable=False),
        sa.Column("cost_rupiah", Whole, nullable=False, server_default="0"),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(f"condition IN {CONDITIONS}", name="ck_stocktake_line_condition"),
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
        sa.UniqueConstraint(
            "entry_id", "material_id", "condition", name="uq_stocktake_line_entry_id_material_id_condition"
        ),
        sa.UniqueConstraint("entry_id", "position", name="uq_stocktake_line_entry_id_position"),
        sqlite_strict=True,
    )
    connection.execute(sa.text(f"INSERT INTO stocktake_line ({names}) SELECT {names} FROM old_line ORDER BY id"))  # noqa: S608
    connection.execute(sa.text("DROP TABLE old_line"))
    if connection.dialect.name != "sqlite":
        last = "coalesce(max(id), 1)) FROM stocktake_line"
        connection.execute(sa.text(f"SELECT setval(pg_get_serial_sequence('stocktake_line', 'id'), {last}"))
