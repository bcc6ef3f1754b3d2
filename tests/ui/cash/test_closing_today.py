"""Today is not closed for good by the same key twice while there is still work to be done on it."""

from datetime import date

from PySide6.QtCore import Qt

from daurulang.closings.day import days_state
from daurulang.periods import clock_at
from tests.ui.cash.test_screen import DAY_MS, EVENING, BoxDesk, desk

__all__ = ["desk"]

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
HOUR_MS = 3_600_000
MORNING = EVENING - 11 * HOUR_MS  # 08.00 in Bangkalan
TUESDAY = date(2026, 3, 10)


def ask(desk: BoxDesk) -> None:
    desk.open_cash()
    desk.press(KEY.Key_B, CTRL)
    desk.settle()
    desk.press(KEY.Key_F10)


def closed(desk: BoxDesk) -> date | None:
    return days_state(desk.book.db).last


def test_in_the_morning_the_word_is_typed(desk: BoxDesk) -> None:
    with clock_at(MORNING):
        ask(desk)
        panel = desk.cash.day
        for words in ("08.00", "nothing more can be booked today", "at any counter"):
            assert words in panel.words.text(), words
        assert panel.confirm.hasFocus()
        for _ in range(3):
            desk.press(KEY.Key_F10)
            desk.settle()
        assert closed(desk) is None
        assert "CLOSE" in panel.field.message()
        desk.type("clos\n\n")
        desk.settle()
        assert closed(desk) is None
        desk.type("close")
        desk.press(KEY.Key_F10)
        desk.settle()
        assert closed(desk) == TUESDAY
        assert panel.field.isHidden()


def test_enter_behind_the_word_closes(desk: BoxDesk) -> None:
    with clock_at(MORNING):
        ask(desk)
        desk.type(" close \n\n")
        desk.settle()
        assert closed(desk) == TUESDAY


def test_esc_puts_the_word_away(desk: BoxDesk) -> None:
    with clock_at(MORNING):
        ask(desk)
        desk.type("close")
        desk.press(KEY.Key_Escape)
        panel = desk.cash.day
        assert panel.field.isHidden()
        assert panel.confirm.text() == ""
        desk.press(KEY.Key_F10)
        assert panel.confirm.hasFocus()
        assert closed(desk) is None


def test_while_members_are_served_the_word_is_typed(desk: BoxDesk) -> None:
    with clock_at(EVENING - 4 * 60_000):
        desk.book.deposit(31_000)
    ask(desk)
    assert "L1-000001" in desk.cash.day.words.text()
    desk.press(KEY.Key_F10)
    desk.settle()
    assert closed(desk) is None


def test_in_the_evening_the_key_is_enough(desk: BoxDesk) -> None:
    with clock_at(EVENING - HOUR_MS):
        desk.book.deposit(31_000)
    ask(desk)
    assert "nothing more can be booked today" in desk.cash.day.words.text()
    assert desk.cash.day.field.isHidden()
    desk.press(KEY.Key_F10)
    desk.settle()
    assert closed(desk) == TUESDAY


def test_another_day_is_closed_in_the_morning(desk: BoxDesk) -> None:
    with clock_at(EVENING - 2 * DAY_MS):
        desk.book.deposit(31_000)
    with clock_at(EVENING - 2 * DAY_MS + HOUR_MS):
        ask(desk)
        desk.press(KEY.Key_F10)
        desk.settle()
        desk.press(KEY.Key_Escape)
        desk.press(KEY.Key_F2)
    with clock_at(EVENING - DAY_MS):
        desk.book.deposit(31_000)
    with clock_at(MORNING):
        ask(desk)
        assert "today" not in desk.cash.day.words.text()
        desk.press(KEY.Key_F10)
        desk.settle()
        assert closed(desk) == date(2026, 3, 9)
