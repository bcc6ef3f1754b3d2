"""The words of the business as the screens say them, and days in the language of the screen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from daurulang.deposits.model import Payment
from daurulang.ledger.model import EntryKind
from daurulang.members.model import MemberKind
from daurulang.payouts.model import PayoutMethod
from daurulang.periods import Zone, clock_time, local
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
    }[kind]


def long_day(day: date) -> str:
    """Sabtu, 21 November 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def month_words(day: date) -> str:
    """November 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy")


def day_before_today(day: date, today: date) -> str:
    """A day that has gone by: "today", "yesterday", else "7 November", with its year when that is another."""
    match (today - day).days:
        case 0:
            return translate("Words", "today")
        case 1:
            return translate("Words", "yesterday")
    return QLocale().toString(
        QDate(day.year, day.month, day.day), "d MMMM" if day.year == today.year else "d MMMM yyyy"
    )


def moment_words(at_ms: int, zone: Zone, today: date) -> str:
    """A moment that has gone by: "09.12" of today, else "yesterday 09.12"."""
    time, day = clock_time(at_ms, zone), local(at_ms, zone).date()
    return time if day == today else f"{day_before_today(day, today)} {time}"
