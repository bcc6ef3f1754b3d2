"""The words of the business as the screens say them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.debts.model import RepaymentSource
from daurulang.deposits.model import Payment
from daurulang.ledger.model import EntryKind
from daurulang.members.model import MemberKind
from daurulang.payouts.model import PayoutMethod
from daurulang.quantities import Condition

translate = QCoreApplication.translate


def condition_word(condition: Condition) -> str:
    """The state a material is handed in."""
    return {
        Condition.CLEAN: translate("Words", "clean"),
        Condition.DIRTY: translate("Words", "dirty"),
        Condition.WET: translate("Words", "wet"),
        Condition.MIXED: translate("Words", "mixed"),
    }[condition]


def goods_words(name: str, condition: Condition) -> str:
    """A material with the condition it lies there in; clean is not said."""
    return name if condition is Condition.CLEAN else f"{name}  ·  {condition_word(condition)}"


def member_kind_word(kind: MemberKind) -> str:
    """What kind of member somebody is."""
    return {
        MemberKind.INDIVIDUAL: translate("Words", "Person"),
        MemberKind.GROUP: translate("Words", "Group"),
        MemberKind.INSTITUTION: translate("Words", "Institution"),
        MemberKind.SCHOOL: translate("Words", "School"),
    }[kind]


def payment_word(payment: Payment) -> str:
    """How a deposit is paid."""
    return {
        Payment.SAVINGS: translate("Words", "Savings"),
        Payment.CASH: translate("Words", "Cash"),
        Payment.SPLIT: translate("Words", "Split"),
        Payment.GIVEN: translate("Words", "Donate"),
    }[payment]


def payout_method_word(method: PayoutMethod) -> str:
    """How a payout reaches the member."""
    return {
        PayoutMethod.CASH: translate("Words", "Cash"),
        PayoutMethod.TRANSFER: translate("Words", "Bank transfer"),
    }[method]


def source_word(source: RepaymentSource) -> str:
    """Where the repayment of a debt comes from."""
    return {
        RepaymentSource.SAVINGS: translate("Words", "From the savings"),
        RepaymentSource.CASH: translate("Words", "In cash"),
    }[source]


def entry_kind_word(kind: EntryKind) -> str:
    """What was posted."""
    return {
        EntryKind.DEPOSIT: translate("Words", "Deposit"),
        EntryKind.PAYOUT: translate("Words", "Payout"),
        EntryKind.OPENING_BALANCE: translate("Words", "Opening balance"),
        EntryKind.REVERSAL: translate("Words", "Reversal"),
        EntryKind.CASH_OPENING: translate("Words", "Cash box opened"),
        EntryKind.CASH_MOVEMENT: translate("Words", "Cash moved"),
        EntryKind.CASH_CLOSING: translate("Words", "Cash box closed"),
        EntryKind.STOCKTAKE: translate("Words", "Stock count"),
        EntryKind.DEBT_REPAYMENT: translate("Words", "Repayment of a debt"),
        EntryKind.DAY_CLOSING: translate("Words", "Day closed"),
        EntryKind.MONTH_CLOSING: translate("Words", "Month closed"),
        EntryKind.MONTH_REOPENING: translate("Words", "Month opened again"),
        EntryKind.LOAD: translate("Words", "Load"),
        EntryKind.BATCH: translate("Words", "Processing"),
        EntryKind.DISPOSAL: translate("Words", "To the landfill"),
        EntryKind.SALE: translate("Words", "Sale"),
        EntryKind.BUYER_PAYMENT: translate("Words", "Payment of a buyer"),
        EntryKind.EXPENSE: translate("Words", "Expense"),
    }[kind]
