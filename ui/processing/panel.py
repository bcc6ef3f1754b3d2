"""Beside the lines of a batch: what is missing, the yield and the cost while it is typed, and the one confirm."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from daurulang.errors import BadNumber
from daurulang.processing.model import CostBy
from daurulang.quantities import Unit, format_kilograms, format_rupiah
from ui.processing.presenter import BatchForm, Figures
from ui.stock.panel import ActPanel
from ui.stock.words import batch_word, cost_by_word, hours_words
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Facts, Figure, SectionTitle, Tone
from ui.widgets.field import Field, HintLine
from ui.widgets.numbers import QuantityEdit


class HoursEdit(QuantityEdit):
    """Hours of work with decimals: "7,5" is seven and a half."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Unit.LITRE, parent=parent)

    def minutes(self) -> int:
        """What was typed, in minutes; 0 while it cannot be read."""
        try:
            return ((self.value() or 0) * 60 + 500) // 1000
        except BadNumber:
            return 0

    def _read_back(self, value: int) -> str:
        return hours_words((value * 60 + 500) // 1000)


class BatchPanel(ActPanel):
    """The missing kilograms stand large: saving confirms them."""

    def __init__(self, form: BatchForm, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save the batch"), parent)
        self._form = form
        self._figure = Figure(self.tr("Missing"))
        self._facts = Facts()
        self._hint = HintLine()
        self.cost_by = ChoiceBar(
            self.tr("How the cost is carried"), [(each.value, cost_by_word(each)) for each in CostBy]
        )
        self.labour, self.fuel = HoursEdit(), QuantityEdit(Unit.LITRE)
        self.fields |= {
            "labour_minutes": Field(self.tr("Hours of work"), self.labour),
            "fuel_millilitres": Field(self.tr("Fuel, litres"), self.fuel),
        }
        self.walk([self.cost_by, self.labour, self.fuel, self.note])
        self.cost_by.changed.connect(self._set_cost_by)
        for edit in (self.labour, self.fuel, self.note):
            edit.textEdited.connect(lambda _text: self._set_effort())
        self._cost_title = SectionTitle(self.tr("The cost is carried to what comes out"))
        for part in (self._figure, self._facts, self._hint, self._cost_title, self.cost_by):
            self.body.addWidget(part)
        self.body.addLayout(self.abreast("labour_minutes", "fuel_millilitres"))
        self.body.addWidget(self.fields["note"])
        self.body.addWidget(self.confirm)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        form, figures = self._form, self._form.figures()
        self._figure.setVisible(not form.carries)
        self._show_loss(figures)
        self._facts.show_facts(self._told(figures))
        words = self.tr("No sell price: {materials}. Carry the cost by weight, or price them first (F5).")
        self._hint.say(words.format(materials=", ".join(figures.unpriced)) if figures.unpriced else "", Tone.WARNING)
        self._hint.setVisible(bool(figures.unpriced))
        self._cost_title.setVisible(not form.carries)
        self.cost_by.setVisible(not form.carries)
        self.confirm.show_idle()

    def words(self, figures: Figures) -> str:
        """What is to be read before it is saved; a loss is confirmed by saving."""
        form = self._form
        if form.carries:
            return self.tr("{weight} are carried to the other store").format(
                weight=format_kilograms(figures.input_grams)
            )
        words = self.tr("{kind}: {into} in, {out} out ({percent} %), {residue} residue").format(
            kind=batch_word(form.kind),
            into=format_kilograms(figures.input_grams),
            out=format_kilograms(figures.output_grams),
            percent=_percent(figures, figures.output_grams),
            residue=format_kilograms(figures.residue_grams),
        )
        loss = figures.loss_grams
        if not loss:
            return words
        told = self.tr("{weight} are missing ({percent} %): saving confirms the loss.")
        if loss < 0:
            told = self.tr("{weight} more than went in ({percent} %): saving confirms it.")
        weight = format_kilograms(abs(loss))
        return f"{words}. {told.format(weight=weight, percent=_percent(figures, loss))}"

    def figure(self) -> str:
        """What is missing, as it is shown."""
        return self._figure.value()

    def clear(self) -> None:
        self.cost_by.choose(CostBy.WEIGHT.value)
        for edit in (self.labour, self.fuel):
            edit.clear()

    # --- inside --------------------------------------------------------------------------------------------

    def _show_loss(self, figures: Figures) -> None:
        loss = figures.loss_grams
        begun = figures.output_grams or figures.residue_grams
        label = self.tr("More than went in") if loss < 0 else self.tr("Missing")
        if loss and begun:
            label = f"{label}  ·  {_percent(figures, loss)} %"
        self._figure.show_label(label)
        self._figure.show_value(format_kilograms(abs(loss)), Tone.WARNING if loss and begun else Tone.PLAIN)

    def _told(self, figures: Figures) -> list[tuple[str, str]]:
        facts = [(self.tr("Goes in"), format_kilograms(figures.input_grams))]
        if not self._form.carries:
            out = self.tr("Comes out  ·  yield {percent} %")
            facts += [
                (out.format(percent=_percent(figures, figures.output_grams)), format_kilograms(figures.output_grams)),
                (self.tr("Residue"), format_kilograms(figures.residue_grams)),
            ]
        words = self.tr("Cost carried")
        if figures.output_grams and figures.cost_rupiah and not self._form.carries:
            each = figures.cost_rupiah * 1000 // figures.output_grams
            words = self.tr("Cost carried  ·  {each}/kg").format(each=format_rupiah(each))
        if figures.written_off_rupiah:
            words = self.tr("Cost, written off while nothing comes out")
        facts.append((words, format_rupiah(figures.cost_rupiah)))
        return facts

    def _set_cost_by(self, code: str) -> None:
        self._form.cost_by = CostBy(code)
        self._tell()

    def _set_effort(self) -> None:
        form = self._form
        form.labour_minutes, form.note = self.labour.minutes(), self.note.text()
        form.fuel_millilitres = (self.fuel.value() or 0) if self.fuel.valid() else 0
        self._tell()

    def _tell(self) -> None:
        self._form.unread()
        self.refresh()
        self.changed.emit()


def _percent(figures: Figures, grams: int) -> str:
    tenths = figures.tenths(grams)
    return f"{tenths // 10},{tenths % 10}"
