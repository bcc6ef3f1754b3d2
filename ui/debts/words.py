"""The sentences around what a member owes the centre; `ui.wording.worded` asks here too."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.debt_errors import DebtHoldsBack, MoreThanOwed
from daurulang.errors import UserError
from daurulang.quantities import format_rupiah

translate = QCoreApplication.translate


def debt_words(error: UserError) -> str:
    """What is wrong and what to do, "" for what is about no debt."""
    match error:
        case DebtHoldsBack(balance_rupiah=balance, debt_rupiah=debt):
            words = translate(
                "Wording",
                "Balance {balance}, debt {debt}: at most {most} can be paid out. Repay the debt first.",
            )
            return words.format(
                balance=format_rupiah(balance), debt=format_rupiah(debt), most=format_rupiah(error.most_rupiah)
            )
        case MoreThanOwed(debt_rupiah=0):
            return translate("Wording", "This member owes nothing any more.")
        case MoreThanOwed(debt_rupiah=debt):
            return translate("Wording", "The debt is {debt}; at most that can be repaid.").format(
                debt=format_rupiah(debt)
            )
    return ""


def offer_words(missing_rupiah: int) -> str:
    """The question before what was paid out already becomes a debt."""
    words = translate("Debts", "{amount} was paid out already: make it a debt of the member?")
    return words.format(amount=format_rupiah(missing_rupiah))


def way_out_words(missing_rupiah: int) -> str:
    """The same as the words of a button."""
    return translate("Debts", "Make {amount} a debt of the member").format(amount=format_rupiah(missing_rupiah))


def owed_words(debt_rupiah: int) -> str:
    """What stands beside a member who owes something, "" for all others."""
    return translate("Debts", "Owes {amount}").format(amount=format_rupiah(debt_rupiah)) if debt_rupiah else ""
