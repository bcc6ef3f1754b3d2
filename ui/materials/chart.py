"""How a price went: a step line over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from daurulang.periods import short_day
from daurulang.quantities import format_whole
from ui import theme


class StepLine(QWidget):
    """Prices hold until they are changed, so the line has steps; where there is none it has a gap."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[tuple[date, int | None]] = []
        self._until = date.min
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, theme.current().px(96))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.current().px(96))

    def show_steps(self, steps: Sequence[tuple[date, int | None]], until: date) -> None:
        """(day from which a price held, rupiah or None), oldest first; the last one holds `until` that day."""
        self._steps = list(steps)
        self._until = max([until, *(day for day, _ in steps)])
        self.setVisible(any(rupiah is not None for _, rupiah in steps))
        said = ", ".join(f"{short_day(day)} {format_whole(rupiah)}" for day, rupiah in steps if rupiah is not None)
        self.setAccessibleName(f"{self._name}: {said}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        prices = [rupiah for _, rupiah in self._steps if rupiah is not None]
        if not prices:
            return
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = current.font(theme.SMALL)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        low, high = min(prices), max(prices)
        left = metrics.horizontalAdvance(format_whole(high)) + current.space(8)
        area = QRectF(left, metrics.height() / 2, self.width() - left - 4, self.height() - 2.2 * metrics.height())
        self._paint_frame(painter, area, low, high)
        self._paint_line(painter, area, low, high)
        painter.setFont(current.font(theme.SMALL, QFont.Weight.Medium))
        painter.setPen(current.colour("muted"))
        below = QRectF(left, self.height() - metrics.height(), area.width(), metrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, short_day(self._steps[0][0]))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, short_day(self._until))

    def _paint_frame(self, painter: QPainter, area: QRectF, low: int, high: int) -> None:
        current = theme.current()
        for rupiah in sorted({low, high}):
            y = _height(rupiah, low, high, area)
            painter.setPen(current.colour("line"))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(current.colour("muted"))
            words = QRectF(0, y - 10, area.left() - current.space(6), 20)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, format_whole(rupiah))

    def _paint_line(self, painter: QPainter, area: QRectF, low: int, high: int) -> None:
        current = theme.current()
        painter.setPen(QPen(current.colour("accent"), 2))
        ends = [day for day, _ in self._steps[1:]] + [self._until]
        first, days = self._steps[0][0], max((self._until - self._steps[0][0]).days, 1)
        before: QPointF | None = None
        for (day, rupiah), end in zip(self._steps, ends, strict=True):
            if rupiah is None:
                before = None
                continue
            y = _height(rupiah, low, high, area)
            begin = QPointF(area.left() + area.width() * (day - first).days / days, y)
            finish = QPointF(area.left() + area.width() * (end - first).days / days, y)
            if before is not None:
                painter.drawLine(before, begin)
            painter.drawLine(begin, finish)
            before = finish
        if before is not None:
            painter.setBrush(current.colour("accent"))
            painter.drawEllipse(before, 3, 3)


def _height(rupiah: int, low: int, high: int, area: QRectF) -> float:
    return area.center().y() if low == high else area.bottom() - area.height() * (rupiah - low) / (high - low)
