"""A chart with its table behind it: Enter turns it over, Ctrl+C copies the rows, Ctrl+G takes the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui import keys, theme
from ui.widgets.button import QuietButton
from ui.widgets.card import Card, ElidedText, Text
from ui.widgets.chart import Bar, BarChart, ColumnChart
from ui.widgets.flow_chart import FlowChart
from ui.widgets.pages import Pages
from ui.widgets.rows import Column
from ui.widgets.table import TableView

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Shown(Generic[R]):
    """What a block shows of a report: rows for the table, bars for the chart, and one line for both."""

    rows: Sequence[R]
    bars: Sequence[Bar]
    line: str
    title: str = ""


class Block(Card, Generic[R]):
    """One card of the report screen; its table is made when it is first wanted."""

    copied = Signal(int)
    """How many rows went to the clipboard."""

    pictured = Signal(str, QImage)
    """The name of the picture's file, and the picture."""

    turned = Signal(bool)
    """Whether the table lies on top now, which takes more room."""

    stepped = Signal(int)
    """Up (-1) or Down (1): the block before or after is wanted."""

    LEAST_WIDTH = 360
    TABLE_HEIGHT = 300

    def __init__(
        self,
        code: str,
        title: str,
        chart: BarChart | ColumnChart | FlowChart,
        columns: Sequence[Column[R]],
        of: Callable[[Any], Shown[R]],
        parent: QWidget | None = None,
    ) -> None:
        """`code` names the block and its picture's file; `of` reads what is shown from a report."""
        super().__init__(parent)
        self.code, self._name, self._of = code, title, of
        self.chart, self.columns = chart, list(columns)
        self.shown: Shown[R] = Shown((), (), "")
        self.table: TableView[R] | None = None
        self._note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(theme.current().px(self.LEAST_WIDTH))
        self._title, self._line = Text(title, "heading"), ElidedText("", "small")
        self._pages = Pages()
        self._pages.addWidget(chart)
        self._turn = QuietButton(self.tr("Table"), icon="grid-3x3")
        self.body.addLayout(self._heading())
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._line)

    # --- what it shows -------------------------------------------------------------------------------------

    def show_value(self, value: object, note: str) -> None:
        """Show a report (what `of` reads); `note` stands below the picture (whose figures, of which period)."""
        self.shown, self._note = self._of(value), note
        self._title.setText(self.shown.title or self._name)
        self._line.setText(self.shown.line)
        said = [
            " ".join(part for part in (bar.group, bar.name, bar.words, bar.detail) if part) for bar in self.shown.bars
        ]
        self.chart.show_bars(self.shown.bars, "; ".join([self.shown.line, *said]))
        self._pages.updateGeometry()
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self.shown.line)
        if self.table is not None:
            self.table.show_rows(self.shown.rows)

    def shows_table(self) -> bool:
        """Whether the table lies on top."""
        return self._pages.currentWidget() is not self.chart

    def turn_over(self) -> None:
        """From the chart to the table, or back."""
        if self.shows_table():
            if self._pages.isAncestorOf(QApplication.focusWidget() or self):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._pages.setCurrentWidget(self.chart)
        else:
            self._pages.setCurrentWidget(self._the_table())
        self._turn.setText(self.tr("Chart") if self.shows_table() else self.tr("Table"))
        self._turn.updateGeometry()
        self.turned.emit(self.shows_table())

    def write_pdf(self, path: Path) -> bool:
        """The chart as a page of a PDF; False where the disk refuses."""
        with theme.on_paper():
            return self.chart.write_pdf(path, self._title.text(), self._note)

    def copy(self) -> None:
        """All rows as a table with its header, as they would stand in a sheet."""
        lines = ["\t".join(column.title for column in self.columns)]
        lines += ["\t".join(column.value(row).replace("\t", " ") for column in self.columns) for row in self.shown.rows]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copied.emit(len(self.shown.rows))

    def take_picture(self) -> None:
        """The chart, also while the table lies over it."""
        with theme.on_paper():
            image = self.chart.picture(self._title.text(), self._note)
        self.pictured.emit(self.code, image)

    # --- keys ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not event.modifiers():
            self.turn_over()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)

    # --- inside --------------------------------------------------------------------------------------------

    def _the_table(self) -> TableView[R]:
        if self.table is None:
            self.table = TableView(self.columns, empty=self.tr("There is nothing to show."), name=self._name)
            self.table.grid.setMinimumHeight(theme.current().px(self.TABLE_HEIGHT))
            self.table.copied.connect(self.copied)
            self.table.show_rows(self.shown.rows)
            self._pages.addWidget(self.table)
        return self.table

    def _heading(self) -> QHBoxLayout:
        copy, picture = QuietButton("", icon="copy"), QuietButton("", icon="image")
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._title)
        line.addStretch(1)
        for button, name, act in (
            (self._turn, self.tr("Turn over: chart or table (Enter)"), self.turn_over),
            (copy, self.tr("Copy the rows (Ctrl+C)"), self.copy),
            (picture, self.tr("Picture: save and copy ({key})").format(key=keys.PICTURE), self.take_picture),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act)
            line.addWidget(button)
        return line
