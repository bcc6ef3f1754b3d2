"""The total of a sale, how it comes about and how it is paid, and the one confirm."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from daurulang.errors import BadNumber, UserError
from daurulang.periods import short_day
from daurulang.plant_errors import DueBeforeSale, PaidTooMuch
from daurulang.quantities import format_rupiah
from ui.sales.due import DueEdit
from ui.sales.presenter import Paid, SaleForm, Totals
from ui.sales.words import measures, paid_word
from ui.stock.panel import ActPanel
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Facts, Figure, SectionTitle, Tone
from ui.widgets.field import Field, HintLine
from ui.widgets.numbers import RupiahEdit

_BY_LINE, _AGREED = "lines", "agreed"


class SalePayment(ActPanel):
    """Writes price and payment into the form; everything else it only shows."""

    def __init__(self, form: SaleForm, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save and print"), parent)
        self._form = form
        self._figure = Figure(self.tr("Total"))
        self.priced = ChoiceBar(
            self.tr("How the price comes about"), [(_BY_LINE, self.tr("By line")), (_AGREED, self.tr("One total"))]
        )
        self.agreed = RupiahEdit(required=True)
        self.agreed_field = Field(self.tr("Agreed for all of it"), self.agreed)
        self.paid = ChoiceBar(self.tr("How it is paid"), [(each.value, paid_word(each)) for each in Paid])
        self.now = RupiahEdit()
        self.now_field = Field(self.tr("Paid now"), self.now)
        self.due = DueEdit(form.day)
        self.due_field = Field(self.tr("Rest is due"), self.due)
        self._below_cost = HintLine()
        self._facts = Facts()
        self.fields |= {"agreed": self.agreed_field, "now": self.now_field, "due": self.due_field}
        self._lay_out()
        self._connect()
        self.refresh()

    def choose(self, paid: Paid) -> None:
        """Choose by key how it is paid, with the focus where the next question is."""
        if self.paid.isEnabled():
            self.paid.choose(paid.value)
            (self.due if paid is Paid.LATER else self.now).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_agreed(self) -> None:
        """One total for all, or each line at its price again."""
        if self.priced.isEnabled():
            self.priced.choose(_BY_LINE if self._form.is_agreed else _AGREED)
            (self.agreed if self._form.is_agreed else self.priced).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hold(self, *, saving: bool) -> None:
        super().hold(saving=saving)
        for choice in (self.priced, self.paid):
            choice.setEnabled(not saving)

    def clear(self) -> None:
        for edit in (self.agreed, self.now, self.due):
            edit.clear()
        self.priced.choose(_BY_LINE)
        self.paid.choose(Paid.CASH.value)

    def refresh(self) -> None:
        """Show the form as it stands, with nothing read back."""
        form, totals = self._form, self._form.totals()
        self._figure.show_label("  ·  ".join((self.tr("Total"), *self._measures(totals))))
        self._figure.show_value(format_rupiah(totals.rupiah))
        rest = form.rest_rupiah()
        self.agreed_field.setVisible(form.is_agreed)
        self.now_field.setVisible(form.paid is not Paid.LATER)
        self.now.setPlaceholderText(self.tr("all of it"))
        self.due_field.setVisible(rest > 0)
        facts = [(self.tr("On account"), format_rupiah(rest))] if rest > 0 else []
        if totals.lines:
            words = self.tr("Left above the cost of {cost}").format(cost=format_rupiah(totals.cost_rupiah))
            facts.append((words, format_rupiah(totals.rupiah - totals.cost_rupiah)))
        self._facts.show_facts(facts)
        cheap = ", ".join(dict.fromkeys(line.goods.material.name for line in form.below_cost()))
        words = self.tr("Below what it had cost: {materials}.").format(materials=cheap)
        self._below_cost.say(words if cheap else "", Tone.WARNING)
        self._below_cost.setVisible(bool(cheap))
        self.confirm.show_idle()

    def words(self, totals: Totals) -> str:
        """What is to be read to the buyer."""
        return ", ".join((*self._measures(totals), format_rupiah(totals.rupiah), self._how()))

    def refuse(self, error: UserError, sentence: str, *, read_back: bool) -> None:
        match error:
            case PaidTooMuch():
                self.now_field.show_problem(sentence)
            case DueBeforeSale():
                self.due_field.show_problem(sentence)
            case BadNumber() if self._form.is_agreed:
                self.agreed_field.show_problem(sentence)
            case _:
                super().refuse(error, sentence, read_back=read_back)

    def warning(self) -> str:
        """What is said of goods below cost."""
        return "" if self._below_cost.isHidden() else self._below_cost.text()

    def figure(self) -> str:
        """The total as it is shown."""
        return self._figure.value()

    # --- inside --------------------------------------------------------------------------------------------

    def _how(self) -> str:
        form = self._form
        rest, now = format_rupiah(form.rest_rupiah()), format_rupiah(form.paid_now_rupiah())
        due = "" if form.due_day is None else self.tr("until {day}").format(day=short_day(form.due_day))
        how = paid_word(form.paid).lower()
        if form.rest_rupiah() <= 0:
            return self.tr("all paid: {how}").format(how=how)
        if not form.paid_now_rupiah():
            return " ".join(filter(None, (self.tr("all on account"), due)))
        words = self.tr("{now} paid ({how}), {rest} on account").format(now=now, how=how, rest=rest)
        return " ".join(filter(None, (words, due)))

    def _measures(self, totals: Totals) -> list[str]:
        if not totals.lines:
            return []
        count = self.tr("{count} materials").format(count=totals.lines)
        return [count, *measures(totals.grams, totals.pieces, totals.millilitres)]

    def _set_priced(self, code: str) -> None:
        self._form.is_agreed = code == _AGREED
        self.agreed_field.clear_problem()
        self._tell()

    def _set_agreed(self, rupiah: int | None) -> None:
        self._form.agreed_rupiah = rupiah
        self._tell()

    def _set_paid(self, code: str) -> None:
        self._form.paid = Paid(code)
        self.now_field.clear_problem()
        self._tell()

    def _set_now(self, rupiah: int | None) -> None:
        self._form.paid_rupiah = rupiah
        self._tell()

    def _set_due(self, day: date | None) -> None:
        self._form.due_day = day
        self._tell()

    def _set_words(self) -> None:
        self._form.vehicle, self._form.note = self.vehicle.text(), self.note.text()
        self._tell()

    def _tell(self) -> None:
        self._form.unread()
        self.refresh()
        self.changed.emit()

    def _connect(self) -> None:
        self.walk([self.priced, self.agreed, self.paid, self.now, self.due, self.vehicle, self.note])
        self.priced.changed.connect(self._set_priced)
        self.agreed.changed.connect(self._set_agreed)
        self.paid.changed.connect(self._set_paid)
        self.now.changed.connect(self._set_now)
        self.due.changed.connect(self._set_due)
        for edit in (self.vehicle, self.note):
            edit.textEdited.connect(lambda _text: self._set_words())

    def _lay_out(self) -> None:
        self.body.addWidget(self._figure)
        self.body.addWidget(self.priced)
        self.body.addWidget(self.agreed_field)
        self.body.addWidget(SectionTitle(self.tr("Payment  ·  Alt+1 to Alt+3")))
        self.body.addWidget(self.paid)
        self.body.addWidget(self.now_field)
        self.body.addWidget(self.due_field)
        self.body.addLayout(self.abreast("vehicle", "note"))
        self.body.addWidget(self._below_cost)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.confirm)
        self.body.addStretch(1)
