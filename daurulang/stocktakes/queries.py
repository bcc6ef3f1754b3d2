"""Questions to the journal about goods: what lies in a place, and what was counted there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.ledger.model import Place, counter, entry, mass_transfer
from daurulang.ledger.service import format_number
from daurulang.quantities import Unit
from daurulang.staff.model import staff
from daurulang.stocktakes.model import stocktake, stocktake_line


@dataclass(frozen=True, slots=True)
class Measure:
    """Goods in three measures side by side, never added together; grams 0 where the weight is not known."""

    grams: int = 0
    pieces: int = 0
    millilitres: int = 0

    def __sub__(self, other: Measure) -> Measure:
        return Measure(self.grams - other.grams, self.pieces - other.pieces, self.millilitres - other.millilitres)

    def of(self, unit: Unit) -> int:
        """The one of a unit: grams, pieces or millilitres."""
        return {Unit.KILOGRAM: self.grams, Unit.PIECE: self.pieces, Unit.LITRE: self.millilitres}[unit]


NOTHING = Measure()
_MEASURES = ("grams", "pieces", "millilitres")


def _moved(place: sa.Column[int], material: sa.Column[int], sign: int) -> sa.Select[tuple[int, int, int, int]]:
    amounts = [(sign * mass_transfer.c[name]).label(name) for name in _MEASURES]
    return sa.select(material.label("material_id"), *amounts).where(place == sa.bindparam("place_id"))


def _stock(*, of_a_day: bool) -> sa.Select[tuple[int, int, int, int]]:
    sides = (
        _moved(mass_transfer.c.to_place_id, mass_transfer.c.to_material_id, 1),
        _moved(mass_transfer.c.from_place_id, mass_transfer.c.from_material_id, -1),
    )
    if of_a_day:
        until = entry.c.day <= sa.bindparam("day")
        sides = tuple(side.join(entry, entry.c.id == mass_transfer.c.entry_id).where(until) for side in sides)  # type: ignore[assignment]  # still two
    moved = sa.union_all(*sides).subquery()
    sums = (sa.func.sum(moved.c[name]) for name in _MEASURES)
    return sa.select(moved.c.material_id, *sums).group_by(moved.c.material_id)


_STOCK, _STOCK_OF_A_DAY = _stock(of_a_day=False), _stock(of_a_day=True)


def stock_in(connection: Connection, place: Place, day: date | None = None) -> Mapping[int, Measure]:
    """What lies in a place by the journal, by material: now, or at the end of a day."""
    query, values = (_STOCK, {}) if day is None else (_STOCK_OF_A_DAY, {"day": day})
    rows = connection.execute(query, {"place_id": int(place), **values})
    return {row.material_id: Measure(*map(int, row[1:])) for row in rows}


def was_counted(connection: Connection, place: Place) -> bool:
    """Whether a place had a count, so that none can be its opening any more."""
    return (
        connection.scalar(sa.select(stocktake.c.entry_id).where(stocktake.c.place_id == int(place)).limit(1))
        is not None
    )


@dataclass(frozen=True, slots=True)
class Stocktake:
    """A count: how many materials were counted and how many of them differed."""

    entry_id: int
    number: str
    day: date
    at_ms: int
    clerk: str
    is_opening: bool
    counted: int
    differing: int
    reason: str


_DIFFERS = sa.or_(*(stocktake_line.c[f"expected_{name}"] != stocktake_line.c[f"counted_{name}"] for name in _MEASURES))
_DIFFERING = (
    sa.select(sa.func.count())
    .where(stocktake_line.c.entry_id == stocktake.c.entry_id, _DIFFERS)
    .correlate(stocktake)
    .scalar_subquery()
)
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
        _DIFFERING,
        stocktake.c.reason,
    )
    .select_from(stocktake)
    .join(entry, entry.c.id == stocktake.c.entry_id)
    .join(counter, counter.c.id == entry.c.counter_id)
    .join(staff, staff.c.id == entry.c.staff_id)
)


def stocktakes(db: Database, place: Place, count: int = 20) -> tuple[Stocktake, ...]:
    """The newest counts of a place, the newest first."""
    query = _STOCKTAKES.where(stocktake.c.place_id == int(place)).order_by(entry.c.id.desc()).limit(count)
    with db.reading() as connection:
        return tuple(_stocktake(*row) for row in connection.execute(query))


def stocktake_of(db: Database, entry_id: int) -> Stocktake:
    """One count by its entry; it must exist."""
    with db.reading() as connection:
        return _stocktake(*connection.execute(_STOCKTAKES.where(entry.c.id == entry_id)).one())


def _stocktake(entry_id: int, code: str, sequence: int, *rest: Any) -> Stocktake:
    return Stocktake(entry_id, format_number(code, sequence), *rest)
