"""F6: what was done on a day, and every receipt of it once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.periods import clock_time
from daurulang.quantities import format_rupiah, format_thousandths, format_whole
from daurulang.receipts.queries import Receipt
from daurulang.receipts.service import look_at
from daurulang.reports.daily import CounterAct, DayTotals, acts_of_day, totals_of_day
from ui import tasks, theme
from ui.keys import KeyLine
from ui.lists import ListButton
from ui.receipts.paper_view import PaperView
from ui.receipts.printing import reprint_receipt
from ui.reports.day_edit import DayEdit
from ui.screen import Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import QuietButton
from ui.widgets.card import Card, Facts, ScreenHeader
from ui.widgets.columns import Columns
from ui.widgets.rows import Column
from ui.widgets.table import TableView
from ui.words import entry_kind_word, long_day


@dataclass(frozen=True, slots=True)
class DayRead:
    """A day's acts and sums."""

    day: date
    acts: Sequence[CounterAct]
    totals: DayTotals


class TodayScreen(Screen):
    """The acts of a day: type to filter, Enter looks at a receipt, PgUp and PgDn turn the days."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.day = session.today()
        self.header = ScreenHeader(self.tr("Today"))
        self.table: TableView[CounterAct] = TableView(
            self._columns(),
            empty=self.tr("Nothing was done on this day. F2 begins a deposit, PgUp shows the day before."),
            name=self.tr("Acts of the day"),
        )
        self.totals = Facts()
        self.paper = PaperView()
        self.paper.hide()
        self.day_edit = DayEdit(self.day)
        self.day_edit.setAccessibleName(self.tr("Day"))
        self.table.LEAST_OPEN = 220
        self._lay_out()
        self._connect()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Today again, unless another day is being looked at."""
        self.show_day(self._session.today() if self.paper.isHidden() else self.day)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """Close the receipt, then come back to today."""
        if not self.paper.isHidden():
            self.paper.hide()
            self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)
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

    def hints(self) -> Sequence[KeyLine]:
        return [
            KeyLine("PgUp", self.tr("day before")),
            KeyLine("PgDn", self.tr("day after")),
            KeyLine("Enter", self.tr("look")),
            KeyLine("Ctrl+P", self.tr("reprint")),
            KeyLine("Esc", self.tr("back")),
        ]

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
        self.paper.show()

    def _follow(self, act: CounterAct | None) -> None:
        """While a receipt is open, the sheet goes with the cursor."""
        if act is not None and not self.paper.isHidden():
            self._open(act)

    # --- inside --------------------------------------------------------------------------------------------

    def _columns(self) -> list[Column[CounterAct]]:
        zone = self._session.centre.zone
        return [
            Column(self.tr("Time"), lambda act: clock_time(act.at_ms, zone), width=62, muted=True, spare=2),
            Column(self.tr("Number"), lambda act: act.number, width=106),
            Column(self.tr("Act"), _act, width=132, spare=3),
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
                lambda act: _signed(act.cash_rupiah),
                sort=lambda act: act.cash_rupiah,
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
        self.body.addWidget(Columns(sheet, self.paper), 1)


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
