"""From a number to paper: one way for every screen, beside the counter's work and never in its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from daurulang.config import data_folder
from daurulang.devices.printer import print_file
from daurulang.errors import FileNotWritten, UserError
from daurulang.receipts.service import hand_out
from ui import tasks
from ui.session import Session
from ui.widgets import notice

translate = QCoreApplication.translate
LANE = "paper"


@dataclass(frozen=True, slots=True)
class PaperMade:
    """A receipt that became paper: its number, which copy (0 is the original), where its PDF lies, who printed it.

    `printer` is empty where the machine has none; the PDF is opened instead.
    """

    number: str
    copy: int
    path: Path
    printer: str


def print_receipt(
    parent: QWidget, session: Session, number: str, on_made: Callable[[PaperMade], object] | None = None
) -> None:
    """Make the next paper of a receipt in the background; what was saved stays saved, whatever becomes of it.

    Every call counts a copy. A failure is said in the notice bar, with the place of the PDF.
    """

    def work() -> PaperMade:
        return make_paper(session, number)

    def done(made: PaperMade) -> None:
        if not made.printer:
            open_file(made.path)
        if on_made is not None:
            on_made(made)

    def problem(_error: UserError, sentence: str) -> None:
        notice.problem(
            parent, translate("Printing", "{number} is saved. {problem}").format(number=number, problem=sentence)
        )

    tasks.aside(parent, work, done, problem, lane=LANE)


def reprint_receipt(parent: QWidget, session: Session, number: str) -> None:
    """Print once more and say which copy it became."""

    def made(paper: PaperMade) -> None:
        if paper.printer and paper.copy:
            said = translate("Printing", "{number} printed, copy {copy}.")
        elif paper.printer:
            said = translate("Printing", "{number} printed.")
        elif paper.copy:
            said = translate("Printing", "{number} is ready, copy {copy}.")
        else:
            said = translate("Printing", "{number} is ready.")
        notice.good(parent, said.format(number=number, copy=paper.copy))

    print_receipt(parent, session, number, made)


def make_paper(session: Session, number: str) -> PaperMade:
    """Count a copy, write its PDF and hand it to the printer, if the machine has one.

    Raises `UnknownReceipt`, `FileNotWritten`, `PrinterRefused`.
    """
    # The PDF library takes a third of a second to load and is not needed for the first screen.
    from daurulang.documents.receipt import write_receipt

    receipt = hand_out(session.db, number, session.clerk.id)
    path = path_of(f"{receipt.day:%Y-%m}", receipt.number, receipt.copy)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritten(str(path)) from error
    write_receipt(receipt, session.machine.paper, path)
    if session.machine.printer:
        print_file(path, session.machine.printer)
    return PaperMade(receipt.number, receipt.copy, path, session.machine.printer)


def path_of(month: str, number: str, copy: int) -> Path:
    """Where the PDF of a paper lies, by month, so that no folder holds a hundred thousand files."""
    name = f"{number}-salinan-{copy}.pdf" if copy else f"{number}.pdf"
    return data_folder() / "kuitansi" / month / name


def open_file(path: Path) -> None:
    """Show a PDF in the reader of the desktop; without a desktop there is nobody to look at it."""
    if QGuiApplication.platformName() != "offscreen":
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
