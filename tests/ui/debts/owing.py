"""Somebody who owes, at the desk of a test."""

from PySide6.QtCore import Qt

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.members.queries import at_counter
from tests.book import PRICED_FROM, new_key
from tests.ui.desk import Desk

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
REASON = "salah timbang, kardus basah"


def allow(desk: Desk) -> None:
    change_rule(desk.book.db, CounterRule(debt_allowed=True), PRICED_FROM)


def owe(desk: Desk, saved: int = 0) -> None:
    """Nur Hayati owes Rp 15.000 and has saved something since."""
    allow(desk)
    book = desk.book
    original = book.deposit(31_000)
    book.payout(15_000)
    reverse(book.db, book.desk, ReversalDraft(new_key(), original, REASON, book.desk.staff_id, 15_000))
    if saved:
        book.deposit(saved)


def owed(desk: Desk) -> int:
    return at_counter(desk.book.db, desk.book.member_id).debt_rupiah


def ask_about_the_oldest(desk: Desk, key: Qt.Key = KEY.Key_R) -> None:
    """Of a deposit that was paid out since."""
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Down)
    desk.press(key, CTRL)
    desk.settle()


def at_payout(desk: Desk) -> None:
    desk.press(KEY.Key_F3)
    desk.settle()
    desk.type("nur\n")
    assert desk.payout.amount.hasFocus()
