"""Hands at the import screen."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import Qt

from daurulang.database import Database
from daurulang.exchange.columns import ListKind
from tests.ui.hands import Hands
from ui.exchange.screen import ImportScreen

KEY = Qt.Key


def screen_of(hands: Hands) -> ImportScreen:
    screen = hands.window.current_screen()
    assert isinstance(screen, ImportScreen)
    return screen


def db_of(hands: Hands) -> Database:
    return hands.program.the_session().db


def workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def step(hands: Hands) -> int:
    return screen_of(hands)._steps.currentIndex()


def choose_kind(hands: Hands, kind: ListKind) -> None:
    """From the path back to the kinds and on again."""
    hands.press(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    while screen_of(hands).choose.kind.value() != kind:
        hands.press(KEY.Key_Right)
    hands.press(KEY.Key_Return)


def look_at(hands: Hands, path: Path) -> ImportScreen:
    """From the path to every row's fate."""
    hands.enter(str(path))
    hands.until(lambda: step(hands) == 1)
    hands.press(KEY.Key_F10)
    hands.until(lambda: step(hands) == 2)
    return screen_of(hands)
