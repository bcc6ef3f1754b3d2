"""Following all goods through the stores as the entries come: nothing falls below zero, costs are averages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import Place, SystemAccount
from daurulang.quantities import Unit
from daurulang.stock.model import store
from daurulang.stock.queries import NOTHING, Level, StockKey
from daurulang.stock.service import part_of
from daurulang.verification.problems import ProblemKind
from daurulang.verification.streams import Row

_INVENTORY, _PROCESS = int(SystemAccount.INVENTORY), int(Place.PROCESS)


class Pools:
    """What lies in every store after the entries seen so far, and what the inventory account says of it."""

    def __init__(self, connection: Connection, found: Callable[[ProblemKind, str], None]) -> None:
        self.stores = frozenset(connection.scalars(sa.select(store.c.place_id))) - {_PROCESS}
        self._found = found
        # By place, material and condition: grams, pieces, millilitres and rupiah.
        self._levels: defaultdict[tuple[int, int, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        self._account_rupiah = 0
        self._last = ""

    def level(self, key: StockKey) -> Level:
        """What lies there."""
        there = self._levels.get((key.place_id, key.material_id, key.condition))
        return NOTHING if there is None else Level(*there)

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

    def move(self, money: Sequence[Row], mass: Sequence[Row], number: str, *, may_fall_short: bool) -> None:
        """What an entry brings in and takes out; what it puts into process has to come out of it.

        Undoing and counting `may_fall_short`: older books let goods be taken back that were gone.
        """
        self._last = number
        self._book(money)
        in_process, short = 0, False
        levels, stores = self._levels, self.stores
        for _position, from_place, from_material, to_place, to_material, grams, pieces, millilitres, *rest in mass:
            gone_in, come_in, cost = rest
            if to_place in stores:
                _add(levels[to_place, to_material, come_in], grams, pieces, millilitres, cost)
            elif to_place == _PROCESS:
                in_process += grams
            if from_place in stores:
                there = levels[from_place, from_material, gone_in]
                _add(there, -grams, -pieces, -millilitres, -cost)
                short = short or min(there[:3]) < 0
            elif from_place == _PROCESS:
                in_process -= grams
        if short and not may_fall_short:
            self._found(ProblemKind.STOCK_NEGATIVE, number)
        if in_process:
            self._found(ProblemKind.PROCESS_NOT_EMPTY, number)

    def _book(self, money: Sequence[Row]) -> None:
        for _position, debit, credit, rupiah in money:
            if debit == _INVENTORY:
                self._account_rupiah += rupiah
            if credit == _INVENTORY:
                self._account_rupiah -= rupiah

    def finish(self) -> None:
        """What all goods cost is what the inventory account says."""
        if sum(there[3] for there in self._levels.values()) != self._account_rupiah:
            self._found(ProblemKind.STOCK_VALUE_WRONG, self._last)


def _add(there: list[int], grams: int, pieces: int, millilitres: int, cost: int) -> None:
    there[0] += grams
    there[1] += pieces
    there[2] += millilitres
    there[3] += cost
