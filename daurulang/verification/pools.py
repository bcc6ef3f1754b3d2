"""Following all goods through the stores as the entries come: nothing falls below zero, costs are averages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import EntryKind, Place, SystemAccount
from daurulang.ledger.service import Mass, Money
from daurulang.materials.model import material
from daurulang.quantities import Unit
from daurulang.stock.differences import put_right
from daurulang.stock.model import store
from daurulang.stock.queries import NOTHING, Level, StockKey
from daurulang.stock.service import part_of
from daurulang.verification.problems import ProblemKind
from daurulang.verification.streams import Row

row_of_money = attrgetter(*Money.__dataclass_fields__)
row_of_mass = attrgetter(*Mass.__dataclass_fields__)
"""What a transfer is in the journal, behind its position."""
_INVENTORY, _PROCESS = int(SystemAccount.INVENTORY), int(Place.PROCESS)
_MAY_FALL_SHORT = {EntryKind.REVERSAL, EntryKind.STOCKTAKE}


class Pools:
    """What lies in every store after the entries seen so far, and what the inventory account says of it."""

    def __init__(self, connection: Connection, found: Callable[[ProblemKind, str], None]) -> None:
        self.stores = frozenset(connection.scalars(sa.select(store.c.place_id)))
        self._found = found
        rows = connection.execute(sa.select(material.c.id, material.c.dlh_category, material.c.unit)).all()
        self._categories: dict[int, str] = {id_: str(category) for id_, category, _ in rows}
        self._units: dict[int, Unit] = {id_: unit for id_, _, unit in rows}
        # By store, then by material and condition: grams, pieces, millilitres and rupiah.
        self._levels: dict[int, defaultdict[tuple[int, str], list[int]]] = {
            place_id: defaultdict(lambda: [0, 0, 0, 0]) for place_id in self.stores
        }
        # What transfers made of one material into another, which only a batch may, by way of the process.
        self._turned: defaultdict[int, int] = defaultdict(int)
        self._account_rupiah = 0
        self._last = ""

    def level(self, key: StockKey) -> Level:
        """What lies there."""
        there = self._levels.get(key.place_id)
        return NOTHING if there is None else Level(*there[key.material_id, key.condition])

    def costs(self, wanted: Sequence[tuple[StockKey, Unit, int]]) -> list[int]:
        """What goods cost by the average, in rupiah, line by line, by their unit and quantity; two lines of one key
        share what is there.
        """
        left: dict[StockKey, Level] = {}
        found = []
        for key, unit, quantity in wanted:
            there = left.get(key, self.level(key))
            part = part_of(there, unit, quantity, None)
            left[key] = there - part
            found.append(part.rupiah)
        return found

    def settled(self, money: list[Row], mass: list[Row]) -> tuple[list[Row], list[Row]]:
        """The transfers of a reversal before its goods are moved, from those of its original turned round."""
        moving, more = put_right([Mass(*row[1:]) for row in mass], self.stores, self.level, self._units)
        paid = [*(row[1:] for row in money), *map(row_of_money, more)]
        return _numbered(paid), _numbered(map(row_of_mass, moving))

    def move(self, kind: str, money: Sequence[Row], mass: Sequence[Row], number: str) -> None:
        """What an entry brings in and takes out; what it puts into process has to come out of it.

        Undoing and counting may fall short: older books let goods be taken back that were gone.
        """
        self._last = number
        for _position, debit, credit, rupiah in money:
            self._account_rupiah += rupiah * ((debit == _INVENTORY) - (credit == _INVENTORY))
        in_process, short = 0, False
        for row in mass:
            _position, from_place, from_material, to_place, to_material, grams, pieces, millilitres, *grade = row
            gone_in, come_in, cost = grade
            if (into := self._levels.get(to_place)) is not None:
                _add(into[to_material, come_in], grams, pieces, millilitres, cost)
            if (out_of := self._levels.get(from_place)) is not None:
                there = out_of[from_material, gone_in]
                _add(there, -grams, -pieces, -millilitres, -cost)
                short = short or min(there[:3]) < 0
            if from_material != to_material:
                self._turned[to_material] += grams
                self._turned[from_material] -= grams
            if _PROCESS in (from_place, to_place):
                in_process += grams * ((to_place == _PROCESS) - (from_place == _PROCESS))
        if short and kind not in _MAY_FALL_SHORT:
            self._found(ProblemKind.STOCK_NEGATIVE, number)
        if in_process:
            self._found(ProblemKind.PROCESS_NOT_EMPTY, number)

    def finish(self) -> None:
        """What all goods cost is what the inventory account says; and in every category what came in was sold, buried
        or lost, or lies there, to the gram.
        """
        unbalanced: dict[str, int] = {}
        for material_id, grams in self._turned.items():
            category = self._categories.get(material_id, "?")
            unbalanced[category] = unbalanced.get(category, 0) + grams
        for category, grams in unbalanced.items():
            if grams:
                self._found(ProblemKind.MASS_UNBALANCED, f"{category} {grams:+d} g")
        if sum(there[3] for store_ in self._levels.values() for there in store_.values()) != self._account_rupiah:
            self._found(ProblemKind.STOCK_VALUE_WRONG, self._last)


def _numbered(rows: Iterable[Row]) -> list[Row]:
    """The transfers of an entry in their order."""
    return [(position, *row) for position, row in enumerate(rows, 1)]


def _add(there: list[int], grams: int, pieces: int, millilitres: int, cost: int) -> None:
    there[0] += grams
    there[1] += pieces
    there[2] += millilitres
    there[3] += cost
