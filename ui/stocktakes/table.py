"""The stock by material: a table whose counts and reasons (of an opening: costs) are typed into."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from daurulang.quantities import format_amount_of, format_quantity, format_whole
from daurulang.stocktakes.model import LONGEST_LINE_REASON
from daurulang.stocktakes.queries import GoodsToCount
from ui import theme
from ui.materials.words import dlh_words
from ui.stocktakes.presenter import Counting, difference_words
from ui.widgets.numbers import QuantityEdit, RupiahEdit
from ui.widgets.rows import Column, ListSource
from ui.widgets.table import TableView
from ui.words import goods_words

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex

CODE, NAME, CATEGORY, STOCK, COUNT, DIFFERENCE, REASON = range(7)
_TYPED = {COUNT, REASON}


class CountTable(TableView[GoodsToCount]):
    """Digits or Enter type the count under the cursor, Enter walks on: to the reason where the count differs, else to
    the next material; an empty count leaves the material alone. Del takes a count back, Ins counts the material in a
    further condition.
    """

    edited = Signal()
    """A count or a reason was typed."""

    refused = Signal(str)
    """Why what was typed is not taken, "" when all is well again."""

    finished = Signal()
    """Enter in the last row."""

    LEAST_OPEN = 160  # a name with its condition says more than the category

    def __init__(self, counting: Counting, parent: QWidget | None = None) -> None:
        super().__init__(
            count_columns(counting),
            empty=translate("CountTable", "No materials yet. F5 adds them, Ctrl+I takes in an Excel list."),
            name=translate("CountTable", "Stock"),
            parent=parent,
        )
        self._counting = counting
        self._row: GoodsToCount | None = None
        self._before: int | None = None
        self.filter.setPlaceholderText(self.tr("Code, name or another name"))
        self.grid.setItemDelegate(_CountDelegate(self, counting))
        self.grid.installEventFilter(self)
        viewport = self.grid.viewport()
        self.count_editor, self.reason_editor = QuantityEdit(parent=viewport), QLineEdit(viewport)
        self.cost_editor = RupiahEdit(parent=viewport)
        self.cost_editor.setAccessibleName(self.tr("Had cost, rupiah per unit"))
        self.cost_editor.refused.connect(self.refused)
        self.count_editor.setAccessibleName(self.tr("Counted"))
        self.reason_editor.setAccessibleName(self.tr("Reason of the difference"))
        self.reason_editor.setMaxLength(LONGEST_LINE_REASON)
        self.count_editor.refused.connect(self.refused)
        self.count_editor.changed.connect(self._count_changed)
        for editor in self._editors():
            editor.installEventFilter(self)
            editor.hide()
        self.opened.connect(lambda _row: self.begin())
        self.show_source(lambda text: ListSource(counting.found(text), self.model.columns))

    def show_kind(self) -> None:
        """The last column asks for reasons, or for what the goods of an opening had cost."""
        if self.finish():
            self.model.show_columns(count_columns(self._counting))
            self.grid.viewport().update()

    # --- the cursor ----------------------------------------------------------------------------------------

    def reload(self) -> None:
        column = self.grid.currentIndex().column()
        super().reload()
        self._go(self.grid.currentIndex().row(), column if column in _TYPED else COUNT)

    def stand_on(self, row: GoodsToCount, column: int = COUNT) -> None:
        """Put the cursor on a material and type there, whatever the filter says."""
        rows = list(self.model.rows())
        if row not in rows:
            self.filter.clear()
            rows = list(self.model.rows())
        if row in rows:
            self._go(rows.index(row), column)
            self.begin()

    def _go(self, row: int, column: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.grid.setCurrentIndex(self.model.index(row, column))

    # --- typing --------------------------------------------------------------------------------------------

    def begin(self, text: str = "") -> None:
        """Type into the cell under the cursor, beginning with `text` or with what stands there."""
        row = self.current_row()
        if row is None:
            return
        index = self.grid.currentIndex()
        column = REASON if index.column() == REASON else COUNT
        self._go(index.row(), column)
        self._row, self._before = None, self._counting.count(row)
        editor: QLineEdit
        if column == COUNT:
            editor = self.count_editor
            self.count_editor.set_unit(row.material.unit)
            self.count_editor.set_value(self._before)
        elif self._counting.is_opening:
            editor = self.cost_editor
            self.cost_editor.set_value(self._counting.unit_cost(row))
        else:
            editor = self.reason_editor
            editor.setText(self._counting.reason(row))
        self._row = row
        editor.setGeometry(self.grid.visualRect(self.grid.currentIndex()).adjusted(1, 0, -1, -1))
        editor.show()
        editor.setFocus()
        editor.selectAll()
        if text:
            editor.setText(text)

    def typing(self) -> bool:
        """Whether a count or a reason is being typed."""
        return self._row is not None

    def finish(self) -> bool:
        """Take what is being typed; False, with the problem said, when it is no number."""
        if self._row is None:
            return True
        number = self.cost_editor if self.count_editor.isHidden() else self.count_editor
        if not self.reason_editor.isHidden():
            self._counting.explain(self._row, self.reason_editor.text())
        elif not number.accept_entry():
            number.setFocus()
            return False
        elif number is self.count_editor:
            self._counting.put(self._row, number.value())
        else:
            self._counting.price(self._row, number.value())
        self._stop()
        return True

    def take_back(self) -> None:
        """The material under the cursor is not counted after all."""
        row = self.current_row()
        if row is not None:
            self._counting.put(row, None)
            self.edited.emit()

    def add_condition(self) -> None:
        """Count the material under the cursor in a condition of which the book knows nothing."""
        row = self.current_row()
        if row is None or not self.finish():
            return
        added = self._counting.add_condition(row)
        if added is not None:
            self.reload()
            self.stand_on(added)

    def _count_changed(self, value: object) -> None:
        """The difference is shown while the count is typed."""
        if self._row is not None and (value is None or isinstance(value, int)) and self.count_editor.valid():
            self._counting.put(self._row, value)
            self.grid.viewport().update()
            self.edited.emit()

    def _drop(self) -> None:
        """What stood there before stands there again."""
        if self._row is not None and not self.count_editor.isHidden():
            self._counting.put(self._row, self._before)
        self._stop()

    def _stop(self) -> None:
        self._row = None
        self.refused.emit("")
        for editor in self._editors():
            editor.hide()
        self.grid.setFocus()
        self.grid.viewport().update()
        self.edited.emit()

    def _walk(self, step: int) -> None:
        """To the reason of a count that differs without one, of an opening to its cost, else to the next material."""
        row, index, at_reason = self._row, self.grid.currentIndex(), self.count_editor.isHidden()
        if row is None or not self.finish():
            return
        if self._counting.is_opening and not at_reason and step > 0 and (self._counting.difference(row) or 0) > 0:
            self._go(index.row(), REASON)
            self.begin()
        elif self._counting.wants_reason(row) and step > 0:
            if at_reason:
                self.refused.emit(self.tr("Say why {material} differs.").format(material=row.material.name))
            self._go(index.row(), REASON)
            self.begin()
        elif 0 <= index.row() + step < self.model.rowCount():
            self._go(index.row() + step, COUNT)
            self.begin()
        elif step > 0:
            self.finished.emit()

    # --- keys ----------------------------------------------------------------------------------------------

    def _editors(self) -> tuple[QLineEdit, ...]:
        return self.count_editor, self.reason_editor, self.cost_editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the grid and of what is typed in it; the filter's are the table's own."""
        if watched in self._editors():
            return self._editor_hears(event)
        if watched is self.grid:
            return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._grid_hears(event)
        return super().eventFilter(watched, event)

    def _grid_hears(self, event: QKeyEvent) -> bool:
        row, column = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        digit = event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Left:
                self._go(row, COUNT)
            case Qt.Key.Key_Right:
                self._go(row, REASON)
            case Qt.Key.Key_Delete:
                self.take_back()
            case Qt.Key.Key_Insert:
                self.add_condition()
            case _ if digit:
                self._go(row, COUNT if column not in _TYPED else column)
                self.begin(event.text())
            case _:
                return False
        return True

    def _editor_hears(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._row is not None and self.count_editor.valid():
            self.finish()
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
        elif event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            index = self.grid.currentIndex()
            if self.finish():
                self._go(index.row(), REASON if index.column() == COUNT else COUNT)
                self.begin()
        else:
            return False
        return True


class _CountDelegate(QStyledItemDelegate):
    """Paints what was counted on a soft ground, and differences in colour beside their sign."""

    def __init__(self, table: CountTable, counting: Counting) -> None:
        super().__init__(table)
        self._table, self._counting = table, counting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._table.model.row_at(index.row())
        if row is None:
            return
        current = theme.current()
        where: QRect = option.rect
        column = index.column()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, current.colour("accent_soft"))
        painter.fillRect(where.left(), where.bottom(), where.width(), 1, current.colour("line"))
        if column in _TYPED and self._counting.count(row) is not None:
            wanted = column == REASON and self._counting.wants_reason(row)
            if column == COUNT or wanted or index.data():
                ground = "warning_soft" if wanted or self._counting.wants_reason(row) else "soft"
                painter.fillRect(where.adjusted(2, 3, -2, -4), current.colour(ground))
        gap = current.space(10)
        inner = where.adjusted(gap, 0, -gap, 0)
        weight = QFont.Weight.DemiBold if column in {NAME, COUNT, DIFFERENCE} else QFont.Weight.Normal
        font = current.font(theme.BODY, weight)
        painter.setFont(font)
        painter.setPen(current.colour(self._ink(row, column)))
        flags = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if self._table.model.columns[column].right else Qt.AlignmentFlag.AlignLeft
        )
        text = QFontMetrics(font).elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, flags | Qt.TextFlag.TextSingleLine, text)
        if column in _TYPED and index == self._table.grid.currentIndex() and self._table.grid.hasFocus():
            painter.setPen(current.colour("accent"))
            painter.drawRect(where.adjusted(1, 1, -2, -3))
            painter.drawRect(where.adjusted(2, 2, -3, -4))

    def _ink(self, row: GoodsToCount, column: int) -> str:
        if column == DIFFERENCE:
            difference = self._counting.difference(row) or 0
            return "problem" if difference < 0 else "accent_text" if difference else "muted"
        if column == STOCK and row.quantity < 0:
            return "problem"
        if column == REASON and self._counting.wants_reason(row):
            return "warning"
        return "muted" if column in {CODE, CATEGORY} or (column == STOCK and not row.quantity) else "ink"


def count_columns(counting: Counting) -> list[Column[GoodsToCount]]:
    """What the list shows, left to right."""

    def counted(row: GoodsToCount) -> str:
        count = counting.count(row)
        return "" if count is None else format_amount_of(count, row.material.unit)

    def unit_cost(row: GoodsToCount) -> str:
        cost = counting.unit_cost(row)
        return "" if cost is None else format_whole(cost)

    def reason(row: GoodsToCount) -> str:
        return translate("CountTable", "why?") if counting.wants_reason(row) else counting.reason(row)

    return [
        Column(translate("CountTable", "Code"), lambda row: row.material.code, width=70),
        Column(
            translate("CountTable", "Material"), lambda row: goods_words(row.material.name, row.condition), strong=True
        ),
        Column(
            translate("CountTable", "Category"), lambda row: dlh_words(row.material.dlh_category), width=118, spare=2
        ),
        Column(
            translate("CountTable", "In the book"),
            lambda row: format_quantity(row.quantity, row.material.unit).replace("-", "\u2212"),
            sort=lambda row: row.quantity,
            right=True,
            width=110,
        ),
        Column(
            translate("CountTable", "Counted"),
            counted,
            sort=lambda row: -1 if counting.count(row) is None else counting.count(row),
            right=True,
            width=94,
        ),
        Column(
            translate("CountTable", "Difference"),
            lambda row: difference_words(row, counting.difference(row)),
            sort=lambda row: abs(counting.difference(row) or 0),
            right=True,
            width=96,
        ),
        Column(translate("CountTable", "Cost Rp"), unit_cost, right=True, width=130)
        if counting.is_opening
        else Column(translate("CountTable", "Reason"), reason, width=130),
    ]
