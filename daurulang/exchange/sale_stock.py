"""What lay in the store on every day of the past, so that an old book sells nothing that was not there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from itertools import accumulate

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import Place, entry, mass_transfer
from daurulang.quantities import Condition, Unit

_MEASURES = {
    Unit.KILOGRAM: mass_transfer.c.grams,
    Unit.PIECE: mass_transfer.c.pieces,
    Unit.LITRE: mass_transfer.c.millilitres,
}


class StockOfDays:
    """Clean goods of the first store, where the old deposits lie; what is taken is gone from that day on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._goods: dict[int, _Course] = {}

    def there(self, material_id: int, unit: Unit, day: date) -> int:
        """How much can be taken out on a day without any later day falling below zero."""
        return self._course(material_id, unit).least_from(day)

    def take(self, material_id: int, unit: Unit, day: date, quantity: int) -> None:
        """Take it out on a day."""
        self._course(material_id, unit).add(day, -quantity)

    def _course(self, material_id: int, unit: Unit) -> _Course:
        if material_id not in self._goods:
            self._goods[material_id] = _Course(self._changes(material_id, unit))
        return self._goods[material_id]

    def _changes(self, material_id: int, unit: Unit) -> dict[date, int]:
        """What came and went, by day."""
        found: dict[date, int] = {}
        for side, sign in (("to", 1), ("from", -1)):
            query = (
                sa.select(entry.c.day, sa.func.sum(_MEASURES[unit]))
                .join(entry, entry.c.id == mass_transfer.c.entry_id)
                .where(
                    mass_transfer.c[f"{side}_place_id"] == int(Place.WAREHOUSE),
                    mass_transfer.c[f"{side}_material_id"] == material_id,
                    mass_transfer.c[f"{side}_condition"] == Condition.CLEAN,
                )
                .group_by(entry.c.day)
            )
            for day, quantity in self._connection.execute(query):
                found[day] = found.get(day, 0) + sign * int(quantity)
        return found


class _Course:
    """How much lay there at the end of each day on which something moved."""

    def __init__(self, changes: dict[date, int]) -> None:
        self._days = sorted(changes)
        self._levels = list(accumulate(changes[day] for day in self._days))

    def least_from(self, day: date) -> int:
        """The least of this day and all later ones."""
        before = bisect_right(self._days, day) - 1
        own = self._levels[before] if before >= 0 else 0
        return min([own, *self._levels[before + 1 :]])

    def add(self, day: date, quantity: int) -> None:
        """Change this day and all later ones."""
        place = bisect_left(self._days, day)
        if place == len(self._days) or self._days[place] != day:
            self._days.insert(place, day)
            self._levels.insert(place, self._levels[place - 1] if place else 0)
        for later in range(place, len(self._levels)):
            self._levels[later] += quantity
