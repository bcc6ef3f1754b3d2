"""Payouts, frozen as they were printed."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Whole, metadata, one_of


class PayoutMethod(StrEnum):
    """Out of the cash box or by bank transfer."""

    CASH = "cash"
    TRANSFER = "transfer"


payout = sa.Table(
    "payout",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("member_id", Whole, sa.ForeignKey("member.id"), nullable=False),
    sa.Column("method", Code(PayoutMethod), nullable=False),
    sa.Column("reference", sa.Text, nullable=False),
    sa.Column("rupiah", Whole, nullable=False),
    sa.Column("balance_after_rupiah", Whole, nullable=False),
    one_of("method", PayoutMethod),
    sa.CheckConstraint("rupiah > 0", name="rupiah"),
    sa.CheckConstraint("balance_after_rupiah >= 0", name="balance_after"),
    sa.CheckConstraint("method <> 'cash' OR reference = ''", name="reference"),
    sqlite_strict=True,
)
