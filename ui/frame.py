"""The window as the system sees it: painted at once, filled when the rest of the program is there.

Nothing here names `QtCore.Qt`: making its enumerations takes as long as a quarter of an empty window.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.colours import DARK, LIGHT

RAIL_WIDTH = 204


class Frame(QMainWindow):
    """Shows one page at a time: the counter, the first steps, or why the book could not be opened."""

    painted = Signal()
    """The first frame is on the screen."""

    def __init__(self, *, dark: bool) -> None:
        super().__init__()
        self._colours = DARK if dark else LIGHT
        self._told = False
        self.setWindowTitle("Daur Ulang")
        self.resize(1366, 768)

    def show_page(self, page: QWidget) -> None:
        """Put a page in the place of the one before, which is thrown away."""
        before = self.takeCentralWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self.setCentralWidget(page)
        page.show()

    def page(self) -> QWidget | None:
        """The page shown; None until the program has begun."""
        return self.centralWidget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The grounds of rail and page, so that nothing flashes before they come."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours.page))
        if self.centralWidget() is None:
            painter.fillRect(0, 0, RAIL_WIDTH, self.height(), QColor(self._colours.rail))
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the page, which may still have something to keep."""
        page = self.centralWidget()
        if page is None or page.close():
            super().closeEvent(event)
        else:
            event.ignore()
