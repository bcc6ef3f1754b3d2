"""The field in which a line of a form begins: what goes on from it while it is empty."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.widgets.suggest import SuggestEdit

T = TypeVar("T")


class LineStartEdit(SuggestEdit[T]):
    """Enter in the empty field goes on to what is asked behind the lines, Up in it to the lines."""

    skipped = Signal()
    up_wanted = Signal()

    def accept_entry(self) -> bool:
        """Choose; an empty field means that no line follows."""
        if not self.text().strip() and not self.popup_open():
            self.skipped.emit()
            return False
        return super().accept_entry()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z in the empty field is left to the list of lines."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and not self.text() and not self.popup_open():
            self.up_wanted.emit()
            return
        super().keyPressEvent(event)
