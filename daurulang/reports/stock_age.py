"""How long goods have been lying in their store, were always the oldest taken out first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.ledger.model import EntryKind, entry, mass_transfer
from daurulang.quantities import Unit
from daurulang.stock.model import store
from daurulang.stock.queries import Level, StockKey

_FIRST_LOOK = 31
_answering = entry.alias("answering")
_UNDONE = sa.exists(
    sa.select(sa.literal_column("1"))
    .select_from(reversal.join(_answering, _answering.c.id == reversal.c.entry_id))
    .where(reversal.c.original_id == entry.c.id, _answering.c.day <= sa.bindparam("day"))
    .correlate(entry)
)
# Of an act that was undone nothing came, and nothing by undoing one: what lies there again is what had come before.
_CAME = (
    sa.select(
        mass_transfer.c.to_place_id,
        mass_transfer.c.to_material_id,
        mass_transfer.c.to_condition,
        entry.c.day,
        sa.func.sum(mass_transfer.c.grams),
        sa.func.sum(mass_transfer.c.pieces),
        sa.func.sum(mass_transfer.c.millilitres),
    )
    .select_from(entry)
    .join(mass_transfer, mass_transfer.c.entry_id == entry.c.id)
    .where(
        entry.c.day.between(sa.bindparam("first"), sa.bindparam("last")),
        entry.c.kind != EntryKind.REVERSAL,
        mass_transfer.c.to_place_id.in_(sa.select(store.c.place_id)),
        ~_UNDONE,
    )
    .group_by(mass_transfer.c.to_place_id, mass_transfer.c.to_material_id, mass_transfer.c.to_condition, entry.c.day)
    .order_by(entry.c.day.desc())
)


def came_on(
    connection: Connection, lying: Mapping[StockKey, Level], units: Mapping[int, Unit], day: date
) -> dict[StockKey, date]:
    """The day on which the oldest goods came that would still lie there at the end of a day; `units` by material.

    It is read backwards month by month, twice as many each time, until what came is as much as what lies there: the
    question grows with the age of the goods, not with the journal.
    """
    left = {key: level.of(units[key.material_id]) for key, level in lying.items()}
    left = {key: quantity for key, quantity in left.items() if quantity > 0}
    begun = connection.scalar(sa.select(sa.func.min(entry.c.day)))
    found: dict[StockKey, date] = {}
    last, days = day, _FIRST_LOOK
    while left and begun is not None and last >= begun:
        first = max(begun, last - timedelta(days=days - 1))
        rows = connection.execute(_CAME, {"first": first, "last": last, "day": day})
        for place_id, material_id, condition, came, *amounts in rows:
            key = StockKey(place_id, material_id, condition)
            if key in left:
                found[key] = came
                left[key] -= Level(*map(int, amounts)).of(units[material_id])
                if left[key] <= 0:
                    del left[key]
        last, days = first - timedelta(days=1), days * 2
    return found
