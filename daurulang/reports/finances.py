"""The money of a period in one answer: profit and loss, the balance sheet of its last day, the cash books."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.centre.queries import the_centre
from daurulang.database import Database
from daurulang.periods import Period
from daurulang.reports.accounts import BalanceSheet, ProfitAndLoss, profit_of, sheet_of
from daurulang.reports.cash_book import CashBook, books_of


@dataclass(frozen=True, slots=True)
class Finances:
    """All of one snapshot; the balance sheet is of the last day, or of today while the period goes on."""

    period: Period
    profit: ProfitAndLoss
    sheet: BalanceSheet
    books: tuple[CashBook, ...]


def finances(db: Database, period: Period) -> Finances:
    """What came, went and stands."""
    with db.reading() as connection:
        day = min(period.last, the_centre(connection).today())
        return Finances(period, profit_of(connection, period), sheet_of(connection, day), books_of(connection, period))
