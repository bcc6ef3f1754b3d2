"""The lines typed so far on a form: Enter takes one back for a correction, Delete takes it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.rows import Column
from ui.widgets.table import TableView


class Placed(Protocol):
    """A line that knows where it stands, from 1."""

    @property
    def position(self) -> int:
        """From 1."""


L = TypeVar("L", bound=Placed)


class TypedLines(QWidget, Generic[L]):
    """The list above an entry row; its first free key goes back to typing."""

    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    left = Signal(str)
    """The person types on: the text of the key, "" for Esc."""

    def __init__(self, columns: Sequence[Column[L]], *, empty: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: TableView[L] = TableView(columns, empty=empty, name=name)
        self.table.filter.hide()
        self.table.LEAST_OPEN = 200  # a name with its condition says more than what comes after it
        self.table.setFocusProxy(self.table.grid)
        self.table.grid.horizontalHeader().setSectionsClickable(False)
        self.table.grid.installEventFilter(self)
        self.table.opened.connect(lambda line: self.edit_wanted.emit(line.position))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def show_lines(self, lines: Sequence[L]) -> None:
        """Show these, the newest in sight; the cursor is shown only while somebody is in the list."""
        row = self.table.grid.currentIndex().row()
        self.table.show_rows(lines)
        if self.table.grid.hasFocus() and lines:
            self._stand_on(min(max(row, 0), len(lines) - 1))
        else:
            self._stand_nowhere()
            self.table.grid.scrollToBottom()

    def start(self, position: int | None = None) -> bool:
        """Walk into the list, on its last line or the one at `position` (from 1); False when it is empty."""
        count = self.table.model.rowCount()
        if not count:
            return False
        self.table.grid.setFocus(Qt.FocusReason.TabFocusReason)
        self._stand_on((position or count) - 1)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete, Esc and whatever would be typed; the cursor goes with the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self._stand_nowhere()
        elif event.type() == QEvent.Type.FocusIn and not self.table.grid.currentIndex().isValid():
            self._stand_on(self.table.model.rowCount() - 1)
        elif event.type() == QEvent.Type.KeyPress:
            return self._heard(cast("QKeyEvent", event))
        return False

    def _heard(self, event: QKeyEvent) -> bool:
        line = self.table.current_row()
        if event.key() == Qt.Key.Key_Delete:
            if line is not None:
                self.remove_wanted.emit(line.position)
            return True
        last = self.table.grid.currentIndex().row() == self.table.model.rowCount() - 1
        if event.key() == Qt.Key.Key_Down and last:
            self.left.emit("")
            return True
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and event.text().isprintable() and event.text().strip():
            self.left.emit(event.text())
            return True
        return False

    def _stand_on(self, row: int) -> None:
        if row >= 0:
            self.table.grid.setCurrentIndex(self.table.model.index(row, 0))

    def _stand_nowhere(self) -> None:
        self.table.grid.setCurrentIndex(QModelIndex())
        self.table.grid.clearSelection()
