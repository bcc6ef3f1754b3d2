"""The report of a period as the files that are handed on. Each opens the book by itself, so that it can be made in a
process of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from daurulang.closings.queries import PeriodReport, period_report, report_of
from daurulang.database import Database
from daurulang.periods import Period
from daurulang.reports.line_list import lines_of

Progress = Callable[[int, int], None]
"""`progress(done, total)`; it may raise to stop, then no file appears."""


def make_value_report(address: str, period: Period, maker: str, path: Path, progress: Progress) -> None:
    """The PDF to sign, from the book at an address (`Database.address`); raises `FileNotWritten`."""
    db = Database(address)
    try:
        report = period_report(db, period, maker)
        progress(0, 0)
        write_report_of(report, path)
    finally:
        db.close()


def make_value_workbook(address: str, period: Period, maker: str, path: Path, progress: Progress) -> None:
    """The workbook with every line; raises `FileNotWritten`."""
    db = Database(address)
    try:
        write_workbook_of(db, period, maker, path, progress)
    finally:
        db.close()


def write_workbook_of(
    db: Database, period: Period, maker: str, path: Path, progress: Progress | None = None
) -> PeriodReport:
    """The workbook of a period and the report in it, from one snapshot; raises `FileNotWritten`."""
    from daurulang.documents.economic_value_summary import Signature
    from daurulang.documents.economic_value_workbook import write_value_workbook

    with db.reading() as connection, closing(lines_of(connection, period)) as lines:
        report = report_of(connection, period, maker)
        write_value_workbook(
            report.value,
            lines,
            report.centre,
            path,
            signature=Signature(report.place, report.day, report.maker),
            restated=report.restated,
            progress=progress,
        )
        return report


def write_report_of(report: PeriodReport, path: Path) -> None:
    """The PDF of a report; raises `FileNotWritten`."""
    from daurulang.documents.economic_value_report import write_value_report

    write_value_report(
        report.value,
        report.centre,
        path,
        place=report.place,
        day=report.day,
        maker=report.maker,
        restated=report.restated,
    )
