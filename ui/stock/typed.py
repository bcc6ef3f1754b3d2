"""The forms of loads, batches, sales and the landfill as they were typed; go through JSON. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ui.stock.form import Goods

L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class TypedRow:
    """The entry row: texts as they stand, the goods where some are chosen, and which line is being changed."""

    goods: Goods | None
    text: str
    numbers: tuple[str, ...]
    way: str = ""
    position: int | None = None


@dataclass(frozen=True, slots=True)
class TypedAct(Generic[L]):
    """The whole form; `answers` stand in the questions beside the lines, in their order, `goods` are those of lines
    that only name them, `day` is that of the paper, None for today.
    """

    lines: tuple[L, ...]
    goods: tuple[Goods, ...]
    row: TypedRow
    answers: tuple[str, ...]
    place_id: int
    day: date | None = None
    party_id: int | None = None
    party: str = ""
    kind: str = ""
    to_place_id: int | None = None

    @property
    def line_count(self) -> int:
        """How many lines it has, with one that is still being typed."""
        begun = self.row.position is None and bool(self.row.text or any(self.row.numbers))
        return len(self.lines) + begun
