"""A panel over the window: help, the command palette, the lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import theme


class Overlay(QWidget):
    """Covers its window and keeps the focus inside; put widgets into `body`. Closing gives the focus back."""

    closed = Signal()

    WIDTH = 520
    OPAQUE = False

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._before: QWidget | None = None
        self._inside: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("role", "overlay")
        space = theme.current().space
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(space(22), space(20), space(22), space(20))
        self.body.setSpacing(space(10))
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_focus)

    def open(self) -> None:
        """Show the panel over the whole window."""
        self._before = QApplication.focusWidget()
        self._fit()
        self.show()
        self.raise_()

    def close_overlay(self) -> None:
        """Take it away."""
        self.hide()
        self.closed.emit()
        before = self._before
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def give_focus_to(self, widget: QWidget) -> None:
        """Where the focus is to be once this is gone."""
        self._before = widget

    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What wants the focus under the panel, such as a form whose save has ended, gets it when the panel goes."""
        if now is None or not self.isVisible():
            return
        if self.isAncestorOf(now):
            self._inside = now
        elif now.window() is self.window() and self._inside is not None:
            self._before = now
            self._inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        inside = [each for each in self.panel.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        stops = [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if stops:
            here = next((number for number, each in enumerate(stops) if each.hasFocus()), -1)
            stops[(here + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = theme.current().colour("page") if self.OPAQUE else QColor(8, 18, 13, 110)
        QPainter(self).fillRect(self.rect(), veil)

    def _fit(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        current = theme.current()
        width = min(current.px(self.WIDTH), self.width() - 40)
        wanted = self.panel.heightForWidth(width) if self.panel.hasHeightForWidth() else self.panel.sizeHint().height()
        height = min(wanted, self.height() - 40)
        top = (self.height() - height) // 2 if self.OPAQUE else min(current.space(90), (self.height() - height) // 2)
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)


def put_focus(widget: QWidget) -> None:
    """Focus a widget; one that the lock has disabled gets it when the lock is opened."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if not widget.isEnabled():
        for overlay in widget.window().findChildren(Overlay):
            overlay.give_focus_to(widget)
