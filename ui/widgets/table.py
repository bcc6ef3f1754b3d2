"""The one table of the program: type to filter, a header to sort, Enter to open, Ctrl+C to copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.widgets.card import Text
from ui.widgets.rows import PAGE_ROWS, Column, ListSource, PageSource, TableModel

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex


class FilterEdit(QLineEdit):
    """The line above a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "filter")
        self.setPlaceholderText(self.tr("Type to filter"))
        self.setAccessibleName(self.tr("Filter"))
        self.setClearButtonEnabled(False)

    def paintEvent(self, event: Any) -> None:
        super().paintEvent(event)
        current = theme.current()
        side = current.px(16)
        glass = icons.pixmap("search", current.colours.muted, side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(current.space(11), (self.height() - side) // 2, glass)


class _RowDelegate(QStyledItemDelegate):
    """Paints a cell itself: a quarter of the time the style sheet would take."""

    def __init__(self, model: TableModel[Any], struck: Callable[[Any], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._columns = model, model.columns
        self._struck = struck
        self._theme: theme.Theme | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        current = theme.current()
        if current is not self._theme:
            self._dress(current)
        column = self._columns[index.column()]
        where: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, self._selected)
        painter.fillRect(where.left(), where.bottom(), where.width(), 1, self._rule)
        row = self._model.row_at(index.row())
        struck = row is not None and self._struck(row)
        font, metrics = self._fonts[column.strong, struck]
        painter.setFont(font)
        painter.setPen(self._muted if column.muted or struck else self._ink)
        inner = where.adjusted(self._gap, 0, -self._gap, 0)
        text = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """What does not fit into a cell stands under the mouse."""
        words = str(index.data() or "")
        if index.isValid() and self._theme is not None:
            metrics = self._fonts[self._columns[index.column()].strong, False][1]
            if metrics.horizontalAdvance(words) > view.visualRect(index).width() - 2 * self._gap:
                QToolTip.showText(event.globalPos(), words, view.viewport())
                return True
        QToolTip.hideText()
        return False

    def _dress(self, current: theme.Theme) -> None:
        self._theme = current
        self._ink, self._muted = current.colour("ink"), current.colour("muted")
        self._selected, self._rule = current.colour("accent_soft"), current.colour("line")
        self._gap = current.space(10)
        self._fonts = {}
        for strong in (False, True):
            for struck in (False, True):
                font = current.font(theme.BODY, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
                font.setStrikeOut(struck)
                self._fonts[strong, struck] = (font, QFontMetrics(font))


class _Grid(QTableView):
    """The bare table; keys that are not its own are handed to the `TableView` around it."""

    opened = Signal(int)
    copy_wanted = Signal()
    typed = Signal(str)
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.text().isprintable() and event.text().strip() and not _commanding(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def _commanding(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))


class TableView(QWidget, Generic[R]):
    """Rows under a filter line, with words for the empty list that say what to do first."""

    opened = Signal(object)
    """A row, by Enter or double click."""

    current_changed = Signal(object)
    """The row the cursor stands on, or None."""

    copied = Signal(int)
    """How many rows went to the clipboard."""

    LEAST_OPEN = 120

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        empty: str,
        name: str = "",
        struck: Callable[[R], bool] = lambda _row: False,
        parent: QWidget | None = None,
    ) -> None:
        """`empty` is shown while there is nothing; `name` is for the screen reader; `struck` says which rows no longer
        count, as their words do too.
        """
        super().__init__(parent)
        self.model: TableModel[R] = TableModel(columns, self)
        self._make: Callable[[str], PageSource[R]] = lambda _text: ListSource((), columns)
        self._empty_text = empty
        self.filter = FilterEdit()
        self.grid = _Grid()
        self.grid.setModel(self.model)
        self.grid.setItemDelegate(_RowDelegate(self.model, struck, self.grid))
        self.grid.setAccessibleName(name)
        self._empty = Text(empty, "muted", self.grid)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._dress_grid()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(10))
        layout.addWidget(self.filter)
        layout.addWidget(self.grid, 1)
        self.setFocusProxy(self.filter)
        self.filter.textChanged.connect(self.reload)
        self.filter.installEventFilter(self)
        self.grid.opened.connect(self._open)
        self.grid.doubleClicked.connect(lambda index: self._open(index.row()))
        self.grid.copy_wanted.connect(self.copy)
        self.grid.resized.connect(self._fit)
        self.grid.typed.connect(self._type_into_filter)
        self.grid.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.grid.selectionModel().currentRowChanged.connect(
            lambda _now, _before: self.current_changed.emit(self.current_row())
        )
        self._show_empty()

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show rows held in memory; the filter looks for its words in all cells."""
        columns = self.model.columns
        self.show_source(lambda text: ListSource(rows, columns, text))

    def show_source(self, make: Callable[[str], PageSource[R]]) -> None:
        """Show pages; `make(filter text)` is called at every key of the filter."""
        self._make = make
        self.reload()

    def reload(self) -> None:
        """Ask the source anew; the cursor stays on its row number."""
        row = self.grid.currentIndex().row()
        self.model.show_source(self._make(self.filter.text()))
        self.stand_on_row(row)
        self._show_empty()

    def current_row(self) -> R | None:
        """The row the cursor stands on."""
        index = self.grid.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def stand_on_row(self, row: int) -> None:
        """Put the cursor on a row, or on the last where there are fewer."""
        count = self.model.rowCount()
        if count:
            self.grid.setCurrentIndex(self.model.index(max(0, min(row, count - 1)), self._first_shown()))
        else:
            self.current_changed.emit(None)

    def selected_rows(self) -> Iterator[R]:
        """The selected rows, top to bottom, read as they are asked for."""
        selection = self.grid.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        for top, bottom in sorted((part.top(), part.bottom()) for part in parts):
            for number in range(top, bottom + 1):
                row = self.model.row_at(number)
                if row is not None:
                    yield row

    def copy(self) -> None:
        """The selected rows as a table with its header; many rows are read between other events."""
        lines = ["\t".join(column.title for column in self.model.columns)]
        self._copy_on(lines, self.selected_rows())

    def _copy_on(self, lines: list[str], rows: Iterator[R]) -> None:
        part = list(islice(rows, PAGE_ROWS))
        lines += ["\t".join(cell.replace("\t", " ") for cell in self.model.cells(row)) for row in part]
        if len(part) == PAGE_ROWS:
            QTimer.singleShot(0, self, lambda: self._copy_on(lines, rows))
            return
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copied.emit(len(lines) - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter in the filter go to the rows; Esc empties it before it means anything else."""
        if watched is not self.filter or not isinstance(event, QKeyEvent):
            return False
        has_text = bool(self.filter.text())
        if event.key() == Qt.Key.Key_Escape and has_text:
            if event.type() == QEvent.Type.KeyPress:
                self.filter.clear()
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            row = self.current_row()
            if row is not None:
                self.opened.emit(row)
            return True
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.grid.setFocus()
            QGuiApplication.sendEvent(self.grid, event)
            return True
        return False

    def _dress_grid(self) -> None:
        grid, current = self.grid, theme.current()
        grid.setShowGrid(False)
        grid.setMinimumHeight(current.px(120))
        grid.setWordWrap(False)
        grid.setFrameShape(QFrame.Shape.NoFrame)
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setTabKeyNavigation(False)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        rows = grid.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(current.px(theme.BODY) + current.space(24))
        head = grid.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(40)

    def _fit(self) -> None:
        self._share_width()
        self._show_empty()

    def _share_width(self) -> None:
        """Columns without a width share what is left; in a narrow window spare ones go and others give a quarter."""
        px = theme.current().px
        columns = self.model.columns
        room = self.grid.viewport().width()
        shown = list(range(len(columns)))
        open_columns = sum(not columns[number].width for number in shown)
        least = open_columns * px(self.LEAST_OPEN)
        fixed = sum(px(columns[number].width) for number in shown)
        for number in sorted(shown, key=lambda each: -columns[each].spare):
            if fixed + least > room and columns[number].spare:
                shown.remove(number)
                fixed -= px(columns[number].width)
        percent = 100 if fixed + least <= room else max(75, 100 * (room - least) // max(fixed, 1))
        widths = [px(column.width) * percent // 100 if each in shown else 0 for each, column in enumerate(columns)]
        share = max(px(self.LEAST_OPEN), (room - sum(widths)) // max(open_columns, 1))
        for number, column in enumerate(columns):
            self.grid.setColumnHidden(number, number not in shown)
            self.grid.setColumnWidth(number, widths[number] if column.width else share)
        here = self.grid.currentIndex()
        if here.isValid() and self.grid.isColumnHidden(here.column()):  # from where no key would move the cursor
            there = self.model.index(here.row(), self._first_shown())
            self.grid.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _first_shown(self) -> int:
        return next((n for n in range(len(self.model.columns)) if not self.grid.isColumnHidden(n)), 0)

    def _sort_by(self, column: int) -> None:
        order = self.model.order
        again = order is not None and order.key == self.model.key_of(column) and not order.descending
        self.model.sort(column, Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder)
        self.stand_on_row(0)

    def _open(self, number: int) -> None:
        row = self.model.row_at(number)
        if row is not None:
            self.opened.emit(row)

    def _type_into_filter(self, text: str) -> None:
        self.filter.setFocus()
        self.filter.setText(self.filter.text() + text)

    def _show_empty(self) -> None:
        none = self.model.rowCount() == 0
        self._empty.setVisible(none)
        if none:
            text = self.filter.text()
            no_match = self.tr("Nothing matches “{text}”. Esc empties the filter.").format(text=text)
            self._empty.setText(no_match if text else self._empty_text)
            self._empty.setGeometry(self.grid.rect().adjusted(40, 40, -40, -10))
