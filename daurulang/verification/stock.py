"""Recomputing the counts of stock: what each said that the book expected, against all that had moved until then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.engine import Connection

from daurulang.ledger.model import Place
from daurulang.quantities import Unit
from daurulang.stocktakes import service as stocktakes
from daurulang.stocktakes.model import LEAST_LINE_REASON, stocktake, stocktake_line
from daurulang.stocktakes.queries import Measure
from daurulang.verification.problems import ProblemKind
from daurulang.verification.streams import Row, Side, side_of


class StockCheck:
    """Follows the goods through the entries; places that nobody counts are not followed."""

    def __init__(self, connection: Connection, found: Callable[[ProblemKind, str], None]) -> None:
        self.heads = side_of(connection, stocktake, stocktakes.HEAD_COLUMNS)
        self.lines = side_of(connection, stocktake_line, stocktakes.LINE_COLUMNS)
        self.sides: dict[str, Side] = {"stocktake": self.heads, "stocktake_line": self.lines}
        self._found = found
        self._stock: dict[int, list[int]] = {}
        self._counted = False

    def check(
        self,
        values: Mapping[str, Any],
        row: Row,
        lines: Sequence[Row],
        transfers: tuple[list[Row], list[Row]],
        number: str,
    ) -> None:
        """One count, before its goods are moved."""
        if stocktakes.document_hash(row, lines) != values["document_hash"]:
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
        if [tuple(each[1:]) for each in transfers[1]] != wanted or head["place_id"] != Place.WAREHOUSE:
            self._found(ProblemKind.GOODS_DIFFER, number)
        if transfers[0]:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        self._counted = True

    def move(self, mass: Sequence[Row]) -> None:
        """What an entry brings into the store or takes out of it."""
        for _position, from_place, from_material, to_place, to_material, *amounts in mass:
            if to_place == Place.WAREHOUSE:
                self._add(to_material, amounts, 1)
            if from_place == Place.WAREHOUSE:
                self._add(from_material, amounts, -1)

    def _add(self, material_id: int, amounts: Sequence[int], sign: int) -> None:
        stock = self._stock.setdefault(material_id, [0, 0, 0])
        for number, amount in enumerate(amounts):
            stock[number] += sign * amount

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
