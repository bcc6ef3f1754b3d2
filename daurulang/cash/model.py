"""Cash sessions: the count that opens one, what moves in or out of the box, and the blind count that closes it."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Whole, identity, metadata, one_of


class Direction(StrEnum):
    """Into the box or out of it."""

    IN = "in"
    OUT = "out"


class OtherSide(StrEnum):
    """Where moved cash comes from or goes to: the bank, or whoever runs the centre (modal, biaya)."""

    BANK = "bank"
    OWNER = "owner"


# Money in the box before anything was done; a difference to what the book expects is posted, and for the first session
# of a counter that is its opening balance.
cash_opening = sa.Table(
    "cash_opening",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("counter_id", Whole, sa.ForeignKey("counter.id"), nullable=False),
    sa.Column("expected_rupiah", Whole, nullable=False),
    sa.Column("counted_rupiah", Whole, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.CheckConstraint("counted_rupiah >= 0", name="counted"),
    sa.CheckConstraint("length(reason) <= 200", name="reason"),
    sa.Index(None, "counter_id"),
    sqlite_strict=True,
)

cash_movement = sa.Table(
    "cash_movement",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("direction", Code(Direction), nullable=False),
    sa.Column("other_side", Code(OtherSide), nullable=False),
    sa.Column("rupiah", Whole, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    one_of("direction", Direction),
    one_of("other_side", OtherSide),
    sa.CheckConstraint("rupiah > 0", name="rupiah"),
    sa.CheckConstraint("length(reason) BETWEEN 1 AND 200", name="reason"),
    sqlite_strict=True,
)

# `denominations` is JSON: how many of each note and coin, counted before the expected sum was shown.
cash_closing = sa.Table(
    "cash_closing",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("opening_id", Whole, sa.ForeignKey("cash_opening.entry_id"), nullable=False, unique=True),
    sa.Column("expected_rupiah", Whole, nullable=False),
    sa.Column("counted_rupiah", Whole, nullable=False),
    sa.Column("denominations", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.CheckConstraint("counted_rupiah >= 0", name="counted"),
    sa.CheckConstraint(
        "length(reason) <= 200 AND (length(reason) >= 3 OR counted_rupiah = expected_rupiah)", name="reason"
    ),
    sqlite_strict=True,
)

# Every count of the box as it was made, before the expected sum was shown: who counts twice, counts in the open.
cash_count = sa.Table(
    "cash_count",
    metadata,
    identity(),
    sa.Column("opening_id", Whole, sa.ForeignKey("cash_opening.entry_id"), nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id"), nullable=False),
    sa.Column("counted_rupiah", Whole, nullable=False),
    sa.Column("denominations", sa.Text, nullable=False),
    sa.CheckConstraint("counted_rupiah >= 0", name="counted"),
    sa.Index(None, "opening_id"),
    sqlite_strict=True,
)
