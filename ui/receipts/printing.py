"""From a number to paper: one way for every screen, beside the counter's work and never in its way."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from daurulang.config import data_folder
from daurulang.devices.printer import print_file
from daurulang.errors import FileNotWritten, PrinterRefused, UserError
from daurulang.ledger.model import EntryKind
from daurulang.receipts.expenses import ExpensePaper
from daurulang.receipts.queries import Receipt
from daurulang.receipts.queue import PrintJob, enqueue, enqueue_forgotten, open_jobs, settle
from daurulang.receipts.sales import OF_THE_TRADE, SalePaper
from daurulang.receipts.service import hand_out, hand_out_expense, hand_out_sale, kind_of
from ui import tasks
from ui.session import Session
from ui.widgets import notice
from ui.window import StatusLine
from ui.wording import worded

translate = QCoreApplication.translate
LANE = "paper"
AnyPaper = Receipt | SalePaper | ExpensePaper
_QUEUE_LANE = "queue"  # a job is noted also while the printer does not answer


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

    A failure is said in the notice bar, with the place of the PDF, and its job stays in the queue.
    """
    db, desk, window = session.db, session.desk, parent.window()  # the screen may be gone when the paper comes

    def note() -> int:
        job_id = enqueue(db, desk, number)
        session.printing.add(job_id)
        return job_id

    def noted(job_id: int) -> None:
        _send(window, session, job_id, number, on_made)

    tasks.aside(window, note, noted, lambda _error, sentence: _say(window, number, sentence), lane=_QUEUE_LANE)


def retry(parent: QWidget, session: Session, job: PrintJob, on_ended: Callable[[], object]) -> None:
    """Try a paper of the queue again: the original where its PDF never stood, else the next copy."""
    session.printing.add(job.id)
    _send(parent, session, job.id, job.number, None, on_ended)


def find_forgotten(parent: QWidget, session: Session) -> None:
    """Put papers into the queue that a crash kept from getting there, and say how many wait; when somebody signs in."""
    db, counter_id = session.db, session.counter.id

    def tell(*_answer: object) -> None:
        tell_queue(parent, session)

    tasks.aside(parent, lambda: enqueue_forgotten(db, counter_id), tell, tell, lane=_QUEUE_LANE)


def tell_queue(parent: QWidget, session: Session) -> None:
    """Say at the foot of the window how many papers wait for somebody."""
    db, counter_id = session.db, session.counter.id

    def told(jobs: tuple[PrintJob, ...]) -> None:
        count = sum(job.id not in session.printing for job in jobs)
        words = translate("Printing", "{count} not printed: Ctrl+K, print queue").format(count=count) if count else ""
        line = parent.window().findChild(StatusLine)
        if line is not None:
            line.show_papers(words)

    tasks.aside(parent, lambda: open_jobs(db, counter_id), told, lane=_QUEUE_LANE)


def _send(
    parent: QWidget,
    session: Session,
    job_id: int,
    number: str,
    on_made: Callable[[PaperMade], object] | None,
    on_ended: Callable[[], object] = lambda: None,
) -> None:
    def ended() -> None:
        tell_queue(parent, session)
        on_ended()

    def done(made: PaperMade) -> None:
        if not made.printer:
            open_file(made.path)
        if on_made is not None:
            on_made(made)
        ended()

    def problem(_error: UserError, sentence: str) -> None:
        _say(parent, number, sentence)
        ended()

    tasks.aside(parent, lambda: make_paper(session, number, job_id), done, problem, on_given_up=ended, lane=LANE)


def _say(parent: QWidget, number: str, sentence: str) -> None:
    words = translate("Printing", "{number} is saved. {problem}")
    notice.problem(parent, words.format(number=number, problem=sentence))


def reprint_receipt(parent: QWidget, session: Session, number: str) -> None:
    """Print once more and say which copy it became."""
    window = parent.window()

    def made(paper: PaperMade) -> None:
        if paper.printer and paper.copy:
            said = translate("Printing", "{number} printed, copy {copy}.")
        elif paper.printer:
            said = translate("Printing", "{number} printed.")
        elif paper.copy:
            said = translate("Printing", "{number} is ready, copy {copy}.")
        else:
            said = translate("Printing", "{number} is ready.")
        notice.good(window, said.format(number=number, copy=paper.copy))

    print_receipt(window, session, number, made)


def make_paper(session: Session, number: str, job_id: int) -> PaperMade:
    """Write the PDF of the next copy, count it, hand it to the printer, if the machine has one, and note what became of
    the job. Raises `UnknownReceipt`, `FileNotWritten`, `PrinterRefused`.
    """
    try:
        made = _make(session, number, job_id)
    except UserError as error:
        _note(session, job_id, _problem(error))
        raise
    finally:
        session.printing.discard(job_id)
    _note(session, job_id)
    return made


def _make(session: Session, number: str, job_id: int) -> PaperMade:
    kind = kind_of(session.db, number)
    if kind in OF_THE_TRADE:
        return _make_sale(session, number, job_id)
    if kind is EntryKind.EXPENSE:
        return _make_expense(session, number, job_id)
    # The PDF library takes a third of a second to load and is not needed for the first screen.
    from daurulang.documents.receipt import write_receipt

    def write(receipt: Receipt) -> None:
        write_receipt(receipt, session.machine.paper, _place_for(receipt))

    receipt = hand_out(session.db, number, session.clerk.id, write, job_id)
    return _printed(receipt, session.machine.printer)


def _make_sale(session: Session, number: str, job_id: int) -> PaperMade:
    """Invoice and delivery note; a printer of narrow rolls does not get them, they are opened instead."""
    from daurulang.documents.sale_frame import Size
    from daurulang.documents.sale_paper import size_for, write_sale_paper

    size = size_for(session.machine.paper)

    def write(paper: SalePaper) -> None:
        write_sale_paper(paper, size, _place_for(paper))

    paper = hand_out_sale(session.db, number, session.clerk.id, write, job_id)
    return _printed(paper, session.machine.printer if size is Size.A5 else "")


def _make_expense(session: Session, number: str, job_id: int) -> PaperMade:
    """Filed by the office with the shop's own receipt, on the same sheets as an invoice."""
    from daurulang.documents.expense_paper import write_expense_paper
    from daurulang.documents.sale_frame import Size
    from daurulang.documents.sale_paper import size_for

    size = size_for(session.machine.paper)

    def write(paper: ExpensePaper) -> None:
        write_expense_paper(paper, size, _place_for(paper))

    paper = hand_out_expense(session.db, number, session.clerk.id, write, job_id)
    return _printed(paper, session.machine.printer if size is Size.A5 else "")


def _place_for(paper: AnyPaper) -> Path:
    """The path of a paper, in a folder that is there."""
    path = path_of(paper)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritten(str(path)) from error
    return path


def _printed(paper: AnyPaper, printer: str) -> PaperMade:
    path = path_of(paper)
    if printer:
        print_file(path, printer)
    return PaperMade(paper.number, paper.copy, path, printer)


def _note(session: Session, job_id: int, problem: str = "") -> None:
    """What cannot be noted leaves the job waiting, for everybody to see."""
    with contextlib.suppress(UserError):
        settle(session.db, job_id, problem)


def _problem(error: UserError) -> str:
    """In the list there is room for what the printer itself said, and not for where the paper lies."""
    if isinstance(error, PrinterRefused) and error.detail:
        return f"{error.printer}: {error.detail}"
    return worded(error)


def path_of(paper: AnyPaper) -> Path:
    """Where the PDF of a paper lies, by month, so that no folder holds a hundred thousand files."""
    number, copy = paper.number, paper.copy
    name = f"{number}-salinan-{copy}.pdf" if copy else f"{number}.pdf"
    folder = {SalePaper: "nota", ExpensePaper: "pengeluaran"}.get(type(paper), "kuitansi")
    return data_folder() / folder / f"{paper.day:%Y-%m}" / name


def open_file(path: Path) -> None:
    """Show a PDF in the reader of the desktop; without a desktop there is nobody to look at it."""
    if QGuiApplication.platformName() != "offscreen":
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
