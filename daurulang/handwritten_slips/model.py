"""What was written by hand: the number and the day on the paper, beside the entry it became."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Day, Whole, metadata

LONGEST_NUMBER = 40

# The entry's own day is the slip's while that day is open, and otherwise the day on which it was entered.
handwritten_slip = sa.Table(
    "handwritten_slip",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("day", Day, nullable=False),
    sa.CheckConstraint(f"length(number) BETWEEN 1 AND {LONGEST_NUMBER}", name="number"),
    sa.CheckConstraint("length(day) = 10", name="day"),
    sa.Index(None, "number"),
    sqlite_strict=True,
)
