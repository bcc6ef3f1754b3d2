"""What the form of a batch holds and decides: what goes in and comes out, what is missing, what it costs. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from daurulang.errors import BadNumber
from daurulang.ledger.model import Place
from daurulang.plant_errors import GoodsRefused, NoGoods, SellPriceMissing, WeightMissing
from daurulang.processing.model import BatchKind, CostBy, Side
from daurulang.processing.service import BatchDraft, BatchLineDraft, weightless
from daurulang.quantities import Unit, grams_of, line_amount_rupiah, shares_of
from daurulang.stock.queries import Level
from ui.stock.form import Goods, TakingForm


@dataclass(frozen=True, slots=True)
class TypedLine:
    """Goods of one side, in the base of their unit; `grams` where pieces or litres that come out were weighed."""

    side: Side
    goods: Goods
    quantity: int
    grams: int | None = None

    @property
    def made_grams(self) -> int:
        """What comes out weighs."""
        unit = self.goods.material.unit
        if self.grams is not None and unit is not Unit.KILOGRAM:
            return self.grams
        return grams_of(self.quantity, unit, self.goods.material.grams_per_unit)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line in the list: what it weighs, and what it had cost or takes over of the cost."""

    position: int
    line: TypedLine
    grams: int
    cost_rupiah: int
    short: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What becomes of what goes in, in grams; the loss is below zero where more comes out. `cost_rupiah` is carried to
    what comes out, or written off where nothing does.
    """

    input_grams: int
    output_grams: int
    residue_grams: int
    cost_rupiah: int
    written_off_rupiah: int
    unpriced: tuple[str, ...] = ()
    weightless: tuple[str, ...] = ()

    @property
    def loss_grams(self) -> int:
        """What is missing."""
        return self.input_grams - self.output_grams - self.residue_grams

    def tenths(self, grams: int) -> int:
        """A part of what goes in, in tenths of a percent, half up."""
        return (2000 * abs(grams) + self.input_grams) // (2 * self.input_grams) if self.input_grams else 0


class BatchForm(TakingForm[TypedLine]):
    """One batch from what goes in to the save."""

    def __init__(self) -> None:
        self.to_place_id: int = Place.WAREHOUSE
        super().__init__()

    def start_over(self) -> None:
        super().start_over()
        self.kind = BatchKind.SORT
        self.cost_by = CostBy.WEIGHT
        self.labour_minutes = self.fuel_millilitres = 0
        self.note = ""
        self.confirmed_loss_grams = 0

    @property
    def empty(self) -> bool:
        return not (self.lines or self.note or self.labour_minutes or self.fuel_millilitres)

    @property
    def carries(self) -> bool:
        """Whether goods are only carried to another store."""
        return self.kind is BatchKind.MOVE

    def goods_of(self, line: TypedLine) -> Goods:
        return line.goods

    def wants(self, line: TypedLine) -> int | None:
        return line.quantity if line.side is Side.INPUT else None

    def check(self, line: TypedLine, position: int) -> None:
        """Raise `BadNumber` or `StockTooLow` for a line that could not be saved."""
        if line.side is Side.INPUT:
            self.check_left(line.goods, line.quantity, position)
        elif not line.quantity:
            raise BadNumber("zero", "0")

    # --- figures -------------------------------------------------------------------------------------------

    def shown(self) -> Sequence[ShownLine]:
        """The lines with their weights and costs."""
        parts = self.parts()
        costs = dict(self._carried(parts))
        shown = []
        for (position, line), part in zip(self.numbered(), parts, strict=True):
            if part is None:
                shown.append(ShownLine(position, line, line.made_grams, costs.get(position, 0)))
            else:
                short = line.quantity - part.of(line.goods.material.unit)
                shown.append(ShownLine(position, line, part.grams, part.rupiah, short))
        return shown

    def _outputs(self) -> list[tuple[int, TypedLine]]:
        return [(position, line) for position, line in self.numbered() if line.side is Side.OUTPUT]

    def _carried(self, parts: Sequence[Level | None]) -> list[tuple[int, int]]:
        """What each output takes over, by its position."""
        outputs = self._outputs()
        whole = sum(part.rupiah for part in parts if part is not None)
        if self.cost_by is CostBy.VALUE:
            weights = [self._value(line) for _, line in outputs]
        else:
            weights = [line.made_grams for _, line in outputs]
        if not outputs:
            return []
        return [(position, cost) for (position, _), cost in zip(outputs, shares_of(whole, weights), strict=True)]

    def _value(self, line: TypedLine) -> int:
        return line_amount_rupiah(line.quantity, line.goods.material.unit, line.goods.price_rupiah or 0)

    def figures(self) -> Figures:
        """The sums as they stand."""
        parts = [part for part in self.parts() if part is not None]
        into, cost = sum(part.grams for part in parts), sum(part.rupiah for part in parts)
        if self.carries:
            return Figures(into, into, 0, cost, 0)
        outputs = self._outputs()
        made = sum(line.made_grams for _, line in outputs)
        residue = sum(line.made_grams for line in self.lines if line.side is Side.RESIDUE)
        figures = Figures(into, made, residue, cost, 0 if outputs else cost)
        if self.cost_by is CostBy.VALUE:
            unpriced = [line.goods.material.name for _, line in outputs if line.goods.price_rupiah is None]
            return replace(figures, unpriced=tuple(dict.fromkeys(unpriced)))
        names = [line.goods.material.name for _, line in outputs]
        light = weightless(names, [line.made_grams for _, line in outputs])
        return replace(figures, weightless=light if cost else ())

    # --- saving --------------------------------------------------------------------------------------------

    def ready(self) -> Figures:
        """The figures to be read back, whose loss is confirmed by saving; raises what saving would."""
        if all(line.side is not Side.INPUT for line in self.lines):
            raise NoGoods("input")
        if self.carries and self.to_place_id == self.place_id:
            raise NoGoods("other_store")
        if not self.carries and all(line.side is Side.INPUT for line in self.lines):
            raise NoGoods("output")
        for position, line in self.numbered():
            if self.carries and line.side is not Side.INPUT:
                raise GoodsRefused(position, "not_carried")
            self.check(line, position)
        figures = self.figures()
        if figures.unpriced:
            raise SellPriceMissing(figures.unpriced)
        if figures.weightless:
            raise WeightMissing(figures.weightless)
        self.confirmed_loss_grams = figures.loss_grams
        return figures

    def draft(self) -> BatchDraft:
        """What is saved, with the loss that was shown."""
        lines = tuple(
            BatchLineDraft(line.side, line.goods.material.id, line.quantity, line.goods.condition, line.grams)
            for line in self.lines
        )
        return BatchDraft(
            self.key,
            self.kind,
            lines,
            self.place_id,
            self.to_place_id,
            self.cost_by,
            self.confirmed_loss_grams,
            self.labour_minutes,
            self.fuel_millilitres,
            self.note,
        )
