"""A member's statement against plain Python over all rows."""

from datetime import date

import pytest

from daurulang.errors import UnknownMember
from daurulang.ledger.model import EntryKind
from daurulang.periods import Period, month_of
from daurulang.reports.balances import balance_of
from daurulang.reports.statement import Goods, statement
from tests.book import Book
from tests.reports.generated import Everything, read, work

PERIODS = (
    month_of(date(2025, 10, 1)),
    Period(date(2025, 8, 1), date(2025, 11, 30)),
    Period(date(2025, 10, 31), date(2025, 11, 1)),
    month_of(date(2020, 1, 1)),
)


def moved(everything: Everything, member_id: int) -> list[tuple[date, int, int, int]]:
    """Day, entry, in and out of every entry of a member in the order of days."""
    into = [
        (each.day, each.id, each.head["savings_rupiah"], 0)
        for each in everything.deposits
        if each.member["id"] == member_id
    ]
    out = [
        (each["day"], each["entry_id"], 0, each["rupiah"])
        for each in everything.payouts
        if each["member_id"] == member_id
    ]
    return sorted(into + out)


def test_every_statement_is_what_the_rows_say(book: Book) -> None:
    work(book)
    everything = read(book.db)
    deposits = {each.id: each for each in everything.deposits}
    for member_id, person in everything.members.items():
        for period in PERIODS:
            found = statement(book.db, str(person["number"]), period)
            rows = moved(everything, member_id)
            balance = sum(row[2] - row[3] for row in rows if row[0] < period.first)
            assert found.opening_rupiah == balance
            expected = [row for row in rows if period.first <= row[0] <= period.last]
            assert len(found.movements) == len(expected)
            for movement, (day, entry_id, into, out) in zip(found.movements, expected, strict=True):
                balance += into - out
                assert (movement.day, movement.in_rupiah, movement.out_rupiah) == (day, into, out)
                assert movement.balance_rupiah == balance
                deposit = deposits.get(entry_id)
                assert movement.kind is (EntryKind.DEPOSIT if deposit else EntryKind.PAYOUT)
                assert movement.payment is (deposit.head["payment"] if deposit else None)
                assert movement.cash_rupiah == (deposit.head["cash_rupiah"] if deposit else 0)
                names = ("name", "condition", "unit", "net", "amount_rupiah")
                lines = deposit.lines if deposit else ()
                assert movement.goods == tuple(Goods(*(line[name] for name in names)) for line in lines)
            assert found.closing_rupiah == balance
            assert found.in_rupiah == sum(row[2] for row in expected)
            assert found.out_rupiah == sum(row[3] for row in expected)


def test_a_statement_of_all_days_closes_with_the_balance(book: Book) -> None:
    work(book)
    for number in ("1", "A-00002", "a3"):
        found = statement(book.db, number, Period(date(2000, 1, 1), date(2099, 12, 31)))
        assert found.opening_rupiah == 0
        assert found.closing_rupiah == balance_of(book.db, number).rupiah


def test_nobody_has_no_statement(book: Book) -> None:
    with pytest.raises(UnknownMember):
        statement(book.db, "99", PERIODS[0])
