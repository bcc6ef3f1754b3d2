"""Reversals: each names the act it undoes, why, and who approved."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Whole, metadata

LEAST_REASON, LONGEST_REASON = 10, 200

reversal = sa.Table(
    "reversal",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("original_id", Whole, sa.ForeignKey("entry.id"), nullable=False, unique=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("approver_id", Whole, sa.ForeignKey("staff.id"), nullable=False),
    # Of the member's savings; empty where the act had no member.
    sa.Column("balance_after_rupiah", Whole),
    # What the savings no longer held became a debt of the member.
    sa.Column("debt_rupiah", Whole, nullable=False, server_default="0"),
    sa.CheckConstraint("original_id < entry_id", name="original"),
    sa.CheckConstraint("debt_rupiah >= 0", name="debt"),
    sa.CheckConstraint(f"length(reason) BETWEEN {LEAST_REASON} AND {LONGEST_REASON}", name="reason"),
    sa.CheckConstraint("balance_after_rupiah >= 0", name="balance_after"),
    sqlite_strict=True,
)

# The act that was done instead of one that was reversed.
replacement = sa.Table(
    "replacement",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("original_id", Whole, sa.ForeignKey("entry.id"), nullable=False, unique=True),
    sa.CheckConstraint("original_id < entry_id", name="original"),
    sqlite_strict=True,
)
