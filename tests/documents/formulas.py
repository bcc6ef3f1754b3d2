"""A second opinion on a workbook's formulas: the few functions that ours use, calculated from the cells themselves."""

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter

_REFERENCE = re.compile(r"(?:([A-Za-z0-9]+)!)?\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?")
_TEXT = re.compile(r'"([^"]*)"')


class Calculated:
    """A workbook file, with and without the results that were stored in it."""

    def __init__(self, path: Path) -> None:
        self.book: Any = openpyxl.load_workbook(path)
        self.stored: Any = openpyxl.load_workbook(path, data_only=True)
        self._known: dict[tuple[str, str], Any] = {}

    def value(self, sheet: str, cell: str) -> Any:
        """What a cell is: a text, None, or a number without any error."""
        key = (sheet, cell)
        if key not in self._known:
            self._known[key] = self._value(sheet, self.book[sheet][cell])
        return self._known[key]

    def _value(self, sheet: str, cell: Any) -> Any:
        if cell.data_type == "f":
            return self._calculate(sheet, cell.value[1:])
        if isinstance(cell.value, int | float):
            return Fraction(str(cell.value))
        return cell.value

    def formulas(self) -> Iterator[tuple[str, str, str]]:
        """Sheet, cell and formula of each."""
        for sheet in self.book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield sheet.title, cell.coordinate, cell.value

    def _calculate(self, sheet: str, formula: str) -> Any:
        if formula.startswith("IF("):
            test, then, otherwise = _parts(formula[3:-1])
            return self._calculate(sheet, then if self._calculate(sheet, test) else otherwise)
        texts: list[str] = []

        def aside(found: re.Match[str]) -> str:
            texts.append(found[1])
            return f"<{len(texts) - 1}>"

        def reference(found: re.Match[str]) -> str:
            where = found[1] or sheet
            if found[4]:
                return f"cells({where!r}, {found[2]!r}, {found[3]}, {found[4]!r}, {found[5]})"
            return f"cell({where!r}, {found[2] + found[3]!r})"

        python = _REFERENCE.sub(reference, _TEXT.sub(aside, formula))
        python = re.sub(r"(?<![<>=])=(?!=)", "==", python)
        python = re.sub(r"<(\d+)>", r"texts[\1]", python)
        return eval(python, {**_FUNCTIONS, "texts": texts, "cell": self._number, "cells": self._cells})

    def _number(self, sheet: str, cell: str) -> Any:
        found = self.value(sheet, cell)
        return Fraction(0) if found is None else found

    def _cells(self, sheet: str, left: str, first: int, right: str, last: int) -> list[Any]:
        rows = range(first, min(last, self.book[sheet].max_row) + 1)
        columns = range(column_index_from_string(left), column_index_from_string(right) + 1)
        return [self.value(sheet, f"{get_column_letter(column)}{row}") for row in rows for column in columns]


def _parts(words: str) -> list[str]:
    """What stands between the commas outside of brackets; our texts have none."""
    parts, depth = [""], 0
    for letter in words:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _sum(cells: list[Any]) -> Fraction:
    return sum((cell for cell in cells if isinstance(cell, Fraction)), Fraction(0))


def _sumif(keys: list[Any], key: Any, cells: list[Any]) -> Fraction:
    return _sum([cell for own, cell in zip(keys, cells, strict=True) if own == key])


_FUNCTIONS: dict[str, Any] = {
    "SUM": _sum,
    "SUMIF": _sumif,
    "SUBTOTAL": lambda _kind, cells: _sum(cells),
    "AND": lambda *tests: all(tests),
    "ROUND": round,
}
