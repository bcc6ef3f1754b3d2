"""The papers that did not leave: try them again, or let them be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from daurulang.receipts.queue import PrintJob, drop, open_jobs
from ui import keys, tasks
from ui.days import moment_words
from ui.keys import KeyLine
from ui.receipts.printing import retry, tell_queue
from ui.screen import Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.card import Card, ScreenHeader
from ui.widgets.rows import Column
from ui.widgets.table import TableView


class PrintQueueScreen(Screen):
    """Enter prints the one chosen, F10 all of them, Del takes one off the list; what was saved stays saved."""

    MANY = 20
    """More than these are asked about: a printer that was away for a month is not to spend its roll by one key."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked_about = 0
        self.header = ScreenHeader(self.tr("Print queue"))
        self.table: TableView[PrintJob] = TableView(
            [
                Column(self.tr("Number"), lambda job: job.number, strong=True, width=120),
                Column(self.tr("Member"), lambda job: job.member_name, width=220),
                Column(self.tr("When"), self._time, sort=lambda job: job.at_ms, width=130, muted=True),
                Column(self.tr("Paper"), self._paper, width=120),
                Column(self.tr("Problem"), self._problem),
            ],
            empty=self.tr("Every receipt has been printed."),
            name=self.tr("Papers that wait"),
        )
        self.table.opened.connect(self._retry)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Delete), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._drop)
        card = Card()
        card.body.addWidget(self.table, 1)
        self.body.addWidget(self.header)
        self.body.addWidget(card, 1)

    def enter(self) -> None:
        self._asked_about = 0
        self._read()
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Try all of them, one after the other; many of them at the second word only."""
        jobs = list(self.table.model.rows())
        if len(jobs) > self.MANY and self._asked_about != len(jobs):
            self._asked_about = len(jobs)
            words = self.tr("{count} papers wait. F10 once more prints all of them, Del takes off the one chosen.")
            notice.warning(self, words.format(count=len(jobs)))
            return
        self._asked_about = 0
        for job in jobs:
            if job.id not in self._session.printing:
                retry(self, self._session, job, self._read)
        self._read()

    def reprint(self) -> None:
        """Try the one under the cursor."""
        job = self.table.current_row()
        if job is not None:
            self._retry(job)

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine("Enter", self.tr("print")),
            KeyLine(keys.SAVE, self.tr("print all")),
            KeyLine("Del", self.tr("not needed any more")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    # --- inside --------------------------------------------------------------------------------------------

    def _retry(self, job: PrintJob) -> None:
        if self._may_touch(job):
            retry(self, self._session, job, self._read)
            self._read()

    def _drop(self) -> None:
        job = self.table.current_row()
        if job is None or not self._may_touch(job):
            return
        db = self._session.db

        def dropped(_none: None) -> None:
            notice.good(self, self.tr("{number} is off the list; it stays saved.").format(number=job.number))
            tell_queue(self, self._session)
            self._read()

        tasks.perform(self, lambda: drop(db, job.id), dropped)

    def _may_touch(self, job: PrintJob) -> bool:
        """Not while it is on its way to the printer: that would make two papers of one."""
        busy = job.id in self._session.printing
        if busy:
            notice.warning(self, self.tr("{number} is being printed.").format(number=job.number))
        return not busy

    def _read(self) -> None:
        db, counter_id = self._session.db, self._session.counter.id
        tasks.aside(self, lambda: open_jobs(db, counter_id), self.table.show_rows)

    def _time(self, job: PrintJob) -> str:
        return moment_words(job.at_ms, self._session.centre.zone, self._session.today())

    def _paper(self, job: PrintJob) -> str:
        """What it would be now."""
        return self.tr("copy {number}").format(number=job.next_copy) if job.next_copy else self.tr("original")

    def _problem(self, job: PrintJob) -> str:
        if job.id in self._session.printing:
            return self.tr("being printed …")
        return job.problem or self.tr("The program ended before it was printed.")
