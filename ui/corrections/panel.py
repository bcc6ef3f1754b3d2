"""Before something is undone: what that is, why, and who approves. Beside the list, and never a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang.corrections.model import LEAST_REASON, LONGEST_REASON
from daurulang.corrections.service import ReversalDraft, checked_reason, reverse
from daurulang.debts.model import RepaymentSource
from daurulang.errors import (
    AlreadyPaidOut,
    ApproverRefused,
    FieldTooLong,
    NoCashSession,
    ReasonTooShort,
    UserError,
    WrongPin,
)
from daurulang.ledger.form_key import new_form_key
from daurulang.payouts.model import PayoutMethod
from daurulang.periods import short_day
from daurulang.quantities import format_quantity, format_rupiah, format_whole
from daurulang.receipts.queries import DepositPart, PayoutPart, RepaymentPart
from daurulang.reports.daily import CounterAct, act_of_entry
from daurulang.staff.service import sign_in
from ui import tasks, theme
from ui.corrections.correction import Correction, Undoing, saved_rupiah
from ui.debts.words import offer_words
from ui.session import Session
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Facts, Rule, Text, Tone
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import DropDown, Field, LineEdit
from ui.wording import worded
from ui.words import entry_kind_word, payout_method_word

Work = Callable[[], Correction | CounterAct]
_REFUSE, _OWE = "refuse", "owe"


class CorrectionPanel(EntryForm):
    """F10 reverses, or goes on to the form that puts it right; what is refused is said where it belongs."""

    ROWS = ((("debt", 1),), (("reason", 1),), (("approver", 1),), (("pin", 1),))

    reversed = Signal(object)
    """The `CounterAct` of the reversal that was posted."""

    correction_wanted = Signal(object)
    """A `Correction` that was approved; whoever takes it closes this form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._undoing: Undoing | None = None
        self._correcting = False
        self._key = ""
        self._missing_rupiah = 0
        self._who = Text("", "strong")
        self._who.setWordWrap(True)
        self._what = Facts()
        self._after = Facts()
        for number, part in enumerate((self._who, self._what, Rule(), self._after), 1):
            self.body.insertWidget(number, part)
        self.body.setSpacing(theme.current().space(8))
        self.setMinimumWidth(theme.current().space(350))

    # --- what the screen does with it ----------------------------------------------------------------------

    def begin(self, undoing: Undoing, *, correcting: bool) -> None:
        """Show what is to be undone, with the focus on the first question."""
        self._undoing, self._correcting, self._key = undoing, correcting, new_form_key()
        number = undoing.act.number
        if correcting:
            self._title.setText(self.tr("Correct {number}").format(number=number))
            self._name_button(self.tr("On to the form"))
        else:
            self._title.setText(self.tr("Reverse {number}").format(number=number))
            self._name_button(self.tr("Reverse"))
        self.setAccessibleName(self._title.text())
        self._show_act(undoing)
        self._offer_debt(undoing.missing_rupiah if undoing.debt_allowed and not correcting else 0)
        self.approver.clear()
        for each in undoing.approvers:
            self.approver.add(str(each.id), each.name)
        alone = undoing.approvers[0].id == self._session.clerk.id
        words = self.tr("Nobody else works here") if alone else self.tr("Somebody else than you")
        self.fields["approver"].set_hint(words)
        self.reason.clear()
        self.pin.clear()
        self._clear_problems()
        self._touched()
        self._count()
        self.walker.start()

    def dirty(self) -> bool:
        return bool(self.reason.text() or self.pin.text() or self._agreed_rupiah())

    def save(self) -> None:
        """Look at what was typed and let the approver's PIN be checked; then reverse, or go on."""
        undoing = self._undoing
        if undoing is None or not self.save_button.isEnabled():
            return
        self._clear_problems()
        try:
            reason = checked_reason(self.reason.text())
        except UserError as error:
            self._refused(error, worded(error))
            return
        if not self.pin.accept_entry():
            self.fields["pin"].show_problem(self.tr("Please fill this in."))
            return
        draft = ReversalDraft(self._key, undoing.act.entry_id, reason, int(self.approver.code()), self._agreed_rupiah())
        self.save_button.setEnabled(False)
        self._touched()
        tasks.aside(self, self._work(draft), self._done, self._refused, on_given_up=self._given_up)

    def message(self) -> str:
        """The words above the button."""
        return self._line.text()

    # --- inside --------------------------------------------------------------------------------------------

    def _work(self, draft: ReversalDraft) -> Work:
        db, desk, pin = self._session.db, self._session.desk, self.pin.text()
        undoing, correcting = self._undoing, self._correcting

        def work() -> Correction | CounterAct:
            sign_in(db, draft.approver_id, pin)
            if correcting and undoing is not None:
                return Correction(undoing.act, undoing.receipt, draft)
            return act_of_entry(db, reverse(db, desk, draft))

        return work

    def _done(self, answer: Correction | CounterAct) -> None:
        self.save_button.setEnabled(True)
        if isinstance(answer, Correction):
            self.correction_wanted.emit(answer)
        else:
            self.close_form()
            self.reversed.emit(answer)

    def _given_up(self) -> None:
        self.save_button.setEnabled(True)

    def _refused(self, error: UserError, sentence: str) -> None:
        self.save_button.setEnabled(True)
        name = self._field_of(error)
        if isinstance(error, WrongPin):
            self.pin.clear()
        if isinstance(error, NoCashSession) and (elsewhere := self._elsewhere()):
            words = self.tr("The cash goes back into the box of {counter}, which is closed: open it there first (F8).")
            sentence = words.format(counter=elsewhere)
        if isinstance(error, AlreadyPaidOut) and error.debt_allowed and not self._correcting:
            self._offer_debt(error.rupiah - error.balance_rupiah)
            self.walker.go_to(self.debt)
        if name:
            self.fields[name].show_problem(sentence)
        else:
            self._line.say(sentence, Tone.PROBLEM)

    def _elsewhere(self) -> str:
        """The code of another counter that the cash was paid at and goes back to; empty where it is this one."""
        match self._undoing.receipt.done if self._undoing else None:
            case DepositPart(cash_rupiah=rupiah):
                in_cash = rupiah > 0
            case PayoutPart(method=method):
                in_cash = method is PayoutMethod.CASH
            case RepaymentPart(source=source):
                in_cash = source is RepaymentSource.CASH
            case _:
                in_cash = False
        code = self._undoing.act.number.rpartition("-")[0] if self._undoing else ""
        return code if in_cash and code != self._session.counter.code else ""

    def _field_of(self, error: UserError) -> str:
        match error:
            case WrongPin():
                return "pin"
            case ApproverRefused():
                return "approver"
            case ReasonTooShort() | FieldTooLong():
                return "reason"
        return ""

    def _show_act(self, undoing: Undoing) -> None:
        act, receipt = undoing.act, undoing.receipt
        kind = entry_kind_word(act.kind)
        self._who.setText(f"{kind} {short_day(act.day)}  ·  {act.member_name}  ·  {act.member_number}")
        done = receipt.done
        if isinstance(done, DepositPart):
            facts = [
                (f"{line.name}  ·  {format_quantity(line.net, line.unit)}", format_whole(line.amount_rupiah))
                for line in done.lines
            ]
            if done.cash_rupiah:
                facts.append((self.tr("Cash to be given back"), format_rupiah(done.cash_rupiah)))
        elif isinstance(done, PayoutPart):
            facts = [(f"{kind}  ·  {payout_method_word(done.method)}", format_rupiah(done.rupiah))]
        else:
            facts = [(kind, format_rupiah(done.rupiah))]
        saved = saved_rupiah(receipt)
        if saved:
            words = self.tr("Out of the savings") if saved > 0 else self.tr("Back to the savings")
            facts.append((words, format_rupiah(abs(saved))))
        if elsewhere := self._elsewhere():
            facts.append((self.tr("Into or out of the cash box of"), elsewhere))
        self._what.show_facts(facts)
        self._show_after()

    # --- what was paid out already -------------------------------------------------------------------------

    def _offer_debt(self, missing_rupiah: int) -> None:
        """Ask whether so much becomes a debt; 0 asks nothing. Not to is what stands there until somebody chooses."""
        self._missing_rupiah = missing_rupiah
        self.fields["debt"].show_label(offer_words(missing_rupiah))
        self.fields["debt"].setVisible(missing_rupiah > 0)
        self.debt.choose(_REFUSE)
        self._show_after()

    def _agreed_rupiah(self) -> int:
        """How much may become a debt."""
        return self._missing_rupiah if self.debt.value() == _OWE else 0

    def _agreement_changed(self) -> None:
        self._touched()
        self._show_after()

    def _show_after(self) -> None:
        undoing, owed = self._undoing, self._agreed_rupiah()
        if undoing is None:
            return
        after = [(self.tr("Balance after"), format_rupiah(undoing.balance_after_rupiah + owed))]
        if owed:
            after.append((self.tr("Becomes a debt"), format_rupiah(owed)))
        self._after.show_facts(after)

    def _count(self) -> None:
        letters = len(" ".join(self.reason.text().split()))
        words = self.tr("{count} of at least {least} letters")
        if not self.fields["reason"].has_problem():
            self.fields["reason"].set_hint(words.format(count=letters, least=LEAST_REASON))

    def _name_button(self, words: str) -> None:
        self.save_button.setText(words)
        self.save_button.updateGeometry()

    def _make_fields(self) -> dict[str, Field]:
        self.debt = ChoiceBar(self.tr("Debt"), [(_REFUSE, self.tr("No")), (_OWE, self.tr("Yes, make it a debt"))])
        self.debt.changed.connect(lambda _code: self._agreement_changed())
        self.reason, self.approver, self.pin = LineEdit(required=True), DropDown(), LineEdit(required=True)
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.textChanged.connect(lambda _text: self._count())
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        for edit in (self.reason, self.pin):
            edit.textEdited.connect(lambda _text: self._touched())
        return {
            "debt": Field("", self.debt),
            "reason": Field(self.tr("Reason"), self.reason),
            "approver": Field(self.tr("Approved by"), self.approver),
            "pin": Field(self.tr("PIN of the approver"), self.pin),
        }
