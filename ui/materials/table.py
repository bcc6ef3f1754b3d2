"""The price board: a table whose price cells are typed into."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from daurulang.materials.model import PriceSide
from daurulang.quantities import Condition, format_whole
from ui import icons, theme
from ui.materials.presenter import PriceRow, Prices
from ui.materials.words import condition_words, dlh_words
from ui.widgets.numbers import RupiahEdit
from ui.widgets.rows import Column, ListSource
from ui.widgets.table import TableView

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex

CODE, NAME, UNIT, CATEGORY, CONDITION, BUY, CHANGE, SELL, MARGIN = range(9)
SIDES = {BUY: PriceSide.BUY, SELL: PriceSide.SELL}


class PriceTable(TableView[PriceRow]):
    """Digits or Enter type into the price under the cursor, Enter goes on to the next line, Del withdraws."""

    edited = Signal()
    """A price was typed or withdrawn."""

    refused = Signal(str)
    """Why a price typed was not taken, "" when all is well again."""

    condition_wanted = Signal()
    """Ins: a price for another condition of the material."""

    def __init__(self, prices: Prices, parent: QWidget | None = None) -> None:
        super().__init__(
            price_columns(prices),
            empty=translate("PriceTable", "No materials yet. Ctrl+N adds one, Ctrl+I takes in an Excel list."),
            name=translate("PriceTable", "Prices"),
            parent=parent,
        )
        self._prices = prices
        self._editing: tuple[PriceRow, PriceSide] | None = None
        self.filter.setPlaceholderText(self.tr("Code, name or another name"))
        self.grid.setItemDelegate(_PriceDelegate(self, prices))
        self.grid.installEventFilter(self)
        self.editor = RupiahEdit(parent=self.grid.viewport())
        self.editor.setAccessibleName(self.tr("Price"))
        self.editor.installEventFilter(self)
        self.editor.refused.connect(self.refused)
        self.editor.hide()
        self.opened.connect(lambda _row: self.begin())
        columns = self.model.columns
        self.show_source(lambda text: ListSource(prices.rows(text), columns))

    # --- the cursor ----------------------------------------------------------------------------------------

    def side(self) -> PriceSide:
        """On which price the cursor stands."""
        return SIDES.get(self.grid.currentIndex().column(), PriceSide.BUY)

    def stand_on(self, material_id: int, condition: Condition, side: PriceSide = PriceSide.BUY) -> None:
        """Put the cursor on the price of a material, if it is shown."""
        for number, row in enumerate(self.model.rows()):
            if row.material.id == material_id and row.condition is condition:
                self._go(number, BUY if side is PriceSide.BUY else SELL)
                return

    def reload(self) -> None:
        column = self.grid.currentIndex().column()
        super().reload()
        index = self.grid.currentIndex()
        if index.isValid():
            self._go(index.row(), column if column in SIDES else BUY)

    def _go(self, row: int, column: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.grid.setCurrentIndex(self.model.index(row, column))

    # --- typing --------------------------------------------------------------------------------------------

    def begin(self, text: str = "") -> None:
        """Type into the price under the cursor, beginning with `text` or with what stands there."""
        row = self.current_row()
        if row is None:
            return
        side = self.side()
        self._go(self.grid.currentIndex().row(), BUY if side is PriceSide.BUY else SELL)
        self._editing = (row, side)
        self.editor.set_value(self._prices.shown(row, side))
        self.editor.setGeometry(self.grid.visualRect(self.grid.currentIndex()).adjusted(1, 0, -1, -1))
        self.editor.show()
        self.editor.setFocus()
        self.editor.selectAll()
        if text:
            self.editor.setText(text)

    def typing(self) -> bool:
        """Whether a price is being typed."""
        return self._editing is not None

    def finish(self) -> bool:
        """Take what is being typed; False, with the problem said, when it is no price."""
        if self._editing is None:
            return True
        if not self.editor.accept_entry():
            self.editor.setFocus()
            return False
        row, side = self._editing
        value = self.editor.value()
        self._stop()
        if value is not None:
            self._prices.put(row, side, value)
            self.edited.emit()
        return True

    def withdraw(self) -> None:
        """Take the price under the cursor away, from the day shown on."""
        row = self.current_row()
        if row is not None:
            self._prices.put(row, self.side(), None)
            self.edited.emit()

    def _stop(self) -> None:
        self._editing = None
        self.refused.emit("")
        self.editor.hide()
        self.grid.setFocus()
        self.grid.viewport().update()

    # --- keys ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the grid and of the price being typed; the filter's are the table's own."""
        if watched is self.editor:
            return self._editor_hears(event)
        if watched is self.grid:
            return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._grid_hears(event)
        return super().eventFilter(watched, event)

    def _grid_hears(self, event: QKeyEvent) -> bool:
        row = self.grid.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Left:
                self._go(row, BUY)
            case Qt.Key.Key_Right:
                self._go(row, SELL)
            case Qt.Key.Key_Delete:
                self.withdraw()
            case Qt.Key.Key_Insert:
                self.condition_wanted.emit()
            case _ if event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.begin(event.text())
            case _:
                return False
        return True

    def _editor_hears(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._editing is not None and self.editor.valid():
            self.finish()
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        index = self.grid.currentIndex()
        steps = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self._stop()
        elif event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.finish():
                self._go(index.row() + steps[Qt.Key(event.key())], index.column())
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            if self.finish():
                self._go(index.row(), SELL if index.column() == BUY else BUY)
        else:
            return False
        return True


class _PriceDelegate(QStyledItemDelegate):
    """Paints icons beside names, a pencil beside what is not saved, and changes in colour and words."""

    def __init__(self, table: PriceTable, prices: Prices) -> None:
        super().__init__(table)
        self._table, self._prices = table, prices

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
        side = SIDES.get(column)
        pending = side is not None and self._prices.is_pending(row, side)
        gap = current.space(10)
        inner = where.adjusted(gap, 0, -gap, 0)
        if pending:
            painter.fillRect(where.adjusted(2, 3, -2, -4), current.colour("warning_soft"))
            self._picture(painter, "pencil", current.colours.warning, where.left() + 5, where, 12)
        if column == NAME:
            colour = current.colours.accent_text if row.material.active else current.colours.muted
            self._picture(painter, row.material.icon, colour, inner.left(), where, 16)
            inner.setLeft(inner.left() + current.px(16) + current.space(8))
        missing = side is not None and self._prices.shown(row, side) is None
        bold = column == NAME or (side is not None and not missing)
        if missing:
            inner.setLeft(where.left() + (current.px(14) if pending else 2))
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        font = current.font(theme.SMALL if missing else theme.BODY, weight)
        painter.setFont(font)
        painter.setPen(current.colour(self._ink(row, column)))
        right = self._table.model.columns[column].right
        flags = Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        text = QFontMetrics(font).elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, flags | Qt.TextFlag.TextSingleLine, text)
        if side is not None and index == self._table.grid.currentIndex() and self._table.grid.hasFocus():
            painter.setPen(current.colour("accent"))
            painter.drawRect(where.adjusted(1, 1, -2, -3))
            painter.drawRect(where.adjusted(2, 2, -3, -4))

    def _ink(self, row: PriceRow, column: int) -> str:
        if column in SIDES:
            faint = self._prices.shown(row, SIDES[column]) is None
            return "muted" if faint or (column == BUY and self._prices.inherited(row)) else "ink"
        if column == CHANGE:
            now, then = self._prices.shown(row, PriceSide.BUY), self._prices.before(row)
            return "muted" if now is None or then is None else "accent_text" if now > then else "problem"
        if column == MARGIN:
            return "problem" if (self._prices.margin(row) or 0) < 0 else "muted"
        return "ink" if column == NAME and row.material.active else "muted"

    @staticmethod
    def _picture(painter: QPainter, name: str, colour: str, left: int, where: QRect, size: int) -> None:
        side = theme.current().px(size)
        picture = icons.pixmap(name, colour, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(left, where.top() + (where.height() - side) // 2, picture)


def price_columns(prices: Prices) -> list[Column[PriceRow]]:
    """What the board shows, left to right."""

    def cell(row: PriceRow, side: PriceSide) -> str:
        rupiah = prices.shown(row, side)
        if rupiah is not None:
            return format_whole(rupiah)
        if prices.is_pending(row, side):
            return translate("Materials", "withdrawn")
        # A sell price is kept for clean goods; that the others have none is no news.
        usual = side is PriceSide.BUY or row.condition is Condition.CLEAN
        return translate("Materials", "no price yet") if usual else "–"

    def margin(row: PriceRow) -> str:
        rupiah = prices.margin(row)
        return "" if rupiah is None else format_whole(rupiah) if rupiah >= 0 else f"\u2212{format_whole(-rupiah)}"

    return [
        Column(translate("Materials", "Code"), lambda row: row.material.code, width=60),
        Column(translate("Materials", "Material"), _name, strong=True),
        Column(translate("Materials", "Unit"), lambda row: row.material.unit.value, width=62, spare=1),
        Column(
            translate("Materials", "Category"), lambda row: dlh_words(row.material.dlh_category), width=118, spare=3
        ),
        Column(translate("Materials", "Condition"), lambda row: condition_words(row.condition), width=72),
        Column(
            translate("Materials", "Buy price"),
            lambda row: cell(row, PriceSide.BUY),
            sort=lambda row: prices.shown(row, PriceSide.BUY) or 0,
            right=True,
            width=108,
        ),
        Column(
            translate("Materials", "Against yesterday"),
            lambda row: change_words(prices, row),
            sort=lambda row: (prices.shown(row, PriceSide.BUY) or 0) - (prices.before(row) or 0),
            width=126,
        ),
        Column(
            translate("Materials", "Sell price"),
            lambda row: cell(row, PriceSide.SELL),
            sort=lambda row: prices.shown(row, PriceSide.SELL) or 0,
            right=True,
            width=108,
        ),
        Column(
            translate("Materials", "Margin"),
            margin,
            sort=lambda row: prices.margin(row) or 0,
            right=True,
            width=82,
            spare=2,
        ),
    ]


def change_words(prices: Prices, row: PriceRow) -> str:
    """The buy price against the day before: "▲ naik 200", "▼ turun 100", "baru", "dicabut", or nothing."""
    now, then = prices.shown(row, PriceSide.BUY), prices.before(row)
    if now == then or (then is None and prices.is_first_day()):
        return ""
    if then is None:
        return translate("Materials", "new")
    if now is None:
        return translate("Materials", "withdrawn")
    words = translate("Materials", "▲ up {rupiah}") if now > then else translate("Materials", "▼ down {rupiah}")
    return words.format(rupiah=format_whole(abs(now - then)))


def _name(row: PriceRow) -> str:
    if row.material.active:
        return row.material.name
    return translate("Materials", "{name} (inactive)").format(name=row.material.name)
