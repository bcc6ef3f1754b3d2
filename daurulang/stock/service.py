"""Taking goods out of a store at their average cost, and the stores themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database, inserted_id
from daurulang.ledger.model import Place, place
from daurulang.ledger.service import wait_for_counters
from daurulang.names import checked_name
from daurulang.plant_errors import NameUnknown
from daurulang.quantities import Unit, grams_of
from daurulang.stock.model import store
from daurulang.stock.queries import NOTHING, Level, StockKey, least_since, levels, levels_of, stores
from daurulang.stock_errors import StockTooLow, StoreInUse

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """Goods to be taken: `quantity` in the base of the unit; the name is for whoever is told that it is too little."""

    key: StockKey
    name: str
    unit: Unit
    grams_per_unit: int | None
    quantity: int


def take(connection: Connection, wanted: Sequence[Wanted], day: date | None = None) -> list[Level]:
    """What leaves with each line, with its weight and its cost, in order; two lines of one key share what is there.

    No other act takes the same goods (`lock_stores`), and none brings more until this one is over: the cost is the
    moving average (`part_of`) of all that has a lower id in the journal, which is how `verify` finds it again. Raises
    `StockTooLow`, also where an earlier `day` is given, from which on less lay there at the end of some day.
    """
    lock_stores(connection, (each.key.place_id for each in wanted))
    wait_for_counters(connection)
    left = dict(levels_of(connection, (each.key.material_id for each in wanted)))
    if day is not None:
        _refuse_what_came_later(connection, wanted, left, day)
    taken = []
    for each in wanted:
        there = left.get(each.key, NOTHING)
        if each.quantity > there.of(each.unit):
            raise StockTooLow(each.name, each.unit, there.of(each.unit), each.quantity)
        part = part_of(there, each.unit, each.quantity, each.grams_per_unit)
        left[each.key] = there - part
        taken.append(part)
    return taken


def _refuse_what_came_later(
    connection: Connection, wanted: Sequence[Wanted], there: Mapping[StockKey, Level], day: date
) -> None:
    """No day of the past may have had less than nothing in the store."""
    taken: dict[StockKey, int] = {}
    for each in wanted:
        taken[each.key] = taken.get(each.key, 0) + each.quantity
    units = {each.key.material_id: each.unit for each in wanted}
    leasts = least_since(connection, {key: {day: quantity} for key, quantity in taken.items()}, there, units)
    for each in wanted:
        if leasts[each.key] < 0:
            total = taken[each.key]
            raise StockTooLow(each.name, each.unit, max(0, leasts[each.key] + total), total)


def part_of(there: Level, unit: Unit, quantity: int, grams_per_unit: int | None) -> Level:
    """The part that is `quantity` (base of the unit) of what is there, at the average: all of it has all of the cost, a
    part its share, rounded down. Pieces and litres take their nominal weight along, as far as it is there.
    """
    whole = there.of(unit)
    rupiah = max(there.rupiah, 0)
    cost = rupiah * quantity // whole if quantity < whole else rupiah
    if unit is Unit.KILOGRAM:
        return Level(grams=quantity, rupiah=cost)
    grams = there.grams if quantity == whole else min(there.grams, grams_of(quantity, unit, grams_per_unit))
    grams = max(grams, 0)
    if unit is Unit.PIECE:
        return Level(grams, pieces=quantity, rupiah=cost)
    return Level(grams, millilitres=quantity, rupiah=cost)


def lock_stores(connection: Connection, place_ids: Iterable[int]) -> None:
    """Let no other act take goods out of these stores until this one is over; SQLite lets one act in at a time.

    Goods still come: whoever brings some looks the place up by its key, under a counter's lock, and must not wait here.
    """
    if connection.dialect.name != "sqlite":
        ids = sorted(set(place_ids))
        some = sa.select(place.c.id).where(place.c.id.in_(ids)).order_by(place.c.id)
        connection.execute(some.with_for_update(key_share=True)).all()


def add_store(db: Database, name: str) -> int:
    """Open another store and return its place's id. Raises `FieldMissing`, `FieldTooLong`, `AlreadyTaken`."""
    with db.transaction() as connection:
        name = checked_name(connection, store, name, limit=LONGEST_NAME)
        number = connection.scalar(sa.select(sa.func.count()).select_from(store))
        place_id = inserted_id(connection, sa.insert(place), {"code": f"store-{number}"})
        connection.execute(sa.insert(store), {"place_id": place_id, "name": name, "active": True})
        return place_id


def change_store(db: Database, place_id: int, name: str, *, active: bool) -> None:
    """Call a store by another name, or lay it aside. Raises as `add_store` does, `NameUnknown`, and `StoreInUse` for
    the first store, where goods come to, and for one in which goods lie.
    """
    with db.transaction() as connection:
        known = {each.place_id: each for each in stores(connection)}
        if place_id not in known:
            raise NameUnknown("store", place_id)
        name = checked_name(connection, store, name, place_id, limit=LONGEST_NAME)
        if not active:
            lock_stores(connection, [place_id])
            if place_id == Place.WAREHOUSE:
                raise StoreInUse(name, is_first=True)
            if any(level for key, level in levels(connection).items() if key.place_id == place_id):
                raise StoreInUse(name)
        connection.execute(sa.update(store).where(store.c.place_id == place_id).values(name=name, active=active))
