"""Charts as filled rectangles: as sharp as the text at any size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daurulang.documents.sheet import GREEN, PALE, Align, Block, Cell, Fill, Type
from daurulang.quantities import format_whole

LABEL = 150.0
FIGURE = 84.0
BAR = 8.0
COLUMNS_HEIGHT = 92.0
SCALE = 52.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A length under a name, and the figure as it is written beside it."""

    name: str
    value: int
    figure: str


def bars(rows: Sequence[Bar], width: float, name: Type, figure: Type) -> list[Block]:
    """Bars that lie below each other, one block each; the longest takes all the room."""
    room = width - LABEL - FIGURE
    most = max((row.value for row in rows), default=0)
    blocks = []
    for row in rows:
        block = Block(width)
        block.gap(2)
        length = room * max(row.value, 0) / most if most > 0 else 0.0
        block.fills.append(Fill(LABEL, 2 + (name.leading - BAR) / 2, max(length, 0.6), BAR, GREEN))
        block.row(
            Cell(row.name, name, 0, LABEL - 6),
            Cell(row.figure, figure, LABEL + length + 5, figure.font.width(row.figure, figure.size) + 1),
        )
        block.gap(2)
        blocks.append(block)
    return blocks


def columns(values: Sequence[int], labels: Sequence[str], width: float, kind: Type) -> Block:
    """Standing bars from left to right over a scale in whole steps; an empty label is left away."""
    block = Block(width)
    block.gap(6)
    step = _step(max(values, default=0))
    steps = max(1, -(-max(values, default=0) // step))
    room = (width - SCALE) / len(values)
    for number in range(steps + 1):
        y = 6 + COLUMNS_HEIGHT * (1 - number / steps)
        block.fills.append(Fill(SCALE, y - 0.2, width - SCALE, 0.4, PALE))
        mark = Block(SCALE)
        mark.row(Cell(format_whole(number * step), kind, 0, SCALE - 6, Align.RIGHT))
        block.place(mark, 0, y - kind.leading / 2)
    for number, value in enumerate(values):
        high = COLUMNS_HEIGHT * max(value, 0) / (steps * step)
        gap = room * 0.2
        block.fills.append(Fill(SCALE + number * room + gap / 2, 6 + COLUMNS_HEIGHT - high, room - gap, high, GREEN))
    block.height = 6 + COLUMNS_HEIGHT
    block.gap(3)
    top = block.height
    for number, label in enumerate(labels):
        if label:
            wide = kind.font.width(label, kind.size) + 2
            under = Block(wide)
            under.row(Cell(label, kind, 0, wide, Align.CENTRE))
            block.place(under, SCALE + (number + 0.5) * room - wide / 2, top)
    return block


def _step(most: int) -> int:
    """A round step of a scale with at most five of them: 1, 2 or 5 and zeros."""
    step = 1
    while step * 25 < most:
        step *= 10
    return next(step * factor for factor in (1, 2, 5) if step * factor * 5 >= most)
