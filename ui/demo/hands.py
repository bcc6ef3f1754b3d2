"""Hands on the keyboard and an eye on the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui import tasks
from ui.program import Program

Key = Qt.Key
_KEYS = {"\n": Key.Key_Return, "\t": Key.Key_Tab, "\b": Key.Key_Backspace}
_PATIENCE_SECONDS = 30


class NothingHappened(Exception):
    """The window did not do what the demo expects: a bug."""


class Hands:
    """Types into whatever has the focus and keeps numbered pictures in a folder."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program = program
        self._folder = folder
        self._pictures = 0

    def type(self, text: str) -> None:
        """Type words; a line break is Enter."""
        for letter in text:
            if letter in _KEYS:
                self.press(_KEYS[letter])
            else:
                QTest.keyClicks(self._focus(), letter)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, and let the window answer."""
        QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def ctrl(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def settle(self) -> None:
        """Let what is on its way arrive: painting, and work beside the counter."""
        QCoreApplication.processEvents()
        self.until(self._idle, "the work beside the counter to end")
        QCoreApplication.processEvents()

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait for something to become true; raises `NothingHappened`."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not true():
            if time.monotonic() > deadline:
                raise NothingHappened(what)
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def picture(self, name: str) -> Path:
        """Keep what the window shows and print where."""
        self.settle()
        self._pictures += 1
        path = self._folder / f"{self._pictures:02d}-{name}.png"
        self.program.frame.grab().save(str(path))
        print(path)
        return path

    def _idle(self) -> bool:
        return not any(lane.is_busy() for lane in self.program.frame.findChildren(tasks.Lane))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.program.window or self.program.frame
