"""Beside the goods for the landfill: how much it is, where it goes, the vehicle, and the one confirm."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from daurulang.names import LONGEST_NAME
from daurulang.quantities import format_kilograms, format_rupiah
from daurulang.stock.queries import Level
from ui.disposals.presenter import DisposalForm
from ui.stock.panel import ActPanel
from ui.stock.words import measures_of
from ui.widgets.card import Facts, Figure
from ui.widgets.field import Field
from ui.widgets.suggest import SuggestEdit, Suggestion


class DestinationEdit(SuggestEdit[str]):
    """Offers the landfills of before; any other name is as good."""

    def __init__(self, find: Callable[[str], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(find, lambda name: Suggestion(name, icon="trash-2"), required=False, parent=parent)

    def accept_entry(self) -> bool:
        """A name that is not offered stays as it was typed."""
        if self.value() is None and not self.choose_current():
            self.close_popup()
        return True


class DisposalPanel(ActPanel):
    """The landfill of before stands there already."""

    def __init__(self, form: DisposalForm, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save"), parent)
        self._form = form
        self._known: Sequence[str] = ()
        self._figure = Figure(self.tr("To the landfill"))
        self._facts = Facts()
        self.destination = DestinationEdit(self._find)
        self.destination.setMaxLength(LONGEST_NAME)
        self.destination.setPlaceholderText(self.tr("Name of the landfill"))
        self.fields["destination"] = Field(self.tr("Landfill"), self.destination)
        self.walk([self.destination, self.vehicle, self.note])
        for edit in (self.destination, self.vehicle, self.note):
            edit.textEdited.connect(lambda _text: self._set_words())
        self.destination.chosen.connect(lambda _name: self._set_words())
        for part in (self._figure, self._facts, self.fields["destination"]):
            self.body.addWidget(part)
        self.body.addLayout(self.abreast("vehicle", "note"))
        self.body.addWidget(self.confirm)
        self.body.addStretch(1)
        self.refresh()

    def know(self, destinations: Sequence[str]) -> None:
        """The landfills of before, the last one first."""
        self._known = destinations
        if not self.destination.text() and destinations:
            self.destination.set_value(destinations[0])
            self._form.destination = destinations[0]

    def refresh(self) -> None:
        total = self._form.total()
        self._figure.show_value(format_kilograms(total.grams))
        facts = [(self.tr("Pieces and litres beside it"), measures_of(total))] if _more(total) else []
        if total.rupiah:
            facts.append((self.tr("Written off"), format_rupiah(total.rupiah)))
        self._facts.show_facts(facts)
        self.confirm.show_idle()

    def words(self, total: Level) -> str:
        """What is to be read before it is saved."""
        words = f"{self._form.destination.strip()}: {measures_of(total)}"
        if total.rupiah:
            words += self.tr(", {cost} is written off").format(cost=format_rupiah(total.rupiah))
        return words

    def figure(self) -> str:
        """What is taken away, as it is shown."""
        return self._figure.value()

    def clear(self) -> None:
        self.destination.set_value(None)
        self.know(self._known)

    def retype(self, answers: Sequence[str]) -> None:
        super().retype(answers)
        self.destination.close_popup()

    def _find(self, text: str) -> list[str]:
        return [each for each in self._known if text.strip().lower() in each.lower()]

    def _set_words(self) -> None:
        form = self._form
        form.destination, form.vehicle, form.note = self.destination.text(), self.vehicle.text(), self.note.text()
        form.unread()
        self.refresh()
        self.changed.emit()


def _more(total: Level) -> bool:
    return bool(total.pieces or total.millilitres)
