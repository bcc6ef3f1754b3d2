"""Before something is undone: what that is, why, and who approves. Beside the list, and never a dialog."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.errors import NoCashSession, UserError
from daurulang.payouts.model import PayoutMethod
from daurulang.periods import short_day
from daurulang.quantities import format_quantity, format_rupiah, format_whole
from daurulang.receipts.queries import DepositPart, PayoutPart
from daurulang.reports.daily import CounterAct, act_of_entry
from ui.corrections.approval import ApprovalForm, Work
from ui.corrections.correction import Correction, Undoing, saved_rupiah
from ui.session import Session
from ui.widgets.card import Facts, Rule, Text
from ui.words import entry_kind_word, payout_method_word


class CorrectionPanel(ApprovalForm):
    """F10 reverses, or goes on to the form that puts it right."""

    reversed = Signal(object)
    """The `CounterAct` of the reversal that was posted."""

    correction_wanted = Signal(object)
    """A `Correction` that was approved; whoever takes it closes this form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._undoing: Undoing | None = None
        self._correcting = False
        self._who = Text("", "strong")
        self._who.setWordWrap(True)
        self._what = Facts()
        self._after = Facts()
        super().__init__(session, (self._who, self._what, Rule(), self._after), parent)

    def begin(self, undoing: Undoing, *, correcting: bool) -> None:
        """Show what is to be undone, with the focus in the reason."""
        self._undoing, self._correcting = undoing, correcting
        self._show_act(undoing)
        if correcting:
            title, button = self.tr("Correct {number}"), self.tr("On to the form")
        else:
            title, button = self.tr("Reverse {number}"), self.tr("Reverse")
        self._ask(undoing.act.entry_id, undoing.approvers, title.format(number=undoing.act.number), button)

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
        super()._refused(error, sentence)

    def _elsewhere(self) -> str:
        """The code of another counter that the cash was paid at and goes back to; empty where it is this one."""
        match self._undoing.receipt.done if self._undoing else None:
            case DepositPart(cash_rupiah=rupiah):
                in_cash = rupiah > 0
            case PayoutPart(method=method):
                in_cash = method is PayoutMethod.CASH
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
        self._after.show_facts([(self.tr("Balance after"), format_rupiah(undoing.balance_after_rupiah))])
