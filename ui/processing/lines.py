"""The lines of a batch so far."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from daurulang.processing.model import Side
from daurulang.quantities import format_kilograms, format_quantity, format_whole
from ui.processing.presenter import ShownLine
from ui.stock.goods import goods_title
from ui.stock.words import side_word
from ui.widgets.rows import Column
from ui.widgets.typed_lines import TypedLines


class BatchLines(TypedLines[ShownLine]):
    """Enter takes one back for a correction, Delete takes it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [
            Column(self.tr("Way"), lambda row: side_word(row.line.side), width=98, muted=True),
            Column(self.tr("Material"), self._title),
            Column(self.tr("Quantity"), _quantity, right=True, strong=True, width=116),
            Column(self.tr("Weight"), _weight, right=True, width=112, spare=2),
            Column(self.tr("Cost Rp"), _cost, right=True, width=104, spare=1),
        ]
        empty = self.tr("What goes in first: type a material that lies in the store, Enter, its quantity, Enter.")
        super().__init__(columns, empty=empty, name=self.tr("Lines of the batch"), parent=parent)

    def _title(self, row: ShownLine) -> str:
        title = goods_title(row.line.goods)
        if not row.short:
            return title
        short = format_quantity(row.short, row.line.goods.material.unit)
        return self.tr("{short} too much  ·  {material}").format(material=title, short=short)


def _quantity(row: ShownLine) -> str:
    return format_quantity(row.line.quantity, row.line.goods.material.unit)


def _weight(row: ShownLine) -> str:
    return format_kilograms(row.grams) if row.grams else "–"


def _cost(row: ShownLine) -> str:
    return "–" if row.line.side is Side.RESIDUE else format_whole(row.cost_rupiah)
