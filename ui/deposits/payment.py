"""The total, how it is paid, and the one confirm."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from daurulang.deposits.model import Payment
from daurulang.errors import BadNumber
from daurulang.quantities import Unit, format_kilograms, format_quantity, format_rupiah
from ui import theme
from ui.counter.confirm import ConfirmBox
from ui.debts.words import way_out_words
from ui.deposits.presenter import DepositForm, Totals
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Card, Facts, Figure, SectionTitle
from ui.widgets.field import Field
from ui.widgets.form import FormWalker
from ui.widgets.numbers import RupiahEdit
from ui.words import payment_word


class PaymentCard(Card):
    """Writes the payment into the form; everything else it only shows."""

    changed = Signal()
    """The payment or its cash part is another one."""
    owing = Signal()
    """What was paid out of a deposit that is put right may be owed, and is to be read back as well."""

    def __init__(self, form: DepositForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._figure = Figure(self.tr("Total"))
        self._choice = ChoiceBar(self.tr("Payment"), [(each.value, payment_word(each)) for each in Payment])
        self.cash = RupiahEdit(required=True)
        self._cash_field = Field(self.tr("Of which in cash"), self.cash)
        self._facts = Facts()
        self.confirm = ConfirmBox(self.tr("Save and print"))
        for widget in (
            self._figure,
            SectionTitle(self.tr("Payment  ·  Alt+1 to Alt+4")),
            self._choice,
            self._cash_field,
            self._facts,
            self.confirm,
        ):
            self.body.addWidget(widget)
        self.setMinimumWidth(theme.current().space(330))
        self._walker = FormWalker([self._choice, self.cash, self.confirm.button], self)
        self._choice.changed.connect(self._pay)
        self.cash.changed.connect(self._pay_cash)
        self.confirm.agreed.connect(self._owe)
        self._missing_rupiah = 0
        self.refresh()

    def start(self) -> None:
        """Put the focus on how it is paid."""
        self._choice.setFocus(Qt.FocusReason.TabFocusReason)

    def has_focus(self) -> bool:
        """Whether what is typed goes into it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def choose(self, payment: Payment) -> None:
        """Choose by key, with the focus where the next question is."""
        if not self._choice.isEnabled():
            return
        self._choice.choose(payment.value)
        (self.cash if payment is Payment.SPLIT else self._choice).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hold(self, *, saving: bool) -> None:
        """Nothing is chosen anew while the form is on its way to the disk."""
        for part in (self._choice, self._cash_field):
            part.setEnabled(not saving)

    def take_over(self) -> None:
        """Show how the form is paid already, as one that puts a deposit right is."""
        self.cash.set_value(self._form.cash_rupiah)
        self._choice.choose(self._form.payment.value)
        self.refresh()

    def start_over(self) -> None:
        """As on a new form."""
        self.cash.clear()
        self._choice.choose(Payment.SAVINGS.value)
        self.refresh()

    def refresh(self) -> None:
        """Show the form as it stands, with nothing read back."""
        totals = self._form.totals()
        self._figure.show_label("  ·  ".join((self.tr("Total"), *self._measures(totals))))
        self._figure.show_value(format_rupiah(totals.rupiah))
        self._cash_field.setVisible(self._form.payment is Payment.SPLIT)
        savings, cash = self._form.split()
        facts = [(self.tr("Into the savings"), format_rupiah(savings))]
        if cash:
            facts.append((self.tr("Paid in cash"), format_rupiah(cash)))
        facts.append((self.tr("Balance after"), format_rupiah(self._form.balance_after_rupiah())))
        self._facts.show_facts(facts)
        self.confirm.show_idle()

    def show_read_back(self, totals: Totals) -> None:
        """Show what is to be read to the member."""
        words = ", ".join((*self._measures(totals), format_rupiah(totals.rupiah), self._how(), *self._owed()))
        self.confirm.show_read_back(words)

    def offer_debt(self, missing_rupiah: int, sentence: str) -> None:
        """Say what the savings are short of, and offer that it is owed."""
        self._missing_rupiah = missing_rupiah
        self.confirm.show_problem(sentence, read_back=False, way_out=way_out_words(missing_rupiah))

    def _owe(self) -> None:
        self._form.owe(self._missing_rupiah)
        self.refresh()
        self.owing.emit()

    def refuse_cash(self, sentence: str) -> None:
        """Say what is wrong with the cash part."""
        self._cash_field.show_problem(sentence)

    def cash_message(self) -> str:
        """The words under the cash part."""
        return self._cash_field.message()

    def figure(self) -> str:
        """The total as it is shown."""
        return self._figure.value()

    def _how(self) -> str:
        match self._form.payment:
            case Payment.SAVINGS:
                return self.tr("all saved")
            case Payment.CASH:
                return self.tr("paid in cash")
            case Payment.SPLIT:
                return self.tr("{amount} of it in cash").format(amount=format_rupiah(self._form.split()[1]))
            case Payment.GIVEN:
                return self.tr("donated")

    def _owed(self) -> list[str]:
        """What becomes a debt, as was agreed."""
        correction = self._form.correction
        if correction is None or not correction.undoing.debt_rupiah:
            return []
        return [self.tr("{amount} becomes a debt").format(amount=format_rupiah(correction.undoing.debt_rupiah))]

    def _measures(self, totals: Totals) -> list[str]:
        if not totals.lines:
            return []
        measures = [self.tr("{count} materials").format(count=totals.lines)]
        if totals.grams:
            measures.append(format_kilograms(totals.grams))
        if totals.pieces:
            measures.append(format_quantity(totals.pieces, Unit.PIECE))
        if totals.millilitres:
            measures.append(format_quantity(totals.millilitres, Unit.LITRE))
        return measures

    def _pay(self, code: str) -> None:
        self._form.pay(Payment(code))
        self._cash_field.clear_problem()
        self.refresh()
        self.changed.emit()

    def _pay_cash(self, _value: object) -> None:
        try:
            self._form.pay_cash(self.cash.value())
        except BadNumber:
            self._form.pay_cash(None)
        self.refresh()
