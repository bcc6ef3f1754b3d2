"""A member's statement against plain Python over all rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from daurulang.debts.model import RepaymentSource
from daurulang.errors import UnknownMember
from daurulang.periods import Period, month_of
from daurulang.reports.balances import balance_of, balances
from daurulang.reports.statement import Goods, Movement, statement
from tests.book import Book
from tests.reports.generated import Everything, Row, read

PERIODS = (
    month_of(date(2025, 10, 1)),
    Period(date(2025, 8, 1), date(2025, 11, 30)),
    Period(date(2025, 10, 31), date(2025, 11, 1)),
    month_of(date(2020, 1, 1)),
)


@dataclass(frozen=True)
class Moved:
    """What one entry of a member did to the savings: first what it is, then by how much it moved them."""

    entry: Row
    rupiah: int
    cash: int = 0
    owed: int = 0
    reverses: str = ""
    lines: Sequence[Row] = ()


def moved(everything: Everything, member_id: int) -> list[Moved]:
    """Every entry of a member in the order of days."""
    found = {
        each.id: Moved(each.head, each.head["savings_rupiah"], each.head["cash_rupiah"], lines=each.lines)
        for each in everything.deposits
    }
    found |= {row["entry_id"]: Moved(row, -row["rupiah"]) for row in everything.payouts}
    found |= {
        row["entry_id"]: Moved(row, row["balance_after_rupiah"] - row["balance_before_rupiah"])
        for row in everything.openings
    }
    for row in everything.repayments:
        saved = row["source"] is RepaymentSource.SAVINGS
        found[row["entry_id"]] = Moved(
            row, -row["rupiah"] if saved else 0, 0 if saved else -row["rupiah"], -row["rupiah"]
        )
    for id_, row in everything.reversals.items():
        undone = found[id_]
        number = f"L1-{undone.entry['sequence']:06d}"
        became = row["debt_rupiah"]
        found[row["entry_id"]] = Moved(row, became - undone.rupiah, -undone.cash, became - undone.owed, number)
    own = [each for id_, each in found.items() if everything.entries[id_]["member_id"] == member_id]
    return sorted(own, key=lambda each: (each.entry["day"], each.entry["sequence"]))


def test_every_statement_is_what_the_rows_say(busy_book: Book) -> None:
    everything = read(busy_book.db)
    assert everything.reversals
    assert everything.openings
    for member_id, person in everything.members.items():
        for period in PERIODS:
            found = statement(busy_book.db, str(person["number"]), period)
            rows = moved(everything, member_id)
            balance = sum(row.rupiah for row in rows if row.entry["day"] < period.first)
            assert found.opening_rupiah == balance
            assert found.opening_debt_rupiah == sum(row.owed for row in rows if row.entry["day"] < period.first)
            assert found.debt_rupiah == sum(row.owed for row in rows if row.entry["day"] <= period.last)
            expected = [row for row in rows if period.first <= row.entry["day"] <= period.last]
            assert len(found.movements) == len(expected)
            for movement, row in zip(found.movements, expected, strict=True):
                balance += row.rupiah
                assert movement.balance_rupiah == balance
                check_movement(movement, row)
            assert found.closing_rupiah == balance
            assert found.in_rupiah == sum(max(row.rupiah, 0) for row in expected)
            assert found.out_rupiah == -sum(min(row.rupiah, 0) for row in expected)


def check_movement(movement: Movement, row: Moved) -> None:
    assert (movement.day, movement.kind) == (row.entry["day"], row.entry["kind"])
    assert movement.number == f"L1-{row.entry['sequence']:06d}"
    assert (movement.in_rupiah, movement.out_rupiah) == (max(row.rupiah, 0), max(-row.rupiah, 0))
    assert movement.payment is row.entry.get("payment")
    assert movement.method is row.entry.get("method")
    assert (movement.cash_rupiah, movement.reverses) == (row.cash, row.reverses)
    assert (movement.debt_rupiah, movement.source) == (row.owed, row.entry.get("source"))
    names = ("name", "condition", "unit", "net", "amount_rupiah")
    assert movement.goods == tuple(Goods(*(line[name] for name in names)) for line in row.lines)


def test_a_statement_of_all_days_closes_with_the_balance(busy_book: Book) -> None:
    for owed in balances(busy_book.db):
        found = statement(busy_book.db, owed.number, Period(date(2000, 1, 1), date(2099, 12, 31)))
        assert (found.opening_rupiah, found.closing_rupiah, found.debt_rupiah) == (0, owed.rupiah, owed.debt_rupiah)
        assert balance_of(busy_book.db, owed.number) == owed


def test_nobody_has_no_statement(book: Book) -> None:
    with pytest.raises(UnknownMember):
        statement(book.db, "99", PERIODS[0])
