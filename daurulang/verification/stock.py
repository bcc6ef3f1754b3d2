"""Recomputing the counts of stock: what each said that the book expected, against all that had moved until then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from daurulang.ledger.model import EntryKind
from daurulang.quantities import Unit
from daurulang.stock.differences import goods_of, money_of, moved
from daurulang.stock.queries import Level, StockKey
from daurulang.stocktakes import service as stocktakes
from daurulang.stocktakes.model import LEAST_LINE_REASON, stocktake, stocktake_line
from daurulang.verification.pools import Pools, row_of_mass, row_of_money
from daurulang.verification.problems import Found, ProblemKind
from daurulang.verification.streams import Checks, EntryRow, Row, Side, Streams

_LINE_COLUMNS = (*stocktakes.LINE_COLUMNS, *stocktakes.GRADE_COLUMNS)


class StockCheck:
    """Holds every count against what lay in the store before it."""

    def __init__(self, streams: Streams, pools: Pools, found: Found) -> None:
        self.checks: Checks = {EntryKind.STOCKTAKE: (streams.side_of(stocktake, stocktakes.HEAD_COLUMNS), self._count)}
        self._lines = streams.side_of(stocktake_line, _LINE_COLUMNS)
        self.sides: dict[str, Side] = {"stocktake_line": self._lines}
        self.pools = pools
        self._found = found
        self._counted: set[int] = set()

    def _count(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        """One count, before its goods are moved."""
        lines = self._lines.take(entry.id)
        if stocktakes.document_hash(row, lines) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(stocktakes.HEAD_COLUMNS, row, strict=True))
        counted = [dict(zip(_LINE_COLUMNS, line, strict=True)) for line in lines]
        place_id, is_opening = head["place_id"], bool(head["is_opening"])
        right = len(counted) == head["line_count"]
        right = right and all(self._holds(line, place_id, is_opening=is_opening) for line in counted)
        if not right or (is_opening and place_id in self._counted):
            self._found(ProblemKind.LINE_WRONG, number)
        if any(_measure(line, "expected") != self._there(line, place_id) for line in counted):
            self._found(ProblemKind.STOCK_DIFFERS, number)
        wanted = [each for line in counted for each in _moves_of(line, place_id, is_opening=is_opening)]
        if [each[1:] for each in mass] != wanted or place_id not in self.pools.stores:
            self._found(ProblemKind.GOODS_DIFFER, number)
        costs = money_of([line["cost_rupiah"] for line in counted], is_opening=is_opening)
        if [each[1:] for each in money] != list(map(row_of_money, costs)):
            self._found(ProblemKind.MONEY_DIFFERS, number)
        self._counted.add(place_id)

    def _there(self, line: Mapping[str, Any], place_id: int) -> Level:
        return goods_of(self.pools.level(_key(line, place_id)))

    def _holds(self, line: Mapping[str, Any], place_id: int, *, is_opening: bool) -> bool:
        """Whether a line is of one measure, says why it differs, and is worth what it says; counts of before moved
        goods without their cost.
        """
        expected, counted = _measure(line, "expected"), _measure(line, "counted")
        if line["unit"] not in set(Unit) or min(counted.grams, counted.pieces, counted.millilitres) < 0:
            return False
        unit, before = Unit(line["unit"]), self.pools.level(_key(line, place_id))
        worth = stocktakes.worth_of(counted.of(unit), unit, before, is_opening=is_opening)
        apart = any(counted.of(each) for each in (Unit.PIECE, Unit.LITRE) if each is not unit)
        says_why = is_opening or counted == expected or len(line["reason"]) >= LEAST_LINE_REASON
        # What lay there before the book had cost what was said then.
        said = is_opening and counted.of(unit) > before.of(unit) and line["cost_rupiah"] >= 0
        return not apart and says_why and (said or line["cost_rupiah"] in {0, worth - before.rupiah})


def _key(line: Mapping[str, Any], place_id: int) -> StockKey:
    return StockKey(place_id, line["material_id"], line["condition"])


def _measure(line: Mapping[str, Any], which: str) -> Level:
    return Level(line[f"{which}_grams"], line[f"{which}_pieces"], line[f"{which}_millilitres"])


def _moves_of(line: Mapping[str, Any], place_id: int, *, is_opening: bool) -> list[tuple[int | str, ...]]:
    """The mass transfers that a line makes."""
    difference = _measure(line, "counted") - _measure(line, "expected") + Level(rupiah=line["cost_rupiah"])
    return list(map(row_of_mass, moved(_key(line, place_id), difference, is_opening=is_opening)))
