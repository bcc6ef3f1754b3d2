"""The row in which goods for the landfill are typed, and the lines so far."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang.errors import BadNumber, UserError
from daurulang.plant_errors import GoodsRefused
from daurulang.quantities import format_kilograms, format_quantity, format_rupiah, format_whole
from daurulang.stock_errors import StockTooLow
from ui.disposals.presenter import DisposalForm, ShownLine, TypedLine
from ui.stock.entry import GoodsEntry, PlantGoodsEdit
from ui.stock.form import Goods
from ui.stock.goods import goods_title
from ui.widgets.card import Tone
from ui.widgets.numbers import QuantityEdit
from ui.widgets.rows import Column
from ui.widgets.typed_lines import TypedLines


class DisposalEntry(GoodsEntry):
    """Goods of the store and how much of them; residue is offered first."""

    def __init__(self, form: DisposalForm, parent: QWidget | None = None) -> None:
        self._form = form
        self.quantity = QuantityEdit(required=True)
        goods = PlantGoodsEdit(lambda goods: form.left(goods, self.position))
        super().__init__(goods, (self.quantity,), parent)
        self.quantity.setAccessibleName(self.tr("Quantity"))
        self.quantity.setPlaceholderText(self.tr("quantity"))

    def load(self, position: int, line: TypedLine) -> None:
        """Take a line of the list back for a correction."""
        self.take_back(position, line.goods)
        self.quantity.set_value(line.quantity)
        self.taken_back()

    def read(self) -> TypedLine | None:
        goods = self.goods.value()
        try:
            quantity = self.quantity.value() or 0
        except BadNumber:
            return None
        return None if goods is None else TypedLine(goods, quantity)

    def explain(self) -> None:
        line = self.read()
        if line is None:
            self.say(self.tr("Residue stands first. Enter in the empty field goes on."))
            return
        unit = line.goods.material.unit
        left = self._form.left(line.goods, self.position)
        there = format_quantity(max(0, left), unit)
        cost = line.goods.cost_rupiah(line.quantity)
        if line.quantity > left:
            self.say(self.tr("Only {left} lie in the store.").format(left=there), Tone.PROBLEM)
        elif cost:
            words = self.tr("{left} in the store  ·  {cost} is written off")
            self.say(words.format(left=there, cost=format_rupiah(cost)), Tone.WARNING)
        else:
            self.say(self.tr("{left} in the store").format(left=there), Tone.GOOD if line.quantity else Tone.PLAIN)

    def prepare(self, goods: Goods) -> None:
        self.quantity.set_unit(goods.material.unit)
        self.quantity.setPlaceholderText(goods.material.unit.value)

    def editor_of(self, error: UserError) -> QLineEdit:
        return self.quantity if isinstance(error, BadNumber | GoodsRefused | StockTooLow) else self.goods


class DisposalLines(TypedLines[ShownLine]):
    """Enter takes one back for a correction, Delete takes it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [
            Column(self.tr("Material"), self._title),
            Column(self.tr("Quantity"), _quantity, right=True, strong=True, width=116),
            Column(self.tr("Weight"), _weight, right=True, width=112, spare=1),
            Column(self.tr("Written off Rp"), _cost, right=True, width=116),
        ]
        empty = self.tr("Type what is taken away, Enter, its quantity, Enter.")
        super().__init__(columns, empty=empty, name=self.tr("Goods for the landfill"), parent=parent)

    def _title(self, row: ShownLine) -> str:
        title = goods_title(row.line.goods)
        if not row.short:
            return title
        short = format_quantity(row.short, row.line.goods.material.unit)
        return self.tr("{short} too much  ·  {material}").format(material=title, short=short)


def _quantity(row: ShownLine) -> str:
    return format_quantity(row.line.quantity, row.line.goods.material.unit)


def _weight(row: ShownLine) -> str:
    return format_kilograms(row.part.grams) if row.part.grams else "–"


def _cost(row: ShownLine) -> str:
    return format_whole(row.part.rupiah) if row.part.rupiah else "–"
