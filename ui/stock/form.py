"""What the forms of loads, batches, sales and the landfill have in common: a key, lines, what was read back. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from daurulang.database import Database
from daurulang.errors import BadNumber
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import Place
from daurulang.materials.queries import Material, PriceBoard, price_board
from daurulang.quantities import Condition
from daurulang.sales.goods import GoodsToSell, goods_to_sell
from daurulang.stock.queries import NOTHING, Level, Store, all_stores
from daurulang.stock.service import part_of
from daurulang.stock_errors import StockTooLow

L = TypeVar("L")
Goods = GoodsToSell
"""A material in a condition, with what lies of it in the store (nothing, where it is still to come) and its sell
price.
"""


@dataclass(frozen=True, slots=True)
class StoreOfNow:
    """What lies in a store now, the stores in use, and the materials with their prices of a day."""

    place_id: int
    stores: tuple[Store, ...]
    there: tuple[Goods, ...]
    board: PriceBoard

    @property
    def day(self) -> date:
        """Whose prices hold."""
        return self.board.day


def store_of_now(db: Database, place_id: int, day: date) -> StoreOfNow:
    """Read it; too much for a key, so it is done aside."""
    stores = tuple(each for each in all_stores(db) if each.active)
    return StoreOfNow(place_id, stores, goods_to_sell(db, place_id, day), price_board(db, day))


def all_goods(board: PriceBoard, first: Condition) -> list[Goods]:
    """Every material in use in every condition, those in the one that is usual before all others."""
    conditions = sorted(Condition, key=lambda each: each is not first)
    return [goods_of(board, each, condition) for condition in conditions for each in board.materials if each.active]


def goods_of(board: PriceBoard, material: Material, condition: Condition) -> Goods:
    """A material in a condition, of which nothing lies there yet."""
    price = board.sell(material.id, condition)
    return Goods(material, condition, NOTHING, None if price is None else price.rupiah)


class LinesForm(Generic[L]):
    """The key is made when the form opens and lives as long as it."""

    def __init__(self) -> None:
        self.place_id: int = Place.WAREHOUSE
        """The store that goods come to or leave."""
        self.start_over()

    def start_over(self) -> None:
        """Forget everything typed but the store, and take a new key."""
        self.key = new_form_key()
        self.lines: list[L] = []
        self.was_read = False
        """Whether what stands here was read back, and nothing was changed since."""
        self._removed: tuple[int, L] | None = None

    def resume(self, form_key: str, lines: Sequence[L], goods: Sequence[Goods]) -> None:
        """Begin with lines that were typed before, under their key; `goods` are what lines name that hold none."""
        self.start_over()
        self.key, self.lines = form_key, list(lines)

    def named_goods(self) -> tuple[Goods, ...]:
        """What lines name that hold none."""
        return ()

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost."""
        return not self.lines

    def put(self, line: L, position: int | None = None) -> None:
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

    def goods_of(self, line: L) -> Goods:
        """What a line is of."""
        raise NotImplementedError

    def unread(self) -> None:
        """Something changed, so what was read back no longer holds."""
        self.was_read = False

    def numbered(self) -> Sequence[tuple[int, L]]:
        """The lines with their positions."""
        return list(enumerate(self.lines, 1))


class TakingForm(LinesForm[L]):
    """A form whose lines take goods out of the store."""

    def __init__(self) -> None:
        self._levels: Mapping[tuple[int, Condition], Level] = {}
        super().__init__()

    def wants(self, line: L) -> int | None:
        """How much a line takes of its goods, in the base of their unit; None for one that takes none."""
        raise NotImplementedError

    def take_store(self, now: StoreOfNow) -> None:
        """Take in what lies there by now."""
        self._levels = {_key(each): each.there for each in now.there}

    def left(self, goods: Goods, but: int | None = None) -> int:
        """How much of it is left for one more line; what the line at position `but` takes is not counted."""
        others = [line for position, line in self.numbered() if position != but]
        taken = sum(self.wants(line) or 0 for line in others if _key(self.goods_of(line)) == _key(goods))
        return self._levels.get(_key(goods), NOTHING).of(goods.material.unit) - taken

    def check_left(self, goods: Goods, quantity: int, position: int) -> None:
        """Raise `BadNumber` for nothing, `StockTooLow` for more than is left."""
        if not quantity:
            raise BadNumber("zero", "0")
        left = self.left(goods, but=position)
        if quantity > left:
            raise StockTooLow(goods.material.name, goods.material.unit, max(0, left), quantity)

    def parts(self) -> list[Level | None]:
        """What leaves with each line, at its average cost; None for lines that take nothing."""
        left = dict(self._levels)
        found: list[Level | None] = []
        for line in self.lines:
            quantity = self.wants(line)
            if quantity is None:
                found.append(None)
                continue
            goods = self.goods_of(line)
            good, key = goods.material, _key(goods)
            there = left.get(key, NOTHING)
            part = part_of(there, good.unit, min(quantity, max(0, there.of(good.unit))), good.grams_per_unit)
            left[key] = there - part
            found.append(part)
        return found


def _key(goods: Goods) -> tuple[int, Condition]:
    return goods.material.id, goods.condition
