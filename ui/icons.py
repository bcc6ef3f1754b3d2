"""Icons from `resources/icons/<name>.svg`, tinted to a colour of the theme and kept."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources import paths
from ui import theme


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon in `colour` (#rrggbb), `size` logical pixels square; empty when there is no such icon."""
    return _tinted(name, colour, size, ratio)


@cache
def _tinted(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(str(paths.path(f"icons/{name}.svg")))
    if renderer.isValid():
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(image.rect(), QColor(colour))
        painter.end()
    image.setDevicePixelRatio(ratio)
    return image


class Icon(QWidget):
    """One icon in a colour token of the theme; `size` is in pixels at 100 % text."""

    def __init__(self, name: str, colour: str = "muted", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, colour: str) -> None:
        """Change the picture and its colour token."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        colour = getattr(current.colours, self._colour)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap(self._name, colour, current.px(self._size), self.devicePixelRatioF()))
