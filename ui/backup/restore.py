"""Bringing a backup back: choose one, see what would be lost, and only then put it in the place of the book."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from daurulang.backup.manifest import Backup
from daurulang.backup.rotation import backups
from daurulang.config import load_machine
from daurulang.errors import FileNotWritten, UserError
from daurulang.periods import Zone
from daurulang.quantities import format_rupiah
from daurulang.restoration.service import Prepared, drop, prepare, swap
from ui import keys, tasks, theme
from ui.backup.words import moment_words
from ui.widgets.button import PrimaryButton, SecondaryButton
from ui.widgets.card import Card, Facts, Pill, Text, Tone
from ui.widgets.field import announce
from ui.widgets.progress import ProgressStrip
from ui.widgets.report import ReportPanel
from ui.widgets.rows import Column
from ui.widgets.table import TableView
from ui.words import entry_kind_word


class RestorePage(QWidget):
    """Two steps on one card: the list of copies, then what the chosen one would change."""

    restored = Signal(str)
    """Where the book of before is kept, "" where there was none."""
    left = Signal()

    WIDTH = 860

    def __init__(self, place: Path, who: str, zone: Zone) -> None:
        """`who` is noted with what was restored, "" for nobody signed in."""
        super().__init__()
        self.setProperty("role", "page")
        self._place, self._who, self._zone = place, who, zone
        self.prepared: Prepared | None = None
        self._busy = False
        self._title = Text(self.tr("Restore a backup"), "title")
        self._words = Text("", "muted")
        self._words.setWordWrap(True)
        self.table: TableView[Backup] = TableView(
            [
                Column(self.tr("Made"), self._when, strong=True, width=180),
                Column(self.tr("Centre"), lambda each: each.manifest.figures.centre),
                Column(self.tr("Last numbers"), _last_numbers),
                Column(self.tr("Tried"), self._tried, width=110),
            ],
            empty=self.tr("There is no backup in the backup folder. Choose a file."),
            name=self.tr("Backups"),
        )
        self.table.grid.setFixedHeight(theme.current().px(250))
        self.table.opened.connect(lambda each: self.look_at(each.path))
        self._facts = Facts()
        self._warning = Pill()
        self._choose = PrimaryButton(self.tr("Look at it"), self.tr("Enter"))
        self._choose.clicked.connect(self._look_at_chosen)
        self._browse = SecondaryButton(self.tr("Another file"), icon="folder-open")
        self._browse.clicked.connect(self._ask_for_file)
        self._act = PrimaryButton(self.tr("Restore this backup"), keys.SAVE)
        self._act.clicked.connect(self.restore)
        self._back = SecondaryButton(self.tr("Back"), keys.BACK)
        self._back.clicked.connect(self.step_back)
        self._lay_out()
        for key, act in ((keys.SAVE, self.restore), (keys.BACK, self.step_back)):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._show_list()

    def start(self) -> None:
        """List the copies of this machine's folder."""
        try:
            self.table.show_rows(backups(load_machine().backup_place))
        except FileNotWritten:
            self.table.show_rows(())
        self.table.grid.setFocus()

    def words(self) -> str:
        """What the page says now."""
        return self._words.text()

    def look_at(self, source: Path) -> None:
        """Try a copy beside the book and compare the two."""
        if self._busy:
            return
        self._set_busy(self.tr("The backup is being copied and recomputed …"))
        tasks.in_background(
            self,
            lambda progress: prepare(self._place, source, progress),
            self._review,
            self._refused,
            title=self.tr("Trying the backup"),
            on_given_up=self._given_up,
        )

    def restore(self) -> None:
        """Put the copy that was looked at in the place of the book."""
        prepared = self.prepared
        if prepared is None or self._busy:
            return
        self._set_busy(self.tr("The backup takes the place of the book …"))
        tasks.aside(self, lambda: swap(prepared, self._who), self._done, self._refused, on_given_up=self._free)

    def step_back(self) -> None:
        """From the comparison to the list, from the list to where one came from."""
        if self._busy:
            return
        if self.prepared is not None:
            self._drop()
            self._show_list()
            self.table.grid.setFocus()
        else:
            self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing may be left half way."""
        if self._busy:
            event.ignore()
            return
        self._drop()
        super().closeEvent(event)

    def _look_at_chosen(self) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            self.look_at(chosen.path)

    def _ask_for_file(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a backup"), "", "*.db")
        if path:
            self.look_at(Path(path))

    def _review(self, prepared: Prepared) -> None:
        self._free()
        self.prepared = prepared
        for part in (self.table, self._choose, self._browse):
            part.hide()
        self._facts.show()
        self._act.show()
        self._say(self.tr("The backup is sound. The book of now is kept under another name."))
        facts = [
            (self.tr("Backup"), prepared.source.name),
            (self.tr("Made"), moment_words(prepared.at_ms, self._zone)),
            (self.tr("Centre"), prepared.figures.centre),
        ]
        facts += [
            (
                self.tr("Would be lost: {numbers}").format(numbers=_span(each.first, each.last)),
                self.tr("{count} × {kind}, {money}").format(
                    count=each.count, kind=entry_kind_word(each.kind), money=format_rupiah(each.rupiah)
                ),
            )
            for each in prepared.lost or ()
        ]
        self._facts.show_facts(facts)
        if prepared.lost is None:
            self._warning.show_pill(self.tr("The book of now cannot be read"), Tone.PROBLEM)
        elif prepared.lost:
            count = sum(each.count for each in prepared.lost)
            self._warning.show_pill(self.tr("{count} entries would be lost").format(count=count), Tone.PROBLEM)
        else:
            self._warning.show_pill(self.tr("Nothing would be lost"), Tone.GOOD)
        self._act.setFocus()

    def _done(self, kept: Path | None) -> None:
        self._busy = False
        self.prepared = None
        self.restored.emit(str(kept or ""))

    def _refused(self, _error: UserError, sentence: str) -> None:
        self._free()
        self._say(sentence)

    def _given_up(self) -> None:
        self._free()
        self._show_list()

    def _show_list(self) -> None:
        listing: list[QWidget] = [self.table, self._choose, self._browse]
        review: list[QWidget] = [self._facts, self._act, self._warning]
        for part in listing:
            part.show()
        for part in review:
            part.hide()
        self._say(self.tr("Choose the newest one that is from before the trouble. Nothing is changed yet."))

    def _drop(self) -> None:
        if self.prepared is not None:
            drop(self.prepared)
            self.prepared = None

    def _set_busy(self, words: str) -> None:
        self._busy = True
        for button in (self._choose, self._browse, self._act, self._back):
            button.setEnabled(False)
        self._say(words)

    def _free(self) -> None:
        self._busy = False
        for button in (self._choose, self._browse, self._act, self._back):
            button.setEnabled(True)

    def _say(self, words: str) -> None:
        self._words.setText(words)
        announce(self, words)

    def _when(self, each: Backup) -> str:
        return moment_words(each.manifest.at_ms, self._zone)

    def _tried(self, each: Backup) -> str:
        rehearsal = each.manifest.rehearsal
        if rehearsal is None:
            return self.tr("not yet")
        return self.tr("unsound") if rehearsal.problems else self.tr("sound ✓")

    def _lay_out(self) -> None:
        space = theme.current().space
        card = Card()
        card.setMaximumWidth(theme.current().px(self.WIDTH))
        card.body.setContentsMargins(*[space(26)] * 4)
        card.body.setSpacing(space(12))
        for part in (self._title, self._words, self._warning, self.table, self._facts):
            card.body.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(10))
        for button in (self._act, self._choose, self._browse, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 100)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ReportPanel())
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)
        layout.addWidget(ProgressStrip())


def _last_numbers(each: Backup) -> str:
    return ", ".join(f"{code}-{sequence:06d}" for code, (sequence, _hash) in each.manifest.figures.heads.items())


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"
