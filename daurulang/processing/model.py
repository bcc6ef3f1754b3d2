"""Batches: what went in, what came out, what stayed as residue and what was lost, with what it had cost."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Whole, identity, metadata, one_of
from daurulang.quantities import Condition, Unit


class BatchKind(StrEnum):
    """What was done: sorting, shredding, pressing, composting, RDF, maggots, crafts, or carrying to another store."""

    SORT = "sort"
    SHRED = "shred"
    PRESS = "press"
    COMPOST = "compost"
    RDF = "rdf"
    MAGGOT = "maggot"
    CRAFT = "craft"
    MOVE = "move"


class CostBy(StrEnum):
    """How the cost of what went in is carried to what came out."""

    WEIGHT = "weight"
    VALUE = "value"


class Side(StrEnum):
    """Which way a line of a batch goes."""

    INPUT = "input"
    OUTPUT = "output"
    RESIDUE = "residue"


# A loss below zero is a gain, such as of water. What the inputs had cost goes to the outputs; where there are none it
# is written off.
batch = sa.Table(
    "batch",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("kind", Code(BatchKind), nullable=False),
    sa.Column("from_place_id", Whole, sa.ForeignKey("store.place_id"), nullable=False),
    sa.Column("to_place_id", Whole, sa.ForeignKey("store.place_id"), nullable=False),
    sa.Column("cost_by", Code(CostBy), nullable=False),
    sa.Column("input_grams", Whole, nullable=False),
    sa.Column("output_grams", Whole, nullable=False),
    sa.Column("residue_grams", Whole, nullable=False),
    sa.Column("loss_grams", Whole, nullable=False),
    sa.Column("cost_rupiah", Whole, nullable=False),
    sa.Column("written_off_rupiah", Whole, nullable=False),
    sa.Column("labour_minutes", Whole, nullable=False),
    sa.Column("fuel_millilitres", Whole, nullable=False),
    sa.Column("line_count", Whole, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    one_of("kind", BatchKind),
    one_of("cost_by", CostBy),
    sa.CheckConstraint(
        "input_grams >= 0 AND output_grams >= 0 AND residue_grams >= 0"
        " AND loss_grams = input_grams - output_grams - residue_grams",
        name="grams",
    ),
    sa.CheckConstraint("cost_rupiah >= 0 AND written_off_rupiah BETWEEN 0 AND cost_rupiah", name="rupiah"),
    sa.CheckConstraint("labour_minutes >= 0 AND fuel_millilitres >= 0", name="effort"),
    sa.CheckConstraint("line_count > 1", name="line_count"),
    sa.CheckConstraint("length(note) <= 200", name="note"),
    sqlite_strict=True,
)

batch_line = sa.Table(
    "batch_line",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("batch.entry_id"), nullable=False),
    sa.Column("position", Whole, nullable=False),
    sa.Column("material_id", Whole, sa.ForeignKey("material.id"), nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("condition", Code(Condition), nullable=False),
    sa.Column("side", Code(Side), nullable=False),
    sa.Column("unit", Code(Unit), nullable=False),
    sa.Column("quantity", Whole, nullable=False),
    sa.Column("grams", Whole, nullable=False),
    sa.Column("cost_rupiah", Whole, nullable=False),
    one_of("condition", Condition),
    one_of("side", Side),
    one_of("unit", Unit),
    sa.CheckConstraint("quantity > 0", name="quantity"),
    sa.CheckConstraint("grams >= 0 AND (unit <> 'kg' OR grams = quantity)", name="grams"),
    sa.CheckConstraint("cost_rupiah >= 0 AND (side <> 'residue' OR cost_rupiah = 0)", name="cost"),
    sa.CheckConstraint("position > 0", name="position"),
    sa.UniqueConstraint("entry_id", "position"),
    sa.Index(None, "material_id"),
    sqlite_strict=True,
)
