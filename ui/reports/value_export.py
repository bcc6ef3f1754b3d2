"""What leaves the report screen as a file: the PDF to sign, the workbook, the picture of a chart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from daurulang.config import data_folder
from daurulang.documents.economic_value_files import make_value_report, make_value_workbook
from daurulang.errors import FileNotWritten
from daurulang.periods import Period
from ui import tasks
from ui.processes import run_beside
from ui.receipts.printing import open_file
from ui.reports.value_presenter import file_stem
from ui.reports.value_words import period_words
from ui.session import Session
from ui.tasks import Progress
from ui.widgets import notice

translate = QCoreApplication.translate


def report_path(name: str) -> Path:
    """Where a report of that name lies; raises `FileNotWritten`."""
    path = data_folder() / "laporan" / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritten(str(path)) from error
    return path


def save_picture(parent: QWidget, image: QImage, code: str, period: Period, write_pdf: Callable[[Path], bool]) -> None:
    """Save the picture of a chart, which is on the clipboard already, and the same as a PDF beside it. The PDF is
    painted at once: letters are painted in the window's thread only.
    """
    name = f"{file_stem(period)}-{code}.png"
    try:
        written = write_pdf(report_path(name).with_suffix(".pdf"))
    except FileNotWritten:
        written = False

    def work() -> Path:
        path = report_path(name)
        if not image.save(str(path)) or not written:
            raise FileNotWritten(str(path))
        return path

    def done(path: Path) -> None:
        notice.good(parent, translate("Report", "Picture copied, and saved as {path} and PDF.").format(path=path))

    tasks.aside(parent, work, done)


def start_pdf(parent: QWidget, session: Session, period: Period) -> None:
    """Write the report to be signed, beside the counter's work, and open it."""
    title = translate("Report", "PDF of the report {period}").format(period=period_words(period))
    start_file(parent, session, period, make_value_report, f"{file_stem(period)}.pdf", title)


def start_workbook(parent: QWidget, session: Session, period: Period) -> None:
    """Write the workbook with every line, beside the counter's work, and open it."""
    title = translate("Report", "Excel file of the report {period}").format(period=period_words(period))
    start_file(parent, session, period, make_value_workbook, f"{file_stem(period)}.xlsx", title)


def start_file(
    parent: QWidget, session: Session, period: Period, make: Callable[..., None], name: str, title: str
) -> None:
    """Let `make` write a file of a period beside the counter's work, from the address of the book, and open it."""
    address, maker = session.db.address, session.clerk.name

    def work(progress: Progress) -> Path:
        path = report_path(name)
        run_beside(make, (address, period, maker, path), progress)
        return path

    def done(path: Path) -> None:
        notice.good(parent, translate("Report", "The report is ready: {path}").format(path=path))
        open_file(path)

    def given_up() -> None:
        notice.warning(parent, translate("Report", "Stopped: {title}. No file was made.").format(title=title))

    tasks.in_background(parent, work, done, title=title, on_given_up=given_up)
