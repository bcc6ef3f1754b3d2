"""The flow of goods as ribbons: from the sources at the left through the centre to where they went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daurulang.documents.sheet import GREEN, Align, Band, Block, Cell, Fill, Ink, Type

THICKNESS = 150.0
LABEL = 19.0
GAP = 4.0
NODE = 9.0
LABELS = 132.0
PALE_GREEN: Ink = (0.74, 0.87, 0.79)
LEAST = 0.6


@dataclass(frozen=True, slots=True)
class End:
    """A ribbon by its name, its size and the figure as it is written."""

    name: str
    size: int
    figure: str


def flow_chart(left: Sequence[End], right: Sequence[End], width: float, name: Type, figure: Type) -> Block:
    """Both sides come to the same size; every label stands beside its ribbon."""
    block = Block(width)
    scale = THICKNESS / sum(each.size for each in left)
    rooms = [[max(each.size * scale, LABEL) for each in side] for side in (left, right)]
    block.height = max(THICKNESS, *(sum(room) + GAP * (len(room) - 1) for room in rooms))
    top = (block.height - THICKNESS) / 2
    middle = (width - NODE) / 2
    block.fills.append(Fill(middle, top, NODE, THICKNESS, GREEN))
    for ends, own_rooms, edge in ((left, rooms[0], LABELS), (right, rooms[1], width - LABELS - NODE)):
        is_left = ends is left
        y, inner = (block.height - sum(own_rooms) - GAP * (len(ends) - 1)) / 2, top
        for each, room in zip(ends, own_rooms, strict=True):
            high = each.size * scale
            own = y + (room - high) / 2
            block.fills.append(Fill(edge, own, NODE, max(high, LEAST), GREEN))
            if is_left:
                block.bands.append(Band(edge + NODE, own, middle, inner, high, PALE_GREEN))
            else:
                block.bands.append(Band(middle + NODE, inner, edge, own, high, PALE_GREEN))
            label = _label(each, name, figure, right=is_left)
            at = y + (room - label.height) / 2
            height = block.height
            block.place(label, 0 if is_left else width - LABELS + 4, at)
            block.height = height
            y, inner = y + room + GAP, inner + high
    return block


def _label(end: End, name: Type, figure: Type, *, right: bool) -> Block:
    """Name and figure below each other; they stand right where the ribbon begins right of them."""
    block = Block(LABELS - 4)
    for text, kind in ((end.name, name), (end.figure, figure)):
        shown = _shortened(text, kind, block.width)
        block.row(Cell(shown, kind, 0, block.width, Align.RIGHT if right else Align.LEFT))
    return block


def _shortened(text: str, kind: Type, width: float) -> str:
    if kind.font.width(text, kind.size) <= width:
        return text
    while text and kind.font.width(f"{text}…", kind.size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
