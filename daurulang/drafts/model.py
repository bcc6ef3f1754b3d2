"""Drafts, one for each form that is open and not saved."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Whole, metadata, one_of


class DraftKind(StrEnum):
    """The forms that are kept."""

    DEPOSIT = "deposit"
    PAYOUT = "payout"
    LOAD = "load"
    BATCH = "batch"
    SALE = "sale"
    DISPOSAL = "disposal"


draft = sa.Table(
    "draft",
    metadata,
    sa.Column("form_key", sa.Text, primary_key=True),
    sa.Column("kind", Code(DraftKind), nullable=False),
    sa.Column("counter_id", Whole, sa.ForeignKey("counter.id"), nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id"), nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    one_of("kind", DraftKind),
    sa.Index(None, "counter_id"),
    sqlite_strict=True,
)
