"""The sentences for what a slip written by hand is refused for; `ui.wording.worded` asks here too."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.errors import UserError
from daurulang.periods import short_day
from daurulang.slip_errors import SlipEnteredBefore, SlipNumberMissing, SlipTooOld

translate = QCoreApplication.translate


def slip_words(error: UserError) -> str:
    """What is wrong and what to do, "" for what is of no slip."""
    match error:
        case SlipNumberMissing():
            return translate("Wording", "Type the number that stands on the slip.")
        case SlipTooOld(first=first):
            words = translate("Wording", "Slips are entered from {day} on; import older ones as an old book (Ctrl+I).")
            return words.format(day=short_day(first))
        case SlipEnteredBefore(number=number, receipt=receipt):
            words = translate("Wording", "Slip {number} is in the book already as {receipt}; check the number.")
            return words.format(number=number, receipt=receipt)
    return ""
