"""What members had saved when this book began."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Whole, metadata

opening_balance = sa.Table(
    "opening_balance",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("member_id", Whole, sa.ForeignKey("member.id"), nullable=False),
    # The old book's balance stands after the entry; what the book itself had counted until then stood before.
    sa.Column("balance_before_rupiah", Whole, nullable=False),
    sa.Column("balance_after_rupiah", Whole, nullable=False),
    sa.CheckConstraint("balance_before_rupiah >= 0", name="before"),
    sa.CheckConstraint("balance_after_rupiah >= 0", name="after"),
    sa.Index(None, "member_id"),
    sqlite_strict=True,
)
