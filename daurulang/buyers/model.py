"""Buyers: each has an account of what it owes."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Flag, Whole, identity, metadata, one_of


class BuyerKind(StrEnum):
    """A collector (pengepul), a factory, an offtaker such as a cement works, or somebody else."""

    COLLECTOR = "collector"
    FACTORY = "factory"
    OFFTAKER = "offtaker"
    OTHER = "other"


buyer = sa.Table(
    "buyer",
    metadata,
    identity(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("kind", Code(BuyerKind), nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("receivable_account_id", Whole, sa.ForeignKey("account.id"), nullable=False, unique=True),
    sa.Column("active", Flag, nullable=False),
    one_of("kind", BuyerKind),
    sa.CheckConstraint("length(phone) <= 30 AND length(address) <= 200", name="words"),
    sa.CheckConstraint("length(name) BETWEEN 1 AND 80", name="name"),
    sa.CheckConstraint("active IN (0, 1)", name="active"),
    sqlite_strict=True,
)
