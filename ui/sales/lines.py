"""The lines of a sale so far: Enter takes one back for a correction, Delete takes it out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from daurulang.quantities import format_quantity, format_whole
from ui.sales.presenter import ShownLine
from ui.stock.goods import goods_title
from ui.widgets.rows import Column
from ui.widgets.typed_lines import TypedLines


class SaleLines(TypedLines[ShownLine]):
    """The list above the entry row of a sale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [
            Column(self.tr("Material"), self._title),
            Column(self.tr("Ours"), _ours, right=True, width=96),
            Column(self.tr("Buyer's"), _theirs, right=True, width=96, spare=2),
            Column(self.tr("Price"), _price, right=True, width=84),
            Column(self.tr("Amount Rp"), _amount, right=True, strong=True, width=108),
            Column(self.tr("Had cost"), _cost, right=True, muted=True, width=104, spare=1),
        ]
        empty = self.tr("Type a material, Enter, its quantity, Enter, its price, Enter.")
        super().__init__(columns, empty=empty, name=self.tr("Lines of the sale"), parent=parent)

    def _title(self, line: ShownLine) -> str:
        title = goods_title(line.goods)
        if not line.short:
            return title
        short = format_quantity(line.short, line.goods.material.unit)
        return self.tr("{short} too much  ·  {material}").format(material=title, short=short)


def _ours(line: ShownLine) -> str:
    return format_quantity(line.draft.quantity, line.goods.material.unit)


def _theirs(line: ShownLine) -> str:
    differs = line.draft.paid_quantity != line.draft.quantity
    return format_quantity(line.draft.paid_quantity, line.goods.material.unit) if differs else "="


def _price(line: ShownLine) -> str:
    return format_whole(line.draft.price_rupiah) if line.draft.price_rupiah else "–"


def _amount(line: ShownLine) -> str:
    return format_whole(line.amount_rupiah)


def _cost(line: ShownLine) -> str:
    if line.short:
        return "–"
    return f"{format_whole(line.cost_rupiah)} {'▲' if line.below_cost else ''}".strip()
