"""What the form of a load holds and decides: the source, the lines, what is paid for them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daurulang.errors import BadNumber
from daurulang.loads.model import LoadPayment, Measured
from daurulang.loads.queries import Source
from daurulang.loads.service import LoadDraft, LoadLineDraft
from daurulang.plant_errors import GoodsRefused, NameUnknown, NoGoods, PaymentMissing
from daurulang.quantities import MAX_QUANTITY, Condition, Unit, line_amount_rupiah
from ui.stock.form import Goods, LinesForm


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line as it was typed: gross and tare, or a volume (litres) at a density (g/l); what was typed as paid for it in
    rupiah, per kilogram or for the whole line as the form says.
    """

    goods: Goods
    gross_grams: int = 0
    tare_grams: int = 0
    volume_litres: int = 0
    density_grams_per_litre: int = 0
    rupiah: int | None = None

    @property
    def measured(self) -> Measured:
        """By its volume where one is given."""
        return Measured.VOLUME if self.volume_litres else Measured.WEIGHT

    @property
    def grams(self) -> int:
        """What was brought."""
        if self.volume_litres:
            return self.volume_litres * self.density_grams_per_litre
        return self.gross_grams - self.tare_grams


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line in the list."""

    position: int
    line: TypedLine
    amount_rupiah: int


@dataclass(frozen=True, slots=True)
class Totals:
    """What was weighed and what was estimated from its volume, never added to each other."""

    lines: int
    weighed_grams: int
    estimated_grams: int
    volume_litres: int
    rupiah: int


class LoadForm(LinesForm[TypedLine]):
    """One load from its source to the save."""

    def start_over(self) -> None:
        super().start_over()
        self.source: Source | None = None
        self.payment = LoadPayment.NONE
        self.per_kilogram = True
        self.vehicle = self.note = ""

    @property
    def empty(self) -> bool:
        return not (self.lines or self.vehicle or self.note)

    # --- lines ---------------------------------------------------------------------------------------------

    def goods_of(self, line: TypedLine) -> Goods:
        return line.goods

    def check(self, line: TypedLine, position: int) -> None:
        """Raise `BadNumber` or `GoodsRefused` for a line that could not be saved."""
        if line.measured is Measured.WEIGHT and not line.gross_grams:
            raise BadNumber("zero", "0")
        if line.measured is Measured.WEIGHT and line.grams <= 0:
            raise GoodsRefused(position, "tare_too_large")
        if not line.grams:
            raise GoodsRefused(position, "nothing")
        if line.grams > MAX_QUANTITY:
            raise GoodsRefused(position, "too_much")

    def amount_rupiah(self, line: TypedLine) -> int:
        """What is paid for a line."""
        if self.payment is LoadPayment.NONE or line.rupiah is None:
            return 0
        return line_amount_rupiah(line.grams, Unit.KILOGRAM, line.rupiah) if self.per_kilogram else line.rupiah

    def shown(self) -> Sequence[ShownLine]:
        """The lines with what is paid for them."""
        return [ShownLine(position, line, self.amount_rupiah(line)) for position, line in self.numbered()]

    def totals(self) -> Totals:
        """The sums as they stand."""
        weighed = [line for line in self.lines if line.measured is Measured.WEIGHT]
        estimated = [line for line in self.lines if line.measured is Measured.VOLUME]
        return Totals(
            len(self.lines),
            sum(line.grams for line in weighed),
            sum(line.grams for line in estimated),
            sum(line.volume_litres for line in estimated),
            sum(self.amount_rupiah(line) for line in self.lines),
        )

    def unpaid_position(self) -> int | None:
        """The first line without a price, where the load is paid."""
        if self.payment is LoadPayment.NONE:
            return None
        return next((position for position, line in self.numbered() if line.rupiah is None), None)

    # --- saving --------------------------------------------------------------------------------------------

    def ready(self) -> Totals:
        """The totals to be read back; raises `NameUnknown`, `NoGoods`, `PaymentMissing` and what `check` does."""
        if self.source is None:
            raise NameUnknown("source", 0)
        if not self.lines:
            raise NoGoods
        for position, line in self.numbered():
            self.check(line, position)
        totals = self.totals()
        if self.payment is not LoadPayment.NONE and (not totals.rupiah or self.unpaid_position() is not None):
            raise PaymentMissing
        return totals

    def draft(self) -> LoadDraft:
        """What is saved."""
        lines = tuple(
            LoadLineDraft(
                line.goods.material.id,
                line.gross_grams,
                line.tare_grams,
                line.volume_litres,
                line.density_grams_per_litre,
                Condition(line.goods.condition),
                self.amount_rupiah(line),
            )
            for line in self.lines
        )
        source_id = 0 if self.source is None else self.source.id
        return LoadDraft(self.key, source_id, lines, self.payment, self.place_id, self.vehicle, self.note)
