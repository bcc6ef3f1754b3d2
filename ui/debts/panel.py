"""Repaying a debt, beside the form of a payout: how much, and from where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.debt_errors import MoreThanOwed
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.errors import BadNumber, BalanceTooLow, UserError
from daurulang.members.queries import MemberAtCounter
from daurulang.quantities import format_rupiah
from daurulang.reports.daily import CounterAct, act_of_entry
from ui import keys, tasks, theme
from ui.counter.confirm import ConfirmBox
from ui.debts.presenter import RepaymentForm
from ui.receipts.printing import print_receipt
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Card, Facts, KeyHint, SectionTitle, Text
from ui.widgets.field import Field
from ui.widgets.form import FormWalker
from ui.widgets.numbers import RupiahEdit
from ui.wording import worded
from ui.words import source_word


class RepaymentPanel(Card):
    """F10 reads back and then saves, Esc goes back; what is refused keeps the form and its key."""

    repaid = Signal(object)
    """The `CounterAct` that was posted."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._saving = False
        self.form = RepaymentForm()
        self.source = ChoiceBar(self.tr("From where"), [(each.value, source_word(each)) for each in RepaymentSource])
        self.amount = RupiahEdit(required=True)
        self.amount.setProperty("role", "lead")
        self.amount_field = Field(self.tr("Amount to repay"), self.amount)
        self._facts = Facts()
        self.confirm = ConfirmBox(self.tr("Save and print"))
        self._lay_out()
        self._walker = FormWalker([self.source, self.amount, self.confirm.button], self)
        self.source.changed.connect(self._source_changed)
        self.amount.changed.connect(self._amount_changed)
        self.confirm.pressed.connect(self.save)
        self.hide()

    # --- what the screen does with it ----------------------------------------------------------------------

    def begin(self, member: MemberAtCounter) -> None:
        """Offer the whole debt, from the savings where they hold it, else in cash."""
        self.form.start_over(member)
        self.source.choose(self.form.source.value)
        self._suggest()
        self.show()
        self._walker.go_to(self.amount)

    def start(self) -> None:
        """Go on where it was left."""
        self._walker.start()

    def is_open(self) -> bool:
        """Whether it is shown."""
        return not self.isHidden()

    def save(self) -> None:
        """Read back first, save at the second time."""
        if self._saving:
            return
        draft = self.form.draft()
        if draft is not None:
            self._record(draft)
        elif self.amount.accept_entry():
            self._read_back()

    def step_back(self) -> None:
        """Out of the read-back, then out of the form."""
        if self._saving:
            return
        if self.form.read_back:
            self._unread()
            self._walker.go_to(self.amount)
        else:
            self.close_form()

    def close_form(self) -> None:
        """Show again what was shown before."""
        self.form.start_over()
        self.hide()
        self.closed.emit()

    # --- inside --------------------------------------------------------------------------------------------

    def _source_changed(self, code: str) -> None:
        self.form.source = RepaymentSource(code)
        self._suggest()

    def _suggest(self) -> None:
        self.form.rupiah = self.form.most_rupiah
        self.amount.set_value(self.form.rupiah)
        self.amount_field.clear_problem()
        self._unread()

    def _amount_changed(self, _value: object) -> None:
        try:
            self.form.rupiah = self.amount.value()
        except BadNumber:
            self.form.rupiah = None
        self.amount_field.clear_problem()
        self._unread()

    def _unread(self) -> None:
        self.form.read_back = False
        self.confirm.show_idle()
        form = self.form
        facts = [
            (self.tr("Debt"), format_rupiah(form.debt_rupiah)),
            (self.tr("Still owed after"), format_rupiah(form.debt_after_rupiah)),
        ]
        if form.source is RepaymentSource.SAVINGS:
            facts.append((self.tr("Balance after"), format_rupiah(form.balance_after_rupiah)))
        self._facts.show_facts(facts)

    def _read_back(self) -> None:
        try:
            self.form.read()
        except UserError as error:
            self._refused(error, worded(error))
            return
        words = self.tr("{amount} repaid, {source}, {debt} is still owed").format(
            amount=format_rupiah(self.form.rupiah or 0),
            source=source_word(self.form.source).lower(),
            debt=format_rupiah(self.form.debt_after_rupiah),
        )
        self.confirm.show_read_back(words)

    def _record(self, draft: RepaymentDraft) -> None:
        db, desk = self._session.db, self._session.desk
        self._hold(saving=True)
        self.confirm.show_saving()
        tasks.aside(
            self,
            lambda: act_of_entry(db, repay(db, desk, draft)),
            self._saved,
            self._refused,
            on_given_up=lambda: self._hold(saving=False),
        )

    def _saved(self, act: CounterAct) -> None:
        self._hold(saving=False)
        owed = self.form.debt_rupiah + act.debt_rupiah
        said = self.tr("{number} saved. {name} still owes {debt}.")
        if not owed:
            said = self.tr("{number} saved. {name} owes nothing any more.")
        self.close_form()
        notice.good(self, said.format(number=act.number, name=act.member_name, debt=format_rupiah(owed)))
        print_receipt(self, self._session, act.number)
        self.repaid.emit(act)

    def _hold(self, *, saving: bool) -> None:
        """What is on its way to the disk cannot be changed."""
        self._saving = saving
        for part in (self.source, self.amount_field):
            part.setEnabled(not saving)

    def _refused(self, error: UserError, sentence: str) -> None:
        self._hold(saving=False)
        match error:
            case MoreThanOwed() | BalanceTooLow() | BadNumber():
                self._unread()
                self.amount_field.show_problem(sentence)
            case _:
                self.confirm.show_problem(sentence, read_back=self.form.read_back)

    def _lay_out(self) -> None:
        self.body.setSpacing(theme.current().space(10))
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Repay the debt"), "heading"), 1)
        head.addWidget(KeyHint(keys.BACK, self.tr("back")))
        self.body.addLayout(head)
        self.body.addWidget(SectionTitle(self.tr("From where")))
        self.body.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.amount_field, self._facts, self.confirm):
            self.body.addWidget(widget)
