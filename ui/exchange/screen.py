"""Ctrl+I: a workbook becomes members or materials, in three steps, and nothing is written before the last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut

from daurulang.database import Database
from daurulang.errors import UserError
from daurulang.exchange.columns import ListKind, Matching
from daurulang.exchange.preview import Preview
from daurulang.exchange.workbook import Sheet
from daurulang.quantities import format_whole
from ui import keys, tasks
from ui.exchange.columns_panel import ColumnsPanel
from ui.exchange.fates_panel import FatesPanel
from ui.exchange.lines import FateLine, lines_of
from ui.exchange.start_panel import StartPanel
from ui.exchange.words import ExchangeWords
from ui.keys import KeyLine
from ui.screen import Screen
from ui.session import Session
from ui.tasks import Progress
from ui.widgets import notice
from ui.widgets.card import ScreenHeader
from ui.widgets.pages import Pages

ONLY_PROBLEMS = "Ctrl+J"


class ImportScreen(Screen):
    """File → columns → every row's fate → taken in. Esc goes one step back and forgets nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kind = ListKind.MEMBERS
        self._sheet: Sheet | None = None
        self._preview: Preview[Any] | None = None
        self._working = False
        self.header = ScreenHeader(self.tr("Import"))
        self.choose = StartPanel(session)
        self.choose.wanted.connect(self.open_list)
        self.columns = ColumnsPanel()
        self.columns.confirmed.connect(self._look)
        self.fates = FatesPanel()
        self.fates.taken.connect(self._take_in)
        self._steps = Pages()
        for panel in (self.choose, self.columns, self.fates):
            self._steps.addWidget(panel)
        self.body.addWidget(self.header)
        self.body.addWidget(self._steps, 1)
        QShortcut(QKeySequence(ONLY_PROBLEMS), self).activated.connect(self.fates.switch_rows)
        self._name_step()

    def enter(self) -> None:
        self._start()

    def save(self) -> None:
        if self._working:
            return
        if self._steps.currentWidget() is self.columns:
            self.columns.confirm()
        elif self._steps.currentWidget() is self.fates:
            self.fates.take()

    def step_back(self) -> bool:
        here = self._steps.currentWidget()
        if here is self.choose:
            return self.choose.step_back()
        self._show_step(self.columns if here is self.fates else self.choose)
        return True

    def hints(self) -> Sequence[KeyLine]:
        here = self._steps.currentWidget()
        if here is self.fates:
            act = [KeyLine(ONLY_PROBLEMS, self.tr("only problems")), KeyLine(keys.SAVE, self.tr("take in"))]
        elif here is self.columns:
            act = [KeyLine(keys.SAVE, self.tr("look at the rows"))]
        else:
            act = []
        return [KeyLine(keys.HELP, self.tr("help")), *act, KeyLine(keys.BACK, self.tr("back"))]

    def keys(self) -> Sequence[KeyLine]:
        return (KeyLine(ONLY_PROBLEMS, self.tr("Only the rows with problems, at the last step")),)

    def open_list(self, kind: ListKind, path: Path) -> None:
        """Read a workbook and show its columns."""
        if self._working:
            return
        self._working = True

        def opened(found: tuple[Sheet, Matching]) -> None:
            self._working = False
            self._kind, self._sheet = kind, found[0]
            self.columns.show_list(kind, *found)
            self._show_step(self.columns)

        def refused(error: UserError, sentence: str) -> None:
            self._working = False
            self.choose.refuse(error, sentence)

        # A workbook of many rows takes seconds to open; a save must not wait for it.
        tasks.aside(self, lambda: _open(path, kind), opened, refused, on_given_up=self._stopped, lane="workbook")

    def _look(self, matching: Matching) -> None:
        sheet, kind, db = self._sheet, self._kind, self._session.db
        if self._working or sheet is None:
            return
        self._working = True
        words = ExchangeWords()

        def look(progress: Progress) -> tuple[Preview[Any], list[FateLine]]:
            preview = _preview(db, kind, sheet, matching, progress)
            return preview, lines_of(preview, words)

        def seen(found: tuple[Preview[Any], list[FateLine]]) -> None:
            self._working = False
            self._preview = found[0]
            self.fates.show_preview(*found)
            self._show_step(self.fates)

        def refused(error: UserError, sentence: str) -> None:
            self._working = False
            self.columns.refuse(error, sentence)

        tasks.in_background(
            self,
            look,
            seen,
            refused,
            title=self.tr("Looking at the rows of {file}").format(file=sheet.file_name),
            on_given_up=self._stopped,
        )

    def _take_in(self) -> None:
        preview, kind, session = self._preview, self._kind, self._session
        if self._working or preview is None:
            return
        self._working = True
        self.fates.set_busy(busy=True)

        def done(_batch_id: int) -> None:
            self._working = False
            self._preview = None
            words = self.tr("{count} rows of {file} were taken in.")
            count = format_whole(len(preview.intakes))
            self._show_step(self.choose)
            self.choose.path.clear()
            notice.good(self, words.format(count=count, file=preview.sheet.file_name))

        def refused(_error: UserError, sentence: str) -> None:
            self._stopped()
            notice.problem(self, sentence)

        tasks.in_background(
            self,
            lambda progress: _take(session.db, kind, preview, session.clerk.id, progress),
            done,
            refused,
            title=self.tr("Taking in {file}").format(file=preview.sheet.file_name),
            on_given_up=self._stopped,
        )

    def _stopped(self) -> None:
        self._working = False
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


# These modules bring openpyxl and are loaded when they are needed.


def _open(path: Path, kind: ListKind) -> tuple[Sheet, Matching]:
    from daurulang.exchange.columns import open_list

    return open_list(path, kind)


def _preview(db: Database, kind: ListKind, sheet: Sheet, matching: Matching, progress: Progress) -> Preview[Any]:
    from daurulang.exchange import kinds

    return kinds.preview(db, kind, sheet, matching, progress)


def _take(db: Database, kind: ListKind, preview: Preview[Any], staff_id: int, progress: Progress) -> int:
    from daurulang.exchange import kinds

    return kinds.take_in(db, kind, preview, staff_id, progress)
