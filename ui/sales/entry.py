"""The row in which a line of a sale is typed."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from daurulang.errors import BadNumber, UserError
from daurulang.plant_errors import GoodsRefused
from daurulang.quantities import format_quantity, format_rupiah, line_amount_rupiah
from daurulang.sales.goods import GoodsToSell
from daurulang.sales.service import LONGEST_REASON, SaleLineDraft
from daurulang.stock_errors import StockTooLow
from ui import theme
from ui.sales.presenter import SaleForm, ShownLine
from ui.stock.entry import GoodsEntry
from ui.stock.goods import GoodsEdit
from ui.stock.typed import TypedRow
from ui.widgets.button import QuietButton
from ui.widgets.card import Tone
from ui.widgets.field import Field, LineEdit
from ui.widgets.form import focus_and_select
from ui.widgets.numbers import QuantityEdit, RupiahEdit


class SaleEntry(GoodsEntry):
    """Enter walks material → quantity → price and adds the line; Tab in the quantity opens the buyer's weight."""

    def __init__(self, form: SaleForm, parent: QWidget | None = None) -> None:
        self._form = form
        self.quantity, self.buyer_quantity = QuantityEdit(required=True), QuantityEdit()
        self.price = RupiahEdit(required=True)
        self.reason = LineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        goods = GoodsEdit(lambda goods: form.left(goods, self.position))
        super().__init__(goods, (self.quantity, self.buyer_quantity, self.reason, self.price), parent)
        self.quantity.setAccessibleName(self.tr("Our quantity"))
        self.price.setAccessibleName(self.tr("Price"))
        self.quantity.installEventFilter(self)
        self.clear()

    def clear(self) -> None:
        super().clear()
        self.quantity.setPlaceholderText(self.tr("quantity"))
        self.price.setPlaceholderText(self.tr("price"))
        for field in self._extra_fields:
            field.clear_problem()
        self._extras.hide()

    def load(self, line: ShownLine) -> None:
        """Take a line of the list back for a correction."""
        draft = line.draft
        self.take_back(line.position, line.goods)
        self.quantity.set_value(draft.quantity)
        self.price.set_value(draft.price_rupiah)
        self.buyer_quantity.set_value(draft.buyer_quantity)
        self.reason.setText(draft.difference_reason)
        self._extras.setVisible(draft.buyer_quantity is not None)
        self.taken_back()

    def retype(self, row: TypedRow) -> None:
        super().retype(row)
        self._extras.setVisible(bool(self.buyer_quantity.text() or self.reason.text()))

    # --- what the row answers ------------------------------------------------------------------------------

    def read(self) -> SaleLineDraft | None:
        goods = self.goods.value()
        try:
            quantity, price = self.quantity.value(), self.price.value()
            theirs = self.buyer_quantity.value()
        except BadNumber:
            return None
        if goods is None or quantity is None:
            return None
        reason = self.reason.text().strip() if theirs not in (None, quantity) else ""
        return SaleLineDraft(goods.material.id, quantity, price or 0, goods.condition, theirs, reason)

    def explain(self) -> None:
        """What is there, what the line comes to, and a warning before too much or too cheap is sold."""
        goods, line = self.goods.value(), self.read()
        if goods is None:
            self.say(self.tr("Enter in the empty field goes on to the payment."))
            return
        unit, left = goods.material.unit, self._form.left(goods, self.position)
        cost = self.tr("had cost {cost}/{unit}").format(cost=format_rupiah(goods.unit_cost_rupiah), unit=unit)
        there = self.tr("{left} in the store").format(left=format_quantity(max(0, left), unit))
        if line is None or not line.quantity:
            self.say(f"{there}  ·  {cost}")
        elif line.quantity > left:
            words = self.tr("Only {left} lie in the store.")
            self.say(words.format(left=format_quantity(max(0, left), unit)), Tone.PROBLEM)
        else:
            self.say(*self._worth(goods, line, cost, there))

    def prepare(self, goods: GoodsToSell) -> None:
        for edit in (self.quantity, self.buyer_quantity):
            edit.set_unit(goods.material.unit)
            edit.setPlaceholderText(goods.material.unit.value)
        self.price.set_value(goods.price_rupiah)

    def editor_of(self, error: UserError) -> QLineEdit:
        match error:
            case GoodsRefused(problem="difference_unexplained"):
                self._extras.show()
                return self.reason
            case BadNumber() | StockTooLow() | GoodsRefused():
                return self.quantity
        return self.goods

    # --- inside --------------------------------------------------------------------------------------------

    def _worth(self, goods: GoodsToSell, line: SaleLineDraft, cost: str, there: str) -> tuple[str, Tone]:
        unit = goods.material.unit
        if not self.price.text().strip():
            return f"{there}  ·  {cost}", Tone.PLAIN
        amount = line_amount_rupiah(line.paid_quantity, unit, line.price_rupiah)
        paid = format_quantity(line.paid_quantity, unit)
        text = f"{paid} × {format_rupiah(line.price_rupiah)} = {format_rupiah(amount)}"
        if line.paid_quantity != line.quantity:
            apart = format_quantity(line.paid_quantity - line.quantity, unit)
            text += "  ·  " + self.tr("{difference} against ours").format(difference=apart)
        had_cost = goods.cost_rupiah(line.quantity)
        if amount < had_cost and not self._form.is_agreed:
            words = self.tr("below what it had cost, {cost}").format(cost=format_rupiah(had_cost))
            return f"{text}  ·  {words}", Tone.WARNING
        return f"{text}  ·  {cost}", Tone.GOOD

    def _open_extras(self) -> None:
        self._extras.show()
        focus_and_select(self.buyer_quantity)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab in the quantity opens what is below it."""
        if (
            watched is self.quantity
            and event.type() == QEvent.Type.KeyPress
            and cast("QKeyEvent", event).key() == Qt.Key.Key_Tab
        ):
            self._open_extras()
            return True
        return False

    def _lay_out(self) -> None:
        space, px = theme.current().space, theme.current().px
        more = QuietButton(self.tr("Buyer's weight"), "Tab")
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        more.clicked.connect(self._open_extras)
        self._extras = QWidget()
        self._extra_fields = (
            Field(self.tr("Weighed by the buyer"), self.buyer_quantity),
            Field(self.tr("Why it differs"), self.reason),
        )
        for edit in (self.quantity, self.price):
            edit.setFixedWidth(px(104))
        extras = QHBoxLayout(self._extras)
        extras.setContentsMargins(0, 0, 0, 0)
        extras.setSpacing(space(8))
        for field, stretch in zip(self._extra_fields, (2, 5), strict=True):
            field.editor.setMinimumWidth(px(70))
            extras.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(space(8))
        below.addWidget(self._line, 1)
        below.addWidget(more)
        self._put_together((self.quantity, self.price))
        self._column.addLayout(below)
        self._column.addWidget(self._extras)
