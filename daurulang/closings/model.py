"""Closed days and months with the figures that were signed."""

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

# An administrator opened a closed month again; its next closing is another version.
month_reopening = sa.Table(
    "month_reopening",
    metadata,
    sa.Column("closing_id", Whole, sa.ForeignKey("month_closing.id"), primary_key=True, autoincrement=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id"), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.CheckConstraint("length(reason) BETWEEN 10 AND 200", name="reason"),
    sqlite_strict=True,
)

# A day is closed for all counters at once; `report` is the page that was printed, as JSON.
day_closing = sa.Table(
    "day_closing",
    metadata,
    identity(),
    sa.Column("day", Day, nullable=False, unique=True),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id"), nullable=False),
    sa.Column("report", sa.Text, nullable=False),
    sa.Column("report_hash", sa.Text, nullable=False),
    sa.CheckConstraint("length(day) = 10", name="day"),
    sqlite_strict=True,
)
