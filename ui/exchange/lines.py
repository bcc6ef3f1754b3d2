"""The rows of a dry run as the table shows them, ready to be filtered at every key however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from daurulang.exchange.preview import Fate, Preview, Row
from ui.exchange.words import ExchangeWords
from ui.widgets.rows import Order


@dataclass(frozen=True, slots=True)
class FateLine:
    """One row: its number on the sheet, its fate, what it is about, why, and all of it to search in."""

    number: int
    fate: Fate
    fate_word: str
    what: str
    why: str
    search: str

    @property
    def is_problem(self) -> bool:
        """Whether somebody should look at it."""
        return self.fate in {Fate.WARNING, Fate.REFUSED}


def lines_of(preview: Preview[Any], words: ExchangeWords) -> list[FateLine]:
    """Every row in words; takes a moment for a long list, so it belongs beside the counter."""
    lines = []
    for row in preview.rows:
        fate, what = words.fate(row.fate), _what(row)
        why = " · ".join(words.remark(remark) for remark in row.remarks)
        lines.append(FateLine(row.number, row.fate, fate, what, why, f"{row.number} {fate} {what} {why}".casefold()))
    return lines


class LineSource:
    """The lines that hold every word of a text, for a table."""

    def __init__(self, lines: Sequence[FateLine], text: str) -> None:
        words = text.casefold().split()
        self._lines = [line for line in lines if all(word in line.search for word in words)] if words else list(lines)
        self._order: Order | None = None
        self._ordered = self._lines

    def count(self) -> int:
        """How many lines match."""
        return len(self._lines)

    def page(self, offset: int, limit: int, order: Order | None) -> Sequence[FateLine]:
        """Lines that match, sorted once per order by the attribute the column names."""
        if order != self._order:
            self._order = order
            lines = self._lines
            self._ordered = (
                lines if order is None else sorted(lines, key=attrgetter(order.key), reverse=order.descending)
            )
        return self._ordered[offset : offset + limit]


def _what(row: Row[Any]) -> str:
    """The name a row would be written under, or what stands in it."""
    draft = getattr(row.intake, "draft", None)
    return str(draft.name) if draft is not None else " · ".join(cell for cell in row.cells if cell)
