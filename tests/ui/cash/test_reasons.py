"""Why cash was moved is read whole at F8, however narrow the list."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.service import MovementDraft, move_cash
from tests.book import new_key
from tests.ui.cash.test_screen import BoxDesk, desk, opened

__all__ = ["desk"]

KEY = Qt.Key
LONG = "modal pagi dari kantor pusat untuk kembalian loket satu dan loket dua sampai dengan hari Jumat"


def moved(desk: BoxDesk, reason: str) -> None:
    draft = MovementDraft(new_key(), Direction.IN, OtherSide.BANK, 50_000, reason)
    move_cash(desk.book.db, desk.book.desk, draft)


def test_the_row_under_the_cursor_stands_whole_below_the_list(desk: BoxDesk) -> None:
    opened(desk)
    moved(desk, "uang kecil")
    moved(desk, LONG)
    desk.press(KEY.Key_F2)
    desk.open_cash()
    told = desk.cash.whole
    for words in (LONG, "L1-000003", "Siti Aminah"):
        assert words in told.text(), words
    assert told.height() >= told.heightForWidth(told.width())
    desk.cash.acts_table.filter.setFocus()
    desk.press(KEY.Key_Down)
    assert "uang kecil" in told.text()
    desk.press(KEY.Key_Down)
    assert "L1-000001" in told.text()


def test_nothing_is_told_of_no_row(desk: BoxDesk) -> None:
    desk.open_cash()
    assert desk.cash.whole.isHidden()


def test_a_cell_that_is_cut_says_all_under_the_mouse(desk: BoxDesk) -> None:
    opened(desk)
    moved(desk, LONG)
    desk.press(KEY.Key_F2)
    desk.open_cash()
    grid = desk.cash.acts_table.grid
    for column, words in ((1, ""), (3, LONG)):
        at = grid.visualRect(grid.model().index(0, column)).center()
        help_event = QHelpEvent(QEvent.Type.ToolTip, at, grid.viewport().mapToGlobal(QPoint(at)))
        QApplication.sendEvent(grid.viewport(), help_event)
        assert QToolTip.text() == words
