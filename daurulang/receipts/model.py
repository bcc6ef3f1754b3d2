"""Each paper that was made of an entry: the first is the original, the n-th after it is SALINAN ke-n."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Whole, identity, metadata

receipt_print = sa.Table(
    "receipt_print",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), nullable=False),
    sa.Column("copy", Whole, nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id")),
    sa.CheckConstraint("copy >= 0", name="copy"),
    sa.UniqueConstraint("entry_id", "copy"),
    sqlite_strict=True,
)
