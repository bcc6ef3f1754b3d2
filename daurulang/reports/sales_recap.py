"""What was sold in a period: by material, by buyer, and line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.model import buyer
from daurulang.database import Database
from daurulang.ledger.model import EntryKind, entry
from daurulang.materials.model import material
from daurulang.periods import Period
from daurulang.quantities import Condition, Unit
from daurulang.reports.numbers import numbers
from daurulang.reports.standing import ORIGINAL, SIGN, counts, days_of, standing
from daurulang.sales.model import sale, sale_line


@dataclass(frozen=True, slots=True)
class Sold:
    """Goods of one material and condition: our own quantity and the buyers', in the base of the unit, what they brought
    and what they had cost. What was taken back of earlier periods is taken off.
    """

    code: str
    name: str
    condition: Condition
    unit: Unit
    quantity: int
    paid_quantity: int
    rupiah: int
    cost_rupiah: int

    @property
    def margin_rupiah(self) -> int:
        """What they brought above what they had cost."""
        return self.rupiah - self.cost_rupiah

    def of(self, unit: Unit) -> int:
        """The quantity where it is in that unit, else 0."""
        return self.quantity if self.unit is unit else 0


@dataclass(frozen=True, slots=True)
class BuyerSold:
    """What one buyer bought: how many sales, and the goods by code and condition."""

    buyer: str
    sales: int
    goods: tuple[Sold, ...]

    @property
    def rupiah(self) -> int:
        """All of it."""
        return sum(each.rupiah for each in self.goods)

    @property
    def cost_rupiah(self) -> int:
        """What it had cost."""
        return sum(each.cost_rupiah for each in self.goods)

    def of(self, unit: Unit) -> int:
        """The quantity in one unit."""
        return sum(each.of(unit) for each in self.goods)


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line of a sale; of one that is taken back (`reverses` is its number) with the other sign, on that day."""

    day: date
    number: str
    buyer: str
    goods: Sold
    price_rupiah: int
    difference_reason: str
    reverses: str


@dataclass(frozen=True, slots=True)
class SalesRecap:
    """The sales of a period: `by_material` by code and condition, `by_buyer` the largest first."""

    period: Period
    by_material: tuple[Sold, ...]
    by_buyer: tuple[BuyerSold, ...]
    lines: tuple[SoldLine, ...]

    @property
    def sales(self) -> int:
        """How many sales."""
        return sum(each.sales for each in self.by_buyer)

    @property
    def rupiah(self) -> int:
        """What all goods brought."""
        return sum(each.rupiah for each in self.by_material)

    @property
    def cost_rupiah(self) -> int:
        """What they had cost."""
        return sum(each.cost_rupiah for each in self.by_material)

    def of(self, unit: Unit) -> int:
        """Our quantity in one unit."""
        return sum(each.of(unit) for each in self.by_material)


_FIGURES = ("quantity", "buyer_quantity", "amount_rupiah", "cost_rupiah")
_SALES = standing(sale).join(buyer, buyer.c.id == sale.c.buyer_id)
_COUNTED = (
    sa.select(buyer.c.id, buyer.c.name, sa.func.sum(SIGN))
    .select_from(_SALES)
    .where(counts(EntryKind.SALE))
    .group_by(buyer.c.id, buyer.c.name)
)
_GOODS = (
    sa.select(
        buyer.c.id.label("buyer_id"),
        material.c.code,
        material.c.name,
        sale_line.c.condition,
        sale_line.c.unit,
        *(sa.func.sum(SIGN * sale_line.c[name]) for name in _FIGURES),
    )
    .select_from(
        _SALES.join(sale_line, sale_line.c.entry_id == sale.c.entry_id).join(
            material, material.c.id == sale_line.c.material_id
        )
    )
    .where(counts(EntryKind.SALE))
    .group_by(buyer.c.id, material.c.code, material.c.name, sale_line.c.condition, sale_line.c.unit)
)
_LINES = (
    sa.select(
        entry.c.day,
        entry.c.counter_id,
        entry.c.sequence,
        ORIGINAL.c.counter_id.label("original_counter"),
        ORIGINAL.c.sequence.label("original_sequence"),
        buyer.c.name.label("buyer"),
        sale_line.c.price_rupiah,
        sale_line.c.difference_reason,
        sale_line.c.code,
        sale_line.c.name,
        sale_line.c.condition,
        sale_line.c.unit,
        *((SIGN * sale_line.c[name]).label(name) for name in _FIGURES),
    )
    .select_from(_SALES.join(sale_line, sale_line.c.entry_id == sale.c.entry_id))
    .where(counts(EntryKind.SALE))
    .order_by(entry.c.day, entry.c.id, sale_line.c.position)
)
_CONDITIONS = {condition: place for place, condition in enumerate(Condition)}


def sales_recap(db: Database, period: Period) -> SalesRecap:
    """The sales of a period; one that was reversed in it is not there."""
    within = days_of(period)
    with db.reading() as connection:
        bought: dict[int, list[Sold]] = {}
        for buyer_id, *goods, quantity, paid, rupiah, cost in connection.execute(_GOODS, within):
            figures = map(int, (quantity, paid, rupiah, cost))  # PostgreSQL's sums are numerics
            bought.setdefault(buyer_id, []).append(Sold(*goods, *figures))
        by_buyer = [
            BuyerSold(name, int(sales), _sorted(bought.get(id_, ())))
            for id_, name, sales in connection.execute(_COUNTED, within)
        ]
        lines = _lines(connection, period)
    everything = _added_up(each for goods in bought.values() for each in goods)
    return SalesRecap(period, everything, tuple(sorted(by_buyer, key=lambda each: (-each.rupiah, each.buyer))), lines)


def _lines(connection: Connection, period: Period) -> tuple[SoldLine, ...]:
    number_of = numbers(connection)
    return tuple(
        SoldLine(
            row.day,
            number_of(row.counter_id, row.sequence),
            row.buyer,
            Sold(row.code, row.name, row.condition, row.unit, *(getattr(row, name) for name in _FIGURES)),
            row.price_rupiah,
            row.difference_reason,
            number_of(row.original_counter, row.original_sequence),
        )
        for row in connection.execute(_LINES, days_of(period))
    )


def _added_up(goods: Iterable[Sold]) -> tuple[Sold, ...]:
    sums: dict[tuple[str, str, Condition, Unit], list[int]] = {}
    for each in goods:
        own = sums.setdefault((each.code, each.name, each.condition, each.unit), [0, 0, 0, 0])
        for place, figure in enumerate((each.quantity, each.paid_quantity, each.rupiah, each.cost_rupiah)):
            own[place] += figure
    return _sorted(Sold(*key, *figures) for key, figures in sums.items())


def _sorted(goods: Iterable[Sold]) -> tuple[Sold, ...]:
    return tuple(sorted(goods, key=lambda each: (each.code, _CONDITIONS[each.condition])))
