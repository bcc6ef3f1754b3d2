"""A flow painted as ribbons: from the sources at the left through the middle to where it went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.chart import Bar, Chart

_Align = Qt.AlignmentFlag


class FlowChart(Chart):
    """Bars are ribbons; those of the right side are `quiet`. Both sides come to the same."""

    THICKNESS, NODE, GAP = 170, 10, 6
    MOST_LABEL = 0.34

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._left: Sequence[Bar] = ()
        self._right: Sequence[Bar] = ()

    def show_bars(self, bars: Sequence[Bar], summary: str) -> None:
        """Show these; `summary` says the same in words."""
        self._left = [bar for bar in bars if not bar.quiet]
        self._right = [bar for bar in bars if bar.quiet]
        self.setAccessibleDescription(summary)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        current = theme.current()
        tallest = max(self._height(self._left), self._height(self._right), current.px(self.THICKNESS))
        return QSize(280, round(tallest) + current.space(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def _scale(self) -> float:
        total = sum(bar.size for bar in self._left)
        return theme.current().px(self.THICKNESS) / total if total else 0.0

    def _room(self, bar: Bar) -> float:
        """How high a ribbon stands with its two lines of words."""
        return max(bar.size * self._scale(), 2.15 * QFontMetricsF(theme.current().font(theme.SMALL)).height())

    def _height(self, bars: Sequence[Bar]) -> float:
        return sum(self._room(bar) for bar in bars) + self.GAP * max(len(bars) - 1, 0)

    def _paint(self, painter: QPainter, where: QRectF) -> list[tuple[QRectF, str]]:
        if not self._left or not self._right:
            return []
        current = theme.current()
        thick = current.px(self.THICKNESS)
        middle = QRectF(where.center().x() - self.NODE / 2, where.center().y() - thick / 2, self.NODE, thick)
        label = min(self._labels(), self.MOST_LABEL * where.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(middle, current.colour("accent"))
        hits: list[tuple[QRectF, str]] = []
        for bars, is_left in ((self._left, True), (self._right, False)):
            edge = where.left() + label if is_left else where.right() - label - self.NODE
            y, inner = where.center().y() - self._height(bars) / 2, middle.top()
            for bar in bars:
                high, room = bar.size * self._scale(), self._room(bar)
                node = QRectF(edge, y + (room - high) / 2, self.NODE, max(high, 1))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.fillRect(node, current.colour("accent"))
                ends = (node.right(), node.top(), middle.left(), inner)
                if not is_left:
                    ends = (middle.right(), inner, node.left(), node.top())
                painter.fillPath(_ribbon(*ends, high), _pale(current.colour("accent")))
                words = QRectF(where.left() if is_left else node.right(), y, label, room)
                self._write(painter, words, bar, is_left=is_left)
                hits.append((words.united(node), f"{bar.name}  {bar.words}"))
                y, inner = y + room + self.GAP, inner + high
        return hits

    def _labels(self) -> float:
        current = theme.current()
        named = QFontMetricsF(current.font(theme.SMALL))
        said = QFontMetricsF(current.font(theme.SMALL, QFont.Weight.DemiBold))
        widths = [
            max(named.horizontalAdvance(bar.name), said.horizontalAdvance(bar.words))
            for bar in (*self._left, *self._right)
        ]
        return max(widths) + current.space(12)

    @staticmethod
    def _write(painter: QPainter, where: QRectF, bar: Bar, *, is_left: bool) -> None:
        current = theme.current()
        inner = where.adjusted(current.space(2), 0, -current.space(8), 0)
        if not is_left:
            inner = where.adjusted(current.space(8), 0, 0, 0)
        plain, strong = current.font(theme.SMALL), current.font(theme.SMALL, QFont.Weight.DemiBold)
        side = _Align.AlignRight if is_left else _Align.AlignLeft
        half = QFontMetricsF(plain).height()
        top = inner.center().y() - half
        for text, font, colour, line in ((bar.name, plain, "muted", 0), (bar.words, strong, "ink", 1)):
            painter.setFont(font)
            painter.setPen(current.colour(colour))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRectF(inner.left(), top + line * half, inner.width(), half), side, shown)


def _ribbon(x: float, y: float, to_x: float, to_y: float, high: float) -> QPainterPath:
    middle = (x + to_x) / 2
    path = QPainterPath(QPointF(x, y))
    path.cubicTo(middle, y, middle, to_y, to_x, to_y)
    path.lineTo(to_x, to_y + high)
    path.cubicTo(middle, to_y + high, middle, y + high, x, y + high)
    path.closeSubpath()
    return path


def _pale(colour: QColor) -> QColor:
    pale = QColor(colour)
    pale.setAlphaF(0.3)
    return pale
