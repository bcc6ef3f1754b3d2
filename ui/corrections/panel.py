"""Before something is undone: what that is, why, and who approves. Beside the list, and never a dialog."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.debts.model import RepaymentSource
from daurulang.errors import AlreadyPaidOut, NoCashSession, UserError
from daurulang.payouts.model import PayoutMethod
from daurulang.periods import short_day
from daurulang.quantities import format_quantity, format_rupiah, format_whole
from daurulang.receipts.queries import DepositPart, PayoutPart, RepaymentPart
from daurulang.reports.daily import CounterAct, act_of_entry
from ui.corrections.approval import ApprovalForm, Work
from ui.corrections.correction import Correction, Undoing, saved_rupiah
from ui.debts.words import offer_words
from ui.session import Session
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Facts, Rule, Text
from ui.widgets.field import Field
from ui.words import entry_kind_word, payout_method_word

_REFUSE, _OWE = "refuse", "owe"


class CorrectionPanel(ApprovalForm):
    """F10 reverses, or goes on to the form that puts it right."""

    ROWS = ((("debt", 1),), *ApprovalForm.ROWS)

    reversed = Signal(object)
    """The `CounterAct` of the reversal that was posted."""

    correction_wanted = Signal(object)
    """A `Correction` that was approved; whoever takes it closes this form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._undoing: Undoing | None = None
        self._correcting = False
        self._missing_rupiah = 0
        self._who = Text("", "strong")
        self._who.setWordWrap(True)
        self._what = Facts()
        self._after = Facts()
        super().__init__(session, (self._who, self._what, Rule(), self._after), parent)

    def begin(self, undoing: Undoing, *, correcting: bool) -> None:
        """Show what is to be undone, with the focus on the first question."""
        self._undoing, self._correcting = undoing, correcting
        self._show_act(undoing)
        self._offer_debt(undoing.missing_rupiah if undoing.debt_allowed and not correcting else 0)
        if correcting:
            title, button = self.tr("Correct {number}"), self.tr("On to the form")
        else:
            title, button = self.tr("Reverse {number}"), self.tr("Reverse")
        self._ask(undoing.act.entry_id, undoing.approvers, title.format(number=undoing.act.number), button)

    def dirty(self) -> bool:
        return super().dirty() or bool(self._agreed_rupiah())

    # --- inside --------------------------------------------------------------------------------------------

    def _work(self) -> Work:
        db, desk = self._session.db, self._session.desk
        undoing, correcting = self._undoing, self._correcting

        def work(draft: ReversalDraft) -> Correction | CounterAct:
            if correcting and undoing is not None:
                return Correction(undoing.act, undoing.receipt, draft)
            return act_of_entry(db, reverse(db, desk, draft))

        return work

    def _done(self, answer: Correction | CounterAct) -> None:
        if isinstance(answer, Correction):
            self.correction_wanted.emit(answer)
        else:
            self.close_form()
            self.reversed.emit(answer)

    def _refused(self, error: UserError, sentence: str) -> None:
        if isinstance(error, NoCashSession) and (elsewhere := self._elsewhere()):
            words = self.tr("The cash goes back into the box of {counter}, which is closed: open it there first (F8).")
            sentence = words.format(counter=elsewhere)
        if isinstance(error, AlreadyPaidOut) and error.debt_allowed and not self._correcting:
            self._offer_debt(error.rupiah - error.balance_rupiah)
            self.walker.go_to(self.debt)
        super()._refused(error, sentence)

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

    def _make_fields(self) -> dict[str, Field]:
        self.debt = ChoiceBar(self.tr("Debt"), [(_REFUSE, self.tr("No")), (_OWE, self.tr("Yes, make it a debt"))])
        self.debt.changed.connect(lambda _code: self._agreement_changed())
        return {"debt": Field("", self.debt), **super()._make_fields()}
