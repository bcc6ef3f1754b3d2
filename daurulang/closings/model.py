"""Closed months with the figures that were signed."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Day, Whole, identity, metadata

# `report` is the whole report as JSON, with its letterhead; the database refuses entries up to `last_day`.
month_closing = sa.Table(
    "month_closing",
    metadata,
    identity(),
    sa.Column("month", sa.Text, nullable=False),
    sa.Column("version", Whole, nullable=False),
    sa.Column("last_day", Day, nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id"), nullable=False),
    sa.Column("report", sa.Text, nullable=False),
    sa.Column("report_hash", sa.Text, nullable=False),
    sa.CheckConstraint("length(last_day) = 10 AND substr(last_day, 1, 7) = month", name="month"),
    sa.CheckConstraint("version > 0", name="version"),
    sa.UniqueConstraint("month", "version"),
    sqlite_strict=True,
)
