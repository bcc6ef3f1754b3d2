"""The stock by material, at any day, from the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.ledger.model import Place
from daurulang.materials.model import DlhCategory
from daurulang.materials.queries import Material, materials
from daurulang.stocktakes.queries import NOTHING, Measure, stock_in

_PLACES = {category: place for place, category in enumerate(DlhCategory)}


@dataclass(frozen=True, slots=True)
class StockRow:
    """A material and what the book says lies there of it; below zero where more was taken back than had come."""

    material: Material
    stock: Measure

    @property
    def quantity(self) -> int:
        """In the base of the material's unit: grams, pieces or millilitres."""
        return self.stock.of(self.material.unit)


def stock_on(db: Database, day: date | None = None, place: Place = Place.WAREHOUSE) -> tuple[StockRow, ...]:
    """Every material in use, and every other of which something is left, by category and code as on the sheet that is
    counted with: now, or at the end of a day.
    """
    with db.reading() as connection:
        return stock_rows(connection, day, place)


def stock_rows(connection: Connection, day: date | None, place: Place) -> tuple[StockRow, ...]:
    """The same within a snapshot that somebody else holds."""
    stock = stock_in(connection, place, day)
    rows = (StockRow(each, stock.get(each.id, NOTHING)) for each in materials(connection))
    listed = (row for row in rows if row.material.active or row.stock != NOTHING)
    return tuple(sorted(listed, key=lambda row: _PLACES[row.material.dlh_category]))
