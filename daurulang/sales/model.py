"""Sales with their lines, and what buyers paid later, frozen as they were printed."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Day, Whole, identity, metadata, one_of
from daurulang.quantities import Condition, Unit


class Priced(StrEnum):
    """Each line at its price, or one agreed total for all of them (borongan)."""

    LINES = "lines"
    AGREED = "agreed"


class PaidIn(StrEnum):
    """Into the cash box or to the bank."""

    CASH = "cash"
    BANK = "bank"


# What is not paid at once stays on the buyer's account until `due_day`.
sale = sa.Table(
    "sale",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("buyer_id", Whole, sa.ForeignKey("buyer.id"), nullable=False),
    sa.Column("place_id", Whole, sa.ForeignKey("store.place_id"), nullable=False),
    sa.Column("priced", Code(Priced), nullable=False),
    sa.Column("total_rupiah", Whole, nullable=False),
    sa.Column("paid_rupiah", Whole, nullable=False),
    sa.Column("paid_in", Code(PaidIn), nullable=False),
    sa.Column("due_day", Day),
    sa.Column("vehicle", sa.Text, nullable=False),
    sa.Column("line_count", Whole, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    one_of("priced", Priced),
    sa.CheckConstraint("total_rupiah >= 0 AND paid_rupiah BETWEEN 0 AND total_rupiah", name="rupiah"),
    one_of("paid_in", PaidIn),
    sa.CheckConstraint("length(due_day) = 10", name="due_day"),
    sa.CheckConstraint("line_count > 0", name="line_count"),
    sa.CheckConstraint("length(vehicle) <= 20 AND length(note) <= 200", name="words"),
    sa.Index(None, "buyer_id"),
    sqlite_strict=True,
)

# Our quantity leaves the store; the buyer's is paid for. The amount of a line of an agreed total is its part of it.
sale_line = sa.Table(
    "sale_line",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("sale.entry_id"), nullable=False),
    sa.Column("position", Whole, nullable=False),
    sa.Column("material_id", Whole, sa.ForeignKey("material.id"), nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("condition", Code(Condition), nullable=False),
    sa.Column("unit", Code(Unit), nullable=False),
    sa.Column("quantity", Whole, nullable=False),
    sa.Column("grams", Whole, nullable=False),
    sa.Column("buyer_quantity", Whole, nullable=False),
    sa.Column("difference_reason", sa.Text, nullable=False),
    sa.Column("price_rupiah", Whole, nullable=False),
    sa.Column("amount_rupiah", Whole, nullable=False),
    sa.Column("cost_rupiah", Whole, nullable=False),
    one_of("condition", Condition),
    one_of("unit", Unit),
    sa.CheckConstraint("quantity > 0 AND buyer_quantity >= 0", name="quantity"),
    sa.CheckConstraint("grams >= 0 AND (unit <> 'kg' OR grams = quantity)", name="grams"),
    sa.CheckConstraint("buyer_quantity = quantity OR length(difference_reason) BETWEEN 3 AND 100", name="difference"),
    sa.CheckConstraint("price_rupiah >= 0 AND amount_rupiah >= 0 AND cost_rupiah >= 0", name="rupiah"),
    sa.CheckConstraint("position > 0", name="position"),
    sa.UniqueConstraint("entry_id", "position"),
    sa.Index(None, "material_id"),
    sqlite_strict=True,
)

buyer_payment = sa.Table(
    "buyer_payment",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("buyer_id", Whole, sa.ForeignKey("buyer.id"), nullable=False),
    sa.Column("sale_id", Whole, sa.ForeignKey("sale.entry_id"), nullable=False),
    sa.Column("paid_in", Code(PaidIn), nullable=False),
    sa.Column("rupiah", Whole, nullable=False),
    sa.Column("outstanding_after_rupiah", Whole, nullable=False),
    sa.Column("reference", sa.Text, nullable=False),
    one_of("paid_in", PaidIn),
    sa.CheckConstraint("rupiah > 0", name="rupiah"),
    sa.CheckConstraint("outstanding_after_rupiah >= 0", name="outstanding_after"),
    sa.CheckConstraint("length(reference) <= 60", name="reference"),
    sa.Index(None, "sale_id"),
    sqlite_strict=True,
)
