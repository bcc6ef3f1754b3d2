"""The row in which a line of a batch is typed: what goes in, what comes out, what stays as residue."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang.errors import BadNumber, UserError
from daurulang.plant_errors import GoodsRefused
from daurulang.processing.model import Side
from daurulang.quantities import Condition, Unit, format_kilograms, format_quantity, format_rupiah
from daurulang.stock_errors import StockTooLow
from ui.processing.presenter import BatchForm, TypedLine
from ui.stock.entry import GoodsEntry, PlantGoodsEdit
from ui.stock.form import Goods, StoreOfNow, all_goods
from ui.stock.words import side_word
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Tone
from ui.widgets.numbers import QuantityEdit


class BatchEntry(GoodsEntry):
    """What goes in is found among what lies in the store; what comes out among all materials."""

    def __init__(self, form: BatchForm, parent: QWidget | None = None) -> None:
        self._form = form
        self._now: StoreOfNow | None = None
        self.quantity, self.weight = QuantityEdit(required=True), QuantityEdit()
        self._plant_goods = PlantGoodsEdit(lambda goods: form.left(goods, self.position))
        super().__init__(self._plant_goods, (self.quantity, self.weight), parent)
        self.quantity.setAccessibleName(self.tr("Quantity"))
        self.quantity.setPlaceholderText(self.tr("quantity"))
        self.weight.setAccessibleName(self.tr("Weighed"))
        self.weight.setPlaceholderText(self.tr("weighed kg"))
        self.side = ChoiceBar(self.tr("Goes in or comes out"), [(each.value, side_word(each)) for each in Side])
        self.add_above(self.side)
        self.side.changed.connect(lambda _code: self._search_anew())
        self.weight.hide()

    def choose(self, side: Side) -> None:
        """Which way the next line goes."""
        if not self.side.isHidden():
            self.side.choose(side.value)
            self.start()

    def search_in(self, now: StoreOfNow) -> None:
        """What lies in the store now, and what there is at all."""
        self._now = now
        self._search()

    def show_kind(self) -> None:
        """Goods that are only carried go in and nothing else."""
        if self._form.carries:
            self.side.choose(Side.INPUT.value)
        self.side.setVisible(not self._form.carries)

    def load(self, position: int, line: TypedLine) -> None:
        """Take a line of the list back for a correction."""
        self.side.choose(line.side.value)
        self.take_back(position, line.goods)
        self.quantity.set_value(line.quantity)
        self.weight.set_value(line.grams)
        self.taken_back()

    # --- what the row answers ------------------------------------------------------------------------------

    def read(self) -> TypedLine | None:
        goods = self.goods.value()
        try:
            quantity, grams = self.quantity.value() or 0, self.weight.value()
        except BadNumber:
            return None
        if goods is None:
            return None
        return TypedLine(Side(self.side.value()), goods, quantity, None if self.weight.isHidden() else grams)

    def explain(self) -> None:
        line = self.read()
        if line is None:
            words = self.tr("Enter in the empty field goes on. Alt+1: in, Alt+2: out, Alt+3: residue.")
            self.say(self.tr("Enter in the empty field goes on.") if self._form.carries else words)
            return
        unit = line.goods.material.unit
        if line.side is not Side.INPUT:
            known = unit is not Unit.KILOGRAM and line.quantity
            self.say(self.tr("weighs {weight}").format(weight=format_kilograms(line.made_grams)) if known else "")
            return
        left = self._form.left(line.goods, self.position)
        there = format_quantity(max(0, left), unit)
        if line.quantity > left:
            self.say(self.tr("Only {left} lie in the store.").format(left=there), Tone.PROBLEM)
            return
        cost = line.goods.cost_rupiah(line.quantity) if line.quantity else line.goods.unit_cost_rupiah
        words = self.tr("{left} in the store  ·  had cost {cost}/{unit}")
        if line.quantity:
            words = self.tr("{left} in the store  ·  had cost {cost}")
        tone = Tone.GOOD if line.quantity else Tone.PLAIN
        self.say(words.format(left=there, cost=format_rupiah(cost), unit=unit), tone)

    def prepare(self, goods: Goods) -> None:
        unit = goods.material.unit
        self.quantity.set_unit(unit)
        self.quantity.setPlaceholderText(unit.value)
        self.weight.setVisible(unit is not Unit.KILOGRAM and self.side.value() != Side.INPUT)

    def editor_of(self, error: UserError) -> QLineEdit:
        return self.quantity if isinstance(error, BadNumber | GoodsRefused | StockTooLow) else self.goods

    def clear(self) -> None:
        super().clear()
        self.weight.hide()
        self.quantity.setPlaceholderText(self.tr("quantity"))

    def _search_anew(self) -> None:
        """The other way there are other goods; a number that was typed stays."""
        self.goods.set_value(None)
        self.weight.hide()
        self._search()
        self.explain()

    def _search(self) -> None:
        if self._now is None:
            return
        side = Side(self.side.value())
        self._plant_goods.come(still_to_come=side is not Side.INPUT)
        if side is Side.INPUT:
            self.goods.search_in(self._now.there)
        else:
            usual = Condition.CLEAN if side is Side.OUTPUT else Condition.MIXED
            self.goods.search_in(all_goods(self._now.board, usual))
