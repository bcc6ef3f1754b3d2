"""Repayments of what a member owes the centre, frozen as they were printed."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Whole, metadata, one_of


class RepaymentSource(StrEnum):
    """Out of the member's savings or in cash over the counter."""

    SAVINGS = "savings"
    CASH = "cash"


debt_repayment = sa.Table(
    "debt_repayment",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("member_id", Whole, sa.ForeignKey("member.id"), nullable=False),
    sa.Column("source", Code(RepaymentSource), nullable=False),
    sa.Column("rupiah", Whole, nullable=False),
    sa.Column("debt_after_rupiah", Whole, nullable=False),
    sa.Column("balance_after_rupiah", Whole, nullable=False),
    one_of("source", RepaymentSource),
    sa.CheckConstraint("rupiah > 0", name="rupiah"),
    sa.CheckConstraint("debt_after_rupiah >= 0", name="debt_after"),
    sa.CheckConstraint("balance_after_rupiah >= 0", name="balance_after"),
    sqlite_strict=True,
)
