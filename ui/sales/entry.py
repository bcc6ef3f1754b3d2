"""The row in which goods are typed out of the store: material, quantity, price, below them what the buyer weighed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from daurulang.errors import BadNumber, UserError
from daurulang.plant_errors import GoodsRefused
from daurulang.quantities import Condition, format_quantity, format_rupiah, line_amount_rupiah
from daurulang.sales.goods import GoodsToSell
from daurulang.sales.service import LONGEST_REASON, SaleLineDraft
from daurulang.stock_errors import StockTooLow
from ui import theme
from ui.icons import Icon
from ui.sales.finder import GoodsFinder
from ui.sales.presenter import SaleForm, ShownLine
from ui.widgets.button import QuietButton, SecondaryButton
from ui.widgets.card import Tone
from ui.widgets.field import Field, HintLine, LineEdit
from ui.widgets.form import FormWalker, focus_and_select
from ui.widgets.numbers import QuantityEdit, RupiahEdit
from ui.widgets.suggest import SuggestEdit, Suggestion
from ui.words import condition_word


def goods_title(goods: GoodsToSell) -> str:
    """The material, with its condition unless it is clean, which everybody expects."""
    name = goods.material.name
    return name if goods.condition is Condition.CLEAN else f"{name}  ·  {condition_word(goods.condition)}"


class GoodsEdit(SuggestEdit[GoodsToSell]):
    """Finds goods of the store in memory. Enter in the empty field goes on to the payment, Up in it to the lines."""

    skipped = Signal()
    up_wanted = Signal()

    def __init__(self, left: Callable[[GoodsToSell], int], parent: QWidget | None = None) -> None:
        """`left` answers how much is left for one more line."""
        super().__init__(
            self._find, self._suggestion, nothing=self.tr("Nothing of it lies in this store."), required=False,
            parent=parent,
        )  # fmt: skip
        self._left = left
        self.search_in(())
        self.setPlaceholderText(self.tr("Material: name or code"))
        self.setAccessibleName(self.tr("Material"))

    def search_in(self, goods: Sequence[GoodsToSell]) -> None:
        """Search what lies there now."""
        self._finder = GoodsFinder(goods, condition_word)

    def accept_entry(self) -> bool:
        """Choose goods; an empty field means that nothing more is sold."""
        if not self.text().strip() and not self.popup_open():
            self.skipped.emit()
            return False
        return super().accept_entry()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z in the empty field is left to the list of lines."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and not self.text() and not self.popup_open():
            self.up_wanted.emit()
            return
        super().keyPressEvent(event)

    def _find(self, text: str) -> Sequence[GoodsToSell]:
        return self._finder.find(text)

    def _suggestion(self, goods: GoodsToSell) -> Suggestion:
        good = goods.material
        price = self.tr("no sell price")
        if goods.price_rupiah is not None:
            price = f"{format_rupiah(goods.price_rupiah)}/{good.unit}"
        detail = ",  ".join((good.code, *good.aliases[:3]))
        left = format_quantity(max(0, self._left(goods)), good.unit)
        return Suggestion(goods_title(goods), f"{detail}  ·  {price}", left, good.icon)


class SaleEntry(QWidget):
    """Enter walks material → quantity → price and adds the line; Tab in the quantity opens the buyer's weight.

    `entered(SaleLineDraft, GoodsToSell)` hands over a line that can be read; the screen answers by `clear` or `refuse`.
    """

    entered = Signal(object, object)
    edited = Signal()
    """Something was typed."""

    def __init__(self, form: SaleForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.position: int | None = None
        self._icon = Icon("package", "muted", 20)
        self.goods = GoodsEdit(lambda goods: form.left(goods, self.position))
        self.quantity, self.buyer_quantity = QuantityEdit(required=True), QuantityEdit()
        self.price = RupiahEdit(required=True)
        self.reason = LineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self._more = QuietButton(self.tr("Buyer's weight"), "Tab")
        self._add = SecondaryButton(self.tr("Add"), "Enter")
        self._line = HintLine()
        self._extras = QWidget()
        self._fields: dict[QLineEdit, Field] = {
            self.buyer_quantity: Field(self.tr("Weighed by the buyer"), self.buyer_quantity),
            self.reason: Field(self.tr("Why it differs"), self.reason),
        }
        self._lay_out()
        self._connect()
        self.clear()

    # --- what the screen does with it ----------------------------------------------------------------------

    def start(self) -> None:
        """Put the focus where the next line begins."""
        focus_and_select(self.goods)

    def clear(self) -> None:
        """Empty for the next line."""
        self.position = None
        self.goods.set_value(None)
        for edit in self._edits():
            edit.clear()
        self.quantity.setPlaceholderText(self.tr("quantity"))
        self.price.setPlaceholderText(self.tr("price"))
        self._clear_problems()
        self._extras.hide()
        self._add.setText(self.tr("Add"))
        self._show_icon()
        self._explain()

    def load(self, line: ShownLine) -> None:
        """Take a line of the list back for a correction."""
        self.clear()
        draft = line.draft
        self.position = line.position
        self.goods.set_value(line.goods)
        self._set_unit(line.goods)
        self.quantity.set_value(draft.quantity)
        self.price.set_value(draft.price_rupiah)
        self.buyer_quantity.set_value(draft.buyer_quantity)
        self.reason.setText(draft.difference_reason)
        self._extras.setVisible(draft.buyer_quantity is not None)
        self._add.setText(self.tr("Change"))
        self._show_icon()
        self._explain()
        focus_and_select(self.quantity)

    def is_empty(self) -> bool:
        """Whether nothing was typed into it."""
        return not any(edit.text().strip() for edit in (self.goods, *self._edits()))

    def submit(self) -> bool:
        """Hand the line over as Enter in the last field does; False while something is missing."""
        for edit in (self.goods, self.quantity, self.buyer_quantity, self.price):
            if not edit.accept_entry():
                focus_and_select(edit)
                return False
        line, goods = self._read(), self.goods.value()
        if line is None or goods is None:
            self._show_problem(self.goods, self.tr("Choose a material first."))
            return False
        self.entered.emit(line, goods)
        return self.is_empty()

    def refuse(self, error: UserError, sentence: str) -> None:
        """Say what is wrong at the editor it belongs to."""
        editor: QLineEdit = self.goods
        match error:
            case BadNumber() | StockTooLow():
                editor = self.quantity
            case GoodsRefused(problem="difference_unexplained"):
                self._extras.show()
                editor = self.reason
            case GoodsRefused():
                editor = self.quantity
        self._show_problem(editor, sentence)

    def message(self) -> str:
        """The words under the row."""
        return self._line.text()

    def type_on(self, text: str) -> None:
        """A key pressed elsewhere begins the next line."""
        self.start()
        if text:
            self.goods.clear()
            self.goods.insert(text)
            self.goods.textEdited.emit(text)

    def explain(self) -> None:
        """How the row is understood, once more: the store or the way of pricing is another."""
        self._explain()

    # --- inside ---------------------------------------------------------------------------------------------

    def _edits(self) -> tuple[QLineEdit, ...]:
        return self.quantity, self.price, self.buyer_quantity, self.reason

    def _read(self) -> SaleLineDraft | None:
        """The line as typed; None while it cannot be read."""
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

    def _explain(self) -> None:
        """What is there, what the line comes to, and a warning before too much or too cheap is sold."""
        goods, line = self.goods.value(), self._read()
        if goods is None:
            self._line.say(self.tr("Enter in the empty field goes on to the payment."))
            return
        unit, left = goods.material.unit, self._form.left(goods, self.position)
        cost = self.tr("had cost {cost}/{unit}").format(cost=format_rupiah(goods.unit_cost_rupiah), unit=unit)
        there = self.tr("{left} in the store").format(left=format_quantity(max(0, left), unit))
        if line is None or not line.quantity:
            self._line.say(f"{there}  ·  {cost}")
        elif line.quantity > left:
            words = self.tr("Only {left} lie in the store.")
            self._line.say(words.format(left=format_quantity(max(0, left), unit)), Tone.PROBLEM)
        else:
            self._line.say(*self._worth(goods, line, cost, there))

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

    def _chosen(self, goods: GoodsToSell) -> None:
        self._set_unit(goods)
        self.price.set_value(goods.price_rupiah)
        self._show_icon()
        self._explain()
        self._walker.next()

    def _set_unit(self, goods: GoodsToSell) -> None:
        for edit in (self.quantity, self.buyer_quantity):
            edit.set_unit(goods.material.unit)
            edit.setPlaceholderText(goods.material.unit.value)

    def _show_icon(self) -> None:
        goods = self.goods.value()
        if goods is None:
            self._icon.show_icon("package", "edge")
        else:
            self._icon.show_icon(goods.material.icon, "accent_text")

    def _changed(self) -> None:
        self._clear_problems()
        if self.goods.value() is None:
            self._show_icon()
        self._explain()
        self.edited.emit()

    def _open_extras(self) -> None:
        self._extras.show()
        focus_and_select(self.buyer_quantity)

    def _show_problem(self, editor: QLineEdit, sentence: str) -> None:
        """In the one wide line under the row: the fields below are too narrow for a sentence."""
        self._mark(editor, problem=True)
        self._line.say(sentence, Tone.PROBLEM)
        focus_and_select(editor)

    def _clear_problems(self) -> None:
        for field in self._fields.values():
            field.clear_problem()
        for editor in (self.goods, *self._edits()):
            self._mark(editor, problem=False)

    @staticmethod
    def _mark(editor: QLineEdit, *, problem: bool) -> None:
        if bool(editor.property("problem")) != problem:
            editor.setProperty("problem", problem)
            theme.restyle(editor)

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

    def _connect(self) -> None:
        self._walker = FormWalker([self.goods, self.quantity, self.buyer_quantity, self.reason, self.price], self)
        self._walker.finished.connect(self.submit)
        self.goods.chosen.connect(self._chosen)
        for edit in (self.goods, *self._edits()):
            edit.textEdited.connect(self._changed)
        self.quantity.installEventFilter(self)
        for edit in (self.goods, self.quantity, self.price):
            edit.refused.connect(lambda sentence, edit=edit: self._show_problem(edit, sentence))
        self._more.clicked.connect(self._open_extras)
        self._add.clicked.connect(self.submit)

    def _lay_out(self) -> None:
        space, px = theme.current().space, theme.current().px
        self.quantity.setAccessibleName(self.tr("Our quantity"))
        self.price.setAccessibleName(self.tr("Price"))
        for edit in (self.quantity, self.price):
            edit.setFixedWidth(px(104))
        for button in (self._more, self._add):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.goods.setMinimumWidth(px(110))
        row = QHBoxLayout()
        row.setSpacing(space(8))
        row.addWidget(self._icon)
        row.addWidget(self.goods, 1)
        for widget in (self.quantity, self.price, self._add):
            row.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(space(8))
        below.addWidget(self._line, 1)
        below.addWidget(self._more)
        extras = QHBoxLayout(self._extras)
        extras.setContentsMargins(0, 0, 0, 0)
        extras.setSpacing(space(8))
        for editor, stretch in ((self.buyer_quantity, 2), (self.reason, 5)):
            editor.setMinimumWidth(px(70))
            extras.addWidget(self._fields[editor], stretch, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(4))
        layout.addLayout(row)
        layout.addLayout(below)
        layout.addWidget(self._extras)
