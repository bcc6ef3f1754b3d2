"""F3: a member takes money out of the savings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from daurulang.centre.queries import CounterRule, rule_in_force
from daurulang.debt_errors import DebtHoldsBack
from daurulang.errors import (
    BadNumber,
    BalanceMustStay,
    BalanceTooLow,
    FieldMissing,
    FieldTooLong,
    PayoutBelowMinimum,
    UnknownMember,
    UserError,
)
from daurulang.ledger.form_key import new_form_key
from daurulang.members.queries import MemberAtCounter, at_counter
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import record
from daurulang.quantities import format_rupiah, format_whole
from daurulang.receipts.queries import PayoutPart
from daurulang.replacements.service import correct_payout
from daurulang.reports.daily import CounterAct
from ui import tasks, theme
from ui.corrections.correction import Correction, form_day
from ui.counter.confirm import ConfirmBox
from ui.counter.latest import DaySoFar, day_so_far
from ui.counter.member_box import MemberBox
from ui.counter.screen import CounterScreen
from ui.days import long_day
from ui.debts.panel import RepaymentPanel
from ui.debts.strip import REPAY, DebtStrip
from ui.drafts.correction import found, kept
from ui.keys import KeyLine
from ui.payouts.drafts import PayoutDrafts
from ui.payouts.presenter import PayoutForm, TypedPayout
from ui.session import Session
from ui.widgets.button import ChoiceBar, SecondaryButton
from ui.widgets.card import Card, Facts, Figure, SectionTitle, Tone
from ui.widgets.columns import Columns, stacked
from ui.widgets.field import Field, LineEdit
from ui.widgets.form import FormWalker
from ui.widgets.numbers import RupiahEdit
from ui.wording import worded
from ui.words import payout_method_word

TAKE_ALL = "Alt+A"


class PayoutScreen(CounterScreen):
    """Member → amount → method → read-back → saved, all by Enter."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, MemberBox(session, balance=False))
        self.header.show_title(self.tr("Payout"))
        self.form = PayoutForm()
        self._form_day = session.today()
        self._balance = Figure(self.tr("Balance"))
        self.amount = RupiahEdit(required=True)
        self.amount.setProperty("role", "lead")
        self.amount_field = Field(self.tr("Amount to pay out"), self.amount)
        self._all = SecondaryButton(self.tr("Take all"), TAKE_ALL)
        methods = [(each.value, payout_method_word(each)) for each in PayoutMethod]
        self.method = ChoiceBar(self.tr("How it is paid"), methods)
        self.reference = LineEdit(required=True)
        self.reference_field = Field(
            self.tr("Bank and account"), self.reference, self.tr("As it is to stand on the receipt.")
        )
        self._facts = Facts()
        self.debt = DebtStrip()
        self.repayment = RepaymentPanel(session)
        self.confirm = ConfirmBox(self.tr("Save and print"))
        self.drafts = PayoutDrafts(self, session)
        self._lay_out()
        self._connect()
        self._refresh()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Read the rule of the day and put the focus where typing begins."""
        self._show_day_of_form()
        self._read_day()
        self.drafts.ask()
        if self.repayment.is_open():
            self.repayment.start()
        elif self.form.member is None:
            self._focus_first()
        else:  # the balance may be another one by now
            self.member_box.take(self.form.member.member.id)

    def unsaved(self) -> bool:
        return bool(self.form.correction or self.amount.text() or self.reference.text())

    def save(self) -> None:
        """Read back first, save at the second time."""
        if self.repayment.is_open():
            self.repayment.save()
            return
        if self._saving or not self.slip.ready():
            return
        if self.form.read_back:
            self._record()
        elif self.form.member is None:
            self.member_box.refuse(self.tr("Choose the member first."))
        elif self.amount.accept_entry():
            self._read_back()

    def step_back(self) -> bool:
        """Out of the read-back, then out of the form; a typed amount is warned for first."""
        if self._saving:
            return True
        if self.repayment.is_open():
            self.repayment.step_back()
            return True
        if self.form.member is None:
            return self._leave_empty_form()
        if self.form.read_back:
            self._unread()
            self._focus_first()
        elif self.unsaved() and not self._warned:
            words = self.tr("Nothing is paid out yet. Esc once more drops what was typed.")
            self._warn(self._leaving_words(words))
        else:
            self._start_over()
        return True

    def keys(self) -> Sequence[KeyLine]:
        return (
            KeyLine(TAKE_ALL, self.tr("Take all")),
            KeyLine(REPAY, self.tr("Repay the debt")),
            *super().keys(),
            KeyLine("← →", self.tr("How it is paid")),
        )

    # --- the form ------------------------------------------------------------------------------------------

    def _take(self, found: MemberAtCounter) -> None:
        """Somebody inactive may still take what is owed."""
        self.form.member = found
        self.member_box.show_member(found)
        self._unread()
        self._focus_first()

    def _take_all(self) -> None:
        if not self.amount.isEnabled():
            return
        self.amount.set_value(self.form.most_rupiah)
        self.amount.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _amount_changed(self, _value: object) -> None:
        try:
            self.form.rupiah = self.amount.value()
        except BadNumber:
            self.form.rupiah = None
        self.amount_field.clear_problem()
        self._unread()

    def _method_changed(self, code: str) -> None:
        self.form.method = PayoutMethod(code)
        self._unread()

    def _reference_changed(self, text: str) -> None:
        self.form.reference = text
        self._unread()

    def _unread(self) -> None:
        self.form.read_back = False
        self._unwarn()
        self.confirm.show_idle()
        self._refresh()

    def _refresh(self) -> None:
        form = self.form
        there = form.member is not None
        self._balance.show_value(format_rupiah(form.balance_rupiah))
        held = self._saving or self.repayment.is_open()
        for widget in (self.amount_field, self._all, self.method, self.reference_field):
            widget.setEnabled(there and not held)
        self.reference_field.setVisible(form.method is PayoutMethod.TRANSFER)
        after = format_rupiah(form.balance_after_rupiah)
        facts = [(self.tr("Balance after"), after)]
        self.debt.show_debt(form.debt_rupiah, form.held_rupiah, form.most_rupiah)
        self.debt.setEnabled(not held)
        self.confirm.setEnabled(not self.repayment.is_open())
        if there and form.rule.minimum_balance_rupiah:
            facts.append((self.tr("At most"), format_rupiah(form.most_rupiah)))
        self._facts.show_facts(facts)
        low = there and form.rupiah is not None and form.balance_after_rupiah < 0
        self._balance.show_value(format_rupiah(form.balance_rupiah), Tone.PROBLEM if low else Tone.PLAIN)
        self.drafts.refresh()

    # --- saving --------------------------------------------------------------------------------------------

    def _read_back(self) -> None:
        try:
            self.form.read()
        except UserError as error:
            self._refused(error, worded(error))
            return
        words = self.tr("{amount}, {method}, {balance} stays in the savings").format(
            amount=format_rupiah(self.form.rupiah or 0),
            method=payout_method_word(self.form.method).lower(),
            balance=format_rupiah(self.form.balance_after_rupiah),
        )
        self.confirm.show_read_back(words)

    def _record(self) -> None:
        draft = self.form.draft(self.slip.slip())
        if draft is None:
            return
        db, desk = self._session.db, self._session.desk
        correction = self.form.correction

        def save() -> tuple[int, ...]:
            if correction is None:
                return (record(db, desk, draft),)
            done = correct_payout(db, desk, correction.undoing, draft)
            return done.reversal_id, done.replacement_id

        self._save_aside(self.confirm, save)

    # --- putting a payout right ----------------------------------------------------------------------------

    def _correction(self) -> Correction | None:
        return self.form.correction

    def _begin_correction(self, correction: Correction) -> None:
        act, part = correction.act, correction.receipt.part
        if isinstance(part, PayoutPart):
            amount = format_whole(part.rupiah)
            typed = TypedPayout(
                *(act.member_id, act.member_name, amount, part.method, part.reference, kept(correction)),
                slip=correction.receipt.slip,
            )
            self.fill(new_form_key(), typed)

    def fill(self, form_key: str, typed: TypedPayout) -> None:
        """Read, aside, what a form needs that was typed before, and let it stand so under its key."""
        db, today = self._session.db, self._session.today()

        def read() -> tuple[Correction | None, date, CounterRule, MemberAtCounter]:
            correction = found(db, typed.correction)
            day = form_day(db, correction, today) if correction is not None else today
            day = day if typed.slip is None else typed.slip.day
            return correction, day, rule_in_force(db, day), at_counter(db, typed.member_id)

        def fill(read: tuple[Correction | None, date, CounterRule, MemberAtCounter]) -> None:
            correction, day, rule, member = read
            if self.unsaved() or self.form.member is not None:
                return  # something was typed faster than this was read
            self.form.resume(form_key, typed.method, correction)
            self.form.rule, self._form_day = rule, day
            self.slip.show_slip(typed.slip)
            self.amount.setText(typed.amount)
            self.method.choose(typed.method.value)
            self.reference.setText(typed.reference)
            self._show_day_of_form()
            self._take(member)

        tasks.aside(self, read, fill)

    def _forget_member(self) -> None:
        self.form.member = None
        self._unread()

    def _show_day_of_form(self) -> None:
        self.strip.show_correction(self.form.correction)
        self.header.show_note(long_day(self._day()))

    def _day(self) -> date:
        """The day whose rules hold: that of a slip or of a payout that is put right, else today."""
        return self.slip.day_or(self._session.today() if self.form.correction is None else self._form_day)

    def _day_changed(self) -> None:
        self._unread()
        self._show_day_of_form()
        self._read_day()

    def _hold_form(self) -> None:
        self._refresh()

    def _refused(self, error: UserError, sentence: str) -> None:
        match error:
            case BalanceTooLow() | DebtHoldsBack() | BalanceMustStay() | PayoutBelowMinimum() | BadNumber():
                self._unread()
                self.amount_field.show_problem(sentence)
            case FieldMissing() | FieldTooLong():
                self._unread()
                self.reference_field.show_problem(sentence)
            case UnknownMember():
                self._unread()
                self.member_box.refuse(sentence)
            case _:
                self.confirm.show_problem(sentence, read_back=self.form.read_back)

    # --- repaying a debt -----------------------------------------------------------------------------------

    def _repay(self) -> None:
        """Beside the form, which keeps what was typed and waits; only who owes is asked."""
        member = self.form.member
        if self._saving or member is None or not member.debt_rupiah or self.repayment.is_open():
            return
        self._unread()
        self.latest.hide()
        self.repayment.begin(member)
        self._refresh()

    def _repayment_closed(self) -> None:
        self.latest.show()
        self._refresh()
        self._focus_first()

    def _repaid(self, act: CounterAct) -> None:
        self._last_number = act.number
        self._read_day()
        self.member_box.take(act.member_id)

    # --- inside --------------------------------------------------------------------------------------------

    def _focus_first(self) -> None:
        first = self.member_box.edit if self.form.member is None else self.amount
        self._walker.go_to(first)

    def _start_over(self) -> None:
        super()._start_over()
        self.form.start_over()
        self._show_day_of_form()
        self.amount.clear()
        self.reference.clear()
        self.method.choose(PayoutMethod.CASH.value)
        self.amount_field.clear_problem()
        self.reference_field.clear_problem()
        self.member_box.start()
        self._unread()

    def _read_day(self) -> None:
        session, day = self._session, self._day()
        tasks.aside(self, lambda: (rule_in_force(session.db, day), day_so_far(session)), self._show_day)

    def _show_day(self, read: tuple[CounterRule, DaySoFar]) -> None:
        self.form.rule, day = read
        totals = day.totals
        self.header.show_summary(
            self.tr("{count} payouts  ·  {amount} today").format(
                count=totals.payouts, amount=format_rupiah(totals.payouts_rupiah)
            )
        )
        self._show_latest(day)
        self._refresh()

    def _connect(self) -> None:
        self._walker = FormWalker([self.amount, self.method, self.reference, self.confirm.button], self)
        self.member_box.chosen.connect(self._take)
        self.amount.changed.connect(self._amount_changed)
        self.method.changed.connect(self._method_changed)
        self.reference.textChanged.connect(self._reference_changed)
        self.confirm.pressed.connect(self.save)
        self.debt.repay_wanted.connect(self._repay)
        self.repayment.closed.connect(self._repayment_closed)
        self.repayment.repaid.connect(self._repaid)
        self._bind(REPAY, self._repay)
        self._all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._all.clicked.connect(self._take_all)
        self._bind(TAKE_ALL, self._take_all)

    def _lay_out(self) -> None:
        space = theme.current().space
        amount = QHBoxLayout()
        amount.setSpacing(space(10))
        amount.addWidget(self.amount_field, 1)
        amount.addWidget(self._all)
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(340))  # narrower, the latest acts go below
        sheet.body.setSpacing(space(12))
        sheet.body.addWidget(self._balance)
        sheet.body.addWidget(self.debt)
        sheet.body.addLayout(amount)
        sheet.body.addWidget(SectionTitle(self.tr("How it is paid")))
        sheet.body.addWidget(self.method, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.body.addWidget(self.reference_field)
        sheet.body.addWidget(self._facts)
        sheet.body.addWidget(self.confirm)
        self.body.addWidget(self.header)
        side = stacked((self.repayment, self.latest))
        side.setMinimumWidth(space(330))
        parts = (self.strip, self.slip, self.drafts.strip, self.member_box, sheet)
        self.body.addWidget(Columns(stacked(parts), side), 1)
