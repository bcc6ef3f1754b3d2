"""Shift+F9: the money of a period: profit and loss, the balance sheet of its last day, the cash books."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.documents.finance_files import (
    make_cash_report,
    make_cash_workbook,
    make_profit_report,
    make_profit_workbook,
)
from daurulang.periods import Period
from daurulang.reports.finances import Finances, finances
from ui import keys, tasks, theme
from ui.days import long_day
from ui.keys import KeyLine
from ui.reports.finance_book import NEXT_BOOK, CashBookView
from ui.reports.finance_sheet import AccountSheet
from ui.reports.finance_words import asset_lines, liability_lines, profit_lines
from ui.reports.value_export import start_file
from ui.reports.value_period import PeriodBar
from ui.reports.value_presenter import PeriodKind, file_stem
from ui.reports.value_words import period_words
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import ChoiceBar, SecondaryButton
from ui.widgets.card import ScreenHeader, Tone
from ui.widgets.columns import Columns
from ui.widgets.pages import Pages
from ui.widgets.tiles import Tiles

PROFIT, CASH = "profit", "cash"
LANE = "report"


class FinanceScreen(Screen):
    """Two pages: what was earned and what stands there, and every rupiah that came or went."""

    left = Signal()
    """Esc: back to the report of the period."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._reading: tasks.Job | None = None
        self.found: Finances | None = None
        self.header = ScreenHeader(self.tr("Money"))
        self.period_bar = PeriodBar(session.today())
        self.which = ChoiceBar(
            self.tr("Which report"), [(PROFIT, self.tr("Profit and balance")), (CASH, self.tr("Cash books"))]
        )
        self.profit, self.sheet = AccountSheet(), AccountSheet()
        self.books = CashBookView()
        self._accounts = Tiles((2, 1))
        self.pages = Pages()
        self._lay_out()
        self._connect()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """The same period with what was booked since."""
        self.period_bar.show_today(self._session.today())
        self._read(self.period_bar.period)
        self._focus()

    def step_back(self) -> bool:
        """To this month, then out."""
        if self.period_bar.is_now() and self.period_bar.kind is PeriodKind.MONTH:
            self.left.emit()
        else:
            self.period_bar.go_to_now()
            self._focus()
        return True

    def reprint(self) -> None:
        """Ctrl+P: the PDF of the page shown."""
        if self.which.value() == CASH:
            self._start(make_cash_report, "buku-kas", "pdf", self.tr("PDF of the cash books {period}"))
        else:
            self._start(make_profit_report, "laba-rugi", "pdf", self.tr("PDF of profit and balance {period}"))

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("This page as PDF"), self.reprint, key=keys.REPRINT),
            Act(self.tr("This page as Excel"), self._workbook, key=keys.EXCEL),
        )

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine("PgUp PgDn", self.tr("period")),
            KeyLine("Alt+1…4", self.tr("kind")),
            KeyLine("Alt+5…6", self.tr("page")),
            KeyLine(keys.REPRINT, "PDF"),
            KeyLine(keys.BACK, self.tr("back")),
        )

    def keys(self) -> Sequence[KeyLine]:
        return (*super().keys(), KeyLine(NEXT_BOOK, self.tr("The next cash book")))

    # --- reading -------------------------------------------------------------------------------------------

    def _read(self, period: Period) -> None:
        """Read a period off the window's thread; one asked for before is no longer wanted."""
        if self._reading is not None:
            self._reading.cancel()
        db = self._session.db
        self._reading = tasks.aside(self, lambda: finances(db, period), self._show, lane=LANE)

    def _show(self, found: Finances) -> None:
        if found.period != self.period_bar.period:
            return  # the periods were turned faster than they were read
        self.found = found
        sheet = found.sheet
        self.profit.show_sections([(self.tr("Profit and loss"), profit_lines(found.profit))])
        balanced = sheet.assets_rupiah == sheet.liabilities_and_equity_rupiah
        words = self.tr("Both sums are the same.") if balanced else self.tr("The sums differ: F11 checks the book.")
        self.sheet.show_sections(
            [
                (self.tr("Balance sheet, {day}").format(day=long_day(sheet.day)), asset_lines(sheet)),
                (self.tr("Liabilities and equity"), liability_lines(sheet)),
            ],
            words,
            Tone.GOOD if balanced else Tone.PROBLEM,
        )
        self.books.show_books(found.books)

    # --- handing on ----------------------------------------------------------------------------------------

    def _workbook(self) -> None:
        if self.which.value() == CASH:
            self._start(make_cash_workbook, "buku-kas", "xlsx", self.tr("Excel file of the cash books {period}"))
        else:
            self._start(make_profit_workbook, "laba-rugi", "xlsx", self.tr("Excel file of profit and balance {period}"))

    def _start(self, make: Callable[..., None], report: str, ending: str, title: str) -> None:
        period = self.period_bar.period
        name = f"{file_stem(period, report)}.{ending}"
        start_file(self, self._session, period, make, name, title.format(period=period_words(period)))

    # --- inside --------------------------------------------------------------------------------------------

    def _turn_page(self, code: str) -> None:
        self.which.choose(code)
        self._focus()

    def _show_page(self) -> None:
        self.pages.setCurrentWidget(self.books if self.which.value() == CASH else self._accounts)

    def _focus(self) -> None:
        part: QWidget = self.books.table.grid if self.which.value() == CASH else self.which
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        bar = self.period_bar
        bar.picked.connect(self._read)
        bar.serve(self)
        self.which.changed.connect(lambda _code: self._show_page())
        self.books.table.copied.connect(
            lambda count: notice.good(self, self.tr("{count} rows copied.").format(count=count))
        )
        bound: list[tuple[str, Callable[[], object]]] = [
            (keys.EXCEL, self._workbook),
            *(("Alt+5", partial(self._turn_page, PROFIT)), ("Alt+6", partial(self._turn_page, CASH))),
            (NEXT_BOOK, self.books.turn),
        ]
        for key, act in bound:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        space = theme.current().space
        pdf = SecondaryButton("PDF", keys.REPRINT, "file-text")
        workbook = SecondaryButton("Excel", keys.EXCEL, "file-spreadsheet")
        pdf.clicked.connect(self.reprint)
        workbook.clicked.connect(self._workbook)
        files = QWidget()
        line = QHBoxLayout(files)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(8))
        for button in (pdf, workbook):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            line.addWidget(button)
        line.addStretch(1)
        self._accounts.add(self.profit)
        self._accounts.add(self.sheet)
        for page in (self._accounts, self.books):
            self.pages.addWidget(page)
        self.header.add(self.which)
        self.body.addWidget(self.header)
        self.body.addWidget(Columns(self.period_bar, files))
        self.body.addWidget(self.pages, 1)
