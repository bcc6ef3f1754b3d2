"""Backup in the settings: where copies go and how often, one right now, and bringing one back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from daurulang import periods
from daurulang.backup.manifest import Backup
from daurulang.backup.rotation import backups, on_same_disk
from daurulang.config import load_machine, save_machine
from daurulang.restoration.routine import back_up
from ui import tasks, theme
from ui.backup.form import BackupForm
from ui.processes import run_beside
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import ChoiceBar, SecondaryButton
from ui.widgets.card import Pill, Text, Tone
from ui.widgets.field import Field


class BackupSection(QWidget):
    """F10 keeps folder and pace; the buttons act at once."""

    saved = Signal()
    backed_up = Signal()
    restore_wanted = Signal()

    MINUTES = (15, 30, 60)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(8))
        self.form = BackupForm(session.machine)
        self.minutes = ChoiceBar(self.tr("Every so many minutes of use"), [(str(n), str(n)) for n in self.MINUTES])
        if session.machine.backup_minutes in self.MINUTES:
            self.minutes.choose(str(session.machine.backup_minutes))
        self.now = SecondaryButton(self.tr("Back up now"), icon="hard-drive")
        self.now.clicked.connect(self.back_up)
        if not session.db.is_sqlite:
            words = Text(self.tr("This book is on a server and is backed up there, for example with pg_dump."))
            words.setWordWrap(True)
            layout.addWidget(words)
            layout.addStretch(1)
            self.form.hide()
            return
        restore = SecondaryButton(self.tr("Restore a backup"), icon="history")
        restore.clicked.connect(self.restore_wanted)
        self.form.add(
            "minutes",
            Field(
                self.tr("Every so many minutes of use"),
                self.minutes,
                self.tr("Also when the window closes; 7 days, 5 weeks and 12 months are kept"),
            ),
        )
        self.form.add_buttons(self.now, restore)
        self.form.walk([self.form.folder, self.minutes, self.now])
        self._same_disk = Pill()
        layout.addWidget(self._same_disk)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self._look_at_disk()

    def start(self) -> None:
        """Focus the folder."""
        if self._session.db.is_sqlite:
            self.form.start()

    def save(self) -> None:
        """Remember folder and pace for this machine."""
        if not self._session.db.is_sqlite or not self.form.check():
            return
        machine = replace(self.form.onto(load_machine()), backup_minutes=int(self.minutes.value()))

        def done(_none: object) -> None:
            self._session.machine = replace(machine, database=self._session.machine.database)
            notice.good(self, self.tr("Saved for this machine."))
            self._look_at_disk()
            self.saved.emit()
            self.backed_up.emit()

        tasks.perform(self, lambda: save_machine(machine), done)

    def back_up(self) -> None:
        """Copy the book beside the counter's work, look at the copy, and try it."""
        if not self.form.check():
            return
        address, folder = self._session.db.address, self.form.place()

        def work(progress: tasks.Progress) -> Backup:
            run_beside(back_up, (address, folder), progress)
            return next(each for each in backups(folder) if each.manifest.at_ms <= periods.now_ms())

        tasks.in_background(
            self,
            work,
            lambda made: self._made(made, folder),
            lambda _error, sentence: self.form.refuse("folder", sentence),
            title=self.tr("Backing up the book"),
        )

    def _look_at_disk(self) -> None:
        book = self._session.db.path
        same = book is not None and on_same_disk(self.form.place(), book)
        words = self.tr("On the same disk as the book: if it breaks, both are gone") if same else ""
        self._same_disk.setText(words)
        self._same_disk.set_tone(Tone.WARNING)
        self._same_disk.setHidden(not same)

    def _made(self, made: Backup, folder: Path) -> None:
        rehearsal = made.manifest.rehearsal
        if rehearsal is None:
            words = self.tr("The book was copied to {path}, but this computer has no room to try the copy. Make room.")
            notice.warning(self, words.format(path=made.path))
        elif not rehearsal.problems:
            notice.good(
                self, self.tr("The book was copied to {path} and the copy can be restored.").format(path=made.path)
            )
        else:
            words = self.tr("The copy in {folder} failed its trial. Check the book now (daurulang verify).")
            notice.problem(self, words.format(folder=folder))
        self.backed_up.emit()
