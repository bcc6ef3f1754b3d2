"""Where an import begins: which list, which file; and the lists taken in before, each of which can be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from daurulang import periods
from daurulang.errors import UserError
from daurulang.exchange.batches import Batch, batches
from daurulang.exchange.columns import ListKind
from daurulang.quantities import format_whole
from daurulang.stock_errors import StockListStays
from ui import tasks, theme
from ui.exchange import bench
from ui.exchange.words import kind_help, kind_word
from ui.processes import Workbench
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import ChoiceBar, PrimaryButton, SecondaryButton
from ui.widgets.card import Card, ElidedText, SectionTitle, Text
from ui.widgets.field import Field, LineEdit
from ui.widgets.form import FormWalker
from ui.widgets.rows import Column
from ui.widgets.table import TableView
from ui.wording import worded

POSTED = {ListKind.DEPOSITS, ListKind.BALANCES, ListKind.SALES, ListKind.CASH}
"""Lists that post entries: these are reversed and never taken out."""


class StartPanel(QWidget):
    """Kind, path, Enter. Enter on a list taken in before asks once whether to undo it."""

    wanted = Signal(object, object)
    """The `ListKind` and the path to open."""

    def __init__(self, session: Session, beside: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._beside = beside
        self._undoing: Batch | None = None
        self.kind = ChoiceBar(self.tr("List"), [(kind, kind_word(kind)) for kind in ListKind])
        self._kind_field = Field(self.tr("List"), self.kind)
        self.kind.changed.connect(self._help_with_kind)
        self._help_with_kind(self.kind.value())
        self.path = LineEdit(required=True)
        self.path.setPlaceholderText(self.tr("Type or paste a path, or browse"))
        self._file = Field(self.tr("Excel (.xlsx) or CSV file"), self.path)
        self.table: TableView[Batch] = TableView(
            self._columns(),
            empty=self.tr("No list was taken in yet. Choose a file above; nothing is written before you agree."),
            name=self.tr("Lists taken in"),
        )
        self.table.opened.connect(self._ask_undo)
        self._lay_out()
        FormWalker([self.kind, self.path], self).finished.connect(self._open)

    def start(self) -> None:
        """Read the batches again and focus the path."""
        self._put_question_away()
        self.reload()
        self.path.setFocus()
        self.path.selectAll()

    def reload(self) -> None:
        """Read the batches again."""
        self.table.show_rows(batches(self._session.db))

    def refuse(self, _error: UserError, sentence: str) -> None:
        """Say why the file cannot be used, under its path."""
        self._file.show_problem(sentence)

    def step_back(self) -> bool:
        """Esc: put the question away."""
        asked = self._undoing is not None
        self._put_question_away()
        if asked:
            self.table.grid.setFocus()
        return asked

    def _help_with_kind(self, code: str) -> None:
        """Which columns the list needs, to be seen and to be heard."""
        kind = ListKind(code)
        self._kind_field.set_hint(kind_help(kind))
        self.kind.setAccessibleDescription(f"{kind_word(kind)}: {kind_help(kind)}")

    def _open(self) -> None:
        path = Path(self.path.text().strip().strip("\"'"))
        self.wanted.emit(ListKind(self.kind.value()), path)

    def _browse(self) -> None:
        kinds = self.tr("Excel and CSV files") + " (*.xlsx *.csv *.tsv *.txt)"
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a list"), self.path.text(), kinds)
        if path:
            self.path.setText(path)
            self._open()

    def _ask_undo(self, batch: Batch) -> None:
        if batch.undone_at_ms is not None:
            notice.warning(self, self.tr("This list was undone already."))
            return
        if batch.kind.is_final:
            notice.warning(self, worded(StockListStays()))
            return
        self._undoing = batch
        words = self.tr("Take all {count} rows of {file} out again? Later changes to them go as well.")
        if batch.kind in POSTED:
            words = self.tr(
                "Undo all {count} rows of {file}? Every entry of the list is reversed on its own day, and both stay in"
                " the books. Members and materials it made become inactive, unless they have other entries."
            )
        self._question.setText(words.format(count=format_whole(batch.row_count), file=batch.file_name))
        self._confirm.show()
        self._yes.setFocus()

    def _undo(self) -> None:
        batch, address, staff_id = self._undoing, self._session.db.address, self._session.clerk.id
        self._put_question_away()
        if batch is None:
            return

        def done(_none: object) -> None:
            words = self.tr("{file} was undone; the book is as before it.")
            if batch.kind in POSTED:
                words = self.tr("{file} was undone: every entry of it is reversed.")
            notice.good(self, words.format(file=batch.file_name))
            self.reload()
            self.path.setFocus()

        def work(progress: tasks.Progress) -> None:
            self._beside.ask(bench.take_back, address, batch.id, staff_id, progress=progress)

        title = self.tr("Undoing {file}").format(file=batch.file_name)
        tasks.in_background(self, work, done, title=title, on_given_up=self.reload)

    def _put_question_away(self) -> None:
        self._undoing = None
        self._confirm.hide()

    def _columns(self) -> list[Column[Batch]]:
        zone = self._session.centre.zone

        def when(moment_ms: int) -> str:
            return f"{periods.short_day(periods.local(moment_ms, zone).date())} {periods.clock_time(moment_ms, zone)}"

        return [
            Column(self.tr("Taken in"), lambda batch: when(batch.at_ms), sort=lambda batch: batch.at_ms, width=150),
            Column(self.tr("List"), lambda batch: kind_word(batch.kind), width=150),
            Column(self.tr("File"), lambda batch: batch.file_name, strong=True),
            Column(
                self.tr("Rows"),
                lambda batch: format_whole(batch.row_count),
                sort=lambda batch: batch.row_count,
                right=True,
                width=90,
            ),
            Column(self.tr("By"), lambda batch: batch.staff, width=140, muted=True),
            Column(
                self.tr("Undone"),
                lambda batch: when(batch.undone_at_ms) if batch.undone_at_ms is not None else "–",
                width=150,
                muted=True,
            ),
        ]

    def _lay_out(self) -> None:
        space = theme.current().space
        browse = SecondaryButton(self.tr("Browse"), icon="folder-open")
        browse.clicked.connect(self._browse)
        go = PrimaryButton(self.tr("Open"), self.tr("Enter"))
        go.clicked.connect(self._open)
        choose = Card()
        choose.body.addWidget(self._kind_field)
        choose.body.addWidget(self._file)
        buttons = QHBoxLayout()
        for button in (go, browse):
            buttons.addWidget(button)
        buttons.addSpacing(space(8))
        buttons.addWidget(
            ElidedText(
                self.tr("The order: members, materials, old deposits, sales and cash flow, balances, then stock."),
                "muted",
            ),
            1,
        )
        choose.body.addLayout(buttons)
        self._question = Text("", "strong")
        self._question.setWordWrap(True)
        self._yes = PrimaryButton(self.tr("Undo the list"), self.tr("Enter"))
        self._yes.clicked.connect(self._undo)
        no = SecondaryButton(self.tr("Keep it"), "Esc")
        no.clicked.connect(self.step_back)
        self._confirm = QWidget()
        line = QHBoxLayout(self._confirm)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._question, 1)
        line.addWidget(self._yes)
        line.addWidget(no)
        self._confirm.hide()
        before = Card()
        before.body.addWidget(SectionTitle(self.tr("Lists taken in; Enter on one undoes it")))
        before.body.addWidget(self._confirm)
        before.body.addWidget(self.table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(12))
        layout.addWidget(choose)
        layout.addWidget(before, 1)
