"""Materials, the other names they go by, and their prices, which are added to and never rewritten."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Day, Flag, Whole, identity, metadata, one_of
from daurulang.quantities import Condition, Unit


class DlhCategory(StrEnum):
    """The eight categories of the environment office's monthly form."""

    RIGID_PLASTIC = "rigid_plastic"
    FLEXIBLE_PLASTIC = "flexible_plastic"
    PAPER = "paper"
    METAL = "metal"
    GLASS = "glass"
    RUBBER_LEATHER = "rubber_leather"
    TEXTILE = "textile"
    OTHER = "other"


class SipsnCategory(StrEnum):
    """The nine compositions of SIPSN's national form."""

    FOOD = "food"
    WOOD = "wood"
    PAPER = "paper"
    PLASTIC = "plastic"
    METAL = "metal"
    TEXTILE = "textile"
    RUBBER_LEATHER = "rubber_leather"
    GLASS = "glass"
    OTHER = "other"


class Substance(StrEnum):
    """What a material is made of, as the sets of emission factors know it."""

    ALUMINIUM_CANS = "aluminium_cans"
    ALUMINIUM = "aluminium"
    COPPER = "copper"
    STEEL_CANS = "steel_cans"
    STEEL = "steel"
    MIXED_METALS = "mixed_metals"
    PET = "pet"
    HDPE = "hdpe"
    LDPE = "ldpe"
    PP = "pp"
    PS = "ps"
    PVC = "pvc"
    MIXED_PLASTICS = "mixed_plastics"
    GLASS = "glass"
    CORRUGATED = "corrugated"
    NEWSPAPER = "newspaper"
    OFFICE_PAPER = "office_paper"
    MIXED_PAPER = "mixed_paper"
    ELECTRONICS = "electronics"
    TEXTILES = "textiles"
    TIRES = "tires"
    USED_OIL = "used_oil"
    FOOD = "food"
    GARDEN = "garden"
    WOOD = "wood"


class PriceSide(StrEnum):
    """What the centre pays the member, or gets from the buyer."""

    BUY = "buy"
    SELL = "sell"


material = sa.Table(
    "material",
    metadata,
    identity(),
    sa.Column("code", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("unit", Code(Unit), nullable=False),
    # The nominal weight of a piece or the density of a litre; NULL where it is not known, and for kilograms.
    sa.Column("grams_per_unit", Whole),
    sa.Column("dlh_category", Code(DlhCategory), nullable=False),
    sa.Column("sipsn_category", Code(SipsnCategory), nullable=False),
    # None where nobody said yet: its avoided emissions are not known then.
    sa.Column("substance", Code(Substance)),
    one_of("substance", Substance),
    sa.Column("icon", sa.Text, nullable=False),
    sa.Column("active", Flag, nullable=False),
    sa.Column("batch_id", Whole, sa.ForeignKey("import_batch.id")),
    sa.CheckConstraint("length(code) BETWEEN 1 AND 16", name="code"),
    sa.CheckConstraint("length(name) BETWEEN 1 AND 80", name="name"),
    sa.CheckConstraint("grams_per_unit IS NULL OR (grams_per_unit > 0 AND unit <> 'kg')", name="grams_per_unit"),
    sa.CheckConstraint("active IN (0, 1)", name="active"),
    one_of("unit", Unit),
    one_of("dlh_category", DlhCategory),
    one_of("sipsn_category", SipsnCategory),
    sa.Index(None, "batch_id"),
    sqlite_strict=True,
)

material_alias = sa.Table(
    "material_alias",
    metadata,
    sa.Column("material_id", Whole, sa.ForeignKey("material.id"), primary_key=True),
    sa.Column("alias", sa.Text, primary_key=True),
    sqlite_strict=True,
)

price = sa.Table(
    "price",
    metadata,
    identity(),
    sa.Column("material_id", Whole, sa.ForeignKey("material.id"), nullable=False),
    sa.Column("side", Code(PriceSide), nullable=False),
    sa.Column("condition", Code(Condition), nullable=False),
    # Buy prices belong to a member class; a sell price does not.
    sa.Column("member_class_id", Whole, sa.ForeignKey("member_class.id")),
    sa.Column("valid_from", Day, nullable=False),
    # NULL withdraws the price from that day on.
    sa.Column("rupiah", Whole),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id")),
    sa.Column("batch_id", Whole, sa.ForeignKey("import_batch.id")),
    one_of("side", PriceSide),
    one_of("condition", Condition),
    sa.CheckConstraint("rupiah IS NULL OR rupiah BETWEEN 0 AND 1000000000", name="rupiah"),
    sa.CheckConstraint("(side = 'buy') = (member_class_id IS NOT NULL)", name="class_of_side"),
    sa.Index(None, "material_id", "side", "condition", "member_class_id", "valid_from"),
    sa.Index(None, "batch_id"),
    sqlite_strict=True,
)
