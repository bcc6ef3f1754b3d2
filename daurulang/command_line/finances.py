"""The money reports on the command line: profit and loss with the balance sheet, and the cash books."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from daurulang.centre.queries import the_centre
from daurulang.command_line.periods import period_argument
from daurulang.command_line.reports import add_forms
from daurulang.database import Database
from daurulang.errors import BadDay
from daurulang.periods import Period, long_day, short_day
from daurulang.quantities import format_rupiah
from daurulang.reports.accounts import BalanceSheet, ProfitAndLoss
from daurulang.reports.cash_book import CashBook
from daurulang.reports.finances import Finances, finances

if TYPE_CHECKING:
    from daurulang.command_line.reports import Commands


def add_finance_reports(kinds: Commands) -> None:
    """The kinds `profit` and `cash` of the command `report`."""
    for name, run, words in (
        ("profit", _profit, "laba rugi satu masa dan neraca hari terakhirnya"),
        ("cash", _cash, "buku kas setiap loket dan bank"),
    ):
        kind = kinds.add_parser(name, help=words, description=words)
        kind.add_argument("period", type=period_argument, metavar="PERIOD")
        kind.set_defaults(run=run)
        add_forms(kind)


def _found(db: Database, period: Period) -> Finances:
    with db.reading() as connection:
        if period.first > the_centre(connection).today():
            raise BadDay(period.first)
    return finances(db, period)


def _profit(db: Database, options: argparse.Namespace) -> int:
    found = _found(db, options.period)
    if options.pdf:
        from daurulang.documents.finance_files import write_profit_pdf

        write_profit_pdf(db, found, "", options.pdf)
    if options.xlsx:
        from daurulang.documents.finance_workbook import write_profit_workbook

        write_profit_workbook(found.profit, found.sheet, options.xlsx)
    if options.json:
        print(json.dumps(_profit_as_json(found.profit, found.sheet), default=date.isoformat))
        return 0
    from daurulang.documents import finance_rows as rows
    from daurulang.documents import finance_wording as words

    profit, sheet = found.profit, found.sheet
    print(f"{words.PROFIT} {profit.period.title}")
    _tell(words.SALES, profit.sales_rupiah)
    _tell(words.COST_OF_GOODS, -profit.cost_of_goods_rupiah)
    _tell(words.MARGIN, profit.margin_rupiah)
    for name, rupiah in (*rows.taken_off(profit), *((each.name, -each.rupiah) for each in profit.expenses)):
        _tell(name, rupiah)
    _tell(words.result(profit.surplus_rupiah), profit.surplus_rupiah)
    print(f"{words.SHEET} {long_day(sheet.day)}")
    for side, name, total in (
        (rows.assets(sheet), words.ASSETS_SUM, sheet.assets_rupiah),
        (rows.liabilities(sheet), words.LIABILITIES_SUM, sheet.liabilities_and_equity_rupiah),
    ):
        for each in (*side, (name, total)):
            _tell(*each)
    return 0


def _tell(name: str, rupiah: int) -> None:
    print(f"{name:<48} {format_rupiah(rupiah):>20}")


def _profit_as_json(profit: ProfitAndLoss, sheet: BalanceSheet) -> dict[str, object]:
    sums = {"margin_rupiah": profit.margin_rupiah, "surplus_rupiah": profit.surplus_rupiah}
    both = {
        "assets_rupiah": sheet.assets_rupiah,
        "liabilities_and_equity_rupiah": sheet.liabilities_and_equity_rupiah,
    }
    return {"profit": asdict(profit) | sums, "balance_sheet": asdict(sheet) | both}


def _cash(db: Database, options: argparse.Namespace) -> int:
    found = _found(db, options.period)
    if options.pdf:
        from daurulang.documents.finance_files import write_cash_pdf

        write_cash_pdf(db, found, "", options.pdf)
    if options.xlsx:
        from daurulang.documents.finance_workbook import write_cash_workbook

        write_cash_workbook(found.books, found.period, options.xlsx)
    if options.json:
        print(json.dumps([_book_as_json(each) for each in found.books], default=date.isoformat))
        return 0
    from daurulang.documents import finance_wording as words

    for book in found.books:
        print(f"{words.CASH_BOOK} {words.book_name(book)}, {book.period.title}")
        print(f"{words.OPENING_BALANCE:<99} {format_rupiah(book.opening_rupiah):>18}")
        for line in book.lines:
            came, went = (format_rupiah(each) if each else "" for each in (line.in_rupiah, line.out_rupiah))
            left = format_rupiah(line.balance_rupiah)
            print(f"{short_day(line.day)} {line.number:<12} {words.what(line):<40.40} {came:>16} {went:>16} {left:>18}")
        sums = f"{format_rupiah(book.in_rupiah):>16} {format_rupiah(book.out_rupiah):>16}"
        print(f"{words.CLOSING_BALANCE:<64} {sums} {format_rupiah(book.closing_rupiah):>18}")
    return 0


def _book_as_json(book: CashBook) -> dict[str, object]:
    sums = {"in_rupiah": book.in_rupiah, "out_rupiah": book.out_rupiah, "closing_rupiah": book.closing_rupiah}
    return asdict(book) | sums
