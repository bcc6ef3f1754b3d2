"""Expenses and their categories; each category has an account."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Flag, Whole, identity, metadata, one_of


class PaidFrom(StrEnum):
    """Out of the cash box, from the bank, or by whoever runs the centre."""

    CASH = "cash"
    BANK = "bank"
    OWNER = "owner"


expense_category = sa.Table(
    "expense_category",
    metadata,
    identity(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("account_id", Whole, sa.ForeignKey("account.id"), nullable=False, unique=True),
    sa.Column("active", Flag, nullable=False),
    sa.CheckConstraint("length(name) BETWEEN 1 AND 80", name="name"),
    sa.CheckConstraint("active IN (0, 1)", name="active"),
    sqlite_strict=True,
)

expense = sa.Table(
    "expense",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("category_id", Whole, sa.ForeignKey("expense_category.id"), nullable=False),
    sa.Column("paid_from", Code(PaidFrom), nullable=False),
    sa.Column("rupiah", Whole, nullable=False),
    sa.Column("reference", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    one_of("paid_from", PaidFrom),
    sa.CheckConstraint("rupiah > 0", name="rupiah"),
    sa.CheckConstraint("length(reference) <= 60 AND length(note) BETWEEN 3 AND 200", name="words"),
    sa.Index(None, "category_id"),
    sqlite_strict=True,
)
