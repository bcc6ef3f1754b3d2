"""How Enter walks through a form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_FORWARD = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@runtime_checkable
class Checks(Protocol):
    """An editor that looks at what was typed before Enter leaves it."""

    def accept_entry(self) -> bool:
        """True to walk on; False to stay, with the problem said."""


class FormWalker(QObject):
    """Enter goes to the next editor, Shift+Tab to the one before; `finished` after the last.

    Editors that are hidden or disabled are passed over. A button in the row is pressed by Enter. In a text of
    several lines Enter is a new line and Ctrl+Enter is left to the screen (save).
    """

    finished = Signal()

    def __init__(self, editors: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._editors = list(editors)
        for editor in self._editors:
            editor.installEventFilter(self)

    def start(self) -> None:
        """Focus the first editor that can be typed in."""
        self._order()
        self._go(-1, 1)

    def go_to(self, editor: QWidget) -> None:
        """Focus one editor with its text selected."""
        focus_and_select(editor)

    def next(self) -> None:
        """Walk on from the editor with focus without asking it (used after a choice by mouse)."""
        for index, editor in enumerate(self._editors):
            if _has_keys(editor):
                self._go(index, 1)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._order()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched not in self._editors or not isinstance(watched, QWidget):
            return False
        index = self._editors.index(watched)
        if event.key() == Qt.Key.Key_Backtab:
            return self._go(index, -1)
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if (
            event.key() not in _FORWARD
            or not plain
            or isinstance(watched, QAbstractButton | QTextEdit | QPlainTextEdit)
        ):
            return False
        if (not isinstance(watched, Checks) or watched.accept_entry()) and _has_keys(watched):
            self._go(index, 1)
        return True

    def _order(self) -> None:
        """Let Tab walk the same way; Qt takes the order only once all editors stand in one window."""
        for before, after in pairwise(self._editors):
            if before.window() is after.window():
                QWidget.setTabOrder(before, after)

    def _go(self, index: int, step: int) -> bool:
        index += step
        while 0 <= index < len(self._editors):
            editor = self._editors[index]
            if editor.isEnabled() and editor.isVisible():
                focus_and_select(editor)
                return True
            index += step
        if step > 0:
            self.finished.emit()
            return True
        return False


def _has_keys(editor: QWidget) -> bool:
    """Whether keys go to the editor; unlike `hasFocus` also where no window manager activates windows (a kiosk)."""
    return editor.window().focusWidget() is editor


def focus_and_select(editor: QWidget) -> None:
    """Put the focus there; typed digits then replace what a line edit holds."""
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(editor, QLineEdit):
        editor.selectAll()
