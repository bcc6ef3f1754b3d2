"""The stores of a centre: places of its own, where goods lie and are counted."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Flag, Whole, metadata

# `Place.WAREHOUSE` is the first; deposits go there.
store = sa.Table(
    "store",
    metadata,
    sa.Column("place_id", Whole, sa.ForeignKey("place.id"), primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("active", Flag, nullable=False),
    sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name="name"),
    sa.CheckConstraint("active IN (0, 1)", name="active"),
    sqlite_strict=True,
)
