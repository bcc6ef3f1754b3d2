"""Two columns that stand below each other where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme


class Columns(QWidget):
    """`main` takes the room, `side` its own width at the right, or the full width below when there is none."""

    def __init__(self, main: QWidget, side: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main, self._side = main, side
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.current().space(16))
        self._box.addWidget(main, 1)
        self._box.addWidget(side)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two."""
        main, side = self._main.minimumSizeHint(), self._side.minimumSizeHint()
        below = self._box.direction() is QBoxLayout.Direction.TopToBottom
        height = main.height() + self._box.spacing() + side.height() if below else max(main.height(), side.height())
        return QSize(max(main.width(), side.width(), self._main.minimumWidth(), self._side.minimumWidth()), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(self._side.minimumSizeHint().width(), self._side.minimumWidth())
        main = max(self._main.minimumSizeHint().width(), self._main.minimumWidth())
        fits = main + self._box.spacing() + side <= self.width()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()
