"""What the form for the landfill holds and decides. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.errors import FieldMissing
from daurulang.plant_errors import NoGoods
from daurulang.stock.queries import NOTHING, Level
from ui.stock.form import Goods, StoreOfNow, TakingForm


@dataclass(frozen=True, slots=True)
class TypedLine:
    """Goods that are taken away, in the base of their unit."""

    goods: Goods
    quantity: int


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line in the list, with what leaves; `short` is what of it does not lie in the store."""

    position: int
    line: TypedLine
    part: Level
    short: int


class DisposalForm(TakingForm[TypedLine]):
    """One trip to the landfill."""

    def start_over(self) -> None:
        super().start_over()
        self.destination = self.vehicle = self.note = ""

    @property
    def empty(self) -> bool:
        return not (self.lines or self.vehicle or self.note)

    def goods_of(self, line: TypedLine) -> Goods:
        return line.goods

    def wants(self, line: TypedLine) -> int:
        return line.quantity

    def shown(self) -> Sequence[ShownLine]:
        """The lines with what leaves with them."""
        return [
            ShownLine(position, line, part or NOTHING, line.quantity - (part or NOTHING).of(line.goods.material.unit))
            for (position, line), part in zip(self.numbered(), self.parts(), strict=True)
        ]

    def total(self) -> Level:
        """All that leaves, with what it had cost."""
        return sum((part for part in self.parts() if part is not None), NOTHING)

    def ready(self) -> Level:
        """What is to be read back; raises what saving would."""
        if not self.lines:
            raise NoGoods
        if not self.destination.strip():
            raise FieldMissing("destination")
        for position, line in self.numbered():
            self.check_left(line.goods, line.quantity, position)
        return self.total()

    def draft(self) -> DisposalDraft:
        """What is saved."""
        lines = tuple(
            DisposalLineDraft(line.goods.material.id, line.quantity, line.goods.condition) for line in self.lines
        )
        return DisposalDraft(self.key, self.destination, lines, self.place_id, self.vehicle, self.note)


def residue_first(now: StoreOfNow, residues: Collection[int]) -> list[Goods]:
    """What lies there, what ever stayed as residue before all else."""
    return sorted(now.there, key=lambda each: each.material.id not in residues)
