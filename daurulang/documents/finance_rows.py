"""The lines of profit and loss and of the balance sheet, the same on paper, in a workbook and on the screen."""

from __future__ import annotations

from daurulang.documents import finance_wording as words
from daurulang.reports.accounts import BalanceSheet, ProfitAndLoss

NamedRupiah = tuple[str, int]


def taken_off(profit: ProfitAndLoss) -> tuple[NamedRupiah, ...]:
    """What differences take off the margin, below zero where they do."""
    return (
        (words.STOCK_DIFFERENCE, -profit.stock_difference_rupiah),
        (words.CASH_DIFFERENCE, -profit.cash_difference_rupiah),
    )


def assets(sheet: BalanceSheet) -> tuple[NamedRupiah, ...]:
    """What the centre has, and what others owe it."""
    return (
        *((words.box(each.name), each.rupiah) for each in sheet.boxes),
        (words.BANK, sheet.bank_rupiah),
        (words.INVENTORY, sheet.inventory_rupiah),
        *((words.receivable(each.name), each.rupiah) for each in sheet.receivables),
        (words.DEBTS, sheet.debts_rupiah),
    )


def liabilities(sheet: BalanceSheet) -> tuple[NamedRupiah, ...]:
    """What the centre owes, and what is its own."""
    return (
        (words.SAVINGS, sheet.savings_rupiah),
        (words.OWNER, sheet.owner_rupiah),
        (words.OPENING, sheet.opening_rupiah),
        (words.RESULT, sheet.result_rupiah),
    )
