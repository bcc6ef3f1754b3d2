"""A counter to work at by keys alone: the real window with the screens of the counter over a real book."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from daurulang.centre.queries import Centre
from daurulang.config import Machine
from daurulang.ledger.queries import Counter
from daurulang.members.queries import at_counter
from daurulang.reports.daily import CounterAct, latest_acts
from daurulang.staff.queries import StaffMember
from tests.book import Book
from ui import keys, tasks
from ui.assembly import correct_in
from ui.cash.screen import CashScreen
from ui.corrections.correction import Correction
from ui.deposits.screen import DepositScreen
from ui.disposals.screen import DisposalScreen
from ui.expenses.screen import ExpensesScreen
from ui.loads.screen import LoadScreen
from ui.payouts.screen import PayoutScreen
from ui.processing.screen import BatchScreen
from ui.reports.finance_screen import FinanceScreen
from ui.reports.screen import TodayScreen
from ui.sales.list_screen import SalesScreen
from ui.sales.receivables_screen import ReceivablesScreen
from ui.sales.screen import SaleScreen
from ui.screen import Screen, ScreenEntry
from ui.session import Session
from ui.stock.acts_screen import PlantScreen
from ui.stock.entries import store_entries
from ui.stock.screen import StoreScreen
from ui.stocktakes.screen import CountScreen
from ui.verification.screen import VerificationScreen
from ui.window import MainWindow

S = TypeVar("S", bound=Screen)
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Desk:
    """The window and the hands on its keyboard; `pressed` counts the keys."""

    def __init__(self, qtbot: QtBot, book: Book, papers: Path) -> None:
        self.qtbot = qtbot
        self.book = book
        self.papers = papers
        centre = Centre("RDU Bangkalan", "Jl. Letnan Sunarto")
        clerk = StaffMember(book.desk.staff_id, "Siti Aminah", active=True)
        self.session = Session(book.db, Machine(), centre, Counter(1, "L1", "Loket 1", 3), clerk)
        self.pressed = 0
        self.window = MainWindow(
            [
                ScreenEntry("deposits", "Deposit", keys.DEPOSIT, "scale", lambda: DepositScreen(self.session)),
                ScreenEntry("payouts", "Payout", keys.PAYOUT, "hand-coins", lambda: PayoutScreen(self.session)),
                *store_entries(lambda: self.session, self._show),
                ScreenEntry("cash", "Cash box", keys.CASH, "wallet", lambda: CashScreen(self.session)),
                ScreenEntry("expenses", "Expenses", keys.EXPENSES, "coins", lambda: ExpensesScreen(self.session)),
                ScreenEntry("sale", "Sale", keys.SALE, "truck", lambda: SaleScreen(self.session)),
                ScreenEntry("sales", "Sales", keys.SALES, "truck", lambda: SalesScreen(self.session)),
                ScreenEntry("owed", "Receivables", keys.RECEIVABLES, "truck", lambda: ReceivablesScreen(self.session)),
                ScreenEntry("count", "Stock count", keys.COUNT, "list-checks", lambda: CountScreen(self.session)),
                ScreenEntry("today", "Today", keys.TODAY, "list-checks", self._today),
                ScreenEntry("finances", "Money", keys.FINANCES, "landmark", lambda: FinanceScreen(self.session)),
                ScreenEntry("check", "Check", keys.CHECK, "shield-check", lambda: VerificationScreen(self.session)),
            ]
        )
        qtbot.addWidget(self.window, before_close_func=tasks.stop_all)
        self.window.resize(1366, 768)
        self.window.start()
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.settle()

    @property
    def deposit(self) -> DepositScreen:
        return self._page("deposits", DepositScreen)

    @property
    def payout(self) -> PayoutScreen:
        return self._page("payouts", PayoutScreen)

    @property
    def today(self) -> TodayScreen:
        return self._page("today", TodayScreen)

    @property
    def store(self) -> StoreScreen:
        return self._page("store", StoreScreen)

    @property
    def load(self) -> LoadScreen:
        return self._page("load", LoadScreen)

    @property
    def batch(self) -> BatchScreen:
        return self._page("batch", BatchScreen)

    @property
    def disposal(self) -> DisposalScreen:
        return self._page("disposal", DisposalScreen)

    @property
    def plant(self) -> PlantScreen:
        return self._page("plant", PlantScreen)

    @property
    def counting(self) -> CountScreen:
        return self._page("count", CountScreen)

    @property
    def expenses(self) -> ExpensesScreen:
        return self._page("expenses", ExpensesScreen)

    @property
    def finances(self) -> FinanceScreen:
        return self._page("finances", FinanceScreen)

    @property
    def sale(self) -> SaleScreen:
        return self._page("sale", SaleScreen)

    @property
    def sales(self) -> SalesScreen:
        return self._page("sales", SalesScreen)

    @property
    def owed(self) -> ReceivablesScreen:
        return self._page("owed", ReceivablesScreen)

    def _show(self, name: str) -> Screen:
        return self.window.show_screen(name)

    def _today(self) -> TodayScreen:
        return TodayScreen(self.session, self._correct)

    def _correct(self, correction: Correction) -> bool:
        return correct_in(self.window, correction, deposits="deposits", payouts="payouts")

    @property
    def cash(self) -> CashScreen:
        return self._page("cash", CashScreen)

    def _page(self, name: str, kind: type[S]) -> S:
        page = self.window.page(name)
        assert isinstance(page, kind)
        return page

    def type(self, text: str) -> None:
        """Type words; "\\n" is Enter."""
        for letter in text:
            if letter == "\n":
                self.press(Qt.Key.Key_Return)
            else:
                self.pressed += 1
                QTest.keyClicks(self.focus(), letter)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press one key."""
        self.pressed += 1
        QTest.keyClick(self.focus(), key, modifier)

    def focus(self) -> QWidget:
        """Where the next key goes."""
        return QApplication.focusWidget() or self.window

    def settle(self) -> None:
        """Wait until nothing is being worked on aside."""
        self.until(lambda: not any(lane.title() or lane._open for lane in self.window.findChildren(tasks.Lane)))

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something to become true."""
        self.qtbot.waitUntil(true, timeout=10_000)

    def notice(self) -> str:
        """The news above the screen, "" when there is none."""
        return "" if self.window.notice.isHidden() else self.window.notice.text()

    def acts(self) -> tuple[CounterAct, ...]:
        """What stands in the book, the newest first."""
        return latest_acts(self.book.db, 1, 50)

    def balance(self, member_id: int = 0) -> int:
        """What the member has in the book."""
        return at_counter(self.book.db, member_id or self.book.member_id).balance_rupiah

    def pdfs(self) -> list[str]:
        """The names of the papers made so far."""
        return sorted(path.name for path in self.papers.rglob("*.pdf"))
