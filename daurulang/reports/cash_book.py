"""The cash books (buku kas) of a period: one of each counter's box and one of the bank, a line for every rupiah that
came or went. What was reversed stays in sight, and so does what undid it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.model import OtherSide, cash_closing, cash_movement, cash_opening
from daurulang.corrections.model import reversal
from daurulang.database import Database
from daurulang.expenses.model import expense
from daurulang.ledger.model import EntryKind, SystemAccount, counter, entry, money_transfer
from daurulang.periods import Period
from daurulang.reports.numbers import numbers
from daurulang.reports.standing import FIRST, LAST, ORIGINAL, days_of


@dataclass(frozen=True, slots=True)
class CashLine:
    """Money that came into a box or went out of it, and what was in it then, in the order of days.

    `name` is what the paper of the act (or of what it undoes) said: the member, the buyer, the source of a load, the
    category of an expense;
    `note` why, where somebody wrote that; `other_side` where moved cash came from or went to. A reversal names the
    number it `reverses`.
    """

    entry_id: int
    day: date
    number: str
    kind: EntryKind
    name: str
    note: str
    other_side: OtherSide | None
    reverses: str
    in_rupiah: int
    out_rupiah: int
    balance_rupiah: int


@dataclass(frozen=True, slots=True)
class CashBook:
    """The book of one box, by the code and the name of its counter, or of the bank (neither): what was in it before the
    first day, and every line of the period.
    """

    account_id: int
    code: str
    counter: str
    period: Period
    opening_rupiah: int
    lines: tuple[CashLine, ...]

    @property
    def in_rupiah(self) -> int:
        """All that came."""
        return sum(each.in_rupiah for each in self.lines)

    @property
    def out_rupiah(self) -> int:
        """All that went."""
        return sum(each.out_rupiah for each in self.lines)

    @property
    def closing_rupiah(self) -> int:
        """What was in it at the end of the last day."""
        return self.opening_rupiah + self.in_rupiah - self.out_rupiah


_BOXES = sa.select(counter.c.cash_account_id, counter.c.code, counter.c.name).order_by(counter.c.archive, counter.c.id)
_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
_SIDES = ((money_transfer.c.debit_account_id, 1), (money_transfer.c.credit_account_id, -1))


def _sums(column: sa.Column[int], sign: int, *, later: bool) -> sa.Select[Any]:
    query = sa.select(column, sign * sa.func.sum(money_transfer.c.rupiah)).where(column.in_(_IDS)).group_by(column)
    if later:
        query = query.join(entry, entry.c.id == money_transfer.c.entry_id).where(entry.c.day >= FIRST)
    return query


# What stands there now, less what came from the first day on: the index of an account knows no days.
_NOW = tuple(_sums(column, sign, later=False) for column, sign in _SIDES)
_LATER = tuple(_sums(column, -sign, later=True) for column, sign in _SIDES)
_LINES = (
    sa.select(
        entry.c.id,
        entry.c.day,
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.kind,
        entry.c.heading,
        sa.func.coalesce(
            cash_movement.c.reason,
            cash_opening.c.reason,
            cash_closing.c.reason,
            expense.c.note,
            reversal.c.reason,
            "",
        ).label("note"),
        cash_movement.c.other_side,
        ORIGINAL.c.counter_id.label("original_counter"),
        ORIGINAL.c.sequence.label("original_sequence"),
        ORIGINAL.c.heading.label("original_heading"),
        money_transfer.c.debit_account_id.label("debit"),
        money_transfer.c.credit_account_id.label("credit"),
        money_transfer.c.rupiah,
    )
    .select_from(entry)
    .join(money_transfer, money_transfer.c.entry_id == entry.c.id)
    .outerjoin(cash_movement, cash_movement.c.entry_id == entry.c.id)
    .outerjoin(cash_opening, cash_opening.c.entry_id == entry.c.id)
    .outerjoin(cash_closing, cash_closing.c.entry_id == entry.c.id)
    .outerjoin(expense, expense.c.entry_id == entry.c.id)
    .outerjoin(reversal, reversal.c.entry_id == entry.c.id)
    .outerjoin(ORIGINAL, ORIGINAL.c.id == reversal.c.original_id)
    .where(
        entry.c.day.between(FIRST, LAST),
        sa.or_(money_transfer.c.debit_account_id.in_(_IDS), money_transfer.c.credit_account_id.in_(_IDS)),
    )
    .order_by(entry.c.day, entry.c.id, money_transfer.c.position)
)
# Whose name a paper bears, the first that there is.
_NAMED = ("member_name", "buyer", "source", "category")


def cash_books(db: Database, period: Period) -> tuple[CashBook, ...]:
    """The books of a period from one snapshot: the boxes, the bank, then what was taken over from old books."""
    with db.reading() as connection:
        return books_of(connection, period)


def books_of(connection: Connection, period: Period) -> tuple[CashBook, ...]:
    """The same within a snapshot that somebody else holds. A box that never held anything has no book, unless nothing
    else has one.
    """
    boxes = {int(row[0]): (str(row[1]), str(row[2])) for row in connection.execute(_BOXES)}
    boxes[int(SystemAccount.BANK)] = ("", "")
    values = {"ids": list(boxes), **days_of(period)}
    openings = _openings(connection, values)
    lines = _lines(connection, boxes, values, openings)
    books = [CashBook(id_, *names, period, openings[id_], tuple(lines[id_])) for id_, names in boxes.items()]
    kept = [each for each in books if each.lines or each.opening_rupiah]
    return tuple(kept or books[:1])


def _openings(connection: Connection, values: Mapping[str, object]) -> dict[int, int]:
    found: defaultdict[int, int] = defaultdict(int)
    for query in (*_NOW, *_LATER):
        for id_, rupiah in connection.execute(query, dict(values)):
            found[id_] += int(rupiah)
    return found


def _lines(
    connection: Connection, boxes: Collection[int], values: Mapping[str, object], openings: Mapping[int, int]
) -> dict[int, list[CashLine]]:
    number_of = numbers(connection)
    balances = {id_: openings[id_] for id_ in boxes}
    found: dict[int, list[CashLine]] = {id_: [] for id_ in boxes}
    for row in connection.execute(_LINES, dict(values)):
        number = number_of(row.counter_id, row.sequence)
        reverses = number_of(row.original_counter, row.original_sequence)
        name = _name(row.heading) or _name(row.original_heading or "{}")
        for id_, came, went in ((row.debit, row.rupiah, 0), (row.credit, 0, row.rupiah)):
            if id_ in boxes:
                balances[id_] += came - went
                words = (row.id, row.day, number, row.kind, name, row.note, row.other_side, reverses)
                found[id_].append(CashLine(*words, came, went, balances[id_]))
    return found


def _name(heading: str) -> str:
    names = json.loads(heading)
    return next((str(names[each]) for each in _NAMED if names.get(each)), "")


def sums_of(books: Sequence[CashBook]) -> tuple[int, int, int, int]:
    """Opening, in, out and closing of all books together; what went from one into another is in both."""
    return (
        sum(each.opening_rupiah for each in books),
        sum(each.in_rupiah for each in books),
        sum(each.out_rupiah for each in books),
        sum(each.closing_rupiah for each in books),
    )
