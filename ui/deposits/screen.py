"""F2, where the program starts: somebody brings waste, it is weighed in, saved and receipted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt

from daurulang.deposits.model import Payment
from daurulang.deposits.service import LineDraft, record
from daurulang.errors import (
    CorrectionUncovered,
    LineRefused,
    MemberInactive,
    NoLines,
    PriceMissing,
    SplitRefused,
    TotalChanged,
    UnknownMaterial,
    UnknownMember,
    UserError,
)
from daurulang.handwritten_slips.service import Slip
from daurulang.materials.queries import PriceBoard
from daurulang.members.queries import MemberAtCounter, at_counter
from daurulang.receipts.queries import DepositPart
from daurulang.replacements.service import correct_deposit
from ui import tasks, theme
from ui.corrections.correction import Correction, form_day
from ui.counter.latest import DaySoFar, day_so_far, totals_words
from ui.counter.member_box import MemberBox
from ui.counter.screen import CounterScreen
from ui.days import long_day
from ui.deposits.drafts import DepositDrafts
from ui.deposits.entry import EntryRow, offer_title
from ui.deposits.finder import Offer
from ui.deposits.lines import LinesTable
from ui.deposits.payment import PaymentCard
from ui.deposits.presenter import OF_THE_FORM, DayPrices, DepositForm, no_prices, prices_of
from ui.deposits.weighing import ScaleKey
from ui.keys import KeyLine
from ui.session import Session
from ui.widgets import notice
from ui.widgets.card import Card, Rule
from ui.widgets.columns import Columns, stacked
from ui.wording import worded

_Step = Callable[[], object]


class DepositScreen(CounterScreen):
    """Member → lines → payment → read-back → saved, all by Enter."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, MemberBox(session))
        self.header.show_title(self.tr("Deposit"))
        self.form = DepositForm(no_prices(session.today()))
        self._offered: tuple[PriceBoard, int] | None = None
        self.lines = LinesTable()
        self.entry = EntryRow(self.form)
        self.scale = ScaleKey(self.entry, self.form, session)
        self.payment = PaymentCard(self.form)
        self.drafts = DepositDrafts(self, session)
        self._lay_out()
        self._connect()
        self._show_form()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Read the prices of the day and put the focus where typing begins."""
        self._show_day_of_form()
        self._read_prices()
        self._read_day()
        self.drafts.ask()
        if self.form.member is None:
            self.member_box.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:  # the balance may be another one by now
            self.member_box.take(self.form.member.member.id)

    def unsaved(self) -> bool:
        return self.form.correction is not None or not (self.form.empty and self.entry.is_empty())

    def save(self) -> None:
        """Read back first, save at the second time."""
        if self._saving or not self.slip.ready():
            return
        if self.form.read_back_rupiah is None:
            self._read_back()
        else:
            self._record()

    def step_back(self) -> bool:
        """Out of the read-back, out of the payment, out of the form; typed work is warned for first."""
        if self._saving or self.form.member is None:
            return self._saving or self._leave_empty_form()
        if self.form.read_back_rupiah is not None or self.payment.has_focus():
            self._unread()
            self.entry.start()
        elif self.entry.position is not None:
            self.entry.clear()  # the line stands in the list as it was
            self.entry.start()
        elif not self.unsaved() or self._warned:
            self._start_over()
        else:
            self._warn(self._leaving_words(self.tr("Nothing is saved yet. Esc once more drops the lines typed.")))
            self.entry.start()
        return True

    def keys(self) -> Sequence[KeyLine]:
        return (
            *self.scale.keys(),
            KeyLine("Alt+1…4", self.tr("How it is paid")),
            *super().keys(),
            KeyLine("Tab", self.tr("Tare and deduction")),
            KeyLine("↑", self.tr("Into the list of lines")),
            KeyLine("Del", self.tr("Take a line out")),
            KeyLine("Ctrl+Z", self.tr("Put the line back")),
        )

    # --- the member ----------------------------------------------------------------------------------------

    def _take(self, found: MemberAtCounter) -> None:
        try:
            self.form.take_member(found)
        except MemberInactive as error:
            self.member_box.refuse(worded(error))
            return
        self.member_box.show_member(found)
        self._show_form()
        self.entry.start()

    # --- the lines -----------------------------------------------------------------------------------------

    def _put(self, line: LineDraft, offer: Offer) -> None:
        position = self.entry.position
        try:
            self.form.check(line, offer.material, position or len(self.form.lines) + 1)
        except UserError as error:
            self.entry.refuse(error, self._worded(error))
            return
        self.form.put(line, position)
        self.entry.clear()
        self._show_form()
        self.entry.start()

    def _entry_settled(self, position: int) -> bool:
        """What is being typed goes into the list before another line is touched; False while it cannot."""
        return self.entry.is_empty() or self.entry.position == position or self.entry.submit()

    def _edit(self, position: int) -> None:
        if not self._entry_settled(position):
            return
        line = self.form.shown()[position - 1]
        if line.gone:
            notice.warning(self, self._gone_words())
            return
        self._unread()
        self.entry.load(line)

    def _gone_words(self) -> str:
        return self.tr("A material weighed in is no longer on the list. Del in the list takes its line out.")

    def _remove(self, position: int) -> None:
        if not self._entry_settled(position):
            return
        name = offer_title(self.form.shown()[position - 1].offer)
        if self.entry.position is not None:
            self.entry.clear()
        self.form.remove(position)
        self._show_form()
        if self.form.empty:
            self.entry.start()
        notice.warning(self, self.tr("{material} taken out. Ctrl+Z puts it back.").format(material=name))

    def _restore(self) -> None:
        if not self._saving and (position := self.form.restore()) is not None:
            self.entry.make_room(position)
            self._show_form()
            notice.good(self, self.tr("The line is back."))

    def _edited(self) -> None:
        self._unwarn()
        if self.form.read_back_rupiah is not None:
            self._unread()

    def _unread(self) -> None:
        self.form.unread()
        self.payment.refresh()

    # --- saving --------------------------------------------------------------------------------------------

    def _read_back(self) -> None:
        if self.form.member is None:
            self.member_box.refuse(self.tr("Choose the member first."))
            return
        if not self.entry.is_empty() and not self.entry.submit():
            return
        try:
            self.payment.show_read_back(self.form.read_back())
        except UserError as error:
            self._refused(error, self._worded(error))

    def _record(self) -> None:
        draft = self.form.draft(self.slip.slip())
        if draft is None:
            return
        db, desk = self._session.db, self._session.desk
        correction = self.form.correction

        def save() -> tuple[int, ...]:
            if correction is None:
                return (record(db, desk, draft),)
            done = correct_deposit(db, desk, correction.undoing, draft)
            return done.reversal_id, done.replacement_id

        self._save_aside(self.payment.confirm, save)

    # --- putting a deposit right ---------------------------------------------------------------------------

    def _correction(self) -> Correction | None:
        return self.form.correction

    def _begin_correction(self, correction: Correction) -> None:
        db, part, today = self._session.db, correction.receipt.part, self._session.today()
        if isinstance(part, DepositPart):
            self.fill(
                lambda: form_day(db, correction, today),
                correction.act.member_id,
                correction.receipt.slip,
                lambda: self.form.correct(correction, part),
            )

    def fill(
        self, day: Callable[[], date], member_id: int, slip: Slip | None, begin: _Step, then: _Step = lambda: None
    ) -> None:
        """Read, aside, what a form needs that was typed before; `begin` it, take its member, `then` the rest."""
        db = self._session.db

        def fill(found: tuple[DayPrices, MemberAtCounter]) -> None:
            prices, member = found
            if self.unsaved():
                return  # something was typed faster than this was read
            self.form.reprice(prices)
            begin()
            self.slip.show_slip(slip)
            self.payment.take_over()
            self._show_day_of_form()
            self._take(member)
            then()

        tasks.aside(self, lambda: (prices_of(db, day()), at_counter(db, member_id)), fill)

    def _forget_member(self) -> None:
        self.form.member = None
        self._show_form()

    def _show_day_of_form(self) -> None:
        self.strip.show_correction(self.form.correction)
        self.header.show_note(long_day(self._day()))

    def _day(self) -> date:
        """The day whose prices hold: that of a slip or of a deposit that is put right, else today."""
        own = self._session.today() if self.form.correction is None else self.form.prices.board.day
        return self.slip.day_or(own)

    def _day_changed(self) -> None:
        self._unread()
        self._show_day_of_form()
        self._read_prices()

    def _hold_form(self) -> None:
        for part in (self.entry, self.lines):
            part.setEnabled(not self._saving)
        self.payment.hold(saving=self._saving)

    def _refused(self, error: UserError, sentence: str) -> None:
        if isinstance(error, OF_THE_FORM):
            self._unread()
        match error:
            case LineRefused(position=position):
                self._edit(position)
                self.entry.refuse(error, sentence)
            case PriceMissing(material=material, condition=condition):
                self._refuse_line(self.form.position_of(material, condition), error, sentence)
                self._read_prices()
            case NoLines():
                self.entry.refuse(error, sentence)
            case UnknownMaterial():
                self.payment.confirm.show_problem(self._gone_words(), read_back=False)
                self._read_prices()  # and then the list shows which line it is
            case SplitRefused():
                self.payment.refuse_cash(sentence)
            case MemberInactive() | UnknownMember():
                self.member_box.refuse(sentence)
            case TotalChanged():
                self.payment.confirm.show_problem(sentence, read_back=False)
                self._read_prices()
            case CorrectionUncovered(missing_rupiah=missing, debt_allowed=True):
                self.payment.offer_debt(missing, sentence)
            case _:
                self.payment.confirm.show_problem(sentence, read_back=self.form.read_back_rupiah is not None)

    def _refuse_line(self, position: int | None, error: UserError, sentence: str) -> None:
        if position is not None:
            self._edit(position)
        self.entry.refuse(error, sentence)

    # --- inside --------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        super()._start_over()
        self.form.start_over()
        self._show_day_of_form()
        if self.form.prices.board.day != self._day():
            self._read_prices()
        self.entry.clear()
        self.payment.start_over()
        self.member_box.start()
        self._show_form()

    def _show_form(self) -> None:
        self._unwarn()
        self.entry.setEnabled(self.form.member is not None and not self._saving)
        self._show_offers()
        self.lines.show_lines(self.form.shown())
        self.payment.refresh()
        self.drafts.refresh()

    def _show_offers(self) -> None:
        """Let the entry search today's prices of the member's class; they are sorted out once, not at every line."""
        board, member_class_id = self.form.prices.board, self.form.member_class_id
        if self._offered is None or self._offered[0] is not board or self._offered[1] != member_class_id:
            self._offered = (board, member_class_id)
            self.entry.material.search_in(board, member_class_id)

    def _read_prices(self) -> None:
        db, day = self._session.db, self._day()
        tasks.aside(self, lambda: prices_of(db, day), self._show_prices)

    def _show_prices(self, prices: DayPrices) -> None:
        """New prices change the amounts at once; a problem that is being shown stays where it is."""
        if prices.board.day != self._day():
            return  # a form for another day was opened meanwhile
        changed = self.form.reprice(prices)
        self._show_offers()
        self.lines.show_lines(self.form.shown())
        said = self.payment.confirm.message()
        if changed:
            self.payment.refresh()
        if said:
            self.payment.confirm.show_problem(said, read_back=False)
        gone = self.form.gone_position()
        if said and gone is not None:
            self.lines.start(gone)

    def _read_day(self) -> None:
        session = self._session
        tasks.aside(self, lambda: day_so_far(session), self._show_day)

    def _show_day(self, day: DaySoFar) -> None:
        self.header.show_summary(totals_words(day.totals))
        self._show_latest(day)

    def _connect(self) -> None:
        self.member_box.chosen.connect(self._take)
        self.entry.entered.connect(self._put)
        self.entry.edited.connect(self._edited)
        self.entry.material.skipped.connect(self._to_payment)
        self.entry.material.up_wanted.connect(self.lines.start)
        self.lines.edit_wanted.connect(self._edit)
        self.lines.remove_wanted.connect(self._remove)
        self.lines.left.connect(self.entry.type_on)
        self.payment.changed.connect(lambda: self.lines.show_lines(self.form.shown()))
        self.payment.confirm.pressed.connect(self.save)
        self.payment.owing.connect(self._read_back)
        self._bind("Ctrl+Z", self._restore)
        for number, each in enumerate(Payment, 1):
            self._bind(f"Alt+{number}", partial(self.payment.choose, each))

    def _to_payment(self) -> None:
        if self.form.empty:
            error = NoLines()
            self.entry.refuse(error, worded(error))
        else:
            self.payment.start()

    def _lay_out(self) -> None:
        space = theme.current().space
        sheet = Card()
        sheet.body.setContentsMargins(space(10), space(6), space(10), space(12))
        sheet.body.addWidget(self.lines, 1)
        sheet.body.addWidget(Rule())
        sheet.body.addWidget(self.entry)
        side = stacked((self.payment, self.latest))
        side.setMinimumWidth(space(330))
        parts = (self.header, self.strip, self.slip, self.drafts.strip, self.member_box, sheet)
        self.body.addWidget(Columns(stacked(parts, sheet), side), 1)
