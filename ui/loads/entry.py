"""The row in which a line of a load is typed: by weight, or by volume and density."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang.errors import BadNumber, UserError
from daurulang.loads.model import Measured
from daurulang.plant_errors import GoodsRefused, PaymentMissing
from daurulang.quantities import Unit, format_kilograms, format_rupiah
from ui.loads.presenter import LoadForm, TypedLine
from ui.stock.entry import CubicEdit, DensityEdit, GoodsEntry, PlantGoodsEdit
from ui.stock.form import Goods
from ui.stock.words import cubic_metres
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Tone
from ui.widgets.numbers import QuantityEdit, RupiahEdit

MEASURE = "Alt+V"


class LoadEntry(GoodsEntry):
    """Gross and tare show the net; volume and density show an estimate. Rupiah is asked for where the load is paid."""

    def __init__(self, form: LoadForm, parent: QWidget | None = None) -> None:
        self._form = form
        self._densities: Mapping[int, int] = {}
        self.gross, self.tare = QuantityEdit(required=True), QuantityEdit()
        self.volume, self.density = CubicEdit(), DensityEdit(required=True)
        self.rupiah = RupiahEdit(required=True)
        editors = (self.gross, self.tare, self.volume, self.density, self.rupiah)
        super().__init__(PlantGoodsEdit(None), editors, parent)
        names = (self.tr("Gross kg"), self.tr("Tare kg"), self.tr("Volume m³"), self.tr("kg of 1 m³"))
        for edit, name in zip(editors, names, strict=False):
            edit.setPlaceholderText(name)
            edit.setAccessibleName(name)
        self.measure = ChoiceBar(
            self.tr("How it is measured"),
            [(Measured.WEIGHT.value, self.tr("Weight")), (Measured.VOLUME.value, self.tr("Volume"))],
        )
        self.add_above(self.measure)
        self.measure.changed.connect(lambda _code: self._measure_anew())
        self.show_price()
        self._measure_anew()

    def turn(self) -> None:
        """By weight, or by volume."""
        by_weight = self.measure.value() == Measured.WEIGHT
        self.measure.choose((Measured.VOLUME if by_weight else Measured.WEIGHT).value)

    def know(self, densities: Mapping[int, int]) -> None:
        """The density stated last for each material."""
        self._densities = densities

    def show_price(self) -> None:
        """Rupiah per kilogram or of the line, where the load is paid."""
        form = self._form
        paid = form.payment.value != "none"
        self.rupiah.setVisible(paid)
        name = self.tr("Rp/kg") if form.per_kilogram else self.tr("Rp")
        self.rupiah.setPlaceholderText(name)
        self.rupiah.setAccessibleName(name)
        self.explain()

    def load(self, position: int, line: TypedLine) -> None:
        """Take a line of the list back for a correction."""
        self.measure.choose(line.measured.value)
        self.take_back(position, line.goods)
        if line.measured is Measured.WEIGHT:
            self.gross.set_value(line.gross_grams)
            self.tare.set_value(line.tare_grams or None)
        else:
            self.volume.set_value(line.volume_litres)
            self.density.set_value(line.density_grams_per_litre)
        self.rupiah.set_value(line.rupiah)
        self.taken_back()

    # --- what the row answers ------------------------------------------------------------------------------

    def read(self) -> TypedLine | None:
        goods = self.goods.value()
        try:
            gross, tare = self.gross.value() or 0, self.tare.value() or 0
            volume, density, rupiah = self.volume.value() or 0, self.density.value() or 0, self.rupiah.value()
        except BadNumber:
            return None
        if goods is None:
            return None
        rupiah = None if self.rupiah.isHidden() else rupiah
        if self.measure.value() == Measured.WEIGHT:
            return TypedLine(goods, gross, tare, rupiah=rupiah)
        return TypedLine(goods, volume_litres=volume, density_grams_per_litre=density, rupiah=rupiah)

    def explain(self) -> None:
        line = self.read()
        if line is None:
            self.say(self.tr("Enter in the empty field goes on. {key}: by volume.").format(key=MEASURE))
            return
        if line.measured is Measured.VOLUME:
            words = self.tr("{volume} × {density} kg: about {weight}, an estimate").format(
                volume=cubic_metres(line.volume_litres),
                density=line.density_grams_per_litre,
                weight=format_kilograms(line.grams),
            )
            tone = Tone.WARNING
        elif line.gross_grams and line.grams <= 0:
            self.say(self.tr("The tare is as heavy as the whole."), Tone.PROBLEM)
            return
        else:
            words, tone = self.tr("net {weight}").format(weight=format_kilograms(line.grams)), Tone.GOOD
            if not line.gross_grams:
                words, tone = self.tr("the whole on the scale, then the empty vehicle"), Tone.PLAIN
        amount = self._form.amount_rupiah(line)
        self.say(f"{words}  ·  {format_rupiah(amount)}" if amount else words, tone)

    def prepare(self, goods: Goods) -> None:
        if self.density.text() == "" and goods.material.id in self._densities:
            self.density.set_value(self._densities[goods.material.id])

    def editor_of(self, error: UserError) -> QLineEdit:
        by_weight = self.measure.value() == Measured.WEIGHT
        match error:
            case GoodsRefused(problem="tare_too_large"):
                return self.tare
            case PaymentMissing():
                return self.rupiah
            case BadNumber() | GoodsRefused():
                return self.gross if by_weight else self.volume
        return self.goods

    def clear(self) -> None:
        super().clear()
        self.gross.set_unit(Unit.KILOGRAM)

    def _measure_anew(self) -> None:
        by_weight = self.measure.value() == Measured.WEIGHT
        for edit in (self.gross, self.tare):
            edit.setVisible(by_weight)
        for edit in (self.volume, self.density):
            edit.setVisible(not by_weight)
        self.explain()
