"""The lines of a load so far."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from daurulang.loads.model import Measured
from daurulang.quantities import format_kilograms, format_thousandths, format_whole
from ui.loads.presenter import ShownLine
from ui.stock.goods import goods_title
from ui.stock.words import cubic_metres
from ui.widgets.rows import Column
from ui.widgets.typed_lines import TypedLines


class LoadLines(TypedLines[ShownLine]):
    """Enter takes one back for a correction, Delete takes it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [
            Column(self.tr("Material"), lambda row: goods_title(row.line.goods)),
            Column(self.tr("Gross"), _gross, right=True, width=104),
            Column(self.tr("Tare"), _tare, right=True, width=104),
            Column(self.tr("Net"), _net, right=True, strong=True, width=124),
            Column(self.tr("Paid Rp"), _paid, right=True, width=104, spare=1),
        ]
        empty = self.tr("Type a material, Enter, its gross weight, Enter, the tare, Enter.")
        super().__init__(columns, empty=empty, name=self.tr("Lines of the load"), parent=parent)


def _net(row: ShownLine) -> str:
    weight = format_kilograms(row.line.grams)
    return weight if row.line.measured is Measured.WEIGHT else f"≈ {weight}"


def _gross(row: ShownLine) -> str:
    line = row.line
    if line.measured is Measured.WEIGHT:
        return format_thousandths(line.gross_grams)
    return cubic_metres(line.volume_litres)


def _tare(row: ShownLine) -> str:
    line = row.line
    if line.measured is Measured.VOLUME:
        return f"× {line.density_grams_per_litre} kg"
    return format_thousandths(line.tare_grams) if line.tare_grams else "–"


def _paid(row: ShownLine) -> str:
    return format_whole(row.amount_rupiah) if row.amount_rupiah else "–"
