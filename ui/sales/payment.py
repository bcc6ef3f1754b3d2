"""The total of a sale, how it comes about and how it is paid, and the one confirm."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from daurulang.errors import BadNumber, FieldTooLong, UserError
from daurulang.names import LONGEST_NOTE, LONGEST_VEHICLE
from daurulang.periods import short_day
from daurulang.plant_errors import DueBeforeSale, PaidTooMuch
from daurulang.quantities import format_rupiah
from ui import theme
from ui.counter.confirm import ConfirmBox
from ui.sales.due import DueEdit
from ui.sales.presenter import Paid, SaleForm, Totals
from ui.sales.words import measures, paid_word
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Card, Facts, Figure, SectionTitle, Tone
from ui.widgets.field import Field, HintLine, LineEdit
from ui.widgets.form import FormWalker
from ui.widgets.numbers import RupiahEdit

_BY_LINE, _AGREED = "lines", "agreed"


class SalePayment(Card):
    """Writes price and payment into the form; everything else it only shows."""

    changed = Signal()
    """The total, or how it is paid, is another one."""

    def __init__(self, form: SaleForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.due = DueEdit(form.there.day)
        self.due_field = Field(self.tr("Rest is due"), self.due)
        self.vehicle, self.note = LineEdit(), LineEdit()
        self.vehicle.setMaxLength(LONGEST_VEHICLE)
        self.note.setMaxLength(LONGEST_NOTE)
        self._below_cost = HintLine()
        self._facts = Facts()
        self.confirm = ConfirmBox(self.tr("Save and print"))
        self._lay_out()
        self._connect()
        self.refresh()

    def start(self) -> None:
        """Put the focus on how the price comes about."""
        self._walker.start()

    def has_focus(self) -> bool:
        """Whether what is typed goes into it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

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
        """Nothing is chosen anew while the form is on its way to the disk."""
        fields = (self.priced, self.agreed_field, self.paid, self.now_field, self.due_field)
        for part in (*fields, self._vehicle_field, self._note_field):
            part.setEnabled(not saving)

    def start_over(self, today: date) -> None:
        """As on a new form."""
        self.due.count_from(today)
        for edit in (self.agreed, self.now, self.due, self.vehicle, self.note):
            edit.clear()
        for field in (self.agreed_field, self.now_field, self.due_field):
            field.clear_problem()
        self.priced.choose(_BY_LINE)
        self.paid.choose(Paid.CASH.value)
        self.refresh()

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

    def show_read_back(self, totals: Totals) -> None:
        """Show what is to be read to the buyer."""
        words = ", ".join((*self._measures(totals), format_rupiah(totals.rupiah), self._how()))
        self.confirm.show_read_back(words)

    def refuse(self, error: UserError, sentence: str) -> None:
        """Say what is wrong at the field it belongs to, or under the button."""
        field: Field | None = None
        match error:
            case PaidTooMuch():
                field = self.now_field
            case DueBeforeSale():
                field = self.due_field
            case BadNumber() if self._form.is_agreed:
                field = self.agreed_field
            case FieldTooLong(field="vehicle"):
                field = self._vehicle_field
            case FieldTooLong(field="note"):
                field = self._note_field
        if field is None:
            self.confirm.show_problem(sentence, read_back=self._form.read_back_rupiah is not None)
        else:
            field.show_problem(sentence)

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
        editors = [self.priced, self.agreed, self.paid, self.now, self.due, self.vehicle, self.note]
        self._walker = FormWalker([*editors, self.confirm.button], self)
        self.priced.changed.connect(self._set_priced)
        self.agreed.changed.connect(self._set_agreed)
        self.paid.changed.connect(self._set_paid)
        self.now.changed.connect(self._set_now)
        self.due.changed.connect(self._set_due)
        for edit in (self.vehicle, self.note):
            edit.textEdited.connect(lambda _text: self._set_words())

    def _lay_out(self) -> None:
        self._vehicle_field = Field(self.tr("Vehicle"), self.vehicle)
        self._note_field = Field(self.tr("Note"), self.note)
        words = QHBoxLayout()
        words.setSpacing(theme.current().space(8))
        words.addWidget(self._vehicle_field, 2)
        words.addWidget(self._note_field, 3)
        self.body.setSpacing(theme.current().space(6))
        self.body.addWidget(self._figure)
        self.body.addWidget(self.priced)
        self.body.addWidget(self.agreed_field)
        self.body.addWidget(SectionTitle(self.tr("Payment  ·  Alt+1 to Alt+3")))
        self.body.addWidget(self.paid)
        self.body.addWidget(self.now_field)
        self.body.addWidget(self.due_field)
        self.body.addLayout(words)
        self.body.addWidget(self._below_cost)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.confirm)
        self.body.addStretch(1)
        self.setMinimumWidth(theme.current().space(330))
