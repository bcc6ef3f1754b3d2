"""The dark rail at the left: where one is, and the key of every other place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.screen import ScreenEntry
from ui.widgets.card import ElidedText, Text


class _RailButton(QAbstractButton):
    """Icon, words and key of a screen; only icon and key while the rail is narrow."""

    def __init__(self, entry: ScreenEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.narrow = False
        self.setText(entry.title)
        self.setAccessibleName(entry.title)
        self.setAccessibleDescription(entry.key)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        current = theme.current()
        height = current.px(theme.BODY) + current.space(24)
        return QSize(60, height + current.px(theme.SMALL) if self.narrow else height)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setOpacity(1.0 if self.isChecked() else 0.5)
            painter.setBrush(current.colour("rail_active"))
            painter.drawRoundedRect(self.rect(), 9, 9)
            painter.setOpacity(1.0)
        colour = "rail_ink" if self.isChecked() else "rail_muted"
        side = current.px(18)
        picture = icons.pixmap(self.entry.icon, getattr(current.colours, colour), side, self.devicePixelRatioF())
        if self.narrow:
            painter.drawPixmap((self.width() - side) // 2, current.space(8), picture)
            below = self.rect().adjusted(0, current.space(8) + side, 0, -4)
            self._write(painter, below, self.entry.key, theme.SMALL, Qt.AlignmentFlag.AlignCenter, colour)
            return
        left = current.space(12)
        painter.drawPixmap(left, (self.height() - side) // 2, picture)
        words = self.rect().adjusted(left + side + current.space(10), 0, -left, 0)
        key_width = QFontMetrics(current.font(theme.SMALL)).horizontalAdvance(self.entry.key) + 8
        self._write(painter, words, self.entry.key, theme.SMALL, Qt.AlignmentFlag.AlignRight, "rail_muted")
        words.setRight(words.right() - key_width)
        self._write(painter, words, self.text(), theme.BODY, Qt.AlignmentFlag.AlignLeft, "rail_ink")

    def _write(
        self, painter: QPainter, where: QRect, text: str, size: int, side: Qt.AlignmentFlag, colour: str
    ) -> None:
        current = theme.current()
        strong = self.isChecked() and size == theme.BODY
        painter.setFont(current.font(size, QFont.Weight.DemiBold if strong else QFont.Weight.Medium))
        painter.setPen(current.colour(colour))
        painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, text)


class Rail(QFrame):
    """Name of the program and the centre, the screens, and at the bottom who works here."""

    wanted = Signal(str)
    """The id of a screen that was clicked."""

    WIDE, NARROW = 204, 64

    def __init__(self, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._buttons = {entry.id: _RailButton(entry, self) for entry in entries if entry.in_rail}
        self._brand = Text(self.tr("Daur Ulang"), "brand")
        self._place = Text("", "rail-note")
        self._place.setWordWrap(True)
        self._clerk = ElidedText("", "rail-note")
        self._palette_hint = Text(self.tr("Ctrl+K   find a command"), "rail-note")
        self._lock_hint = Text(self.tr("F12   lock the screen"), "rail-note")
        self._foot = (self._clerk, self._palette_hint, self._lock_hint)
        space = theme.current().space
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(4))
        for label in (self._brand, self._place):
            label.setContentsMargins(space(12), 0, 0, 0)
            layout.addWidget(label)
        layout.addSpacing(space(12))
        for button in self._buttons.values():
            button.clicked.connect(lambda _checked=False, name=button.entry.id: self.wanted.emit(name))
            layout.addWidget(button)
        layout.addStretch(1)
        for foot in self._foot:
            foot.setContentsMargins(space(12), 0, 0, 0)
            layout.addWidget(foot)
        self.set_narrow(narrow=False)

    def show_place(self, text: str) -> None:
        """The centre and counter: "RDU Bangkalan · Loket 1"."""
        self._place.setText(text)

    def show_clerk(self, text: str) -> None:
        """Who works here: "Siti Aminah · petugas loket"."""
        self._clerk.setText(text)

    def mark(self, name: str) -> None:
        """Show which screen stands open."""
        for each, button in self._buttons.items():
            button.setChecked(each == name)

    def set_narrow(self, *, narrow: bool) -> None:
        """Give the room to the screen: icons and keys alone."""
        current = theme.current()
        side = current.space(5 if narrow else 12)
        self.setContentsMargins(side, current.space(18), side, current.space(16))
        self.setFixedWidth(current.space(self.NARROW) if narrow else current.px(self.WIDE))
        for label in (self._brand, self._place, *self._foot):
            label.setVisible(not narrow)
        for button in self._buttons.values():
            button.narrow = narrow
            button.setToolTip(button.text() if narrow else "")
            button.updateGeometry()
