"""Two columns that stand below each other where the window is narrow or the text large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.pages import Pages


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


class SideStack(Pages):
    """Pages for the side of `Columns`, each with its own width (in pixels at 100 % text)."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width

    def show_page(self, page: QWidget, width: int) -> None:
        """Show one page, as wide as it needs to be."""
        self._width = width
        self.setCurrentWidget(page)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """No: Qt would ask the tallest page, shown or not. The page shown is asked by the hints below."""
        return False

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        page, width = self.currentWidget(), theme.current().px(self._width)
        if page is None:
            return QSize(width, 0)
        return QSize(width, page.heightForWidth(width) if page.hasHeightForWidth() else page.minimumSizeHint().height())


def stacked(widgets: Sequence[QWidget], grows: QWidget | None = None) -> QWidget:
    """Widgets under each other; one of them takes the room, or what is left stays empty below."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.current().space(12))
    for widget in widgets:
        layout.addWidget(widget, 1 if widget is grows else 0)
    if grows is None:
        layout.addStretch(1)
    return column
