"""Ctrl+J: what was done on a day, and every receipt of it once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.ledger.model import EntryKind
from daurulang.periods import clock_time
from daurulang.quantities import format_rupiah, format_thousandths, format_whole
from daurulang.receipts.queries import Receipt
from daurulang.receipts.service import look_at
from daurulang.reports.daily import CounterAct, DayTotals, acts_of_day, totals_of_day
from ui import keys, tasks, theme
from ui.corrections.correction import Correction, Undoing, undoing_of
from ui.corrections.panel import CorrectionPanel
from ui.days import long_day
from ui.keys import KeyLine
from ui.lists import ListButton
from ui.receipts.paper_view import PaperView
from ui.receipts.printing import print_receipt, reprint_receipt
from ui.reports.day_edit import DayEdit
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import QuietButton
from ui.widgets.card import Card, Facts, ScreenHeader
from ui.widgets.columns import Columns, stacked
from ui.widgets.rows import Column
from ui.widgets.table import TableView
from ui.words import entry_kind_word


@dataclass(frozen=True, slots=True)
class DayRead:
    """A day's acts and sums."""

    day: date
    acts: Sequence[CounterAct]
    totals: DayTotals


class TodayScreen(Screen):
    """The acts of a day: type to filter, Enter looks at a receipt, PgUp and PgDn turn the days.

    `on_correct` takes a correction over into its form and says whether it could.
    """

    def __init__(self, session: Session, on_correct: Callable[[Correction], bool]) -> None:
        super().__init__()
        self._session = session
        self._on_correct = on_correct
        self.day = session.today()
        self.header = ScreenHeader(self.tr("Today"))
        self.table: TableView[CounterAct] = TableView(
            self._columns(),
            empty=self.tr("Nothing was done on this day. F2 begins a deposit, PgUp shows the day before."),
            struck=lambda act: bool(act.reversed_by),
            name=self.tr("Acts of the day"),
        )
        self.totals = Facts()
        self.paper = PaperView()
        self.panel = CorrectionPanel(session)
        self._side = stacked((self.paper, self.panel), self.paper)
        self._show_beside(None)
        self.day_edit = DayEdit(self.day)
        self.day_edit.setAccessibleName(self.tr("Day"))
        self.table.LEAST_OPEN = 220
        self._lay_out()
        self._connect()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Today again, unless another day is being looked at."""
        self.show_day(self._session.today() if self._side.isHidden() else self.day)
        if self.panel.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.panel.walker.start()

    def unsaved(self) -> bool:
        return not self.panel.isHidden() and self.panel.dirty()

    def save(self) -> None:
        """Reverse what is asked about."""
        if not self.panel.isHidden():
            self.panel.save()

    def step_back(self) -> bool:
        """Close what stands beside the list, then come back to today."""
        if not self.panel.isHidden():
            self.panel.step_back()
            return True
        if not self.paper.isHidden():
            self._close_side()
            return True
        if self.day != self._session.today():
            self.show_day(self._session.today())
            return True
        return False

    def reprint(self) -> None:
        """Another paper of the receipt under the cursor."""
        act = self.table.current_row()
        if act is None:
            notice.warning(self, self.tr("Choose a receipt first."))
        else:
            reprint_receipt(self, self._session, act.number)

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("Reverse the act chosen"), lambda: self._undo_chosen(correcting=False), key=keys.REVERSE),
            Act(self.tr("Correct the act chosen"), lambda: self._undo_chosen(correcting=True), key=keys.EDIT),
        )

    def hints(self) -> Sequence[KeyLine]:
        if not self.panel.isHidden():
            return [KeyLine(keys.SAVE, self.tr("go on")), KeyLine(keys.BACK, self.tr("back"))]
        return [
            KeyLine(keys.REVERSE, self.tr("reverse")),
            KeyLine(keys.EDIT, self.tr("correct")),
            KeyLine("Enter", self.tr("look")),
            KeyLine("Ctrl+P", self.tr("reprint")),
            KeyLine("Esc", self.tr("back")),
        ]

    def keys(self) -> Sequence[KeyLine]:
        turning = (KeyLine("PgUp", self.tr("day before")), KeyLine("PgDn", self.tr("day after")))
        return [*turning, *super().keys()]

    # --- days ----------------------------------------------------------------------------------------------

    def show_day(self, day: date) -> None:
        """Read a day, beside the counter's work; the future holds nothing."""
        self.day = min(day, self._session.today())
        self._show_date()
        db, wanted = self._session.db, self.day
        tasks.aside(self, lambda: DayRead(wanted, acts_of_day(db, wanted), totals_of_day(db, wanted)), self._show_read)

    def _pick(self, day: date) -> None:
        self.show_day(day)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, days: int) -> None:
        self.show_day(self.day + timedelta(days=days))

    def _show_read(self, read: DayRead) -> None:
        if read.day != self.day:
            return  # the days were turned faster than they were read
        totals = read.totals
        self.table.show_rows(read.acts)
        self.header.show_summary(self.tr("{count} acts").format(count=len(read.acts)))
        deposits = self.tr("{count} deposits  ·  {weight} kg").format(
            count=totals.deposits, weight=format_thousandths(totals.grams, 1)
        )
        payouts = self.tr("{count} payouts").format(count=totals.payouts)
        self.totals.show_facts(
            [(deposits, format_rupiah(totals.rupiah)), (payouts, format_rupiah(-totals.payouts_rupiah))]
        )

    def _show_date(self) -> None:
        today = self.day == self._session.today()
        self.header.show_title(self.tr("Today") if today else self.tr("Earlier day"))
        self.header.show_note(long_day(self.day))
        self.day_edit.show_day(self.day, self._session.today())

    # --- one receipt ---------------------------------------------------------------------------------------

    def open_receipt(self, number: str) -> None:
        """Show one receipt beside the list, of whatever day it is."""
        db = self._session.db
        tasks.perform(self, lambda: look_at(db, number), self._show_receipt)

    def _open(self, act: CounterAct) -> None:
        self.open_receipt(act.number)

    def _show_receipt(self, receipt: Receipt) -> None:
        self.paper.show_receipt(receipt)
        if not self.unsaved():
            self._show_beside(self.paper)

    def _show_beside(self, part: QWidget | None) -> None:
        """One thing beside the list, or nothing."""
        for each in (self.paper, self.panel):
            each.setVisible(each is part)
        self._side.setVisible(part is not None)
        self.hints_changed.emit()

    def _close_side(self) -> None:
        self._show_beside(None)
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- undoing and putting right -------------------------------------------------------------------------

    def undo(self, number: str, *, correcting: bool) -> None:
        """Ask why an act is reversed, or put right, and who approves."""
        if self.unsaved():
            self.panel.remind()
            return
        session = self._session
        tasks.perform(
            self,
            lambda: undoing_of(session.db, number, session.clerk, session.today()),
            lambda undoing: self._ask(undoing, correcting=correcting),
        )

    def _undo_chosen(self, *, correcting: bool) -> None:
        act = self.table.current_row()
        if act is None:
            notice.warning(self, self.tr("Choose a receipt first."))
        else:
            self.undo(act.number, correcting=correcting)

    def _ask(self, undoing: Undoing, *, correcting: bool) -> None:
        not_corrected = {
            EntryKind.OPENING_BALANCE: self.tr(
                "A balance of an old book is not corrected here: reverse it, then take the list in again."
            ),
            EntryKind.DEBT_REPAYMENT: self.tr("A repayment is not corrected: reverse it, then repay once more (F3)."),
        }
        if correcting and undoing.act.kind in not_corrected:
            notice.warning(self, not_corrected[undoing.act.kind])
            return
        self._show_beside(self.panel)
        self.panel.begin(undoing, correcting=correcting)

    def _reversed(self, act: CounterAct) -> None:
        said = self.tr("{number} saved: {undone} is reversed. {name}: balance {balance}.")
        if act.debt_rupiah > 0:
            said = self.tr("{number} saved: {undone} is reversed. {name}: balance {balance}, {debt} became a debt.")
        told = {"balance": format_rupiah(act.balance_after_rupiah), "debt": format_rupiah(act.debt_rupiah)}
        notice.good(self, said.format(number=act.number, undone=act.reverses, name=act.member_name, **told))
        print_receipt(self, self._session, act.number)
        self.table.stand_on_row(0)  # where the newest will stand
        self.show_day(self.day)

    def _hand_over(self, correction: Correction) -> None:
        if self._on_correct(correction):
            self._show_beside(None)

    def _follow(self, act: CounterAct | None) -> None:
        """While a receipt is open, the sheet goes with the cursor."""
        if act is not None and not self.paper.isHidden():
            self._open(act)

    # --- inside --------------------------------------------------------------------------------------------

    def _columns(self) -> list[Column[CounterAct]]:
        zone = self._session.centre.zone
        return [
            Column(self.tr("Time"), lambda act: clock_time(act.at_ms, zone), width=62, muted=True, spare=3),
            Column(self.tr("Number"), lambda act: act.number, width=106),
            Column(self.tr("Act"), _act, width=164, spare=2),
            Column(self.tr("Member"), lambda act: f"{act.member_name}  ·  {act.member_number}"),
            Column("kg", _weight, sort=lambda act: act.grams, right=True, width=86, spare=4, kind="thousandths"),
            Column(
                self.tr("Savings Rp"),
                lambda act: _signed(act.savings_rupiah),
                sort=lambda act: act.savings_rupiah,
                kind="rupiah",
                right=True,
                strong=True,
                width=112,
            ),
            Column(
                self.tr("Cash Rp"),
                lambda act: _signed(act.out_of_box_rupiah),
                sort=lambda act: act.out_of_box_rupiah,
                kind="rupiah",
                right=True,
                strong=True,
                width=104,
                spare=1,
            ),
            Column(
                self.tr("Balance after"),
                lambda act: format_whole(act.balance_after_rupiah),
                sort=lambda act: act.balance_after_rupiah,
                kind="rupiah",
                right=True,
                muted=True,
                width=118,
                spare=5,
            ),
        ]

    def _list_title(self) -> tuple[str, str]:
        return self.tr("Acts of {day}").format(day=long_day(self.day)), f"{self.day}"

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._follow)
        self.table.copied.connect(lambda count: notice.good(self, self.tr("{count} rows copied.").format(count=count)))
        self.day_edit.picked.connect(self._pick)
        self.panel.closed.connect(self._close_side)
        self.panel.reversed.connect(self._reversed)
        self.panel.correction_wanted.connect(self._hand_over)
        for key, correcting in ((keys.REVERSE, False), (keys.EDIT, True)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda correcting=correcting: self._undo_chosen(correcting=correcting))
        for key, days in (("PgUp", -1), ("PgDown", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda days=days: self._turn(days))

    def _lay_out(self) -> None:
        space = theme.current().space
        before, after = QuietButton("", "PgUp", "chevron-left"), QuietButton("", "PgDn", "chevron-right")
        before.setAccessibleName(self.tr("day before"))
        after.setAccessibleName(self.tr("day after"))
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        for button in (before, after):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        days = QWidget()
        line = QHBoxLayout(days)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(4))
        for widget in (before, self.day_edit, after):
            line.addWidget(widget)
        self.header.add(days)
        self.header.add(ListButton(self, self.table, self._list_title, "harian"))
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(420))  # narrower, the receipt goes below
        sheet.body.addWidget(self.table, 1)
        sheet.body.addWidget(self.totals)
        self.body.addWidget(self.header)
        self.body.addWidget(Columns(sheet, self._side), 1)


def _act(act: CounterAct) -> str:
    """What was done: "Deposit", "Deposit, reversed", "Reversal of L1-000012"."""
    if act.reverses:
        return QCoreApplication.translate("TodayScreen", "Reversal of {number}").format(number=act.reverses)
    words = entry_kind_word(act.kind)
    return QCoreApplication.translate("TodayScreen", "{act}, reversed").format(act=words) if act.reversed_by else words


def _signed(rupiah: int) -> str:
    if not rupiah:
        return "–"
    return format_whole(rupiah) if rupiah > 0 else f"−{format_whole(-rupiah)}"


def _weight(act: CounterAct) -> str:
    return format_thousandths(act.grams) if act.grams else "–"
