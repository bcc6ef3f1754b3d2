"""Profit and loss, balance sheet and cash books as workbooks: sums and balances are formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from daurulang.documents import finance_wording as words
from daurulang.documents import wording
from daurulang.documents import workbook_wording as heads
from daurulang.documents.finance_rows import NamedRupiah, assets, liabilities, taken_off
from daurulang.documents.row_height import row_height
from daurulang.documents.workbook import (
    HEAD,
    SECTION,
    TITLE,
    Formula,
    Kind,
    Look,
    Sheet,
    Value,
    Workbook,
    body,
    total,
)
from daurulang.documents.workbook_table import HEAD_ROW, Column, Table, table_sheet
from daurulang.periods import Period, long_day
from daurulang.reports.accounts import BalanceSheet, ProfitAndLoss
from daurulang.reports.cash_book import CashBook

_WIDTHS: Final = (52, 20, 20)
_REMARK: Final = Look(size=10, wrap=True)
_CASH: Final = (
    Column(wording.DAY, Kind.DAY, 12),
    Column(heads.RECEIPT, width=13, shrink=True),
    Column(wording.PARTICULARS, width=60, wrap=True),
    Column(wording.IN, Kind.WHOLE, 17, summed=True),
    Column(wording.OUT, Kind.WHOLE, 17, summed=True),
    Column(wording.BALANCE_COLUMN, Kind.WHOLE, 18, latest=True),
)


def write_profit_workbook(profit: ProfitAndLoss, sheet: BalanceSheet, path: Path) -> None:
    """Write profit and loss and the balance sheet; raises `FileNotWritten`."""
    title = f"{words.PROFIT} {profit.period.title}"
    with Workbook(title, sheet.day) as book:
        _profit(_begun(book, words.PROFIT.replace(" ", ""), title), profit)
        title = f"{words.SHEET} {long_day(sheet.day)}"
        _sheet(_begun(book, words.SHEET, title), sheet)
        book.save(path)


def _begun(book: Workbook, name: str, title: str) -> Sheet:
    sheet = book.sheet(name, _WIDTHS, frozen_rows=HEAD_ROW)
    sheet.footer(title)
    sheet.add((TITLE, title), height=24)
    sheet.add()
    sheet.add(*((HEAD, text) for text in (wording.PARTICULARS, words.DETAIL, words.AMOUNT)), height=24)
    return sheet


def _line(sheet: Sheet, name: str, detail: Value = None, amount: Value = None) -> int:
    return sheet.add((body(Kind.TEXT), name), (body(Kind.WHOLE), detail), (body(Kind.WHOLE), amount))


def _sum(sheet: Sheet, name: str, formula: str, result: int) -> int:
    return sheet.add((total(Kind.TEXT), name), (total(Kind.WHOLE), None), (total(Kind.WHOLE), Formula(formula, result)))


def _profit(sheet: Sheet, profit: ProfitAndLoss) -> None:
    sold = _line(sheet, words.SALES, None, profit.sales_rupiah)
    cost = _line(sheet, words.COST_OF_GOODS, None, -profit.cost_of_goods_rupiah)
    margin = _sum(sheet, words.MARGIN, f"C{sold}+C{cost}", profit.margin_rupiah)
    for name, rupiah in taken_off(profit):
        _line(sheet, name, None, rupiah)
    first = sheet.row + 1
    for each in profit.expenses:
        _line(sheet, each.name, each.rupiah)
    if not profit.expenses:
        _line(sheet, words.NO_EXPENSES, 0)
    last = sheet.row
    spent = _line(sheet, words.EXPENSES, None, Formula(f"-SUM(B{first}:B{last})", -profit.expenses_rupiah))
    _sum(sheet, words.result(profit.surplus_rupiah), f"SUM(C{margin}:C{spent})", profit.surplus_rupiah)
    sheet.add((_REMARK, words.PROFIT_NOTE), height=row_height([(words.PROFIT_NOTE, _WIDTHS[0])], 30))


def _sheet(sheet: Sheet, balance: BalanceSheet) -> None:
    owned = _side(sheet, words.ASSETS, assets(balance), words.ASSETS_SUM, balance.assets_rupiah)
    sum_ = balance.liabilities_and_equity_rupiah
    owed = _side(sheet, words.LIABILITIES, liabilities(balance), words.LIABILITIES_SUM, sum_)
    _line(sheet, words.APART, None, Formula(f"C{owned}-C{owed}", balance.assets_rupiah - sum_))


def _side(sheet: Sheet, heading: str, lines: Sequence[NamedRupiah], name: str, rupiah: int) -> int:
    """One side of the balance sheet; returns the row of its sum."""
    sheet.add((SECTION, heading), height=26)
    first = sheet.row + 1
    for each, amount in lines:
        _line(sheet, each, amount)
    return _sum(sheet, name, f"SUM(B{first}:B{sheet.row})", rupiah)


def write_cash_workbook(books: Sequence[CashBook], period: Period, path: Path) -> None:
    """Write a sheet for each cash book and one that sums them up; raises `FileNotWritten`."""
    title = f"{words.CASH_BOOK} {period.title}"
    with Workbook(title, period.last) as book:
        tables = []
        for each in books:
            name = f"Kas{each.code}" if each.code else words.BANK
            own = f"{words.CASH_BOOK} {words.book_name(each)}"
            note = period.title if each.lines else f"{period.title} · {words.NO_LINES}"
            tables.append(table_sheet(book, name, own, _CASH, _lines(each), footer=title, note=note))
        _summary(book, title, books, tables)
        book.save(path)


def _lines(book: CashBook) -> Iterator[Sequence[Value]]:
    yield book.period.first, "", words.OPENING_BALANCE, None, None, book.opening_rupiah
    for row, each in enumerate(book.lines, HEAD_ROW + 2):
        balance = Formula(f"F{row - 1}+D{row}-E{row}", each.balance_rupiah)
        yield each.day, each.number, words.what(each), each.in_rupiah or None, each.out_rupiah or None, balance


def _summary(book: Workbook, title: str, books: Sequence[CashBook], tables: Sequence[Table]) -> None:
    """Every book in one line, taken from its sheet."""
    names = (f"{words.OPENING_BALANCE} (Rp)", wording.IN, wording.OUT, f"{words.CLOSING_BALANCE} (Rp)")
    columns = (
        Column(words.CASH_BOOK, width=34),
        *(Column(name, Kind.WHOLE, 20, summed=True) for name in names),
    )
    rows = []
    for row, (each, table) in enumerate(zip(books, tables, strict=True), HEAD_ROW + 1):
        came = (table.sum_of("D"), table.sum_of("E"))
        opening = Formula(f"{table.sheet}!F{table.first}", each.opening_rupiah)
        closing = Formula(f"B{row}+C{row}-D{row}", each.closing_rupiah)
        rows.append((words.book_name(each), opening, *came, closing))
    note = words.BETWEEN_BOOKS if len(books) > 1 else ""
    table_sheet(book, words.SUMMARY, title, columns, rows, footer=title, note=note)
