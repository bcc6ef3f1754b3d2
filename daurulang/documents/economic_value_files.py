"""The report of a period as the files that are handed on. Each opens the book by itself, so that it can be made in a
process of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from daurulang.centre.queries import letterhead
from daurulang.database import Database
from daurulang.periods import Period
from daurulang.reports.economic_value import economic_value, value_of
from daurulang.reports.line_list import lines_of

Progress = Callable[[int, int], None]
"""`progress(done, total)`; it may raise to stop, then no file appears."""


def make_value_report(address: str, period: Period, maker: str, path: Path, progress: Progress) -> None:
    """The PDF to sign, from the book at an address (`Database.address`); raises `FileNotWritten`."""
    from daurulang.documents.economic_value_report import write_value_report

    db = Database(address)
    try:
        centre, place = letterhead(db)
        value = economic_value(db, period)
        progress(0, 0)
        write_value_report(value, centre, path, place=place, day=centre.today(), maker=maker)
    finally:
        db.close()


def make_value_workbook(address: str, period: Period, maker: str, path: Path, progress: Progress) -> None:
    """The workbook with every line, from one snapshot; raises `FileNotWritten`."""
    from daurulang.documents.economic_value_workbook import write_value_workbook

    db = Database(address)
    try:
        centre, place = letterhead(db)
        with db.reading() as connection, closing(lines_of(connection, period)) as lines:
            value = value_of(connection, period)
            write_value_workbook(
                value, lines, centre, path, place=place, day=centre.today(), maker=maker, progress=progress
            )
    finally:
        db.close()
