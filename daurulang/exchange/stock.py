"""Taking in what lay in the store when this book began: one opening count, which no list can take back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.errors import BadNumber, RowsRefused
from daurulang.exchange.amounts import read_rupiah
from daurulang.exchange.archive import archive_desk
from daurulang.exchange.batches import open_batch
from daurulang.exchange.columns import ListKind, Matching, require
from daurulang.exchange.goods import Goods, MaterialFinder, make_materials
from daurulang.exchange.preview import Fate, Preview, Reason, Remark, Row, row_of
from daurulang.exchange.reader import RowReader
from daurulang.exchange.weights import Quantity, read_quantity, unit_of_word
from daurulang.exchange.workbook import Progress, Sheet, counted
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import Place
from daurulang.ledger.service import form_of, wait_for_counters
from daurulang.quantities import Condition, Unit, format_quantity
from daurulang.stock.queries import NOTHING, StockKey, levels
from daurulang.stock.service import lock_stores
from daurulang.stocktakes.model import LONGEST_REASON
from daurulang.stocktakes.queries import was_counted
from daurulang.stocktakes.service import CountDraft, CountedLine, record_part


@dataclass(frozen=True, slots=True)
class StockIntake:
    """What lies in the store of a material, and what the book says now, both in the base of its unit; what a kilogram,
    a piece or a litre of it had cost, 0 where the list does not say.
    """

    row: int
    goods: Goods
    quantity: int
    expected: int
    unit_cost_rupiah: int = 0


def preview(
    db: Database, sheet: Sheet, matching: Matching, progress: Progress | None = None, *, create: bool = False
) -> Preview[StockIntake]:
    """The fate of every row below the header; nothing is written. `create` makes the materials that the book does not
    have. Raises `ColumnsMissing`.
    """
    require(matching, ListKind.STOCK)
    with db.reading() as connection:
        reader = _Reader(connection, sheet, matching, create=create)
    rows = tuple(counted(reader.rows(), len(sheet.rows) - matching.header_row, progress))
    return Preview(sheet, matching, rows, new_materials=reader.materials.new)


def take_in(db: Database, seen: Preview[StockIntake], staff_id: int, progress: Progress | None = None) -> int:
    """Post a dry run as the opening count of the store, in one transaction, and return the id of the batch.

    Raises `RowsRefused` when a row is refused, `NothingCounted`, `AlreadyCounted` and `StockChanged` when something
    else came between.
    """
    refused = seen.counts[Fate.REFUSED]
    if refused:
        raise RowsRefused(refused)
    intakes = seen.intakes
    with db.transaction() as connection:
        lock_stores(connection, [Place.WAREHOUSE])  # as every act that counts or takes out: the store, then counters
        wait_for_counters(connection)
        batch_id = open_batch(connection, ListKind.STOCK, seen.sheet.file_name, len(intakes), staff_id)
        made = make_materials(connection, (each.goods for each in intakes), batch_id)
        reason = f"Stok awal dari {seen.sheet.file_name}"[:LONGEST_REASON]
        draft = CountDraft(new_form_key(), _lines(intakes, made), reason, is_opening=True)
        record_part(connection, archive_desk(connection, staff_id), draft, form_of(draft.form_key, draft))
        if progress:
            progress(len(intakes), len(intakes))
    return batch_id


def _lines(intakes: Sequence[StockIntake], made: Mapping[str, Goods]) -> tuple[CountedLine, ...]:
    ids = [(each.goods if each.goods.id is not None else made[each.goods.code]).id for each in intakes]
    return tuple(
        CountedLine(id_, each.quantity, each.expected, unit_cost_rupiah=each.unit_cost_rupiah)
        for id_, each in zip(ids, intakes, strict=True)
        if id_ is not None
    )


class _Reader(RowReader[StockIntake]):
    """Reads the rows of one list; holds what the rows before it said."""

    def __init__(self, connection: Connection, sheet: Sheet, matching: Matching, *, create: bool) -> None:
        super().__init__(sheet, matching)
        codes = (matching.cell(row, "code") for row in sheet.rows[matching.header_row :])
        self.materials = MaterialFinder(connection, codes, create=create)
        self._counted = was_counted(connection, Place.WAREHOUSE)
        self._stock = levels(connection)
        self._rows_of: dict[str, int] = {}

    def read(self, number: int, cells: tuple[str, ...]) -> Row[StockIntake]:
        """The fate of a row."""
        if not self.cell(cells, "quantity"):
            return row_of(number, cells, [Remark(Reason.QUANTITY_MISSING)], None)
        remarks = [Remark(Reason.STOCK_COUNTED)] if self._counted else []
        word = self.cell(cells, "unit")
        unit = unit_of_word(word) if word else None
        if word and unit is None:
            remarks.append(Remark(Reason.UNIT_UNKNOWN, {"text": word}))
        name = " ".join(self.cell(cells, "material").split())
        goods, remark = self.materials.find(self.cell(cells, "code"), name, unit)
        remarks += [remark] if remark else []
        quantity = self._quantity(cells, word if unit else "", goods.unit if goods else unit or Unit.KILOGRAM, remarks)
        if goods is None or quantity is None:
            return row_of(number, cells, remarks, None)
        intake = self._intake(number, goods, quantity, self.cell(cells, "quantity"), remarks)
        intake = replace(intake, unit_cost_rupiah=self._unit_cost(cells, remarks))
        return row_of(number, cells, remarks, intake)

    def _quantity(self, cells: tuple[str, ...], word: str, unit: Unit, remarks: list[Remark]) -> Quantity | None:
        """What a row states, which is of the material's own unit; nothing at all is a statement too."""
        text = self.cell(cells, "quantity")
        try:
            quantity = read_quantity(text, word, unit)
        except BadNumber as error:
            if error.reason == "zero":
                return Quantity(0, unit)
            remarks.append(Remark(Reason.QUANTITY_UNREADABLE, {"text": text}))
            return None
        if quantity.unit is not unit:
            values = {"text": f"{text} {word}".strip(), "unit": str(unit)}
            remarks.append(Remark(Reason.QUANTITY_IN_OTHER_UNIT, values))
            return None
        return quantity

    def _intake(self, number: int, goods: Goods, quantity: Quantity, text: str, remarks: list[Remark]) -> StockIntake:
        first = self._rows_of.setdefault(goods.code, number)
        if first != number:
            remarks.append(Remark(Reason.STOCK_TWICE, {"row": first}))
        stated = format_quantity(quantity.base, goods.unit)
        if quantity.other is not None:
            remarks.append(Remark(Reason.QUANTITY_DOUBTFUL, {"text": text, "quantity": stated}))
        key = StockKey(Place.WAREHOUSE, goods.id or 0, Condition.CLEAN)
        expected = self._stock.get(key, NOTHING).of(goods.unit)
        if expected not in (0, quantity.base):
            before = format_quantity(expected, goods.unit)
            remarks.append(Remark(Reason.STOCK_REPLACED, {"before": before, "quantity": stated}))
        return StockIntake(number, goods, quantity.base, expected)

    def _unit_cost(self, cells: tuple[str, ...], remarks: list[Remark]) -> int:
        text = self.cell(cells, "unit_cost")
        if not text:
            return 0
        try:
            amount = read_rupiah(text)
        except BadNumber as error:
            if error.reason != "zero":
                remarks.append(Remark(Reason.PRICE_UNREADABLE, {"text": text}))
            return 0
        if amount.doubtful:
            remarks.append(Remark(Reason.PRICE_DOUBTFUL, {"text": text, "rupiah": amount.rupiah}))
        return amount.rupiah
