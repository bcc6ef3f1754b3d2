"""The journal. Every row of it is posted once and never changed; the database itself refuses otherwise.

An entry is one act by one person at one counter. Its transfers are balanced by construction: money goes from one
account to another, goods go from one place (and material) to another, each in one row with one amount.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Day, Flag, Whole, identity, metadata, one_of
from daurulang.quantities import Condition


class EntryKind(StrEnum):
    """The acts of the trade that are posted."""

    DEPOSIT = "deposit"
    PAYOUT = "payout"
    OPENING_BALANCE = "opening_balance"
    REVERSAL = "reversal"
    CASH_OPENING = "cash_opening"
    CASH_MOVEMENT = "cash_movement"
    CASH_CLOSING = "cash_closing"
    STOCKTAKE = "stocktake"
    DEBT_REPAYMENT = "debt_repayment"
    DAY_CLOSING = "day_closing"
    MONTH_CLOSING = "month_closing"
    MONTH_REOPENING = "month_reopening"
    LOAD = "load"
    BATCH = "batch"
    DISPOSAL = "disposal"
    SALE = "sale"
    BUYER_PAYMENT = "buyer_payment"
    EXPENSE = "expense"


CLOSING_KINDS = (EntryKind.DAY_CLOSING, EntryKind.MONTH_CLOSING, EntryKind.MONTH_REOPENING)
"""They move nothing: a closing or reopening has a number and stands in the chain like every act."""


class AccountKind(StrEnum):
    """What an account stands for. Savings are owed to a member; cash lies at a counter; what members had saved before
    this book began comes out of opening; what a count of the box finds too much or too little is a cash difference;
    the owner puts money in and pays expenses; a debt is what a member owes the centre;
    a receivable what a buyer owes; what goods had cost goes from the inventory to the cost of goods when they are sold,
    and to the stock difference when they are lost.
    """

    INVENTORY = "inventory"
    BANK = "bank"
    CASH = "cash"
    SAVINGS = "savings"
    OPENING = "opening"
    CASH_DIFFERENCE = "cash_difference"
    OWNER = "owner"
    DEBT = "debt"
    STOCK_DIFFERENCE = "stock_difference"
    SALES = "sales"
    COST_OF_GOODS = "cost_of_goods"
    RECEIVABLE = "receivable"
    EXPENSE = "expense"


class SystemAccount(IntEnum):
    """The accounts every book has, by id. Those that came later are negative: members and counters had taken the
    positive numbers.
    """

    INVENTORY = 1
    BANK = 2
    OPENING = -1
    CASH_DIFFERENCE = -2
    OWNER = -3
    DEBT = -4
    STOCK_DIFFERENCE = -5
    SALES = -6
    COST_OF_GOODS = -7


class Place(IntEnum):
    """Where goods can be, by id. Matter changes place and kind but does not vanish: what a count finds missing or too
    much goes to the difference or comes from it, what was there before this book began comes from before, loads come
    hauled. A batch is all in process for a moment: what goes in comes out, stays as residue, or is lost. Stores that a
    centre adds have other ids (`store`).
    """

    RESIDENTS = 1
    WAREHOUSE = 2
    DIFFERENCE = 3
    BEFORE = 4
    HAULED = 5
    PROCESS = 6
    BUYERS = 7
    LANDFILL = 8
    LOSS = 9


# The kinds stand in tables and not in CHECKs, since more of them will come and a CHECK cannot be widened on SQLite
# without rebuilding its table, which drops the guards.
entry_kind = sa.Table("entry_kind", metadata, sa.Column("code", Code(EntryKind), primary_key=True), sqlite_strict=True)
account_kind = sa.Table(
    "account_kind", metadata, sa.Column("code", Code(AccountKind), primary_key=True), sqlite_strict=True
)

account = sa.Table(
    "account",
    metadata,
    identity(),
    sa.Column("kind", Code(AccountKind), sa.ForeignKey("account_kind.code"), nullable=False),
    sqlite_strict=True,
)

place = sa.Table(
    "place",
    metadata,
    identity(),
    sa.Column("code", sa.Text, nullable=False, unique=True),
    sqlite_strict=True,
)

counter = sa.Table(
    "counter",
    metadata,
    identity(),
    sa.Column("code", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("cash_account_id", Whole, sa.ForeignKey("account.id"), nullable=False, unique=True),
    # Nobody stands at an archive: it numbers and chains what was taken over from an old book.
    sa.Column("archive", Flag, nullable=False, server_default="0"),
    sa.CheckConstraint("length(code) BETWEEN 1 AND 8", name="code"),
    sa.CheckConstraint("archive IN (0, 1)", name="archive"),
    sqlite_strict=True,
)

entry = sa.Table(
    "entry",
    metadata,
    identity(),
    sa.Column("counter_id", Whole, sa.ForeignKey("counter.id"), nullable=False),
    sa.Column("sequence", Whole, nullable=False),
    sa.Column("form_key", sa.Text, nullable=False, unique=True),
    sa.Column("form_hash", sa.Text, nullable=False),
    sa.Column("kind", Code(EntryKind), sa.ForeignKey("entry_kind.code"), nullable=False),
    sa.Column("day", Day, nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id"), nullable=False),
    sa.Column("member_id", Whole, sa.ForeignKey("member.id")),
    sa.Column("money_count", Whole, nullable=False),
    sa.Column("mass_count", Whole, nullable=False),
    # The names as printed. Only their hash is chained, so that a person's name can be erased one day by right
    # without breaking the chain.
    sa.Column("heading", sa.Text, nullable=False),
    sa.Column("heading_hash", sa.Text, nullable=False),
    sa.Column("document_hash", sa.Text, nullable=False),
    sa.Column("previous_hash", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.CheckConstraint("sequence > 0", name="sequence"),
    sa.CheckConstraint("money_count >= 0", name="money_count"),
    sa.CheckConstraint("mass_count >= 0", name="mass_count"),
    sa.CheckConstraint("length(day) = 10", name="day"),
    sa.UniqueConstraint("counter_id", "sequence"),
    sa.Index(None, "day", "kind"),
    sa.Index(None, "member_id", "id"),
    sqlite_strict=True,
)

money_transfer = sa.Table(
    "money_transfer",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), nullable=False),
    sa.Column("position", Whole, nullable=False),
    sa.Column("debit_account_id", Whole, sa.ForeignKey("account.id"), nullable=False),
    sa.Column("credit_account_id", Whole, sa.ForeignKey("account.id"), nullable=False),
    sa.Column("rupiah", Whole, nullable=False),
    sa.CheckConstraint("debit_account_id <> credit_account_id", name="two_accounts"),
    sa.CheckConstraint("rupiah BETWEEN 1 AND 1000000000000", name="rupiah"),
    sa.CheckConstraint("position > 0", name="position"),
    sa.UniqueConstraint("entry_id", "position"),
    # Covering: a balance is read from the index alone.
    sa.Index(None, "debit_account_id", "rupiah"),
    sa.Index(None, "credit_account_id", "rupiah"),
    sqlite_strict=True,
)

_AMOUNTS = ("grams", "pieces", "millilitres", "cost_rupiah")

mass_transfer = sa.Table(
    "mass_transfer",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), nullable=False),
    sa.Column("position", Whole, nullable=False),
    sa.Column("from_place_id", Whole, sa.ForeignKey("place.id"), nullable=False),
    sa.Column("from_material_id", Whole, sa.ForeignKey("material.id"), nullable=False),
    sa.Column("to_place_id", Whole, sa.ForeignKey("place.id"), nullable=False),
    sa.Column("to_material_id", Whole, sa.ForeignKey("material.id"), nullable=False),
    # Three measures side by side, never added together; 0 grams means that the weight is not known.
    sa.Column("grams", Whole, nullable=False),
    sa.Column("pieces", Whole, nullable=False),
    sa.Column("millilitres", Whole, nullable=False),
    # In which state they leave and arrive, and what they had cost: the documents hold both, and their hashes.
    sa.Column("from_condition", Code(Condition), nullable=False, server_default=Condition.CLEAN),
    sa.Column("to_condition", Code(Condition), nullable=False, server_default=Condition.CLEAN),
    sa.Column("cost_rupiah", Whole, nullable=False, server_default="0"),
    one_of("from_condition", Condition),
    one_of("to_condition", Condition),
    sa.CheckConstraint("cost_rupiah >= 0", name="cost"),
    sa.CheckConstraint("from_place_id <> to_place_id OR from_material_id <> to_material_id", name="moves"),
    sa.CheckConstraint("grams >= 0 AND pieces >= 0 AND millilitres >= 0", name="not_negative"),
    sa.CheckConstraint("grams + pieces + millilitres > 0", name="something"),
    sa.CheckConstraint("position > 0", name="position"),
    sa.UniqueConstraint("entry_id", "position"),
    # Covering: what lies in a store is read from the two indexes alone. Residents give and never have.
    sa.Index("ix_mass_transfer_to", "to_place_id", "to_material_id", "to_condition", *_AMOUNTS),
    sa.Index(
        "ix_mass_transfer_from",
        *("from_place_id", "from_material_id", "from_condition", *_AMOUNTS),
        sqlite_where=sa.text("from_place_id <> 1"),
        postgresql_where=sa.text("from_place_id <> 1"),
    ),
    sqlite_strict=True,
)

# Numbers that were given to papers and lost when an older copy of the book was restored: they are not given again, and
# the next entry follows this row's hash.
number_gap = sa.Table(
    "number_gap",
    metadata,
    identity(),
    sa.Column("counter_id", Whole, sa.ForeignKey("counter.id"), nullable=False),
    sa.Column("from_sequence", Whole, nullable=False),
    sa.Column("to_sequence", Whole, nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.CheckConstraint("from_sequence > 0 AND to_sequence >= from_sequence", name="sequences"),
    sa.CheckConstraint("length(reason) BETWEEN 10 AND 200", name="reason"),
    sa.CheckConstraint("length(hash) = 64", name="hash"),
    sa.UniqueConstraint("counter_id", "from_sequence"),
    sqlite_strict=True,
)

# Entries that were taken over from an old book: the list, the row of its sheet, and the number on the old paper.
imported_entry = sa.Table(
    "imported_entry",
    metadata,
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), primary_key=True, autoincrement=False),
    sa.Column("batch_id", Whole, sa.ForeignKey("import_batch.id"), nullable=False),
    sa.Column("row", Whole, nullable=False),
    sa.Column("reference", sa.Text, nullable=False),
    sa.CheckConstraint("row > 0", name="row"),
    sa.CheckConstraint("length(reference) <= 60", name="reference"),
    sa.Index(None, "batch_id"),
    sqlite_strict=True,
)


def _entry_of_closing() -> tuple[sa.Column[int], sa.Index]:
    """Which entry of the journal a closing or reopening is; those of older books are none."""
    return sa.Column("entry_id", Whole, sa.ForeignKey("entry.id")), sa.Index(None, "entry_id", unique=True)


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
    *_entry_of_closing(),
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
    *_entry_of_closing(),
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
    *_entry_of_closing(),
    sa.CheckConstraint("length(day) = 10", name="day"),
    sqlite_strict=True,
)
