"""Questions about expenses: the categories, and what was spent on which day out of which pocket."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.database import Database, values_of
from daurulang.expenses.model import PaidFrom, expense, expense_category
from daurulang.ledger.model import counter, entry
from daurulang.ledger.service import format_number
from daurulang.periods import Period
from daurulang.plant_errors import NameUnknown


@dataclass(frozen=True, slots=True)
class Category:
    """What money is spent for; one that is laid aside takes no new expenses."""

    id: int
    name: str
    active: bool


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    """An expense in a list, under its category as that is called now. `reference` is the number on its paper;
    `reversed_by` the number of what undid it, empty while it stands.
    """

    entry_id: int
    number: str
    day: date
    category_id: int
    category: str
    note: str
    paid_from: PaidFrom
    reference: str
    rupiah: int
    reversed_by: str = ""


_CATEGORIES = sa.select(*(expense_category.c[name] for name in Category.__dataclass_fields__))
_undoing = entry.alias("undoing")
_ROWS = (
    sa.select(
        entry.c.id,
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.day,
        expense.c.category_id,
        expense_category.c.name.label("category"),
        expense.c.note,
        expense.c.paid_from,
        expense.c.reference,
        expense.c.rupiah,
        _undoing.c.counter_id.label("undoing_counter"),
        _undoing.c.sequence.label("undoing_sequence"),
    )
    .select_from(expense)
    .join(entry, entry.c.id == expense.c.entry_id)
    .join(expense_category, expense_category.c.id == expense.c.category_id)
    .outerjoin(reversal, reversal.c.original_id == expense.c.entry_id)
    .outerjoin(_undoing, _undoing.c.id == reversal.c.entry_id)
    .order_by(entry.c.day.desc(), entry.c.id.desc())
)


def categories(db: Database) -> tuple[Category, ...]:
    """All categories by name, those that are laid aside too."""
    with db.reading() as connection:
        return values_of(Category, connection.execute(_CATEGORIES.order_by(sa.func.lower(expense_category.c.name))))


def expenses(db: Database, period: Period | None = None) -> tuple[ExpenseRow, ...]:
    """The expenses of a period or of all days, the newest first; reversed ones too."""
    wanted = [] if period is None else [entry.c.day.between(period.first, period.last)]
    with db.reading() as connection:
        return _rows_where(connection, wanted)


def the_expense(connection: Connection, entry_id: int) -> ExpenseRow:
    """One of them, within a snapshot that somebody else holds; raises `NameUnknown` where the entry is none."""
    rows = _rows_where(connection, [expense.c.entry_id == entry_id])
    if not rows:
        raise NameUnknown("expense", entry_id)
    return rows[0]


def _rows_where(connection: Connection, wanted: Sequence[sa.ColumnElement[bool]]) -> tuple[ExpenseRow, ...]:
    # Counters are few: joined to a list, SQLite would begin with them and walk through all they ever posted.
    codes = {row.id: row.code for row in connection.execute(sa.select(counter.c.id, counter.c.code))}

    def number(counter_id: int | None, sequence: int) -> str:
        return "" if counter_id is None else format_number(codes[counter_id], sequence)

    found = []
    for id_, counter_id, sequence, *rest, undoing_counter, undoing_sequence in connection.execute(_ROWS.where(*wanted)):
        day, category_id, category, note, paid_from, reference, rupiah = rest
        row = ExpenseRow(
            *(id_, number(counter_id, sequence), day, category_id, category, note, paid_from, reference, rupiah),
            number(undoing_counter, undoing_sequence),
        )
        found.append(row)
    return tuple(found)
