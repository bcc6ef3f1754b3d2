"""Which screens there are, under which keys, and how they speak to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from daurulang.config import Paper
from ui import keys
from ui.centre import sections
from ui.centre.settings import SectionEntry, SettingsScreen
from ui.deposits.screen import DepositScreen
from ui.members.screen import MembersScreen
from ui.payouts.screen import PayoutScreen
from ui.reports.screen import TodayScreen
from ui.screen import Act, Screen, ScreenEntry
from ui.session import Session
from ui.staff import sign_in
from ui.staff.section import StaffSection
from ui.window import MainWindow

if TYPE_CHECKING:
    from ui.program import Program

translate = QCoreApplication.translate


def assemble(program: Program) -> MainWindow:
    """The window for the session of a program; each screen is built when it is first shown."""
    return _Assembly(program).window


class _Assembly:
    """Builds the screens and carries a word from one to another."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._session = program.the_session()
        self._asked_from = "deposit"
        self.window = MainWindow(self._entries())
        self.window.set_lock(lambda: sign_in.names(self._session.db), self._unlock)
        self.window.add_acts(self._acts)
        self.window.show_clerk(self._session.clerk.name)
        self.show_place()

    def show_place(self) -> None:
        """Say anew which centre, which counter and what paper."""
        self.window.show_place(place_words(self._session, is_sample=self._program.is_sample()))
        self.window.show_statuses(statuses(self._session))

    def _entries(self) -> list[ScreenEntry]:
        return [
            ScreenEntry("deposit", translate("Assembly", "Deposit"), keys.DEPOSIT, "scale", self._deposit),
            ScreenEntry("payout", translate("Assembly", "Payout"), keys.PAYOUT, "hand-coins", self._payout),
            ScreenEntry("members", translate("Assembly", "Members"), keys.MEMBERS, "users", self._members),
            ScreenEntry("today", translate("Assembly", "Today"), keys.TODAY, "calendar-days", self._today),
            ScreenEntry("import", translate("Assembly", "Import"), keys.IMPORT, "file-up", self._import),
            ScreenEntry("settings", translate("Assembly", "Settings"), keys.SETTINGS, "settings", self._settings),
        ]

    def _unlock(self, name: str, pin: str) -> object:
        return sign_in.unlock(self._session.db, name, pin)

    def _acts(self) -> Sequence[Act]:
        if self._program.is_sample():
            return [Act(translate("Assembly", "Leave the sample book"), self._program.open_own)]
        return [Act(translate("Assembly", "Practise in the sample book"), self._program.open_sample)]

    # --- screens -------------------------------------------------------------------------------------------

    def _deposit(self) -> Screen:
        screen = DepositScreen(self._session)
        screen.new_member_wanted.connect(self._register)
        return screen

    def _payout(self) -> Screen:
        screen = PayoutScreen(self._session)
        screen.new_member_wanted.connect(self._register)
        return screen

    def _today(self) -> Screen:
        return TodayScreen(self._session)

    def _members(self) -> Screen:
        return MembersScreen(
            self._session,
            on_open_receipt=self._open_receipt,
            on_reprint=self._reprint,
            on_registered=self._registered,
        )

    def _import(self) -> Screen:
        from ui.exchange.screen import ImportScreen

        return ImportScreen(self._session)

    def _settings(self) -> Screen:
        return SettingsScreen(self._sections())

    # --- from one screen to another ------------------------------------------------------------------------

    def _register(self, name: str) -> None:
        self._asked_from = self.window.shown()
        screen = self.window.show_screen("members")
        if isinstance(screen, MembersScreen):
            screen.start_new(name)

    def _registered(self, member_id: int) -> None:
        screen = self.window.show_screen(self._asked_from)
        if isinstance(screen, DepositScreen | PayoutScreen):
            screen.take_member(member_id)

    def _open_receipt(self, number: str) -> None:
        screen = self.window.show_screen("today")
        if isinstance(screen, TodayScreen):
            screen.open_receipt(number)

    def _reprint(self, number: str) -> None:
        from ui.receipts.printing import reprint_receipt

        reprint_receipt(self.window, self._session, number)

    # --- the sections of the settings ----------------------------------------------------------------------

    def _sections(self) -> list[SectionEntry]:
        return [
            SectionEntry(
                "centre",
                translate("Assembly", "Centre"),
                translate("Assembly", "What stands on receipts and reports from now on."),
                "building-2",
                self._centre,
            ),
            SectionEntry(
                "rules",
                translate("Assembly", "Counter rules"),
                translate("Assembly", "They hold from today on; earlier days keep theirs."),
                "shield-check",
                self._rules,
            ),
            SectionEntry(
                "staff",
                translate("Assembly", "Staff"),
                translate("Assembly", "Who may sign in. Enter on a name gives a new PIN."),
                "users",
                self._staff,
            ),
            SectionEntry(
                "machine",
                translate("Assembly", "This machine"),
                translate("Assembly", "Which counter this is and what it prints on."),
                "monitor",
                self._machine,
            ),
            SectionEntry(
                "view",
                translate("Assembly", "View"),
                translate("Assembly", "Language, size of text, light or dark."),
                "sun-moon",
                self._view,
            ),
            SectionEntry(
                "villages",
                translate("Assembly", "Villages"),
                translate("Assembly", "All of Bangkalan are there; take in those of another regency."),
                "map-pin",
                self._villages,
            ),
            SectionEntry(
                "backup",
                translate("Assembly", "Backup"),
                translate("Assembly", "A copy of the whole book, looked at again before it counts."),
                "hard-drive",
                self._backup,
            ),
        ]

    def _centre(self) -> QWidget:
        section = sections.CentreSection(self._session)
        section.saved.connect(self.show_place)
        return section

    def _rules(self) -> QWidget:
        return sections.RuleSection(self._session)

    def _staff(self) -> QWidget:
        return StaffSection(self._session)

    def _machine(self) -> QWidget:
        section = sections.MachineSection(self._session)
        section.saved.connect(self.show_place)
        return section

    def _view(self) -> QWidget:
        section = sections.ViewSection(self._program.preferences)
        section.wanted.connect(self._program.change_preferences)
        return section

    def _villages(self) -> QWidget:
        return sections.VillageSection(self._session)

    def _backup(self) -> QWidget:
        section = sections.BackupSection(self._session)
        section.backed_up.connect(self._backed_up)
        return section

    def _backed_up(self, clock_time: str) -> None:
        said = translate("Assembly", "Backup {time} ✓").format(time=clock_time)
        self.window.show_statuses([*statuses(self._session), said])


def place_words(session: Session, *, is_sample: bool) -> str:
    """What stands under the program's name in the rail."""
    words = f"{session.centre.name} · {session.counter.name}"
    return translate("Assembly", "SAMPLE · {place}").format(place=words) if is_sample else words


def statuses(session: Session) -> list[str]:
    """What the machine says at the bottom left."""
    paper = {Paper.ROLL_58: "58 mm", Paper.ROLL_80: "80 mm", Paper.A5: "A5"}[session.machine.paper]
    if session.machine.printer:
        return [f"{session.machine.printer}, {paper}"]
    return [translate("Assembly", "Receipts {paper}, opened as a file").format(paper=paper)]
