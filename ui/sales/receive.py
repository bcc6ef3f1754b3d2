"""What a buyer pays for a sale later, all of it or a part."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from daurulang.errors import BadNumber, FieldTooLong, UserError
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.queries import number_of
from daurulang.names import LONGEST_REFERENCE
from daurulang.plant_errors import PaidTooMuch
from daurulang.quantities import format_rupiah
from daurulang.sales.model import PaidIn
from daurulang.sales.payments import PaymentDraft, record
from daurulang.sales.queries import SaleRow
from ui import tasks
from ui.sales.words import paid_in_word
from ui.session import Session
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Facts, Text, Tone
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import Field, LineEdit
from ui.widgets.numbers import RupiahEdit


class ReceivePanel(EntryForm):
    """Enter walks, F10 posts; what is still owed stands there already."""

    ROWS = ((("amount", 1),), (("paid_in", 1),), (("reference", 1),))

    received = Signal(str, int)
    """The number of the payment that was posted, and its rupiah."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row: SaleRow | None = None
        self._key = ""
        self._typed = False
        self._who, self._owed = Text("", "strong"), Facts()
        self._who.setWordWrap(True)
        for number, part in enumerate((self._who, self._owed), 1):
            self.body.insertWidget(number, part)

    def begin(self, row: SaleRow) -> None:
        """Ask what is paid for a sale."""
        self._row, self._key = row, new_form_key()
        self._title.setText(self.tr("Payment for {number}").format(number=row.number))
        self._who.setText(row.buyer)
        self.amount.set_value(row.outstanding_rupiah)
        self.paid_in.choose(PaidIn.CASH.value)
        self.reference.clear()
        self._clear_problems()
        self._touched()
        self._show_rest()
        self._typed = False
        self.walker.start()

    def dirty(self) -> bool:
        return self._typed

    def save(self) -> None:
        row = self._row
        if row is None or not self.amount.accept_entry():
            return
        self._clear_problems()
        db, desk = self._session.db, self._session.desk
        draft = PaymentDraft(
            *(self._key, row.entry_id, self.amount.value() or 0, PaidIn(self.paid_in.value())), self.reference.text()
        )
        tasks.perform(self, lambda: number_of(db, record(db, desk, draft)), self._posted, self._refused)

    def sale_number(self) -> str:
        """Which sale is paid for."""
        return "" if self._row is None else self._row.number

    def message(self) -> str:
        """The words above the button."""
        return self._line.text()

    def _posted(self, number: str) -> None:
        self._typed = False
        self.received.emit(number, self.amount.value() or 0)

    def _refused(self, error: UserError, sentence: str) -> None:
        match error:
            case PaidTooMuch() | BadNumber():
                self.fields["amount"].show_problem(sentence)
            case FieldTooLong():
                self.fields["reference"].show_problem(sentence)
            case _:
                self._line.say(sentence, Tone.PROBLEM)

    def _show_rest(self) -> None:
        if self._row is None:
            return
        try:
            paid = self.amount.value() or 0
        except BadNumber:
            paid = 0
        owed = self._row.outstanding_rupiah
        self._owed.show_facts(
            [
                (self.tr("Still owed"), format_rupiah(owed)),
                (self.tr("Owed after it"), format_rupiah(owed - paid)),
            ]
        )

    def _changed(self) -> None:
        self._typed = True
        self._touched()
        self._show_rest()

    def _make_fields(self) -> dict[str, Field]:
        self.amount = RupiahEdit(required=True)
        self.amount.setProperty("role", "lead")
        self.paid_in = ChoiceBar(self.tr("Where it comes in"), [(each.value, paid_in_word(each)) for each in PaidIn])
        self.reference = LineEdit()
        self.reference.setMaxLength(LONGEST_REFERENCE)
        for edit in (self.amount, self.reference):
            edit.textEdited.connect(lambda _text: self._changed())
        self.paid_in.changed.connect(lambda _code: self._changed())
        return {
            "amount": Field(self.tr("Amount"), self.amount),
            "paid_in": Field(self.tr("Where it comes in"), self.paid_in),
            "reference": Field(self.tr("Words of the bank"), self.reference, self.tr("For example: BRI, sender")),
        }
