"""Choosing the picture of a material."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, theme

ICONS = (
    "package",
    "box",
    "layers",
    "milk",
    "cup-soda",
    "bottle-wine",
    "wine",
    "glass-water",
    "droplet",
    "droplets",
    "shopping-bag",
    "spray-can",
    "paint-bucket",
    "candy",
    "utensils",
    "cooking-pot",
    "file-text",
    "newspaper",
    "book-open",
    "notebook-text",
    "sticky-note",
    "image",
    "anvil",
    "hammer",
    "bolt",
    "nut",
    "wrench",
    "cog",
    "cylinder",
    "drum",
    "barrel",
    "cable",
    "zap",
    "plug",
    "fuel",
    "spool",
    "grid-3x3",
    "blocks",
    "square",
    "circuit-board",
    "cpu",
    "laptop",
    "monitor",
    "tv",
    "smartphone",
    "disc-3",
    "fan",
    "refrigerator",
    "washing-machine",
    "air-vent",
    "battery",
    "car-battery",
    "car",
    "life-buoy",
    "footprints",
    "shirt",
    "backpack",
    "scissors",
    "armchair",
    "hard-hat",
    "weight",
    "gem",
    "wheat",
    "sprout",
    "apple",
    "egg",
    "shrimp",
    "bone",
    "tree-deciduous",
    "tree-palm",
    "recycle",
    "leaf",
)


class IconGrid(QWidget):
    """All pictures at once; the arrows move the choice, Enter walks on (see `FormWalker`)."""

    changed = Signal(str)
    """The name of the picture chosen."""

    CELL = 28
    ABREAST = 13

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """The name of the picture chosen."""
        return ICONS[self._chosen]

    def choose(self, name: str) -> None:
        """Choose by name; an unknown one chooses the first."""
        self._choose(ICONS.index(name) if name in ICONS else 0)

    def sizeHint(self) -> QSize:
        lines = -(-len(ICONS) // self.ABREAST)
        return QSize(self.ABREAST * self._cell(), lines * self._cell())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self.ABREAST,
            Qt.Key.Key_Up: -self.ABREAST,
        }.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= self._chosen + step < len(ICONS):
            self._choose(self._chosen + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        number = place.y() // self._cell() * self.ABREAST + place.x() // self._cell()
        if place.x() < self.ABREAST * self._cell() and 0 <= number < len(ICONS):
            self._choose(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell, side = self._cell(), current.px(18)
        inset = (cell - side) // 2
        for number, name in enumerate(ICONS):
            left, top = number % self.ABREAST * cell, number // self.ABREAST * cell
            chosen = number == self._chosen
            if chosen:
                painter.setPen(current.colour("accent" if self.hasFocus() else "edge"))
                painter.setBrush(current.colour("accent_soft"))
                painter.drawRoundedRect(left + 1, top + 1, cell - 3, cell - 3, 6, 6)
            colour = current.colours.accent_text if chosen else current.colours.muted
            painter.drawPixmap(left + inset, top + inset, icons.pixmap(name, colour, side, self.devicePixelRatioF()))

    def _choose(self, number: int) -> None:
        self._chosen = number
        self.setAccessibleDescription(ICONS[number])
        self.update()
        self.changed.emit(ICONS[number])

    def _cell(self) -> int:
        return theme.current().px(self.CELL)
