"""Stock-takes: what the book expected of each material counted, what was found, and why they differ."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Code, Flag, Whole, identity, metadata, one_of
from daurulang.quantities import Condition, Unit

LEAST_REASON, LONGEST_REASON = 10, 200
LEAST_LINE_REASON, LONGEST_LINE_REASON = 3, 100

stocktake = sa.Table(
    "stocktake",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("place_id", Whole, sa.ForeignKey("place.id"), nullable=False),
    # What an opening count finds lay there before this book began; a place has one at most, as its first count.
    sa.Column("is_opening", Flag, nullable=False),
    sa.Column("line_count", Whole, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.CheckConstraint("is_opening IN (0, 1)", name="is_opening"),
    sa.CheckConstraint("line_count > 0", name="line_count"),
    sa.CheckConstraint("length(reason) BETWEEN 10 AND 200", name="reason"),
    sa.Index(None, "place_id"),
    sqlite_strict=True,
)

# A row for each material and condition that was counted, also where the count agrees; what was not counted has none.
# Expected is below zero where more was taken back than the book knew of.
stocktake_line = sa.Table(
    "stocktake_line",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("stocktake.entry_id"), nullable=False),
    sa.Column("position", Whole, nullable=False),
    sa.Column("material_id", Whole, sa.ForeignKey("material.id"), nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("condition", Code(Condition), nullable=False, server_default=Condition.CLEAN),
    sa.Column("unit", Code(Unit), nullable=False),
    sa.Column("expected_grams", Whole, nullable=False),
    sa.Column("expected_pieces", Whole, nullable=False),
    sa.Column("expected_millilitres", Whole, nullable=False),
    sa.Column("counted_grams", Whole, nullable=False),
    sa.Column("counted_pieces", Whole, nullable=False),
    sa.Column("counted_millilitres", Whole, nullable=False),
    # What the difference had cost, below zero where less was found.
    sa.Column("cost_rupiah", Whole, nullable=False, server_default="0"),
    sa.Column("reason", sa.Text, nullable=False),
    one_of("condition", Condition),
    one_of("unit", Unit),
    sa.CheckConstraint("counted_grams >= 0 AND counted_pieces >= 0 AND counted_millilitres >= 0", name="not_negative"),
    sa.CheckConstraint(
        "(unit = 'pcs' OR counted_pieces = 0) AND (unit = 'liter' OR counted_millilitres = 0)", name="measure"
    ),
    sa.CheckConstraint("length(reason) <= 100", name="reason"),
    sa.CheckConstraint("position > 0", name="position"),
    sa.UniqueConstraint("entry_id", "position"),
    sa.UniqueConstraint("entry_id", "material_id", "condition"),
    sqlite_strict=True,
)
