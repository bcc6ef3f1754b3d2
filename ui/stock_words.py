"""The sentences for what is refused while the stock is counted; `ui.wording.worded` asks here too."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang import stock_errors
from daurulang.errors import UserError

translate = QCoreApplication.translate


def stock_words(error: UserError) -> str:
    """What is wrong and what to do, "" for what is of no count."""
    match error:
        case stock_errors.NothingCounted():
            return translate("Wording", "Nothing was counted yet.")
        case stock_errors.CountedTwice():
            return translate("Wording", "A material stands there twice; add it up first.")
        case stock_errors.StockChanged(materials=materials):
            words = translate("Wording", "The stock has changed since the count began: {materials}. Look at it again.")
            return words.format(materials=", ".join(materials))
        case stock_errors.DifferenceUnexplained(material=material):
            return translate("Wording", "{material} differs from the book: say why.").format(material=material)
        case stock_errors.AlreadyCounted():
            return translate("Wording", "The store was counted before; only its first count is the opening stock.")
        case stock_errors.StockListStays():
            return translate("Wording", "The opening stock cannot be undone: count the materials again (Ctrl+O).")
    return ""
