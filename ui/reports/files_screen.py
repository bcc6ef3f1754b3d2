"""Ctrl+F9: every file that the environment office takes of a period, one by one or all at once, and the open data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang.documents.period_files import PERIOD_FILES, PeriodFile, make_open_data, make_period_files
from daurulang.errors import FileNotWritten
from ui import keys, tasks, theme
from ui.keys import KeyLine
from ui.processes import run_beside
from ui.receipts.printing import open_file
from ui.reports.value_export import report_path
from ui.reports.value_period import PeriodBar
from ui.reports.value_presenter import PeriodKind, file_stem
from ui.reports.value_words import period_words
from ui.screen import Act, Screen
from ui.session import Session
from ui.tasks import Progress
from ui.widgets import notice
from ui.widgets.button import PrimaryButton, SecondaryButton
from ui.widgets.card import ScreenHeader, Text
from ui.widgets.columns import Columns
from ui.widgets.rows import Column
from ui.widgets.table import TableView

translate = QCoreApplication.translate


class FilesScreen(Screen):
    """A list of files; Enter makes one and opens it, F10 makes all of them and opens their folder."""

    left = Signal()
    """Esc: back to the report of the period."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.header = ScreenHeader(self.tr("Files for the environment office"))
        self.period_bar = PeriodBar(session.today())
        self.table: TableView[PeriodFile] = TableView(
            [
                Column(self.tr("File"), lambda each: file_words(each.code)[0], strong=True, width=300),
                Column(self.tr("What it tells"), lambda each: file_words(each.code)[1]),
                Column(self.tr("Kind"), lambda each: each.ending.strip(".").upper(), width=80),
            ],
            empty="",
            name=self.tr("Files"),
        )
        self.table.opened.connect(self._make_one)
        self.table.show_rows(PERIOD_FILES)
        self._lay_out()
        self.period_bar.serve(self)

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """The same period; the keys begin in the list."""
        self.period_bar.show_today(self._session.today())
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """To this month, then out."""
        if self.period_bar.is_now() and self.period_bar.kind is PeriodKind.MONTH:
            self.left.emit()
        else:
            self.period_bar.go_to_now()
            self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def save(self) -> None:
        """F10: all of them, in a folder of their period."""
        self._start(tuple(each.code for each in PERIOD_FILES), self.tr("All files {period}"))

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("Make all files"), self.save, key=keys.SAVE),
            Act(self.tr("Open data without any person"), self.make_open_data),
        )

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine("PgUp PgDn", self.tr("period")),
            KeyLine("Alt+1…4", self.tr("kind")),
            KeyLine("Enter", self.tr("make and open")),
            KeyLine(keys.SAVE, self.tr("all")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    # --- making --------------------------------------------------------------------------------------------

    def make_open_data(self) -> None:
        """The monthly figures for everybody, as a Data Package in a folder of its own."""
        period, address = self.period_bar.period, self._session.db.address
        title = self.tr("Open data {period}").format(period=period_words(period))

        def work(progress: Progress) -> Path:
            folder = _folder(file_stem(period, "data-terbuka"))
            run_beside(make_open_data, (address, period, folder), progress)
            return folder

        self._run(work, title)

    def _make_one(self, each: PeriodFile) -> None:
        self._start((each.code,), f"{file_words(each.code)[0]} {{period}}")

    def _start(self, codes: tuple[str, ...], title: str) -> None:
        period, address = self.period_bar.period, self._session.db.address

        def work(progress: Progress) -> Path:
            folder = _folder(file_stem(period, "dinas"))
            run_beside(make_period_files, (address, codes, period, folder), progress)
            made = [each for each in PERIOD_FILES if each.code in codes]
            return folder / made[0].name_for(period) if len(made) == 1 else folder

        self._run(work, title.format(period=period_words(period)))

    def _run(self, work: Callable[[Progress], Path], title: str) -> None:
        def done(path: Path) -> None:
            notice.good(self, self.tr("Ready: {path}").format(path=path))
            open_file(path)

        def given_up() -> None:
            notice.warning(self, self.tr("Stopped: {title}. What was made before stays.").format(title=title))

        tasks.in_background(self, work, done, title=title, on_given_up=given_up)

    # --- inside --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        space = theme.current().space
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(8))
        everything = PrimaryButton(self.tr("Make all files"), keys.SAVE)
        everything.clicked.connect(self.save)
        opened = SecondaryButton(self.tr("Open data"), icon="folder-open")
        opened.clicked.connect(self.make_open_data)
        for button in (everything, opened):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            line.addWidget(button)
        line.addStretch(1)
        note = Text(self.tr("Open data holds no names; what rests on fewer than five members is left out."), "small")
        note.setWordWrap(True)
        self.body.addWidget(self.header)
        self.body.addWidget(Columns(self.period_bar, buttons))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(note)


def _folder(name: str) -> Path:
    """A folder of the reports, made where it is not there yet; raises `FileNotWritten`."""
    folder = report_path(name)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise FileNotWritten(str(folder)) from error
    return folder


def file_words(code: str) -> tuple[str, str]:
    """What a file is called, and what it tells."""
    return {
        "dlh": (
            translate("Files", "Monthly form of DLH"),
            translate("Files", "What came in and is managed, by the eight categories"),
        ),
        "sipsn": (
            translate("Files", "Sheets of SIPSN"),
            translate("Files", "Nine compositions, seven sources, the columns A to E"),
        ),
        "rekap-harian": (
            translate("Files", "Recap of days"),
            translate("Files", "Materials across depositors, a sheet for each day"),
        ),
        "rekap-bulanan": (
            translate("Files", "Recap of goods"),
            translate("Files", "Materials by how they were paid: saved, cash, given"),
        ),
        "rekap-penjualan": (
            translate("Files", "Recap of sales"),
            translate("Files", "By material, by buyer, and line by line"),
        ),
        "rekap-nasabah": (
            translate("Files", "Recap of members"),
            translate("Files", "Opening, out, in and closing of everybody's savings"),
        ),
        "tabel-silang": (
            translate("Files", "Cross tables"),
            translate("Files", "Materials across members, days and villages"),
        ),
        "daftar-hadir": (
            translate("Files", "List of those present"),
            translate("Files", "Who brought something on which day, to be signed"),
        ),
        "evidence": (
            translate("Files", "Evidence of the innovation"),
            translate("Files", "Who benefits, how fast the service is, month by month"),
        ),
        "surat-pengantar": (
            translate("Files", "Cover letter"),
            translate("Files", "To the head of the office, with the list of what is enclosed"),
        ),
    }[code]
