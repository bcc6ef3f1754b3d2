"""The settings put together: which sections there are, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.backup.section import BackupSection
from ui.centre import sections
from ui.centre.scale_section import ScaleSection
from ui.centre.settings import SectionEntry, SettingsScreen
from ui.staff.section import StaffSection

if TYPE_CHECKING:
    from ui.program import Program

translate = QCoreApplication.translate


def settings_screen(program: Program) -> SettingsScreen:
    """The settings for the session of a program."""
    return SettingsScreen(_Parts(program).entries())


class _Parts:
    """Builds each section when it is first shown."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._session = program.the_session()

    def entries(self) -> list[SectionEntry]:
        """All sections, most wanted first."""
        return [
            SectionEntry(
                "centre",
                translate("Settings", "Centre"),
                translate("Settings", "What stands on receipts and reports from now on."),
                "building-2",
                self._centre,
            ),
            SectionEntry(
                "rules",
                translate("Settings", "Counter rules"),
                translate("Settings", "They hold from today on; earlier days keep theirs."),
                "shield-check",
                self._rules,
            ),
            SectionEntry(
                "staff",
                translate("Settings", "Staff"),
                translate("Settings", "Who may sign in. Enter on a name gives a new PIN."),
                "users",
                self._staff,
            ),
            SectionEntry(
                "machine",
                translate("Settings", "This machine"),
                translate("Settings", "Which counter this is and what it prints on."),
                "monitor",
                self._machine,
            ),
            SectionEntry(
                "scale",
                translate("Settings", "Scale"),
                translate("Settings", "Which scale stands at this counter; a key then takes its weight."),
                "scale",
                self._scale,
            ),
            SectionEntry(
                "view",
                translate("Settings", "View"),
                translate("Settings", "Language, size of text, light or dark."),
                "sun-moon",
                self._view,
            ),
            SectionEntry(
                "villages",
                translate("Settings", "Villages"),
                translate("Settings", "All of Bangkalan are there; take in those of another regency."),
                "map-pin",
                self._villages,
            ),
            SectionEntry(
                "backup",
                translate("Settings", "Backup"),
                translate("Settings", "A copy of the whole book, looked at again before it counts."),
                "hard-drive",
                self._backup,
            ),
        ]

    def _centre(self) -> QWidget:
        section = sections.CentreSection(self._session)
        section.saved.connect(self._program.tell_place)
        return section

    def _rules(self) -> QWidget:
        return sections.RuleSection(self._session)

    def _staff(self) -> QWidget:
        return StaffSection(self._session)

    def _machine(self) -> QWidget:
        section = sections.MachineSection(self._session)
        section.saved.connect(self._program.tell_place)
        return section

    def _scale(self) -> QWidget:
        return ScaleSection(self._session)

    def _view(self) -> QWidget:
        section = sections.ViewSection(self._program.preferences)
        section.wanted.connect(self._program.change_preferences)
        return section

    def _villages(self) -> QWidget:
        return sections.VillageSection(self._session)

    def _backup(self) -> QWidget:
        section = BackupSection(self._session)
        section.backed_up.connect(self._program.look_after)
        section.restore_wanted.connect(self._program.show_restore)
        return section
