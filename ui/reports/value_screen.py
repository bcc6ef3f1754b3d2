"""F9: the economic value of a month, a quarter, a year or any days, to look at, to copy and to hand on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daurulang.closings.queries import PeriodReport, period_report
from daurulang.periods import Period
from daurulang.reports.economic_value import EconomicValue
from ui import keys, tasks, theme
from ui.icons import Icon
from ui.keys import KeyLine
from ui.reports.block_walk import BlockWalk
from ui.reports.plant_blocks import FLOW, plant_blocks
from ui.reports.value_blocks import report_blocks
from ui.reports.value_cards import FigureCards
from ui.reports.value_closing import CLOSE_KEY, ClosingBar
from ui.reports.value_export import start_pdf, start_workbook
from ui.reports.value_period import PeriodBar
from ui.reports.value_presenter import PeriodKind, counted, weightless_words, without_weight
from ui.reports.value_words import corrections_words, day_words, debts_words, period_words
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Card, Text
from ui.widgets.columns import Columns
from ui.widgets.tiles import Tiles

WIDE = {"harian", FLOW}
LANE = "report"
"""Reading a year takes longer than what the counter asks aside, which must not wait for it."""


class ValueScreen(Screen):
    """Figures at the top, charts below, those of the plant where there is one. Up and Down go from one to another,
    Enter shows the table behind.
    """

    finances_wanted = Signal()
    """Profit and loss, balance sheet and cash books have a screen of their own."""

    files_wanted = Signal()
    """What the environment office takes of a period has one too."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._reading: tasks.Job | None = None
        self.value: EconomicValue | None = None
        self.period_bar = PeriodBar(session.today())
        self.closing = ClosingBar(session)
        self.cards = FigureCards()
        self.note = Text("", "small")
        self.note.setWordWrap(True)
        counter, plant = report_blocks(session.today), plant_blocks()
        self._charts, self._plant = Tiles((2, 1)), Tiles((2, 1))
        groups = ((self._charts, counter), (self._plant, plant))
        self.walk = BlockWalk(self, groups, lambda code: (code, self.period_bar.period), WIDE)
        self.empty = Text("", "muted")
        self._empty_card = Card()
        self._lay_out()
        self._connect()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """The same period with what was booked since."""
        self.period_bar.show_today(self._session.today())
        self._read(self.period_bar.period)
        self.walk.focus_first()

    def step_back(self) -> bool:
        """The question is put away, tables go back to charts, then the period to this month."""
        if self.closing.asks():
            self.closing.put_away()
            return True
        if self.walk.turn_to_pictures():
            return True
        if self.period_bar.is_now() and self.period_bar.kind is PeriodKind.MONTH:
            return False
        self.period_bar.go_to_now()
        self.walk.focus_first()
        return True

    def reprint(self) -> None:
        """Ctrl+P: the PDF."""
        start_pdf(self, self._session, self.period_bar.period)

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("Report as PDF"), self.reprint, key=keys.REPRINT),
            Act(self.tr("Report as Excel"), self._workbook, key=keys.EXCEL),
            Act(self.tr("Close the month, or open it again"), self.closing.ask, key=CLOSE_KEY),
        )

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine("PgUp PgDn", self.tr("period")),
            KeyLine("Alt+1…4", self.tr("kind")),
            KeyLine("Enter", self.tr("table")),
            KeyLine("Esc", self.tr("back")),
        )

    def keys(self) -> Sequence[KeyLine]:
        return (*super().keys(), KeyLine(CLOSE_KEY, self.tr("Close the month shown, or open it again")))

    # --- reading -------------------------------------------------------------------------------------------

    def _read(self, period: Period) -> None:
        """Read a period off the window's thread; one asked for before is no longer wanted."""
        if self._reading is not None:
            self._reading.cancel()
        db = self._session.db
        self._reading = tasks.aside(self, lambda: period_report(db, period), self._show_report, lane=LANE)

    def _show_report(self, report: PeriodReport) -> None:
        value = report.value
        if value.period != self.period_bar.period:
            return  # the periods were turned faster than they were read
        self.value = value
        self.closing.show_report(report)
        self.cards.show_value(value)
        self._show_note(value)
        there = bool(value.by_material)
        self._charts.setVisible(there)
        self._plant.setVisible(bool(value.plant))
        self._empty_card.setVisible(not there)
        for block in self.walk.shown():
            block.show_value(value, f"{self._session.centre.name}  ·  {period_words(value.period)}")
        if not there:
            words = self.tr("No deposits in {period}. PgUp shows {before}, Esc this month.")
            if value.period.last >= self._session.today():
                words = self.tr("No deposits in {period} yet. F2 begins a deposit, PgUp shows {before}.")
            before = period_words(value.before.period)
            self.empty.setText(words.format(period=period_words(value.period), before=before))

        # Charts grow with what they show: six layouts up to the scroll area are settled before anything is painted.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _show_note(self, value: EconomicValue) -> None:
        """What the figures at the top do not say: pieces and litres, what has no weight, corrections, debts, days to
        come.
        """
        said = []
        if parts := counted(value.measure):
            said.append(self.tr("Also counted: {parts}.").format(parts=", ".join(parts)))
        if rows := without_weight(value):
            names, more = weightless_words(rows)
            words = self.tr("Without a known weight: {names} and {more} more.") if more else ""
            said.append((words or self.tr("Without a known weight: {names}.")).format(names=names, more=more))
        if value.corrections:
            said.append(corrections_words(value.corrections))
        if debts := debts_words(value):
            said.append(debts)
        today = self._session.today()
        if value.period.first <= today < value.period.last:
            words = self.tr("Figures up to {day}; {before} is counted whole.")
            before = period_words(value.before.period)
            said.append(words.format(day=day_words(today, "d MMMM"), before=before))
        self.note.setText("  ".join(said))
        self._note_line.setVisible(bool(said))

    # --- handing on ----------------------------------------------------------------------------------------

    def _workbook(self) -> None:
        start_workbook(self, self._session, self.period_bar.period)

    # --- inside --------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar = self.period_bar
        bar.serve(self)
        bar.picked.connect(self._read)
        self.closing.closed.connect(lambda: self._read(bar.period))
        self.closing.left.connect(self.walk.focus_first)
        for key, act in ((keys.EXCEL, self._workbook), (CLOSE_KEY, self.closing.ask)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        space = theme.current().space
        pdf = SecondaryButton("PDF", keys.REPRINT, "file-text")
        workbook = SecondaryButton("Excel", keys.EXCEL, "file-spreadsheet")
        pdf.clicked.connect(self.reprint)
        workbook.clicked.connect(self._workbook)
        money = SecondaryButton(self.tr("Money"), keys.FINANCES, "landmark")
        money.clicked.connect(self.finances_wanted)
        office = SecondaryButton(self.tr("Files"), keys.FILES, "file-spreadsheet")
        office.clicked.connect(self.files_wanted)
        files = QWidget()
        line = QHBoxLayout(files)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(8))
        line.addWidget(pdf)
        line.addWidget(workbook)
        line.addWidget(money)
        line.addWidget(office)
        line.addStretch(1)
        self._note_line = QWidget()
        note = QHBoxLayout(self._note_line)
        note.setContentsMargins(space(2), 0, 0, 0)
        note.addWidget(Icon("info", "muted", 14), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.note, 1)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_card.body.setContentsMargins(space(40), space(80), space(40), space(80))
        self._empty_card.body.addWidget(self.empty)
        self._empty_card.hide()
        page = QVBoxLayout()
        page.setSpacing(space(12))
        for part in (
            Columns(self.period_bar, files),
            self.closing,
            self.cards,
            self._note_line,
            self._charts,
            self._empty_card,
            self._plant,
        ):
            page.addWidget(part)
        page.addStretch(1)
        self.body.addLayout(page)
