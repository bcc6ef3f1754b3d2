"""What the form of a sale holds and decides: buyer, lines, prices or one total, payment, the read-back. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from daurulang.buyers.queries import Buyer
from daurulang.errors import BadNumber, FieldTooLong, TotalChanged, UnknownMaterial
from daurulang.plant_errors import DueBeforeSale, GoodsRefused, NameUnknown, NoGoods, PaidTooMuch
from daurulang.quantities import Condition, Unit
from daurulang.sales.goods import GoodsToSell
from daurulang.sales.model import PaidIn
from daurulang.sales.service import LEAST_REASON, SaleDraft, SaleLineDraft, amounts_of
from daurulang.stock.queries import NOTHING
from daurulang.stock_errors import StockTooLow
from ui.stock.form import Goods, StoreOfNow, TakingForm

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


class SaleForm(TakingForm[SaleLineDraft]):
    """One sale from the buyer to the save."""

    def __init__(self, day: date) -> None:
        self.day = day
        """The day of the sale, at whose prices it is sold."""
        self._known: dict[tuple[int, Condition], Goods] = {}
        super().__init__()

    def start_over(self) -> None:
        super().start_over()
        self.buyer: Buyer | None = None
        self.is_agreed = False
        self.agreed_rupiah: int | None = None
        self.paid = Paid.CASH
        self.paid_rupiah: int | None = None
        self.due_day: date | None = None
        self.vehicle = self.note = ""

    def resume(self, form_key: str, lines: Sequence[SaleLineDraft], goods: Sequence[Goods]) -> None:
        super().resume(form_key, lines, goods)
        for each in goods:
            self._known.setdefault((each.material.id, each.condition), each)

    def named_goods(self) -> tuple[Goods, ...]:
        return tuple(dict.fromkeys(self.goods_of(line) for line in self.lines))

    def take_store(self, now: StoreOfNow) -> None:
        """Goods that are gone keep their name here, for the lines that hold them."""
        super().take_store(now)
        self.day = now.day
        self._known.update({(each.material.id, each.condition): each for each in now.there})

    # --- lines ---------------------------------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        return not (self.lines or self.vehicle or self.note)

    def goods_of(self, line: SaleLineDraft) -> Goods:
        """What a line is of, also when it does not lie there any more."""
        return self._known[line.material_id, line.condition]

    def wants(self, line: SaleLineDraft) -> int:
        return line.quantity

    def check(self, line: SaleLineDraft, position: int) -> None:
        """Raise `BadNumber`, `GoodsRefused` or `StockTooLow` for a line that could not be saved."""
        if line.quantity and line.paid_quantity != line.quantity and len(line.difference_reason.strip()) < LEAST_REASON:
            raise GoodsRefused(position, "difference_unexplained")
        self.check_left(self.goods_of(line), line.quantity, position)

    def shown(self) -> Sequence[ShownLine]:
        """The lines with their amounts, their parts of an agreed total, and what their goods had cost."""
        shown = []
        for (position, line), amount, part in zip(self.numbered(), self._amounts(), self.parts(), strict=True):
            goods, there = self.goods_of(line), part or NOTHING
            short = line.quantity - there.of(goods.material.unit)
            shown.append(ShownLine(position, goods, line, amount, there.rupiah, short))
        return shown

    def _amounts(self) -> list[int]:
        return amounts_of(self._draft(0), {line.material_id: self.goods_of(line).material for line in self.lines})

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

    def ready(self) -> Totals:
        """The totals to be said to the buyer, who then hears what will be saved. Raises what saving would."""
        if not self.lines:
            raise NoGoods
        for position, line in self.numbered():
            self.check(line, position)
        if self.is_agreed and not self.agreed_rupiah:
            raise BadNumber("empty" if self.agreed_rupiah is None else "zero")
        totals = self.totals()
        if self.paid_now_rupiah() > totals.rupiah:
            raise PaidTooMuch(totals.rupiah, self.paid_now_rupiah())
        if self.rest_rupiah() and self.due_day is not None and self.due_day < self.day:
            raise DueBeforeSale(self.day, self.due_day)
        return totals

    def draft(self) -> SaleDraft:
        """What is saved, at the total that was said."""
        return self._draft(self.totals().rupiah)

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
            self.place_id,
            self.vehicle,
            self.note,
        )

    def position_of(self, material_name: str) -> int | None:
        """Where a refused material stands in the list, the last line of it."""
        named = (line.position for line in reversed(self.shown()) if line.goods.material.name == material_name)
        return next(named, None)
