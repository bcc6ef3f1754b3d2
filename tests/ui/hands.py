"""The whole program in a test, worked by the keyboard alone."""

import gc
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from daurulang.config import Machine, save_machine
from ui import preferences, tasks, theme, translation
from ui.preferences import Preferences
from ui.program import Program
from ui.window import MainWindow

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """A program and its keys. English, so that the tests read as the source does."""

    def __init__(self, qtbot: QtBot, app: QApplication, place: str = "") -> None:
        self.qtbot = qtbot
        self.program = Program(app, place)
        with qtbot.waitActive(self.program.frame):
            self.program.frame.show()
            self.program.frame.activateWindow()

    @property
    def window(self) -> MainWindow:
        window = self.program.window
        assert window is not None
        return window

    def page(self, kind: type[W]) -> W:
        """Wait until the frame shows a page of a kind."""
        self.until(lambda: isinstance(self.program.frame.page(), kind))
        page = self.program.frame.page()
        assert isinstance(page, kind)
        return page

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=20_000)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.program.frame, key, modifier)
        QApplication.processEvents()

    def enter(self, *texts: str) -> None:
        """Type each text and press Enter after it."""
        for text in texts:
            self.type(text)
            self.press(Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.program.frame, text)

    def first_steps(self, centre: str = "RDU Bangkalan") -> None:
        """From nothing to the counter: centre, no signatories, Siti Aminah with 123456, the starter list, the usual
        paper and backup place.
        """
        from ui.centre.wizard import Wizard

        self.page(Wizard)
        self.enter(centre, "", "", "", "", "", "", "", "", "Siti Aminah", "123456", "123456", "", "", "", "")
        self.counter()

    def counter(self) -> MainWindow:
        """Wait for the counter to be shown."""
        self.until(lambda: self.program.window is not None and bool(self.program.window.shown()))
        return self.window

    def sign_in(self, pin: str) -> None:
        self.counter()
        self.enter(pin)
        self.until(lambda: not self.window.locked())


@contextmanager
def hands_on(qtbot: QtBot, app: QApplication, home: Path, place: str = "") -> Iterator[Hands]:
    """A program whose data and settings lie in `home` ($DAURULANG_HOME); what it changes of the process is undone."""
    home.mkdir(parents=True, exist_ok=True)
    if not (home / "window.ini").exists():
        preferences.save(Preferences(language=translation.ENGLISH))
    hook, level = sys.excepthook, logging.getLogger().level
    hands = Hands(qtbot, app, place)
    try:
        yield hands
    finally:
        tasks.stop_all(hands.program.frame)
        QApplication.processEvents()
        hands.program.close_book()
        hands.program.frame.hide()
        hands.program.frame.deleteLater()
        hands.program.deleteLater()
        QApplication.processEvents()
        gc.enable()
        sys.excepthook = hook
        logging.getLogger().setLevel(level)
        for handler in list(logging.getLogger().handlers):
            if isinstance(handler, RotatingFileHandler):
                logging.getLogger().removeHandler(handler)
                handler.close()
        translation.install(app, translation.ENGLISH)
        theme.apply(app, dark=False, scale_percent=100)


def work_on(home: Path, place: Path) -> None:
    """Make a book this machine's own."""
    home.mkdir(parents=True, exist_ok=True)
    save_machine(Machine(database=str(place)))
