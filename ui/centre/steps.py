"""The side of the first steps: how far one has come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Text


class _StepLine(QWidget):
    """Number and name of a step: done ones carry a check, the one shown stands out by weight and ground."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number = number
        self._title = title
        self._state = "ahead"
        self.setMinimumHeight(theme.current().space(40))

    def show_state(self, state: str) -> None:
        """done, here or ahead."""
        self._state = state
        words = {"done": self.tr("done"), "here": self.tr("now"), "ahead": ""}
        self.setAccessibleName(f"{self._number}. {self._title} {words[state]}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, theme.current().space(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._state == "here":
            painter.setBrush(current.colour("rail_active"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        colour = "rail_ink" if self._state == "here" else "rail_muted"
        side = current.px(18)
        mark = QRect(current.space(12), (self.height() - side) // 2, side, side)
        painter.setPen(current.colour(colour))
        if self._state == "done":
            picture = icons.pixmap("circle-check", getattr(current.colours, colour), side, self.devicePixelRatioF())
            painter.drawPixmap(mark.topLeft(), picture)
        else:
            painter.setFont(current.font(theme.BODY, QFont.Weight.DemiBold))
            painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, str(self._number))
        weight = QFont.Weight.DemiBold if self._state == "here" else QFont.Weight.Medium
        painter.setFont(current.font(theme.BODY, weight))
        words = self.rect().adjusted(mark.right() + current.space(10), 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._title)


class StepRail(QFrame):
    """The steps under each other; below them the way to the sample book."""

    WIDTH = 240

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        current = theme.current()
        self.setFixedWidth(current.px(self.WIDTH))
        self._lines = [_StepLine(number, title) for number, title in enumerate(titles, 1)]
        self.sample = SecondaryButton(self.tr("Try sample data"), "Ctrl+D")
        self.sample.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        note = Text(self.tr("A book of its own to practise in; yours stays as it is."), "rail-note")
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[current.space(14)] * 4)
        layout.setSpacing(current.space(4))
        layout.addSpacing(current.space(6))
        layout.addWidget(Text(self.tr("Daur Ulang"), "brand"))
        layout.addWidget(Text(self.tr("The first steps"), "rail-note"))
        layout.addSpacing(current.space(16))
        for line in self._lines:
            layout.addWidget(line)
        layout.addStretch(1)
        layout.addWidget(note)
        layout.addSpacing(current.space(6))
        layout.addWidget(self.sample)

    def show_step(self, number: int) -> None:
        """Mark the step shown (from 0); those before it are done."""
        for each, line in enumerate(self._lines):
            line.show_state("done" if each < number else "here" if each == number else "ahead")
