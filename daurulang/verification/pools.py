"""Following all goods through the stores as the entries come: nothing falls below zero, costs are averages."""

from __future__ import annotations

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


class Pools:
    """What lies in every store after the entries seen so far, and what the inventory account says of it."""

    def __init__(self, connection: Connection, found: Callable[[ProblemKind, str], None]) -> None:
        self.stores = frozenset(connection.scalars(sa.select(store.c.place_id)))
        self._found = found
        self._levels: dict[StockKey, Level] = {}
        self._account_rupiah = 0
        self._last = ""

    def level(self, key: StockKey) -> Level:
        """What lies there."""
        return self._levels.get(key, NOTHING)

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
        for _position, debit, credit, rupiah in money:
            self._account_rupiah += rupiah * ((debit == SystemAccount.INVENTORY) - (credit == SystemAccount.INVENTORY))
        in_process, short = 0, False
        for _position, from_place, from_material, to_place, to_material, *amounts, gone_in, come_in, cost in mass:
            moved = Level(*amounts) + Level(rupiah=cost)
            in_process += moved.grams * ((to_place == Place.PROCESS) - (from_place == Place.PROCESS))
            if to_place in self.stores:
                key = StockKey(to_place, to_material, come_in)
                self._levels[key] = self.level(key) + moved
            if from_place in self.stores:
                key = StockKey(from_place, from_material, gone_in)
                left = self._levels[key] = self.level(key) - moved
                short = short or min(left.grams, left.pieces, left.millilitres) < 0
        if short and not may_fall_short:
            self._found(ProblemKind.STOCK_NEGATIVE, number)
        if in_process:
            self._found(ProblemKind.PROCESS_NOT_EMPTY, number)

    def finish(self) -> None:
        """What all goods cost is what the inventory account says."""
        if sum(level.rupiah for level in self._levels.values()) != self._account_rupiah:
            self._found(ProblemKind.STOCK_VALUE_WRONG, self._last)
