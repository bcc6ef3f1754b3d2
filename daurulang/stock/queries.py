"""Questions to the journal about goods: what lies in the stores, in which condition, and what it had cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.ledger.model import Place, entry, mass_transfer
from daurulang.plant_errors import NameUnknown
from daurulang.quantities import Condition, Unit
from daurulang.stock.model import store


@dataclass(frozen=True, slots=True)
class Store:
    """A place of the centre's own; `place_id` is its id everywhere."""

    place_id: int
    name: str
    active: bool


@dataclass(frozen=True, slots=True, order=True)
class StockKey:
    """What is told apart in the stores: the place, the material and its condition."""

    place_id: int
    material_id: int
    condition: Condition


@dataclass(frozen=True, slots=True)
class Level:
    """Goods in three measures side by side, never added together, and what they had cost in rupiah; grams 0 where the
    weight is not known.
    """

    grams: int = 0
    pieces: int = 0
    millilitres: int = 0
    rupiah: int = 0

    def __add__(self, other: Level) -> Level:
        return Level(
            self.grams + other.grams,
            self.pieces + other.pieces,
            self.millilitres + other.millilitres,
            self.rupiah + other.rupiah,
        )

    def __sub__(self, other: Level) -> Level:
        return self + Level(-other.grams, -other.pieces, -other.millilitres, -other.rupiah)

    def __bool__(self) -> bool:
        """Whether anything lies there, or a cost without goods is left over."""
        return any((self.grams, self.pieces, self.millilitres, self.rupiah))

    def of(self, unit: Unit) -> int:
        """The quantity in the base of a unit: grams, pieces or millilitres."""
        return {Unit.KILOGRAM: self.grams, Unit.PIECE: self.pieces, Unit.LITRE: self.millilitres}[unit]


NOTHING = Level()
Levels = Mapping[StockKey, Level]
_AMOUNTS = ("grams", "pieces", "millilitres", "cost_rupiah")
_AT_ONCE = 200
_STORES = sa.select(store.c.place_id)


def stores(connection: Connection) -> tuple[Store, ...]:
    """All stores, the first one first."""
    rows = connection.execute(sa.select(store.c.place_id, store.c.name, store.c.active).order_by(store.c.place_id))
    return tuple(Store(*row) for row in rows)


def all_stores(db: Database) -> tuple[Store, ...]:
    """The same from one snapshot."""
    with db.reading() as connection:
        return stores(connection)


def require_store(connection: Connection, place_id: int) -> None:
    """Raise `NameUnknown` for a place that is no store or is not used any more."""
    if connection.scalar(sa.select(store.c.active).where(store.c.place_id == place_id)) is not True:
        raise NameUnknown("store", place_id)


def _side(side: str, sign: int) -> sa.Select[Any]:
    place, material, condition = (
        mass_transfer.c[f"{side}_{name}"] for name in ("place_id", "material_id", "condition")
    )
    names = (place.label("place_id"), material.label("material_id"), condition.label("condition"))
    sums = (sa.func.sum(sign * mass_transfer.c[name]).label(name) for name in _AMOUNTS)
    # Of what leaves, the index holds only what residents did not bring; the engine takes it where that is said.
    indexed = [] if side == "to" else [place != sa.literal_column(str(int(Place.RESIDENTS)))]
    return sa.select(*names, *sums).where(place.in_(_STORES), *indexed).group_by(place, material, condition)


def _summed(*sides: sa.Select[Any]) -> sa.Select[Any]:
    """Both sides together; each is added up in the order of its index before, so that nothing is sorted."""
    moved = sa.union_all(*sides).subquery()
    keys = (moved.c.place_id, moved.c.material_id, moved.c.condition)
    return sa.select(*keys, *(sa.func.sum(moved.c[name]) for name in _AMOUNTS)).group_by(*keys)


_INTO, _OUT = _side("to", 1), _side("from", -1)
_LEVELS = _summed(_INTO, _OUT)
_OF_MATERIALS = _summed(
    *(
        side.where(mass_transfer.c[f"{name}_material_id"].in_(sa.bindparam("ids", expanding=True)))
        for side, name in ((_INTO, "to"), (_OUT, "from"))
    )
)


def _until(side: sa.Select[Any], name: str) -> sa.Select[Any]:
    own = (mass_transfer.c[f"{name}_{part}"] == sa.bindparam(part) for part in ("place_id", "material_id", "condition"))
    days = side.join(entry, entry.c.id == mass_transfer.c.entry_id)
    return days.where(*own, entry.c.day <= sa.bindparam("day"))


_OF_KEY = _summed(_until(_INTO, "to"), _until(_OUT, "from"))
_WITHIN = sa.select(entry.c.id).where(entry.c.day.between(sa.bindparam("first"), sa.bindparam("last")))
_ENDS = [
    mass_transfer.c[f"{side}_{name}"] for side in ("from", "to") for name in ("place_id", "material_id", "condition")
]
_MOVED = [sa.func.sum(mass_transfer.c[name]) for name in _AMOUNTS]
_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
_MOVED_BY_DAY = (
    sa.select(entry.c.day, *_ENDS, *_MOVED)
    .join(mass_transfer, mass_transfer.c.entry_id == entry.c.id)
    .where(entry.c.day > sa.bindparam("day"))
    .where(sa.or_(mass_transfer.c.from_material_id.in_(_IDS), mass_transfer.c.to_material_id.in_(_IDS)))
    .group_by(entry.c.day, *_ENDS)
)
_MOVED_WITHIN = sa.select(*_ENDS, *_MOVED).where(mass_transfer.c.entry_id.in_(_WITHIN)).group_by(*_ENDS)


def levels(connection: Connection) -> Mapping[StockKey, Level]:
    """What lies in the stores now, by the journal; keys that never had anything are not there."""
    return _levels(connection, _LEVELS, {})


def levels_of(connection: Connection, material_ids: Iterable[int]) -> Mapping[StockKey, Level]:
    """The same of some materials, read from their part of the indexes."""
    ids = sorted(set(material_ids))
    found: dict[StockKey, Level] = {}
    for start in range(0, len(ids), _AT_ONCE):
        found |= _levels(connection, _OF_MATERIALS, {"ids": ids[start : start + _AT_ONCE]})
    return found


def levels_since(connection: Connection, then: Levels, day: date, until: date) -> Mapping[StockKey, Level]:
    """What lay in the stores at the end of `until`: what lay there at the end of an earlier `day`, and what was moved
    between; the question grows with those days, not with the journal.
    """
    found = dict(then)
    came, went = turnover(connection, day + timedelta(days=1), until)
    for key in {*came, *went}:
        found[key] = then.get(key, NOTHING) + came.get(key, NOTHING) - went.get(key, NOTHING)
    return {key: level for key, level in found.items() if level}


def levels_on(connection: Connection, day: date) -> Mapping[StockKey, Level]:
    """What lay in the stores at the end of a day: what lies there now, less what was moved on later days."""
    came, went = turnover(connection, day + timedelta(days=1), date.max)
    found = dict(levels(connection))
    for key in {*came, *went}:
        found[key] = found.get(key, NOTHING) - came.get(key, NOTHING) + went.get(key, NOTHING)
    return {key: level for key, level in found.items() if level}


def turnover(
    connection: Connection, first: date, last: date
) -> tuple[Mapping[StockKey, Level], Mapping[StockKey, Level]]:
    """What came into the stores from the first to the last day, and what went; every transfer is read once."""
    known = {each.place_id for each in stores(connection)}
    came: dict[StockKey, Level] = {}
    went: dict[StockKey, Level] = {}
    for row in connection.execute(_MOVED_WITHIN, {"first": first, "last": last}):
        level = Level(*map(int, row[6:]))
        for side, key in ((went, StockKey(*row[:3])), (came, StockKey(*row[3:6]))):
            if key.place_id in known:
                side[key] = side.get(key, NOTHING) + level
    return came, went


def level_on(connection: Connection, key: StockKey, day: date) -> Level:
    """The same of one material in one condition in one store."""
    values = {"place_id": key.place_id, "material_id": key.material_id, "condition": key.condition, "day": day}
    return _levels(connection, _OF_KEY, values).get(key, NOTHING)


def least_since(
    connection: Connection, taken: Mapping[StockKey, Mapping[date, int]], there: Levels, units: Mapping[int, Unit]
) -> dict[StockKey, int]:
    """The least that lies there at the end of any day from the first one of `taken` on, where that much more leaves on
    its days; all in the base of the units, which are by material. `there` is what lies there by the whole journal. The
    question grows with the days since.
    """
    if not taken:
        return {}
    first = min(day for days in taken.values() for day in days)
    changes = {key: {day: -quantity for day, quantity in days.items()} for key, days in taken.items()}
    values = {"day": first, "ids": sorted({key.material_id for key in taken})}
    for day, *row in connection.execute(_MOVED_BY_DAY, values):
        level = Level(*map(int, row[6:]))
        for key, sign in ((StockKey(*row[:3]), -1), (StockKey(*row[3:6]), 1)):
            if (own := changes.get(key)) is not None:
                own[day] = own.get(day, 0) + sign * level.of(units[key.material_id])
    return {
        key: _least(there.get(key, NOTHING).of(units[key.material_id]) - sum(days.values()), changes[key], min(days))
        for key, days in taken.items()
    }


def _least(now: int, changes: Mapping[date, int], first: date) -> int:
    """The least at the end of any day from `first` on, going back from now."""
    least = left = now
    for day in sorted(changes, reverse=True):
        if day > first:
            left -= changes[day]
            least = min(least, left)
    return least


def _levels(connection: Connection, query: sa.Select[Any], values: Mapping[str, object]) -> dict[StockKey, Level]:
    return {
        StockKey(place_id, material_id, condition): Level(*map(int, amounts))  # PostgreSQL's sums are numerics
        for place_id, material_id, condition, *amounts in connection.execute(query, dict(values))
    }
