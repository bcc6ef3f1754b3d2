"""Loads and their sources, frozen as they were weighed in."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Flag, Whole, identity, metadata, one_of
from daurulang.members.model import SourceClass
from daurulang.quantities import Condition


class SourceKind(StrEnum):
    """Who sends a load."""

    TPS3R = "tps3r"
    VILLAGE = "village"
    MARKET = "market"
    OFFICE = "office"
    OTHER = "other"


class LoadPayment(StrEnum):
    """Unpaid, out of the cash box, or by bank transfer."""

    NONE = "none"
    CASH = "cash"
    BANK = "bank"


class Measured(StrEnum):
    """Weighed, or estimated from a volume at a stated density."""

    WEIGHT = "weight"
    VOLUME = "volume"


load_source = sa.Table(
    "load_source",
    metadata,
    identity(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("kind", Code(SourceKind), nullable=False),
    sa.Column("source_class", Code(SourceClass), nullable=False),
    sa.Column("village_code", sa.Text, sa.ForeignKey("village.code")),
    sa.Column("active", Flag, nullable=False),
    one_of("kind", SourceKind),
    one_of("source_class", SourceClass),
    sa.CheckConstraint("length(name) BETWEEN 1 AND 80", name="name"),
    sa.CheckConstraint("active IN (0, 1)", name="active"),
    sqlite_strict=True,
)

load = sa.Table(
    "load",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("source_id", Whole, sa.ForeignKey("load_source.id"), nullable=False),
    sa.Column("place_id", Whole, sa.ForeignKey("store.place_id"), nullable=False),
    sa.Column("vehicle", sa.Text, nullable=False),
    sa.Column("payment", Code(LoadPayment), nullable=False),
    sa.Column("total_rupiah", Whole, nullable=False),
    sa.Column("line_count", Whole, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    one_of("payment", LoadPayment),
    sa.CheckConstraint("total_rupiah >= 0 AND (payment <> 'none' OR total_rupiah = 0)", name="total"),
    sa.CheckConstraint("line_count > 0", name="line_count"),
    sa.CheckConstraint("length(vehicle) <= 20 AND length(note) <= 200", name="words"),
    sa.Index(None, "source_id"),
    sqlite_strict=True,
)

# Kilograms only. Of a weighed line gross and tare stand, of an estimated one its volume and density (1 g/l = 1 kg/m³).
load_line = sa.Table(
    "load_line",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("load.entry_id"), nullable=False),
    sa.Column("position", Whole, nullable=False),
    sa.Column("material_id", Whole, sa.ForeignKey("material.id"), nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("condition", Code(Condition), nullable=False),
    sa.Column("measured", Code(Measured), nullable=False),
    sa.Column("gross_grams", Whole, nullable=False),
    sa.Column("tare_grams", Whole, nullable=False),
    sa.Column("volume_litres", Whole, nullable=False),
    sa.Column("density_grams_per_litre", Whole, nullable=False),
    sa.Column("grams", Whole, nullable=False),
    sa.Column("amount_rupiah", Whole, nullable=False),
    one_of("condition", Condition),
    one_of("measured", Measured),
    sa.CheckConstraint(
        "measured <> 'weight' OR (grams = gross_grams - tare_grams AND tare_grams >= 0"
        " AND volume_litres = 0 AND density_grams_per_litre = 0)",
        name="weight",
    ),
    sa.CheckConstraint(
        "measured <> 'volume' OR (grams = volume_litres * density_grams_per_litre"
        " AND gross_grams = 0 AND tare_grams = 0)",
        name="volume",
    ),
    sa.CheckConstraint("grams > 0", name="grams"),
    sa.CheckConstraint("amount_rupiah >= 0", name="amount"),
    sa.CheckConstraint("position > 0", name="position"),
    sa.UniqueConstraint("entry_id", "position"),
    sa.Index(None, "material_id"),
    sqlite_strict=True,
)
