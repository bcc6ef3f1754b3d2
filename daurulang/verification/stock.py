"""Recomputing the counts of stock: what each said that the book expected, against all that had moved until then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from daurulang.ledger.model import EntryKind, Place
from daurulang.quantities import Unit
from daurulang.stocktakes import service as stocktakes
from daurulang.stocktakes.model import LEAST_LINE_REASON, stocktake, stocktake_line
from daurulang.stocktakes.queries import Measure
from daurulang.verification.problems import Found, ProblemKind
from daurulang.verification.streams import Checks, EntryRow, Row, Side, Streams

_WAREHOUSE = int(Place.WAREHOUSE)


class StockCheck:
    """Follows the goods through the entries; places that nobody counts are not followed."""

    def __init__(self, streams: Streams, found: Found) -> None:
        self.checks: Checks = {EntryKind.STOCKTAKE: (streams.side_of(stocktake, stocktakes.HEAD_COLUMNS), self._count)}
        self._lines = streams.side_of(stocktake_line, stocktakes.LINE_COLUMNS)
        self.sides: dict[str, Side] = {"stocktake_line": self._lines}
        self._found = found
        self._stock: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._counted = False

    def _count(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        """One count, before its goods are moved."""
        lines = self._lines.take(entry.id)
        if stocktakes.document_hash(row, lines) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(stocktakes.HEAD_COLUMNS, row, strict=True))
        counted = [dict(zip(stocktakes.LINE_COLUMNS, line, strict=True)) for line in lines]
        is_opening = bool(head["is_opening"])
        right = len(counted) == head["line_count"] and all(_holds(line, is_opening=is_opening) for line in counted)
        if not right or (is_opening and self._counted):
            self._found(ProblemKind.LINE_WRONG, number)
        if any(_measure(line, "expected") != self._in_stock(line["material_id"]) for line in counted):
            self._found(ProblemKind.STOCK_DIFFERS, number)
        wanted = [each for line in counted for each in _moved(line, is_opening=is_opening)]
        if [each[1:] for each in mass] != wanted or head["place_id"] != Place.WAREHOUSE:
            self._found(ProblemKind.GOODS_DIFFER, number)
        if money:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        self._counted = True

    def move(self, mass: Sequence[Row]) -> None:
        """What an entry brings into the store or takes out of it."""
        for _position, from_place, from_material, to_place, to_material, grams, pieces, millilitres in mass:
            if to_place == _WAREHOUSE:
                stock = self._stock[to_material]
                stock[0] += grams
                stock[1] += pieces
                stock[2] += millilitres
            if from_place == _WAREHOUSE:
                stock = self._stock[from_material]
                stock[0] -= grams
                stock[1] -= pieces
                stock[2] -= millilitres

    def _in_stock(self, material_id: int) -> Measure:
        return Measure(*self._stock.get(material_id, (0, 0, 0)))


def _measure(line: Mapping[str, Any], which: str) -> Measure:
    return Measure(line[f"{which}_grams"], line[f"{which}_pieces"], line[f"{which}_millilitres"])


def _holds(line: Mapping[str, Any], *, is_opening: bool) -> bool:
    """Whether a line is of one measure, and says why it differs."""
    expected, counted = _measure(line, "expected"), _measure(line, "counted")
    if line["unit"] not in set(Unit) or min(counted.grams, counted.pieces, counted.millilitres) < 0:
        return False
    apart = any(counted.of(unit) for unit in (Unit.PIECE, Unit.LITRE) if unit != line["unit"])
    return not apart and (is_opening or counted == expected or len(line["reason"]) >= LEAST_LINE_REASON)


def _moved(line: Mapping[str, Any], *, is_opening: bool) -> list[tuple[int, ...]]:
    """The mass transfers that a line makes."""
    difference = _measure(line, "counted") - _measure(line, "expected")
    return [
        (
            *(each.from_place, each.from_material_id, each.to_place, each.to_material_id),
            *(each.grams, each.pieces, each.millilitres),
        )
        for each in stocktakes.moved(Place.WAREHOUSE, line["material_id"], difference, is_opening=is_opening)
    ]
