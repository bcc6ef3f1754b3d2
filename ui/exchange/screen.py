"""Ctrl+I: a list becomes part of the book, in three steps, and nothing is written before the last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from daurulang.errors import ColumnsMissing, UserError
from daurulang.exchange.columns import ListKind, Matching
from daurulang.exchange.workbook import Sheet
from daurulang.quantities import format_whole
from ui import keys, tasks
from ui.exchange import bench
from ui.exchange.bench import LINES_AT_ONCE, FateLine, Seen
from ui.exchange.columns_panel import ColumnsPanel
from ui.exchange.fates_panel import MAKE_MISSING, FatesPanel
from ui.exchange.lines import Lines
from ui.exchange.start_panel import StartPanel
from ui.exchange.wording import ExchangeWords
from ui.exchange.words import exchange_words
from ui.keys import KeyLine
from ui.processes import Workbench
from ui.screen import Screen
from ui.session import Session
from ui.tasks import Job, Progress
from ui.widgets import notice
from ui.widgets.card import ScreenHeader
from ui.widgets.pages import Pages

ONLY_PROBLEMS = "Alt+J"


class ImportScreen(Screen):
    """File → columns → every row's fate → taken in. Esc goes one step back and forgets nothing; while a list is being
    opened or looked at it stops that.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._beside = Workbench(bench.Held)
        self._sheet: Sheet | None = None
        self._seen: Seen | None = None
        self._matching: Matching | None = None
        self._job: Job | None = None
        self._taking = False
        self.header = ScreenHeader(self.tr("Import"))
        self.choose = StartPanel(session, self._beside)
        self.choose.wanted.connect(self.open_list)
        self.columns = ColumnsPanel()
        self.columns.confirmed.connect(self._look)
        self.fates = FatesPanel(one_writer=session.db.is_sqlite)
        self.fates.taken.connect(self._take_in)
        self.fates.making_wanted.connect(self._make_missing)
        self._steps = Pages()
        for panel in (self.choose, self.columns, self.fates):
            self._steps.addWidget(panel)
        self.body.addWidget(self.header)
        self.body.addWidget(self._steps, 1)
        QShortcut(QKeySequence(ONLY_PROBLEMS), self).activated.connect(self._switch_rows)
        QShortcut(QKeySequence(MAKE_MISSING), self).activated.connect(self._ask_to_make)
        self.destroyed.connect(self._beside.close)
        self._name_step()

    def enter(self) -> None:
        self._start()

    def save(self) -> None:
        if self._job is not None:
            return
        if self._steps.currentWidget() is self.columns:
            self.columns.confirm()
        elif self._steps.currentWidget() is self.fates:
            self.fates.take()

    def step_back(self) -> bool:
        here = self._steps.currentWidget()
        if self._taking:
            return False  # the counter goes on beside it; the strip below has its own button to stop it
        if self._job is not None:
            self._job.cancel()
            return True
        if here is self.choose:
            return self.choose.step_back()
        self._show_step(self.columns if here is self.fates else self.choose)
        return True

    def hints(self) -> Sequence[KeyLine]:
        here = self._steps.currentWidget()
        if here is self.fates:
            make = [KeyLine(MAKE_MISSING, self.tr("make what is missing"))] if self.fates.can_make() else []
            only = KeyLine(ONLY_PROBLEMS, self.tr("only problems"))
            act = [only, *make, KeyLine(keys.SAVE, self.tr("take in"))]
        elif here is self.columns:
            act = [KeyLine(keys.SAVE, self.tr("look at the rows"))]
        else:
            act = []
        return [KeyLine(keys.HELP, self.tr("help")), *act, KeyLine(keys.BACK, self.tr("back"))]

    def keys(self) -> Sequence[KeyLine]:
        return (
            KeyLine(ONLY_PROBLEMS, self.tr("Only the rows with problems, at the last step")),
            KeyLine(MAKE_MISSING, self.tr("Make what the book does not have, at the last step")),
        )

    def open_list(self, kind: ListKind, path: Path) -> None:
        """Read a list and show its columns."""

        def work(progress: Progress) -> tuple[Sheet, Matching]:
            return self._beside.ask(bench.open_file, path, kind, progress=progress)

        def opened(found: tuple[Sheet, Matching]) -> None:
            self._stopped()
            self._sheet = found[0]
            self.columns.show_list(kind, *found)
            # Its many choices are made now and laid out at the next turn: both at once would be felt.
            QTimer.singleShot(0, self, lambda: self._show_step(self.columns))

        def refused(error: UserError, sentence: str) -> None:
            self._stopped()
            self.choose.refuse(error, sentence)

        if self._job is None:
            title = self.tr("Opening {file}").format(file=path.name)
            self._job = tasks.in_background(self, work, opened, refused, title=title, on_given_up=self._stopped)

    def _look(self, matching: Matching, *, create: bool = False) -> None:
        if self._job is not None or self._sheet is None:
            return
        self._matching, self._seen = matching, None
        address, words = self._session.db.address, exchange_words()

        def seen(found: tuple[Seen, Lines]) -> None:
            self._stopped()
            self._seen = found[0]
            self._put_away(self.fates.show_preview(*found))
            self._show_step(self.fates)

        def refused(error: UserError, sentence: str) -> None:
            given_up()
            if isinstance(error, ColumnsMissing):
                self.columns.refuse(error)
            else:
                notice.problem(self, sentence)

        def given_up() -> None:
            self._stopped()
            self._show_step(self.columns if self._beside.is_open() else self.choose)

        self.fates.set_busy(busy=True)
        self._job = tasks.in_background(
            self,
            lambda progress: _look_at(self._beside, address, matching, words, progress, create=create),
            seen,
            refused,
            title=self.tr("Looking at the rows of {file}").format(file=self._sheet.file_name),
            on_given_up=given_up,
        )

    def _ask_to_make(self) -> None:
        if self._steps.currentWidget() is self.fates:
            self.fates.ask_to_make()

    def _make_missing(self) -> None:
        """The dry run once more, with what is missing made; Esc and F10 look again without."""
        if self._matching is not None:
            self._look(self._matching, create=True)

    def _switch_rows(self) -> None:
        if self._steps.currentWidget() is self.fates:
            self.fates.switch_rows()

    def _take_in(self) -> None:
        seen, address, staff_id = self._seen, self._session.db.address, self._session.clerk.id
        if self._job is not None or seen is None:
            return

        def work(progress: Progress) -> int:
            batch_id = self._beside.ask(bench.take, address, staff_id, progress=progress)
            self._beside.close()  # gives its memory back
            return batch_id

        def done(_batch_id: int) -> None:
            self._stopped()
            self._seen = None
            self._put_away(self.fates.forget())
            self._show_step(self.choose)
            self.choose.path.clear()
            words = self.tr("{count} rows of {file} were taken in.")
            notice.good(self, words.format(count=format_whole(seen.intakes), file=seen.file_name))

        def refused(_error: UserError, sentence: str) -> None:
            self._stopped()
            notice.problem(self, sentence)

        def given_up() -> None:
            if self._job is not None and self._job.cancelled():
                notice.warning(self, self.tr("Stopped: nothing of {file} was taken in.").format(file=seen.file_name))
            self._stopped()
            if not self._beside.is_open():
                self._show_step(self.choose)

        title = self.tr("Taking in {file}").format(file=seen.file_name)
        self._taking = True
        self.fates.set_busy(busy=True)
        self._job = tasks.in_background(self, work, done, refused, title=title, on_given_up=given_up)

    def _put_away(self, lines: Lines) -> None:
        tasks.aside(self, lines.clear, lambda _none: None, lane="lines")

    def _stopped(self) -> None:
        self._job, self._taking = None, False
        self.fates.set_busy(busy=False)

    def _show_step(self, panel: StartPanel | ColumnsPanel | FatesPanel) -> None:
        self._steps.setCurrentWidget(panel)
        self._name_step()
        self.hints_changed.emit()
        if self.isVisible():
            panel.start()

    def _start(self) -> None:
        panel = self._steps.currentWidget()
        if isinstance(panel, StartPanel | ColumnsPanel | FatesPanel):
            panel.start()

    def _name_step(self) -> None:
        step = self._steps.currentIndex()
        names = [self.tr("1 · the file"), self.tr("2 · the columns"), self.tr("3 · every row")]
        self.header.show_note(names[step])


def _look_at(
    beside: Workbench, address: str, matching: Matching, words: ExchangeWords, progress: Progress, *, create: bool
) -> tuple[Seen, Lines]:
    """The dry run, with its lines fetched piece by piece: the window beats between two of them."""
    seen = beside.ask(bench.look, address, matching, create, words, progress=progress)
    lines: list[FateLine] = []
    for start in range(0, seen.total, LINES_AT_ONCE):
        lines += beside.ask(bench.some_lines, start, progress=progress)
    return seen, Lines(lines, beside.ask(bench.sorted_places, progress=progress))
