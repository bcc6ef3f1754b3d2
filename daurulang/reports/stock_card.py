"""The card of a store: what came and went of a material in a condition over a period, and what was left each time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.model import buyer
from daurulang.corrections.model import reversal
from daurulang.database import Database
from daurulang.disposals.model import disposal
from daurulang.ledger.model import EntryKind, entry, mass_transfer
from daurulang.loads.model import load, load_source
from daurulang.materials.queries import Material, the_materials
from daurulang.periods import Period
from daurulang.plant_errors import NameUnknown
from daurulang.processing.model import BatchKind, batch
from daurulang.quantities import Condition
from daurulang.reports.numbers import numbers
from daurulang.reports.standing import FIRST, LAST, ORIGINAL, days_of
from daurulang.sales.model import sale
from daurulang.stock.queries import NOTHING, Level, StockKey, Store, level_on, stores


@dataclass(frozen=True, slots=True)
class Movement:
    """What an entry brought and took of the goods, and what lay there after it, in the order of days.

    `party` is the source of a load, the buyer of a sale or the landfill, else empty; a reversal names the number it
    `reverses`.
    """

    entry_id: int
    day: date
    number: str
    kind: EntryKind
    batch_kind: BatchKind | None
    party: str
    reverses: str
    into: Level
    out: Level
    balance: Level


@dataclass(frozen=True, slots=True)
class StockCard:
    """The goods, what lay there before the first day, and every movement of the period."""

    store: Store
    material: Material
    condition: Condition
    period: Period
    opening: Level
    movements: tuple[Movement, ...]

    @property
    def into(self) -> Level:
        """All that came."""
        return sum((each.into for each in self.movements), NOTHING)

    @property
    def out(self) -> Level:
        """All that went."""
        return sum((each.out for each in self.movements), NOTHING)

    @property
    def closing(self) -> Level:
        """What lay there at the end of the last day."""
        return self.opening + self.into - self.out

    def quantity(self, level: Level) -> int:
        """In the base of the material's unit."""
        return level.of(self.material.unit)


_AMOUNTS = ("grams", "pieces", "millilitres", "cost_rupiah")
_KEY = ("place_id", "material_id", "condition")


def _side(side: str) -> sa.Select[tuple[int]]:
    """The transfers on one side of the key, with 0 in the columns of the other."""
    into = [mass_transfer.c[name] if side == "to" else sa.literal_column("0") for name in _AMOUNTS]
    out = [mass_transfer.c[name] if side == "from" else sa.literal_column("0") for name in _AMOUNTS]
    return sa.select(
        mass_transfer.c.entry_id,
        *(column.label(f"in_{name}") for column, name in zip(into, _AMOUNTS, strict=True)),
        *(column.label(f"out_{name}") for column, name in zip(out, _AMOUNTS, strict=True)),
    ).where(*(mass_transfer.c[f"{side}_{name}"] == sa.bindparam(name) for name in _KEY))


_MOVED = sa.union_all(_side("to"), _side("from")).subquery()
_SUMS = tuple(_MOVED.c[f"{side}_{name}"] for side in ("in", "out") for name in _AMOUNTS)
_OF_ENTRIES = (
    sa.select(entry.c.id, *(sa.func.sum(column).label(column.name) for column in _SUMS))
    .select_from(_MOVED.join(entry, entry.c.id == _MOVED.c.entry_id))
    .where(entry.c.day.between(FIRST, LAST))
    .group_by(entry.c.id)
    .subquery()
)
_MOVEMENTS = (
    sa.select(
        entry.c.id,
        entry.c.day,
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.kind,
        batch.c.kind.label("batch_kind"),
        sa.func.coalesce(load_source.c.name, buyer.c.name, disposal.c.destination, "").label("party"),
        ORIGINAL.c.counter_id.label("original_counter"),
        ORIGINAL.c.sequence.label("original_sequence"),
        *(_OF_ENTRIES.c[column.name] for column in _SUMS),
    )
    .select_from(_OF_ENTRIES)
    .join(entry, entry.c.id == _OF_ENTRIES.c.id)
    .outerjoin(reversal, reversal.c.entry_id == entry.c.id)
    .outerjoin(ORIGINAL, ORIGINAL.c.id == reversal.c.original_id)
    .outerjoin(load, load.c.entry_id == entry.c.id)
    .outerjoin(load_source, load_source.c.id == load.c.source_id)
    .outerjoin(batch, batch.c.entry_id == entry.c.id)
    .outerjoin(disposal, disposal.c.entry_id == entry.c.id)
    .outerjoin(sale, sale.c.entry_id == entry.c.id)
    .outerjoin(buyer, buyer.c.id == sale.c.buyer_id)
    .order_by(entry.c.day, entry.c.id)
)


def stock_card(db: Database, key: StockKey, period: Period) -> StockCard:
    """The card from one snapshot; raises `UnknownMaterial`, `NameUnknown` for a place that is no store."""
    with db.reading() as connection:
        store = next((each for each in stores(connection) if each.place_id == key.place_id), None)
        if store is None:
            raise NameUnknown("store", key.place_id)
        good = the_materials(connection, [key.material_id])[key.material_id]
        opening = level_on(connection, key, period.day_before)
        return StockCard(store, good, key.condition, period, opening, _movements(connection, key, period, opening))


def _movements(connection: Connection, key: StockKey, period: Period, opening: Level) -> tuple[Movement, ...]:
    number_of = numbers(connection)
    values = {"place_id": key.place_id, "material_id": key.material_id, "condition": key.condition, **days_of(period)}
    found = []
    for row in connection.execute(_MOVEMENTS, values):
        amounts = [int(each) for each in row[-len(_SUMS) :]]
        found.append((row, Level(*amounts[:4]), Level(*amounts[4:])))
    balances = accumulate((into - out for _, into, out in found), initial=opening)
    next(balances)
    return tuple(
        Movement(
            row.id,
            row.day,
            number_of(row.counter_id, row.sequence),
            row.kind,
            row.batch_kind,
            row.party,
            number_of(row.original_counter, row.original_sequence),
            into,
            out,
            balance,
        )
        for (row, into, out), balance in zip(found, balances, strict=True)
    )
