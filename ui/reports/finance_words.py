"""The words of the money reports as the screen says them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.cash.model import OtherSide
from daurulang.ledger.model import EntryKind
from daurulang.reports.accounts import BalanceSheet, ProfitAndLoss
from daurulang.reports.cash_book import CashBook, CashLine
from ui.reports.finance_sheet import Line, Weight
from ui.words import entry_kind_word

translate = QCoreApplication.translate


def book_words(book: CashBook) -> str:
    """The box of a counter, or the bank."""
    return box_words(book.counter) if book.counter else translate("Finance", "Bank")


def box_words(counter: str) -> str:
    """What lies at a counter."""
    return translate("Finance", "Cash {counter}").format(counter=counter)


def line_words(line: CashLine) -> str:
    """What a line of a cash book was: its kind, whose it was, and why."""
    words = entry_kind_word(line.kind)
    if line.reverses:
        words += f" {line.reverses}"
    if line.kind is EntryKind.EXPENSE:
        return f"{words} {line.name}: {line.note}"
    if line.other_side is not None:
        sides = {OtherSide.BANK: translate("Finance", "bank"), OtherSide.OWNER: translate("Finance", "centre")}
        words += f" ({sides[line.other_side]})"
    if line.name and line.note:
        return f"{words} ({line.name}): {line.note}"
    return f"{words}: {line.name or line.note}" if line.name or line.note else words


def profit_lines(profit: ProfitAndLoss) -> list[Line]:
    """From the sales to what is left."""
    left = translate("Finance", "Net profit") if profit.surplus_rupiah >= 0 else translate("Finance", "Net loss")
    return [
        Line(translate("Finance", "Sales"), profit.sales_rupiah),
        Line(translate("Finance", "Cost of the goods sold"), -profit.cost_of_goods_rupiah),
        Line(translate("Finance", "Margin"), profit.margin_rupiah, Weight.SUM),
        Line(translate("Finance", "Goods lost and count differences"), -profit.stock_difference_rupiah),
        Line(translate("Finance", "Cash differences"), -profit.cash_difference_rupiah),
        *(Line(each.name, -each.rupiah, Weight.DETAIL) for each in profit.expenses),
        Line(translate("Finance", "All expenses"), -profit.expenses_rupiah),
        Line(left, profit.surplus_rupiah, Weight.SUM),
    ]


def asset_lines(sheet: BalanceSheet) -> list[Line]:
    """What the centre has and what others owe it."""
    owed = translate("Finance", "Owed by {buyer}")
    return [
        *(Line(box_words(each.name), each.rupiah) for each in sheet.boxes),
        Line(translate("Finance", "Bank"), sheet.bank_rupiah),
        Line(translate("Finance", "Goods in store, at cost"), sheet.inventory_rupiah),
        *(Line(owed.format(buyer=each.name), each.rupiah) for each in sheet.receivables),
        Line(translate("Finance", "Owed by members"), sheet.debts_rupiah),
        Line(translate("Finance", "All assets"), sheet.assets_rupiah, Weight.SUM),
    ]


def liability_lines(sheet: BalanceSheet) -> list[Line]:
    """What the centre owes and what is its own."""
    return [
        Line(translate("Finance", "Savings of the members"), sheet.savings_rupiah),
        Line(translate("Finance", "Put in by the centre"), sheet.owner_rupiah),
        Line(translate("Finance", "From before this book"), sheet.opening_rupiah),
        Line(translate("Finance", "Result until that day"), sheet.result_rupiah),
        Line(translate("Finance", "All liabilities and equity"), sheet.liabilities_and_equity_rupiah, Weight.SUM),
    ]
