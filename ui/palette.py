"""Ctrl+K: type to find any screen or act."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.overlay import Overlay
from ui.screen import Act
from ui.widgets.suggest import Suggestion, SuggestionList
from ui.widgets.table import FilterEdit


class CommandPalette(Overlay):
    """All acts there are now; words may come in any order."""

    WIDTH = 560
    MOST_ROWS = 9

    def __init__(self, window: QWidget, acts: Sequence[Act]) -> None:
        super().__init__(window)
        self._acts = acts
        self._found: list[Act] = []
        self.edit = FilterEdit()
        self.edit.setPlaceholderText(self.tr("Type what you want to do"))
        self.edit.setAccessibleName(self.tr("Find a command"))
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._look)
        self.list = SuggestionList()
        self.list.clicked.connect(self._run)
        self.list.setMinimumHeight(self.MOST_ROWS * theme.current().space(44))
        self.body.addWidget(self.edit)
        self.body.addWidget(self.list)
        self._look("")

    def open(self) -> None:
        super().open()
        self.edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Tab:
                    self.list.move(1)
                case Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                    self.list.move(-1)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._run()
                case _:
                    return False
            return True
        return super().eventFilter(watched, event)

    def _look(self, text: str) -> None:
        words = text.casefold().split()
        found = [act for act in self._acts if _matches(act, words)]
        self._found = sorted(found, key=lambda act: not act.title.casefold().startswith(text.casefold()))
        if self._found:
            self.list.show_rows([Suggestion(act.title, act.detail, act.key) for act in self._found])
        else:
            self.list.show_message(self.tr("Nothing found."))

    def _run(self) -> None:
        row = self.list.row()
        if 0 <= row < len(self._found):
            act = self._found[row]
            self.close_overlay()
            act.run()


def _matches(act: Act, words: list[str]) -> bool:
    text = f"{act.title} {act.detail} {act.key}".casefold()
    return all(word in text for word in words)
