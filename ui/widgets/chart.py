"""Charts painted by hand: bars that lie, and columns that stand, day by day.

A chart is told what to show as data, says it in words to a screen reader, shows the words of a bar under the mouse,
and can be taken as a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPdfWriter,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme

PICTURE_RATIO = 2
"""Pictures have twice the pixels of the screen, so that they stay sharp on paper."""

_Align = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Bar:
    """`size` decides the length, `words` say it beside the bar, `detail` behind them. `group` names a bar and those
    after it; a `quiet` bar stands back.
    """

    name: str
    size: int
    words: str
    detail: str = ""
    group: str = ""
    quiet: bool = False


class Chart(QWidget):
    """What all charts share; subclasses paint themselves into any rectangle."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits: list[tuple[QRectF, str]] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def picture(self, title: str, note: str) -> QImage:
        """The chart on a card with its title, and `note` below in small letters."""
        current = theme.current()
        margin, width = current.space(24), max(self.width(), current.px(560))
        head, foot = current.px(40), current.px(30)
        size = QSize(width + 2 * margin, head + self.sizeHint().height() + foot + 2 * margin)
        image = QImage(size * PICTURE_RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(PICTURE_RATIO)
        image.fill(current.colour("card"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(current.font(theme.LEAD, QFont.Weight.DemiBold))
        painter.setPen(current.colour("ink"))
        painter.drawText(QRectF(margin, margin, width, head), _Align.AlignLeft | _Align.AlignTop, title)
        painter.setFont(current.font(theme.SMALL))
        painter.setPen(current.colour("muted"))
        below = QRectF(margin, size.height() - margin - foot, width, foot)
        painter.drawText(below, _Align.AlignLeft | _Align.AlignBottom, note)
        self._paint(painter, QRectF(margin, margin + head, width, self.sizeHint().height()))
        painter.end()
        return image

    def write_pdf(self, path: Path, title: str, note: str) -> bool:
        """The same on a page of A4 lying, as lines and letters that stay sharp at any size; False where the disk
        refuses.
        """
        writer = QPdfWriter(str(path))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
        writer.setTitle(title)
        painter = QPainter()
        if not painter.begin(writer):
            return False
        current = theme.current()
        width, height = max(self.width(), current.px(560)), self.sizeHint().height() + current.px(70)
        scale = min(writer.width() / width, writer.height() / height)
        painter.scale(scale, scale)
        painter.setFont(current.font(theme.LEAD, QFont.Weight.DemiBold))
        painter.setPen(current.colour("ink"))
        painter.drawText(QRectF(0, 0, width, current.px(36)), _Align.AlignLeft | _Align.AlignTop, title)
        self._paint(painter, QRectF(0, current.px(40), width, self.sizeHint().height()))
        painter.setFont(current.font(theme.SMALL))
        painter.setPen(current.colour("muted"))
        painter.drawText(QRectF(0, height - current.px(24), width, current.px(24)), _Align.AlignLeft, note)
        return painter.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._hits = self._paint(painter, QRectF(self.rect()))

    def event(self, event: QEvent) -> bool:
        """The mouse over a bar asks for its words."""
        if isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            said = next((words for where, words in self._hits if where.contains(at)), "")
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def _paint(self, painter: QPainter, where: QRectF) -> list[tuple[QRectF, str]]:
        """Paint, and tell which place says which words."""
        raise NotImplementedError


class BarChart(Chart):
    """Bars that lie below one another, with their names at the left and their words at the end.

    With `each_group` every group has its own scale: kilos and rupiah stand in one chart and are never compared.
    """

    def __init__(self, name: str, *, each_group: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._bars: Sequence[Bar] = ()
        self._each_group = each_group

    def show_bars(self, bars: Sequence[Bar], summary: str) -> None:
        """Show these; `summary` says the same in words."""
        self._bars = list(bars)
        self.setAccessibleDescription(summary)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        groups = sum(bool(bar.group) for bar in self._bars)
        return QSize(280, round(len(self._bars) * self._row() + max(0, groups - 1) * self._gap()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _row(self) -> float:
        current = theme.current()
        return current.px(theme.BODY) + current.space(9 if self._each_group else 12)

    @staticmethod
    def _gap() -> float:
        return theme.current().space(9)

    def _paint(self, painter: QPainter, where: QRectF) -> list[tuple[QRectF, str]]:
        current = theme.current()
        plain, strong = current.font(13), current.font(13, QFont.Weight.DemiBold)
        named, said = QFontMetricsF(plain), QFontMetricsF(strong)
        groups = max((said.horizontalAdvance(bar.group) for bar in self._bars), default=0.0)
        groups += current.space(14) if groups else 0
        names = max((named.horizontalAdvance(bar.name) for bar in self._bars), default=0.0)
        names = min(names, 0.36 * where.width())
        words = max((_width(bar, said, named) for bar in self._bars), default=0.0)
        gap = current.space(10)
        room = max(where.width() - groups - names - words - 2 * gap, current.px(24))
        hits, top, most = [], where.top(), max((bar.size for bar in self._bars), default=0)
        looser = min(1.6, max(1.0, where.height() / self.sizeHint().height()))
        for number, bar in enumerate(self._bars):
            if bar.group and self._each_group:
                top += self._gap() * looser if number else 0
                most = max(each.size for each in self._of_group(number))
            row = QRectF(where.left(), top, where.width(), self._row() * looser)
            self._write(painter, strong, "ink", row, bar.group)
            name = row.adjusted(groups, 0, 0, 0)
            name.setWidth(names)
            shown = named.elidedText(bar.name, Qt.TextElideMode.ElideRight, names + 1)
            self._write(painter, plain, "muted" if self._each_group else "ink", name, shown)
            left = name.right() + gap
            length = room * bar.size / most if most > 0 and bar.size > 0 else 0.0
            thick = self._row() * 0.62
            _paint_bar(painter, QRectF(left, row.center().y() - thick / 2, length, thick), quiet=bar.quiet)
            end = QRectF(left + length + (gap * 0.8 if length else 0), top, words + gap, row.height())
            self._write(painter, strong, "ink", end, bar.words)
            end.setLeft(end.left() + said.horizontalAdvance(bar.words) + current.space(8))
            self._write(painter, plain, "muted", end, bar.detail)
            hits.append((row, "  ".join(part for part in (bar.name, bar.words, bar.detail) if part)))
            top += row.height()
        return hits

    def _of_group(self, number: int) -> list[Bar]:
        end = next((i for i in range(number + 1, len(self._bars)) if self._bars[i].group), len(self._bars))
        return list(self._bars[number:end])

    @staticmethod
    def _write(painter: QPainter, font: QFont, colour: str, where: QRectF, text: str) -> None:
        painter.setFont(font)
        painter.setPen(theme.current().colour(colour))
        painter.drawText(where, _Align.AlignLeft | _Align.AlignVCenter | Qt.TextFlag.TextDontClip, text)


class ColumnChart(Chart):
    """Columns that stand beside one another under a scale of round numbers; the highest one says its words."""

    HEIGHT = 190

    def __init__(self, name: str, scale_words: Callable[[int], str], parent: QWidget | None = None) -> None:
        """`scale_words` says a round number of the scale in few letters."""
        super().__init__(name, parent)
        self._bars: Sequence[Bar] = ()
        self._scale_words = scale_words

    def show_bars(self, bars: Sequence[Bar], summary: str) -> None:
        """Show these from left to right; `group` is written below a column wherever there is room."""
        self._bars = list(bars)
        self.setAccessibleDescription(summary)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, theme.current().px(self.HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _paint(self, painter: QPainter, where: QRectF) -> list[tuple[QRectF, str]]:
        most = max((bar.size for bar in self._bars), default=0)
        if most <= 0:
            return []
        current = theme.current()
        font = current.font(theme.SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        steps = _round_steps(most)
        left = max(metrics.horizontalAdvance(self._scale_words(step)) for step in steps) + current.space(10)
        line = metrics.height()
        area = where.adjusted(left, 1.6 * line, -2, -1.5 * line)
        self._paint_scale(painter, area, steps, where.left())
        each = area.width() / len(self._bars)
        hits = []
        for number, bar in enumerate(self._bars):
            height = area.height() * max(bar.size, 0) / steps[-1]
            thick = min(each * 0.72, current.px(44))
            middle = area.left() + each * (number + 0.5)
            column = QRectF(middle - thick / 2, area.bottom() - height, thick, height)
            _paint_bar(painter, column, quiet=bar.quiet, standing=True)
            words = f"{bar.name}: {bar.words}" + (f"  ·  {bar.detail}" if bar.detail else "")
            hits.append((QRectF(area.left() + each * number, area.top(), each, area.height()), words))
        self._paint_names(painter, area, metrics)
        self._paint_highest(painter, area, most, steps[-1])
        return hits

    def _paint_scale(self, painter: QPainter, area: QRectF, steps: Sequence[int], left: float) -> None:
        current = theme.current()
        for step in steps:
            y = round(area.bottom() - area.height() * step / steps[-1]) + 0.5
            painter.setPen(current.colour("line"))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(current.colour("muted"))
            words = QRectF(left, y - 10, area.left() - left - current.space(8), 20)
            flags = _Align.AlignRight | _Align.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(words, flags, self._scale_words(step))

    def _paint_names(self, painter: QPainter, area: QRectF, metrics: QFontMetricsF) -> None:
        """Every name where there is room, else every few of them."""
        each = area.width() / len(self._bars)
        widest = max(metrics.horizontalAdvance(bar.group) for bar in self._bars) + theme.current().space(8)
        apart = max(1, -int(-widest // each))
        line = metrics.height()
        painter.setPen(theme.current().colour("muted"))
        for number in range(0, len(self._bars), apart):
            where = QRectF(area.left() + each * (number + 0.5) - widest / 2, area.bottom() + 3, widest, line)
            painter.drawText(where, _Align.AlignHCenter | _Align.AlignTop, self._bars[number].group)

    def _paint_highest(self, painter: QPainter, area: QRectF, most: int, scale: int) -> None:
        current = theme.current()
        number = next(number for number, bar in enumerate(self._bars) if bar.size == most)
        font = current.font(theme.SMALL, QFont.Weight.DemiBold)
        words, metrics = self._bars[number].words, QFontMetricsF(font)
        width = metrics.horizontalAdvance(words)
        middle = area.left() + area.width() / len(self._bars) * (number + 0.5)
        left = min(max(middle - width / 2, area.left()), area.right() - width)
        top = area.bottom() - area.height() * most / scale - metrics.height() - 3
        painter.setFont(font)
        painter.setPen(current.colour("ink"))
        painter.drawText(QRectF(left, top, width + 2, metrics.height()), _Align.AlignLeft, words)


def _width(bar: Bar, said: QFontMetricsF, named: QFontMetricsF) -> float:
    gap = theme.current().space(8) if bar.detail else 0
    return said.horizontalAdvance(bar.words) + gap + named.horizontalAdvance(bar.detail)


def _paint_bar(painter: QPainter, where: QRectF, *, quiet: bool, standing: bool = False) -> None:
    """Flat where it begins, round where it ends; a quiet bar is paler and has an edge, so that grey print tells."""
    if where.width() <= 0 or where.height() <= 0:
        return
    current = theme.current()
    radius = min(4.0, where.width() / 2, where.height() / 2)
    shape = QPainterPath()
    whole = where.adjusted(0, 0, 0, radius * 2) if standing else where.adjusted(-radius * 2, 0, 0, 0)
    shape.addRoundedRect(whole, radius, radius)
    painter.save()
    painter.setClipRect(where.adjusted(-1, -1, 1, 0) if standing else where.adjusted(0, -1, 1, 1))
    painter.setPen(current.colour("edge") if quiet else Qt.PenStyle.NoPen)
    painter.setBrush(current.colour("soft" if quiet else "accent"))
    painter.drawPath(shape)
    painter.restore()


def _round_steps(most: int) -> list[int]:
    """0 and up to five round numbers, the last one not below `most`."""
    step = 1
    while most > 5 * step:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return [number * step for number in range(-(-most // step) + 1)]
