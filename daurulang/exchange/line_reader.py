"""What the readers of old deposits and old sales share: the goods of a row, how much of them, and what it came to."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from daurulang.errors import BadNumber
from daurulang.exchange.amounts import read_rupiah
from daurulang.exchange.columns import Matching
from daurulang.exchange.goods import Goods, MaterialFinder
from daurulang.exchange.preview import Intake, Reason, Remark
from daurulang.exchange.reader import OldBookReader
from daurulang.exchange.weights import Quantity, read_quantity, unit_of_word
from daurulang.exchange.workbook import Sheet
from daurulang.quantities import Unit, format_quantity, line_amount_rupiah

MOST_LINE_RUPIAH = 10**9


class LineReader(OldBookReader[Intake]):
    """A reader of rows that each hold one material; `create` makes materials that the book does not have."""

    def __init__(self, connection: Connection, sheet: Sheet, matching: Matching, *, create: bool) -> None:
        super().__init__(connection, sheet, matching)
        codes = (matching.cell(row, "code") for row in sheet.rows[matching.header_row :])
        self.materials = MaterialFinder(connection, codes, create=create)

    def goods(self, cells: tuple[str, ...], remarks: list[Remark]) -> tuple[Goods | None, Quantity | None]:
        """The material of a row and how much of it, each None where it cannot be read."""
        word, text = self.cell(cells, "unit"), self.cell(cells, "quantity")
        unit = unit_of_word(word) if word else None
        if word and unit is None:
            remarks.append(Remark(Reason.UNIT_UNKNOWN, {"text": word}))
        name = " ".join(self.cell(cells, "material").split())
        goods, remark = self.materials.find(self.cell(cells, "code"), name, unit)
        remarks += [remark] if remark else []
        try:
            quantity = read_quantity(text, word if unit else "", goods.unit if goods else unit or Unit.KILOGRAM)
        except BadNumber:
            remarks.append(Remark(Reason.QUANTITY_UNREADABLE, {"text": text}))
            return goods, None
        if goods is not None and quantity.unit is not goods.unit:
            values = {"text": f"{text} {word}".strip(), "unit": str(goods.unit)}
            remarks.append(Remark(Reason.QUANTITY_IN_OTHER_UNIT, values))
            return goods, None
        return goods, quantity

    def value(
        self, cells: tuple[str, ...], goods: Goods, quantity: Quantity, remarks: list[Remark]
    ) -> tuple[int, int, int] | None:
        """The quantity, the price and the value of a row; a value that is stated is kept whatever the price gives."""
        price, total = self._rupiah(cells, "price", remarks), self._rupiah(cells, "total", remarks)
        if price is None and total is None:
            if not any(remark.reason is Reason.VALUE_UNREADABLE for remark in remarks):
                remarks.append(Remark(Reason.VALUE_MISSING))
            return None
        net = _meant(quantity, goods.unit, price, total)
        if quantity.other is not None and not (price and total and line_amount_rupiah(net, goods.unit, price) == total):
            values: dict[str, str | int] = {
                "text": self.cell(cells, "quantity"),
                "quantity": format_quantity(net, goods.unit),
            }
            remarks.append(Remark(Reason.QUANTITY_DOUBTFUL, values))
        if price is None:
            assert total is not None  # noqa: S101 - one of them is there
            return net, _price_of(total, net, goods.unit), total
        computed = line_amount_rupiah(net, goods.unit, price)
        if total is not None and total != computed:
            remarks.append(Remark(Reason.TOTAL_DIFFERS, {"rupiah": total, "computed_rupiah": computed}))
        amount = computed if total is None else total
        if amount > MOST_LINE_RUPIAH:
            remarks.append(Remark(Reason.VALUE_UNREADABLE, {"text": str(amount)}))
        return net, price, amount

    def _rupiah(self, cells: tuple[str, ...], field: str, remarks: list[Remark]) -> int | None:
        text = self.cell(cells, field)
        if not text:
            return None
        try:
            amount = read_rupiah(text)
        except BadNumber:
            amount = None
        if amount is None or amount.rupiah > MOST_LINE_RUPIAH:
            remarks.append(Remark(Reason.VALUE_UNREADABLE, {"text": text}))
            return None
        if amount.doubtful:
            remarks.append(Remark(Reason.PRICE_DOUBTFUL, {"text": text, "rupiah": amount.rupiah}))
        return amount.rupiah


def _meant(quantity: Quantity, unit: Unit, price: int | None, total: int | None) -> int:
    """The reading of a quantity that its price and total agree with; as it is typed, a dot begins the decimals."""
    if quantity.other is None or price is None or total is None:
        return quantity.base
    return quantity.other if line_amount_rupiah(quantity.other, unit, price) == total else quantity.base


def _price_of(total_rupiah: int, net: int, unit: Unit) -> int:
    """What a unit came to, half up, where only the total is known."""
    return (2 * total_rupiah * unit.base_per_unit + net) // (2 * net)
