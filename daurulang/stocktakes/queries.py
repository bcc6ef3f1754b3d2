"""Questions about counts: what there is to be counted in a store, and what was counted there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.ledger.model import counter, entry
from daurulang.ledger.service import format_number
from daurulang.materials.model import DlhCategory
from daurulang.materials.queries import Material, materials
from daurulang.quantities import Condition
from daurulang.staff.model import staff
from daurulang.stock.queries import NOTHING, Level, levels
from daurulang.stocktakes.model import stocktake, stocktake_line

_PLACES = {category: place for place, category in enumerate(DlhCategory)}


@dataclass(frozen=True, slots=True)
class GoodsToCount:
    """A material in a condition, and what the book says lies there of it; below zero where an older book let more be
    taken back than had come.
    """

    material: Material
    condition: Condition
    expected: Level

    @property
    def quantity(self) -> int:
        """In the base of the material's unit: grams, pieces or millilitres."""
        return self.expected.of(self.material.unit)


def goods_to_count(db: Database, place_id: int) -> tuple[GoodsToCount, ...]:
    """What a store is counted with, by category and code as on the sheet: all that lies there by condition, and every
    other material in use, clean.
    """
    with db.reading() as connection:
        there = {
            (key.material_id, key.condition): level
            for key, level in levels(connection).items()
            if key.place_id == place_id and level
        }
        goods = sorted(materials(connection), key=lambda each: _PLACES[each.dlh_category])
    return tuple(row for good in goods for row in _of_material(good, there))


def _of_material(good: Material, there: dict[tuple[int, Condition], Level]) -> Iterator[GoodsToCount]:
    lying = [each for each in Condition if (good.id, each) in there]
    for condition in lying or ([Condition.CLEAN] if good.active else []):
        yield GoodsToCount(good, condition, there.get((good.id, condition), NOTHING))


def was_counted(connection: Connection, place_id: int) -> bool:
    """Whether a store had a count, so that none can be its opening any more."""
    query = sa.select(stocktake.c.entry_id).where(stocktake.c.place_id == place_id).limit(1)
    return connection.scalar(query) is not None


@dataclass(frozen=True, slots=True)
class Stocktake:
    """A count: how many lines were counted, how many of them differed, and what the differences had cost, below zero
    where less was found.
    """

    entry_id: int
    number: str
    day: date
    at_ms: int
    clerk: str
    is_opening: bool
    counted: int
    differing: int
    cost_rupiah: int
    reason: str


_DIFFERS = sa.or_(
    *(
        stocktake_line.c[f"expected_{name}"] != stocktake_line.c[f"counted_{name}"]
        for name in ("grams", "pieces", "millilitres")
    )
)


def _of_lines(what: sa.ColumnElement[Any], *where: sa.ColumnElement[bool]) -> sa.ScalarSelect[Any]:
    own = stocktake_line.c.entry_id == stocktake.c.entry_id
    return sa.select(what).where(own, *where).correlate(stocktake).scalar_subquery()


_STOCKTAKES = (
    sa.select(
        entry.c.id,
        counter.c.code,
        entry.c.sequence,
        entry.c.day,
        entry.c.at_ms,
        staff.c.name,
        stocktake.c.is_opening,
        stocktake.c.line_count,
        _of_lines(sa.func.count(), _DIFFERS),
        _of_lines(sa.cast(sa.func.sum(stocktake_line.c.cost_rupiah), sa.BigInteger)),
        stocktake.c.reason,
    )
    .select_from(stocktake)
    .join(entry, entry.c.id == stocktake.c.entry_id)
    .join(counter, counter.c.id == entry.c.counter_id)
    .join(staff, staff.c.id == entry.c.staff_id)
)


def stocktakes(db: Database, place_id: int, count: int = 20) -> tuple[Stocktake, ...]:
    """The newest counts of a store, the newest first."""
    query = _STOCKTAKES.where(stocktake.c.place_id == place_id).order_by(entry.c.id.desc()).limit(count)
    with db.reading() as connection:
        return tuple(_stocktake(*row) for row in connection.execute(query))


def stocktake_of(db: Database, entry_id: int) -> Stocktake:
    """One count by its entry; it must exist."""
    with db.reading() as connection:
        return _stocktake(*connection.execute(_STOCKTAKES.where(entry.c.id == entry_id)).one())


def _stocktake(entry_id: int, code: str, sequence: int, *rest: Any) -> Stocktake:
    return Stocktake(entry_id, format_number(code, sequence), *rest)
