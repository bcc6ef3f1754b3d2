"""Deposits and their lines, frozen as they were printed."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Whole, identity, metadata, one_of
from daurulang.quantities import Condition, Unit


class Payment(StrEnum):
    """To the savings, in cash at once, part of each, or given to the centre (sedekah: weighed, not paid)."""

    SAVINGS = "savings"
    CASH = "cash"
    SPLIT = "split"
    GIVEN = "given"


deposit = sa.Table(
    "deposit",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("member_id", Whole, sa.ForeignKey("member.id"), nullable=False),
    # Where and in which class the member was on that day: a past month does not change when somebody moves.
    sa.Column("member_class_id", Whole, sa.ForeignKey("member_class.id"), nullable=False),
    sa.Column("village_code", sa.Text, sa.ForeignKey("village.code")),
    sa.Column("payment", Code(Payment), nullable=False),
    sa.Column("savings_rupiah", Whole, nullable=False),
    sa.Column("cash_rupiah", Whole, nullable=False),
    sa.Column("balance_after_rupiah", Whole, nullable=False),
    sa.Column("line_count", Whole, nullable=False),
    one_of("payment", Payment),
    sa.CheckConstraint("savings_rupiah >= 0 AND cash_rupiah >= 0", name="rupiah"),
    sa.CheckConstraint("payment <> 'given' OR savings_rupiah + cash_rupiah = 0", name="given"),
    sa.CheckConstraint("balance_after_rupiah >= 0", name="balance_after"),
    sa.CheckConstraint("line_count > 0", name="line_count"),
    sqlite_strict=True,
)

deposit_line = sa.Table(
    "deposit_line",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("deposit.entry_id"), nullable=False),
    sa.Column("position", Whole, nullable=False),
    sa.Column("material_id", Whole, sa.ForeignKey("material.id"), nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("condition", Code(Condition), nullable=False),
    sa.Column("unit", Code(Unit), nullable=False),
    # Four quantities in the unit's base (grams, pieces, millilitres) and the weight that follows from the last.
    sa.Column("gross", Whole, nullable=False),
    sa.Column("tare", Whole, nullable=False),
    sa.Column("deduction", Whole, nullable=False),
    sa.Column("deduction_reason", sa.Text, nullable=False),
    sa.Column("net", Whole, nullable=False),
    sa.Column("grams", Whole, nullable=False),
    sa.Column("price_id", Whole, sa.ForeignKey("price.id")),
    sa.Column("price_rupiah", Whole, nullable=False),
    sa.Column("amount_rupiah", Whole, nullable=False),
    one_of("condition", Condition),
    one_of("unit", Unit),
    sa.CheckConstraint("tare >= 0 AND deduction >= 0 AND net > 0", name="not_negative"),
    sa.CheckConstraint("net = gross - tare - deduction", name="net"),
    sa.CheckConstraint("deduction = 0 OR length(deduction_reason) > 0", name="deduction_reason"),
    sa.CheckConstraint("grams >= 0 AND (unit <> 'kg' OR grams = net)", name="grams"),
    sa.CheckConstraint("price_rupiah >= 0 AND amount_rupiah >= 0", name="rupiah"),
    sa.CheckConstraint("position > 0", name="position"),
    sa.UniqueConstraint("entry_id", "position"),
    sa.Index(None, "entry_id", "material_id", "grams", "amount_rupiah"),
    sa.Index(None, "price_id"),
    sa.Index(None, "material_id"),
    sqlite_strict=True,
)
