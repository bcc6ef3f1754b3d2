"""What the form of a sale holds and decides: buyer, lines, prices or one total, payment, the read-back. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from daurulang.buyers.queries import Buyer
from daurulang.database import Database
from daurulang.errors import BadNumber, FieldTooLong, TotalChanged, UnknownMaterial
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import Place
from daurulang.materials.queries import Material
from daurulang.plant_errors import DueBeforeSale, GoodsRefused, NameUnknown, NoGoods, PaidTooMuch
from daurulang.quantities import Condition, Unit
from daurulang.sales.goods import GoodsToSell, goods_to_sell
from daurulang.sales.model import PaidIn
from daurulang.sales.service import LEAST_REASON, SaleDraft, SaleLineDraft, amounts_of
from daurulang.stock.queries import NOTHING, Level, Store, all_stores
from daurulang.stock_errors import StockTooLow

# What is wrong with what was typed or said; everything else is the machine's trouble, and saving again is enough.
OF_THE_FORM = (
    *(BadNumber, DueBeforeSale, FieldTooLong, GoodsRefused, NameUnknown, NoGoods, PaidTooMuch, StockTooLow),
    *(TotalChanged, UnknownMaterial),
)


class Paid(StrEnum):
    """Into the cash box, to the bank, or nothing yet."""

    CASH = "cash"
    BANK = "bank"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class StoreOfDay:
    """What can be sold out of a store: what lies there now, at the sell prices of a day; `stores` are those in use."""

    day: date
    place_id: int
    stores: tuple[Store, ...] = ()
    goods: tuple[GoodsToSell, ...] = ()


def store_of_day(db: Database, place_id: int, day: date) -> StoreOfDay:
    """Read it; too much for a key, so it is done aside."""
    stores = tuple(each for each in all_stores(db) if each.active)
    return StoreOfDay(day, place_id, stores, goods_to_sell(db, place_id, day))


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as it stands in the list. `short` is what of it does not lie in the store, in the base of its unit."""

    position: int
    goods: GoodsToSell
    draft: SaleLineDraft
    amount_rupiah: int
    cost_rupiah: int
    short: int = 0

    @property
    def below_cost(self) -> bool:
        """Whether it brings less than the goods had cost."""
        return not self.short and self.amount_rupiah < self.cost_rupiah


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of the lines, by our own quantities; kilograms, pieces and litres are never added to each other."""

    lines: int
    grams: int
    pieces: int
    millilitres: int
    rupiah: int
    cost_rupiah: int


_Key = tuple[int, Condition]


class SaleForm:
    """One sale from the buyer to the save. The key is made when the form opens and lives as long as it."""

    def __init__(self, there: StoreOfDay) -> None:
        self._known: dict[_Key, GoodsToSell] = {}
        self._levels: Mapping[_Key, Level] = {}
        self.start_over()
        self.take_store(there)

    def start_over(self) -> None:
        """Forget everything typed but the store, and take a new key."""
        self.key = new_form_key()
        self.buyer: Buyer | None = None
        self.lines: list[SaleLineDraft] = []
        self.is_agreed = False
        self.agreed_rupiah: int | None = None
        self.paid = Paid.CASH
        self.paid_rupiah: int | None = None
        self.due_day: date | None = None
        self.vehicle = self.note = ""
        self.read_back_rupiah: int | None = None
        self._removed: tuple[int, SaleLineDraft] | None = None

    # --- the store -----------------------------------------------------------------------------------------

    def take_store(self, there: StoreOfDay) -> None:
        """Take in what lies there by now; goods that are gone keep their name here, for the lines that hold them."""
        self.there = there
        self._known.update({(each.material.id, each.condition): each for each in there.goods})
        self._levels = {(each.material.id, each.condition): each.there for each in there.goods}

    def left(self, goods: GoodsToSell, but: int | None = None) -> int:
        """How much of it is left for one more line; what the line at position `but` takes is not counted."""
        key = (goods.material.id, goods.condition)
        there = self._levels.get(key, NOTHING).of(goods.material.unit)
        return there - self._taken(*key, but=but)

    def _taken(self, material_id: int, condition: Condition, but: int | None = None) -> int:
        return sum(
            line.quantity
            for position, line in enumerate(self.lines, 1)
            if (line.material_id, line.condition) == (material_id, condition) and position != but
        )

    # --- lines ---------------------------------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost."""
        return not (self.lines or self.vehicle or self.note)

    def goods(self, line: SaleLineDraft) -> GoodsToSell:
        """What a line is of, also when it does not lie there any more."""
        return self._known[line.material_id, line.condition]

    def check(self, line: SaleLineDraft, position: int) -> None:
        """Raise `BadNumber`, `GoodsRefused` or `StockTooLow` for a line that could not be saved."""
        if line.quantity == 0:
            raise BadNumber("zero", "0")
        if line.paid_quantity != line.quantity and len(line.difference_reason.strip()) < LEAST_REASON:
            raise GoodsRefused(position, "difference_unexplained")
        goods = self.goods(line)
        left = self.left(goods, but=position)
        if line.quantity > left:
            raise StockTooLow(goods.material.name, goods.material.unit, max(0, left), line.quantity)

    def put(self, line: SaleLineDraft, position: int | None = None) -> None:
        """Add a line, or replace the one at `position` (from 1)."""
        if position is None:
            self.lines.append(line)
        else:
            self.lines[position - 1] = line
        self.unread()

    def remove(self, position: int) -> None:
        """Take a line out; `restore` puts it back."""
        self._removed = (position, self.lines.pop(position - 1))
        self.unread()

    def restore(self) -> int | None:
        """Put the line removed last back where it stood; its position, None when there is none."""
        if self._removed is None:
            return None
        position, line = self._removed
        self._removed = None
        position = min(position, len(self.lines) + 1)
        self.lines.insert(position - 1, line)
        self.unread()
        return position

    def shown(self) -> Sequence[ShownLine]:
        """The lines with their amounts, their parts of an agreed total, and what their goods had cost."""
        left = dict(self._levels)
        shown = []
        for position, (line, amount) in enumerate(zip(self.lines, self._amounts(), strict=True), 1):
            goods = self.goods(line)
            key = (line.material_id, line.condition)
            there = replace(goods, there=left.get(key, NOTHING))
            cost, short = there.cost_rupiah(line.quantity), max(0, line.quantity - there.quantity)
            left[key] = there.there - _part(goods.material, min(line.quantity, there.quantity), cost)
            shown.append(ShownLine(position, goods, line, amount, cost, short))
        return shown

    def _amounts(self) -> list[int]:
        return amounts_of(self._draft(0), {line.material_id: self.goods(line).material for line in self.lines})

    # --- totals and payment --------------------------------------------------------------------------------

    def totals(self) -> Totals:
        """The sums as they stand."""
        shown = self.shown()

        def ours(unit: Unit) -> int:
            return sum(line.draft.quantity for line in shown if line.goods.material.unit is unit)

        return Totals(
            len(shown),
            ours(Unit.KILOGRAM),
            ours(Unit.PIECE),
            ours(Unit.LITRE),
            sum(line.amount_rupiah for line in shown),
            sum(line.cost_rupiah for line in shown),
        )

    def below_cost(self) -> Sequence[ShownLine]:
        """The lines that bring less than their goods had cost."""
        return [line for line in self.shown() if line.below_cost]

    def rest_rupiah(self) -> int:
        """What stays on the buyer's account; below zero while too much is typed."""
        return self._rest_of(self.totals().rupiah)

    def paid_now_rupiah(self) -> int:
        """What is paid at once: all of it unless less was typed."""
        return self.totals().rupiah - self.rest_rupiah()

    def _rest_of(self, total_rupiah: int) -> int:
        if self.paid is Paid.LATER:
            return total_rupiah
        return 0 if self.paid_rupiah is None else total_rupiah - self.paid_rupiah

    # --- the read-back -------------------------------------------------------------------------------------

    def read_back(self) -> Totals:
        """The totals to be said to the buyer, who then hears what will be saved. Raises what saving would."""
        if not self.lines:
            raise NoGoods
        for position, line in enumerate(self.lines, 1):
            self.check(line, position)
        if self.is_agreed and not self.agreed_rupiah:
            raise BadNumber("empty" if self.agreed_rupiah is None else "zero")
        totals = self.totals()
        if self.paid_now_rupiah() > totals.rupiah:
            raise PaidTooMuch(totals.rupiah, self.paid_now_rupiah())
        if self.rest_rupiah() and self.due_day is not None and self.due_day < self.there.day:
            raise DueBeforeSale(self.there.day, self.due_day)
        self.read_back_rupiah = totals.rupiah
        return totals

    def unread(self) -> None:
        """Something changed, so what was read back no longer holds."""
        self.read_back_rupiah = None

    def draft(self) -> SaleDraft | None:
        """What is saved; None until it was read back."""
        if self.buyer is None or self.read_back_rupiah is None:
            return None
        return self._draft(self.read_back_rupiah)

    def _draft(self, total_rupiah: int) -> SaleDraft:
        rest = self._rest_of(total_rupiah)
        return SaleDraft(
            self.key,
            0 if self.buyer is None else self.buyer.id,
            tuple(self.lines),
            total_rupiah,
            total_rupiah - rest,
            PaidIn.BANK if self.paid is Paid.BANK else PaidIn.CASH,
            (self.agreed_rupiah or 0) if self.is_agreed else None,
            self.due_day if rest > 0 else None,
            self.there.place_id,
            self.vehicle,
            self.note,
        )

    def position_of(self, material_name: str) -> int | None:
        """Where a refused material stands in the list, the last line of it."""
        named = (line.position for line in reversed(self.shown()) if line.goods.material.name == material_name)
        return next(named, None)


def _part(material: Material, quantity: int, cost_rupiah: int) -> Level:
    match material.unit:
        case Unit.KILOGRAM:
            return Level(grams=quantity, rupiah=cost_rupiah)
        case Unit.PIECE:
            return Level(pieces=quantity, rupiah=cost_rupiah)
        case Unit.LITRE:
            return Level(millilitres=quantity, rupiah=cost_rupiah)


def nothing_there(day: date) -> StoreOfDay:
    """Until it is read."""
    return StoreOfDay(day, Place.WAREHOUSE)
