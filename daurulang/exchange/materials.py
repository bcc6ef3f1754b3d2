"""Taking in a list of materials with prices: what each row would become, and writing them all or none.

A good that the book has by its code (or by its name, in a list without codes) gets new prices and nothing else, so
that undoing the list restores what was there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from daurulang.centre.queries import the_centre
from daurulang.database import Database
from daurulang.errors import BadNumber, FieldTooLong, RowsRefused
from daurulang.exchange.amounts import read_rupiah, sack_prices, unit_in_name, unit_named
from daurulang.exchange.batches import open_batch
from daurulang.exchange.categories import CodeMaker, category_of
from daurulang.exchange.columns import CLASS_PRICE, ListKind, Matching, require
from daurulang.exchange.preview import (
    Fate,
    Preview,
    Reason,
    Remark,
    Row,
    row_of,
)
from daurulang.exchange.reader import RowReader
from daurulang.exchange.workbook import Progress, Sheet, counted
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import Material, PriceKey, materials, prices_on
from daurulang.materials.service import (
    JUMP_PERCENT,
    MAX_PRICE_RUPIAH,
    NAME_LIMIT,
    MaterialDraft,
    PriceDraft,
    checked,
    insert_material,
    insert_prices,
)
from daurulang.members.queries import member_classes
from daurulang.members.service import COMMON_CLASS_ID, class_named
from daurulang.quantities import Condition, Unit

_COMMON_PRICES = {
    "buy_price": (PriceSide.BUY, Condition.CLEAN),
    "buy_price_dirty": (PriceSide.BUY, Condition.DIRTY),
    "buy_price_wet": (PriceSide.BUY, Condition.WET),
    "buy_price_mixed": (PriceSide.BUY, Condition.MIXED),
    "sell_price": (PriceSide.SELL, Condition.CLEAN),
}
_NOTHING = {"", "-", "\u2013", "\u2014"}


@dataclass(frozen=True, slots=True)
class PriceIntake:
    """A price as it would be written; the class by its name, empty for the common one and for sell prices."""

    side: PriceSide
    condition: Condition
    member_class: str
    rupiah: int


@dataclass(frozen=True, slots=True)
class MaterialIntake:
    """A material as it would be written. With a `material_id` it is in the book already and only its prices change;
    `draft` then holds what the list says.
    """

    draft: MaterialDraft
    material_id: int | None
    prices: tuple[PriceIntake, ...]


def preview(
    db: Database, sheet: Sheet, matching: Matching, progress: Progress | None = None
) -> Preview[MaterialIntake]:
    """The fate of every row below the header; nothing is written. Raises `ColumnsMissing`, `NotSetUp`."""
    require(matching, ListKind.MATERIALS)
    with db.reading() as connection:
        class_ids = {each.name.lower(): each.id for each in member_classes(connection)}
        in_force = prices_on(connection, the_centre(connection).today())
        known = materials(connection)
    prices = {key: found.rupiah for key, found in in_force.items()}
    reader = _Reader(sheet, matching, known, class_ids, prices)
    rows = tuple(counted(reader.rows(), len(sheet.rows) - matching.header_row, progress))
    taken = {price.member_class for row in rows if row.intake for price in row.intake.prices}
    new = tuple(name for name in matching.class_prices.values() if name in taken and name.lower() not in class_ids)
    return Preview(sheet, matching, rows, new)


def take_in(db: Database, seen: Preview[MaterialIntake], staff_id: int | None, progress: Progress | None = None) -> int:
    """Write every row of a dry run that is to be taken, in one transaction, and return the id of the batch.

    Prices hold from today on; the file's name is their reason. Raises `RowsRefused` when a row is refused,
    `AlreadyTaken` when a code or name was given out since.
    """
    refused = seen.counts[Fate.REFUSED]
    if refused:
        raise RowsRefused(refused)
    intakes = seen.intakes
    reason = seen.sheet.file_name
    with db.transaction() as connection:
        today = the_centre(connection).today()
        batch_id = open_batch(connection, ListKind.MATERIALS, reason, len(intakes), staff_id)
        names = dict.fromkeys(price.member_class for intake in intakes for price in intake.prices)
        class_ids = {
            name: class_named(connection, name, batch_id=batch_id) if name else COMMON_CLASS_ID for name in names
        }
        drafts: list[PriceDraft] = []
        for intake in counted(intakes, len(intakes), progress):
            material_id = intake.material_id or insert_material(connection, intake.draft, batch_id)
            for price in intake.prices:
                class_id = class_ids[price.member_class] if price.side is PriceSide.BUY else None
                key = PriceKey(material_id, price.side, price.condition, class_id)
                drafts.append(PriceDraft(key, price.rupiah, reason))
        insert_prices(connection, drafts, today, staff_id=staff_id, batch_id=batch_id)
    return batch_id


@dataclass(frozen=True, slots=True)
class _ReadPrices:
    prices: tuple[PriceIntake, ...]
    unit: Unit | None


class _Reader(RowReader[MaterialIntake]):
    """Reads the rows of one list; holds what the rows before it said."""

    def __init__(
        self,
        sheet: Sheet,
        matching: Matching,
        known: tuple[Material, ...],
        class_ids: dict[str, int],
        in_force: dict[PriceKey, int],
    ) -> None:
        super().__init__(sheet, matching)
        self.class_ids = class_ids
        self.in_force = in_force
        self.by_code = {each.code.lower(): each for each in known}
        self.by_name = {each.name.lower(): each for each in known}
        self.code_rows: dict[str, int] = {}
        self.name_rows: dict[str, int] = {}
        codes = (matching.cell(row, "code") for row in sheet.rows[matching.header_row :])
        self.codes = CodeMaker([*self.by_code, *codes])
        self.section = ""
        self.price_fields = [
            *(field for field in _COMMON_PRICES if field in matching.columns),
            *matching.class_prices,
        ]
        titles = " ".join(matching.titles[matching.columns[field]] for field in self.price_fields).replace("_", " ")
        self.unit_of_title = unit_in_name(re.sub(r"\(\s*rp\W*", "(", titles, flags=re.IGNORECASE))

    def holds_nothing(self, cells: tuple[str, ...]) -> Remark | None:
        """A group's title too holds nothing to take."""
        nothing = super().holds_nothing(cells)
        if nothing is None or nothing.reason is Reason.EMPTY:
            return self._section(cells) or nothing
        return nothing

    def read(self, number: int, cells: tuple[str, ...]) -> Row[MaterialIntake]:
        """The fate of a row."""
        name = " ".join(self.matching.cell(cells, "name").split())
        if not name:
            return row_of(number, cells, [Remark(Reason.NAME_MISSING)], None)
        remarks: list[Remark] = []
        read = self._prices(cells, remarks)
        unit, unit_guessed = self._unit(name, cells, read.unit, remarks)
        dlh, sipsn, group = (self.matching.cell(cells, f"{kind}category") for kind in ("dlh_", "sipsn_", ""))
        category = category_of(name, dlh, sipsn, group or self.section)
        code = self.matching.cell(cells, "code")
        aliases = re.split(r"[,;|]", self.matching.cell(cells, "aliases"))
        draft = MaterialDraft(
            code,
            name,
            unit,
            category.dlh,
            category.sipsn,
            icon=category.icon,
            aliases=tuple(aliases),
            substance=category.substance,
        )
        guessed = category.guessed | ({"unit"} if unit_guessed else set()) | (set() if code else {"code"})
        old = self._old(draft, number, remarks)
        if old is None:
            draft = self._named_once(replace(draft, code=code or self.codes.make(draft.dlh_category)), number, remarks)
        else:
            guessed -= {"code"}
            substance = old.substance or draft.substance  # no column says it
            draft = replace(draft, code=old.code, unit=old.unit if unit_guessed else unit, substance=substance)
            if not unit_guessed and unit is not old.unit:
                remarks.append(Remark(Reason.UNIT_DIFFERS, {"unit": str(unit), "book_unit": str(old.unit)}))
        try:
            draft = checked(draft)
        except FieldTooLong as error:
            remarks.append(Remark(Reason.TOO_LONG, {"field": error.field, "limit": error.limit}))
        self._remark_goods(name, cells, remarks)
        prices = self._weighed(read.prices, old, remarks)
        if old is not None and read.prices and not prices:
            return row_of(number, cells, [*remarks, Remark(Reason.UNCHANGED)], None)
        intake = MaterialIntake(draft, old.id if old else None, prices)
        return row_of(number, cells, remarks, intake, changed=old is not None, guessed=frozenset(guessed))

    def _section(self, cells: tuple[str, ...]) -> Remark | None:
        """A row with one text alone, in a list that has prices, heads the goods below it."""
        filled = [text for text in cells if text]
        if not self.price_fields or len(filled) != 1 or any(letter.isdigit() for letter in filled[0]):
            return None
        self.section = filled[0]
        return Remark(Reason.SECTION, {"name": filled[0]})

    def _prices(self, cells: tuple[str, ...], remarks: list[Remark]) -> _ReadPrices:
        found: list[PriceIntake] = []
        unit = None
        for field in self.price_fields:
            text = self.matching.cell(cells, field)
            if text in _NOTHING:
                continue
            try:
                amount = read_rupiah(text)
                if amount.rupiah > MAX_PRICE_RUPIAH:
                    raise BadNumber("too_large", text)
            except BadNumber:
                remarks.append(Remark(Reason.PRICE_UNREADABLE, {"text": text}))
                continue
            if amount.doubtful:
                remarks.append(Remark(Reason.PRICE_DOUBTFUL, {"text": text, "rupiah": amount.rupiah}))
            unit = unit or amount.unit
            side, condition = _COMMON_PRICES.get(field, (PriceSide.BUY, Condition.CLEAN))
            name = field.removeprefix(CLASS_PRICE) if field.startswith(CLASS_PRICE) else ""
            found.append(PriceIntake(side, condition, name, amount.rupiah))
        return _ReadPrices(tuple(found), unit)

    def _unit(
        self, name: str, cells: tuple[str, ...], price_unit: Unit | None, remarks: list[Remark]
    ) -> tuple[Unit, bool]:
        """The unit and whether it is a guess: its column, the words of the name, the price, the price's header."""
        text = self.matching.cell(cells, "unit")
        if text not in _NOTHING:
            unit = unit_named(text)
            if unit is None:
                remarks.append(Remark(Reason.UNIT_UNKNOWN, {"text": text}))
            return unit or Unit.KILOGRAM, False
        if any(sack_prices(cell) for cell in cells):
            return Unit.PIECE, False
        unit = unit_in_name(name) or price_unit or self.unit_of_title
        return unit or Unit.KILOGRAM, unit is None

    def _old(self, draft: MaterialDraft, number: int, remarks: list[Remark]) -> Material | None:
        """The good of the book that a row is about; a code that stands twice is refused."""
        if draft.code:
            before = self.code_rows.setdefault(draft.code.lower(), number)
            if before != number:
                remarks.append(Remark(Reason.CODE_TWICE, {"code": draft.code, "row": before}))
            old = self.by_code.get(draft.code.lower())
        else:
            old = self.by_name.get(draft.name.lower()) if draft.name.lower() not in self.name_rows else None
        if old:
            self.name_rows.setdefault(draft.name.lower(), number)
            if old.name.lower() != draft.name.lower():
                remarks.append(Remark(Reason.NAME_KEPT, {"name": draft.name, "book_name": old.name}))
        return old

    def _named_once(self, draft: MaterialDraft, number: int, remarks: list[Remark]) -> MaterialDraft:
        """The draft with its code in the name where the name alone is taken."""
        name = draft.name.lower()
        row, owner = self.name_rows.setdefault(name, number), self.by_name.get(name)
        if row == number and owner is None:
            return draft
        ending = f" ({draft.code})"
        new_name = draft.name[: NAME_LIMIT - len(ending)] + ending
        self.name_rows.setdefault(new_name.lower(), number)
        values: dict[str, str | int] = {"name": draft.name, "new_name": new_name}
        if row != number:
            remarks.append(Remark(Reason.NAME_TWICE, values | {"row": row}))
        elif owner:
            remarks.append(Remark(Reason.NAME_TAKEN, values | {"code": owner.code}))
        return replace(draft, name=new_name)

    def _remark_goods(self, name: str, cells: tuple[str, ...], remarks: list[Remark]) -> None:
        sizes = next((text for text in cells if sack_prices(text)), None)
        if sizes:
            remarks.append(Remark(Reason.SEVERAL_PRICES, {"text": sizes}))
        elif re.search(r"[,;]", re.sub(r"\(.*?\)", "", name)):
            remarks.append(Remark(Reason.SEVERAL_GOODS, {"name": name}))

    def _weighed(
        self, prices: tuple[PriceIntake, ...], old: Material | None, remarks: list[Remark]
    ) -> tuple[PriceIntake, ...]:
        """The prices that differ from those in force, after remarking what is odd about them."""
        if not prices and self.price_fields:
            remarks.append(Remark(Reason.NO_PRICE))
        sell = next((price.rupiah for price in prices if price.side is PriceSide.SELL), None)
        if sell is None and old:
            sell = self.in_force.get(PriceKey(old.id, PriceSide.SELL, Condition.CLEAN, None))
        clean = [price.rupiah for price in prices if price.side is PriceSide.BUY and price.condition is Condition.CLEAN]
        if sell is not None and max(clean, default=0) > sell:
            remarks.append(Remark(Reason.ABOVE_SELL, {"rupiah": max(clean), "sell_rupiah": sell}))
        if old is None:
            return prices
        changed = []
        for price in prices:
            class_id = None
            if price.side is PriceSide.BUY:
                class_id = self.class_ids.get(price.member_class.lower(), 0) if price.member_class else COMMON_CLASS_ID
            before = self.in_force.get(PriceKey(old.id, price.side, price.condition, class_id))
            if before == price.rupiah:
                continue
            changed.append(price)
            if before and abs(price.rupiah - before) * 100 > JUMP_PERCENT * before:
                remarks.append(Remark(Reason.PRICE_JUMPS, {"before_rupiah": before, "rupiah": price.rupiah}))
        return tuple(changed)
