"""The words of expenses as the screen says them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.expenses.model import PaidFrom

translate = QCoreApplication.translate


def paid_from_word(pocket: PaidFrom) -> str:
    """Where the money was taken from."""
    return {
        PaidFrom.CASH: translate("Expenses", "Cash box"),
        PaidFrom.BANK: translate("Expenses", "Bank"),
        PaidFrom.OWNER: translate("Expenses", "The centre"),
    }[pocket]
