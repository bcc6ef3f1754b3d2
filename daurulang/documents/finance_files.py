"""The money reports as the files that are handed on. Each opens the book by itself, so that it can be made in a process
of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from daurulang.centre.queries import letterhead
from daurulang.database import Database
from daurulang.periods import Period
from daurulang.reports.finances import Finances, finances

Progress = Callable[[int, int], None]
"""`progress(done, total)`; it may raise to stop, then no file appears."""


@contextmanager
def _opened(address: str) -> Iterator[Database]:
    db = Database(address)
    try:
        yield db
    finally:
        db.close()


def make_profit_report(address: str, period: Period, maker: str, path: Path, progress: Progress) -> None:
    """Profit, loss and balance sheet as a PDF, from the book at an address; raises `FileNotWritten`."""
    with _opened(address) as db:
        found = finances(db, period)
        progress(0, 0)
        write_profit_pdf(db, found, maker, path)


def make_cash_report(address: str, period: Period, maker: str, path: Path, progress: Progress) -> None:
    """The cash books as a PDF; raises `FileNotWritten`."""
    with _opened(address) as db:
        found = finances(db, period)
        progress(0, 0)
        write_cash_pdf(db, found, maker, path)


def make_profit_workbook(address: str, period: Period, _maker: str, path: Path, progress: Progress) -> None:
    """Profit, loss and balance sheet as a workbook; raises `FileNotWritten`."""
    from daurulang.documents.finance_workbook import write_profit_workbook

    with _opened(address) as db:
        found = finances(db, period)
        progress(0, 0)
        write_profit_workbook(found.profit, found.sheet, path)


def make_cash_workbook(address: str, period: Period, _maker: str, path: Path, progress: Progress) -> None:
    """The cash books as a workbook; raises `FileNotWritten`."""
    from daurulang.documents.finance_workbook import write_cash_workbook

    with _opened(address) as db:
        found = finances(db, period)
        progress(0, 0)
        write_cash_workbook(found.books, period, path)


def write_profit_pdf(db: Database, found: Finances, maker: str, path: Path) -> None:
    """The PDF of figures that are there already; raises `FileNotWritten`."""
    from daurulang.documents.profit_report import write_profit_report

    centre, place = letterhead(db)
    who = maker or centre.treasurer_name
    write_profit_report(found.profit, found.sheet, centre, path, place=place, day=centre.today(), maker=who)


def write_cash_pdf(db: Database, found: Finances, maker: str, path: Path) -> None:
    """The same of the cash books; raises `FileNotWritten`."""
    from daurulang.documents.cash_book_report import write_cash_books

    centre, place = letterhead(db)
    who = maker or centre.treasurer_name
    write_cash_books(found.books, found.period, centre, path, place=place, day=centre.today(), maker=who)
