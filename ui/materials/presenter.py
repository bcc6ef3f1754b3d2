"""The price board with the changes typed into it: what each cell says, and what would be odd about saving it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daurulang.database import Database
from daurulang.materials.model import DlhCategory, PriceSide, SipsnCategory
from daurulang.materials.queries import (
    COMMON_CLASS_ID,
    Material,
    PriceBoard,
    PriceChange,
    PriceKey,
    price_board,
    price_history,
)
from daurulang.materials.service import PriceDraft, PriceWarning, price_warnings, set_prices
from daurulang.quantities import Condition

_COMPOSITIONS = {
    DlhCategory.RIGID_PLASTIC: SipsnCategory.PLASTIC,
    DlhCategory.FLEXIBLE_PLASTIC: SipsnCategory.PLASTIC,
    DlhCategory.PAPER: SipsnCategory.PAPER,
    DlhCategory.METAL: SipsnCategory.METAL,
    DlhCategory.GLASS: SipsnCategory.GLASS,
    DlhCategory.RUBBER_LEATHER: SipsnCategory.RUBBER_LEATHER,
    DlhCategory.TEXTILE: SipsnCategory.TEXTILE,
    DlhCategory.OTHER: SipsnCategory.OTHER,
}


def usual_composition(category: DlhCategory) -> SipsnCategory:
    """The composition of the national form that a category mostly is."""
    return _COMPOSITIONS[category]


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One line of the board: a material in one condition."""

    material: Material
    condition: Condition


class Prices:
    """The prices of a day for a class of members; what is typed waits in `pending` until it is saved.

    All prices are rupiah per unit, None where there is none.
    """

    def __init__(self, db: Database, day: date) -> None:
        self._db = db
        self.class_id = COMMON_CLASS_ID
        self.pending: dict[PriceKey, int | None] = {}
        self._opened: set[tuple[int, Condition]] = set()
        self.board: PriceBoard = price_board(db, day)

    @property
    def day(self) -> date:
        """The day from which prices typed here hold."""
        return self.board.day

    def load(self, day: date) -> None:
        """Read the board of a day anew; what is pending stays."""
        self.board = price_board(self._db, day)

    # --- rows and cells ------------------------------------------------------------------------------------

    def rows(self, text: str) -> list[PriceRow]:
        """The lines whose code, name or another name has every word typed; inactive materials come last."""
        words = text.casefold().split()
        ordered = sorted(self.board.materials, key=lambda each: not each.active)
        found = [each for each in ordered if all(word in _words(each) for word in words)]
        return [PriceRow(each, condition) for each in found for condition in self.conditions(each.id)]

    def conditions(self, material_id: int) -> list[Condition]:
        """Clean, and every other condition that has a price, had one the day before, or is being given one."""
        known = {
            key.condition
            for prices in (self.board.today, self.board.yesterday, self.pending)
            for key in prices
            if key.material_id == material_id and key.member_class_id in {None, COMMON_CLASS_ID, self.class_id}
        }
        known |= {condition for opened, condition in self._opened if opened == material_id}
        return [each for each in Condition if each is Condition.CLEAN or each in known]

    def open_condition(self, material_id: int, condition: Condition) -> None:
        """Show a line for a condition that has no price yet."""
        self._opened.add((material_id, condition))

    def key(self, row: PriceRow, side: PriceSide) -> PriceKey:
        """Whose price a cell is; sell prices have no class."""
        return PriceKey(row.material.id, side, row.condition, self.class_id if side is PriceSide.BUY else None)

    def shown(self, row: PriceRow, side: PriceSide) -> int | None:
        """What a cell says: the pending price, the class's own, or the common one."""
        for key in self._keys(row, side):
            if key in self.pending:
                if self.pending[key] is not None:
                    return self.pending[key]
            elif key in self.board.today:
                return self.board.today[key].rupiah
        return None

    def inherited(self, row: PriceRow) -> bool:
        """Whether the buy price shown is the common one because the class has none of its own."""
        own = self.key(row, PriceSide.BUY)
        has_own = self.pending[own] is not None if own in self.pending else own in self.board.today
        return self.class_id != COMMON_CLASS_ID and not has_own

    def is_pending(self, row: PriceRow, side: PriceSide) -> bool:
        """Whether a cell holds what is not saved."""
        return self.key(row, side) in self.pending

    def before(self, row: PriceRow) -> int | None:
        """The buy price of the day before."""
        found = self.board.buy_before(row.material.id, row.condition, self.class_id)
        return found.rupiah if found is not None else None

    def is_first_day(self) -> bool:
        """Whether there was no price at all the day before, so that "new" would say nothing."""
        return not self.board.yesterday

    def margin(self, row: PriceRow) -> int | None:
        """Sell less buy."""
        buy, sell = self.shown(row, PriceSide.BUY), self.shown(row, PriceSide.SELL)
        return None if buy is None or sell is None else sell - buy

    def history(self, row: PriceRow, side: PriceSide) -> tuple[PriceChange, ...]:
        """Every change of the price behind a cell, the newest first."""
        keys = self._keys(row, side)
        return price_history(self._db, keys[-1] if side is PriceSide.BUY and self.inherited(row) else keys[0])

    # --- changing ------------------------------------------------------------------------------------------

    def put(self, row: PriceRow, side: PriceSide, rupiah: int | None) -> None:
        """Type a price, or withdraw it (None); typing what is in force already takes the change back."""
        key = self.key(row, side)
        in_force = self.board.today.get(key)
        if rupiah == (in_force.rupiah if in_force is not None else None):
            self.pending.pop(key, None)
        else:
            self.pending[key] = rupiah

    def warnings(self) -> tuple[PriceWarning, ...]:
        """What is odd about the pending prices and needs a reason."""
        return price_warnings(self._db, self._drafts(""), self.day) if self.pending else ()

    def save(self, reason: str, staff_id: int) -> int:
        """Set every pending price and return how many; raises `ReasonMissing`, `BadNumber`."""
        drafts = self._drafts(reason)
        set_prices(self._db, drafts, self.day, staff_id)
        self.discard()
        self.load(self.day)
        return len(drafts)

    def discard(self) -> None:
        """Forget what is pending."""
        self.pending.clear()
        self._opened.clear()

    def material(self, material_id: int) -> Material:
        """One material of the board."""
        return next(each for each in self.board.materials if each.id == material_id)

    def _drafts(self, reason: str) -> list[PriceDraft]:
        return [PriceDraft(key, rupiah, reason) for key, rupiah in self.pending.items()]

    def _keys(self, row: PriceRow, side: PriceSide) -> list[PriceKey]:
        """Where a price is looked for: the class's own first, then the common one."""
        own = self.key(row, side)
        if side is PriceSide.SELL or self.class_id == COMMON_CLASS_ID:
            return [own]
        return [own, PriceKey(row.material.id, side, row.condition, COMMON_CLASS_ID)]


def _words(material: Material) -> str:
    return " ".join((material.code, material.name, *material.aliases)).casefold()
