"""The centre's own row and the rules of its counter, which change with a date and never backwards."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Day, Flag, Whole, identity, metadata, one_of
from daurulang.periods import Zone


class FactorSet(StrEnum):
    """Whose factors of avoided emissions the reports use (`resources/factors`)."""

    DEFRA_2025 = "defra_2025"
    WARM_V16 = "warm_v16"


MOST_GENERATION_TONNES = 100_000_000
LONGEST_SOURCE = 60

# Every logo that was ever printed, so that a reprint carries the one of its day.
logo = sa.Table(
    "logo",
    metadata,
    sa.Column("hash", sa.Text, primary_key=True),
    sa.Column("image", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("length(image) <= 1000000", name="image"),
    sqlite_strict=True,
)

centre = sa.Table(
    "centre",
    metadata,
    identity(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("village_code", sa.Text, sa.ForeignKey("village.code")),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("zone", Code(Zone), nullable=False),
    # The two who sign what leaves the centre: the head of the office and the treasurer.
    sa.Column("head_name", sa.Text, nullable=False),
    sa.Column("head_title", sa.Text, nullable=False),
    sa.Column("treasurer_name", sa.Text, nullable=False),
    sa.Column("logo_hash", sa.Text, sa.ForeignKey("logo.hash")),
    sa.Column("factor_set", Code(FactorSet), nullable=False, server_default=FactorSet.DEFRA_2025),
    one_of("factor_set", FactorSet),
    # Waste of the whole regency in a year, and who says so; 0 where nobody did.
    sa.Column("generation_tonnes", Whole, nullable=False, server_default="0"),
    sa.Column("generation_source", sa.Text, nullable=False, server_default=""),
    sa.CheckConstraint(f"generation_tonnes BETWEEN 0 AND {MOST_GENERATION_TONNES}", name="generation_tonnes"),
    sa.CheckConstraint(f"length(generation_source) <= {LONGEST_SOURCE}", name="generation_source"),
    sa.CheckConstraint("id = 1", name="only_one"),
    sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name="name"),
    one_of("zone", Zone),
    sqlite_strict=True,
)

counter_rule = sa.Table(
    "counter_rule",
    metadata,
    identity(),
    sa.Column("valid_from", Day, nullable=False),
    sa.Column("minimum_payout_rupiah", Whole, nullable=False),
    sa.Column("minimum_balance_rupiah", Whole, nullable=False),
    sa.Column("line_limit_grams", Whole, nullable=False),
    # Whether a deposit may be taken back whose money was paid out already: the rest becomes a debt of the member.
    sa.Column("debt_allowed", Flag, nullable=False, server_default="0"),
    sa.CheckConstraint("debt_allowed IN (0, 1)", name="debt_allowed"),
    sa.CheckConstraint("minimum_payout_rupiah >= 0 AND minimum_balance_rupiah >= 0", name="rupiah"),
    sa.CheckConstraint("line_limit_grams > 0", name="line_limit"),
    sqlite_strict=True,
)
