"""Residue and other goods that were taken to the landfill; what they had cost is written off."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Code, Whole, identity, metadata, one_of
from daurulang.quantities import Condition, Unit

disposal = sa.Table(
    "disposal",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("place_id", Whole, sa.ForeignKey("store.place_id"), nullable=False),
    sa.Column("destination", sa.Text, nullable=False),
    sa.Column("vehicle", sa.Text, nullable=False),
    sa.Column("grams", Whole, nullable=False),
    sa.Column("written_off_rupiah", Whole, nullable=False),
    sa.Column("line_count", Whole, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.CheckConstraint("length(destination) BETWEEN 1 AND 80", name="destination"),
    sa.CheckConstraint("grams >= 0", name="grams"),
    sa.CheckConstraint("written_off_rupiah >= 0", name="written_off"),
    sa.CheckConstraint("line_count > 0", name="line_count"),
    sa.CheckConstraint("length(vehicle) <= 20 AND length(note) <= 200", name="words"),
    sqlite_strict=True,
)

disposal_line = sa.Table(
    "disposal_line",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("disposal.entry_id"), nullable=False),
    sa.Column("position", Whole, nullable=False),
    sa.Column("material_id", Whole, sa.ForeignKey("material.id"), nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("condition", Code(Condition), nullable=False),
    sa.Column("unit", Code(Unit), nullable=False),
    sa.Column("quantity", Whole, nullable=False),
    sa.Column("grams", Whole, nullable=False),
    sa.Column("cost_rupiah", Whole, nullable=False),
    one_of("condition", Condition),
    one_of("unit", Unit),
    sa.CheckConstraint("quantity > 0", name="quantity"),
    sa.CheckConstraint("grams >= 0 AND (unit <> 'kg' OR grams = quantity)", name="grams"),
    sa.CheckConstraint("cost_rupiah >= 0", name="cost"),
    sa.CheckConstraint("position > 0", name="position"),
    sa.UniqueConstraint("entry_id", "position"),
    sa.Index(None, "material_id"),
    sqlite_strict=True,
)
