"""The sentences for what is refused at the cash box; `ui.wording.worded` asks here too."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.cash_errors import CashTooLittle, CountStands
from daurulang.errors import UserError
from daurulang.quantities import format_rupiah

translate = QCoreApplication.translate


def cash_words(error: UserError) -> str:
    """What is wrong and what to do, "" for what is of no cash box."""
    match error:
        case CashTooLittle():
            return translate("Wording", "By the book the box holds less; check it, or enter first what was added (F8).")
        case CountStands(counted_rupiah=counted):
            return translate("Wording", "The box was counted before, {counted}: that first count is posted.").format(
                counted=format_rupiah(counted)
            )
    return ""
