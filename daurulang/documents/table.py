"""Tables drawn row by row, each row a block, so that they break between any two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from daurulang.documents.sheet import GREY, PALE, Align, Block, Cell, Fill, Ink, Type

PADDING = 3.0
STRIPE: Ink = (0.955, 0.968, 0.96)


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its title and its width in points; figures stand right."""

    title: str
    width: float
    align: Align = Align.LEFT


def figures(*columns: tuple[str, float]) -> tuple[Column, ...]:
    """Columns of figures."""
    return tuple(Column(title, width, Align.RIGHT) for title, width in columns)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns beside each other and how their rows are set; `ruled` parts all cells by thin lines."""

    columns: Sequence[Column]
    title: Type
    body: Type
    strong: Type
    ruled: bool = False

    @property
    def width(self) -> float:
        """Of all columns."""
        return sum(column.width for column in self.columns)

    def head(self) -> Block:
        """The titles, for the top of every page."""
        block = Block(self.width)
        block.gap(2)
        block.row(*self._cells([column.title for column in self.columns], self.title))
        block.rule(0.8, GREY, above=2.5)
        return block

    def row(self, texts: Sequence[str], *, striped: bool = False) -> Block:
        """One row."""
        return self._row(texts, self.body, STRIPE if striped else None)

    def rows(self, rows: Sequence[Sequence[str]]) -> list[Block]:
        """Rows, every other on a stripe."""
        return [self.row(texts, striped=number % 2 == 1) for number, texts in enumerate(rows)]

    def sums(self, *rows: Sequence[str]) -> Block:
        """Rows of sums between two lines, kept together."""
        block = Block(self.width)
        block.rule(0.8, GREY)
        for texts in rows:
            block.place(self._row(texts, self.strong, None), y=block.height)
        block.rule(0.8, GREY)
        return block

    def signed(self, texts: Sequence[str], height: float) -> Block:
        """A row at least as high as somebody needs to sign in it, above a thin line."""
        block = Block(self.width)
        block.gap(5)
        block.row(*self._cells(texts, self.body))
        block.gap(max(5.0, height - block.height))
        block.rule(0.5, PALE)
        return block

    def _row(self, texts: Sequence[str], kind: Type, ground: Ink | None) -> Block:
        block = Block(self.width)
        block.gap(1.8)
        block.row(*self._cells(texts, kind))
        block.gap(1.8)
        if ground and not self.ruled:
            block.fills.append(Fill(0, 0, self.width, block.height, ground))
        if self.ruled:
            edges = accumulate(column.width for column in self.columns[:-1])
            block.fills += [Fill(x, 0, 0.4, block.height, PALE) for x in edges]
            block.fills.append(Fill(0, block.height - 0.4, self.width, 0.4, PALE))
        return block

    def _cells(self, texts: Sequence[str], kind: Type) -> list[Cell]:
        cells, x = [], 0.0
        for column, text in zip(self.columns, texts, strict=True):
            cells.append(Cell(text, kind, x + PADDING, column.width - 2 * PADDING, column.align))
            x += column.width
        return cells
