"""The lines of a dry run, quick to filter and to sort at every key however many there are."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from daurulang.exchange.preview import Fate
from ui.exchange.bench import FateLine
from ui.widgets.rows import Order

PROBLEMS = {Fate.WARNING, Fate.REFUSED}
_AT_ONCE = 500


class Lines:
    """Every row, those that somebody should look at, and the orders that would take long to find."""

    def __init__(self, lines: Sequence[FateLine] = (), orders: Mapping[str, bytes] | None = None) -> None:
        """`orders` has the places of all lines by a column, packed as `array("I")`."""
        self.all = list(lines)
        self.problems = [line for line in lines if line.fate in PROBLEMS]
        self._orders = {name: array("I", places) for name, places in (orders or {}).items()}

    def clear(self) -> None:
        """Give the memory back bit by bit: all at once would hold up the window."""
        for lines in (self.problems, self.all):
            while lines:
                del lines[-_AT_ONCE:]

    def by(self, lines: Sequence[FateLine], key: str) -> Sequence[FateLine]:
        """Some of the lines in the order of a column."""
        if key not in self._orders:
            return sorted(lines, key=lambda line: line.fate_word) if key == "fate_word" else lines
        wanted = bytearray(len(self.all))
        for line in lines:
            wanted[line.place] = 1
        return [self.all[place] for place in self._orders[key] if wanted[place]]


class LineSource:
    """The lines that hold every word of a text, for a table."""

    def __init__(self, lines: Lines, text: str, *, only_problems: bool = False) -> None:
        self._all = lines
        self._lines: Sequence[FateLine] = lines.problems if only_problems else lines.all
        for word in text.casefold().split():
            self._lines = [line for line in self._lines if word in line.search]
        self._order: Order | None = None
        self._ordered: Sequence[FateLine] = self._lines

    def count(self) -> int:
        """How many lines match."""
        return len(self._lines)

    def page(self, offset: int, limit: int, order: Order | None) -> Sequence[FateLine]:
        """Lines that match, sorted once per order; the column "number" is the natural one."""
        if order != self._order:
            self._order = order
            self._ordered = self._lines if order is None else self._all.by(self._lines, order.key)
            if order is not None and order.descending:
                self._ordered = self._ordered[::-1]
        return self._ordered[offset : offset + limit]
