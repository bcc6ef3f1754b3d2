"""Which screens there are, under which keys, and how they speak to each other."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from daurulang.config import Paper
from daurulang.errors import WrongPin
from ui import keys, tasks
from ui.screen import Act, Screen, ScreenEntry
from ui.stock.entries import MODULES, store_entries
from ui.window import MainWindow

# The window stands before the book is open; each screen, and all of the business it needs, is loaded when it is shown.
if TYPE_CHECKING:
    from ui.corrections.correction import Correction
    from ui.program import Program
    from ui.session import Session

translate = QCoreApplication.translate

_QUIET_MS = 700  # after the counter is there
_PAUSE_MS = 80
_LATER = (
    "ui.payouts.screen",
    "ui.members.screen",
    "ui.materials.screen",
    "ui.reports.screen",
    "ui.cash.screen",
    "ui.expenses.screen",
    "ui.sales.screen",
    "ui.sales.list_screen",
    "ui.sales.receivables_screen",
    "ui.reports.value_screen",
    "ui.reports.finance_screen",
    *MODULES,
    "ui.stocktakes.screen",
    "ui.verification.screen",
)


def assemble(program: Program) -> MainWindow:
    """The window for the session of a program; each screen is built when it is first shown."""
    return _Assembly(program).window


class _Assembly:
    """Builds the screens and carries a word from one to another."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._asked_from = "deposit"
        self.window = MainWindow(self._entries())
        self.window.set_lock(self._names, self._unlock)
        self.window.add_acts(self._acts)
        self.window.unlocked.connect(self._tell_left)

    @property
    def _session(self) -> Session:
        return self._program.the_session()

    def _entries(self) -> list[ScreenEntry]:
        return [
            ScreenEntry("deposit", translate("Assembly", "Deposit"), keys.DEPOSIT, "scale", self._deposit),
            ScreenEntry("payout", translate("Assembly", "Payout"), keys.PAYOUT, "hand-coins", self._payout),
            ScreenEntry("members", translate("Assembly", "Members"), keys.MEMBERS, "users", self._members),
            ScreenEntry("prices", translate("Assembly", "Prices today"), keys.PRICES, "tags", self._prices),
            *store_entries(lambda: self._session, self._show),
            ScreenEntry("sale", translate("Assembly", "Sale"), keys.SALE, "truck", self._sale),
            ScreenEntry(
                "sales", translate("Assembly", "List of sales"), keys.SALES, "truck", self._sales, in_rail=False
            ),
            ScreenEntry(
                "receivables",
                translate("Assembly", "Receivables"),
                keys.RECEIVABLES,
                "hand-coins",
                self._receivables,
                in_rail=False,
            ),
            ScreenEntry("cash", translate("Assembly", "Cash box"), keys.CASH, "wallet", self._cash),
            ScreenEntry(
                "expenses", translate("Assembly", "Expenses"), keys.EXPENSES, "coins", self._expenses, in_rail=False
            ),
            ScreenEntry("today", translate("Assembly", "Today"), keys.TODAY, "calendar-days", self._today),
            ScreenEntry(
                "count", translate("Assembly", "Stock count"), keys.COUNT, "list-checks", self._count, in_rail=False
            ),
            ScreenEntry("home", translate("Assembly", "At a glance"), keys.HOME, "house", self._home),
            ScreenEntry("report", translate("Assembly", "Report"), keys.REPORT, "chart-column", self._report),
            ScreenEntry(
                "finances", translate("Assembly", "Money"), keys.FINANCES, "landmark", self._finances, in_rail=False
            ),
            ScreenEntry(
                "files",
                translate("Assembly", "Files for the office"),
                keys.FILES,
                "file-spreadsheet",
                self._files,
                in_rail=False,
            ),
            ScreenEntry("import", translate("Assembly", "Import"), keys.IMPORT, "file-up", self._import),
            ScreenEntry(
                "check",
                translate("Assembly", "Check of the book"),
                keys.CHECK,
                "shield-check",
                self._check,
                in_rail=False,
            ),
            ScreenEntry("papers", translate("Assembly", "Print queue"), "", "printer", self._papers, in_rail=False),
            ScreenEntry("settings", translate("Assembly", "Settings"), keys.SETTINGS, "settings", self._settings),
        ]

    def _names(self) -> Sequence[str]:
        """Until the book is open there is only who worked here last."""
        if self._program.session is None:
            return [self._program.preferences.last_clerk]
        from ui.staff import sign_in

        return sign_in.names(self._session.db)

    def _unlock(self, name: str, pin: str) -> object:
        """Runs off the window's thread, after the opening of the book when that is still under way."""
        from ui.staff import sign_in

        book = self._program.book
        if book is None:
            raise WrongPin
        return sign_in.unlock(book.db, name, pin)

    def _acts(self) -> Sequence[Act]:
        if self._program.is_sample():
            return [Act(translate("Assembly", "Leave the sample book"), self._program.open_own)]
        return [Act(translate("Assembly", "Practise in the sample book"), self._program.open_sample)]

    # --- screens -------------------------------------------------------------------------------------------

    def _deposit(self) -> Screen:
        from ui.deposits.screen import DepositScreen

        screen = DepositScreen(self._session)
        screen.new_member_wanted.connect(self._register)
        QTimer.singleShot(_QUIET_MS, self.window, self._warm_up)
        return screen

    def _payout(self) -> Screen:
        from ui.payouts.screen import PayoutScreen

        screen = PayoutScreen(self._session)
        screen.new_member_wanted.connect(self._register)
        return screen

    def _prices(self) -> Screen:
        from ui.materials.screen import PricesScreen

        return PricesScreen(self._session)

    def _today(self) -> Screen:
        from ui.reports.screen import TodayScreen

        return TodayScreen(self._session, self._correct)

    def _cash(self) -> Screen:
        from ui.cash.screen import CashScreen

        screen = CashScreen(self._session)
        screen.day.day_closed.connect(self._program.back_up)
        screen.expenses_wanted.connect(lambda: self.window.show_screen("expenses"))
        return screen

    def _expenses(self) -> Screen:
        from ui.expenses.screen import ExpensesScreen

        return ExpensesScreen(self._session)

    def _count(self) -> Screen:
        from ui.stocktakes.screen import CountScreen

        return CountScreen(self._session)

    def _sale(self) -> Screen:
        from ui.sales.screen import SaleScreen

        screen = SaleScreen(self._session)
        screen.list_wanted.connect(lambda: self.window.show_screen("sales"))
        screen.receivables_wanted.connect(lambda: self.window.show_screen("receivables"))
        return screen

    def _sales(self) -> Screen:
        from ui.sales.list_screen import SalesScreen

        screen = SalesScreen(self._session)
        screen.left.connect(lambda: self.window.show_screen("sale"))
        return screen

    def _receivables(self) -> Screen:
        from ui.sales.receivables_screen import ReceivablesScreen

        screen = ReceivablesScreen(self._session)
        screen.left.connect(lambda: self.window.show_screen("sale"))
        screen.buyer_wanted.connect(self._show_owed_by)
        return screen

    def _report(self) -> Screen:
        from ui.reports.value_screen import ValueScreen

        screen = ValueScreen(self._session)
        screen.finances_wanted.connect(lambda: self.window.show_screen("finances"))
        screen.files_wanted.connect(lambda: self.window.show_screen("files"))
        return screen

    def _home(self) -> Screen:
        from ui.dashboard.screen import DashboardScreen

        return DashboardScreen(self._session)

    def _files(self) -> Screen:
        from ui.reports.files_screen import FilesScreen

        screen = FilesScreen(self._session)
        screen.left.connect(lambda: self.window.show_screen("report"))
        return screen

    def _finances(self) -> Screen:
        from ui.reports.finance_screen import FinanceScreen

        screen = FinanceScreen(self._session)
        screen.left.connect(lambda: self.window.show_screen("report"))
        return screen

    def _members(self) -> Screen:
        from ui.members.screen import MembersScreen

        return MembersScreen(
            self._session,
            on_open_receipt=self._open_receipt,
            on_reprint=self._reprint,
            on_undo=self._undo,
            on_registered=self._registered,
        )

    def _import(self) -> Screen:
        from ui.exchange.screen import ImportScreen

        return ImportScreen(self._session)

    def _check(self) -> Screen:
        from ui.verification.screen import VerificationScreen

        return VerificationScreen(self._session)

    def _papers(self) -> Screen:
        from ui.receipts.queue_screen import PrintQueueScreen

        return PrintQueueScreen(self._session)

    def _settings(self) -> Screen:
        from ui.centre.parts import settings_screen

        return settings_screen(self._program)

    def _tell_left(self) -> None:
        """Who signs in hears of a cash box that was left open on an earlier day, and of papers that did not leave."""
        from ui.cash.forgotten import warn_of_forgotten
        from ui.receipts.printing import find_forgotten, tell_queue

        warn_of_forgotten(self.window, self._session)
        look = tell_queue if self._program.is_sample() else find_forgotten  # nobody waits for a paper of the sample
        look(self.window, self._session)

    # --- while nobody waits --------------------------------------------------------------------------------

    def _warm_up(self) -> None:
        """Load what the other screens and the first receipt need, so that no key has to wait for it."""
        tasks.aside(self.window, _load_the_rest, lambda _none: self._build_next(), lane="warm-up")

    def _build_next(self) -> None:
        """Build the screens one by one, with a pause for the clerk between."""
        left = self._program.window is not self.window  # for another page, while this was being loaded
        if not left and self.window.build_one():
            QTimer.singleShot(_PAUSE_MS, self.window, self._build_next)

    def _show(self, name: str) -> Screen:
        """The window is built after its entries."""
        return self.window.show_screen(name)

    # --- from one screen to another ------------------------------------------------------------------------

    def _register(self, name: str) -> None:
        from ui.members.screen import MembersScreen

        self._asked_from = self.window.shown()
        screen = self.window.show_screen("members")
        if isinstance(screen, MembersScreen):
            screen.start_new(name)

    def _registered(self, member_id: int) -> None:
        from ui.deposits.screen import DepositScreen
        from ui.payouts.screen import PayoutScreen

        screen = self.window.show_screen(self._asked_from)
        if isinstance(screen, DepositScreen | PayoutScreen):
            screen.take_member(member_id)

    def _open_receipt(self, number: str) -> None:
        from ui.reports.screen import TodayScreen

        screen = self.window.show_screen("today")
        if isinstance(screen, TodayScreen):
            screen.open_receipt(number)

    def _undo(self, number: str, correcting: bool) -> None:
        from ui.reports.screen import TodayScreen

        screen = self.window.show_screen("today")
        if isinstance(screen, TodayScreen):
            screen.undo(number, correcting=correcting)

    def _correct(self, correction: Correction) -> bool:
        return correct_in(self.window, correction, deposits="deposit", payouts="payout")

    def _show_owed_by(self, buyer_id: int, name: str) -> None:
        from ui.sales.list_screen import SalesScreen

        screen = self.window.show_screen("sales")
        if isinstance(screen, SalesScreen):
            screen.show_owed_by(buyer_id, name)

    def _reprint(self, number: str) -> None:
        from ui.receipts.printing import reprint_receipt

        reprint_receipt(self.window, self._session, number)


def _load_the_rest() -> None:
    for name in _LATER:
        import_module(name)
    from daurulang.documents.fonts import Weight, font

    for weight in Weight:
        font(weight)


def correct_in(window: MainWindow, correction: Correction, *, deposits: str, payouts: str) -> bool:
    """Show the screen that puts an act right, filled with it; False when that screen holds something else."""
    from daurulang.ledger.model import EntryKind
    from ui.counter.screen import CounterScreen

    name = deposits if correction.act.kind is EntryKind.DEPOSIT else payouts
    screen = window.page(name)
    taken = isinstance(screen, CounterScreen) and screen.correct(correction)
    if taken:
        window.show_screen(name)
    return taken


def place_words(session: Session, *, is_sample: bool) -> str:
    """What stands under the program's name in the rail."""
    words = f"{session.centre.name} · {session.counter.name}"
    if not is_sample:
        return words
    from ui.opening import SAMPLE_PIN

    return translate("Assembly", "SAMPLE (PIN {pin}) · {place}").format(pin=SAMPLE_PIN, place=words)


def statuses(session: Session) -> list[str]:
    """What the machine says at the bottom left."""
    paper = {Paper.ROLL_58: "58 mm", Paper.ROLL_80: "80 mm", Paper.A5: "A5"}[session.machine.paper]
    if session.machine.printer:
        return [f"{session.machine.printer}, {paper}"]
    return [translate("Assembly", "Receipts {paper}, opened as a file").format(paper=paper)]
