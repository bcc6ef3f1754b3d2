"""Staff with a name and an argon2id hash of a PIN."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Flag, identity, metadata

staff = sa.Table(
    "staff",
    metadata,
    identity(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("pin_hash", sa.Text, nullable=False),
    sa.Column("active", Flag, nullable=False),
    # Looks after the book: may open a closed month again.
    sa.Column("administrator", Flag, nullable=False, server_default="0"),
    sa.CheckConstraint("administrator IN (0, 1)", name="administrator"),
    sa.CheckConstraint("length(name) BETWEEN 1 AND 80", name="name"),
    sa.CheckConstraint("active IN (0, 1)", name="active"),
    sqlite_strict=True,
)
