"""What lies in a store to be sold, with the sell price of a day and what it had cost on average."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daurulang.database import Database
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import Material, PriceKey, materials, prices_on
from daurulang.quantities import Condition
from daurulang.stock.queries import Level, levels


@dataclass(frozen=True, slots=True)
class GoodsToSell:
    """What lies in a store of a material in one condition, and the sell price of the day per unit, where there is
    one.
    """

    material: Material
    condition: Condition
    there: Level
    price_rupiah: int | None

    @property
    def quantity(self) -> int:
        """In the base of the unit."""
        return self.there.of(self.material.unit)

    def cost_rupiah(self, quantity: int) -> int:
        """What a part of it had cost, at the average, as it would be taken out."""
        return max(self.there.rupiah, 0) * min(quantity, self.quantity) // self.quantity if self.quantity else 0

    @property
    def unit_cost_rupiah(self) -> int:
        """The average cost of a kilogram, a piece or a litre."""
        return max(self.there.rupiah, 0) * self.material.unit.base_per_unit // self.quantity if self.quantity else 0


def goods_to_sell(db: Database, place_id: int, day: date) -> tuple[GoodsToSell, ...]:
    """What lies in a store now, by code and condition, with the sell prices of a day."""
    with db.reading() as connection:
        there = {
            (key.material_id, key.condition): level
            for key, level in levels(connection).items()
            if key.place_id == place_id
        }
        prices = prices_on(connection, day)
        goods = materials(connection)
    found = []
    for good in goods:
        for condition in Condition:
            level = there.get((good.id, condition))
            if level is not None and level.of(good.unit) > 0:
                price = prices.get(PriceKey(good.id, PriceSide.SELL, condition, None))
                found.append(GoodsToSell(good, condition, level, None if price is None else price.rupiah))
    return tuple(found)
