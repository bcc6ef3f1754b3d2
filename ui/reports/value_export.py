"""What leaves the report screen as a file: the PDF to sign, the workbook, the picture of a chart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from daurulang.config import data_folder
from daurulang.errors import FileNotWritten
from daurulang.periods import Period
from ui import tasks
from ui.reports.value_presenter import file_stem
from ui.session import Session
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


def save_picture(parent: QWidget, image: QImage, code: str, period: Period) -> None:
    """Save the picture of a chart, which is on the clipboard already."""
    name = f"{file_stem(period)}-{code}.png"

    def work() -> Path:
        path = report_path(name)
        if not image.save(str(path)):
            raise FileNotWritten(str(path))
        return path

    def done(path: Path) -> None:
        notice.good(parent, translate("Report", "Picture copied, and saved as {path}.").format(path=path))

    tasks.aside(parent, work, done)


def start_pdf(parent: QWidget, session: Session, period: Period) -> None:
    """Write the report to be signed, beside the counter's work."""


def start_workbook(parent: QWidget, session: Session, period: Period) -> None:
    """Write the workbook, beside the counter's work."""
