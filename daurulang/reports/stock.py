"""What lies in the stores at the end of a day, by store, material and condition, with its cost, worth and age."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.engine import Connection

from daurulang.centre.queries import the_centre
from daurulang.database import Database
from daurulang.errors import BadDay
from daurulang.materials.model import DlhCategory, PriceSide
from daurulang.materials.queries import Material, PriceKey, materials, prices_on
from daurulang.periods import Period
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.reports.stock_age import came_on
from daurulang.stock.queries import NOTHING, Level, StockKey, Store, levels, levels_on, levels_since, stores, turnover

_CATEGORIES = {category: place for place, category in enumerate(DlhCategory)}
_CONDITIONS = {condition: place for place, condition in enumerate(Condition)}


@dataclass(frozen=True, slots=True)
class StockRow:
    """What lies in a store of a material in a condition.

    `price_rupiah` is the sell price of the day per unit, None where there is none; `since` the day on which the oldest
    of it came into the store, were always the oldest taken first.
    """

    store: Store
    material: Material
    condition: Condition
    there: Level
    price_rupiah: int | None
    since: date | None

    @property
    def quantity(self) -> int:
        """In the base of the material's unit: grams, pieces or millilitres."""
        return self.there.of(self.material.unit)

    @property
    def worth_rupiah(self) -> int | None:
        """What it would sell for; None without a price."""
        if self.price_rupiah is None:
            return None
        return line_amount_rupiah(max(self.quantity, 0), self.material.unit, self.price_rupiah)

    def age_days(self, day: date) -> int | None:
        """How many days the oldest of it lies there."""
        return None if self.since is None else (day - self.since).days


@dataclass(frozen=True, slots=True)
class Stock:
    """All rows of a day, by store, category, code and condition; nothing has no row."""

    day: date
    rows: tuple[StockRow, ...]

    @property
    def total(self) -> Level:
        """The sums; kilograms, pieces and litres stand side by side."""
        return sum((row.there for row in self.rows), NOTHING)

    @property
    def worth_rupiah(self) -> int:
        """What all with a sell price would sell for."""
        return sum(row.worth_rupiah or 0 for row in self.rows)

    @property
    def unpriced(self) -> tuple[StockRow, ...]:
        """What has no sell price, and so no worth: told apart, never counted as nothing."""
        return tuple(row for row in self.rows if row.price_rupiah is None)


@dataclass(frozen=True, slots=True)
class StockShare:
    """What lies in all stores of one material: its quantity in the base of the unit, its weight where it is known, what
    it had cost and what it would sell for; `unpriced` where no sell price says that of all of it.
    """

    code: str
    name: str
    unit: Unit
    category: DlhCategory
    quantity: int
    grams: int
    cost_rupiah: int
    worth_rupiah: int
    unpriced: bool


@dataclass(frozen=True, slots=True)
class TurnoverRow:
    """What came and went of a material in a condition over a period."""

    store: Store
    material: Material
    condition: Condition
    opening: Level
    into: Level
    out: Level

    @property
    def closing(self) -> Level:
        """What lay there at the end of the last day."""
        return self.opening + self.into - self.out


@dataclass(frozen=True, slots=True)
class Turnover:
    """All that lay there or moved in a period, in the order of the stock."""

    period: Period
    rows: tuple[TurnoverRow, ...]

    def total(self, of: Callable[[TurnoverRow], Level]) -> Level:
        """The sum of one of its columns."""
        return sum((of(row) for row in self.rows), NOTHING)


def stock_on(db: Database, day: date | None = None, *, aged: bool = True) -> Stock:
    """The stock of now, or at the end of an earlier day; raises `BadDay`. How long goods lie is the longer question,
    which whoever waits may ask later.
    """
    with db.reading() as connection:
        today = the_centre(connection).today()
        if day is not None and day > today:
            raise BadDay(day)
        there = levels(connection) if day is None else levels_on(connection, day)
        return _stock(connection, {key: level for key, level in there.items() if level}, day or today, aged=aged)


def stock_of(connection: Connection, day: date) -> Stock:
    """The stock of now within a snapshot that somebody else holds, with the age of its goods."""
    there = {key: level for key, level in levels(connection).items() if level}
    return _stock(connection, there, day, aged=True)


def _stock(connection: Connection, there: Mapping[StockKey, Level], day: date, *, aged: bool) -> Stock:
    goods = {each.id: each for each in materials(connection)}
    names = {each.place_id: each for each in stores(connection)}
    prices = prices_on(connection, day)
    since = came_on(connection, there, {each.id: each.unit for each in goods.values()}, day) if aged else {}
    rows = []
    for key, level in there.items():
        price = prices.get(PriceKey(key.material_id, PriceSide.SELL, key.condition, None))
        rupiah = None if price is None else price.rupiah
        rows.append(StockRow(names[key.place_id], goods[key.material_id], key.condition, level, rupiah, since.get(key)))
    return Stock(day, tuple(sorted(rows, key=_order)))


Lying = tuple[tuple[StockKey, Level], ...]
"""What lay in the stores at the end of a day, in the form in which a closed month keeps it for the months after."""


def lying_on(connection: Connection, day: date, settled: tuple[date, Lying] | None) -> Lying:
    """What lay in every store at the end of a day; `settled` is what an earlier day left, where that is known."""
    if settled is None or settled[0] > day:
        found = levels_on(connection, day)
    else:
        found = levels_since(connection, dict(settled[1]), settled[0], day)
    return tuple(sorted(found.items(), key=lambda item: item[0]))


def stock_shares(
    connection: Connection, day: date, goods: Mapping[int, Material], lying: Lying
) -> tuple[StockShare, ...]:
    """What lies in all stores together at the end of a day, by material, the largest cost first."""
    prices = prices_on(connection, day)
    there: dict[int, list[tuple[Condition, Level]]] = {}
    for key, level in lying:
        there.setdefault(key.material_id, []).append((key.condition, level))
    found = []
    for material_id, parts in there.items():
        good, worth, unpriced = goods[material_id], 0, False
        for condition, level in parts:
            price = prices.get(PriceKey(material_id, PriceSide.SELL, condition, None))
            quantity = max(level.of(good.unit), 0)
            if price is not None:
                worth += line_amount_rupiah(quantity, good.unit, price.rupiah)
            unpriced = unpriced or (price is None and quantity > 0)
        level = sum((each for _, each in parts), NOTHING)
        if level:
            names = (good.code, good.name, good.unit, good.dlh_category)
            found.append(StockShare(*names, level.of(good.unit), level.grams, level.rupiah, worth, unpriced))
    return tuple(sorted(found, key=lambda each: (-each.cost_rupiah, each.code)))


def stock_turnover(db: Database, period: Period) -> Turnover:
    """What came and went in a period, from one snapshot."""
    with db.reading() as connection:
        opening = levels_on(connection, period.day_before)
        into, out = turnover(connection, period.first, period.last)
        goods = {each.id: each for each in materials(connection)}
        names = {each.place_id: each for each in stores(connection)}
    rows = (
        TurnoverRow(
            *(names[key.place_id], goods[key.material_id], key.condition),
            *(each.get(key, NOTHING) for each in (opening, into, out)),
        )
        for key in {*opening, *into, *out}
    )
    return Turnover(period, tuple(sorted(rows, key=_order)))


def _order(row: StockRow | TurnoverRow) -> tuple[int, int, str, int]:
    good = row.material
    return row.store.place_id, _CATEGORIES[good.dlh_category], good.code, _CONDITIONS[row.condition]
