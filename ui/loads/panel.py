"""Beside the lines of a load: what it weighs, how it is paid, the vehicle, and the one confirm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from daurulang.loads.model import LoadPayment
from daurulang.quantities import format_kilograms, format_rupiah
from ui.loads.presenter import LoadForm, Totals
from ui.stock.panel import ActPanel
from ui.stock.words import cubic_metres, load_payment_word
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Facts, Figure, SectionTitle

_PER_KILOGRAM, _PER_LINE = "kg", "line"


class LoadPanel(ActPanel):
    """Kilograms that were weighed stand large; those estimated, and their volume, each for themselves."""

    def __init__(self, form: LoadForm, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save the load"), parent)
        self._form = form
        self._figure = Figure(self.tr("Weighed"))
        self._facts = Facts()
        self.payment = ChoiceBar(
            self.tr("How it is paid"), [(each.value, load_payment_word(each)) for each in LoadPayment]
        )
        self.priced = ChoiceBar(
            self.tr("Rupiah per kilogram or per line"),
            [(_PER_KILOGRAM, self.tr("Rp per kg")), (_PER_LINE, self.tr("Rp per line"))],
        )
        self.walk([self.payment, self.priced, self.vehicle, self.note])
        self.payment.changed.connect(self._set_payment)
        self.priced.changed.connect(self._set_priced)
        for edit in (self.vehicle, self.note):
            edit.textEdited.connect(lambda _text: self._set_words())
        for part in (self._figure, self._facts, SectionTitle(self.tr("Payment  ·  Alt+1 to Alt+3"))):
            self.body.addWidget(part)
        self.body.addWidget(self.payment)
        self.body.addWidget(self.priced)
        self.body.addLayout(self.abreast("vehicle", "note"))
        self.body.addWidget(self.confirm)
        self.body.addStretch(1)
        self.refresh()

    def choose(self, payment: LoadPayment) -> None:
        """Choose by key how it is paid."""
        if self.payment.isEnabled():
            self.payment.choose(payment.value)
            self.payment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        totals = self._form.totals()
        self._figure.show_value(format_kilograms(totals.weighed_grams))
        facts = []
        if totals.volume_litres:
            facts.append((self.tr("Volume"), cubic_metres(totals.volume_litres)))
            facts.append((self.tr("Estimated from it"), self._about(totals)))
        if self._form.payment is not LoadPayment.NONE:
            facts.append((self.tr("Paid"), format_rupiah(totals.rupiah)))
        self._facts.show_facts(facts)
        self.priced.setVisible(self._form.payment is not LoadPayment.NONE)
        self.confirm.show_idle()

    def words(self, totals: Totals, source: str) -> str:
        """What is to be read to whoever brought it."""
        parts = [source]
        if totals.weighed_grams or not totals.volume_litres:
            parts.append(self.tr("{weight} weighed").format(weight=format_kilograms(totals.weighed_grams)))
        if totals.volume_litres:
            parts.append(f"{cubic_metres(totals.volume_litres)} ({self._about(totals)})")
        how = load_payment_word(self._form.payment).lower()
        parts.append(f"{format_rupiah(totals.rupiah)} ({how})" if totals.rupiah else how)
        return ", ".join(parts)

    def figure(self) -> str:
        """What was weighed, as it is shown."""
        return self._figure.value()

    def clear(self) -> None:
        self.payment.choose(LoadPayment.NONE.value)
        self.priced.choose(_PER_KILOGRAM)

    def _about(self, totals: Totals) -> str:
        return self.tr("about {weight}").format(weight=format_kilograms(totals.estimated_grams))

    def _set_payment(self, code: str) -> None:
        self._form.payment = LoadPayment(code)
        self._tell()

    def _set_priced(self, code: str) -> None:
        self._form.per_kilogram = code == _PER_KILOGRAM
        self._tell()

    def _set_words(self) -> None:
        self._form.vehicle, self._form.note = self.vehicle.text(), self.note.text()
        self._tell()

    def _tell(self) -> None:
        self._form.unread()
        self.refresh()
        self.changed.emit()
