"""The lines weighed in so far: Enter takes one back for a correction, Delete takes it out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from daurulang.quantities import format_quantity, format_whole
from ui.deposits.entry import offer_title
from ui.deposits.presenter import ShownLine
from ui.widgets.rows import Column
from ui.widgets.typed_lines import TypedLines


class LinesTable(TypedLines[ShownLine]):
    """The list above the entry row of a deposit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [
            Column(self.tr("Material"), self._title),
            Column(self.tr("Gross"), lambda line: _quantity(line, line.draft.gross), right=True, width=92, spare=2),
            Column(self.tr("Deducted"), _deducted, right=True, width=92, spare=1),
            Column(self.tr("Net"), lambda line: _quantity(line, line.draft.net), right=True, width=92),
            Column(self.tr("Price"), _price, right=True, width=84),
            Column(
                self.tr("Amount Rp"), lambda line: format_whole(line.amount_rupiah), right=True, strong=True, width=108
            ),
        ]
        empty = self.tr("Type a material, Enter, its weight, Enter.")
        super().__init__(columns, empty=empty, name=self.tr("Lines weighed in"), parent=parent)

    def _title(self, line: ShownLine) -> str:
        title = offer_title(line.offer)
        return self.tr("{material}  ·  no longer on the list").format(material=title) if line.gone else title


def _quantity(line: ShownLine, quantity: int) -> str:
    return format_quantity(quantity, line.offer.material.unit)


def _deducted(line: ShownLine) -> str:
    deducted = line.draft.tare + line.draft.deduction
    return _quantity(line, deducted) if deducted else "–"


def _price(line: ShownLine) -> str:
    return "–" if not line.price_rupiah else format_whole(line.price_rupiah)
